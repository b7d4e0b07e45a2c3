//! A backup restored is the store again, whichever the engine; and it never covers another.

use crate::nodes::copy_all;
use crate::people::*;
use crate::support::*;
use domain::Moment;
use domain::data_use::{DataUse, Family};
use domain::facts::{CertificateRecords, PersonErased, Subject};
use domain::ids::{CommandId, ErasureId, ProgrammeVersionId};
use domain::moment::Span;
use domain::numbers::{Dimension, Group, MeanGain, Measure, Move};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use store::{
    BackupError, CommandBefore, CommandState, DataUseRow, FigureRow, GainRow, Lease, Location, NewFact, PublicationRow,
    Rebuild, RestoreError, Restored, Seal, SessionRow, Store, StoreError, Unseal, Writing, restore,
};
use uuid::Uuid;

pub fn save(store: &Store, path: &Path) -> store::BackedUp {
    store.backup(path, &Seal::Open, START, &mut |_, _| ()).unwrap()
}

pub fn bring_back(path: &Path, to: &Location) -> Result<Restored, RestoreError> {
    restore(path, to, &Unseal::Open, (None, after(Span::days(1))), &mut |_, _| ())
}

const JANUARY: (&str, &str) = ("2027-01-01", "2027-01-31");

fn session(who: u8) -> SessionRow {
    let session = Uuid::from_u128(u128::from(who) + 1);
    SessionRow {
        session,
        person: person(who),
        label: "Chrome · Android".into(),
        created: START,
        seen: START,
        away: true,
    }
}

/// A store with two lives and one thing in every plain table.
fn full(ground: &Ground, engine: Engine) -> Store {
    let store = ground.store(engine);
    for who in 0..2 {
        record(&store, START, &whole_life(who));
        store
            .write(START, move |writing| {
                writing.add_session(&format!("token-{who}"), &session(who))?;
                writing.set_support_code(person(who), &format!("K7M2Q{who}"), START)?;
                writing.show_support(session(who).session, Uuid::from_u128(u128::from(who)).into(), "es")?;
                writing.set_pin(person(who), "$argon2id$…")?;
                writing.set_limit(&format!("pin:{who}"), 3, START)?;
                let command = CommandState { command: command(who), author: format!("p{who}"), digest: "aa".into() };
                writing.answer_command(&command, "hecho")?;
                let bytes = DataUse { down: 48_000, up: 900 };
                let row = DataUseRow { day: "2027-01-14".into(), family: Family::Lessons, bytes };
                writing.add_data_use(person(who), &row)?;
                writing.set_data_limit(person(who), 50.try_into().unwrap())?;
                publish(writing, after(Span::days(who.into())))?;
                writing.lease("mail", "process-1", after(Span::minutes(1)))?;
                writing.follow_to("mail", 7)
            })
            .unwrap();
    }
    store
}

/// A publication of one figure and one mean.
fn publish(writing: &mut Writing<'_>, published: Moment) -> Result<(), StoreError> {
    let group = Group::Of(Dimension::Organisation, "puesto de salud".into());
    let what = Move { group, measure: Measure::Enrolled, figure: 12 };
    let gain = MeanGain { pairs: 9, pre: 402, post: 655, gain: 253, interval: (-11, 517) };
    let version = ProgrammeVersionId(Uuid::from_u128(7));
    writing.add_publication(PublicationRow { published, cohorts: 3 })?;
    writing.add_published_figure(&FigureRow { published, what, label: "Puesto de Salud".into() })?;
    writing.add_published_gain(&GainRow { published, version, tests: "antes".into(), gain })
}

fn command(who: u8) -> CommandId {
    CommandId(Uuid::from_u128(u128::from(who) + 1))
}

