//! Yo: the name as it is printed, the language, the phones where she is signed in, her data and how to have it erased.

use super::{certificate, data_use, passkeys, support, view};
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::people::agreement_title;
use crate::visitor::{Form, W, Who};
use crate::{State, dates};
use app::access::{Device, EntryLink, SessionId, Visitor};
use app::people::{AskErasureRefused, PendingErasure, RenameRefused};
use askama::Template;
use axum::extract::{Path, Query, State as FromState};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::facts::CertificateRecords;
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "learner/me.html")]
struct Page {
    frame: Frame,
    who: String,
    now: i64,
    said: String,
    problem: String,
    name: String,
    name_written: String,
    name_problem: String,
    languages: Vec<LanguageChoice>,
    devices: Vec<DeviceLine>,
    passkeys: Option<passkeys::Card>,
    data: data_use::Card,
    asked: String,
    /// What she signed: where it is read, what it is called, and when.
    signatures: Vec<(String, String, String)>,
    /// Her cohorts, and where she leaves each; empty for one that she completed.
    cohorts: Vec<(String, String)>,
    /// Who looked at her pages to help her, and when.
    supports: Vec<(String, String)>,
}

pub struct LanguageChoice {
    pub code: &'static str,
    pub name: &'static str,
    pub chosen: bool,
}

struct DeviceLine {
    label: String,
    seen: String,
    here: bool,
    action: String,
    out_label: String,
}

/// A one-time link, shown once, with its QR.
#[derive(Template)]
#[template(path = "learner/link.html")]
struct LinkPage {
    frame: Frame,
    title: String,
    how: String,
    url: String,
    qr: String,
    back: String,
    back_words: String,
}

/// What a page says of a one-time link.
pub struct LinkWords {
    pub title: String,
    pub how: String,
    pub qr: String,
    pub back: String,
    pub back_words: String,
}

#[derive(Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

#[derive(Deserialize)]
pub struct Rename {
    name: String,
}

#[derive(Deserialize)]
pub struct ErasureWish {
    wish: String,
    #[serde(default)]
    certificates: String,
}

#[derive(Default)]
struct Say {
    said: String,
    problem: String,
    name: Option<(String, String)>,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    let said = match done.done.as_str() {
        "name" => w.me_name_saved(),
        "device" => w.me_device_gone(),
        "passkey" => w.passkey_added(),
        "passkey-gone" => w.passkey_gone(),
        "limit" => w.data_limit_saved(),
        "lifted" => w.data_limit_lifted(),
        _ => String::new(),
    };
    render(&state, visitor, w, Say { said, ..Say::default() }).await
}

