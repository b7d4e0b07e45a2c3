//! Sealed backups: by a passphrase and by an age key; whoever has neither gets nothing.

use crate::people::*;
use crate::support::*;
use age::secrecy::ExposeSecret;
use std::path::{Path, PathBuf};
use store::{BackupError, Location, RestoreError, Restored, Seal, Store, Unseal, restore};

struct Sealed {
    ground: Ground,
    store: Store,
    path: PathBuf,
}

fn sealed(seal: &Seal) -> Sealed {
    let ground = Ground::new();
    let store = ground.store(Engine::Sqlite);
    record(&store, START, &whole_life(0));
    let path = ground.path("backup");
    store.backup(&path, seal, START, &mut |_, _| ()).unwrap();
    Sealed { ground, store, path }
}

impl Sealed {
    fn open(&self, unseal: &Unseal) -> (Result<Restored, RestoreError>, Location) {
        let place = self.ground.place(self.ground.other(Engine::Sqlite));
        (restore(&self.path, &place, unseal, (None, START), &mut |_, _| ()), place)
    }

    fn opens(&self, unseal: &Unseal) {
        let (restored, place) = self.open(unseal);
        assert_eq!(restored.unwrap().facts, 21);
        assert_eq!(tables(&Store::open(&place, START).unwrap()), tables(&self.store));
    }

    fn stays_shut(&self, unseal: &Unseal) -> RestoreError {
        let (refused, place) = self.open(unseal);
        assert!(!place.folder().exists());
        refused.unwrap_err()
    }
}

fn key(path: &Path) -> String {
    let identity = age::x25519::Identity::generate();
    let words = format!("# created for a test\n{}\n", identity.to_string().expose_secret());
    std::fs::write(path, words).unwrap();
    identity.to_public().to_string()
}

#[test]
fn a_passphrase_seals_and_opens() {
    let sealed = sealed(&Seal::Passphrase("maíz azul de Cobán".into()));
    assert!(!holds(&std::fs::read(&sealed.path).unwrap(), "Marta"));
    assert!(matches!(sealed.stays_shut(&Unseal::Open), RestoreError::Sealed));
    assert!(matches!(sealed.stays_shut(&Unseal::Passphrase("maiz azul de Coban".into())), RestoreError::WrongKey));
    sealed.opens(&Unseal::Passphrase("maíz azul de Cobán".into()));
}

#[test]
fn a_key_seals_and_another_key_opens_nothing() {
    let keys = tempfile::tempdir().unwrap();
    let (hers, another) = (keys.path().join("hers"), keys.path().join("another"));
    let sealed = sealed(&Seal::Recipient(key(&hers)));
    key(&another);
    assert!(matches!(sealed.stays_shut(&Unseal::Open), RestoreError::Sealed));
    assert!(matches!(sealed.stays_shut(&Unseal::Identity(another)), RestoreError::WrongKey));
    assert!(matches!(sealed.stays_shut(&Unseal::Passphrase("x".into())), RestoreError::WrongKey));
    assert!(matches!(sealed.stays_shut(&Unseal::Identity(keys.path().join("none"))), RestoreError::File { .. }));
    let empty = keys.path().join("empty");
    std::fs::write(&empty, "").unwrap();
    assert!(matches!(sealed.stays_shut(&Unseal::Identity(empty)), RestoreError::WrongKey));
    sealed.opens(&Unseal::Identity(hers));
}

#[test]
fn a_key_that_is_none_makes_no_backup() {
    let ground = Ground::of_files();
    let store = ground.store(Engine::Sqlite);
    let path = ground.path("backup");
    let refused = store.backup(&path, &Seal::Recipient("age1nothing".into()), START, &mut |_, _| ());
    assert!(matches!(refused, Err(BackupError::Recipient(_))));
    assert!(!path.exists() && !ground.path("backup.partial").exists());
}

#[test]
fn a_backup_that_is_not_sealed_needs_no_key() {
    let sealed = sealed(&Seal::Open);
    sealed.opens(&Unseal::Passphrase("whatever".into()));
}
