//! «Ayudar a una persona»: whoever helps types the code that she was told, and from then on sees that person's pages. It must not know who
//! may help whom.

use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{Form, W, Who};
use crate::{State, acting, dates};
use app::access::{BeginSupportRefused, Visitor};
use askama::Template;
use axum::extract::{Query, State as FromState};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::access::Role;
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "staff/support.html")]
struct Page {
    frame: Frame,
    said: String,
    problem: String,
    code: String,
}

#[derive(Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

#[derive(Deserialize)]
pub struct Typed {
    #[serde(default)]
    code: String,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    if visitor.acting.is_some() {
        return Ok(Redirect::to("/today").into_response());
    }
    if visitor.was_acting {
        state.telar.put_support_away(visitor.session).await?;
    }
    let said = match (visitor.was_acting, done.done.as_str()) {
        (true, _) => w.support_over(),
        (false, "ended") => w.support_ended_by_helper(),
        _ => String::new(),
    };
    if !visitor.grants.helps_somebody() {
        return if said.is_empty() { Err(Refusal::NotFound) } else { Ok(Redirect::to("/").into_response()) };
    }
    let response = render(visitor, w, (said, String::new(), String::new()));
    Ok(acting::forgotten(response))
}

pub async fn begin(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Form(typed): Form<Typed>,
) -> Result<Response, Refusal> {
    // Sent twice: it has begun.
    if visitor.acting.is_some() {
        return Ok(Redirect::to("/today").into_response());
    }
    if !visitor.grants.helps_somebody() {
        return Err(Refusal::NotFound);
    }
    let (status, problem) = match state.telar.begin_support(&visitor, &typed.code).await {
        Ok(()) => return Ok(Redirect::to("/today").into_response()),
        Err(BeginSupportRefused::Unavailable(why)) => return Err(why.into()),
        Err(BeginSupportRefused::Wrong) => (StatusCode::UNPROCESSABLE_ENTITY, w.support_wrong()),
        Err(BeginSupportRefused::TooMany { until }) => {
            (StatusCode::TOO_MANY_REQUESTS, w.support_too_many(dates::time(until)))
        }
    };
    let code: String = typed.code.chars().take(16).collect();
    Ok((status, render(visitor, w, (String::new(), problem, code))).into_response())
}

pub async fn end(FromState(state): FromState<State>, Who(visitor): Who) -> Result<Response, Refusal> {
    state.telar.end_acting(&visitor).await?;
    Ok(acting::forgotten(Redirect::to("/support?done=ended").into_response()))
}

fn render(visitor: Visitor, w: &'static Words, (said, problem, code): (String, String, String)) -> Response {
    let frame = Frame::new(w, Some(visitor), Place::Desk, w.desk_title());
    page::html(&Page { frame, said, problem, code })
}

/// What a helper does where the person is: «coordina el grupo».
pub fn role(w: &Words, role: Role) -> String {
    match role {
        Role::Coordinator => w.support_role_coordinator(),
        Role::Administrator => w.support_role_administrator(),
        _ => w.support_role_facilitator(),
    }
}
