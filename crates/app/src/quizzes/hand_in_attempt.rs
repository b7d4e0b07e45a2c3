//! Staff who run a cohort hand an attempt in for somebody, once its time is over: otherwise it stays open until she comes back.

use super::submit_attempt::Closing;
use super::{attempt_in, quiz_of, seen_cohort};
use crate::access::Visitor;
use crate::command::{Command, once};
use crate::unavailable::or_unavailable;
use crate::{PageRefused, Telar, Unavailable};
use domain::Claimed;
use domain::ids::{AttemptId, CohortId, CommandId};
use domain::quizzes::Unanswered;

#[derive(Clone, Copy, Debug)]
pub struct HandInAttempt {
    pub command: CommandId,
    pub cohort: CohortId,
    pub attempt: AttemptId,
}

#[derive(Debug, thiserror::Error)]
pub enum HandInRefused {
    #[error("not found")]
    NotFound,
    #[error("nobody hands in her own attempt as staff")]
    Own,
    #[error("its time is not over")]
    NotOver,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(HandInRefused);

impl From<PageRefused> for HandInRefused {
    fn from(why: PageRefused) -> Self {
        match why {
            PageRefused::NotFound => Self::NotFound,
            PageRefused::Unavailable(why) => Self::Unavailable(why),
        }
    }
}

impl Telar {
    /// What was given in time is marked, as far as it has arrived. One that is handed in by now stays as it is.
    pub async fn hand_in_attempt(&self, visitor: &Visitor, it: HandInAttempt) -> Result<(), HandInRefused> {
        if !visitor.grants.runs(it.cohort) {
            return Err(HandInRefused::NotFound);
        }
        let (telar, visitor) = (self.clone(), visitor.clone());
        self.write(move |writing| {
            let by = visitor.person;
            let command = Command::new(it.command, Some(by), "hand in attempt", &(it.cohort, it.attempt));
            once!(command, writing, HandInRefused::OtherContent);
            let (_, programme) = seen_cohort(&telar, writing, (&visitor, it.cohort))?;
            let (row, owner) = attempt_in(writing, it.cohort, it.attempt)?.ok_or(HandInRefused::NotFound)?;
            if owner.person == by {
                return Err(HandInRefused::Own);
            }
            if row.submitted.is_none() {
                let (_, quiz) = quiz_of(&programme, &row.activity).ok_or(HandInRefused::NotFound)?;
                let closing = Closing::of(writing, quiz, (it.attempt, row, owner))?;
                if !closing.is_over(writing.now()) {
                    return Err(HandInRefused::NotOver);
                }
                // Nothing more can be given, so nothing is asked.
                let _ = closing.close(writing, by, (Unanswered::CountAsWrong, Claimed::default()))?;
            }
            command.answer(writing, &())?;
            Ok(())
        })
        .await
    }
}
