//! What a topic is made of, and its pieces one by one. A person gets those of the programmes that she is enrolled in; any other
//! is not there. Pages of today take all that they lack at once, from `stream`.

use super::{Pieces, Topic};
use crate::State;
use crate::compress::Encoding;
use crate::error::Refusal;
use crate::page::json;
use crate::visitor::{W, Who};
use app::access::Visitor;
use axum::extract::{Path, State as FromState};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use std::sync::Arc;
use words::Words;

#[derive(Serialize)]
pub(super) struct List<'a> {
    topic: &'a str,
    title: &'a str,
    language: &'a str,
    version: &'a str,
    bytes: usize,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    path: &'a str,
    title: &'a str,
    kind: &'static str,
    hash: &'a str,
    /// As they go over the link to the browser that asks.
    bytes: usize,
}

pub async fn list(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let pieces = pieces_with(&state, w, &visitor, &id).await?;
    let topic = pieces.topic(&id).ok_or(Refusal::NotFound)?;
    Ok(json(&list_of(topic, w.language(), Encoding::of(&headers))))
}

/// The pieces of the programme that has this topic, among those that she is enrolled in.
pub(super) async fn pieces_with(
    state: &State,
    w: &'static Words,
    visitor: &Visitor,
    topic: &str,
) -> Result<Arc<Pieces>, Refusal> {
    let programmes = state.telar.programmes(visitor.person).await?;
    let has = |id: &str| id == topic;
    let programme = programmes.iter().find(|programme| programme.topics.iter().any(|topic| has(topic.id.as_str())));
    Ok(state.offline.take(w, programme.ok_or(Refusal::NotFound)?).await)
}

pub(super) fn list_of<'a>(topic: &'a Topic, language: &'a str, encoding: Option<Encoding>) -> List<'a> {
    let items = topic.pieces.iter().map(|piece| Item {
        path: &piece.path,
        title: &piece.title,
        kind: piece.kind,
        hash: &piece.packed.digest,
        bytes: piece.packed.body(encoding).len(),
    });
    List {
        topic: topic.id.as_str(),
        title: &topic.title,
        language,
        version: &topic.version,
        bytes: topic.bytes(encoding),
        items: items.collect(),
    }
}

/// One piece, as pages from before `stream` ask for it: a phone may hold such a page for months. In whatever language
/// it was listed: she may have chosen another one since.
pub async fn piece(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(hash): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let programmes = state.telar.programmes(visitor.person).await?;
    let others = words::languages().iter().map(|code| words::in_language(code));
    let languages = std::iter::once(w).chain(others.filter(|other| other.language() != w.language()));
    for words in languages {
        for programme in &programmes {
            let pieces = state.offline.take(words, programme).await;
            if let Some(piece) = pieces.piece(&hash) {
                let mut response = piece.packed.answer(&headers, "text/html; charset=utf-8");
                // Kept by the phone itself, sealed; the browser's own cache would keep it readable.
                response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
                return Ok(response.into_response());
            }
        }
    }
    Err(Refusal::NotFound)
}
