//! A case to practise with: the notes, and a model report in which what was said, seen and concluded is told apart by a word and a line,
//! never by colour alone. It must not know how such passages are written.

use super::in_sight::InSight;
use super::role_play::Opening;
use crate::error::Refusal;
use crate::page::{self, Frame};
use app::learning::{ReportPiece, SaidKind};
use askama::Template;
use axum::response::Response;
use words::Words;

#[derive(Template)]
#[template(path = "library/case.html")]
struct Page {
    frame: Frame,
    back: String,
    opening: Opening,
    notes: String,
    legend: Vec<Legend>,
    report: Vec<Piece>,
}

struct Legend {
    kind: &'static str,
    word: String,
    means: String,
}

enum Piece {
    Html(String),
    Passage { kind: &'static str, word: String, words: String },
}

pub async fn show(sight: InSight) -> Result<Response, Refusal> {
    let (w, language) = (sight.w, sight.w.language());
    let (programme, case) =
        sight.find(|programme| programme.sheets.cases.iter().find(|it| it.about.id.as_str() == sight.name(0)))?;
    let id = case.about.id.as_str();
    let piece = |piece: ReportPiece| match piece {
        ReportPiece::Html(html) => Piece::Html(sight.html(&html)),
        ReportPiece::Passage { kind, words } => Piece::Passage { kind: kind.as_str(), word: word(w, kind), words },
    };
    let legend = |kind: SaidKind| Legend { kind: kind.as_str(), word: word(w, kind), means: means(w, kind) };
    Ok(page::html(&Page {
        frame: sight.frame(w.library_case()),
        back: sight.library(),
        opening: Opening::of(&sight, programme, (w.library_case(), &case.about)),
        notes: sight.html(programme.notes_html(id, language)),
        legend: SaidKind::ALL.map(legend).into(),
        report: programme.report(id, language).into_iter().map(piece).collect(),
    }))
}

fn word(w: &Words, kind: SaidKind) -> String {
    match kind {
        SaidKind::Said => w.library_said(),
        SaidKind::Observed => w.library_observed(),
        SaidKind::Inferred => w.library_inferred(),
    }
}

fn means(w: &Words, kind: SaidKind) -> String {
    match kind {
        SaidKind::Said => w.library_said_means(),
        SaidKind::Observed => w.library_observed_means(),
        SaidKind::Inferred => w.library_inferred_means(),
    }
}
