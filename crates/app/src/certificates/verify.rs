//! Anyone may ask whether a certificate holds.

use super::certificate::stated;
use crate::{Telar, Unavailable};
use domain::certificates::{Standing, parse_number};
use domain::facts::Stated;
use domain::people::PersonName;
use domain::programmes::Hours;
use domain::{Moment, Text};
use store::{CertificateRow, Reading, SignedHead};

#[derive(Clone, Debug)]
pub enum Verification {
    /// What was typed cannot be a number: a character is wrong or missing.
    NotANumber,
    Unknown,
    Found(Box<Verified>),
}

#[derive(Clone, Debug)]
pub struct Verified {
    pub number: String,
    pub name: PersonName,
    pub programme: Text,
    /// None where its cohort is not known here.
    pub stated: Option<Stated>,
    pub issued: Moment,
    pub hours: Hours,
    pub standing: Standing,
    pub revoked: Option<Moment>,
    pub reason: String,
    /// The number that stands at the end, where others came in its place.
    pub replaced_by: Option<String>,
    /// The journal's head when it was issued, signed by the site.
    pub seal: SignedHead,
}

/// The last number of those that came in its place, one after the other.
fn last_of(reading: &mut Reading<'_>, row: &CertificateRow) -> Result<Option<String>, Unavailable> {
    let mut last: Option<CertificateRow> = None;
    let mut passed = vec![row.number.clone()];
    while let Some(next) = last.as_ref().unwrap_or(row).replaced_by.clone() {
        // Telar writes no circle; facts of elsewhere could hold one.
        if passed.contains(&next) {
            break;
        }
        let Some(found) = reading.certificate(&next)? else { break };
        passed.push(next);
        last = Some(found);
    }
    Ok(last.map(|row| row.number))
}

impl Telar {
    pub async fn verify(&self, typed: &str) -> Result<Verification, Unavailable> {
        let Some(number) = parse_number(typed) else { return Ok(Verification::NotANumber) };
        let telar = self.clone();
        self.read(move |reading| {
            let Some(row) = reading.certificate(&number)? else { return Ok(Verification::Unknown) };
            let programme = telar.shelf().take(reading, row.version)?;
            Ok(Verification::Found(Box::new(Verified {
                stated: stated(reading, &row)?,
                replaced_by: last_of(reading, &row)?,
                standing: row.standing(),
                number: row.number,
                name: row.name,
                programme: programme.title.clone(),
                issued: row.issued,
                hours: row.hours,
                revoked: row.revoked,
                reason: row.reason,
                seal: SignedHead { head: row.chain, public_key: reading.public_key()?, signature: row.signature },
            })))
        })
        .await
    }
}
