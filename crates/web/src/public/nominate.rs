//! An organisation names its people by the link that it was given: the page, a link for each who was named, and a letter to sign. Nobody
//! is signed in here, so it shows only what the organisation wrote.

use super::logo::{LogoView, logo};
use crate::error::Refusal;
use crate::learner::{LinkWords, link_page, pdf_file};
use crate::page::{self, Frame, Place};
use crate::people::state as state_words;
use crate::visitor::{Form, Id, Ids, W};
use crate::{State, dates};
use app::admission::{CallPage, Named, Nominate, NominateRefused};
use askama::Template;
use axum::extract::State as FromState;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::cohorts::{ApplicationState, Openness};
use domain::ids::{ApplicationId, CommandId};
use domain::people::NameRefused;
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "public/nominate.html")]
struct Page {
    frame: Frame,
    base: String,
    cohort: String,
    programme: String,
    organisation: String,
    logo: Option<LogoView>,
    asks: String,
    dates: String,
    standing: String,
    shut: String,
    left: u16,
    named: Vec<Line>,
    wish: Wish,
    problems: Problems,
    requirements: Vec<String>,
}

struct Line {
    name: String,
    post: String,
    state: String,
    link: String,
    link_label: String,
    withdrawal: String,
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    command: Option<CommandId>,
    name: String,
    post: String,
    phone: String,
}

#[derive(Default)]
struct Problems {
    all: String,
    name: String,
    post: String,
    phone: String,
}

pub async fn show(FromState(state): FromState<State>, W(w): W, Id(code): Id<String>) -> Result<Response, Refusal> {
    render(&state, w, &code, (Wish::default(), Problems::default())).await
}

