//! The one writer under many hands: each gets her own answer, after the commit, in her own order; who is refused leaves
//! nothing, and nobody's bug stops the rest.

use crate::people::*;
use crate::support::*;
use domain::facts::{LanguageChosen, Subject, What};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Barrier, mpsc};
use std::time::Duration;
use store::{NewFact, Store, StoreError, Writing};

const HANDS: u8 = 64;

#[derive(Debug, PartialEq)]
enum Refused {
    No(u8),
    Store,
}

impl From<StoreError> for Refused {
    fn from(_: StoreError) -> Self {
        Self::Store
    }
}

/// A fact that says who said it, and how many she had said before.
fn said(who: u8, number: u32) -> NewFact {
    let about = Subject::Person(person(who));
    NewFact { actor: Some(person(who)), about, what: LanguageChosen { language: format!("{who}/{number}") }.into() }
}

fn words(store: &Store) -> Vec<(u8, u32)> {
    let facts = store.read(|reading| reading.facts_after(0, 10_000)).unwrap();
    let mut positions = facts.iter().map(|(position, _)| *position);
    assert!(positions.by_ref().zip(1..).all(|(position, expected)| position == expected), "positions have no gaps");
    facts
        .into_iter()
        .map(|(_, fact)| match What::parse(&fact.kind, &fact.payload.unwrap().json).unwrap().unwrap() {
            What::LanguageChosen(chosen) => chosen.language,
            other => panic!("{other:?}"),
        })
        .map(|word| word.split_once('/').map(|(who, number)| (who.parse().unwrap(), number.parse().unwrap())).unwrap())
        .collect()
}

#[test]
fn of_64_at_once_each_gets_her_own_answer_and_the_refused_leave_nothing() {
    everywhere(|ground, engine| {
        let store = ground.store(engine);
        let (store, start) = (&store, &Barrier::new(usize::from(HANDS)));
        std::thread::scope(|scope| {
            let hands: Vec<_> = (0..HANDS)
                .map(|who| {
                    scope.spawn(move || {
                        start.wait();
                        store.write(START, move |writing| {
                            let fact = writing.record(vec![said(who, 0)])?.remove(0);
                            if who % 5 == 0 { Err(Refused::No(who)) } else { Ok((who, fact.about, fact.seq)) }
                        })
                    })
                })
                .collect();
            let mut numbers = Vec::new();
            for (who, hand) in (0..HANDS).zip(hands) {
                match hand.join().unwrap() {
                    Ok((answered, about, seq)) => {
                        assert_eq!((answered, about), (who, Subject::Person(person(who))));
                        numbers.push(seq);
                    }
                    Err(refused) => assert_eq!((refused, who % 5), (Refused::No(who), 0)),
                }
            }
            numbers.sort_unstable();
            assert_eq!(numbers, (1..=51).collect::<Vec<u64>>(), "the refused took no number");
        });
        let mut kept: Vec<u8> = words(store).into_iter().map(|(who, _)| who).collect();
        kept.sort_unstable();
        assert_eq!(kept, (0..HANDS).filter(|who| who % 5 != 0).collect::<Vec<u8>>());
        assert_eq!(store.verify(&mut |_, _| ()).unwrap().facts, 51);
    });
}

#[test]
fn what_one_hand_hands_in_stays_in_its_order() {
    everywhere(|ground, engine| {
        let store = ground.store(engine);
        let (tell, hear) = mpsc::channel();
        std::thread::scope(|scope| {
            for who in 0..8 {
                let (store, tell) = (&store, tell.clone());
                scope.spawn(move || {
                    for number in 0..25 {
                        let tell = tell.clone();
                        let work = move |writing: &mut Writing<'_>| writing.record(vec![said(who, number)]).map(drop);
                        store.submit(START, work, move |done: Result<(), StoreError>| {
                            tell.send((who, number, done.is_ok())).unwrap();
                        });
                    }
                });
            }
        });
        drop(tell);
        let answers: Vec<_> = hear.into_iter().collect();
        let written = words(&store);
        for who in 0..8 {
            let mine = |(author, _): &&(u8, u32)| *author == who;
            assert_eq!(written.iter().filter(mine).map(|(_, n)| *n).collect::<Vec<_>>(), (0..25).collect::<Vec<_>>());
            let answered: Vec<u32> =
                answers.iter().filter(|(author, _, kept)| *author == who && *kept).map(|(_, n, _)| *n).collect();
            assert_eq!(answered, (0..25).collect::<Vec<_>>());
        }
    });
}

#[test]
fn a_bug_in_one_write_or_in_its_answer_does_not_stop_the_rest() {
    everywhere(|ground, engine| {
        let store = ground.store(engine);
        let commits = Arc::new(AtomicU32::new(0));
        let counted = Arc::clone(&commits);
        store.on_commit(move || {
            counted.fetch_add(1, Ordering::SeqCst);
        });
        let failed = store.write(START, |writing| {
            writing.record(vec![said(0, 0)])?;
            if writing.fact_count()? == 1 {
                panic!("a bug, on purpose");
            }
            Ok::<_, StoreError>(())
        });
        assert!(matches!(failed, Err(StoreError::Engine(why)) if why.contains("panicked")));
        assert_eq!((facts(&store), commits.load(Ordering::SeqCst)), (0, 0));
        let (tell, hear) = mpsc::channel();
        store.submit(
            START,
            |writing| writing.record(vec![said(1, 0)]).map(drop),
            move |done: Result<(), StoreError>| {
                tell.send(done.is_ok()).unwrap();
                panic!("a bug in the answer, on purpose");
            },
        );
        assert!(hear.recv_timeout(Duration::from_secs(20)).unwrap());
        store.write(START, |writing| writing.record(vec![said(2, 0)]).map(drop)).unwrap();
        assert_eq!(words(&store), [(1, 0), (2, 0)]);
        // A write without facts wakes no follower.
        store.write(START, |writing| writing.set_limit("pin", 1, START)).unwrap();
        assert_eq!(facts(&store), 2);
        drop(store);
        assert_eq!(commits.load(Ordering::SeqCst), 2);
    });
}

#[test]
fn closing_finishes_what_was_handed_in() {
    everywhere(|ground, engine| {
        let place = ground.place(engine);
        let mut store = Store::open(&place, START).unwrap();
        let (tell, hear) = mpsc::channel();
        for number in 0..200 {
            let tell = tell.clone();
            let work = move |writing: &mut Writing<'_>| writing.record(vec![said(0, number)]).map(drop);
            store.submit(START, work, move |done: Result<(), StoreError>| tell.send(done.is_ok()).unwrap());
        }
        drop(tell);
        store.close();
        assert_eq!(hear.into_iter().filter(|kept| *kept).count(), 200);
        assert!(matches!(
            store.write(START, |_| Ok::<_, StoreError>(())),
            Err(StoreError::ReadOnly | StoreError::Closing)
        ));
        drop(store);
        assert_eq!(facts(&Store::open(&place, START).unwrap()), 200);
    });
}

#[test]
fn a_reader_sees_one_moment_while_others_write() {
    everywhere(|ground, engine| {
        let store = ground.store(engine);
        store.write(START, |writing| writing.record(vec![said(0, 0)]).map(drop)).unwrap();
        store
            .read(|reading| {
                assert_eq!(reading.fact_count()?, 1);
                store.write(START, |writing| writing.record(vec![said(0, 1)]).map(drop))?;
                assert_eq!(reading.fact_count()?, 1);
                Ok::<_, StoreError>(())
            })
            .unwrap();
        assert_eq!(facts(&store), 2);
    });
}
