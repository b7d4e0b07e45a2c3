//! Entering with a one-time link. Messengers and mail scanners open links: reading the page spends nothing, its button does.

use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{App, Device, Id, MaybeWho, Site, W, signed_in};
use app::access::EntryLinkRefused;
use app::access::Visitor;
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use words::Words;

#[derive(Template)]
#[template(path = "public/enter_link.html")]
struct LinkPage {
    frame: Frame,
    heading: String,
    what: String,
    /// Where the button posts to; empty for a link that opens nothing.
    action: String,
}

pub async fn show(
    App(telar): App,
    MaybeWho(visitor): MaybeWho,
    W(w): W,
    Id(token): Id<String>,
) -> Result<Response, Refusal> {
    match telar.entry_link(&token).await {
        Ok(link) => {
            // Nobody has chosen a language on this phone yet; the person whom the link is for has.
            let w = if visitor.is_none() { words::in_language(&link.language) } else { w };
            let (heading, what) = (w.enter_link_heading(), w.enter_link_how());
            let frame = Frame::new(w, visitor, Place::None, w.enter_title());
            let action = format!("/enter/{token}");
            Ok(page::html(&LinkPage { frame, heading, what, action }))
        }
        Err(refused) => closed(w, visitor, refused),
    }
}

pub async fn spend(
    App(telar): App,
    Site(settings): Site,
    MaybeWho(visitor): MaybeWho,
    W(w): W,
    Device(device): Device,
    Id(token): Id<String>,
) -> Result<Response, Refusal> {
    match telar.spend_entry_link(&token, &device).await {
        Ok(new) => {
            super::enter::rotate(&telar, visitor).await?;
            Ok(signed_in(Redirect::to("/").into_response(), &new, &settings))
        }
        Err(refused) => closed(w, visitor, refused),
    }
}

fn closed(w: &'static Words, visitor: Option<Visitor>, refused: EntryLinkRefused) -> Result<Response, Refusal> {
    let (status, heading, what) = match refused {
        EntryLinkRefused::Unknown => (StatusCode::NOT_FOUND, w.enter_link_unknown(), w.enter_link_unknown_do()),
        EntryLinkRefused::Spent => (StatusCode::GONE, w.enter_link_spent(), w.enter_link_spent_do()),
        EntryLinkRefused::Expired => (StatusCode::GONE, w.enter_link_expired(), w.enter_link_expired_do()),
        EntryLinkRefused::Unavailable(why) => return Err(why.into()),
    };
    let frame = Frame::new(w, visitor, Place::None, w.enter_title());
    Ok((status, page::html(&LinkPage { frame, heading, what, action: String::new() })).into_response())
}
