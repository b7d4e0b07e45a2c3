//! Another certificate in the place of one: the name as it will be printed, the language and the reason. The old number then
//! points on to the new one.

use crate::State;
use crate::error::Refusal;
use crate::learner::{LanguageChoice, languages, name_words, paper_language};
use crate::page::{self, Frame, Place};
use crate::visitor::{Form, W, Who};
use app::access::Visitor;
use app::certificates::{CertificateDocument, ReissueCertificate, ReissueRefused};
use askama::Template;
use axum::extract::{Path, State as FromState};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::certificates::{self, Standing, grouped, parse_number};
use domain::ids::CommandId;
use domain::text::Language;
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "staff/reissue.html")]
struct Page {
    frame: Frame,
    of: String,
    /// Where another has taken its place already: its address, and nothing else to do here.
    replaced_href: String,
    note: String,
    action: String,
    name: String,
    name_problem: String,
    languages: Vec<LanguageChoice>,
    reason: String,
    reason_problem: String,
    problem: String,
    back: String,
}

#[derive(Deserialize)]
pub struct Wanted {
    command: CommandId,
    name: String,
    #[serde(default)]
    language: String,
    reason: String,
}

#[derive(Default)]
struct Problems {
    name: String,
    reason: String,
    page: String,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(number): Path<String>,
) -> Result<Response, Refusal> {
    let document = document(&state, &visitor, &number).await?;
    Ok(render(visitor, w, &document, None, Problems::default()))
}

pub async fn reissue(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(number): Path<String>,
    Form(wanted): Form<Wanted>,
) -> Result<Response, Refusal> {
    let document = document(&state, &visitor, &number).await?;
    let wish = ReissueCertificate {
        command: wanted.command,
        number: document.number.clone(),
        name: wanted.name.clone(),
        language: paper_language(&wanted.language).unwrap_or_else(Language::es),
        reason: wanted.reason.clone(),
    };
    let problems = match state.telar.reissue_certificate(visitor.person, wish).await {
        Ok(number) => return Ok(Redirect::to(&format!("/certificates/{}", grouped(&number))).into_response()),
        Err(ReissueRefused::NotFound) => return Err(Refusal::NotFound),
        Err(ReissueRefused::Unavailable(why)) => return Err(why.into()),
        Err(ReissueRefused::Name(why)) => Problems { name: name_words(w, why), ..Problems::default() },
        Err(ReissueRefused::Reason) => Problems { reason: w.desk_reissue_no_reason(), ..Problems::default() },
        Err(ReissueRefused::Rule(certificates::ReissueRefused::Unchanged)) => {
            Problems { name: w.desk_reissue_unchanged(), ..Problems::default() }
        }
        Err(ReissueRefused::Rule(certificates::ReissueRefused::Replaced)) => {
            Problems { page: w.desk_reissue_already(), ..Problems::default() }
        }
        Err(ReissueRefused::NotCompleted) => Problems { page: w.desk_reissue_not_completed(), ..Problems::default() },
        Err(ReissueRefused::NotAuthority) => Problems { page: w.desk_reissue_not_authority(), ..Problems::default() },
        Err(ReissueRefused::OtherContent) => Problems { page: w.desk_reissue_old(), ..Problems::default() },
    };
    let mut response = render(visitor, w, &document, Some(wanted), problems);
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

/// Only who runs the cohort finds the page: for anybody else there is none.
async fn document(state: &State, visitor: &Visitor, number: &str) -> Result<CertificateDocument, Refusal> {
    let number = parse_number(number).ok_or(Refusal::NotFound)?;
    let document = state.telar.certificate(visitor.person, &number).await?;
    if document.runs { Ok(document) } else { Err(Refusal::NotFound) }
}

fn render(
    visitor: Visitor,
    w: &'static Words,
    document: &CertificateDocument,
    written: Option<Wanted>,
    problems: Problems,
) -> Response {
    let number = grouped(&document.number);
    let (name, language, reason) = match written {
        Some(written) => (written.name, written.language, written.reason),
        None => (document.name.as_str().to_owned(), document.language.clone(), String::new()),
    };
    page::html(&Page {
        of: w.desk_revoke_of(document.name.as_str(), number.as_str()),
        replaced_href: document
            .replaced_by
            .as_deref()
            .map_or_else(String::new, |next| format!("/certificates/{}", grouped(next))),
        note: match document.standing {
            Standing::Revoked => w.desk_reissue_after_revocation(),
            Standing::Valid | Standing::Replaced => w.desk_reissue_note(),
        },
        action: format!("/certificates/{number}/reissue"),
        name,
        name_problem: problems.name,
        languages: languages(&language),
        reason,
        reason_problem: problems.reason,
        problem: problems.page,
        back: format!("/cohorts/{}/certificates", document.cohort),
        frame: Frame::new(w, Some(visitor), Place::Desk, w.desk_reissue_title()),
    })
}
