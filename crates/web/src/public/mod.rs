//! The doors that anyone may open: the first page, joining, entering, verifying, the quick exit, help. It must not know what
//! those who are signed in see.

mod calendar;
mod demo;
mod enter;
mod enter_link;
mod enter_mail;
mod enter_passkey;
mod health;
mod help;
mod home;
mod join;
mod join_form;
mod language;
mod leave;
mod logo;
mod nominate;
mod sign_out;
mod verify;
mod who_to_tell;

pub use calendar::whole_page as calendar_page;
pub(crate) use language::local;
pub use logo::{LogoView, logo};
pub use who_to_tell::part as who_to_tell_part;

use crate::assets;
use crate::doors::{Access, Doors};
use crate::passkeys::LONGEST;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use domain::programmes::Hours;
use words::Words;

/// «12 horas a su ritmo · 40 horas presenciales»; what there is none of is not said.
fn hours(w: &Words, hours: Hours) -> String {
    let parts = [
        (hours.own_time, w.join_hours_own(hours.own_time)),
        (hours.live, w.join_hours_live(hours.live)),
        (hours.in_person, w.join_hours_room(hours.in_person)),
    ];
    let said: Vec<String> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
    said.join(" · ")
}

pub fn doors(doors: Doors) -> Doors {
    let up_to = DefaultBodyLimit::max;
    doors
        .get("/", Access::Everyone, home::show)
        .get("/c", Access::Everyone, home::find_cohort)
        .get("/c/{code}", Access::Everyone, join::show)
        .post("/c/{code}", Access::Everyone, join::join)
        .get("/c/{code}/qr", Access::Everyone, join::qr)
        .get("/n/{code}", Access::Everyone, nominate::show)
        .post("/n/{code}", Access::Everyone, nominate::nominate)
        .get("/n/{code}/letter", Access::Everyone, nominate::letter)
        .post("/n/{code}/{application}/link", Access::Everyone, nominate::link)
        .post("/n/{code}/{application}/withdrawal", Access::Everyone, nominate::take_back)
        .get("/logos/{hash}", Access::Everyone, logo::show)
        .get("/enter", Access::Everyone, enter::show)
        .post("/enter", Access::Everyone, enter::enter)
        .get("/enter/mail", Access::Everyone, enter_mail::asked)
        .post("/enter/mail", Access::Everyone, enter_mail::ask)
        .post("/enter/passkey", Access::Everyone, enter_passkey::enter.layer(up_to(LONGEST)))
        .post("/enter/passkey/challenge", Access::Everyone, enter_passkey::ask.layer(up_to(LONGEST)))
        .get("/enter/{token}", Access::Everyone, enter_link::show)
        .post("/enter/{token}", Access::Everyone, enter_link::spend)
        .get("/verify", Access::Everyone, verify::ask)
        .get("/verify/{number}", Access::Everyone, verify::show)
        .get("/who-to-tell", Access::Everyone, who_to_tell::show)
        .get("/help", Access::Everyone, help::show)
        .post("/language", Access::Everyone, language::choose)
        .post("/sign-out", Access::Everyone, sign_out::sign_out)
        .get("/leave", Access::Neutral, leave::leave)
        .post("/leave", Access::Neutral, leave::leave)
        .get("/calendar", Access::Neutral, calendar::show)
        .post("/back", Access::Neutral, leave::come_back)
        .get("/demo/{role}", Access::Everyone, demo::enter)
        .get("/healthz", Access::Neutral, health::show)
        .get("/assets/{name}", Access::Neutral, assets::show)
}
