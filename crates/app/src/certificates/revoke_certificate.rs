//! A certificate is revoked, with a reason that its verify page shows.

use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable};
use domain::certificates::parse_number;
use domain::facts::{CertificateRevoked, Subject};
use domain::ids::PersonId;
use store::NewFact;

#[derive(Debug, thiserror::Error)]
pub enum RevokeRefused {
    #[error("not found")]
    NotFound,
    /// A reason of 5 to 300 characters is asked for.
    #[error("a reason is needed")]
    Reason,
    /// Another stands in its place: that is the one to revoke.
    #[error("it was replaced")]
    Replaced,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(RevokeRefused);

impl Telar {
    pub async fn revoke_certificate(&self, by: PersonId, number: &str, reason: &str) -> Result<(), RevokeRefused> {
        let number = parse_number(number).ok_or(RevokeRefused::NotFound)?;
        let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
        if !(5..=300).contains(&reason.chars().count()) {
            return Err(RevokeRefused::Reason);
        }
        self.write(move |writing| {
            let row = writing.certificate(&number)?.ok_or(RevokeRefused::NotFound)?;
            if !writing.grants(by)?.runs(row.cohort) {
                return Err(RevokeRefused::NotFound);
            }
            if row.revoked.is_none() {
                if row.replaced_by.is_some() {
                    return Err(RevokeRefused::Replaced);
                }
                let what = CertificateRevoked { certificate: row.certificate, reason }.into();
                writing.record(vec![NewFact { actor: Some(by), about: Subject::Person(row.person), what }])?;
            }
            Ok(())
        })
        .await
    }
}
