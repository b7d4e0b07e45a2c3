//! Whether a certificate is one of ours: a page for people, JSON for programs. It says what the paper says, and whether it
//! still holds; nothing more about the person.

use crate::dates;
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{App, Id, MaybeWho, W, Wish};
use app::certificates::{Verification, Verified};
use askama::Template;
use axum::extract::Query;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::certificates::{Standing, grouped};
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "public/verify.html")]
struct VerifyPage {
    frame: Frame,
    number: String,
    problem: String,
    remedy: String,
    found: Option<Shown>,
}

struct Shown {
    number: String,
    name: String,
    programme: String,
    cohort: String,
    organisation: String,
    date: String,
    hours: String,
    heading: String,
    verdict: &'static str,
    /// What keeps it from holding; empty where it holds.
    not_valid: String,
    reason: String,
    /// The number that stands in its place.
    replaced_by: String,
    seal: String,
    head: String,
    signature: String,
    key: String,
}

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    number: String,
    #[serde(default)]
    format: String,
}

pub async fn ask(MaybeWho(visitor): MaybeWho, W(w): W, Query(asked): Query<Asked>) -> Response {
    let typed: String = asked.number.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(40).collect();
    if !typed.is_empty() {
        return Redirect::to(&format!("/verify/{typed}")).into_response();
    }
    let frame = Frame::new(w, visitor, Place::None, w.verify_title());
    let (number, problem, remedy) = (asked.number, String::new(), String::new());
    page::html(&VerifyPage { frame, number, problem, remedy, found: None })
}

pub async fn show(
    App(telar): App,
    MaybeWho(visitor): MaybeWho,
    W(w): W,
    wish: Wish,
    Query(asked): Query<Asked>,
    Id(number): Id<String>,
) -> Result<Response, Refusal> {
    let verification = telar.verify(&number).await?;
    let status = match &verification {
        Verification::Found(_) => StatusCode::OK,
        Verification::NotANumber | Verification::Unknown => StatusCode::NOT_FOUND,
    };
    if wish.json || asked.format == "json" {
        let body = json(&verification, w).to_string();
        return Ok((status, [(header::CONTENT_TYPE, "application/json")], body).into_response());
    }
    let frame = Frame::new(w, visitor, Place::None, w.verify_title());
    let mut page = VerifyPage { frame, number, problem: String::new(), remedy: String::new(), found: None };
    match verification {
        Verification::NotANumber => {
            (page.problem, page.remedy) = (w.verify_not_a_number(), w.verify_not_a_number_do());
        }
        Verification::Unknown => (page.problem, page.remedy) = (w.verify_unknown(), w.verify_unknown_do()),
        Verification::Found(found) => page.found = Some(Shown::of(w, &found)),
    }
    Ok((status, page::html(&page)).into_response())
}

impl Shown {
    fn of(w: &Words, found: &Verified) -> Self {
        let (heading, verdict) = match found.standing {
            Standing::Valid => (w.verify_valid(), "right"),
            Standing::Replaced => (w.verify_replaced(), "replaced"),
            Standing::Revoked => (w.verify_revoked(), "revoked"),
        };
        let not_valid = match found.revoked {
            Some(at) => w.verify_revoked_on(dates::day(at, w.language())),
            None if found.standing == Standing::Replaced => w.verify_replaced_note(),
            None => String::new(),
        };
        let (cohort, organisation) =
            found.stated.as_ref().map(|it| (it.cohort.clone(), it.organisation.clone())).unwrap_or_default();
        Self {
            heading,
            verdict,
            not_valid,
            replaced_by: found.replaced_by.as_deref().map(grouped).unwrap_or_default(),
            number: grouped(&found.number),
            name: found.name.as_str().to_owned(),
            programme: found.programme.get(w.language()).to_owned(),
            cohort,
            organisation,
            date: dates::day(found.issued, w.language()),
            hours: super::hours(w, found.hours),
            reason: found.reason.clone(),
            seal: if found.seal.verifies() { w.verify_seal_holds() } else { w.verify_seal_broken() },
            head: found.seal.head.clone(),
            signature: found.seal.signature.clone(),
            key: found.seal.public_key.clone(),
        }
    }
}

fn json(verification: &Verification, w: &Words) -> serde_json::Value {
    match verification {
        Verification::NotANumber => serde_json::json!({ "valid": false, "problem": "not_a_number" }),
        Verification::Unknown => serde_json::json!({ "valid": false, "problem": "unknown" }),
        Verification::Found(found) => serde_json::json!({
            "number": grouped(&found.number),
            "valid": found.standing.holds(),
            "status": match found.standing {
                Standing::Valid => "valid",
                Standing::Replaced => "replaced",
                Standing::Revoked => "revoked",
            },
            "replaced_by": found.replaced_by.as_deref().map(grouped),
            "revoked": found.revoked.map(dates::iso_day),
            "reason": found.revoked.map(|_| found.reason.as_str()),
            "kind": "participation",
            "name": found.name.as_str(),
            "programme": found.programme.get(w.language()),
            "cohort": found.stated.as_ref().map(|it| it.cohort.as_str()).unwrap_or_default(),
            "organisation": found.stated.as_ref().map(|it| it.organisation.as_str()).unwrap_or_default(),
            "date": dates::iso_day(found.issued),
            "hours": {
                "own_time": found.hours.own_time,
                "live": found.hours.live,
                "in_person": found.hours.in_person,
                "total": found.hours.total(),
            },
            "seal": &found.seal,
        }),
    }
}
