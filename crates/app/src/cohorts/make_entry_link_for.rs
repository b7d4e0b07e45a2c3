//! A link that whoever runs or facilitates a cohort hands to one person of it, or to one who was named for it and has never been here.

use crate::access::{EntryLink, Visitor};
use crate::{PageRefused, Telar};
use domain::cohorts::ApplicationState;
use domain::ids::{CohortId, PersonId};
use domain::people::PersonName;
use store::ApplicationRow;

impl Telar {
    pub async fn make_entry_link_for(
        &self,
        visitor: &Visitor,
        cohort: CohortId,
        person: PersonId,
    ) -> Result<(PersonName, EntryLink), PageRefused> {
        if !visitor.grants.hands_links(cohort) {
            return Err(PageRefused::NotFound);
        }
        let (known, name, grants) = self
            .read::<_, PageRefused>(move |reading| {
                let member = reading.enrolments(person)?.iter().any(|it| it.cohort == cohort);
                // Whoever was named and has an account already is let in by those of her own cohorts alone.
                let named = |it: &ApplicationRow| it.cohort == cohort && it.state == ApplicationState::Nominated;
                let fresh = reading.applications_of(person)?.iter().any(named) && !reading.has_been_here(person)?;
                let row = reading.person(person)?.ok_or(PageRefused::NotFound)?;
                Ok((member || fresh, row.name, reading.grants(person)?))
            })
            .await?;
        if !known || !visitor.grants.may_let_in(&grants) {
            return Err(PageRefused::NotFound);
        }
        Ok((name, self.make_entry_link(person).await?))
    }
}
