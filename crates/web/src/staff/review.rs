//! What of a cohort's programme a professional has not reviewed yet: the list behind the banner.

use super::answers;
use crate::State;
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{Id, W, Who};
use app::learning::ToReview;
use askama::Template;
use axum::extract::State as FromState;
use axum::response::Response;
use domain::ids::CohortId;
use words::Words;

#[derive(Template)]
#[template(path = "staff/review.html")]
struct Page {
    frame: Frame,
    cohort: String,
    back: String,
    items: Vec<Item>,
}

struct Item {
    kind: String,
    words: String,
    /// Where it stands, for a question.
    place: String,
    href: String,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(cohort): Id<CohortId>,
) -> Result<Response, Refusal> {
    let page = state.telar.to_review(&visitor, cohort).await?;
    Ok(page::html(&Page {
        cohort: page.card.name,
        back: format!("/cohorts/{cohort}"),
        items: page.items.iter().map(|it| item(w, cohort, it)).collect(),
        frame: Frame::new(w, Some(visitor), Place::Desk, w.review_title()),
    }))
}

fn item(w: &Words, cohort: CohortId, it: &ToReview) -> Item {
    let plain = |kind: String, title: &domain::Text| Item {
        kind,
        words: title.get(w.language()).to_owned(),
        place: String::new(),
        href: String::new(),
    };
    match it {
        ToReview::JobAid { title, .. } => plain(w.review_aid(), title),
        ToReview::Guide { title, .. } => plain(w.review_guide(), title),
        ToReview::Reference { cite, title } => Item {
            kind: w.review_reference(),
            words: cite.clone(),
            place: title.get(w.language()).to_owned(),
            href: String::new(),
        },
        ToReview::Activity { title, .. } => plain(w.review_text(), title),
        ToReview::Question { activity, title, question, stem } => Item {
            kind: w.review_question(question.as_str()),
            words: answers::short(stem, w.language()),
            place: title.get(w.language()).to_owned(),
            href: format!("/cohorts/{cohort}/quizzes/{activity}/questions/{question}"),
        },
    }
}
