//! Handing an attempt in. With open questions it asks once more before it counts them as not right.

use super::attempt::{self, Say};
use crate::State;
use crate::error::Refusal;
use crate::visitor::{Form, W, Who};
use app::quizzes::SubmitAttemptRefused;
use axum::extract::{Path, State as FromState};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::{AttemptId, CommandId};
use domain::quizzes::Unanswered;
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Wish {
    command: CommandId,
    #[serde(default)]
    unanswered: String,
}

pub async fn submit(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(id): Path<String>,
    Form(wish): Form<Wish>,
) -> Result<Response, Refusal> {
    let id: AttemptId = id.parse().map_err(|_| Refusal::NotFound)?;
    let unanswered = if wish.unanswered == "wrong" { Unanswered::CountAsWrong } else { Unanswered::Refuse };
    let say = match state.telar.submit_attempt(visitor.person, id, wish.command, unanswered).await {
        Ok(_) => return Ok(Redirect::to(&format!("/attempts/{id}")).into_response()),
        Err(SubmitAttemptRefused::NotFound) => return Err(Refusal::NotFound),
        Err(SubmitAttemptRefused::Unavailable(why)) => return Err(why.into()),
        Err(SubmitAttemptRefused::Open(_)) => Say::Sure,
        Err(SubmitAttemptRefused::OtherContent) => Say::Problem(w.lesson_refused_old()),
    };
    let page = state.telar.attempt(visitor.person, id).await?;
    let mut response = attempt::render(visitor, w, &page, say);
    *response.status_mut() = StatusCode::CONFLICT;
    Ok(response)
}
