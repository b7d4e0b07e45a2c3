//! What a door cannot do, and the one page for each: what happened, that nothing is lost, and what to do. `app`'s refusals
//! are mapped here or beside the page that can say more. It must not know why a rule refused.

use crate::page::{self, Frame, Place};
use crate::visitor::Wish;
use app::access::Visitor;
use app::{PageRefused, Unavailable};
use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use words::Words;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Not there, or not hers to see: the same page, so that nobody learns which.
    NotFound,
    /// Nobody is signed in.
    Forbidden,
    /// The phone's outbox sends, and nobody is signed in.
    SignedOut,
    /// The phone's outbox sends what another person wrote.
    SomeoneElse,
    /// The phone's outbox sends a command that this version does not know.
    Version,
    /// A write that did not come from a page of this site.
    Elsewhere,
    /// She sees another person's pages, and changes nothing.
    OnlyLooking,
    /// She sees another person's pages, but not this one.
    NotShown,
    /// She saw another person's pages when she opened the page that sent this; it is over.
    SupportOver,
    /// The same command came before with other content.
    Conflict,
    TooLarge,
    Unreadable,
    DiskFull,
    Unavailable,
    /// A bug. The number finds it in the log.
    Broken(String),
}

impl Refusal {
    /// What a door's answer refuses: what its handler said, or axum itself where a path, query or form made no sense.
    pub(crate) fn of(response: &Response) -> Option<Self> {
        if let Some(refusal) = response.extensions().get::<Self>() {
            return Some(refusal.clone());
        }
        let kind = response.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes);
        let unexplained = kind.is_none_or(|kind| kind.starts_with(b"text/plain"));
        match response.status() {
            StatusCode::PAYLOAD_TOO_LARGE if unexplained => Some(Self::TooLarge),
            status if status.is_client_error() && unexplained => Some(Self::Unreadable),
            _ => None,
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden | Self::Elsewhere | Self::OnlyLooking | Self::NotShown | Self::SupportOver => {
                StatusCode::FORBIDDEN
            }
            Self::SignedOut | Self::SomeoneElse => StatusCode::UNAUTHORIZED,
            Self::Conflict | Self::Version => StatusCode::CONFLICT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unreadable => StatusCode::UNPROCESSABLE_ENTITY,
            Self::DiskFull => StatusCode::INSUFFICIENT_STORAGE,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What a program reads; it stays the same in every language.
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not_found",
            Self::Forbidden => "forbidden",
            Self::SignedOut => "signed_out",
            Self::SomeoneElse => "someone_else",
            Self::Version => "version",
            Self::Elsewhere => "elsewhere",
            Self::OnlyLooking => "only_looking",
            Self::NotShown => "not_shown",
            Self::SupportOver => "support_over",
            Self::Conflict => "conflict",
            Self::TooLarge => "too_large",
            Self::Unreadable => "unreadable",
            Self::DiskFull => "disk_full",
            Self::Unavailable => "unavailable",
            Self::Broken(_) => "broken",
        }
    }

    /// Title, what happened, what to do.
    fn says(&self, w: &Words) -> (String, String, String) {
        match self {
            Self::NotFound => (w.problem_not_found_title(), w.problem_not_found(), w.problem_not_found_do()),
            Self::Forbidden => (w.problem_forbidden_title(), w.problem_forbidden(), w.problem_forbidden_do()),
            Self::SignedOut => (w.problem_signed_out_title(), w.problem_signed_out(), w.problem_signed_out_do()),
            Self::SomeoneElse => {
                (w.problem_someone_else_title(), w.problem_someone_else(), w.problem_someone_else_do())
            }
            Self::Version => (w.problem_version_title(), w.problem_version(), w.problem_version_do()),
            Self::Elsewhere => (w.problem_elsewhere_title(), w.problem_elsewhere(), w.problem_elsewhere_do()),
            Self::OnlyLooking => {
                (w.problem_only_looking_title(), w.problem_only_looking(), w.problem_only_looking_do())
            }
            Self::NotShown => (w.problem_not_shown_title(), w.problem_not_shown(), w.problem_not_shown_do()),
            Self::SupportOver => {
                (w.problem_support_over_title(), w.problem_support_over(), w.problem_support_over_do())
            }
            Self::Conflict => (w.problem_conflict_title(), w.problem_conflict(), w.problem_conflict_do()),
            Self::TooLarge => (w.problem_too_large_title(), w.problem_too_large(), w.problem_too_large_do()),
            Self::Unreadable => (w.problem_unreadable_title(), w.problem_unreadable(), w.problem_unreadable_do()),
            Self::DiskFull => (w.problem_disk_full_title(), w.problem_disk_full(), w.problem_disk_full_do()),
            Self::Unavailable => (w.problem_unavailable_title(), w.problem_unavailable(), w.problem_unavailable_do()),
            Self::Broken(number) => (w.problem_broken_title(), w.problem_broken(), w.problem_broken_do(number)),
        }
    }
}

/// The status alone; the guard of the door, or the frame, puts the page on it, since they know who reads.
impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<Unavailable> for Refusal {
    fn from(unavailable: Unavailable) -> Self {
        match unavailable {
            Unavailable::DiskFull => Self::DiskFull,
            Unavailable::Store(cause) => {
                tracing::error!(%cause, "the store is unavailable");
                Self::Unavailable
            }
        }
    }
}

impl From<PageRefused> for Refusal {
    fn from(refused: PageRefused) -> Self {
        match refused {
            PageRefused::NotFound => Self::NotFound,
            PageRefused::Unavailable(why) => why.into(),
        }
    }
}

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage {
    frame: Frame,
    what: String,
    remedy: String,
    offers_entering: bool,
}

/// The page of a refusal, or the same as JSON for a program.
pub(crate) fn page(refusal: Refusal, visitor: Option<Visitor>, wish: &Wish) -> Response {
    let w = visitor.as_ref().map_or(wish.w, |visitor| words::in_language(&visitor.language));
    let (title, what, remedy) = refusal.says(w);
    let mut response = if wish.json {
        let body = serde_json::json!({ "problem": refusal.code(), "words": format!("{what} {remedy}") }).to_string();
        ([(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], body).into_response()
    } else {
        let offers_entering = visitor.is_none() && matches!(refusal, Refusal::Forbidden | Refusal::SignedOut);
        page::html(&ProblemPage { frame: Frame::new(w, visitor, Place::None, title), what, remedy, offers_entering })
    };
    *response.status_mut() = refusal.status();
    response
}
