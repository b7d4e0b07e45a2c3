//! Her own password: set, changed, taken away. It must not know how it is kept.

use crate::State;
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{Form, W, Who};
use app::access::{NewPassword, PasswordRefused, Visitor};
use askama::Template;
use axum::extract::{Query, State as FromState};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "learner/password.html")]
struct Page {
    frame: Frame,
    said: String,
    has: bool,
    problem: String,
    code: String,
}

#[derive(Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    current: String,
    new: String,
    again: String,
    /// `drop` where she wants none any more.
    wish: String,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    let said = match done.done.as_str() {
        "set" => w.password_set(),
        "dropped" => w.password_dropped(),
        _ => String::new(),
    };
    render(&state, visitor, w, (said, String::new())).await
}

pub async fn change(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Form(wish): Form<Wish>,
) -> Result<Response, Refusal> {
    let drops = wish.wish == "drop";
    let done = if drops {
        state.telar.drop_password(visitor.person, wish.current).await
    } else {
        let new = NewPassword { current: wish.current, new: wish.new, again: wish.again };
        state.telar.set_password((visitor.person, visitor.session), new).await
    };
    let problem = match done {
        Ok(()) if drops => return Ok(Redirect::to("/me/password?done=dropped").into_response()),
        Ok(()) => return Ok(Redirect::to("/me/password?done=set").into_response()),
        Err(PasswordRefused::Unavailable(why)) => return Err(why.into()),
        Err(PasswordRefused::Length) => w.password_refused_length(),
        Err(PasswordRefused::Weak) => w.password_refused_weak(),
        Err(PasswordRefused::Differs) => w.password_refused_differs(),
        Err(PasswordRefused::Wrong) => w.password_refused_wrong(),
    };
    let mut response = render(&state, visitor, w, (String::new(), problem)).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

async fn render(
    state: &State,
    visitor: Visitor,
    w: &'static Words,
    (said, problem): (String, String),
) -> Result<Response, Refusal> {
    let has = state.telar.has_password(visitor.person).await?;
    let code = state.telar.entry_code(visitor.person).await?;
    let frame = Frame::new(w, Some(visitor), Place::Me, w.me_title());
    Ok(page::html(&Page { frame, said, has, problem, code }))
}
