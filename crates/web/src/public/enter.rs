//! Entering with what one types: a code, a telephone or an e-mail address, and a PIN or a password.

use crate::State;
use crate::dates;
use crate::error::Refusal;
use crate::page::{Frame, Place, html};
use crate::visitor::{Device, Form, MaybeWho, W, signed_in};
use app::access::{EnterRefused, Visitor};
use askama::Template;
use axum::extract::{Query, State as FromState};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "public/enter.html")]
struct EnterPage {
    frame: Frame,
    code: String,
    problem: String,
    /// Where browsers have keys for this site; empty where they have none.
    passkeys: String,
    /// Where the site sends mail.
    mail: Option<AskMail>,
}

/// The field in which she asks for a link by mail.
#[derive(Default)]
pub struct AskMail {
    pub address: String,
    pub problem: String,
}

#[derive(Deserialize)]
pub struct Typed {
    /// The QR of a slip carries the code.
    #[serde(default)]
    code: String,
}

#[derive(Deserialize)]
pub struct Slip {
    #[serde(default)]
    code: String,
    #[serde(default)]
    pin: String,
}

pub async fn show(
    FromState(state): FromState<State>,
    MaybeWho(visitor): MaybeWho,
    W(w): W,
    Query(typed): Query<Typed>,
) -> Response {
    if visitor.is_some() && typed.code.is_empty() {
        return Redirect::to("/").into_response();
    }
    let frame = Frame::new(w, visitor, Place::None, w.enter_title());
    page(&state, frame, (typed.code, String::new()), AskMail::default())
}

pub async fn enter(
    FromState(state): FromState<State>,
    MaybeWho(before): MaybeWho,
    Device(device): Device,
    W(w): W,
    Form(slip): Form<Slip>,
) -> Result<Response, Refusal> {
    let (status, problem) = match state.telar.enter(&slip.code, &slip.pin, &device).await {
        Ok(new) => {
            rotate(&state.telar, before).await?;
            return Ok(signed_in(Redirect::to("/").into_response(), &new, &state.settings));
        }
        Err(EnterRefused::Unavailable(why)) => return Err(why.into()),
        Err(EnterRefused::Wrong) => (StatusCode::UNPROCESSABLE_ENTITY, w.enter_wrong()),
        Err(EnterRefused::TooMany { until }) => (StatusCode::TOO_MANY_REQUESTS, w.enter_too_many(dates::time(until))),
    };
    let frame = Frame::new(w, None, Place::None, w.enter_title());
    Ok((status, page(&state, frame, (slip.code, problem), AskMail::default())).into_response())
}

/// The page with all ways to enter that there are here.
pub fn page(state: &State, frame: Frame, (code, problem): (String, String), mail: AskMail) -> Response {
    let passkeys = state.passkeys.as_ref().map_or_else(String::new, |it| it.origin().to_owned());
    let mail = state.telar.sends_mail().then_some(mail);
    html(&EnterPage { frame, code, problem, passkeys, mail })
}

/// Whoever was signed in on this device before is not any more: a session never outlives the next sign-in on the same device.
pub async fn rotate(telar: &app::Telar, before: Option<Visitor>) -> Result<(), Refusal> {
    if let Some(before) = before {
        telar.sign_out_device(before.person, before.session).await?;
    }
    Ok(())
}
