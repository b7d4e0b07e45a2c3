//! New PINs on slips of paper, for people who enter without an e-mail.

use crate::access::Visitor;
use crate::{PageRefused, Telar, chance};
use domain::cohorts::ApplicationState;
use domain::ids::{CohortId, PersonId};
use domain::people::PersonName;
use store::Reading;

#[derive(Clone, Debug)]
pub struct SlipCard {
    pub name: PersonName,
    /// With which she enters, beside the PIN.
    pub code: String,
    pub pin: String,
    pub language: String,
}

/// For whom slips are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlipsFor {
    /// Everybody in the cohort.
    Members,
    /// Those who were named for it, have never entered and have no PIN yet: [`SLIPS_AT_ONCE`] of them.
    Named,
    /// One of either.
    One(PersonId),
}

/// How many slips are made at once for those who were named.
pub const SLIPS_AT_ONCE: usize = 60;

/// Whose slip it is.
struct Holder {
    person: PersonId,
    name: PersonName,
    code: String,
    language: String,
}

/// Those who were named for a cohort and have never been on this site. Whoever has an account already is let in by those of her
/// own cohorts alone: naming somebody is no way into what is hers.
fn named(reading: &mut Reading<'_>, cohort: CohortId, only: Option<PersonId>) -> Result<Vec<Holder>, PageRefused> {
    let mut all = Vec::new();
    let fresh = reading.named_and_never_here(cohort)?;
    for row in reading.applications_to(cohort)?.into_iter().filter(|it| it.state == ApplicationState::Nominated) {
        let meant = match only {
            Some(person) => row.person == person && fresh.contains_key(&person),
            None => fresh.get(&row.person) == Some(&false),
        };
        if !meant {
            continue;
        }
        let language = reading.person(row.person)?.map_or_else(String::new, |it| it.language);
        all.push(Holder { person: row.person, name: row.name, code: row.entry_code, language });
        if all.len() == SLIPS_AT_ONCE {
            break;
        }
    }
    Ok(all)
}

impl Telar {
    /// Makes new PINs. Those that people had stop working. A PIN is shown here once; the store keeps its hash. Those who have a
    /// role are left out, unless an administrator asks.
    pub async fn make_slips(
        &self,
        visitor: &Visitor,
        cohort: CohortId,
        whom: SlipsFor,
    ) -> Result<Vec<SlipCard>, PageRefused> {
        if !visitor.grants.runs(cohort) {
            return Err(PageRefused::NotFound);
        }
        let administers = visitor.grants.is_administrator();
        let holders = self.read::<_, PageRefused>(move |reading| {
            let with_roles = reading.with_roles_in(cohort)?;
            let members = if whom == SlipsFor::Named { Vec::new() } else { reading.members(cohort)? };
            let members = members.into_iter().filter(|it| administers || !with_roles.contains(&it.person));
            let members = members.map(|it| Holder {
                person: it.person,
                name: it.name,
                code: it.entry_code,
                language: it.language,
            });
            Ok(match whom {
                SlipsFor::Members => members.collect(),
                SlipsFor::Named => named(reading, cohort, None)?,
                SlipsFor::One(person) => {
                    let member: Vec<Holder> = members.filter(|it| it.person == person).collect();
                    if member.is_empty() { named(reading, cohort, Some(person))? } else { member }
                }
            })
        });
        let holders = holders.await?;
        if holders.is_empty() {
            return Err(PageRefused::NotFound);
        }
        let mut slips = Vec::with_capacity(holders.len());
        let mut hashes = Vec::with_capacity(holders.len());
        for holder in holders {
            let pin = chance::pin()?;
            hashes.push((holder.person, self.hash(pin.clone()).await?));
            slips.push(SlipCard { name: holder.name, code: holder.code, pin, language: holder.language });
        }
        self.write(move |writing| {
            hashes.iter().try_for_each(|(person, hash)| writing.set_pin(*person, hash)).map_err(PageRefused::from)
        })
        .await?;
        Ok(slips)
    }
}
