//! Anyone may ask whether a certificate holds.

use crate::{Telar, Unavailable};
use domain::people::PersonName;
use domain::programmes::Hours;
use domain::{Moment, Text, certificates::parse_number};
use store::SignedHead;

#[derive(Clone, Debug)]
pub enum Verification {
    /// What was typed cannot be a number: a character is wrong or missing.
    NotANumber,
    Unknown,
    Valid(Verified),
    Revoked(Verified),
}

#[derive(Clone, Debug)]
pub struct Verified {
    pub number: String,
    pub name: PersonName,
    pub programme: Text,
    pub cohort: String,
    pub organisation: String,
    pub issued: Moment,
    pub hours: Hours,
    pub revoked: Option<Moment>,
    pub reason: String,
    /// The journal's head when it was issued, signed by the site.
    pub seal: SignedHead,
}

impl Telar {
    pub async fn verify(&self, typed: &str) -> Result<Verification, Unavailable> {
        let Some(number) = parse_number(typed) else { return Ok(Verification::NotANumber) };
        let telar = self.clone();
        self.read(move |reading| {
            let Some(row) = reading.certificate(&number)? else { return Ok(Verification::Unknown) };
            let programme = telar.shelf().take(reading, row.version)?;
            let cohort = reading.cohort(row.cohort)?;
            let verified = Verified {
                number: row.number,
                name: row.name,
                programme: programme.title.clone(),
                cohort: cohort.as_ref().map(|cohort| cohort.name.clone()).unwrap_or_default(),
                organisation: cohort.map(|cohort| cohort.organisation).unwrap_or_default(),
                issued: row.issued,
                hours: row.hours,
                revoked: row.revoked,
                reason: row.reason,
                seal: SignedHead { head: row.chain, public_key: reading.public_key()?, signature: row.signature },
            };
            Ok(if verified.revoked.is_some() { Verification::Revoked(verified) } else { Verification::Valid(verified) })
        })
        .await
    }
}
