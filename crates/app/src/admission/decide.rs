//! Who runs a cohort decides about an application.

use super::promote::promote;
use crate::cohorts::line;
use crate::command::{Command, once};
use crate::people::admit;
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance};
use domain::cohorts::ApplicationState;
use domain::facts::{ApplicationDecided, Subject, What};
use domain::ids::{ApplicationId, CohortId, CommandId, EnrolmentId, PersonId};
use serde::Serialize;
use store::NewFact;

/// What is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Decision {
    /// She comes in, or waits where all places are taken.
    Admit,
    /// She comes in though all places are taken.
    AdmitBeyond,
    Refuse,
}

impl std::str::FromStr for Decision {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        match word {
            "admit" => Ok(Self::Admit),
            "admit-beyond" => Ok(Self::AdmitBeyond),
            "refuse" => Ok(Self::Refuse),
            _ => Err(()),
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum DecideRefused {
    #[error("not found")]
    NotFound,
    /// Somebody decided meanwhile, or she took it back.
    #[error("decided already")]
    Decided,
    #[error("the word is longer than 500 characters")]
    TooLong,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(DecideRefused);

impl Telar {
    /// Decides, and says how she stands by it.
    pub async fn decide_application(
        &self,
        by: PersonId,
        (cohort, application): (CohortId, ApplicationId),
        (command, decision, word): (CommandId, Decision, &str),
    ) -> Result<ApplicationState, DecideRefused> {
        let word = line(word);
        if word.chars().count() > 500 {
            return Err(DecideRefused::TooLong);
        }
        let now = self.now();
        let enrolment: EnrolmentId = chance::id(now)?;
        self.write(move |writing| {
            let command = Command::new(command, Some(by), "decide application", &(application, decision, &word));
            once!(command, writing, DecideRefused::OtherContent);
            if !writing.grants(by)?.runs(cohort) {
                return Err(DecideRefused::NotFound);
            }
            let row = writing.application(application)?.filter(|row| row.cohort == cohort);
            let row = row.ok_or(DecideRefused::NotFound)?;
            if !row.state.is_open() {
                return Err(DecideRefused::Decided);
            }
            let (taken, waiting) = writing.places_taken(cohort)?;
            let full = writing.admission(cohort)?.free(taken).is_some_and(|free| free <= waiting);
            let state = match decision {
                Decision::Refuse if row.state == ApplicationState::Nominated => ApplicationState::Withdrawn,
                Decision::Refuse => ApplicationState::Refused,
                // She has not signed yet: only she can accept what she was named for.
                Decision::Admit | Decision::AdmitBeyond if row.state == ApplicationState::Nominated => {
                    return Err(DecideRefused::NotFound);
                }
                Decision::Admit if full && row.state == ApplicationState::Asked => ApplicationState::Waiting,
                Decision::Admit if full => return Ok(ApplicationState::Waiting),
                Decision::Admit | Decision::AdmitBeyond => ApplicationState::Admitted,
            };
            let mut facts: Vec<What> = vec![ApplicationDecided { application, state, word }.into()];
            if state == ApplicationState::Admitted {
                facts.push(admit(writing, row.person, cohort, enrolment)?);
            }
            let about = Subject::Person(row.person);
            writing.record(facts.into_iter().map(|what| NewFact { actor: Some(by), about, what }).collect())?;
            promote(writing, cohort, now)?;
            command.answer(writing, &state)?;
            Ok(state)
        })
        .await
    }
}
