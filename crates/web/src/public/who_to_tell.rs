//! «¿A quién aviso?»: the card with the numbers that a public source confirms. The numbers are data of the country's pack.

use crate::dates;
use crate::page::{self, Frame, Place};
use crate::visitor::{MaybeWho, W};
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use std::sync::LazyLock;
use words::Words;

#[derive(Deserialize)]
struct Pack {
    number: Vec<Number>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Number {
    call: String,
    /// The one to call when someone is in danger now.
    #[serde(default)]
    first: bool,
    es: String,
    en: String,
    source: String,
    /// The day, or only the year, of the source.
    date: Option<String>,
}

static PACK: LazyLock<Pack> = LazyLock::new(|| {
    let written = include_str!("../../../../packs/gt/who-to-tell.toml");
    toml::from_str(written).unwrap_or_else(|cause| panic!("packs/gt/who-to-tell.toml: {cause}"))
});

#[derive(Template)]
#[template(path = "public/who_to_tell.html", blocks = ["page"])]
struct WhoPage {
    frame: Frame,
    first: &'static str,
    numbers: Vec<Shown>,
}

struct Shown {
    call: &'static str,
    label: String,
    what: &'static str,
    source: String,
}

pub async fn show(MaybeWho(visitor): MaybeWho, W(w): W) -> Response {
    let place = if visitor.is_some() { Place::Help } else { Place::None };
    page::html(&card(Frame::new(w, visitor, place, w.who_title())))
}

/// What stands in `<main>`, for the phone to keep: this opens always.
pub fn part(w: &'static Words) -> String {
    page::block(card(Frame::kept(w)).as_page())
}

fn card(frame: Frame) -> WhoPage {
    let first = PACK.number.iter().find(|number| number.first).map_or("", |number| &number.call);
    WhoPage { first, numbers: PACK.number.iter().map(|number| Shown::of(frame.w, number)).collect(), frame }
}

impl Shown {
    fn of(w: &Words, number: &'static Number) -> Self {
        let source = match &number.date {
            Some(date) => w.who_checked(dates::written_day(date, w.language()), &number.source),
            None => w.who_source(&number.source),
        };
        let what = if w.language() == "en" { &number.en } else { &number.es };
        Self { call: &number.call, label: w.who_call(&number.call), what, source }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_confirmed_numbers_are_on_the_card() {
        let calls: Vec<_> = PACK.number.iter().map(|number| number.call.as_str()).collect();
        assert_eq!(calls, ["110", "1510", "1546", "1572", "122", "123"]);
        assert!(
            PACK.number
                .iter()
                .all(|number| !number.source.is_empty() && !number.es.is_empty() && !number.en.is_empty())
        );
        assert_eq!(PACK.number.iter().filter(|number| number.first).count(), 1);
    }
}
