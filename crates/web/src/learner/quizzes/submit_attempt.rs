//! Handing an attempt in. With open questions it asks once more before it counts them as not right.

use super::attempt::{self, Say};
use crate::State;
use crate::command::{self, Said, Sent, Taken};
use crate::error::Refusal;
use crate::visitor::{W, Who};
use app::quizzes::{SubmitAttempt, SubmitAttemptRefused};
use axum::extract::{Path, State as FromState};
use axum::response::Response;
use domain::ids::AttemptId;
use domain::quizzes::Unanswered;
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Submission {
    #[serde(default)]
    unanswered: String,
}

pub async fn submit(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(id): Path<String>,
    sent: Sent<Submission>,
) -> Result<Response, Refusal> {
    let id: AttemptId = id.parse().map_err(|_| Refusal::NotFound)?;
    let unanswered = if sent.fields.unanswered == "wrong" { Unanswered::CountAsWrong } else { Unanswered::Refuse };
    let submit = SubmitAttempt { command: sent.command, attempt: id, unanswered, claimed: sent.claimed };
    let (outcome, sure) = match state.telar.submit_attempt(visitor.person, submit).await {
        Ok(_) => (Ok(Taken::new("submitted", format!("/attempts/{id}"))), false),
        Err(SubmitAttemptRefused::NotFound) if sent.json => (Err(Said::not_found(w.quiz_refused_not_found())), false),
        Err(SubmitAttemptRefused::NotFound) => return Err(Refusal::NotFound),
        Err(SubmitAttemptRefused::Unavailable(why)) => return Err(why.into()),
        Err(SubmitAttemptRefused::Open(open)) => (Err(Said::conflict("open", w.quiz_refused_open(open))), true),
        Err(SubmitAttemptRefused::OtherContent) => {
            (Err(Said::conflict("other_content", w.lesson_refused_old())), false)
        }
    };
    let again = async |said: Said| {
        let page = state.telar.attempt(visitor.person, id).await?;
        let say = if sure { Say::Sure } else { Say::Problem(said.words) };
        Ok(attempt::render(visitor, w, &page, (say, &[])))
    };
    command::answer(sent.json, outcome, again).await
}
