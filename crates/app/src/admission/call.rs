//! Who runs a cohort asks an organisation to name people for it.

use crate::cohorts::line;
use crate::command::{Command, once};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance};
use domain::facts::{NominationsCalled, NominationsClosed, Subject};
use domain::ids::{CohortId, CommandId, NominationCallId, PersonId};
use store::NewFact;

#[derive(Clone, Debug)]
pub struct CallForNominations {
    pub command: CommandId,
    pub cohort: CohortId,
    pub organisation: String,
    /// How many people it may name.
    pub places: String,
}

#[derive(Debug, thiserror::Error)]
pub enum CallRefused {
    #[error("not found")]
    NotFound,
    #[error("an organisation has 2 to 160 characters")]
    Organisation,
    #[error("1 to 500 people")]
    Places,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(CallRefused);

impl Telar {
    pub async fn call_for_nominations(
        &self,
        by: PersonId,
        it: CallForNominations,
    ) -> Result<NominationCallId, CallRefused> {
        let organisation = line(&it.organisation);
        if !(2..=160).contains(&organisation.chars().count()) || organisation.contains(['<', '>']) {
            return Err(CallRefused::Organisation);
        }
        let places: u16 = it.places.trim().parse().map_err(|_| CallRefused::Places)?;
        if !(1..=500).contains(&places) {
            return Err(CallRefused::Places);
        }
        let call: NominationCallId = chance::id(self.now())?;
        let code = chance::code::<12>()?;
        self.write(move |writing| {
            let content = (it.cohort, &organisation, places);
            let command = Command::new(it.command, Some(by), "call for nominations", &content);
            once!(command, writing, CallRefused::OtherContent);
            if !writing.grants(by)?.runs(it.cohort) || writing.cohort(it.cohort)?.is_none() {
                return Err(CallRefused::NotFound);
            }
            let what = NominationsCalled { call, cohort: it.cohort, organisation, places, code }.into();
            writing.record(vec![NewFact { actor: Some(by), about: Subject::Cohort(it.cohort), what }])?;
            command.answer(writing, &call)?;
            Ok(call)
        })
        .await
    }

    /// The organisation may name nobody else. Saying so twice changes nothing.
    pub async fn close_nominations(
        &self,
        by: PersonId,
        (cohort, call): (CohortId, NominationCallId),
    ) -> Result<(), CallRefused> {
        self.write(move |writing| {
            if !writing.grants(by)?.runs(cohort) {
                return Err(CallRefused::NotFound);
            }
            let row = writing.nomination_calls(cohort)?.into_iter().find(|row| row.call == call);
            if row.ok_or(CallRefused::NotFound)?.closed.is_none() {
                let what = NominationsClosed { call }.into();
                writing.record(vec![NewFact { actor: Some(by), about: Subject::Cohort(cohort), what }])?;
            }
            Ok(())
        })
        .await
    }
}
