//! Asking for a link by e-mail. What is answered is the same whoever asks, and says what to do when nothing comes; the letter is written and
//! sent after that. Where the site sends no mail there is no such page.

use super::enter::{AskMail, page as enter_page};
use crate::State;
use crate::dates;
use crate::error::Refusal;
use crate::page::{self, Frame, Place, block};
use crate::visitor::{Form, MaybeWho, W};
use app::access::{LINK_BY_MAIL_MINUTES, LinkByMail, MOST_MAILS_AN_HOUR};
use app::mail::Letter;
use askama::Template;
use axum::extract::State as FromState;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::people::Email;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "public/enter_mail.html")]
struct AskedPage {
    frame: Frame,
}

#[derive(Deserialize)]
pub struct Asks {
    #[serde(default)]
    email: String,
}

pub async fn ask(
    FromState(state): FromState<State>,
    MaybeWho(visitor): MaybeWho,
    W(w): W,
    Form(asks): Form<Asks>,
) -> Result<Response, Refusal> {
    if !state.telar.sends_mail() {
        return Err(Refusal::NotFound);
    }
    let Ok(to) = Email::parse(&asks.email) else {
        let frame = Frame::new(w, visitor, Place::None, w.enter_title());
        let mail = AskMail { address: asks.email, problem: w.enter_mail_wrong() };
        let page = enter_page(&state, frame, (String::new(), String::new()), mail);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let settings = state.settings.clone();
    let write = move |link: &LinkByMail| letter(link, settings.address(&format!("/enter/{}", link.link.token)));
    state.telar.send_link_by_mail(to, write).await;
    Ok(Redirect::to("/enter/mail").into_response())
}

/// What is said to everybody who asked; reading it again asks for nothing.
pub async fn asked(
    FromState(state): FromState<State>,
    MaybeWho(visitor): MaybeWho,
    W(w): W,
) -> Result<Response, Refusal> {
    if !state.telar.sends_mail() {
        return Err(Refusal::NotFound);
    }
    Ok(page::html(&AskedPage { frame: Frame::new(w, visitor, Place::None, w.enter_title()) }))
}

#[derive(Template)]
#[template(path = "mail/entry_link.txt")]
struct AsText<'a> {
    url: &'a str,
    what: &'a str,
    how: &'a str,
    not_asked: &'a str,
}

#[derive(Template)]
#[template(path = "mail/entry_link.html")]
struct AsHtml<'a> {
    language: &'a str,
    subject: &'a str,
    url: &'a str,
    what: &'a str,
    how: &'a str,
    not_asked: &'a str,
}

/// It names neither her nor what is learned here: mailboxes show letters to whoever looks over a shoulder.
fn letter(link: &LinkByMail, url: String) -> Letter {
    let w = words::in_language(&link.language);
    let (subject, what, not_asked) = (w.enter_mail_subject(), w.enter_mail_what(), w.enter_mail_not_asked());
    let how = w.enter_mail_how(dates::time(link.link.expires));
    let (url, what, how, not_asked) = (url.as_str(), what.as_str(), how.as_str(), not_asked.as_str());
    let text = block(AsText { url, what, how, not_asked });
    let html = block(AsHtml { language: w.language(), subject: &subject, url, what, how, not_asked });
    Letter { subject, text, html }
}
