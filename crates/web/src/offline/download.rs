//! What a topic is made of, and its pieces. A person gets those of the programmes that she is enrolled in; any other is not
//! there.

use super::{Pieces, Topic};
use crate::State;
use crate::compress::Encoding;
use crate::error::Refusal;
use crate::page::json;
use crate::visitor::{W, Who};
use axum::extract::{Path, State as FromState};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

#[derive(Serialize)]
struct List<'a> {
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
    let encoding = Encoding::of(&headers);
    for programme in state.telar.programmes(visitor.person).await? {
        if programme.topics.iter().any(|topic| topic.id.as_str() == id) {
            let pieces: &Pieces = &*state.offline.take(w, &programme).await;
            let topic = pieces.topic(&id).ok_or(Refusal::NotFound)?;
            return Ok(json(&list_of(topic, w.language(), encoding)));
        }
    }
    Err(Refusal::NotFound)
}

fn list_of<'a>(topic: &'a Topic, language: &'a str, encoding: Option<Encoding>) -> List<'a> {
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

/// One piece, in whatever language it was listed: she may have chosen another one since.
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
