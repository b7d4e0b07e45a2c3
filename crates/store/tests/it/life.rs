//! A restored node goes on: a new life with numbers of its own, which other nodes take, and whose lost past comes back from them.

use crate::backup::{bring_back, save};
use crate::nodes::copy_all;
use crate::people::*;
use crate::support::*;
use domain::moment::Span;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use store::{Location, Rebuild, Store, Unseal, restore};

fn equal(stores: &[&Store], written: u64) {
    for store in stores {
        assert_eq!(facts(store), written);
        assert_eq!(tables(store), tables(stores[0]));
        assert_eq!(store.verify(&mut |_, _| ()).unwrap().facts, written);
        assert_eq!(store.rebuild(Rebuild::Check, START, |_, _| ()).unwrap().differences, Vec::<String>::new());
    }
}

#[test]
fn what_was_lost_with_the_disk_comes_back_from_another_node() {
    everywhere(|ground, engine| {
        let (coban, capital) = (ground.store(engine), ground.store(ground.other(engine)));
        record(&coban, START, &whole_life(0));
        let path = ground.path(&format!("{engine:?}.telar"));
        save(&coban, &path);
        // Written after the backup, taken by the capital, then lost with the disk.
        record(&coban, after(Span::hours(2)), &[step(Verb::Rename, 0, 2, 0), step(Verb::Register, 1, 0, 1)]);
        copy_all(&coban, &capital);
        let lost = coban.origin();
        drop(coban);
        let place = ground.place(engine);
        bring_back(&path, &place).unwrap();
        let coban = Store::open(&place, START).unwrap();
        assert_eq!((coban.origin().node, coban.origin().epoch > lost.epoch), (lost.node, true));
        let new = record(&coban, after(Span::days(1)), &[step(Verb::Rename, 0, 3, 0), step(Verb::Register, 2, 0, 1)]);
        assert_eq!(new[0].seq, 1, "numbered anew");
        // The capital has more of the old life than the backup had, and takes the new one all the same.
        copy_all(&coban, &capital);
        copy_all(&capital, &coban);
        equal(&[&coban, &capital], 25);
        let name_now = coban.read(|reading| reading.person(person(0))).unwrap().unwrap().name;
        assert_eq!(name_now, name(3));
    });
}

#[test]
fn the_same_backup_restored_twice_begins_two_lives() {
    everywhere(|ground, engine| {
        let first = ground.store(engine);
        record(&first, START, &whole_life(0));
        let path = ground.path(&format!("{engine:?}.telar"));
        save(&first, &path);
        let [second, third] = [1, 2].map(|hour| {
            let place: Location = ground.place(ground.other(engine));
            let now = after(Span::hours(hour));
            restore(&path, &place, &Unseal::Open, (None, now), &mut |_, _| ()).unwrap();
            let store = Store::open(&place, now).unwrap();
            record(&store, now, &[step(Verb::Rename, 0, hour as u8 + 1, 0)]);
            store
        });
        assert_ne!(second.origin(), third.origin());
        for (from, to) in [(&second, &first), (&third, &first), (&first, &second), (&first, &third)] {
            copy_all(from, to);
        }
        equal(&[&first, &second, &third], 23);
    });
}

#[test]
fn a_life_in_which_nothing_was_written_leaves_no_hole() {
    everywhere(|ground, engine| {
        let elsewhere = ground.store(ground.other(engine));
        let mut before = ground.store(engine);
        let mut written = 0;
        // Restored, saved and restored again without a word between, from the very beginning and later.
        for round in 0..4_i64 {
            let path = ground.path(&format!("{engine:?}-{round}.telar"));
            save(&before, &path);
            let place = ground.place(engine);
            restore(&path, &place, &Unseal::Open, (None, after(Span::hours(round))), &mut |_, _| ()).unwrap();
            before = Store::open(&place, START).unwrap();
            if round % 2 == 1 {
                record(&before, after(Span::hours(round)), &whole_life(round as u8));
                written += 21;
                copy_all(&before, &elsewhere);
            }
        }
        equal(&[&before, &elsewhere], written);
    });
}

#[test]
fn lives_of_one_node_and_another_converge_in_any_interleaving() {
    let ground = Ground::new();
    let word = || proptest::collection::vec(any_step(), 1..6);
    let scene = (proptest::collection::vec((word(), word(), any::<bool>(), any::<bool>()), 1..5), -3..4_i64);
    let mut runner = TestRunner::new(cases(6));
    let done = runner.run(&scene, |(rounds, days)| {
        let mut coban = ground.store(Engine::Sqlite);
        let capital = ground.store(ground.other(Engine::Sqlite));
        let (mut hour, mut written) = (0, 0);
        for (mine, theirs, tells, restored) in rounds {
            hour += 1;
            let now = after(Span::hours(hour));
            let path = ground.path(&uuid::Uuid::new_v4().to_string());
            save(&coban, &path);
            written += (mine.len() + theirs.len()) as u64;
            record(&coban, now, &mine);
            record(&capital, now + Span::days(days), &theirs);
            if tells || restored {
                // What is lost with the disk must have been told to somebody, or nobody has it.
                copy_all(&coban, &capital);
            }
            if restored {
                let place = ground.place(Engine::Sqlite);
                restore(&path, &place, &Unseal::Open, (None, now), &mut |_, _| ()).unwrap();
                coban = Store::open(&place, now).unwrap();
            }
        }
        copy_all(&coban, &capital);
        copy_all(&capital, &coban);
        for store in [&coban, &capital] {
            prop_assert_eq!(facts(store), written);
            prop_assert_eq!(tables(store), tables(&coban));
            prop_assert_eq!(store.verify(&mut |_, _| ()).unwrap().facts, written);
        }
        Ok(())
    });
    done.unwrap();
}
