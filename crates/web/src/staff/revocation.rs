//! Revoking a certificate: asked for with its reason, which anyone who checks the certificate will read.

use crate::State;
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{Form, W, Who};
use app::access::Visitor;
use app::certificates::{CertificateDocument, RevokeRefused};
use askama::Template;
use axum::extract::{Path, State as FromState};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::certificates::{Standing, grouped, parse_number};
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "staff/revocation.html")]
struct Page {
    frame: Frame,
    of: String,
    /// Why there is nothing to revoke; empty where there is.
    closed: String,
    /// The number that stands in its place, grouped.
    replaced_by: String,
    action: String,
    reason: String,
    problem: bool,
    back: &'static str,
}

#[derive(Deserialize)]
pub struct Reason {
    #[serde(default)]
    reason: String,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(number): Path<String>,
) -> Result<Response, Refusal> {
    let document = document(&state, &visitor, &number).await?;
    Ok(render(visitor, w, &document, None))
}

pub async fn revoke(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(number): Path<String>,
    Form(wish): Form<Reason>,
) -> Result<Response, Refusal> {
    let document = document(&state, &visitor, &number).await?;
    match state.telar.revoke_certificate(visitor.person, &document.number, &wish.reason).await {
        Ok(()) => Ok(Redirect::to(&format!("/certificates/{}", grouped(&document.number))).into_response()),
        Err(RevokeRefused::NotFound) => Err(Refusal::NotFound),
        Err(RevokeRefused::Unavailable(why)) => Err(why.into()),
        // Its page says which one stands in its place.
        Err(RevokeRefused::Replaced) => {
            let mut response = render(visitor, w, &document, None);
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response)
        }
        Err(RevokeRefused::Reason) => {
            let mut response = render(visitor, w, &document, Some(wish.reason));
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response)
        }
    }
}

/// Only who runs the cohort finds the page: for anybody else there is none.
async fn document(state: &State, visitor: &Visitor, number: &str) -> Result<CertificateDocument, Refusal> {
    let number = parse_number(number).ok_or(Refusal::NotFound)?;
    let document = state.telar.certificate(visitor.person, &number).await?;
    if document.runs { Ok(document) } else { Err(Refusal::NotFound) }
}

fn render(visitor: Visitor, w: &'static Words, document: &CertificateDocument, refused: Option<String>) -> Response {
    let number = grouped(&document.number);
    page::html(&Page {
        frame: Frame::new(w, Some(visitor), Place::Desk, w.desk_revoke_title()),
        of: w.desk_revoke_of(document.name.as_str(), number.as_str()),
        closed: match document.standing {
            Standing::Valid => String::new(),
            Standing::Replaced => w.desk_revoke_replaced(),
            Standing::Revoked => w.desk_revoke_done(),
        },
        replaced_by: document.replaced_by.as_deref().map(grouped).unwrap_or_default(),
        action: format!("/certificates/{number}/revocation"),
        problem: refused.is_some(),
        reason: refused.unwrap_or_default(),
        back: "/desk",
    })
}
