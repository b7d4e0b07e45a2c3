//! Her keys: those on her phones that enter as her, one more on this one, one less. Making one takes script and a browser that can; the
//! list and taking away do not. It must not know what a key is.

use crate::error::Refusal;
use crate::passkeys::{Here, done, not_here, refused};
use crate::visitor::{App, Device, Id, W, Who};
use crate::{State, dates, page};
use app::access::{AddPasskeyRefused, LONGEST_LABEL, MOST_PASSKEYS, NewPasskey, PasskeyId, PasskeyLine, Visitor};
use axum::body::Bytes;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use serde_json::Value;
use words::Words;

/// What Yo shows of them.
pub struct Card {
    pub lines: Vec<Line>,
    /// Where browsers make keys for this site; empty where none is to be made.
    pub origin: String,
    pub full: bool,
    /// The name that is proposed for the next.
    pub device: String,
    pub longest: usize,
}

pub struct Line {
    pub label: String,
    pub when: String,
    pub action: String,
    pub remove_label: String,
}

#[derive(Deserialize)]
struct Made {
    #[serde(default)]
    label: String,
    made: Value,
}

/// None where there is nothing to show: no key, and an address for which none are made.
pub async fn card(state: &State, visitor: &Visitor, w: &Words, device: String) -> Result<Option<Card>, Refusal> {
    let lines: Vec<Line> =
        state.telar.passkeys(visitor.person).await?.into_iter().map(|passkey| line(w, passkey)).collect();
    let full = lines.len() >= MOST_PASSKEYS;
    let origin = state.passkeys.as_ref().filter(|_| !full).map_or_else(String::new, |it| it.origin().to_owned());
    let shown = !lines.is_empty() || !origin.is_empty();
    Ok(shown.then_some(Card { lines, origin, full, device, longest: LONGEST_LABEL }))
}

fn line(w: &Words, passkey: PasskeyLine) -> Line {
    let day = |at| dates::day(at, w.language());
    let when = match passkey.used {
        Some(used) => w.passkey_used(day(passkey.made), day(used)),
        None => w.passkey_unused(day(passkey.made)),
    };
    Line {
        action: format!("/me/passkeys/{}/removal", passkey.passkey),
        remove_label: w.passkey_remove_label(passkey.label.as_str()),
        label: passkey.label,
        when,
    }
}

/// What her browser is asked to make a key by.
pub async fn ask(App(telar): App, Who(visitor): Who, W(w): W, Here(relying): Here) -> Result<Response, Refusal> {
    let Some(relying) = relying else { return Ok(not_here(w)) };
    match telar.ask_for_passkey(&relying, (visitor.person, visitor.session)).await {
        Ok(asked) => Ok(page::json(&asked)),
        Err(why) => say(w, why),
    }
}

/// Takes what it made.
pub async fn add(
    App(telar): App,
    Who(visitor): Who,
    W(w): W,
    Here(relying): Here,
    Device(device): Device,
    body: Bytes,
) -> Result<Response, Refusal> {
    let Some(relying) = relying else { return Ok(not_here(w)) };
    let Made { label, made } = serde_json::from_slice(&body).map_err(|_| Refusal::Unreadable)?;
    match telar.add_passkey(&relying, (visitor.person, visitor.session), NewPasskey { made, label, device }).await {
        Ok(()) => Ok(done("/me?done=passkey")),
        Err(why) => say(w, why),
    }
}

pub async fn remove(App(telar): App, Who(visitor): Who, Id(passkey): Id<PasskeyId>) -> Result<Response, Refusal> {
    telar.remove_passkey(visitor.person, passkey).await?;
    Ok(Redirect::to("/me?done=passkey-gone").into_response())
}

fn say(w: &Words, why: AddPasskeyRefused) -> Result<Response, Refusal> {
    let (problem, words) = match why {
        AddPasskeyRefused::Spent => ("spent", w.passkey_refused_spent()),
        AddPasskeyRefused::Wrong => ("wrong", w.passkey_refused_made_wrong()),
        AddPasskeyRefused::NotVerified => ("not_verified", w.passkey_refused_not_verified()),
        AddPasskeyRefused::Known => ("known", w.passkey_refused_known()),
        AddPasskeyRefused::Full => ("full", w.passkey_full()),
        AddPasskeyRefused::Unavailable(why) => return Err(why.into()),
    };
    Ok(refused(StatusCode::UNPROCESSABLE_ENTITY, problem, words))
}
