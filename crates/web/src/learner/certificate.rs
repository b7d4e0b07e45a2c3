//! The constancia: first the name as it will be printed, then the document with its number, its QR and its PDF.

use super::constancia;
use crate::completion::{self, List};
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{Form, W, Who};
use crate::{State, dates};
use app::access::Visitor;
use app::certificates::IssueRefused;
use app::learning::Learning;
use app::people::RenameRefused;
use askama::Template;
use axum::extract::{Path, State as FromState};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::certificates::{grouped, parse_number};
use domain::ids::{CommandId, EnrolmentId};
use domain::people::NameRefused;
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "learner/certificate_check.html")]
struct CheckPage {
    frame: Frame,
    missing: Option<List>,
    action: String,
    name: String,
    name_problem: String,
    problem: String,
    programme: String,
}

#[derive(Template)]
#[template(path = "learner/certificate.html")]
struct DocumentPage {
    frame: Frame,
    revoked: String,
    name: String,
    number: String,
    programme: String,
    cohort: String,
    hours: String,
    issued: String,
    pdf: String,
    filename: String,
    size: String,
    qr: String,
    verify_href: String,
    verify_url: String,
    own: bool,
}

#[derive(Deserialize)]
pub struct Issue {
    command: CommandId,
    name: String,
}

/// What the page says besides the name.
#[derive(Default)]
struct Problems {
    name: Option<String>,
    page: String,
    written: Option<String>,
}

pub async fn check(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let learning = learning(&state, &visitor, &id).await?;
    if let Some(card) = &learning.certificate {
        return Ok(Redirect::to(&format!("/certificates/{}", grouped(&card.number))).into_response());
    }
    Ok(render(visitor, w, &learning, Problems::default()))
}

