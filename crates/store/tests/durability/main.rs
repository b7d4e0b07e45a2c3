//! Durable means durable: what was acknowledged had reached the disk at that moment. Shown on a file system that remembers what
//! was synced and forgets the rest. In a binary of its own, since that file system is the default of the whole process.

mod vfs;

use domain::Moment;
use domain::facts::{LanguageChosen, Subject};
use domain::ids::{FactId, PersonId};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, Mutex, mpsc};
use store::{Location, NewFact, Rebuild, Store, StoreError, Writing};
use tempfile::TempDir;
use uuid::Uuid;
use vfs::{Call, Cut, Disk, Fault};

const START: Moment = Moment(1_800_000_000_000);

fn said(who: u32, word: u32) -> NewFact {
    let person = PersonId(Uuid::from_u128(u128::from(who) + 1));
    let what = LanguageChosen { language: format!("{word:0300}") }.into();
    NewFact { actor: Some(person), about: Subject::Person(person), what }
}

fn say(store: &Store, who: u32, word: u32) -> Result<FactId, StoreError> {
    store.write(START, move |writing| Ok(writing.record(vec![said(who, word)])?.remove(0).id))
}

struct Watched {
    folder: TempDir,
    disk: Arc<Disk>,
}

impl Watched {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let disk = Disk::under(&folder.path().canonicalize().unwrap());
        Self { folder, disk }
    }

    fn place(&self) -> Location {
        Location::Sqlite { folder: self.folder.path().canonicalize().unwrap() }
    }

    fn open(&self) -> Store {
        Store::open(&self.place(), START).unwrap()
    }
}

/// Puts the disk into a folder as a power cut leaves it. `survives` picks among the writes that no sync covers.
fn lay_out(cut: &Cut, folder: &Path, mut survives: impl FnMut() -> bool) -> Location {
    for (path, kept) in &cut.files {
        std::fs::write(folder.join(path.file_name().unwrap()), kept.after_cut(&mut survives)).unwrap();
    }
    Location::Sqlite { folder: folder.to_owned() }
}

/// Opens what a cut leaves, checks that it is sound, and gives back which facts are there.
fn survivors(cut: &Cut, survives: impl FnMut() -> bool) -> BTreeSet<FactId> {
    let folder = tempfile::tempdir().unwrap();
    let place = lay_out(cut, folder.path(), survives);
    let store = Store::open(&place, START).unwrap();
    store.verify(&mut |_, _| ()).unwrap();
    assert_eq!(store.rebuild(Rebuild::Check, START, |_, _| ()).unwrap().differences, Vec::<String>::new());
    say(&store, 99, 1).unwrap();
    let facts = store.read(|reading| reading.facts_after(0, 100_000)).unwrap();
    facts.into_iter().map(|(_, fact)| fact.id).collect()
}

/// Chance that is the same in every run.
fn chance(mut seed: u64) -> impl FnMut() -> bool {
    move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 40) & 1 == 1
    }
}

#[test]
fn what_was_acknowledged_was_on_the_disk_at_that_moment() {
    let watched = Watched::new();
    let store = watched.open();
    let told: Arc<Mutex<Vec<(BTreeSet<FactId>, Cut)>>> = Arc::default();
    let (send, hear) = mpsc::channel();
    for word in 0..40 {
        let (told, disk, send) = (Arc::clone(&told), Arc::clone(&watched.disk), send.clone());
        let work = move |writing: &mut Writing<'_>| Ok(writing.record(vec![said(word % 7, word)])?.remove(0).id);
        store.submit(START, work, move |done: Result<FactId, StoreError>| {
            let mut told = told.lock().unwrap();
            let mut known = told.last().map(|(known, _)| known.clone()).unwrap_or_default();
            known.insert(done.unwrap());
            told.push((known, disk.cut()));
            send.send(()).unwrap();
        });
        if word % 5 == 4 {
            // Let it commit in several rounds.
            for _ in 0..5 {
                hear.recv().unwrap();
            }
        }
    }
    let told = told.lock().unwrap();
    assert_eq!(told.len(), 40);
    for (known, cut) in told.iter() {
        assert!(survivors(cut, || false).is_superset(known));
    }
}

#[test]
fn a_power_cut_at_any_sync_leaves_a_sound_store_with_all_that_was_told() {
    let watched = Watched::new();
    watched.disk.state().keep_cuts = true;
    let mut told = Vec::new();
    // From the very first start, over several checkpoints of the log into the file, closed and opened again in between.
    for round in 0..3 {
        let store = watched.open();
        for word in 0..60 {
            let id = say(&store, word, round).unwrap();
            told.push((watched.disk.state().syncs, id));
        }
        if round == 1 {
            store.rebuild(Rebuild::Replace, START, |_, _| ()).unwrap();
        }
    }
    let cuts = watched.disk.take_cuts();
    let checkpoints =
        watched.disk.state().log.iter().filter(|(call, file)| *call == Call::Sync && file == "telar.db").count();
    assert!(checkpoints >= 3 && cuts.len() > 45, "{checkpoints} {}", cuts.len());
    for (number, cut) in cuts.iter().enumerate() {
        let expected: BTreeSet<FactId> =
            told.iter().filter(|(syncs, _)| *syncs <= cut.syncs).map(|(_, id)| *id).collect();
        // The disk kept nothing that was not synced; or a part of it, in no order, as disks do.
        assert!(survivors(cut, || false).is_superset(&expected), "cut {number}");
        if number % 2 == 0 {
            assert!(survivors(cut, chance(number as u64)).is_superset(&expected), "torn cut {number}");
        }
    }
}

