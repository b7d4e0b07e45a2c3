//! What of a cohort's programme a professional has not reviewed yet: the list behind the banner.

use super::answers;
use crate::State;
use crate::error::Refusal;
use crate::library;
use crate::page::{self, Frame, Place};
use crate::visitor::{Id, W, Who};
use app::learning::ToReview;
use askama::Template;
use axum::extract::State as FromState;
use axum::response::Response;
use domain::ids::CohortId;
use domain::programmes::SheetKind;
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
        ToReview::JobAid { topic, title } => {
            Item { href: format!("/cohorts/{cohort}/topics/{topic}/job-aid"), ..plain(w.review_aid(), title) }
        }
        ToReview::Guide { topic, title } => {
            Item { href: format!("/cohorts/{cohort}/guides/{topic}"), ..plain(w.review_guide(), title) }
        }
        ToReview::Reference { cite, title } => Item {
            kind: w.review_reference(),
            words: cite.clone(),
            place: title.get(w.language()).to_owned(),
            href: String::new(),
        },
        ToReview::Sheet { kind, id, title, .. } => Item {
            kind: library::kind(w, *kind),
            words: title.get(w.language()).to_owned(),
            place: id.clone(),
            href: sheet_href(cohort, it),
        },
        ToReview::Activity { activity, title } => {
            Item { href: format!("/cohorts/{cohort}/activities/{activity}"), ..plain(w.review_text(), title) }
        }
        ToReview::Question { activity, title, question, stem } => Item {
            kind: w.review_question(question.as_str()),
            words: answers::short(stem, w.language()),
            place: title.get(w.language()).to_owned(),
            href: format!("/cohorts/{cohort}/quizzes/{activity}/questions/{question}"),
        },
    }
}

/// Where staff read a sheet.
fn sheet_href(cohort: CohortId, it: &ToReview) -> String {
    let ToReview::Sheet { kind, id, topic, .. } = it else { return String::new() };
    let base = format!("/cohorts/{cohort}");
    match (kind, topic) {
        (SheetKind::Norm | SheetKind::Institution | SheetKind::Route, Some(topic)) => {
            format!("{base}/topics/{topic}/law")
        }
        (SheetKind::Norm | SheetKind::Institution | SheetKind::Route, None) => String::new(),
        (SheetKind::Term, _) => format!("{base}/glossary"),
        (SheetKind::Care, _) => format!("{base}/care/{id}"),
        (SheetKind::RolePlay, _) => format!("{base}/role-plays/{id}"),
        (SheetKind::Interview, _) => format!("{base}/interviews/{id}"),
        (SheetKind::Case, _) => format!("{base}/cases/{id}"),
        (SheetKind::Rubric, _) => format!("{base}/rubrics/{id}"),
    }
}