pub async fn rename(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Form(wish): Form<Rename>,
) -> Result<Response, Refusal> {
    let problem = match state.telar.rename(visitor.person, &wish.name).await {
        Ok(()) => return Ok(Redirect::to("/me?done=name").into_response()),
        Err(RenameRefused::Unavailable(why)) => return Err(why.into()),
        Err(RenameRefused::Certified) => w.me_name_certified(),
        Err(RenameRefused::Name(why)) => certificate::name_words(w, why),
    };
    let mut response = render(&state, visitor, w, Say { name: Some((wish.name, problem)), ..Say::default() }).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

pub async fn make_entry_link(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
) -> Result<Response, Refusal> {
    let link = state.telar.make_entry_link(visitor.person).await?;
    let expires = w.me_other_phone_expires(dates::day(link.expires, w.language()), dates::time(link.expires));
    let words = LinkWords {
        title: w.me_other_phone_title(),
        how: format!("{} {expires}", w.me_other_phone_how()),
        qr: w.me_other_phone_qr(),
        back: "/me".into(),
        back_words: w.me_back(),
    };
    Ok(link_page(&state, Frame::new(w, Some(visitor), Place::Me, w.me_title()), &link, words))
}

pub fn link_page(state: &State, frame: Frame, link: &EntryLink, words: LinkWords) -> Response {
    let url = state.settings.address(&format!("/enter/{}", link.token));
    let LinkWords { title, how, qr, back, back_words } = words;
    page::html(&LinkPage { frame, title, how, qr: paper::qr_svg(&url, &qr), url, back, back_words })
}

pub async fn sign_out_device(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    Path(session): Path<String>,
) -> Result<Response, Refusal> {
    let session: SessionId = session.parse().map_err(|_| Refusal::NotFound)?;
    state.telar.sign_out_device(visitor.person, session).await?;
    Ok(Redirect::to("/me?done=device").into_response())
}

pub async fn erasure(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Form(wish): Form<ErasureWish>,
) -> Result<Response, Refusal> {
    if wish.wish == "withdraw" {
        state.telar.withdraw_erasure(visitor.person).await?;
        return Ok(Redirect::to("/me#erasure").into_response());
    }
    let records = if wish.certificates == "erase" { CertificateRecords::Go } else { CertificateRecords::Stay };
    match state.telar.ask_erasure(visitor.person, records).await {
        Ok(()) => Ok(Redirect::to("/me#erasure").into_response()),
        Err(AskErasureRefused::Unavailable(why)) => Err(why.into()),
        Err(AskErasureRefused::LastAdministrator) => {
            let say = Say { problem: w.me_erasure_last_administrator(), ..Say::default() };
            let mut response = render(&state, visitor, w, say).await?;
            *response.status_mut() = StatusCode::CONFLICT;
            Ok(response)
        }
    }
}

/// Yo, with what is wrong said above.
pub async fn show_problem(
    state: &State,
    visitor: Visitor,
    w: &'static Words,
    problem: String,
) -> Result<Response, Refusal> {
    render(state, visitor, w, Say { problem, ..Say::default() }).await
}

async fn render(state: &State, visitor: Visitor, w: &'static Words, say: Say) -> Result<Response, Refusal> {
    // Where and how she enters is hers alone: a helper's page does not even load it.
    let acting = visitor.acting.is_some();
    let devices = if acting { Vec::new() } else { state.telar.devices(visitor.person).await? };
    let here = devices.iter().find(|device| device.session == visitor.session);
    let label = here.map_or_else(String::new, |device| device.label.clone());
    let passkeys = if acting { None } else { passkeys::card(state, &visitor, w, label).await? };
    let supports = support::lines(w, &state.telar.support_page(visitor.person).await?.lines);
    let pending = state.telar.pending_erasure(visitor.person).await?;
    let signatures = state.telar.signatures(visitor.person).await?;
    let signatures = signatures.iter().map(|it| {
        let words = w.me_signed(dates::day(it.at, w.language()), it.version.as_str());
        (format!("/agreements/{}/{}", it.text.as_str(), it.version), agreement_title(w, it.text), words)
    });
    let learnings = state.telar.learning(visitor.person).await?;
    let cohorts = learnings.iter().map(|it| {
        let leave = if it.completed.is_none() { format!("/enrolments/{}/end", it.enrolment) } else { String::new() };
        (it.cohort_name.clone(), leave)
    });
    let data = data_use::card(w, &state.telar.data_month(visitor.person).await?);
    let (name_written, name_problem) = say.name.unwrap_or_else(|| (visitor.name.as_str().to_owned(), String::new()));
    Ok(page::html(&Page {
        who: view::who(&visitor),
        now: state.telar.now().0,
        said: say.said,
        problem: say.problem,
        name: visitor.name.as_str().to_owned(),
        name_written,
        name_problem,
        languages: languages(w.language()),
        devices: devices.iter().map(|device| device_line(w, device, visitor.session)).collect(),
        passkeys,
        data,
        signatures: signatures.collect(),
        cohorts: cohorts.collect(),
        supports,
        asked: pending.map_or_else(String::new, |pending| asked(w, &pending)),
        frame: Frame::new(w, Some(visitor), Place::Me, w.me_title()),
    }))
}

/// The languages of the interface, each by its own name.
pub fn languages(chosen: &str) -> Vec<LanguageChoice> {
    let choice =
        |code: &&'static str| LanguageChoice { code, name: view::language_name(code), chosen: *code == chosen };
    words::languages().iter().map(choice).collect()
}

fn device_line(w: &Words, device: &Device, here: SessionId) -> DeviceLine {
    DeviceLine {
        label: device.label.clone(),
        seen: w.me_device_seen(dates::day(device.seen, w.language()), dates::time(device.seen)),
        here: device.session == here,
        action: format!("/me/devices/{}", device.session),
        out_label: w.me_device_out_label(device.label.as_str()),
    }
}

fn asked(w: &Words, pending: &PendingErasure) -> String {
    let certificates = match pending.certificates {
        CertificateRecords::Stay => w.me_erasure_asked_keep(),
        CertificateRecords::Go => w.me_erasure_asked_erase(),
    };
    format!("{} {certificates}", w.me_erasure_asked(dates::day(pending.asked, w.language())))
}
