//! The administrator carries out an erasure: every fact about the person loses its content, and she is signed out everywhere.

use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable};
use domain::facts::{PersonErased, Subject};
use domain::ids::{ErasureId, PersonId};
use store::NewFact;

#[derive(Debug, thiserror::Error)]
pub enum CarryOutRefused {
    #[error("not found")]
    NotFound,
    #[error("only an administrator erases")]
    Forbidden,
    #[error("the last administrator")]
    LastAdministrator,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(CarryOutRefused);

impl Telar {
    pub async fn carry_out_erasure(&self, by: PersonId, erasure: ErasureId) -> Result<(), CarryOutRefused> {
        let done = self.write(move |writing| {
            if !writing.grants(by)?.is_administrator() {
                return Err(CarryOutRefused::Forbidden);
            }
            let waiting = writing.erasures()?.into_iter().find(|row| row.erasure == erasure);
            let row = waiting.ok_or(CarryOutRefused::NotFound)?;
            if writing.grants(row.person)?.is_administrator() && writing.administrators()? == 1 {
                return Err(CarryOutRefused::LastAdministrator);
            }
            let what = PersonErased { erasure, certificates: row.certificates }.into();
            writing.record(vec![NewFact { actor: Some(by), about: Subject::Person(row.person), what }])?;
            writing.forget_plain_rows(row.person)?;
            Ok(())
        });
        done.await?;
        // What was printed for a cohort may hold her papers.
        self.prints().forget_all();
        Ok(())
    }
}
