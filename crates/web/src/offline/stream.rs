//! All that a phone lacks of a topic, in one answer: what the topic is made of, then the pieces, each packed once for everybody. A
//! line that is far away is then asked once, and is never idle. It records nothing; it is a POST because what a phone has does
//! not fit into an address, nor belong into a log of addresses.

use super::download::{List, list_of, pieces_with};
use super::pieces::Piece;
use crate::State;
use crate::compress::{Encoding, InTurn, Packed, in_turn};
use crate::error::Refusal;
use crate::page::{self, json};
use crate::visitor::{Form, W, Who};
use axum::body::Body;
use axum::extract::{Path, State as FromState};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::data_use::Allowance;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// So many digits of a hash say which piece a phone has: 48 bits, so that of a thousand pieces two are alike once in half a
/// billion phones, and a phone with eight topics says all that it has in 4 kB.
const HERE: usize = 12;

#[derive(Deserialize)]
pub struct Wanted {
    /// The first [`HERE`] digits of each hash that the phone has, parted by dots.
    #[serde(default)]
    here: String,
    #[serde(default)]
    limit: Limit,
}

/// Whether she is asked where this would cross the limit of data that she set herself.
#[derive(Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum Limit {
    #[default]
    Ask,
    /// She was, and goes on.
    Asked,
}

/// The first line of the answer. The pieces follow it with nothing between them.
#[derive(Serialize)]
struct Head<'a> {
    manifest: List<'a>,
    /// For each piece on its way, in this order: its place among the manifest's items, and its length when unpacked.
    coming: Vec<(usize, usize)>,
}

#[derive(Serialize)]
struct Asks {
    problem: &'static str,
    month_bytes: u64,
    limit: u64,
    bytes: u64,
}

pub async fn stream(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(id): Path<String>,
    headers: HeaderMap,
    Form(wanted): Form<Wanted>,
) -> Result<Response, Refusal> {
    // Who left in a hurry gets nothing that could be seen on her phone; a read is led to the calendar by its guard.
    if visitor.away {
        return Err(Refusal::Forbidden);
    }
    let encoding = Encoding::of(&headers);
    let pieces = pieces_with(&state, w, &visitor, &id).await?;
    let topic = pieces.topic(&id).ok_or(Refusal::NotFound)?;
    let coming = lacking(&topic.pieces, &wanted.here);
    let head = Head {
        manifest: list_of(topic, w.language(), encoding),
        coming: coming.iter().map(|(place, piece)| (*place, piece.packed.len())).collect(),
    };
    let line = Packed::new(page::line(&head));
    let parts: Vec<&Packed> = std::iter::once(&line).chain(coming.iter().map(|(_, piece)| &piece.packed)).collect();
    let body = in_turn(encoding, &parts);
    let crosses = |allowance: &Allowance| !coming.is_empty() && allowance.asks_before(body.bytes());
    if let Some(allowance) = visitor.allowance.filter(|it| wanted.limit == Limit::Ask && crosses(it)) {
        return Ok(asks(allowance, body.bytes()));
    }
    Ok(answer(encoding, body))
}

/// Each piece that the phone does not have, once, with its place, in the order in which she will read.
fn lacking<'a>(pieces: &'a [Piece], here: &str) -> Vec<(usize, &'a Piece)> {
    let mut seen: HashSet<&str> = here.split('.').collect();
    let pieces = pieces.iter().enumerate();
    pieces.filter(|(_, piece)| seen.insert(&piece.packed.digest[..HERE])).collect()
}

/// The same as the page that asks, for script.
fn asks(allowance: Allowance, bytes: u64) -> Response {
    let (month_bytes, limit) = (allowance.used, allowance.limit.bytes());
    let mut response = json(&Asks { problem: "data_limit", month_bytes, limit, bytes });
    *response.status_mut() = StatusCode::CONFLICT;
    response
}

fn answer(encoding: Option<Encoding>, body: InTurn) -> Response {
    let mut response = Body::new(body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, encoding.value());
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_here_and_what_was_listed_before_does_not_come() {
        let piece = |text: &str| Piece {
            path: String::new(),
            title: String::new(),
            kind: "lesson",
            packed: Packed::new(text.as_bytes().to_vec()),
        };
        let pieces = [piece("uno"), piece("dos"), piece("uno"), piece("tres")];
        let places = |here: &str| lacking(&pieces, here).iter().map(|(place, _)| *place).collect::<Vec<_>>();
        assert_eq!(places(""), [0, 1, 3]);
        let here = format!("{}.{}", &pieces[1].packed.digest[..HERE], &pieces[0].packed.digest[..HERE]);
        assert_eq!(places(&here), [3]);
        assert_eq!(places("no.hash..at all"), [0, 1, 3]);
    }
}
