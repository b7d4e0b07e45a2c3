//! The same id twice: with the same content it is passed over, with other content it is refused, and nothing of what came with
//! it is kept. So for facts from other nodes, and so for commands from phones.

use crate::nodes::{copy_all, receive};
use crate::people::*;
use crate::support::*;
use domain::Moment;
use domain::facts::*;
use domain::ids::{CommandId, FactId};
use store::{CommandBefore, CommandState, ReceiveError, Store, StoreError};
use uuid::Uuid;

/// A node with one life written down, and another that has its first ten facts.
fn two(ground: &Ground, engine: Engine) -> (Store, Store, Vec<Fact>) {
    let (from, to) = (ground.store(engine), ground.store(ground.other(engine)));
    let facts = record(&from, START, &whole_life(0));
    assert_eq!(receive(&to, START, facts[..10].to_vec()).unwrap(), 10);
    (from, to, facts)
}

/// Sends a batch and expects that it is refused and leaves nothing.
fn refused(store: &Store, batch: Vec<Fact>) -> ReceiveError {
    let before = (facts(store), tables(store), store.read(|reading| reading.origins()).unwrap());
    let error = receive(store, START, batch).unwrap_err();
    assert_eq!((facts(store), tables(store), store.read(|reading| reading.origins()).unwrap()), before);
    error
}

/// The same fact with another payload, digested and chained as if it were right.
fn forged(fact: &Fact, before: Digest) -> Fact {
    let mut fact = fact.clone();
    fact.kind = "person.renamed/1".into();
    let json = r#"{"name":"Otra Persona"}"#.to_owned();
    fact.digest = digest_of(&"1".repeat(32), &json);
    fact.payload = Some(Payload { salt: "1".repeat(32), json });
    fact.chain = chained(before, &fact);
    fact
}

#[test]
fn the_same_fact_again_is_passed_over() {
    everywhere(|ground, engine| {
        let (from, to, facts) = two(ground, engine);
        assert_eq!(receive(&to, START, facts[5..15].to_vec()).unwrap(), 5);
        assert_eq!(receive(&to, START, facts.clone()).unwrap(), 6);
        assert_eq!(receive(&from, START, facts).unwrap(), 0);
        assert_eq!(tables(&from), tables(&to));
    });
}

#[test]
fn the_same_id_with_other_content_is_refused() {
    everywhere(|ground, engine| {
        let (_, to, facts) = two(ground, engine);
        let forgery = forged(&facts[4], facts[3].chain);
        // Good facts before and after it are not kept either.
        let batch = [&facts[10..12], &[forgery], &facts[12..]].concat();
        assert!(matches!(refused(&to, batch), ReceiveError::OtherContent(id) if id == facts[4].id));
    });
}

#[test]
fn a_gap_a_broken_chain_and_a_tampered_payload_are_refused() {
    everywhere(|ground, engine| {
        let (_, to, facts) = two(ground, engine);
        let gap = refused(&to, facts[11..].to_vec());
        assert!(matches!(gap, ReceiveError::Gap { seq: 12, expected: 11, .. }), "{gap}");
        let gap = refused(&to, [&facts[10..12], &facts[13..]].concat());
        assert!(matches!(gap, ReceiveError::Gap { seq: 14, expected: 13, .. }), "{gap}");

        type Change = fn(&mut Fact);
        let changes: [Change; 8] = [
            |fact| fact.id = FactId(Uuid::from_u128(5)),
            |fact| fact.at = Moment(fact.at.0 + 1),
            |fact| fact.clock = Clock(fact.clock.0 + 1),
            |fact| fact.actor = Some(person(2)),
            |fact| fact.about = Subject::Person(person(1)),
            |fact| fact.kind = "activity.begun/1".into(),
            |fact| fact.digest = digest_of("", ""),
            |fact| fact.chain = digest_of("", ""),
        ];
        for change in changes {
            let mut fact = facts[10].clone();
            change(&mut fact);
            let error = refused(&to, vec![fact]);
            assert!(matches!(error, ReceiveError::Chain(_)), "{error}");
        }
        // A fact of another life, or of another node, chained to nothing that is here.
        let mut stranger = facts[10].clone();
        stranger.origin.epoch = 2;
        stranger.seq = 1;
        assert!(matches!(refused(&to, vec![stranger]), ReceiveError::Chain(_)));

        let mut tampered = facts[10].clone();
        tampered.payload.as_mut().unwrap().salt = "f".repeat(32);
        let error = refused(&to, vec![tampered]);
        assert!(matches!(error, ReceiveError::Digest(id) if id == facts[10].id), "{error}");
        let mut tampered = facts[11].clone();
        tampered.payload.as_mut().unwrap().json.push(' ');
        let error = refused(&to, vec![facts[10].clone(), tampered]);
        assert!(matches!(error, ReceiveError::Digest(id) if id == facts[11].id), "{error}");
        // After all that the right ones are taken.
        assert_eq!(receive(&to, START, facts[10..].to_vec()).unwrap(), 11);
    });
}

