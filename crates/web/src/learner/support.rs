//! «Pedir ayuda»: the code by which she lets somebody see her pages, who sees them now, and who did. It must not know who may help.

use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::staff::support_role;
use crate::visitor::{App, Id, W, Who};
use crate::{State, dates};
use app::access::SupportLine;
use askama::Template;
use axum::extract::{Query, State as FromState};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::SupportId;
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "learner/support.html")]
struct Page {
    frame: Frame,
    said: String,
    /// One that can be used; empty where there is none.
    code: String,
    code_until: String,
    lines: Vec<(String, String)>,
}

#[derive(Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    let said = match done.done.as_str() {
        "ended" => w.support_ended(),
        "back" => w.support_code_gone(),
        _ => String::new(),
    };
    let page = state.telar.support_page(visitor.person).await?;
    let (code, code_until) =
        page.code.map_or_else(Default::default, |(code, expires)| (code, w.support_code_until(dates::time(expires))));
    let lines = lines(w, &page.lines);
    let frame = Frame::new(w, Some(visitor), Place::Me, w.me_title());
    Ok(page::html(&Page { frame, said, code, code_until, lines }))
}

pub async fn make(App(telar): App, Who(visitor): Who) -> Result<Response, Refusal> {
    telar.make_support_code(visitor.person).await?;
    Ok(Redirect::to("/me/support").into_response())
}

pub async fn take_back(App(telar): App, Who(visitor): Who) -> Result<Response, Refusal> {
    telar.take_support_code_back(visitor.person).await?;
    Ok(Redirect::to("/me/support?done=back").into_response())
}

pub async fn end(App(telar): App, Who(visitor): Who, Id(support): Id<SupportId>) -> Result<Response, Refusal> {
    telar.end_support(visitor.person, support).await?;
    Ok(Redirect::to("/me/support?done=ended").into_response())
}

/// Who looked, and when.
pub fn lines(w: &Words, lines: &[SupportLine]) -> Vec<(String, String)> {
    let line = |it: &SupportLine| {
        let name = it.helper.clone().unwrap_or_else(|| w.support_helper_gone());
        let (day, from) = (dates::day(it.begun, w.language()), dates::time(it.begun));
        let when = match it.is_over {
            true => w.support_line(day, from, dates::time(it.until)),
            false => w.support_line_now(day, from),
        };
        (w.support_helper(name, support_role(w, it.role)), when)
    };
    lines.iter().map(line).collect()
}