#[test]
fn a_backup_goes_from_one_engine_to_the_other_and_back() {
    everywhere(|ground, engine| {
        let first = full(ground, engine);
        let path = ground.path(&format!("{engine:?}.telar"));
        let saved = save(&first, &path);
        assert_eq!((saved.facts, saved.bytes), (42, std::fs::metadata(&path).unwrap().len()));
        assert!(saved.head.starts_with(&format!("{}/1/42/", first.origin().node)));

        let there = ground.place(ground.other(engine));
        let restored = bring_back(&path, &there).unwrap();
        assert_eq!((restored.facts, restored.rows, restored.redacted), (42, saved.rows, 0));
        let second = Store::open(&there, START).unwrap();
        assert_eq!(tables(&second), tables(&first));

        let path = ground.path(&format!("{engine:?}-back.telar"));
        save(&second, &path);
        let back = ground.place(engine);
        bring_back(&path, &back).unwrap();
        let third = Store::open(&back, START).unwrap();
        assert_eq!(tables(&third), tables(&first));
        for store in [&second, &third] {
            assert_eq!(store.verify(&mut |_, _| ()).unwrap().facts, 42);
            assert_eq!(store.rebuild(Rebuild::Check, START, |_, _| ()).unwrap().differences, Vec::<String>::new());
            store
                .read(|reading| {
                    assert!(reading.session("token-1")?.is_some_and(|row| row.away && row.person == person(1)));
                    assert_eq!(reading.pin(person(0))?.as_deref(), Some("$argon2id$…"));
                    assert_eq!(reading.limit("pin:1")?, Some((3, START)));
                    assert_eq!(reading.data_total(person(1), JANUARY)?, 48_900);
                    let published = after(Span::days(1));
                    assert_eq!(reading.last_publication()?, Some(PublicationRow { published, cohorts: 3 }));
                    let figures = reading.published_figures()?;
                    assert_eq!((figures.len(), figures[1].published, figures[1].what.figure), (2, published, 12));
                    assert_eq!(reading.published_gains()?[0].gain.interval, (-11, 517));
                    assert!(reading.data_limit(person(1))?.is_some_and(|(limit, _)| limit.megabytes() == 50));
                    let state = CommandState { command: command(0), author: "p0".into(), digest: "aa".into() };
                    assert_eq!(reading.command(&state)?, CommandBefore::Same("hecho".into()));
                    Ok::<_, StoreError>(())
                })
                .unwrap();
            // A follower goes on from where it was, and whoever held it is not waited for.
            let lease = store.write(START, |writing| writing.lease("mail", "process-9", START)).unwrap();
            assert_eq!(lease, Lease::Held { position: 7 });
        }
    });
}

#[test]
fn a_backup_is_never_written_over_another_file() {
    everywhere(|ground, engine| {
        let store = full(ground, engine);
        let path = ground.path("taken");
        std::fs::write(&path, "a letter").unwrap();
        let refused = store.backup(&path, &Seal::Open, START, &mut |_, _| ());
        assert!(matches!(refused, Err(BackupError::Exists(_))));
        assert_eq!(std::fs::read(&path).unwrap(), b"a letter");
        let nowhere = store.backup(&ground.path("no/such/folder"), &Seal::Open, START, &mut |_, _| ());
        assert!(matches!(nowhere, Err(BackupError::File { .. })));
    });
}

#[test]
fn a_place_that_holds_a_store_is_left_as_it_is() {
    everywhere(|ground, engine| {
        let store = full(ground, engine);
        let path = ground.path(&format!("{engine:?}.telar"));
        save(&store, &path);
        let taken = ground.place(engine);
        let other = Store::open(&taken, START).unwrap();
        record(&other, START, &whole_life(3));
        assert!(matches!(bring_back(&path, &taken), Err(RestoreError::Open(store::OpenError::Locked(_)))));
        let before = (tables(&other), other.origin());
        drop(other);
        let bytes = files(taken.folder());
        assert!(matches!(bring_back(&path, &taken), Err(RestoreError::NotEmpty(_))));
        assert_eq!(files(taken.folder()), bytes);
        let other = Store::open(&taken, START).unwrap();
        assert_eq!((tables(&other), other.origin()), before);
    });
}

