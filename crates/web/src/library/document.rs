//! A document of a cohort's library: a PDF as it is, a text as a page. It must not know who may read which.

use super::text::TextPage;
use super::words_for;
use crate::State;
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{Ids, W, Who};
use app::documents::Content;
use axum::extract::State as FromState;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::ids::DocumentId;
use domain::programmes::Review;

/// A PDF is shown by the browser's own reader and may run nothing.
const OF_A_PDF: &str =
    "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; sandbox; frame-ancestors 'none'";

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Ids(document, number): Ids<DocumentId, u16>,
) -> Result<Response, Refusal> {
    let open = state.telar.open_document(&visitor, (document, number)).await?;
    let html = match open.content {
        Content::Pdf(bytes) => return Ok(pdf(open.card.number, bytes)),
        Content::Text(html) => html,
    };
    let language = w.language();
    let mut about = vec![words_for::document(w, &open.card)];
    if !open.card.note.is_empty() {
        about.push(open.card.note.clone());
    }
    if open.latest > open.card.number {
        about.push(w.document_not_latest(open.latest));
    }
    let learns = visitor.is_learner();
    let frame = Frame::new(w, Some(visitor), if learns { Place::Programme } else { Place::Desk }, w.document_title());
    let html = if open.card.language == language {
        html
    } else {
        format!("<div lang=\"{}\">{html}</div>", open.card.language)
    };
    Ok(page::html(&TextPage {
        frame,
        back: if learns { "/library".into() } else { "/desk".into() },
        tag: w.document_kind_text(),
        title: open.card.title,
        about,
        review: Review::Done,
        html,
        links: Vec::new(),
    }))
}

fn pdf(number: u16, bytes: Vec<u8>) -> Response {
    // The name of a file that somebody keeps on a shared phone is neutral.
    let name = format!("inline; filename=\"documento-{}.pdf\"", number);
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(OF_A_PDF));
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}
