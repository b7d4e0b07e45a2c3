//! A link that the coordinator hands to one person.

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
        if !visitor.grants.runs(cohort) {
            return Err(PageRefused::NotFound);
        }
        let member = self
            .read::<_, PageRefused>(move |reading| Ok(reading.enrolments(person)?.iter().any(|it| it.cohort == cohort)))
            .await?;
        if !member {
            return Err(PageRefused::NotFound);
        }
        Ok(self.make_entry_link(person).await?)
    }
}