#[test]
fn a_node_that_was_forged_elsewhere_does_not_get_the_rest() {
    everywhere(|ground, engine| {
        let (_, _, facts) = two(ground, engine);
        let fooled = ground.store(engine);
        let forgery = forged(&facts[0], genesis(facts[0].origin, None));
        receive(&fooled, START, vec![forgery]).unwrap();
        assert!(matches!(refused(&fooled, facts.clone()), ReceiveError::OtherContent(_)));
        assert!(matches!(refused(&fooled, facts[1..].to_vec()), ReceiveError::Chain(_)));
    });
}

#[test]
fn a_journal_changed_past_the_store_does_not_verify() {
    let harms = [
        ("UPDATE journal SET payload = REPLACE(payload, 'Marta', 'Marte') WHERE seq = 3", "payload"),
        ("UPDATE journal SET actor = NULL WHERE seq = 2", "chain"),
        ("UPDATE journal SET at = at + 1 WHERE seq = 21", "chain"),
        ("DELETE FROM journal WHERE seq = 7", "missing"),
        ("DELETE FROM journal WHERE seq = 21", "missing"),
        ("UPDATE origins SET seq = 20", "chain"),
    ];
    everywhere(|ground, engine| {
        for (harm, complaint) in harms {
            let place = ground.place(engine);
            let store = Store::open(&place, START).unwrap();
            record(&store, START, &whole_life(0));
            drop(store);
            assert_eq!(meddle(&place, harm), 1, "{harm}");
            let store = Store::open(&place, START).unwrap();
            let said = store.verify(&mut |_, _| ()).unwrap_err().to_string();
            assert!(said.contains(complaint), "{harm}: {said}");
        }
    });
}

fn command(author: &str, digest: &str) -> CommandState {
    CommandState { command: CommandId(Uuid::from_u128(1)), author: author.into(), digest: digest.into() }
}

#[test]
fn a_command_that_comes_again_is_answered_as_before() {
    everywhere(|ground, engine| {
        let store = ground.store(engine);
        // As a use case does it: look, write the facts down, remember the answer, all in one.
        let carry_out = |state: CommandState, answer: &'static str| {
            store.write(START, move |writing| {
                let before = writing.command(&state)?;
                if before == CommandBefore::New {
                    writing.record(vec![step(Verb::Register, 0, 0, 0).fact(&[])])?;
                    writing.answer_command(&state, answer)?;
                }
                Ok::<_, StoreError>(before)
            })
        };
        assert_eq!(carry_out(command("marta", "aa"), "7").unwrap(), CommandBefore::New);
        assert_eq!(carry_out(command("marta", "aa"), "8").unwrap(), CommandBefore::Same("7".into()));
        assert_eq!(carry_out(command("marta", "ab"), "8").unwrap(), CommandBefore::Other);
        assert_eq!(carry_out(command("juan", "aa"), "8").unwrap(), CommandBefore::Other);
        assert_eq!(facts(&store), 1);
    });
}

#[test]
fn a_command_whose_facts_are_refused_may_come_again() {
    everywhere(|ground, engine| {
        let store = ground.store(engine);
        let tried = store.write(START, |writing| {
            writing.record(vec![step(Verb::Register, 0, 0, 0).fact(&[])])?;
            writing.answer_command(&command("marta", "aa"), "7")?;
            Err::<(), _>(StoreError::Unreadable("refused".into()))
        });
        assert!(tried.is_err());
        let state = store.read(|reading| reading.command(&command("marta", "aa"))).unwrap();
        assert_eq!((state, facts(&store)), (CommandBefore::New, 0));
        let other = ground.store(engine);
        copy_all(&store, &other);
        assert_eq!(facts(&other), 0);
    });
}
