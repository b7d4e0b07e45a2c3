//! What the doors of keys have in common: whether keys are made at this address, and how the script is answered. It must not know what a
//! key is.

use crate::State;
use crate::page::json;
use crate::visitor::cookie;
use app::access::Relying;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use std::sync::Arc;
use words::Words;

/// Holds what a browser was asked to sign in order to enter.
pub const CHALLENGE_COOKIE: &str = "passkey";
/// What a browser makes is some hundreds of bytes; its name for a key may have 1,023.
pub const LONGEST: usize = 16 * 1024;

/// The site as keys know it, where the page that asks is at the address for which they are made.
pub struct Here(pub Option<Arc<Relying>>);

impl FromRequestParts<State> for Here {
    type Rejection = std::convert::Infallible;
    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Self::Rejection> {
        // Browsers say it with every write of a script. The signature says it again, and is what counts.
        let asks = parts.headers.get(header::ORIGIN).map(HeaderValue::as_bytes);
        let relying = state.passkeys.clone();
        Ok(Self(relying.filter(|it| asks.is_none_or(|origin| origin == it.origin().as_bytes()))))
    }
}

/// The token of what this browser was asked last.
pub struct Asked(pub Option<String>);

impl FromRequestParts<State> for Asked {
    type Rejection = std::convert::Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &State) -> Result<Self, Self::Rejection> {
        let token = cookie(&parts.headers, CHALLENGE_COOKIE).filter(|token| !token.is_empty());
        Ok(Self(token.map(str::to_owned)))
    }
}

/// It is done; where she goes on.
pub fn done(next: &str) -> Response {
    #[derive(Serialize)]
    struct Done<'a> {
        next: &'a str,
    }
    json(&Done { next })
}

/// It was not done, for a reason that a program knows and one that she can read.
pub fn refused(status: StatusCode, problem: &str, words: String) -> Response {
    #[derive(Serialize)]
    struct Refused<'a> {
        problem: &'a str,
        words: String,
    }
    (status, json(&Refused { problem, words })).into_response()
}

pub fn not_here(w: &Words) -> Response {
    refused(StatusCode::CONFLICT, "not_here", w.passkey_refused_not_here())
}
