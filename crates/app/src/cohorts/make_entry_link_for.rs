//! A link that whoever runs or facilitates a cohort hands to one person of it.

use crate::access::{EntryLink, Visitor};
use crate::{PageRefused, Telar};
use domain::ids::{CohortId, PersonId};

impl Telar {
    pub async fn make_entry_link_for(
        &self,
        visitor: &Visitor,
        cohort: CohortId,
        person: PersonId,
    ) -> Result<EntryLink, PageRefused> {
        if !visitor.grants.hands_links(cohort) {
            return Err(PageRefused::NotFound);
        }
        let (member, grants) = self
            .read::<_, PageRefused>(move |reading| {
                let member = reading.enrolments(person)?.iter().any(|it| it.cohort == cohort);
                Ok((member, reading.grants(person)?))
            })
            .await?;
        if !member || !visitor.grants.may_let_in(&grants) {
            return Err(PageRefused::NotFound);
        }
        Ok(self.make_entry_link(person).await?)
    }
}
