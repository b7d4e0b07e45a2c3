//! Replay is equality: the tables that pages read are those that the journal gives, on either engine.

use crate::coming::{coming_and_going, helped, told_to_all};
use crate::nodes::copy_all;
use crate::organisations::kept_and_merged;
use crate::people::*;
use crate::support::*;
use domain::moment::Span;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use store::{Rebuild, Store};

fn rebuilt(store: &Store, mode: Rebuild) -> store::Rebuilt {
    store.rebuild(mode, START, |_, _| ()).unwrap()
}

#[test]
fn whatever_people_do_replays_to_the_same_tables_on_either_engine() {
    let ground = Ground::new();
    let life = proptest::collection::vec((proptest::collection::vec(any_step(), 1..9), -40..90_i64), 1..9);
    let mut runner = TestRunner::new(cases(10));
    let done = runner.run(&(life, any::<bool>()), |(life, crosses)| {
        // From SQLite to the other engine, or the other way round.
        let here = if crosses { Engine::Sqlite } else { ground.other(Engine::Sqlite) };
        let place = ground.place(here);
        let store = Store::open(&place, START).unwrap();
        let mut now = START;
        for (steps, minutes) in &life {
            now = now + Span::minutes(*minutes);
            record(&store, now, steps);
        }
        let written = life.iter().map(|(steps, _)| steps.len() as u64).sum::<u64>();
        let check = rebuilt(&store, Rebuild::Check);
        prop_assert_eq!(&check.differences, &Vec::<String>::new());
        prop_assert_eq!(check.facts, written);
        let other = ground.store(ground.other(here));
        copy_all(&store, &other);
        prop_assert_eq!(tables(&store), tables(&other));
        prop_assert_eq!(&rebuilt(&other, Rebuild::Replace).differences, &Vec::<String>::new());
        prop_assert_eq!(tables(&store), tables(&other));
        prop_assert_eq!(other.verify(&mut |_, _| ()).unwrap().facts, written);
        // Nothing depends on what the process remembers.
        drop(store);
        let store = Store::open(&place, START).unwrap();
        prop_assert_eq!(tables(&store), tables(&other));
        Ok(())
    });
    done.unwrap();
}

#[test]
fn every_kind_of_fact_leaves_its_trace() {
    everywhere(|ground, engine| {
        let store = ground.store(engine);
        record(&store, START, &whole_life(0));
        record(&store, START, &another_attempt(0));
        record(&store, START, &staff_at_quizzes(0));
        record(&store, START, &another_certificate(0));
        record(&store, START, &another_version(0));
        record(&store, START, &another_schedule(0));
        record(&store, START, &coming_and_going(0));
        record(&store, START, &kept_and_merged(0));
        record(&store, START, &told_to_all(0));
        record(&store, START, &helped(0));
        record(&store, START, &[step(Verb::Redact, 0, 1, 4), step(Verb::Erase, 1, 0, 0)]);
        let kinds: std::collections::BTreeSet<String> = store
            .read(|reading| reading.facts_after(0, 1_000))
            .unwrap()
            .into_iter()
            .map(|(_, fact)| fact.kind)
            .collect();
        assert_eq!(kinds.len(), VERBS.len());
        let empty: Vec<String> =
            tables(&store).into_iter().filter(|(_, print)| print.rows == 0).map(|(table, _)| table).collect();
        assert_eq!(empty, Vec::<String>::new());
    });
}

#[test]
fn a_row_that_no_fact_gives_is_found_and_mended() {
    everywhere(|ground, engine| {
        let place = ground.place(engine);
        let store = Store::open(&place, START).unwrap();
        record(&store, START, &whole_life(0));
        record(&store, START, &whole_life(1));
        let before = tables(&store);
        drop(store);
        assert_eq!(meddle(&place, "UPDATE attempts SET per_cent = 1"), 2);
        assert_eq!(meddle(&place, "DELETE FROM grants"), 2);
        let store = Store::open(&place, START).unwrap();
        let seen = tables(&store);
        let mut said = Vec::new();
        let check = rebuilt(&store, Rebuild::Check);
        assert_eq!(check.differences, ["grants", "attempts"]);
        assert_eq!(tables(&store), seen, "looking changes nothing");
        let (tell, hear) = std::sync::mpsc::channel();
        let replaced =
            store.rebuild(Rebuild::Replace, START, move |done, all| tell.send((done, all)).unwrap()).unwrap();
        said.extend(hear);
        assert_eq!(replaced.differences, ["grants", "attempts"]);
        assert_eq!(said.last(), Some(&(42, 42)));
        assert_eq!(tables(&store), before);
        assert_eq!(rebuilt(&store, Rebuild::Check).differences, Vec::<String>::new());
    });
}

#[test]
fn what_a_later_telar_writes_is_kept_and_passed_on() {
    everywhere(|ground, engine| {
        let store = ground.store(engine);
        let fact = record(&store, START, &whole_life(0)).pop().unwrap();
        // A kind that this version does not know, as if a later one had written it: chained and digested as ever.
        let json = r#"{"of":"2031"}"#;
        let mut next = fact.clone();
        next.id = domain::ids::FactId(uuid::Uuid::from_u128(77));
        next.seq += 1;
        next.kind = "dream.told/3".into();
        next.digest = domain::facts::digest_of(&"0".repeat(32), json);
        next.payload = Some(domain::facts::Payload { salt: "0".repeat(32), json: json.into() });
        next.chain = domain::facts::chained(fact.chain, &next);
        let other = ground.store(ground.other(engine));
        copy_all(&store, &other);
        crate::nodes::receive(&other, START, vec![next.clone()]).unwrap();
        assert_eq!(tables(&other), tables(&store));
        assert_eq!(rebuilt(&other, Rebuild::Check).differences, Vec::<String>::new());
        assert_eq!(other.verify(&mut |_, _| ()).unwrap().facts, 22);
        let third = ground.store(engine);
        copy_all(&other, &third);
        let passed = third.read(|reading| reading.facts_of(next.origin, 21, 5)).unwrap();
        assert_eq!(passed, [next]);
    });
}
