//! Erasure is possible: before its fact, after it and without it, on every node and in the file itself.

use crate::nodes::{copy_all, receive};
use crate::people::*;
use crate::support::*;
use domain::Moment;
use domain::facts::*;
use domain::ids::{CommandId, ErasureId, FactId};
use domain::moment::Span;
use store::{CommandBefore, CommandState, Location, NewFact, Rebuild, Store};
use uuid::Uuid;

fn later() -> Moment {
    after(Span::hours(1))
}

fn redact(store: &Store, facts: Vec<FactId>) -> Fact {
    let new = NewFact { actor: None, about: Subject::Person(person(0)), what: FactsRedacted { facts }.into() };
    store.write(later(), move |writing| writing.record(vec![new])).unwrap().remove(0)
}

fn erase(store: &Store, who: u8, certificates: CertificateRecords) -> Fact {
    let what = PersonErased { erasure: ErasureId(Uuid::from_u128(1)), certificates }.into();
    let new = NewFact { actor: Some(person(3)), about: Subject::Person(person(who)), what };
    store.write(later(), move |writing| writing.record(vec![new])).unwrap().remove(0)
}

fn about(store: &Store, who: u8) -> Vec<Fact> {
    store.read(|reading| reading.facts_about(Subject::Person(person(who)))).unwrap()
}

fn is_sound(store: &Store, redacted: u64) {
    assert_eq!(store.verify(&mut |_, _| ()).unwrap().redacted, redacted);
    assert_eq!(store.rebuild(Rebuild::Check, START, |_, _| ()).unwrap().differences, Vec::<String>::new());
}

#[test]
fn a_redaction_reaches_its_fact_after_before_and_without_it() {
    everywhere(|ground, engine| {
        let [coban, capital, late, never] =
            [engine, ground.other(engine), engine, ground.other(engine)].map(|engine| ground.store(engine));
        let written = record(&coban, START, &whole_life(0));
        let rename = written.iter().find(|fact| fact.kind == "person.renamed/1").unwrap();
        copy_all(&coban, &capital);
        // After its fact, where it is written down and wherever the fact had come before.
        let redaction = redact(&capital, vec![rename.id]);
        copy_all(&capital, &coban);
        // Before its fact: this one hears of the redaction first.
        receive(&late, START, vec![redaction.clone()]).unwrap();
        assert_eq!(receive(&late, START, written.clone()).unwrap(), 21, "the fact comes with its payload");
        // Without its fact: this one never hears of it.
        receive(&never, START, vec![redaction]).unwrap();
        is_sound(&never, 0);
        for store in [&coban, &capital, &late] {
            let here = about(store, 0);
            let fact = here.iter().find(|fact| fact.id == rename.id).unwrap();
            assert_eq!((fact.payload.as_ref(), fact.digest, fact.chain), (None, rename.digest, rename.chain));
            assert_eq!(store.read(|reading| reading.person(person(0))).unwrap().unwrap().name, name(0));
            assert_eq!(tables(store), tables(&coban));
            is_sound(store, 1);
        }
        // Sent once more by somebody who still has it, it does not come back.
        assert_eq!(receive(&late, START, written.clone()).unwrap(), 0);
        is_sound(&late, 1);
    });
}

#[test]
fn a_redaction_reaches_no_other_subject_and_no_other_redaction() {
    everywhere(|ground, engine| {
        let store = ground.store(engine);
        record(&store, START, &whole_life(0));
        let other = record(&store, START, &[step(Verb::Register, 1, 0, 1)]).remove(0);
        let first = redact(&store, vec![other.id]);
        redact(&store, vec![first.id]);
        is_sound(&store, 0);
        assert!(store.read(|reading| reading.person(person(1))).unwrap().is_some());
    });
}

#[test]
fn an_erased_person_is_gone_and_her_certificates_stay_or_go_as_she_said() {
    everywhere(|ground, engine| {
        for certificates in [CertificateRecords::Stay, CertificateRecords::Go] {
            let [coban, capital, late] = [engine, ground.other(engine), engine].map(|engine| ground.store(engine));
            let hers = record(&coban, START, &whole_life(0));
            let others = record(&coban, START, &whole_life(1));
            copy_all(&coban, &capital);
            let erasure = erase(&capital, 0, certificates);
            copy_all(&capital, &coban);
            receive(&late, START, vec![erasure]).unwrap();
            receive(&late, START, [&hers[..], &others[..]].concat()).unwrap();
            let stays = u64::from(certificates == CertificateRecords::Stay);
            // Two of hers are about the programme and the cohort; a certificate is issued and revoked.
            let gone = hers.len() as u64 - 2 - 2 * stays;
            for store in [&coban, &capital, &late] {
                let count = |table: &str| tables(store)[table].rows;
                assert_eq!((count("people"), count("enrolments"), count("attempts"), count("answers")), (1, 1, 1, 2));
                assert_eq!((count("certificates"), count("grants"), count("erasures")), (1 + stays, 1, 1));
                assert_eq!(tables(store), tables(&coban));
                let kept = about(store, 0).into_iter().filter(|fact| fact.payload.is_some());
                let kept: Vec<String> = kept.map(|fact| fact.kind).collect();
                let mut expected = vec!["certificate.issued/2", "certificate.revoked/1", "person.erased/1"];
                assert_eq!(kept, expected.split_off(if stays == 1 { 0 } else { 2 }));
                is_sound(store, gone);
            }
            // A journal whose person was erased replays to the same tables elsewhere.
            let replayed = ground.store(ground.other(engine));
            copy_all(&late, &replayed);
            assert_eq!(tables(&replayed), tables(&coban));
            is_sound(&replayed, gone);
        }
    });
}