pub async fn issue(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(id): Path<String>,
    Form(wish): Form<Issue>,
) -> Result<Response, Refusal> {
    let learning = learning(&state, &visitor, &id).await?;
    let problems = match name_and_issue(&state, &visitor, (learning.enrolment, &wish)).await {
        Ok(number) => return Ok(Redirect::to(&format!("/certificates/{}", grouped(&number))).into_response()),
        Err(Stopped::Refused(why)) => return Err(why),
        Err(Stopped::Name(why)) => Problems { name: Some(name_words(w, why)), ..Problems::default() },
        Err(Stopped::Certified) => Problems { name: Some(w.certificate_refused_certified()), ..Problems::default() },
        Err(Stopped::Issue(IssueRefused::Missing(_))) => Problems::default(),
        Err(Stopped::Issue(IssueRefused::NotAuthority)) => {
            Problems { page: w.certificate_refused_not_authority(), ..Problems::default() }
        }
        // Its page says when and why.
        Err(Stopped::Issue(IssueRefused::Revoked)) => {
            let number = learning.certificate.map(|card| grouped(&card.number)).unwrap_or_default();
            return Ok(Redirect::to(&format!("/certificates/{number}")).into_response());
        }
        Err(Stopped::Issue(IssueRefused::OtherContent)) => {
            Problems { page: w.certificate_refused_old(), ..Problems::default() }
        }
        Err(Stopped::Issue(IssueRefused::NotFound)) => return Err(Refusal::NotFound),
        Err(Stopped::Issue(IssueRefused::Unavailable(why))) => return Err(why.into()),
    };
    let mut response = render(visitor, w, &learning, Problems { written: Some(wish.name), ..problems });
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

enum Stopped {
    Refused(Refusal),
    Name(NameRefused),
    /// Another certificate carries her name already.
    Certified,
    Issue(IssueRefused),
}

/// Takes the name as she confirmed it, then issues.
async fn name_and_issue(
    state: &State,
    visitor: &Visitor,
    (enrolment, wish): (EnrolmentId, &Issue),
) -> Result<String, Stopped> {
    if wish.name.trim() != visitor.name.as_str() {
        state.telar.rename(visitor.person, &wish.name).await.map_err(|why| match why {
            RenameRefused::Name(why) => Stopped::Name(why),
            RenameRefused::Certified => Stopped::Certified,
            RenameRefused::Unavailable(why) => Stopped::Refused(why.into()),
        })?;
    }
    state.telar.issue_certificate(visitor.person, enrolment, wish.command).await.map_err(Stopped::Issue)
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(number): Path<String>,
) -> Result<Response, Refusal> {
    let number = parse_number(&number).ok_or(Refusal::NotFound)?;
    let document = state.telar.certificate(visitor.person, &number).await?;
    let number = grouped(&document.number);
    let verify_url = constancia::verify_url(&state.settings, &number);
    let own = visitor.is_learner();
    let view = DocumentPage {
        own,
        frame: Frame::new(w, Some(visitor), if own { Place::Today } else { Place::Desk }, w.certificate_title()),
        revoked: document.revoked.map_or_else(String::new, |at| w.certificate_revoked(dates::day(at, w.language()))),
        name: document.name.as_str().to_owned(),
        programme: document.programme.get(w.language()).to_owned(),
        cohort: format!("{} · {}", document.cohort, document.organisation),
        hours: w.paper_certificate_hours_value(document.hours.total()),
        issued: dates::day(document.issued, w.language()),
        pdf: format!("/certificates/{number}/pdf"),
        filename: filename(&number),
        size: w.certificate_download_size(dates::size(constancia::AT_MOST, w.language())),
        qr: paper::qr_svg(&verify_url, &w.certificate_qr()),
        verify_href: format!("/verify/{number}"),
        verify_url,
        number,
    };
    Ok(page::html(&view))
}

pub async fn pdf(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    Path(number): Path<String>,
) -> Result<Response, Refusal> {
    let number = parse_number(&number).ok_or(Refusal::NotFound)?;
    let document = state.telar.certificate(visitor.person, &number).await?;
    // A paper that no longer holds is not printed again; its page says why.
    if document.revoked.is_some() {
        return Ok(Redirect::to(&format!("/certificates/{}", grouped(&number))).into_response());
    }
    let bytes = state.telar.certificate_pdf(constancia::paper(&document, &state.settings)).await?;
    Ok(pdf_file(&filename(&grouped(&number)), bytes))
}

fn filename(number: &str) -> String {
    format!("constancia-{number}.pdf")
}

/// A PDF to keep. `name` has nothing but ASCII letters, digits, `-` and `.`.
pub fn pdf_file(name: &str, bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, bytes).into_response()
}

pub fn name_words(w: &Words, why: NameRefused) -> String {
    match why {
        NameRefused::TooShort => w.me_name_too_short(),
        NameRefused::TooLong => w.me_name_too_long(),
        NameRefused::Unprintable => w.me_name_unprintable(),
    }
}

async fn learning(state: &State, visitor: &Visitor, id: &str) -> Result<Learning, Refusal> {
    let id: EnrolmentId = id.parse().map_err(|_| Refusal::NotFound)?;
    let learnings = state.telar.learning(visitor.person).await?;
    learnings.into_iter().find(|learning| learning.enrolment == id).ok_or(Refusal::NotFound)
}

fn render(visitor: Visitor, w: &'static Words, learning: &Learning, problems: Problems) -> Response {
    let programme = &learning.programme;
    let ready = learning.completed.is_some() || learning.verdict.holds;
    let missing = if ready { None } else { completion::missing(w, programme, &learning.verdict.missing) };
    page::html(&CheckPage {
        name: problems.written.unwrap_or_else(|| visitor.name.as_str().to_owned()),
        frame: Frame::new(w, Some(visitor), Place::Today, w.certificate_title()),
        missing,
        action: format!("/enrolments/{}/certificate", learning.enrolment),
        name_problem: problems.name.unwrap_or_default(),
        problem: problems.page,
        programme: programme.title.get(w.language()).to_owned(),
    })
}
