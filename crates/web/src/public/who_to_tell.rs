//! «¿A quién aviso?»: the card with the numbers that a public source confirms. The numbers are data of the country's pack.

use crate::dates;
use crate::pack::{Number, chosen};
use crate::page::{self, Frame, Place};
use crate::visitor::{MaybeWho, W};
use askama::Template;
use axum::response::Response;
use words::Words;

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
    let first = chosen().numbers.iter().find(|number| number.first).map_or("", |number| &number.call);
    WhoPage { first, numbers: chosen().numbers.iter().map(|number| Shown::of(frame.w, number)).collect(), frame }
}

impl Shown {
    fn of(w: &Words, number: &'static Number) -> Self {
        let source = w.who_checked(dates::written_day(&number.date, w.language()), &number.source);
        let what = if w.language() == "en" { &number.en } else { &number.es };
        Self { call: &number.call, label: w.who_call(&number.call), what, source }
    }
}
