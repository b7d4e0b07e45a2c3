//! A learner marks a question to come back to, or takes the mark off. It is a note of hers for as long as the attempt is open: no
//! fact, and nobody else sees it.

use super::own_attempt;
use crate::command::{Command, once};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable};
use domain::ids::{AttemptId, CommandId, PersonId, QuestionId};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug)]
pub struct FlagQuestion {
    pub command: CommandId,
    pub attempt: AttemptId,
    pub question: QuestionId,
    pub flag: Flag,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    Up,
    Down,
}

#[derive(Debug, thiserror::Error)]
pub enum FlagRefused {
    #[error("not found")]
    NotFound,
    #[error("the attempt has been handed in")]
    Closed,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(FlagRefused);

impl Telar {
    pub async fn flag_question(&self, person: PersonId, it: FlagQuestion) -> Result<Flag, FlagRefused> {
        self.write(move |writing| {
            let content = (it.attempt, &it.question, it.flag);
            let command = Command::new(it.command, Some(person), "flag question", &content);
            once!(command, writing, FlagRefused::OtherContent);
            let (row, _) = own_attempt(writing, person, it.attempt)?.ok_or(FlagRefused::NotFound)?;
            if !row.asked.contains(&it.question) {
                return Err(FlagRefused::NotFound);
            }
            if row.submitted.is_some() {
                return Err(FlagRefused::Closed);
            }
            match it.flag {
                Flag::Up => writing.set_flag(it.attempt, &it.question, person)?,
                Flag::Down => writing.take_flag(it.attempt, &it.question)?,
            }
            command.answer(writing, &it.flag)?;
            Ok(it.flag)
        })
        .await
    }
}
