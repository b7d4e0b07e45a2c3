//! Who she is, as she says it herself, and how she stands at the doors of cohorts: what she can change, accept, take back or leave.

use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::people::{Asks, Group, ToSign, groups, problem, to_sign};
use crate::visitor::{Form, Id, W, Who};
use crate::{State, dates};
use app::access::Visitor;
use app::admission::{Accept, AcceptRefused, LeaveRefused};
use app::people::{DescribeRefused, Field, IdentityNumber, WhoField, WhoForm};
use askama::Template;
use axum::extract::{Query, State as FromState};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::{ApplicationId, CommandId, EnrolmentId};
use domain::people::CuiDoubt;
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "learner/profile.html")]
struct Page {
    frame: Frame,
    said: String,
    problem: String,
    groups: Vec<Group>,
    /// What is kept of the number of her document; empty where there is nothing to say.
    number: String,
    /// What may be a slip of the pen in it.
    doubt: String,
    has_number: bool,
}

#[derive(Template)]
#[template(path = "learner/accept.html")]
struct AcceptForm {
    frame: Frame,
    action: String,
    away: String,
    cohort: String,
    programme: String,
    dates: String,
    named_by: String,
    requirements: Vec<String>,
    requirements_ticked: bool,
    requirements_problem: String,
    groups: Vec<Group>,
    to_sign: Vec<ToSign>,
    summary: Vec<(String, String)>,
}

#[derive(Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

#[derive(Deserialize)]
pub struct Wish {
    command: CommandId,
    #[serde(flatten)]
    who: WhoForm,
}

#[derive(Default, Deserialize)]
pub struct AcceptWish {
    command: Option<CommandId>,
    #[serde(flatten)]
    who: WhoForm,
    #[serde(default)]
    consent: String,
    #[serde(default)]
    conduct: String,
    #[serde(default)]
    requirements: String,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    let said = match done.done.as_str() {
        "saved" => w.profile_saved(),
        "number" => w.profile_number_gone(),
        _ => String::new(),
    };
    render(&state, visitor, w, (said, None)).await
}