#[test]
fn the_list_of_erasures_is_carried_out_again() {
    everywhere(|ground, engine| {
        let store = full(ground, engine);
        let path = ground.path(&format!("{engine:?}.telar"));
        save(&store, &path);
        // After the backup somebody is erased; the list beside the store remembers it.
        let what = PersonErased { erasure: ErasureId(Uuid::from_u128(1)), certificates: CertificateRecords::Stay };
        let about = Subject::Person(person(0));
        let new = NewFact { actor: None, about, what: what.into() };
        let fact = store.write(START, move |writing| writing.record(vec![new])).unwrap().remove(0);
        let list = ground.path(&format!("{engine:?}.redactions"));
        std::fs::write(&list, format!("{}\n\n", serde_json::to_string(&fact).unwrap())).unwrap();

        let place = ground.place(ground.other(engine));
        let now = after(Span::days(1));
        let restored = restore(&path, &place, &Unseal::Open, (Some(&list), now), &mut |_, _| ()).unwrap();
        assert_eq!(restored.redacted, 1);
        let again = Store::open(&place, now).unwrap();
        assert_eq!(tables(&again), tables(&store));
        again
            .read(|reading| {
                assert!(reading.person(person(0))?.is_none());
                assert_eq!((reading.data_total(person(0), JANUARY)?, reading.data_limit(person(0))?), (0, None));
                assert_eq!(reading.data_total(person(1), JANUARY)?, 48_900, "what is another's stays");
                assert!(reading.session("token-0")?.is_none() && reading.pin(person(0))?.is_none());
                assert!(reading.support_code(person(0))?.is_none() && reading.support_code(person(1))?.is_some());
                let shows = |reading: &mut store::Reading<'_>, who: u8| {
                    let session = (session(who).session, person(who));
                    Ok::<_, StoreError>(reading.session_support(session, START)?.shows.is_some())
                };
                assert!(!shows(reading, 0)? && shows(reading, 1)?);
                assert!(reading.session("token-1")?.is_some());
                let left = reading.facts_about(about)?.into_iter().filter(|fact| fact.payload.is_some());
                assert_eq!(left.count(), 3);
                Ok::<_, StoreError>(())
            })
            .unwrap();
        assert_eq!(again.verify(&mut |_, _| ()).unwrap().redacted, 17);
        // The erasure of before comes back from another node too, and changes nothing.
        copy_all(&store, &again);
        assert_eq!(tables(&again), tables(&store));
        // A backup that knows the erasure already does not carry it out twice.
        let path = ground.path(&format!("{engine:?}-later.telar"));
        save(&store, &path);
        let place = ground.place(engine);
        let restored = restore(&path, &place, &Unseal::Open, (Some(&list), now), &mut |_, _| ()).unwrap();
        assert_eq!(restored.redacted, 0);
    });
}

#[test]
fn a_list_of_erasures_that_cannot_be_read_stops_the_restore() {
    let ground = Ground::of_files();
    let store = full(&ground, Engine::Sqlite);
    let (path, list) = (ground.path("backup"), ground.path("list"));
    save(&store, &path);
    std::fs::write(&list, "{ not a fact").unwrap();
    let place = ground.place(Engine::Sqlite);
    let refused = restore(&path, &place, &Unseal::Open, (Some(&list), START), &mut |_, _| ());
    assert!(matches!(refused, Err(RestoreError::Damaged(_))));
    assert!(!place.folder().exists());
}

#[test]
fn a_backup_taken_while_others_write_holds_one_moment() {
    everywhere(|ground, engine| {
        let store = ground.store(engine);
        record(&store, START, &whole_life(0));
        let stop = AtomicBool::new(false);
        let paths: Vec<_> = (0..4).map(|n| ground.path(&format!("{engine:?}-{n}.telar"))).collect();
        std::thread::scope(|scope| {
            let writer = scope.spawn(|| {
                let mut written = 0;
                // Always two facts in one commit, about somebody new.
                for who in 10..250 {
                    record(&store, START, &[step(Verb::Register, who, 0, 0), step(Verb::Enrol, who, 0, 0)]);
                    written += 1;
                    if stop.load(Ordering::Relaxed) {
                        break;
                    }
                }
                written
            });
            for path in &paths {
                save(&store, path);
            }
            stop.store(true, Ordering::Relaxed);
            assert!(writer.join().unwrap() > 0);
        });
        for path in &paths {
            let place = ground.place(ground.other(engine));
            let restored = bring_back(path, &place).unwrap();
            let copy = Store::open(&place, START).unwrap();
            assert_eq!(restored.facts % 2, 1, "21 facts before, then two by two");
            assert_eq!(tables(&copy)["people"].rows, tables(&copy)["enrolments"].rows);
            assert_eq!(copy.verify(&mut |_, _| ()).unwrap().facts, restored.facts);
        }
    });
}

