//! Notes that a programme is completed, once its rule holds.

use crate::learning::load;
use crate::{Telar, Unavailable};
use domain::facts::{Fact, ProgrammeCompleted, Subject};
use domain::ids::PersonId;
use std::collections::BTreeMap;
use store::NewFact;

/// What may make a rule hold: something is done, or a mark is given or given anew.
const MAY_COMPLETE: [&str; 4] = ["activity.done/1", "attempt.submitted/1", "attempt.submitted/2", "attempt.marked/1"];

pub async fn follow(telar: &Telar, facts: &[Fact]) -> Result<(), Unavailable> {
    let mut people: BTreeMap<PersonId, domain::Moment> = BTreeMap::new();
    for fact in facts.iter().filter(|fact| MAY_COMPLETE.contains(&fact.kind.as_str())) {
        if let Subject::Person(person) = fact.about {
            people.insert(person, fact.at);
        }
    }
    for (person, at) in people {
        let known = telar.clone();
        telar
            .write::<_, Unavailable>(move |writing| {
                let node = writing.origin().node;
                let done = load(&known, writing, person)?.into_iter();
                let done = done.filter(|it| it.verdict.holds && it.completed.is_none() && it.authority == node);
                let facts = done.map(|it| NewFact {
                    actor: None,
                    about: Subject::Person(person),
                    what: ProgrammeCompleted { enrolment: it.enrolment, at }.into(),
                });
                let facts = facts.collect();
                writing.record(facts)?;
                Ok(())
            })
            .await?;
    }
    Ok(())
}