pub async fn save(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Form(wish): Form<Wish>,
) -> Result<Response, Refusal> {
    let refused = match state.telar.describe(visitor.person, wish.command, wish.who.clone()).await {
        Ok(()) => return Ok(Redirect::to("/me/profile?done=saved").into_response()),
        Err(DescribeRefused::NotFound) => return Err(Refusal::NotFound),
        Err(DescribeRefused::OtherContent) => return Err(Refusal::Conflict),
        Err(DescribeRefused::Unavailable(why)) => return Err(why.into()),
        Err(DescribeRefused::Fields(refused)) => refused,
    };
    let mut response = render(&state, visitor, w, (String::new(), Some((wish.who, refused)))).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

pub async fn drop_number(FromState(state): FromState<State>, Who(visitor): Who) -> Result<Response, Refusal> {
    state.telar.drop_identity_number(visitor.person).await?;
    Ok(Redirect::to("/me/profile?done=number").into_response())
}

async fn render(
    state: &State,
    visitor: Visitor,
    w: &'static Words,
    (said, again): (String, Option<(WhoForm, Vec<WhoField>)>),
) -> Result<Response, Refusal> {
    let mine = state.telar.my_profile(visitor.person).await?;
    let known = (mine.sector, mine.organisation.as_str(), mine.municipality);
    let (written, refused) = again.unwrap_or_else(|| (WhoForm::known(&mine.name, known, &mine.profile), Vec::new()));
    let (number, doubt, has_number) = match mine.number {
        IdentityNumber::NotAsked | IdentityNumber::None => (String::new(), String::new(), false),
        IdentityNumber::Shut => (w.profile_number_shut(), String::new(), true),
        IdentityNumber::Kept(doubt) => {
            (w.profile_number_kept(), doubt.map_or_else(String::new, |doubt| doubt_words(w, doubt)), true)
        }
    };
    // The number of her document is hers alone: a helper does not learn whether it is kept.
    let acting = visitor.acting.is_some();
    let number_asked = mine.number != IdentityNumber::NotAsked && !acting;
    let (number, doubt, has_number) = if acting { Default::default() } else { (number, doubt, has_number) };
    Ok(page::html(&Page {
        said,
        problem: if refused.is_empty() { String::new() } else { w.join_problems() },
        groups: groups(
            w,
            &written,
            &refused,
            Asks { name: false, number: number_asked, organisations: &mine.organisations },
        ),
        number,
        doubt,
        has_number,
        frame: Frame::new(w, Some(visitor), Place::Me, w.me_title()),
    }))
}

fn doubt_words(w: &Words, doubt: CuiDoubt) -> String {
    match doubt {
        CuiDoubt::Length => w.who_cui_doubt_length(),
        CuiDoubt::Check => w.who_cui_doubt_check(),
        CuiDoubt::Place => w.who_cui_doubt_place(),
        CuiDoubt::Placeholder => w.who_cui_doubt_placeholder(),
    }
}

pub async fn accept_form(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(application): Id<ApplicationId>,
) -> Result<Response, Refusal> {
    accept_page(&state, visitor, w, (application, None)).await
}

pub async fn accept(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(application): Id<ApplicationId>,
    Form(wish): Form<AcceptWish>,
) -> Result<Response, Refusal> {
    let accept = Accept {
        command: wish.command.ok_or(Refusal::Unreadable)?,
        application,
        who: wish.who.clone(),
        consent: wish.consent.clone(),
        conduct: wish.conduct.clone(),
        requirements: wish.requirements.clone(),
    };
    let refused = match state.telar.accept_nomination(visitor.person, accept).await {
        Ok(()) => return Ok(Redirect::to("/today").into_response()),
        // It was decided meanwhile: Hoy says how she stands.
        Err(AcceptRefused::Decided) => return Ok(Redirect::to("/today").into_response()),
        Err(AcceptRefused::NotFound) => return Err(Refusal::NotFound),
        Err(AcceptRefused::OtherContent) => return Err(Refusal::Conflict),
        Err(AcceptRefused::Unavailable(why)) => return Err(why.into()),
        Err(AcceptRefused::Fields(refused)) => refused,
    };
    let mut response = accept_page(&state, visitor, w, (application, Some((wish, refused)))).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

async fn accept_page(
    state: &State,
    visitor: Visitor,
    w: &'static Words,
    (application, again): (ApplicationId, Option<(AcceptWish, Vec<Field>)>),
) -> Result<Response, Refusal> {
    let page = state.telar.accept_page(visitor.person, application).await?;
    let known = (page.sector, page.organisation.as_str(), page.municipality);
    let (wish, refused) = again.unwrap_or_else(|| {
        let who = WhoForm::known(&page.name, known, &page.profile);
        (AcceptWish { who, ..AcceptWish::default() }, Vec::new())
    });
    let of_who: Vec<WhoField> =
        refused.iter().filter_map(|field| if let Field::Who(it) = field { Some(*it) } else { None }).collect();
    let said = |name: &str| {
        let field = refused.iter().find(|field| field.name() == name);
        field.map_or_else(String::new, |field| match field {
            Field::Who(it) => problem(w, *it),
            Field::Language => w.join_problem_language(),
            Field::Requirements => w.join_problem_requirements(),
            Field::Consent => w.join_problem_consent(),
            Field::Conduct => w.join_problem_conduct(),
        })
    };
    let number = state.telar.asks_identity_number() && visitor.acting.is_none();
    let asks = Asks { name: true, number, organisations: &page.organisations };
    let (language, card) = (w.language(), page.card);
    Ok(page::html(&AcceptForm {
        action: format!("/applications/{application}"),
        away: format!("/applications/{application}/withdrawal"),
        programme: card.programme.get(language).to_owned(),
        dates: dates::from_to(&card.starts, &card.ends, language),
        named_by: w.accept_named_by(page.organisation.as_str()),
        requirements: page.admission.requirements,
        requirements_ticked: wish.requirements == "on",
        requirements_problem: said("requirements"),
        groups: groups(w, &wish.who, &of_who, asks),
        to_sign: to_sign(w, (&wish.consent, &wish.conduct), said),
        summary: refused.iter().map(|field| (field.name().to_owned(), said(field.name()))).collect(),
        cohort: card.name,
        frame: Frame::new(w, Some(visitor), Place::Today, w.join_title()),
    }))
}

/// She takes her application back.
pub async fn withdraw(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    Id(application): Id<ApplicationId>,
) -> Result<Response, Refusal> {
    match state.telar.withdraw_application(visitor.person, application).await {
        Ok(()) => Ok(Redirect::to("/today").into_response()),
        Err(LeaveRefused::NotFound | LeaveRefused::Completed) => Err(Refusal::NotFound),
        Err(LeaveRefused::Unavailable(why)) => Err(why.into()),
    }
}

/// She leaves a cohort.
pub async fn leave(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    Id(enrolment): Id<EnrolmentId>,
) -> Result<Response, Refusal> {
    match state.telar.leave_cohort(visitor.person, enrolment).await {
        Ok(()) => Ok(Redirect::to("/today").into_response()),
        Err(LeaveRefused::NotFound) => Err(Refusal::NotFound),
        Err(LeaveRefused::Completed) => Err(Refusal::Conflict),
        Err(LeaveRefused::Unavailable(why)) => Err(why.into()),
    }
}
