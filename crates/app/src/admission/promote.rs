//! Places that are free go to who waits, in the order of the list, in the same write that made them free.

use crate::people::admit;
use crate::{Unavailable, chance};
use domain::Moment;
use domain::cohorts::ApplicationState;
use domain::facts::{ApplicationDecided, Subject};
use domain::ids::CohortId;
use store::{NewFact, Writing};

/// Gives the free places of a cohort to those who wait for one. The cohort's own node alone does it.
pub(crate) fn promote(writing: &mut Writing<'_>, cohort: CohortId, now: Moment) -> Result<(), Unavailable> {
    let Some(row) = writing.cohort(cohort)? else { return Ok(()) };
    if row.authority != writing.origin().node {
        return Ok(());
    }
    let admission = writing.admission(cohort)?;
    let promoted = usize::try_from(admission.promoted(writing.places_taken(cohort)?)).unwrap_or(usize::MAX);
    if promoted == 0 {
        return Ok(());
    }
    let all = writing.applications_to(cohort)?;
    let mut facts = Vec::new();
    for row in all.iter().filter(|row| row.state == ApplicationState::Waiting).take(promoted) {
        let about = Subject::Person(row.person);
        let decided =
            ApplicationDecided { application: row.application, state: ApplicationState::Admitted, word: String::new() };
        let enrolled = admit(writing, row.person, cohort, chance::id(now)?)?;
        facts.push(NewFact { actor: None, about, what: decided.into() });
        facts.push(NewFact { actor: None, about, what: enrolled });
    }
    writing.record(facts)?;
    Ok(())
}
