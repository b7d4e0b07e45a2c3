//! The door through which staff hand in an attempt whose time is over. It must not know what is marked, nor how.

use crate::State;
use crate::error::Refusal;
use crate::visitor::{Form, Ids, Who};
use app::quizzes::{HandInAttempt, HandInRefused};
use axum::extract::State as FromState;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::{AttemptId, CohortId, CommandId};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Pressed {
    command: Option<CommandId>,
}

pub async fn hand_in(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    Ids(cohort, attempt): Ids<CohortId, AttemptId>,
    Form(pressed): Form<Pressed>,
) -> Result<Response, Refusal> {
    let command = pressed.command.unwrap_or_else(|| uuid::Uuid::now_v7().into());
    let page = format!("/cohorts/{cohort}/attempts/{attempt}");
    match state.telar.hand_in_attempt(&visitor, HandInAttempt { command, cohort, attempt }).await {
        Ok(()) => Ok(Redirect::to(&format!("{page}?done=handed-in")).into_response()),
        // More time was granted since the page came, or she looks at her own: the page as it is now has no such button.
        Err(HandInRefused::NotOver | HandInRefused::Own) => Ok(Redirect::to(&page).into_response()),
        Err(HandInRefused::NotFound | HandInRefused::OtherContent) => Err(Refusal::NotFound),
        Err(HandInRefused::Unavailable(why)) => Err(why.into()),
    }
}
