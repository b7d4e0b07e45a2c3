//! The page of what waits on this phone, and the key that seals it. What waits is on the phone alone: the server does not know it.

use crate::State;
use crate::error::Refusal;
use crate::page::{self, Frame, Place, json};
use crate::visitor::{W, Who, who};
use askama::Template;
use axum::extract::State as FromState;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Serialize;
use words::Words;

#[derive(Template)]
#[template(path = "learner/outbox.html", blocks = ["page"])]
struct Page {
    frame: Frame,
}

#[derive(Serialize)]
struct Key {
    who: String,
    key: String,
    now: i64,
}

pub async fn show(Who(visitor): Who, W(w): W) -> Response {
    page::html(&Page { frame: Frame::new(w, Some(visitor), Place::Me, w.phone_outbox_title()) })
}

/// What stands in `<main>`, for the kit.
pub fn part(w: &'static Words) -> String {
    page::block(Page { frame: Frame::kept(w) }.as_page())
}

pub async fn key(FromState(state): FromState<State>, Who(visitor): Who) -> Result<Response, Refusal> {
    let key = state.telar.outbox_key(visitor.person).await?;
    let key = Key { who: who(visitor.person), key: URL_SAFE_NO_PAD.encode(key), now: visitor.at.0 };
    let kept_nowhere = [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))];
    Ok((kept_nowhere, json(&key)).into_response())
}
