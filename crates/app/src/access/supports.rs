//! Seeing what a person sees, to help her: what it is at the door of every page, and who may. She lets somebody in by a code; it changes
//! nothing of hers, and is over when its time is up, whoever else ends it before.

use domain::Moment;
use domain::access::Role;
use domain::facts::{Subject, SupportEnded, SupportEndedBy};
use domain::ids::{CohortId, PersonId, SupportId};
use store::{NewFact, Reading, StoreError, SupportRow, Writing};
use uuid::Uuid;

/// Whoever is at the door sees what another person sees, and changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Acting {
    pub support: SupportId,
    /// Whose session it is.
    pub helper: PersonId,
    pub until: Moment,
}

/// Somebody who looked at a person's pages, or does now.
#[derive(Clone, Debug)]
pub struct SupportLine {
    pub support: SupportId,
    /// None where she was erased since.
    pub helper: Option<String>,
    pub role: Role,
    pub begun: Moment,
    /// When it was over, or will be.
    pub until: Moment,
    pub is_over: bool,
}

impl SupportLine {
    pub(super) fn of(row: SupportRow, now: Moment) -> Self {
        let is_over = row.is_over(now);
        let SupportRow { support, helper_name: helper, role, begun, until, ended, .. } = row;
        Self { support, helper, role, begun, until: ended.unwrap_or(until), is_over }
    }
}

/// By which of her roles `helper` may see what `person` sees. Never her own pages.
pub(super) fn may_help(
    reading: &mut Reading<'_>,
    helper: PersonId,
    person: PersonId,
) -> Result<Option<Role>, StoreError> {
    if helper == person {
        return Ok(None);
    }
    let other = reading.grants(person)?;
    let cohorts: Vec<CohortId> = reading.enrolments(person)?.into_iter().map(|row| row.cohort).collect();
    Ok(reading.grants(helper)?.helps(&other, &cohorts))
}

/// The support, where it goes on: in its time, with nobody having ended it, and the helper still being one.
pub(super) fn going_on(
    reading: &mut Reading<'_>,
    (helper, support): (PersonId, SupportId),
    now: Moment,
) -> Result<Option<SupportRow>, StoreError> {
    let row = reading.support(support)?.filter(|row| row.helper == helper && !row.is_over(now));
    let Some(row) = row else { return Ok(None) };
    Ok(may_help(reading, helper, row.person)?.map(|_| row))
}

/// Ends one that is not over.
pub(super) fn end(writing: &mut Writing<'_>, row: &SupportRow, by: SupportEndedBy) -> Result<(), StoreError> {
    if row.is_over(writing.now()) {
        return Ok(());
    }
    let actor = match by {
        SupportEndedBy::Person => row.person,
        SupportEndedBy::Helper => row.helper,
    };
    let what = SupportEnded { support: row.support, by }.into();
    writing.record(vec![NewFact { actor: Some(actor), about: Subject::Person(row.person), what }]).map(drop)
}

/// Ends what a session of this helper shows of another person.
pub(super) fn end_in_session(writing: &mut Writing<'_>, (helper, session): (PersonId, Uuid)) -> Result<(), StoreError> {
    let now = writing.now();
    let Some((support, _)) = writing.session_support((session, helper), now)?.shows else { return Ok(()) };
    match writing.support(support)? {
        // Somebody else's session.
        Some(row) if row.helper != helper => return Ok(()),
        Some(row) => end(writing, &row, SupportEndedBy::Helper)?,
        None => {}
    }
    writing.hide_support(session)
}

/// Ends every look at her pages, and takes back the code that she gave.
pub(super) fn end_all_of(writing: &mut Writing<'_>, person: PersonId) -> Result<(), StoreError> {
    let now = writing.now();
    for row in writing.supports_now(person, now)? {
        end(writing, &row, SupportEndedBy::Person)?;
    }
    writing.drop_support_code(person)
}
