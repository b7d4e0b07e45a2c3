//! All that a certificate's page and its PDF state.

use crate::{PageRefused, Telar};
use domain::ids::PersonId;
use domain::people::PersonName;
use domain::programmes::{ActivityState, Hours, Progress, Weave};
use domain::{Moment, Text, certificates::parse_number};
use store::CertificateRow;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateCard {
    pub number: String,
    pub issued: Moment,
    pub revoked: Option<Moment>,
}

impl From<&CertificateRow> for CertificateCard {
    fn from(row: &CertificateRow) -> Self {
        Self { number: row.number.clone(), issued: row.issued, revoked: row.revoked }
    }
}

#[derive(Clone, Debug)]
pub struct CertificateDocument {
    pub number: String,
    pub name: PersonName,
    pub language: String,
    pub programme: Text,
    pub version: String,
    pub topics: Vec<Text>,
    pub hours: Hours,
    pub cohort: String,
    pub organisation: String,
    pub starts: String,
    pub ends: String,
    pub issued: Moment,
    pub weave: Weave,
    pub chain: String,
    pub signature: String,
    /// The site's public key, in hexadecimal.
    pub public_key: String,
    pub revoked: Option<Moment>,
}

impl Telar {
    /// Her own certificate, or that of somebody in a cohort whose people she sees.
    pub async fn certificate(&self, person: PersonId, number: &str) -> Result<CertificateDocument, PageRefused> {
        let telar = self.clone();
        let number = parse_number(number).ok_or(PageRefused::NotFound)?;
        self.read(move |reading| {
            let row = reading.certificate(&number)?.ok_or(PageRefused::NotFound)?;
            if row.person != person && !reading.grants(person)?.sees_people_of(row.cohort) {
                return Err(PageRefused::NotFound);
            }
            let cohort = reading.cohort(row.cohort)?.ok_or(PageRefused::NotFound)?;
            let programme = telar.shelf().take(reading, row.version)?;
            // The cloth of somebody who completed the programme: what the rule asked for is woven.
            let states = programme.counting().into_iter().map(|id| (id.clone(), ActivityState::Done)).collect();
            Ok(CertificateDocument {
                number: row.number,
                name: row.name,
                language: row.language,
                programme: programme.title.clone(),
                version: programme.programme.version.clone(),
                topics: programme.topics.iter().map(|topic| topic.title.clone()).collect(),
                hours: row.hours,
                cohort: cohort.name,
                organisation: cohort.organisation,
                starts: cohort.starts,
                ends: cohort.ends,
                issued: row.issued,
                weave: Weave::of(&programme, &Progress { states, ..Progress::default() }),
                chain: row.chain,
                signature: row.signature,
                public_key: reading.public_key()?,
                revoked: row.revoked,
            })
        })
        .await
    }
}
