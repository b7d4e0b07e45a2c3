//! Datos usados: the card in Yo, the choice of a limit, and the same for a program. It must not know how bytes are counted
//! nor where a limit asks.

use super::{me, view};
use crate::data_use::{ask, size};
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::public::local;
use crate::visitor::{Form, W, Who};
use crate::{State, dates};
use app::data_use::{DataMonth, LimitChoice};
use askama::Template;
use axum::extract::State as FromState;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::data_use::{AtLimit, DataLimit, Family};
use serde::Deserialize;
use serde_json::json;
use words::Words;

/// What Yo shows.
pub struct Card {
    pub month: String,
    pub limit: String,
    pub families: Vec<(String, String)>,
    pub days: Vec<DayLine>,
    /// The limit as it is, for the field.
    pub megabytes: String,
}

pub struct DayLine {
    pub day: String,
    pub down: String,
    pub up: String,
}

#[derive(Template)]
#[template(path = "learner/data_later.html")]
struct LaterPage {
    frame: Frame,
    note: String,
}

#[derive(Deserialize)]
pub struct Choice {
    #[serde(default)]
    wish: String,
    #[serde(default)]
    megabytes: String,
    /// The page that waits for the answer.
    #[serde(default)]
    next: String,
}

/// What a program needs to ask before it takes a lot: bytes of this month, and the bytes at which to ask. There is nothing to
/// ask where she set no limit, or goes on this month.
pub async fn json(FromState(state): FromState<State>, Who(visitor): Who) -> Result<Response, Refusal> {
    let month = state.telar.data_month(visitor.person).await?;
    let limit = month.limit.filter(|(_, at_limit)| *at_limit == AtLimit::Ask).map(|(limit, _)| limit.bytes());
    Ok(view::json(&json!({ "month_bytes": month.total().total(), "limit": limit })))
}

pub async fn choose(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Form(choice): Form<Choice>,
) -> Result<Response, Refusal> {
    let next = local(&choice.next);
    let (wish, done) = match (choice.wish.as_str(), choice.megabytes.parse()) {
        ("later", _) => return Ok(later(&state, Frame::new(w, Some(visitor), Place::None, w.data_title()))),
        ("go-on", _) => (LimitChoice::GoOn, "/me#data-use"),
        ("lift", _) => (LimitChoice::Lift, "/me?done=lifted#data-use"),
        ("set", Ok(limit)) => (LimitChoice::Set(limit), "/me?done=limit#data-use"),
        ("set", Err(_)) => {
            let problem = w.data_limit_wrong(DataLimit::MOST);
            let mut response = match (next, visitor.allowance) {
                (Some(next), Some(allowance)) => ask(visitor, allowance, next, problem),
                _ => me::show_problem(&state, visitor, w, problem).await?,
            };
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            return Ok(response);
        }
        _ => return Err(Refusal::Unreadable),
    };
    state.telar.choose_data_limit(visitor.person, wish).await?;
    Ok(Redirect::to(next.unwrap_or(done)).into_response())
}

fn later(state: &State, frame: Frame) -> Response {
    let today = state.telar.today();
    let begins = today.last_of_month().tomorrow().unwrap_or(today);
    let note = frame.w.data_later_note(dates::day_of_month(begins, frame.w.language()));
    page::html(&LaterPage { frame, note })
}

pub fn card(w: &Words, month: &DataMonth) -> Card {
    let language = w.language();
    let used = month.total().total();
    Card {
        month: w.data_month(dates::month(month.today.month(), language), size(used, language)),
        limit: month.limit.map_or_else(String::new, |(limit, at_limit)| {
            let left = limit.bytes().saturating_sub(used);
            match at_limit {
                AtLimit::GoOn => w.data_limit_going_on(limit.megabytes()),
                AtLimit::Ask if left == 0 => w.data_limit_reached(limit.megabytes()),
                AtLimit::Ask => w.data_limit_left(size(left, language), limit.megabytes()),
            }
        }),
        families: month
            .families
            .iter()
            .map(|(family, bytes)| (family_words(w, *family), size(bytes.total(), language)))
            .collect(),
        days: month
            .days
            .iter()
            .map(|it| DayLine {
                day: dates::day_of_month(it.day, language),
                down: size(it.bytes.down, language),
                up: size(it.bytes.up, language),
            })
            .collect(),
        megabytes: month.limit.map_or_else(String::new, |(limit, _)| limit.megabytes().to_string()),
    }
}

fn family_words(w: &Words, family: Family) -> String {
    match family {
        Family::Lessons => w.data_family_lessons(),
        Family::Quizzes => w.data_family_quizzes(),
        Family::Programme => w.data_family_programme(),
        Family::Downloads => w.data_family_downloads(),
        Family::Papers => w.data_family_papers(),
        Family::Desk => w.data_family_desk(),
        Family::App => w.data_family_app(),
        Family::Rest => w.data_family_rest(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::data_use::UsedOn;
    use domain::data_use::DataUse;

    #[test]
    fn the_card_says_what_is_used_and_what_is_left() {
        let bytes = DataUse { down: 12_000_000, up: 340_000 };
        let mut month = DataMonth {
            today: "2027-01-14".parse().unwrap(),
            families: vec![(Family::Lessons, bytes)],
            days: vec![UsedOn { day: "2027-01-13".parse().unwrap(), bytes }],
            limit: Some((50.try_into().unwrap(), AtLimit::Ask)),
        };
        let w = words::in_language("es");
        let shown = card(w, &month);
        assert_eq!(shown.month, "En enero: 12,4 MB");
        assert_eq!(shown.limit, "Su límite es de 50 MB al mes; le quedan 37,7 MB.");
        assert_eq!(shown.families, [("Lecciones".to_owned(), "12,4 MB".to_owned())]);
        assert_eq!((shown.days[0].day.as_str(), shown.days[0].up.as_str()), ("13 de enero", "0,4 MB"));
        month.limit = Some((12.try_into().unwrap(), AtLimit::Ask));
        assert_eq!(card(w, &month).limit, "Su límite es de 12 MB al mes, y ya llegó a él.");
    }
}