#[test]
fn a_commit_waits_for_its_sync_and_many_share_one() {
    let watched = Watched::new();
    let store = watched.open();
    watched.disk.state().log.clear();
    say(&store, 1, 1).unwrap();
    let log = watched.disk.state().log.clone();
    let of = |call| log.iter().position(|known| *known == (call, "telar.db-wal".to_owned())).unwrap();
    assert!(of(Call::Write) < of(Call::Sync), "{log:?}");

    let before = watched.disk.state().syncs;
    std::thread::scope(|scope| {
        for who in 0..64 {
            let store = &store;
            scope.spawn(move || {
                for word in 0..5 {
                    say(store, who, word).unwrap();
                }
            });
        }
    });
    let syncs = watched.disk.state().syncs - before;
    assert!((1..200).contains(&syncs), "{syncs} syncs for 320 writes");
    assert_eq!(store.verify(&mut |_, _| ()).unwrap().facts, 321);
}

#[test]
fn a_write_whose_sync_or_write_fails_is_not_acknowledged() {
    for fault in [Fault::Sync, Fault::Write, Fault::Full] {
        let watched = Watched::new();
        let store = watched.open();
        let mut told: BTreeSet<FactId> = (0..10).map(|word| say(&store, word, word).unwrap()).collect();
        watched.disk.state().fault = Some(fault);
        for word in 0..3 {
            let failed = say(&store, word, 50).unwrap_err();
            assert_eq!(matches!(failed, StoreError::DiskFull), fault == Fault::Full, "{fault:?}: {failed}");
        }
        // What was read before is still read, and what failed is not.
        assert_eq!(store.read(|reading| reading.fact_count()).unwrap(), 10);
        assert!(survivors(&watched.disk.cut(), || false).is_superset(&told));
        // It goes on as soon as the disk does.
        watched.disk.state().fault = None;
        told.extend((0..10).map(|word| say(&store, word, 60 + word).unwrap()));
        assert_eq!(store.read(|reading| reading.fact_count()).unwrap(), 20);
        assert_eq!(store.verify(&mut |_, _| ()).unwrap().facts, 20);
        assert!(survivors(&watched.disk.cut(), || false).is_superset(&told));
        assert!(survivors(&watched.disk.cut(), chance(7)).is_superset(&told));
    }
}

#[test]
fn a_disk_that_fails_in_the_middle_of_a_batch_fails_all_of_it_in_the_same_words() {
    let watched = Watched::new();
    let store = watched.open();
    say(&store, 0, 0).unwrap();
    let (begin, begun) = mpsc::channel::<()>();
    let (tell, hear) = mpsc::channel();
    // The first holds the writer until all are in the queue; so the others are one batch, the third of them too big for
    // the pages that SQLite keeps in memory, which must go to the disk before the commit.
    store.submit(START, move |_| begun.recv().map_err(|_| StoreError::Closing), |_: Result<(), StoreError>| ());
    for who in 0..5_u32 {
        let tell = tell.clone();
        let work = move |writing: &mut Writing<'_>| {
            let many = if who == 2 { 5_000 } else { 1 };
            writing.record((0..many).map(|word| said(who, word)).collect()).map(drop)
        };
        store.submit(START, work, move |done: Result<(), StoreError>| tell.send(done).unwrap());
    }
    drop(tell);
    let disk = Arc::clone(&watched.disk);
    disk.state().fault = Some(Fault::Full);
    begin.send(()).unwrap();
    let answers: Vec<_> = hear.into_iter().collect();
    assert_eq!(answers.len(), 5);
    assert!(answers.iter().all(|answer| matches!(answer, Err(StoreError::DiskFull))), "{answers:?}");
    disk.state().fault = None;
    say(&store, 1, 1).unwrap();
    assert_eq!(store.verify(&mut |_, _| ()).unwrap().facts, 2);
}

#[test]
fn an_emptied_log_loses_nothing_when_something_was_erased() {
    use domain::facts::{CertificateRecords, PersonErased};
    let watched = Watched::new();
    let store = watched.open();
    let mut told: BTreeSet<FactId> = (0..30).map(|word| say(&store, word % 3, word).unwrap()).collect();
    watched.disk.state().keep_cuts = true;
    let about = said(1, 0).about;
    let what = PersonErased { erasure: domain::ids::ErasureId(Uuid::nil()), certificates: CertificateRecords::Go };
    let erased = store
        .write(START, move |writing| writing.record(vec![NewFact { actor: None, about, what: what.clone().into() }]));
    told.insert(erased.unwrap()[0].id);
    say(&store, 2, 9).unwrap();
    let cuts = watched.disk.take_cuts();
    assert!(!cuts.is_empty());
    for (number, cut) in cuts.iter().enumerate() {
        let kept = survivors(cut, chance(number as u64));
        assert!(kept.len() > 30, "cut {number}");
    }
    assert!(survivors(&watched.disk.cut(), || false).is_superset(&told));
}
