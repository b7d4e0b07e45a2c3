//! The quizzes of a cohort: how many people are how far in each, its days, and what waits to be read.

use super::quiz_view::{self, Banner, quiz_href};
use crate::State;
use crate::error::Refusal;
use crate::learner::kind;
use crate::page::{self, Frame, Place};
use crate::visitor::{Id, W, Who};
use app::quizzes::QuizCard;
use askama::Template;
use axum::extract::State as FromState;
use axum::response::Response;
use domain::ids::CohortId;
use domain::quizzes::Counting;
use words::Words;

#[derive(Template)]
#[template(path = "staff/quizzes.html")]
struct Page {
    frame: Frame,
    banner: Option<Banner>,
    cohort: String,
    cohort_href: String,
    waiting: String,
    waiting_href: String,
    quizzes: Vec<Line>,
}

struct Line {
    href: String,
    title: String,
    kind: String,
    began: String,
    handed_in: String,
    passed: String,
    days: String,
    unread: String,
    waits: bool,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(cohort): Id<CohortId>,
) -> Result<Response, Refusal> {
    let list = state.telar.quizzes(&visitor, cohort).await?;
    let line = |card: &QuizCard| {
        let activity = list.programme.activity(card.activity.as_str());
        let passes = activity.and_then(|it| it.quiz()).is_some_and(|quiz| quiz.counting == Counting::Gate);
        Line {
            href: quiz_href(cohort, &card.activity),
            title: quiz_view::quiz_title(w, &list.programme, &card.activity),
            kind: activity.map_or_else(String::new, |activity| kind(w, activity)),
            began: w.desk_of(card.enrolled, card.began),
            handed_in: w.desk_of(card.enrolled, card.handed_in),
            passed: if passes { w.desk_of(card.enrolled, card.passed) } else { w.results_not_to_pass() },
            days: quiz_view::window(w, card.window),
            unread: w.results_unread_count(card.unread),
            waits: card.unread > 0,
        }
    };
    Ok(page::html(&Page {
        banner: Banner::of(w, &list.programme, cohort),
        cohort: list.card.name.clone(),
        cohort_href: format!("/cohorts/{cohort}"),
        waiting: waiting(w, list.unread),
        waiting_href: format!("/cohorts/{cohort}/reading"),
        quizzes: list.quizzes.iter().map(line).collect(),
        frame: Frame::new(w, Some(visitor), Place::Desk, w.results_title()),
    }))
}

/// What waits to be read; empty where nothing does.
pub fn waiting(w: &Words, unread: u64) -> String {
    if unread > 0 { w.results_read_waiting(unread) } else { String::new() }
}
