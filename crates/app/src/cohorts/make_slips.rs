//! New PINs on slips of paper, for people who enter without an e-mail.

use crate::access::Visitor;
use crate::{PageRefused, Telar, chance};
use domain::ids::{CohortId, PersonId};
use domain::people::PersonName;

#[derive(Clone, Debug)]
pub struct SlipCard {
    pub name: PersonName,
    /// With which she enters, beside the PIN.
    pub code: String,
    pub pin: String,
    pub language: String,
}

impl Telar {
    /// Makes new PINs for everybody in the cohort, or for one person. The PINs they had stop working. A PIN is shown here
    /// once; the store keeps its hash. Those who have a role are left out, unless an administrator asks.
    pub async fn make_slips(
        &self,
        visitor: &Visitor,
        cohort: CohortId,
        only: Option<PersonId>,
    ) -> Result<Vec<SlipCard>, PageRefused> {
        if !visitor.grants.runs(cohort) {
            return Err(PageRefused::NotFound);
        }
        let (mut members, with_roles) = self
            .read::<_, PageRefused>(move |reading| Ok((reading.members(cohort)?, reading.with_roles_in(cohort)?)))
            .await?;
        let administers = visitor.grants.is_administrator();
        members.retain(|it| only.is_none_or(|person| it.person == person));
        members.retain(|it| administers || !with_roles.contains(&it.person));
        if members.is_empty() {
            return Err(PageRefused::NotFound);
        }
        let mut slips = Vec::with_capacity(members.len());
        let mut hashes = Vec::with_capacity(members.len());
        for member in members {
            let pin = chance::pin()?;
            hashes.push((member.person, self.hash(pin.clone()).await?));
            slips.push(SlipCard { name: member.name, code: member.entry_code, pin, language: member.language });
        }
        self.write(move |writing| {
            hashes.iter().try_for_each(|(person, hash)| writing.set_pin(*person, hash)).map_err(PageRefused::from)
        })
        .await?;
        Ok(slips)
    }
}
