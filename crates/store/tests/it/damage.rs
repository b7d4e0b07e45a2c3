//! A backup that was cut short or changed by as much as one bit is not restored, and the place is left as it was.

use crate::people::*;
use crate::support::*;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use store::{RestoreError, Seal, Store, Unseal, restore};

#[derive(Clone, Debug)]
enum Harm {
    CutAt(prop::sample::Index),
    CutBy(usize),
    Flip(prop::sample::Index, u8),
    Append(Vec<u8>),
}

impl Harm {
    fn apply(&self, whole: &[u8]) -> Vec<u8> {
        let mut bytes = whole.to_vec();
        match self {
            Self::CutAt(at) => bytes.truncate(at.index(whole.len())),
            Self::CutBy(by) => bytes.truncate(whole.len() - by.min(&whole.len())),
            Self::Flip(at, bit) => bytes[at.index(whole.len())] ^= 1 << bit,
            Self::Append(more) => bytes.extend(more),
        }
        bytes
    }
}

fn any_harm() -> impl Strategy<Value = Harm> {
    prop_oneof![
        2 => any::<prop::sample::Index>().prop_map(Harm::CutAt),
        2 => (1..24_usize).prop_map(Harm::CutBy),
        8 => (any::<prop::sample::Index>(), 0..8_u8).prop_map(|(at, bit)| Harm::Flip(at, bit)),
        1 => proptest::collection::vec(any::<u8>(), 1..9).prop_map(Harm::Append),
    ]
}

fn harmed_backups_stay_out(seal: &Seal, unseal: &Unseal) {
    let ground = Ground::of_files();
    let store = ground.store(Engine::Sqlite);
    record(&store, START, &whole_life(0));
    let path = ground.path("backup");
    store.backup(&path, seal, START, &mut |_, _| ()).unwrap();
    let whole = std::fs::read(&path).unwrap();
    let harmed = ground.path("harmed");
    let mut runner = TestRunner::new(cases(400));
    let done = runner.run(&any_harm(), |harm| {
        std::fs::write(&harmed, harm.apply(&whole)).unwrap();
        let place = ground.place(Engine::Sqlite);
        match restore(&harmed, &place, unseal, (None, START), &mut |_, _| ()) {
            Err(_) => prop_assert!(!place.folder().exists(), "nothing was written"),
            // Two bits of the compressed frame's header only tell how much memory to reserve, and one is unused: whatever
            // passes must be the very same content.
            Ok(_) => {
                prop_assert!(matches!(harm, Harm::Flip(..)), "restored");
                prop_assert_eq!(tables(&Store::open(&place, START).unwrap()), tables(&store));
            }
        }
        Ok(())
    });
    done.unwrap();
}

#[test]
fn an_open_backup_that_was_harmed_is_not_restored() {
    harmed_backups_stay_out(&Seal::Open, &Unseal::Open);
}

#[test]
fn a_sealed_backup_that_was_harmed_is_not_restored() {
    let key = age::x25519::Identity::generate();
    let file = tempfile::NamedTempFile::new().unwrap();
    let words = key.to_string();
    std::fs::write(file.path(), age::secrecy::ExposeSecret::expose_secret(&words)).unwrap();
    let seal = Seal::Recipient(key.to_public().to_string());
    harmed_backups_stay_out(&seal, &Unseal::Identity(file.path().to_owned()));
}

#[test]
fn what_is_no_backup_is_said_to_be_none() {
    let ground = Ground::of_files();
    let zipped = zstd::encode_all("{\"a\":1}\n".as_bytes(), 3).unwrap();
    let newer = zstd::encode_all(
        "{\"telar_backup\":99,\"created\":0,\"node\":\"\",\"epoch\":1,\"engine\":\"sqlite\"}\n".as_bytes(),
        3,
    );
    let others: [(&[u8], fn(&RestoreError) -> bool); 5] = [
        (b"", |why| matches!(why, RestoreError::NotABackup)),
        (b"PK\x03\x04 a spreadsheet", |why| matches!(why, RestoreError::NotABackup)),
        (&zipped, |why| matches!(why, RestoreError::NotABackup)),
        (&newer.unwrap(), |why| matches!(why, RestoreError::Newer)),
        (b"age-encryption.org/v1\nnonsense", |why| matches!(why, RestoreError::Damaged(_) | RestoreError::Sealed)),
    ];
    for (bytes, is_right) in others {
        let path = ground.path("other");
        std::fs::write(&path, bytes).unwrap();
        let place = ground.place(Engine::Sqlite);
        let why = restore(&path, &place, &Unseal::Open, (None, START), &mut |_, _| ()).unwrap_err();
        assert!(is_right(&why), "{why}");
        assert!(!place.folder().exists());
    }
    let place = ground.place(Engine::Sqlite);
    let missing = restore(&ground.path("missing"), &place, &Unseal::Open, (None, START), &mut |_, _| ());
    assert!(matches!(missing, Err(RestoreError::File { .. })));
}
