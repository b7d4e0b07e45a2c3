//! Carrying out a request to erase: what goes and what stays, and a word that is typed, since there is no way back.

use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{Form, Id, W, Who};
use crate::{State, dates};
use app::access::Visitor;
use app::people::{CarryOutRefused, ErasureCard};
use askama::Template;
use axum::extract::State as FromState;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::certificates::grouped;
use domain::facts::CertificateRecords;
use domain::ids::ErasureId;
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "staff/erasure.html")]
struct Page {
    frame: Frame,
    title: String,
    asked: String,
    cohorts: String,
    problem: String,
    goes: Vec<String>,
    stays: Vec<String>,
    action: String,
    confirm: String,
    confirm_problem: String,
}

#[derive(Deserialize)]
pub struct Confirm {
    #[serde(default)]
    confirm: String,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(id): Id<ErasureId>,
) -> Result<Response, Refusal> {
    let card = find(&state, &visitor, id).await?;
    Ok(page::html(&render(visitor, w, &card)))
}

pub async fn carry_out(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(id): Id<ErasureId>,
    Form(typed): Form<Confirm>,
) -> Result<Response, Refusal> {
    let card = find(&state, &visitor, id).await?;
    if !confirms(w, &typed.confirm) {
        let confirm_problem = w.site_erasure_confirm_wrong(w.site_erasure_confirm_word());
        let page = Page { confirm_problem, ..render(visitor, w, &card) };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page::html(&page)).into_response());
    }
    match state.telar.carry_out_erasure(visitor.person, id).await {
        Ok(()) => Ok(Redirect::to("/site?done=erasure").into_response()),
        Err(CarryOutRefused::NotFound | CarryOutRefused::Forbidden) => Err(Refusal::NotFound),
        Err(CarryOutRefused::Unavailable(why)) => Err(why.into()),
        Err(CarryOutRefused::LastAdministrator) => {
            let page = Page { problem: w.site_erasure_last_administrator(), ..render(visitor, w, &card) };
            Ok((StatusCode::CONFLICT, page::html(&page)).into_response())
        }
    }
}

async fn find(state: &State, visitor: &Visitor, id: ErasureId) -> Result<ErasureCard, Refusal> {
    let cards = state.telar.erasures(visitor.person).await?;
    cards.into_iter().find(|card| card.erasure == id).ok_or(Refusal::NotFound)
}

/// The word typed, whatever its case and the spaces around it.
fn confirms(w: &Words, typed: &str) -> bool {
    typed.trim().to_uppercase() == w.site_erasure_confirm_word()
}

fn render(visitor: Visitor, w: &'static Words, card: &ErasureCard) -> Page {
    let numbers: Vec<String> = card.numbers.iter().map(|number| grouped(number)).collect();
    let numbers = numbers.join(", ");
    let mut goes = vec![
        w.site_erasure_goes_name(),
        w.site_erasure_goes_answers(),
        w.site_erasure_goes_sessions(),
        w.site_erasure_goes_facts(card.facts),
    ];
    let mut stays = vec![w.site_erasure_stays_totals()];
    match card.certificates {
        _ if card.numbers.is_empty() => {}
        CertificateRecords::Go => goes.push(w.site_erasure_goes_certificates(numbers)),
        CertificateRecords::Stay => stays.push(w.site_erasure_stays_certificates(numbers)),
    }
    stays.push(w.site_erasure_stays_copies());
    Page {
        frame: Frame::new(w, Some(visitor), Place::Site, w.site_title()),
        title: w.site_erasure_title(card.name.as_str()),
        asked: w.site_erasure_asked(dates::day(card.asked, w.language())),
        cohorts: card.cohorts.join(", "),
        problem: String::new(),
        goes,
        stays,
        action: format!("/site/erasures/{}", card.erasure),
        confirm: w.site_erasure_confirm(w.site_erasure_confirm_word()),
        confirm_problem: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_word_itself_confirms() {
        let w = words::in_language("es");
        assert!(confirms(w, " borrar "));
        assert!(!confirms(w, "BORRA") && !confirms(w, "") && !confirms(w, "sí"));
    }
}