#[test]
fn long_work_tells_how_far_it_is() {
    everywhere(|ground, engine| {
        let store = ground.store(engine);
        for _ in 0..3 {
            record(&store, START, &(0..17).flat_map(whole_life).collect::<Vec<_>>());
        }
        let path = ground.path(&format!("{engine:?}.telar"));
        let (mut saving, mut verifying, mut restoring) = (Vec::new(), Vec::new(), Vec::new());
        store.backup(&path, &Seal::Open, START, &mut |done, all| saving.push((done, all))).unwrap();
        store.verify(&mut |done, all| verifying.push((done, all))).unwrap();
        let place = ground.place(ground.other(engine));
        restore(&path, &place, &Unseal::Open, (None, START), &mut |done, all| restoring.push((done, all))).unwrap();
        for said in [saving, verifying, restoring] {
            assert!(said.len() > 1);
            assert!(said.is_sorted_by(|before, next| before.0 <= next.0 && before.1 == next.1), "{said:?}");
            assert!(said.last().is_some_and(|(done, all)| done == all), "{said:?}");
        }
    });
}

/// The backup as a version of Telar would have written it that did not know the table yet.
fn without(table: &str, path: &Path) {
    let text = String::from_utf8(zstd::decode_all(&std::fs::read(path).unwrap()[..]).unwrap()).unwrap();
    let (before, last) = text.trim_end().rsplit_once('\n').unwrap();
    let mut last: serde_json::Value = serde_json::from_str(last).unwrap();
    last["derived"].as_object_mut().unwrap().remove(table).unwrap();
    // `end` comes first in the line, as a backup writes it.
    let end = last.as_object_mut().unwrap().remove("end").unwrap();
    let rest = serde_json::to_string(&last).unwrap();
    let lines = format!("{before}\n{{\"end\":{end},{}\n", &rest[1..]);
    std::fs::write(path, zstd::encode_all(lines.as_bytes(), 3).unwrap()).unwrap();
}

#[test]
fn a_backup_from_before_a_table_is_restored_and_the_table_is_empty() {
    everywhere(|ground, engine| {
        let store = ground.store(engine);
        let life: Vec<Step> = whole_life(0).into_iter().filter(|it| it.verb != Verb::Certify).collect();
        record(&store, START, &life);
        record(&store, START, &[step(Verb::CertifyAsOnce, 0, 0, 1)]);
        let path = ground.path(&format!("{engine:?}-older.telar"));
        save(&store, &path);
        without("certificate_papers", &path);
        let place = ground.place(ground.other(engine));
        bring_back(&path, &place).unwrap();
        let again = Store::open(&place, START).unwrap();
        assert_eq!(tables(&again), tables(&store));
        let of = |table: &str| tables(&again)[table].rows;
        assert_eq!((of("certificates"), of("certificate_papers")), (1, 0));
        assert!(again.read(|reading| reading.certificate("NUM001")).unwrap().unwrap().stated.is_none());

        // What its facts do fill cannot be missing from the list.
        record(&store, START, &[step(Verb::Certify, 0, 1, 1)]);
        let path = ground.path(&format!("{engine:?}-torn.telar"));
        save(&store, &path);
        without("certificate_papers", &path);
        let place = ground.place(engine);
        assert!(matches!(bring_back(&path, &place), Err(RestoreError::Damaged(_))));
    });
}
