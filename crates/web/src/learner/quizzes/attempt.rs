//! An attempt as a whole: while it is open, what is still to answer and the handing in; afterwards its result.

use super::asked::NotTaken;
use super::{all_at_once, result, review};
use crate::State;
use crate::error::Refusal;
use crate::learner::view;
use crate::page;
use crate::visitor::{W, Who};
use app::access::Visitor;
use app::quizzes::AttemptPage;
use axum::extract::{Path, State as FromState};
use axum::response::Response;
use domain::ids::AttemptId;
use domain::quizzes::Layout;
use words::Words;

/// What the page says besides the attempt itself.
pub enum Say {
    Nothing,
    /// Some questions are open: ask once more.
    Sure,
    Problem(String),
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let id: AttemptId = id.parse().map_err(|_| Refusal::NotFound)?;
    let page = state.telar.open_attempt(&visitor, id).await?;
    Ok(render(visitor, w, &page, (Say::Nothing, &[])))
}

pub fn render(
    visitor: Visitor,
    w: &'static Words,
    page: &AttemptPage,
    (say, not_taken): (Say, &[NotTaken]),
) -> Response {
    match (&page.result, page.quiz().layout) {
        (Some(given), _) => page::html(&result::result(visitor, w, (page, given), say)),
        (None, Layout::OneByOne) => page::html(&review::review(visitor, w, page, say)),
        (None, Layout::AllAtOnce) => page::html(&all_at_once::all(visitor, w, page, (say, not_taken))),
    }
}

/// «Tema 5 · Prueba».
pub fn place(w: &Words, page: &AttemptPage) -> String {
    page.programme
        .activity(page.activity.as_str())
        .map_or_else(String::new, |activity| view::place(w, &page.programme, activity))
}
