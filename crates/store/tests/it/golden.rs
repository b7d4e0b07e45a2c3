//! The golden journals: what Telar wrote once replays for ever, on both engines, to the same tables. A journal is never
//! changed; a new kind of fact comes with a journal of its own.

use crate::backup::{bring_back, save};
use crate::coming::{coming_and_going, helped, told_to_all};
use crate::nodes::{copy_all, receive};
use crate::organisations::kept_and_merged;
use crate::people::*;
use crate::support::*;
use domain::facts::Fact;
use domain::moment::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use store::{Fingerprint, Rebuild, Store};

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/journals").join(name)
}

fn journal(version: &str) -> Vec<Fact> {
    let text = std::fs::read_to_string(file(&format!("{version}.jsonl"))).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn expected(version: &str) -> BTreeMap<String, Fingerprint> {
    serde_json::from_str(&std::fs::read_to_string(file(&format!("{version}.tables.json"))).unwrap()).unwrap()
}

/// What the tables hold: as the journal says, and nothing in those that came after it.
fn given(store: &Store, version: &str) -> (BTreeMap<String, Fingerprint>, BTreeMap<String, Fingerprint>) {
    let mut expected = expected(version);
    let found = tables(store);
    for name in found.keys() {
        expected.entry(name.clone()).or_default();
    }
    (found, expected)
}

fn assert_given(store: &Store, version: &str) {
    let (found, expected) = given(store, version);
    assert_eq!(found, expected, "{version}");
}

/// Each journal with the number of kinds that there were when it was written.
const JOURNALS: [(&str, usize); 10] = [
    ("v1", 21),
    ("v2", 24),
    ("v3", 30),
    ("v4", 31),
    ("v5", 33),
    ("v6", 36),
    ("v7", 45),
    ("v8", 48),
    ("v9", 50),
    ("v10", 52),
];

#[test]
fn every_journal_replays_to_the_tables_it_gave() {
    for (version, _) in JOURNALS {
        replays(version);
    }
}

fn replays(version: &str) {
    let facts = journal(version);
    everywhere(|ground, engine| {
        let store = ground.store(engine);
        assert_eq!(receive(&store, START, facts.clone()).unwrap(), facts.len() as u64);
        assert_given(&store, version);
        let rebuilt = store.rebuild(Rebuild::Replace, START, |_, _| ()).unwrap();
        assert_eq!(rebuilt.differences, Vec::<String>::new());
        assert_given(&store, version);
        assert_eq!(store.verify(&mut |_, _| ()).unwrap().facts, facts.len() as u64);

        // Fact by fact, and another node first.
        let other = ground.store(engine);
        let mut facts = facts.clone();
        let first = facts[0].origin.node;
        facts.sort_by_key(|fact| (fact.origin.node == first, fact.origin, fact.seq));
        for fact in facts {
            receive(&other, START, vec![fact]).unwrap();
        }
        assert_given(&other, version);
    });
}

#[test]
fn every_journal_holds_every_kind_of_its_time_two_nodes_and_two_lives() {
    for (version, kinds) in JOURNALS {
        holds_all(version, kinds);
    }
    let kinds = JOURNALS.iter().flat_map(|(version, _)| journal(version)).map(|fact| fact.kind);
    assert_eq!(kinds.collect::<BTreeSet<_>>().len(), VERBS.len(), "a new kind comes with a journal of its own");
}

fn holds_all(version: &str, count: usize) {
    let facts = journal(version);
    let kinds: BTreeSet<&str> = facts.iter().map(|fact| fact.kind.as_str()).collect();
    assert_eq!(kinds.len(), count);
    let read: BTreeSet<&str> =
        facts.iter().filter(|fact| fact.payload.is_some()).map(|fact| fact.kind.as_str()).collect();
    assert_eq!(read, kinds, "every kind with its payload at least once");
    assert!(facts.iter().any(|fact| fact.payload.is_none()));
    let nodes: BTreeSet<_> = facts.iter().map(|fact| fact.origin.node).collect();
    let lives: BTreeSet<_> = facts.iter().map(|fact| fact.origin).collect();
    assert_eq!((nodes.len(), lives.len()), (2, 3));
    assert!(expected(version).values().all(|print| print.rows > 0));
}

/// Writes a golden journal: `TELAR_WRITE_JOURNAL=v2 cargo test -p store writes_a_journal`. It refuses to change one.
#[test]
fn writes_a_journal_when_asked() {
    let Ok(version) = std::env::var("TELAR_WRITE_JOURNAL") else { return };
    let (lines, prints) = (file(&format!("{version}.jsonl")), file(&format!("{version}.tables.json")));
    assert!(!lines.exists(), "{version} is written already");
    let ground = Ground::of_files();
    let coban = ground.store(Engine::Sqlite);
    let capital = ground.store(Engine::Sqlite);
    record(&coban, START, &whole_life(0));
    record(&coban, after(Span::minutes(9)), &whole_life(1));
    record(&coban, after(Span::minutes(9)), &another_attempt(1));
    record(&coban, after(Span::minutes(10)), &staff_at_quizzes(1));
    record(&coban, after(Span::minutes(9)), &another_certificate(1));
    record(&coban, after(Span::minutes(9)), &another_version(1));
    record(&coban, after(Span::minutes(9)), &another_schedule(1));
    record(&coban, after(Span::minutes(9)), &coming_and_going(1));
    record(&coban, after(Span::minutes(9)), &kept_and_merged(1));
    record(&coban, after(Span::minutes(9)), &told_to_all(1));
    record(&coban, after(Span::minutes(9)), &helped(1));
    // The capital's clock is two days behind.
    copy_all(&coban, &capital);
    record(&capital, after(Span::days(-2)), &[step(Verb::Rename, 0, 4, 1), step(Verb::SaveAnswer, 0, 0, 2)]);
    record(&capital, after(Span::days(-2)), &whole_life(2));
    record(&capital, after(Span::days(-2)), &[step(Verb::OpenCohort, 0, 1, 2), step(Verb::ImportProgramme, 0, 1, 3)]);
    let backup = ground.path("backup");
    save(&coban, &backup);
    record(&coban, after(Span::minutes(30)), &[step(Verb::ChooseLanguage, 0, 1, 0), step(Verb::Register, 3, 2, 3)]);
    copy_all(&coban, &capital);
    drop(coban);
    let place = ground.place(Engine::Sqlite);
    bring_back(&backup, &place).unwrap();
    let coban = Store::open(&place, START).unwrap();
    record(&coban, after(Span::days(1)), &[step(Verb::Enrol, 3, 0, 0), step(Verb::Redact, 1, 1, 3)]);
    record(&capital, after(Span::days(1)), &[step(Verb::Erase, 2, 0, 0), step(Verb::AskErasure, 1, 1, 1)]);
    copy_all(&coban, &capital);
    let facts = capital.read(|reading| reading.facts_after(0, 1_000)).unwrap();
    let text: String = facts.iter().map(|(_, fact)| serde_json::to_string(fact).unwrap() + "\n").collect();
    std::fs::write(lines, text).unwrap();
    std::fs::write(prints, serde_json::to_string_pretty(&tables(&capital)).unwrap() + "\n").unwrap();
}
