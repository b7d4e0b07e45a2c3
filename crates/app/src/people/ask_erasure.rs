//! She asks that what the site holds about her be erased, or takes that back.

use super::PendingErasure;
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance};
use domain::facts::{CertificateRecords, ErasureAsked, ErasureWithdrawn, Subject};
use domain::ids::PersonId;
use store::NewFact;

#[derive(Debug, thiserror::Error)]
pub enum AskErasureRefused {
    /// A site without an administrator could not be run: she names another first.
    #[error("the last administrator")]
    LastAdministrator,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(AskErasureRefused);

impl Telar {
    pub async fn ask_erasure(
        &self,
        person: PersonId,
        certificates: CertificateRecords,
    ) -> Result<(), AskErasureRefused> {
        let erasure = chance::id(self.now())?;
        self.write(move |writing| {
            if writing.grants(person)?.is_administrator() && writing.administrators()? == 1 {
                return Err(AskErasureRefused::LastAdministrator);
            }
            if writing.erasure_of(person)?.is_none() {
                let what = ErasureAsked { erasure, certificates }.into();
                writing.record(vec![NewFact { actor: Some(person), about: Subject::Person(person), what }])?;
            }
            Ok(())
        })
        .await
    }

    pub async fn withdraw_erasure(&self, person: PersonId) -> Result<(), Unavailable> {
        self.write(move |writing| {
            if let Some(row) = writing.erasure_of(person)? {
                let what = ErasureWithdrawn { erasure: row.erasure }.into();
                writing.record(vec![NewFact { actor: Some(person), about: Subject::Person(person), what }])?;
            }
            Ok(())
        })
        .await
    }

    /// Her own request that waits.
    pub async fn pending_erasure(&self, person: PersonId) -> Result<Option<PendingErasure>, Unavailable> {
        self.read(move |reading| {
            let row = reading.erasure_of(person)?;
            Ok(row.map(|row| PendingErasure { asked: row.asked, certificates: row.certificates }))
        })
        .await
    }
}
