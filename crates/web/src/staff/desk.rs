//! The desk: the cohorts whose people a person of the team sees. With one, it is that cohort's page.

use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{W, Who};
use crate::{State, dates};
use app::cohorts::CohortCard;
use askama::Template;
use axum::extract::State as FromState;
use axum::response::{IntoResponse, Redirect, Response};
use domain::access::Role;
use words::Words;

#[derive(Template)]
#[template(path = "staff/desk.html")]
struct Page {
    frame: Frame,
    cohorts: Vec<Card>,
    administrator: bool,
    reads_organisations: bool,
    empty_next: String,
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

pub async fn show(FromState(state): FromState<State>, Who(visitor): Who, W(w): W) -> Result<Response, Refusal> {
    let cohorts = state.telar.cohorts(&visitor).await?;
    let administrator = visitor.grants.is_administrator();
    if let [only] = cohorts.as_slice()
        && !administrator
    {
        return Ok(Redirect::to(&format!("/cohorts/{}", only.cohort)).into_response());
    }
    let empty_next = if administrator { w.desk_empty_administrator() } else { w.desk_empty_next() };
    let cohorts = cohorts.iter().map(|cohort| card(w, cohort)).collect();
    let reads_organisations = administrator || visitor.grants.has(Role::Coordinator);
    let frame = Frame::new(w, Some(visitor), Place::Desk, w.desk_title());
    Ok(page::html(&Page { frame, cohorts, administrator, reads_organisations, empty_next }))
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
