//! A rubric: each criterion with what is seen in its four grades. It must not know marks.

use super::in_sight::InSight;
use super::text::Link;
use super::words_for;
use crate::error::Refusal;
use crate::page::{self, Frame};
use app::learning::LoadedProgramme;
use askama::Template;
use axum::response::Response;
use domain::ids::SheetId;
use domain::programmes::{Anchor, Review, Rubric};

#[derive(Template)]
#[template(path = "library/rubric.html")]
struct Page {
    frame: Frame,
    back: String,
    title: String,
    summary: String,
    review: Review,
    criteria: Vec<Criterion>,
    /// What it means that a criterion must be passed; empty where none must.
    must_note: String,
}

struct Criterion {
    title: String,
    must_pass: bool,
    /// A grade, and what is seen in it.
    anchors: Vec<(String, String)>,
}

fn named<'p>(programme: &'p LoadedProgramme, id: &str) -> Option<&'p Rubric> {
    programme.sheets.rubrics.iter().find(|it| it.id.as_str() == id)
}

/// The way to a rubric, by which something is looked at.
pub fn link(sight: &InSight, programme: &LoadedProgramme, id: &SheetId) -> Option<Link> {
    let rubric = named(programme, id.as_str())?;
    let words = rubric.title.get(sight.w.language()).to_owned();
    Some(Link { href: format!("{}/rubrics/{id}", sight.base), words, caution: String::new() })
}

pub async fn show(sight: InSight) -> Result<Response, Refusal> {
    let (w, language) = (sight.w, sight.w.language());
    let (_, rubric) = sight.find(|programme| named(programme, sight.name(0)))?;
    let criteria = rubric.criteria.iter().map(|one| Criterion {
        title: one.title.get(language).to_owned(),
        must_pass: one.must_pass,
        anchors: Anchor::ALL
            .map(|anchor| (words_for::anchor(w, anchor), one.anchor(anchor).get(language).to_owned()))
            .into(),
    });
    Ok(page::html(&Page {
        frame: sight.frame(w.library_rubric()),
        back: sight.library(),
        title: rubric.title.get(language).to_owned(),
        summary: rubric.summary.get(language).to_owned(),
        review: rubric.review,
        must_note: match rubric.criteria.iter().any(|one| one.must_pass) {
            true => w.library_rubric_must_note(),
            false => String::new(),
        },
        criteria: criteria.collect(),
    }))
}
