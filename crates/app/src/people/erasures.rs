//! Requests for erasure, as the administrator sees them: what goes, and what stays.

use crate::{Telar, Unavailable};
use domain::Moment;
use domain::facts::{CertificateRecords, Subject, What};
use domain::ids::{ErasureId, PersonId};
use domain::people::PersonName;
use store::Reading;

#[derive(Clone, Debug)]
pub struct PendingErasure {
    pub asked: Moment,
    pub certificates: CertificateRecords,
}

#[derive(Clone, Debug)]
pub struct ErasureCard {
    pub erasure: ErasureId,
    pub person: PersonId,
    pub name: PersonName,
    pub cohorts: Vec<String>,
    pub asked: Moment,
    pub certificates: CertificateRecords,
    /// How many facts lose their content.
    pub facts: u64,
    /// The numbers of her certificates.
    pub numbers: Vec<String>,
}

pub(crate) fn cards(reading: &mut Reading<'_>) -> Result<Vec<ErasureCard>, Unavailable> {
    let mut cards = Vec::new();
    for row in reading.erasures()? {
        let Some(person) = reading.person(row.person)? else { continue };
        let facts = reading.facts_about(Subject::Person(row.person))?;
        let goes =
            facts.iter().filter(|it| it.payload.is_some() && !What::outlives_erasure(&it.kind, row.certificates));
        cards.push(ErasureCard {
            erasure: row.erasure,
            person: row.person,
            name: person.name,
            cohorts: reading.enrolments(row.person)?.into_iter().map(|it| it.cohort_name).collect(),
            asked: row.asked,
            certificates: row.certificates,
            facts: goes.count() as u64,
            numbers: reading.certificates_of(row.person)?.into_iter().map(|it| it.number).collect(),
        });
    }
    Ok(cards)
}

impl Telar {
    /// Requests that wait; nothing for who is no administrator.
    pub async fn erasures(&self, by: PersonId) -> Result<Vec<ErasureCard>, Unavailable> {
        self.read(move |reading| if reading.grants(by)?.is_administrator() { cards(reading) } else { Ok(Vec::new()) })
            .await
    }
}
