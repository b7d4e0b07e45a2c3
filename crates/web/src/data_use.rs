//! A limit of data asks before a page crosses it: which doors may ask, how a page is weighed, and the page that asks. What is
//! written never waits for it. It must not know how bytes are counted.

use crate::compress::{self, Encoding};
use crate::dates;
use crate::doors::Access;
use crate::page::{self, Frame, Place};
use app::access::Visitor;
use askama::Template;
use axum::body::HttpBody;
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use domain::data_use::{Allowance, DataLimit};

/// Doors that never ask, besides all that are open to everyone and all that take writes: Yo, where the limit is set and where
/// she signs out; what waits for a signal, since it is hers; what script asks for, which asks by itself; files, since a link
/// that saves one would save the question.
const NEVER: [&str; 9] = [
    "/me",
    "/outbox",
    "/me/data.json",
    "/me/data-use.json",
    "/me/outbox",
    "/topics/{id}/download",
    "/offline/{hash}",
    "/certificates/{number}/pdf",
    "/cohorts/{id}/poster",
];

/// The heads of a request and its answer, about: they cross the wire with each page.
const HEADS: u64 = 1_000;

/// Whether a door may answer with the page that asks.
pub(crate) fn may_ask(path: &str, access: Access) -> bool {
    !matches!(access, Access::Neutral | Access::Everyone) && !NEVER.contains(&path)
}

/// Somebody with a limit, and the page that she asks for.
pub(crate) struct Limited {
    visitor: Visitor,
    allowance: Allowance,
    encoding: Option<Encoding>,
    path: String,
}

#[derive(Template)]
#[template(path = "learner/data_ask.html")]
struct AskPage {
    frame: Frame,
    used: String,
    limit: u32,
    offered: u32,
    next: String,
    problem: String,
}

impl Limited {
    pub(crate) fn of(visitor: &Visitor, parts: &Parts) -> Option<Self> {
        Some(Self {
            allowance: visitor.allowance?,
            visitor: visitor.clone(),
            encoding: Encoding::of(&parts.headers),
            path: parts.uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string),
        })
    }

    pub(crate) fn asks_before(&self, bytes: u64) -> bool {
        self.allowance.asks_before(bytes)
    }

    /// Holds a page back that would cross the limit, by what it weighs compressed. That is only looked at near the limit:
    /// elsewhere the page would fit as it is.
    pub(crate) async fn weigh(self, response: Response) -> Response {
        if response.body().size_hint().upper().is_some_and(|plain| !self.asks_before(plain + HEADS)) {
            return response;
        }
        let (response, weight) = compress::weighed(self.encoding, response).await;
        if weight.is_some_and(|weight| self.asks_before(weight + HEADS)) { self.ask() } else { response }
    }

    pub(crate) fn ask(&self) -> Response {
        ask(self.visitor.clone(), self.allowance, &self.path, String::new())
    }
}

/// On the page that asks: the phone's worker opens what was downloaded of that address in its place, since that costs nothing.
const ASKS: HeaderName = HeaderName::from_static("telar-asks");

/// The page that asks, in place of the page at `next`. Its status says that this is not that page, so that nothing keeps it
/// under that address.
pub(crate) fn ask(visitor: Visitor, allowance: Allowance, next: &str, problem: String) -> Response {
    let w = words::in_language(&visitor.language);
    let mut response = page::html(&AskPage {
        used: size(allowance.used, w.language()),
        limit: allowance.limit.megabytes(),
        offered: DataLimit::beyond(allowance.used.max(allowance.limit.bytes())).megabytes(),
        next: next.to_owned(),
        problem,
        frame: Frame::new(w, Some(visitor), Place::None, w.data_title()),
    });
    *response.status_mut() = StatusCode::CONFLICT;
    response.headers_mut().insert(ASKS, HeaderValue::from_static("data"));
    response
}

/// «90 kB», «1,4 MB».
pub(crate) fn size(bytes: u64, language: &str) -> String {
    dates::size(usize::try_from(bytes).unwrap_or(usize::MAX), language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Method;

    #[test]
    fn only_pages_of_those_who_are_signed_in_are_asked_about() {
        for (path, access, asks) in [
            ("/today", Access::SignedIn, true),
            ("/activities/{id}", Access::Learner, true),
            ("/desk", Access::Staff, true),
            ("/me", Access::SignedIn, false),
            ("/outbox", Access::SignedIn, false),
            ("/offline/{hash}", Access::Learner, false),
            ("/who-to-tell", Access::Everyone, false),
            ("/help", Access::Everyone, false),
            ("/calendar", Access::Neutral, false),
            ("/leave", Access::Neutral, false),
        ] {
            assert_eq!(may_ask(path, access), asks, "{path}");
        }
    }

    #[test]
    fn leaving_telling_help_and_signing_out_are_open_to_everyone_so_that_no_limit_holds_them() {
        for open in ["/leave", "/calendar", "/back", "/who-to-tell", "/help", "/sign-out", "/language"] {
            let doors = crate::door_table();
            let here: Vec<_> = doors.iter().filter(|(_, path, _)| *path == open).collect();
            assert!(!here.is_empty() && here.iter().all(|(_, path, access)| !may_ask(path, *access)), "{open}");
        }
        assert!(crate::door_table().iter().any(|(method, path, _)| method == Method::GET && *path == "/me"));
    }
}