pub async fn nominate(
    FromState(state): FromState<State>,
    W(w): W,
    Id(code): Id<String>,
    Form(wish): Form<Wish>,
) -> Result<Response, Refusal> {
    let it = Nominate {
        command: wish.command.ok_or(Refusal::Unreadable)?,
        code: code.clone(),
        name: wish.name.clone(),
        post: wish.post.clone(),
        phone: wish.phone.clone(),
    };
    let mut problems = Problems::default();
    match state.telar.nominate(it).await {
        Ok(_) => return Ok(Redirect::to(&format!("/n/{code}#named")).into_response()),
        Err(NominateRefused::NotFound) => return Err(Refusal::NotFound),
        Err(NominateRefused::Unavailable(why)) => return Err(why.into()),
        Err(NominateRefused::OtherContent) => return Err(Refusal::Conflict),
        Err(NominateRefused::Name(NameRefused::TooShort)) => problems.name = w.join_problem_name_short(),
        Err(NominateRefused::Name(NameRefused::TooLong)) => problems.name = w.join_problem_name_long(),
        Err(NominateRefused::Name(NameRefused::Unprintable)) => problems.name = w.join_problem_name_marks(),
        Err(NominateRefused::SameName) => problems.name = w.nominate_same_name(),
        Err(NominateRefused::Post) => problems.post = w.who_problem_line(120),
        Err(NominateRefused::Phone) => problems.phone = w.who_problem_phone(),
        Err(NominateRefused::NoMore) => problems.all = w.nominate_no_more(),
    }
    let mut response = render(&state, w, &code, (wish, problems)).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

/// A one-time link for somebody who was named.
pub async fn link(
    FromState(state): FromState<State>,
    W(w): W,
    Ids(code, application): Ids<String, ApplicationId>,
) -> Result<Response, Refusal> {
    let (name, link) = match state.telar.nominee_link(&code, application).await {
        Ok(found) => found,
        Err(NominateRefused::Unavailable(why)) => return Err(why.into()),
        Err(_) => return Err(Refusal::NotFound),
    };
    let words = LinkWords {
        title: w.nominate_link_title(name.as_str()),
        how: w.nominate_link_how(dates::day(link.expires, w.language())),
        qr: w.desk_link_qr(),
        back: format!("/n/{code}"),
        back_words: w.nominate_back(),
    };
    Ok(link_page(&state, Frame::new(w, None, Place::None, w.join_title()), &link, words))
}

pub async fn take_back(
    FromState(state): FromState<State>,
    Ids(code, application): Ids<String, ApplicationId>,
) -> Result<Response, Refusal> {
    match state.telar.take_back_nomination(&code, application).await {
        Ok(()) => Ok(Redirect::to(&format!("/n/{code}#named")).into_response()),
        Err(NominateRefused::Unavailable(why)) => Err(why.into()),
        Err(_) => Err(Refusal::NotFound),
    }
}

/// The letter of nomination, to be signed.
pub async fn letter(FromState(state): FromState<State>, W(w): W, Id(code): Id<String>) -> Result<Response, Refusal> {
    let letter = state.telar.letter_of_nomination(&code).await?;
    let (page, language) = (&letter.page, w.language());
    let named = page.named.iter().filter(|it| it.state != ApplicationState::Withdrawn);
    let sheet = paper::Letter {
        language: language.to_owned(),
        title: w.paper_letter_title(),
        dated: dates::day(letter.today, language),
        to: vec![page.card.organisation.clone(), page.card.programme.get(language).to_owned()],
        before: vec![w.paper_letter_before(
            page.card.name.as_str(),
            dates::from_to(&page.card.starts, &page.card.ends, language),
            page.organisation.as_str(),
            page.card.programme.get(language),
        )],
        heads: vec![w.paper_letter_name(), w.paper_letter_post()],
        rows: named.map(|it| vec![it.name.as_str().to_owned(), it.post.clone()]).collect(),
        after: vec![w.paper_letter_time(), w.paper_letter_safe()],
        signature: vec![w.paper_letter_sign(), page.organisation.clone()],
        created_ms: letter.today.0,
    };
    let bytes = state.telar.letter_pdf(sheet).await?;
    Ok(pdf_file(&format!("{}.pdf", page.card.join_code), bytes))
}

async fn render(
    state: &State,
    w: &'static Words,
    code: &str,
    (wish, problems): (Wish, Problems),
) -> Result<Response, Refusal> {
    let page = state.telar.nomination_page(code).await?;
    let language = w.language();
    Ok(page::html(&Page {
        base: format!("/n/{}", page.code),
        cohort: page.card.name.clone(),
        programme: page.card.programme.get(language).to_owned(),
        asks: page.card.organisation.clone(),
        logo: page.logo.as_ref().map(|it| logo(w, &page.organisation, it)),
        organisation: page.organisation.clone(),
        dates: dates::from_to(&page.card.starts, &page.card.ends, language),
        standing: w.nominate_standing(page.left, page.places),
        shut: shut(w, &page),
        left: page.left,
        named: page.named.iter().map(|it| line(w, &page.code, it)).collect(),
        requirements: page.admission.requirements,
        wish,
        problems,
        frame: Frame::new(w, None, Place::None, w.join_title()),
    }))
}

fn shut(w: &Words, page: &CallPage) -> String {
    match &page.openness {
        Openness::NotYet(day) => w.join_not_yet(dates::written_day(day, w.language())),
        Openness::Closed(day) => w.join_closed(dates::written_day(day, w.language())),
        Openness::Open if page.closed => w.nominate_closed(),
        Openness::Open => String::new(),
    }
}

fn line(w: &Words, code: &str, it: &Named) -> Line {
    let open = it.state == ApplicationState::Nominated;
    let name = it.name.as_str();
    Line {
        post: it.post.clone(),
        state: state_words(w, it.state),
        link: if open { format!("/n/{code}/{}/link", it.application) } else { String::new() },
        link_label: w.nominate_link_label(name),
        withdrawal: if open { format!("/n/{code}/{}/withdrawal", it.application) } else { String::new() },
        name: name.to_owned(),
    }
}
