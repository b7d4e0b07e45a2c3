//! What stands around every page: the bar, the places, the language, and the turning of a template into an answer. It must
//! not know what any one page shows.

use crate::dates;
use crate::doors::has_desk;
use crate::icons;
use crate::staff::support_role;
use app::access::{SupportLine, Visitor};
use askama::Template;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::data_use::Allowance;
use serde::Serialize;
use uuid::Uuid;
use words::Words;

/// Which of the places a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Today,
    Programme,
    /// «¿A quién aviso?»
    Help,
    Me,
    Desk,
    Numbers,
    Site,
    None,
}

pub struct PlaceLink {
    pub href: &'static str,
    pub icon: &'static str,
    pub name: String,
    pub current: bool,
}

/// Goes to every template as `frame`. Its title stays a neutral word: it is what the browser's history shows.
pub struct Frame {
    pub w: &'static Words,
    pub visitor: Option<Visitor>,
    pub place: Place,
    pub title: String,
    /// Drawn for phones to keep: nothing in it is one person's, nor this moment's.
    pub kept: bool,
}

impl Frame {
    pub fn new(w: &'static Words, visitor: Option<Visitor>, place: Place, title: impl Into<String>) -> Self {
        Self { w, visitor, place, title: title.into(), kept: false }
    }

    /// Of what a phone keeps: as a learner sees it, whoever she is.
    pub fn kept(w: &'static Words) -> Self {
        Self { w, visitor: None, place: Place::None, title: String::new(), kept: true }
    }

    /// A fresh name for one wish: it goes into a form, so that a form sent twice is carried out once.
    pub fn command(&self) -> Uuid {
        Uuid::now_v7()
    }

    /// At most five. Someone who learns and has a desk gets the places of both; «¿A quién aviso?» then stays in the footer.
    pub fn places(&self) -> Vec<PlaceLink> {
        if self.kept {
            return [Place::Today, Place::Programme, Place::Help, Place::Me].map(|place| self.link(place)).into();
        }
        let Some(visitor) = &self.visitor else { return Vec::new() };
        let (learns, desk) = (visitor.is_learner(), has_desk(visitor));
        let mut places = Vec::with_capacity(5);
        if learns {
            places.extend([Place::Today, Place::Programme]);
        }
        if desk {
            places.push(Place::Desk);
        }
        if visitor.grants.sees_numbers() && !(learns && visitor.grants.is_administrator()) {
            places.push(Place::Numbers);
        }
        if visitor.grants.is_administrator() {
            places.push(Place::Site);
        }
        if places.len() < 4 {
            places.push(Place::Help);
        }
        places.push(Place::Me);
        places.into_iter().map(|place| self.link(place)).collect()
    }

    /// Whether she may see another person's pages, to help.
    pub fn helps(&self) -> bool {
        self.visitor.as_ref().is_some_and(|visitor| visitor.grants.helps_somebody())
    }

    /// A helper sees it: it shows another person's page, changes nothing and is kept nowhere.
    pub fn is_acting(&self) -> bool {
        self.visitor.as_ref().is_some_and(|visitor| visitor.acting.is_some())
    }

    /// What such a page says above everything else.
    pub fn acting_line(&self) -> Option<String> {
        let visitor = self.visitor.as_ref()?;
        let acting = visitor.acting?;
        Some(self.w.support_acting(visitor.name.as_str(), dates::time(acting.until)))
    }

    /// Who sees her pages now, and where she ends it.
    pub fn seen_by(&self) -> Vec<(String, String)> {
        let seen_by = self.visitor.iter().flat_map(|visitor| &visitor.seen_by);
        let line = |it: &SupportLine| {
            let name = it.helper.clone().unwrap_or_else(|| self.w.support_helper_gone());
            let who = self.w.support_helper(name, support_role(self.w, it.role));
            (self.w.support_seen_by(dates::time(it.begun), who), format!("/me/support/{}/ending", it.support))
        };
        seen_by.map(line).collect()
    }

    /// How much of her own limit of data is used, once that is most of it.
    pub fn data_line(&self) -> Option<String> {
        let allowance = self.visitor.as_ref()?.allowance.filter(Allowance::is_near)?;
        let used = crate::data_use::size(allowance.used, self.w.language());
        Some(self.w.frame_data_near(allowance.limit.megabytes(), used))
    }

    fn link(&self, place: Place) -> PlaceLink {
        let w = self.w;
        let (href, icon, name) = match place {
            Place::Today | Place::None => ("/today", icons::TODAY, w.frame_place_today()),
            Place::Programme => ("/programme", icons::PROGRAMME, w.frame_place_programme()),
            Place::Help => ("/who-to-tell", icons::HELP, w.frame_place_who_to_tell()),
            Place::Me => ("/me", icons::ME, w.frame_place_me()),
            Place::Desk => ("/desk", icons::DESK, w.frame_place_desk()),
            Place::Numbers => ("/numbers", icons::NUMBERS, w.frame_place_numbers()),
            Place::Site => ("/site", icons::SITE, w.frame_place_site()),
        };
        PlaceLink { href, icon, name, current: place == self.place }
    }
}

/// Renders a part of a page, or one that is kept elsewhere.
pub fn block(template: impl Template) -> String {
    match template.render() {
        Ok(text) => text,
        // Writing into memory fails only for a bug in a template: the frame gives it a number.
        Err(cause) => panic!("a template did not render: {cause}"),
    }
}

/// Renders a page. The headers that every answer carries are added by `security`.
pub fn html(template: &impl Template) -> Response {
    let kind = [(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"))];
    (kind, block(template)).into_response()
}

/// An answer for a program.
pub fn json(value: &impl Serialize) -> Response {
    ([(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], written(value)).into_response()
}

/// A line of JSON, before something else in the same answer.
pub fn line(value: &impl Serialize) -> Vec<u8> {
    (written(value) + "\n").into_bytes()
}

fn written(value: &impl Serialize) -> String {
    // Only a bug makes our own data impossible to write; the frame gives it a number.
    serde_json::to_string(value).unwrap_or_else(|cause| panic!("an answer could not be written: {cause}"))
}
