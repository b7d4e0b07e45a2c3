//! The constancia: first the name as it will be printed, then the document with its number, its QR and its PDF.

use super::constancia;
use crate::completion::{self, List};
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{Form, W, Who};
use crate::{State, dates};
use app::access::Visitor;
use app::certificates::{IssueRefused, paper_name};
use app::learning::Learning;
use app::people::RenameRefused;
use askama::Template;
use axum::extract::{Path, State as FromState};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::certificates::{grouped, parse_number};
use domain::ids::{CommandId, EnrolmentId};
use domain::people::NameRefused;
use domain::text::Language;
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
    /// The language of the paper: hers, unless she chooses otherwise.
    languages: Vec<super::LanguageChoice>,
}

#[derive(Template)]
#[template(path = "learner/certificate.html")]
struct DocumentPage {
    frame: Frame,
    revoked: String,
    /// The number that came in its place, grouped; empty where none did.
    replaced_by: String,
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
    /// Where whoever runs the cohort goes on from here; empty for anybody else.
    revoke_href: String,
    reissue_href: String,
    list_href: String,
}

#[derive(Deserialize)]
pub struct Issue {
    command: CommandId,
    name: String,
    #[serde(default)]
    language: String,
}

/// What the page says besides the name.
#[derive(Default)]
struct Problems {
    name: Option<String>,
    page: String,
    written: Option<String>,
    language: Option<String>,
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
    let mut response =
        render(visitor, w, &learning, Problems { written: Some(wish.name), language: Some(wish.language), ..problems });
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
    let language = paper_language(&wish.language);
    state.telar.issue_certificate_in(visitor.person, enrolment, wish.command, language).await.map_err(Stopped::Issue)
}

/// A language that papers can be written in; none where another was sent, or nothing.
pub fn paper_language(code: &str) -> Option<Language> {
    words::languages().contains(&code).then(|| code.parse().ok()).flatten()
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
    let (runs, standing) = (document.runs, document.standing);
    let staff_href = |offered: bool, path: &str| {
        if offered { format!("/certificates/{number}/{path}") } else { String::new() }
    };
    let view = DocumentPage {
        own,
        frame: Frame::new(w, Some(visitor), if own { Place::Today } else { Place::Desk }, w.certificate_title()),
        revoked: document.revoked.map_or_else(String::new, |at| w.certificate_revoked(dates::day(at, w.language()))),
        replaced_by: document.replaced_by.as_deref().map(grouped).unwrap_or_default(),
        revoke_href: staff_href(runs && standing.holds(), "revocation"),
        reissue_href: staff_href(runs && document.replaced_by.is_none(), "reissue"),
        list_href: if runs { format!("/cohorts/{}/certificates", document.cohort) } else { String::new() },
        name: document.name.as_str().to_owned(),
        programme: document.programme.get(w.language()).to_owned(),
        cohort: format!("{} · {}", document.stated.cohort, document.stated.organisation),
        hours: w.paper_certificate_hours_value(document.hours.total()),
        issued: dates::day(document.issued, w.language()),
        pdf: format!("/certificates/{number}/pdf"),
        filename: paper_name(&document.number),
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
    if !document.standing.holds() {
        return Ok(Redirect::to(&format!("/certificates/{}", grouped(&number))).into_response());
    }
    let bytes = state.telar.certificate_pdf(constancia::paper(&document, &state.settings)).await?;
    Ok(pdf_file(&paper_name(&number), bytes))
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
    let chosen = problems.language.as_deref().and_then(paper_language).map_or(w.language().to_owned(), Into::into);
    page::html(&CheckPage {
        languages: super::languages(&chosen),
        name: problems.written.unwrap_or_else(|| visitor.name.as_str().to_owned()),
        frame: Frame::new(w, Some(visitor), Place::Today, w.certificate_title()),
        missing,
        action: format!("/enrolments/{}/certificate", learning.enrolment),
        name_problem: problems.name.unwrap_or_default(),
        problem: problems.page,
        programme: programme.title.get(w.language()).to_owned(),
    })
}
