//! People, for the administrator: looking somebody up, her roles, and a link that enters once.

use super::view;
use crate::error::Refusal;
use crate::learner::{LinkWords, link_page};
use crate::page::{self, Frame, Place};
use crate::visitor::{Form, Id, W, Who};
use crate::{State, dates};
use app::access::Visitor;
use app::people::{FoundPeople, GiveRole, GrantRow, PersonPage, RoleRefused};
use askama::Template;
use axum::extract::{Query, State as FromState};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::access::Role;
use domain::ids::{CommandId, GrantId, PersonId};
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "staff/people.html")]
struct People {
    frame: Frame,
    looked_for: String,
    said: String,
    found: Vec<Found>,
}

struct Found {
    name: String,
    href: String,
    about: String,
}

#[derive(Template)]
#[template(path = "staff/person.html")]
struct Person {
    frame: Frame,
    name: String,
    about: String,
    person: String,
    base: String,
    said: String,
    problem: String,
    roles: Vec<RoleLine>,
    learns_in: Vec<String>,
    choices: Vec<(&'static str, String, bool)>,
    cohorts: Vec<(String, String, bool)>,
    role_problem: String,
    cohort_problem: String,
}

struct RoleLine {
    role: String,
    place: String,
    since: String,
    withdrawal: String,
    label: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Search {
    name: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    command: Option<CommandId>,
    role: String,
    cohort: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

/// What was sent and not taken, or what was done.
#[derive(Default)]
struct Again {
    said: String,
    problem: String,
    wish: Wish,
    role_problem: String,
    cohort_problem: String,
}

pub async fn search(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Query(search): Query<Search>,
) -> Result<Response, Refusal> {
    let found = state.telar.find_people(&visitor, &search.name).await?;
    Ok(page::html(&People {
        said: if search.name.trim().is_empty() { String::new() } else { found_words(w, &found) },
        found: found
            .people
            .iter()
            .map(|it| Found {
                name: it.name.as_str().to_owned(),
                href: format!("/site/people/{}", it.person),
                about: it.organisation.clone(),
            })
            .collect(),
        looked_for: search.name,
        frame: Frame::new(w, Some(visitor), Place::Site, w.site_people_title()),
    }))
}

fn found_words(w: &Words, found: &FoundPeople) -> String {
    match found.people.len() {
        0 => w.site_people_none(),
        count if found.more => w.site_people_more(count),
        count => w.site_people_found(count),
    }
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(person): Id<PersonId>,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    let said = match done.done.as_str() {
        "given" => w.site_role_given(),
        "withdrawn" => w.site_role_withdrawn(),
        _ => String::new(),
    };
    render(&state, visitor, w, (person, Again { said, ..Again::default() })).await
}

pub async fn give(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(person): Id<PersonId>,
    Form(wish): Form<Wish>,
) -> Result<Response, Refusal> {
    let command = wish.command.ok_or(Refusal::Unreadable)?;
    let mut again = Again::default();
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    match Some(wish.cohort.as_str()).filter(|id| !id.is_empty()).map(str::parse).transpose() {
        Err(_) => again.cohort_problem = w.site_name_staff_refused_cohort(),
        Ok(cohort) => {
            let it = GiveRole { command, person, role: wish.role.clone(), cohort };
            match state.telar.give_role(visitor.person, it).await {
                Ok(()) => return Ok(Redirect::to(&format!("/site/people/{person}?done=given")).into_response()),
                Err(RoleRefused::Role) => again.role_problem = w.site_name_staff_refused_role(),
                Err(RoleRefused::Cohort) => again.cohort_problem = w.site_name_staff_refused_cohort(),
                Err(RoleRefused::Held) => again.role_problem = w.site_role_held(),
                Err(why) => (status, again.problem) = refused(w, why)?,
            }
        }
    }
    let mut response = render(&state, visitor, w, (person, Again { wish, ..again })).await?;
    *response.status_mut() = status;
    Ok(response)
}

pub async fn withdraw(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(grant): Id<GrantId>,
    Form(from): Form<From>,
) -> Result<Response, Refusal> {
    match state.telar.withdraw_role(visitor.person, grant).await {
        // Who took her own administrator's role away has no more business here.
        Ok(person) if person == visitor.person => Ok(Redirect::to("/").into_response()),
        Ok(person) => Ok(Redirect::to(&format!("/site/people/{person}?done=withdrawn")).into_response()),
        Err(why) => {
            let (status, problem) = refused(w, why)?;
            let person = from.person.ok_or(Refusal::Unreadable)?;
            let mut response = render(&state, visitor, w, (person, Again { problem, ..Again::default() })).await?;
            *response.status_mut() = status;
            Ok(response)
        }
    }
}

/// On whose page it was pressed.
#[derive(Deserialize)]
pub struct From {
    #[serde(default)]
    person: Option<PersonId>,
}

fn refused(w: &Words, why: RoleRefused) -> Result<(StatusCode, String), Refusal> {
    match why {
        RoleRefused::LastAdministrator => Ok((StatusCode::CONFLICT, w.site_role_last())),
        RoleRefused::OtherContent => Ok((StatusCode::CONFLICT, w.site_refused_old())),
        RoleRefused::Unavailable(why) => Err(why.into()),
        RoleRefused::NotFound | RoleRefused::Role | RoleRefused::Cohort | RoleRefused::Held => Err(Refusal::NotFound),
    }
}

pub async fn link(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(person): Id<PersonId>,
) -> Result<Response, Refusal> {
    let (name, link) = match state.telar.link_for(visitor.person, person).await {
        Ok(made) => made,
        Err(RoleRefused::Unavailable(why)) => return Err(why.into()),
        Err(_) => return Err(Refusal::NotFound),
    };
    let words = LinkWords {
        title: w.desk_link_title(name.as_str()),
        how: w.desk_link_how(dates::day(link.expires, w.language()), dates::time(link.expires)),
        qr: w.desk_link_qr(),
        back: format!("/site/people/{person}"),
        back_words: w.site_person_back(name.as_str()),
    };
    Ok(link_page(&state, Frame::new(w, Some(visitor), Place::Site, w.site_people_title()), &link, words))
}

async fn render(
    state: &State,
    visitor: Visitor,
    w: &'static Words,
    (person, again): (PersonId, Again),
) -> Result<Response, Refusal> {
    let page = state.telar.person_page(&visitor, person).await?;
    Ok(page::html(&Person {
        name: page.person.name.as_str().to_owned(),
        about: about(w, &page),
        person: person.to_string(),
        base: format!("/site/people/{person}"),
        said: again.said,
        problem: again.problem,
        roles: roles(w, &page),
        choices: [Role::Facilitator, Role::Assessor, Role::Coordinator, Role::Analyst, Role::Administrator]
            .map(|role| (role.as_str(), view::role(w, role), role.as_str() == again.wish.role))
            .into(),
        cohorts: page
            .cohorts
            .into_iter()
            .enumerate()
            .map(|(at, (id, name))| {
                // The latest, as long as nothing was chosen: most roles hold in a cohort.
                let chosen = if again.wish.role.is_empty() { at == 0 } else { again.wish.cohort == id.to_string() };
                (id.to_string(), name, chosen)
            })
            .collect(),
        learns_in: page.learns_in,
        role_problem: again.role_problem,
        cohort_problem: again.cohort_problem,
        frame: Frame::new(w, Some(visitor), Place::Site, w.site_people_title()),
    }))
}

fn about(w: &Words, page: &PersonPage) -> String {
    let since = w.site_person_since(dates::day(page.person.registered, w.language()));
    [page.person.organisation.clone(), since].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn roles(w: &Words, page: &PersonPage) -> Vec<RoleLine> {
    let line = |it: &GrantRow| {
        let role = view::role(w, it.grant.role);
        let place = it.cohort.clone().unwrap_or_else(|| w.site_staff_everywhere());
        RoleLine {
            since: w.site_role_since(dates::day(it.granted, w.language())),
            withdrawal: format!("/site/roles/{}/withdrawal", it.id),
            label: w.site_role_withdraw_label(place.as_str(), role.as_str()),
            role,
            place,
        }
    };
    page.roles.iter().map(line).collect()
}
