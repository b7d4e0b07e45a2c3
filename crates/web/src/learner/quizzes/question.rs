//! One question on the screen.

use super::asked::{self, Asked, NotTaken};
use super::map::{self, Marker};
use crate::State;
use crate::error::Refusal;
use crate::learner::view;
use crate::page::{self, Frame, Place};
use crate::visitor::{W, Who};
use app::access::Visitor;
use app::quizzes::AttemptPage;
use askama::Template;
use axum::extract::{Path, State as FromState};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::{ActivityId, AttemptId};
use domain::quizzes::Layout;
use words::Words;

#[derive(Template)]
#[template(path = "learner/question.html")]
struct Page {
    frame: Frame,
    who: String,
    now: i64,
    activity: ActivityId,
    attempt: AttemptId,
    /// When the time is over; empty where there is no limit.
    over: String,
    place: String,
    time_left: String,
    asked: Asked,
    flag_action: String,
    /// What the plain form sends: the next question's number, or `end`.
    next: String,
    next_href: String,
    next_words: String,
    previous_href: String,
    overview: String,
    answered_of: String,
    map: Vec<Marker>,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path((id, number)): Path<(String, String)>,
) -> Result<Response, Refusal> {
    let id: AttemptId = id.parse().map_err(|_| Refusal::NotFound)?;
    let number: usize = number.parse().map_err(|_| Refusal::NotFound)?;
    let page = state.telar.open_attempt(&visitor, id).await?;
    if page.result.is_some() || page.is_over() {
        return Ok(Redirect::to(&format!("/attempts/{id}")).into_response());
    }
    if page.quiz().layout == Layout::AllAtOnce {
        page.question(number).ok_or(Refusal::NotFound)?;
        return Ok(Redirect::to(&map::href(&page, number)).into_response());
    }
    render(visitor, w, &page, (number, None))
}

pub fn render(
    visitor: Visitor,
    w: &'static Words,
    page: &AttemptPage,
    (number, not_taken): (usize, Option<&NotTaken>),
) -> Result<Response, Refusal> {
    let asked = asked::asked(w, page, number, not_taken).ok_or(Refusal::NotFound)?;
    let last = number == page.asked.len();
    let overview = format!("/attempts/{}", page.attempt);
    let place = super::attempt::place(w, page);
    let view = Page {
        who: view::who(&visitor),
        now: page.now.0,
        frame: Frame::new(w, Some(visitor), Place::Programme, place.clone()),
        activity: page.activity.clone(),
        attempt: page.attempt,
        over: page.time_over.map_or_else(String::new, |over| over.0.to_string()),
        place,
        time_left: page.time_over.map_or_else(String::new, |over| view::time_left(w, over, page.now)),
        flag_action: format!("{overview}/flags"),
        next: if last { "end".into() } else { (number + 1).to_string() },
        next_href: if last { overview.clone() } else { map::href(page, number + 1) },
        next_words: match (asked.at_once || asked.withdrawn, last) {
            (true, false) => w.quiz_next(),
            (true, true) => w.quiz_to_review(),
            (false, false) => w.quiz_save_next(),
            (false, true) => w.quiz_save_review(),
        },
        asked,
        previous_href: if number > 1 { map::href(page, number - 1) } else { String::new() },
        overview,
        answered_of: map::answered_of(w, page),
        map: map::of(w, page, Some(number)),
    };
    Ok(page::html(&view))
}
