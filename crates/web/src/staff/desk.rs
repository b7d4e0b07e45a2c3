//! The desk: the cohorts whose people a person of the team sees. With one, it is that cohort's page.

use super::cohort_people::percent;
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{W, Who};
use crate::{State, dates};
use app::cohorts::CohortCard;
use askama::Template;
use axum::extract::{Query, State as FromState};
use axum::response::{IntoResponse, Redirect, Response};
use domain::access::Role;
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "staff/desk.html")]
struct Page {
    frame: Frame,
    cohorts: Vec<Card>,
    administrator: bool,
    reads_organisations: bool,
    empty_next: String,
    /// Whether there are enough of them to be looked for.
    many: bool,
    looked_for: String,
    found: String,
    previous: String,
    next: String,
    page: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
    page: Option<u64>,
}

/// A cohort in a list.
pub struct Card {
    pub id: String,
    pub href: String,
    pub name: String,
    pub programme: String,
    pub organisation: String,
    pub dates: String,
    pub people: String,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let looked_for: String = asked.q.chars().take(120).collect();
    let some = state.telar.some_cohorts(&visitor, &looked_for, asked.page.unwrap_or(1)).await?;
    let administrator = visitor.grants.is_administrator();
    if let [only] = some.cards.as_slice()
        && !administrator
        && looked_for.is_empty()
        && some.pages == 1
    {
        return Ok(Redirect::to(&format!("/cohorts/{}", only.cohort)).into_response());
    }
    let empty_next = if administrator { w.desk_empty_administrator() } else { w.desk_empty_next() };
    let reads_organisations = administrator || visitor.grants.has(Role::Coordinator);
    let to = |page: u64| format!("/desk?page={page}&q={}", percent(&looked_for));
    Ok(page::html(&Page {
        cohorts: some.cards.iter().map(|cohort| card(w, cohort)).collect(),
        administrator,
        reads_organisations,
        empty_next,
        many: some.pages > 1 || !looked_for.is_empty(),
        found: w.desk_cohorts_found(some.found),
        previous: if some.page > 1 { to(some.page - 1) } else { String::new() },
        next: if some.page < some.pages { to(some.page + 1) } else { String::new() },
        page: if some.pages > 1 { w.list_page(some.page, some.pages) } else { String::new() },
        looked_for,
        frame: Frame::new(w, Some(visitor), Place::Desk, w.desk_title()),
    }))
}

pub fn card(w: &Words, cohort: &CohortCard) -> Card {
    Card {
        id: cohort.cohort.to_string(),
        href: format!("/cohorts/{}", cohort.cohort),
        name: cohort.name.clone(),
        programme: cohort.programme.get(w.language()).to_owned(),
        organisation: cohort.organisation.clone(),
        dates: dates::from_to(&cohort.starts, &cohort.ends, w.language()),
        people: w.desk_cohort_people(cohort.people),
    }
}
