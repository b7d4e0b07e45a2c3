//! The door through which she marks a question to come back to, and takes the mark off.

use super::attempt::{self, Say};
use super::map;
use crate::State;
use crate::command::{self, Said, Sent, Taken};
use crate::error::Refusal;
use crate::visitor::{W, Who};
use app::quizzes::{Flag, FlagQuestion, FlagRefused};
use axum::extract::{Path, State as FromState};
use axum::response::Response;
use domain::ids::{AttemptId, QuestionId};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Flagged {
    #[serde(default)]
    question: String,
    /// `on`; anything else takes it off.
    #[serde(default)]
    flag: String,
}

pub async fn flag(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(id): Path<String>,
    sent: Sent<Flagged>,
) -> Result<Response, Refusal> {
    let id: AttemptId = id.parse().map_err(|_| Refusal::NotFound)?;
    let question = QuestionId(sent.fields.question.clone());
    let flag = if sent.fields.flag == "on" { Flag::Up } else { Flag::Down };
    let wish = FlagQuestion { command: sent.command, attempt: id, question: question.clone(), flag };
    let outcome = match state.telar.flag_question(visitor.person, wish).await {
        Ok(flag) => {
            let page = state.telar.attempt(visitor.person, id).await?;
            let number = page.asked.iter().position(|it| *it == question).map_or(1, |index| index + 1);
            let said = if flag == Flag::Up { "flagged" } else { "unflagged" };
            Ok(Taken::new(said, map::href(&page, number)))
        }
        Err(FlagRefused::NotFound) if sent.json => Err(Said::not_found(w.quiz_refused_not_found())),
        Err(FlagRefused::NotFound) => return Err(Refusal::NotFound),
        Err(FlagRefused::Unavailable(why)) => return Err(why.into()),
        Err(FlagRefused::Closed) => Err(Said::conflict("closed", w.quiz_refused_flag_closed())),
        Err(FlagRefused::OtherContent) => Err(Said::conflict("other_content", w.lesson_refused_old())),
    };
    let again = async |said: Said| {
        let page = state.telar.attempt(visitor.person, id).await?;
        Ok(attempt::render(visitor, w, &page, (Say::Problem(said.words), &[])))
    };
    command::answer(sent.json, outcome, again).await
}
