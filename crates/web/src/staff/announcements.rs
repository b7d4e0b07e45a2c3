//! Writing to a whole cohort, and what was written before, with how many have seen it.

use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{Form, Id, Ids, W, Who};
use crate::{State, dates};
use app::access::Visitor;
use app::announcements::{Announce, AnnounceRefused, AnnouncementRow, LONGEST};
use askama::Template;
use axum::extract::State as FromState;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::{AnnouncementId, CohortId, CommandId};
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "staff/announcements.html")]
struct Page {
    frame: Frame,
    cohort: String,
    back: String,
    base: String,
    problem: String,
    text: String,
    longest: usize,
    people: u64,
    lines: Vec<Line>,
}

struct Line {
    about: String,
    text: Vec<String>,
    seen: String,
    /// Empty where it was taken back.
    withdrawal: String,
    label: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    command: Option<CommandId>,
    text: String,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(cohort): Id<CohortId>,
) -> Result<Response, Refusal> {
    render(&state, visitor, w, (cohort, String::new(), String::new())).await
}

pub async fn announce(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(cohort): Id<CohortId>,
    Form(wish): Form<Wish>,
) -> Result<Response, Refusal> {
    let command = wish.command.ok_or(Refusal::Unreadable)?;
    let it = Announce { command, cohort, text: wish.text.clone() };
    let problem = match state.telar.announce(&visitor, it).await {
        Ok(_) => return Ok(Redirect::to(&format!("/cohorts/{cohort}/announcements")).into_response()),
        Err(AnnounceRefused::NotFound) => return Err(Refusal::NotFound),
        Err(AnnounceRefused::Unavailable(why)) => return Err(why.into()),
        Err(AnnounceRefused::Empty) => w.announcement_refused_empty(),
        Err(AnnounceRefused::TooLong) => w.announcement_refused_long(LONGEST),
        Err(AnnounceRefused::OtherContent) => w.site_refused_old(),
    };
    let mut response = render(&state, visitor, w, (cohort, problem, wish.text)).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

pub async fn withdraw(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    Ids(cohort, announcement): Ids<CohortId, AnnouncementId>,
) -> Result<Response, Refusal> {
    match state.telar.withdraw_announcement(&visitor, (cohort, announcement)).await {
        Ok(()) => Ok(Redirect::to(&format!("/cohorts/{cohort}/announcements")).into_response()),
        Err(AnnounceRefused::Unavailable(why)) => Err(why.into()),
        Err(_) => Err(Refusal::NotFound),
    }
}

async fn render(
    state: &State,
    visitor: Visitor,
    w: &'static Words,
    (cohort, problem, text): (CohortId, String, String),
) -> Result<Response, Refusal> {
    let page = state.telar.announcements(&visitor, cohort).await?;
    let people = page.card.people;
    Ok(page::html(&Page {
        cohort: page.card.name,
        back: format!("/cohorts/{cohort}"),
        base: format!("/cohorts/{cohort}/announcements"),
        problem,
        text,
        longest: LONGEST,
        people,
        lines: page.announcements.iter().map(|it| line(w, people, it)).collect(),
        frame: Frame::new(w, Some(visitor), Place::Desk, w.announcement_title()),
    }))
}

fn line(w: &Words, people: u64, it: &AnnouncementRow) -> Line {
    let day = dates::day_and_time(it.made, w.language());
    let author = it.author.as_ref().map_or_else(|| w.list_author_gone(), |name| name.as_str().to_owned());
    Line {
        about: format!("{author} · {day}"),
        text: it.text.lines().map(str::to_owned).collect(),
        seen: match it.withdrawn {
            Some(at) => w.announcement_withdrawn(dates::day(at, w.language())),
            None => w.announcement_seen(people, it.seen),
        },
        withdrawal: if it.withdrawn.is_none() {
            format!("/cohorts/{}/announcements/{}/withdrawal", it.cohort, it.announcement)
        } else {
            String::new()
        },
        label: w.announcement_withdraw_label(day.as_str()),
    }
}
