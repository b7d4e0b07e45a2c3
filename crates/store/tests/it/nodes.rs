//! Nodes converge: stores that receive each other's prefixes in any interleaving end equal, whatever their clocks say.

use crate::people::*;
use crate::support::*;
use domain::Moment;
use domain::facts::{Fact, Subject};
use domain::ids::FactId;
use domain::moment::Span;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use std::collections::BTreeMap;
use store::{Rebuild, ReceiveError, Store, StoreError};

pub fn receive(store: &Store, now: Moment, facts: Vec<Fact>) -> Result<u64, ReceiveError> {
    store.write(now, move |writing| writing.receive(&facts))
}

/// Carries at most `most` facts of one origin from one store to another, from where the other stopped.
fn carry(from: &Store, to: &Store, (now, origin, most): (Moment, usize, u32)) -> Result<u64, ReceiveError> {
    let origins = from.read(|reading| reading.origins())?;
    let Some((origin, ..)) = origins.get(origin % origins.len()) else { return Ok(0) };
    let heads = to.read(|reading| reading.origins())?;
    let after = heads.iter().find(|(known, ..)| known == origin).map_or(0, |(_, seq, _)| *seq);
    let facts = from.read(|reading| reading.facts_of(*origin, after, most))?;
    receive(to, now, facts)
}

/// Carries all that `from` has and `to` has not.
pub fn copy_all(from: &Store, to: &Store) {
    for origin in 0..from.read(|reading| reading.origins()).unwrap().len() {
        while carry(from, to, (START, origin, 500)).unwrap() > 0 {}
    }
}

#[derive(Clone, Debug)]
enum Act {
    Record { node: usize, steps: Vec<Step> },
    Carry { from: usize, to: usize, origin: usize, most: u32 },
    Restart { node: usize },
}

fn any_act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => (0..3_usize, proptest::collection::vec(any_step(), 1..5)).prop_map(|(node, steps)| Act::Record { node, steps }),
        5 => (0..3_usize, 1..3_usize, 0..3_usize, 1..7_u32)
            .prop_map(|(from, on, origin, most)| Act::Carry { from, to: (from + on) % 3, origin, most }),
        1 => (0..3_usize).prop_map(|node| Act::Restart { node }),
    ]
}

#[test]
fn three_nodes_whose_clocks_disagree_by_days_end_equal() {
    let ground = Ground::new();
    let scene = (proptest::collection::vec(any_act(), 1..40), [-9..10_i64, -9..10_i64, -9..10_i64]);
    let mut runner = TestRunner::new(cases(10));
    let done = runner.run(&scene, |(acts, days_ahead)| {
        // One of them on the other engine.
        let engines = [Engine::Sqlite, ground.other(Engine::Sqlite), Engine::Sqlite];
        let places = engines.map(|engine| ground.place(engine));
        let mut nodes: Vec<Store> = places.iter().map(|place| Store::open(place, START).unwrap()).collect();
        let mut heard_of: BTreeMap<Subject, Vec<FactId>> = BTreeMap::new();
        let mut written = 0;
        for (minute, act) in acts.iter().enumerate() {
            let clock = |node: usize| after(Span::days(days_ahead[node])) + Span::minutes(minute as i64);
            match act {
                Act::Record { node, steps } => {
                    // A redaction may name a fact that this node has not received yet.
                    let news =
                        steps.iter().map(|step| step.fact(heard_of.get(&step.about()).map_or(&[], Vec::as_slice)));
                    let news: Vec<_> = news.collect();
                    let facts = nodes[*node].write(clock(*node), move |writing| writing.record(news)).unwrap();
                    written += facts.len() as u64;
                    for fact in facts {
                        heard_of.entry(fact.about).or_default().push(fact.id);
                    }
                }
                Act::Carry { from, to, origin, most } => {
                    carry(&nodes[*from], &nodes[*to], (clock(*to), *origin, *most)).unwrap();
                }
                Act::Restart { node } => {
                    drop(nodes.remove(*node));
                    nodes.insert(*node, Store::open(&places[*node], clock(*node)).unwrap());
                }
            }
        }
        for (from, to) in [(0, 1), (1, 2), (2, 0), (0, 1)] {
            copy_all(&nodes[from], &nodes[to]);
        }
        let expected = tables(&nodes[0]);
        for node in &nodes {
            prop_assert_eq!(facts(node), written);
            prop_assert_eq!(&tables(node), &expected);
            prop_assert_eq!(node.verify(&mut |_, _| ()).unwrap().facts, written);
            let rebuilt = node.rebuild(Rebuild::Replace, START, |_, _| ()).unwrap();
            prop_assert_eq!(rebuilt.differences, Vec::<String>::new());
        }
        Ok(())
    });
    done.unwrap();
}

#[test]
fn the_last_word_is_the_one_said_after_the_other_was_heard() {
    everywhere(|ground, engine| {
        let (coban, capital) = (ground.store(engine), ground.store(ground.other(engine)));
        // Cobán's clock runs nine days ahead; the capital hears of the name and corrects it minutes later.
        record(&coban, after(Span::days(9)), &[step(Verb::Register, 0, 0, 1)]);
        copy_all(&coban, &capital);
        record(&capital, after(Span::minutes(5)), &[step(Verb::Rename, 0, 2, 0)]);
        copy_all(&capital, &coban);
        for store in [&coban, &capital] {
            let row = store.read(|reading| reading.person(person(0))).unwrap().unwrap();
            assert_eq!(row.name, name(2));
        }
        // Yet the clock that runs ahead does not drag along what the capital says about others.
        let said = record(&capital, after(Span::minutes(6)), &[step(Verb::Register, 1, 0, 1)]);
        assert!(said[0].clock.moment() < after(Span::hours(1)));
        assert_eq!(said[0].at, after(Span::minutes(6)));
    });
}

#[test]
fn a_batch_of_many_origins_is_taken_whole() {
    everywhere(|ground, engine| {
        let nodes = [ground.store(engine), ground.store(ground.other(engine)), ground.store(engine)];
        record(&nodes[0], START, &whole_life(0));
        record(&nodes[1], START, &whole_life(0));
        let mut batch = Vec::new();
        for node in &nodes[..2] {
            batch.extend(node.read(|reading| reading.facts_of(node.origin(), 0, 100)).unwrap());
        }
        assert_eq!(receive(&nodes[2], START, batch.clone()).unwrap(), 42);
        assert_eq!(receive(&nodes[2], START, batch).unwrap(), 0);
        copy_all(&nodes[0], &nodes[1]);
        assert_eq!(tables(&nodes[2]), tables(&nodes[1]));
        assert_eq!(nodes[2].read(|reading| Ok::<_, StoreError>(reading.origins()?.len())).unwrap(), 3);
    });
}
