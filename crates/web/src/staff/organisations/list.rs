//! The list of organisations, found by any of their names.

use super::frame;
use super::words_for::{about, href};
use crate::State;
use crate::error::Refusal;
use crate::page::{self, Frame};
use crate::visitor::{W, Who};
use app::organisations::OrganisationLine;
use askama::Template;
use axum::extract::{Query, State as FromState};
use axum::response::Response;
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "staff/organisations.html")]
struct Page {
    frame: Frame,
    looked_for: String,
    said: String,
    lines: Vec<Line>,
    pages: Pages,
    empty: bool,
    writes: bool,
    /// «12 nombres que la gente escribió…»; empty where there are none.
    waits: String,
    back: &'static str,
}

struct Line {
    name: String,
    href: String,
    about: String,
    /// «Área de Salud · Ministerio».
    above: String,
    people: String,
}

/// Where one is among the pages; absent numbers are pages that are not there.
pub struct Pages {
    pub words: String,
    pub before: Option<usize>,
    pub after: Option<usize>,
}

impl Pages {
    pub fn new(w: &Words, page: usize, pages: usize) -> Self {
        Self {
            words: if pages > 1 { w.org_page(page, pages) } else { String::new() },
            before: (page > 1).then(|| page - 1),
            after: (page < pages).then(|| page + 1),
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Search {
    words: String,
    page: Option<usize>,
}

pub async fn list(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Query(search): Query<Search>,
) -> Result<Response, Refusal> {
    let list = state.telar.organisation_list(&visitor, (&search.words, search.page.unwrap_or(1))).await?;
    let line = |it: &OrganisationLine| Line {
        name: it.card.name.clone(),
        href: href(&it.card),
        about: about(w, &it.card),
        above: it.above.join(" · "),
        people: w.org_people(it.people),
    };
    let said = match (list.all, list.found) {
        (0, _) if list.writes => w.org_none(),
        (0, _) => w.org_none_read(),
        (_, 0) => w.org_found_none(),
        (_, found) => w.org_found(found),
    };
    Ok(page::html(&Page {
        said,
        lines: list.lines.iter().map(line).collect(),
        pages: Pages::new(w, list.page, list.pages),
        empty: list.all == 0,
        writes: list.writes,
        waits: if list.writes && list.unassigned > 0 { w.org_sorting_waits(list.unassigned) } else { String::new() },
        back: if list.writes { "/site" } else { "/desk" },
        looked_for: search.words,
        frame: frame(w, visitor, w.org_title()),
    }))
}