#[test]
fn what_is_written_about_an_erased_person_later_is_kept_nowhere() {
    everywhere(|ground, engine| {
        let (coban, capital) = (ground.store(engine), ground.store(ground.other(engine)));
        record(&coban, START, &whole_life(0));
        copy_all(&coban, &capital);
        erase(&capital, 0, CertificateRecords::Go);
        // Here in the same moment, there without having heard of it.
        let here = record(&capital, later(), &[step(Verb::Rename, 0, 3, 0), step(Verb::Certify, 0, 1, 0)]);
        record(&coban, later(), &[step(Verb::SaveAnswer, 0, 2, 0), step(Verb::Register, 0, 4, 4)]);
        assert!(here.iter().all(|fact| fact.payload.is_none()));
        copy_all(&capital, &coban);
        copy_all(&coban, &capital);
        for store in [&coban, &capital] {
            assert_eq!(about(store, 0).into_iter().filter(|fact| fact.payload.is_some()).count(), 1);
            assert_eq!(tables(store)["people"].rows + tables(store)["certificates"].rows, 0);
            assert_eq!(tables(store), tables(&coban));
            is_sound(store, 23);
        }
    });
}

#[test]
fn of_two_erasures_the_one_that_takes_more_wins_in_either_order() {
    everywhere(|ground, engine| {
        let [coban, capital, third] = [engine, ground.other(engine), engine].map(|engine| ground.store(engine));
        record(&coban, START, &whole_life(0));
        copy_all(&coban, &capital);
        erase(&coban, 0, CertificateRecords::Stay);
        erase(&capital, 0, CertificateRecords::Go);
        copy_all(&capital, &third);
        copy_all(&coban, &third);
        copy_all(&coban, &capital);
        copy_all(&capital, &coban);
        for store in [&coban, &capital, &third] {
            assert_eq!(tables(store)["certificates"].rows, 0);
            assert_eq!(tables(store), tables(&third));
            is_sound(store, 19);
        }
    });
}

#[test]
fn what_was_answered_for_an_erased_person_goes_and_what_names_a_whole_cast_stays() {
    everywhere(|ground, engine| {
        let store = ground.store(engine);
        let (her, other) = (person(0), person(1));
        let answers = [
            (her.to_string(), "1".to_owned()),
            ("nobody".into(), format!("[\"{her}\",\"{other}\"]")),
            ("nobody".into(), format!("[\"{other}\",\"{other}\"]")),
            (other.to_string(), format!("\"{her}\"")),
            ("nobody".into(), format!("{{\"learner\":\"{her}\"}}")),
        ];
        let states = (1..).zip(answers).map(|(id, (author, answer))| {
            (CommandState { command: CommandId(Uuid::from_u128(id)), author, digest: "aa".into() }, answer)
        });
        let states: Vec<_> = states.collect();
        let kept = states.clone();
        let forgotten = store.write(START, move |writing| {
            for (state, answer) in &kept {
                writing.answer_command(state, answer)?;
            }
            writing.forget_plain_rows(her)
        });
        forgotten.unwrap();
        let left =
            states.iter().map(|(state, _)| store.read(|reading| reading.command(state)).unwrap() != CommandBefore::New);
        assert_eq!(left.collect::<Vec<_>>(), [false, false, true, false, true]);
    });
}

/// A text that stands in the erased person's facts and nowhere else.
const SECRET: &str = "Centro de Salud 3";

#[test]
fn what_is_erased_is_not_in_the_database_any_more() {
    everywhere(|ground, engine| {
        let place = ground.place(engine);
        let store = Store::open(&place, START).unwrap();
        for who in 0..4 {
            record(&store, START, &whole_life(who));
            record(&store, START, &[step(Verb::Rename, who, who, 0)]);
        }
        // All four work in the same place: the last to be erased takes the last trace of it along.
        for who in 0..4 {
            if let Location::Sqlite { folder } = &place {
                assert!(files(folder).values().any(|bytes| holds(bytes, SECRET)), "it was there before");
            }
            erase(&store, who, CertificateRecords::Go);
        }
        match &place {
            Location::Sqlite { folder } => {
                // At once, in the file and in its log, while the store goes on serving.
                assert_clean(folder);
                assert!(files(folder)["telar.db"].len() > 4_096);
                drop(store);
                assert_clean(folder);
                let file = files(folder).remove("telar.db").unwrap();
                for name in NAMES {
                    assert!(!holds(&file, name) && !holds(&file, &domain::people::folded(name)), "{name}");
                }
            }
            Location::Postgres { .. } => {
                let left = "SELECT COUNT(*) FROM journal WHERE payload LIKE '%Centro de Salud%' OR salt IS NOT NULL \
                            AND kind NOT IN ('person.erased/1', 'programme.imported/1', 'cohort.opened/1')";
                assert_eq!(count(&place, left), 0);
            }
        }
    });
}

fn assert_clean(folder: &std::path::Path) {
    for (name, bytes) in files(folder) {
        assert!(!holds(&bytes, SECRET), "{name} still holds it");
    }
}
