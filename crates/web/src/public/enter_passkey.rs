//! Entering with a key on this phone: the page's script asks for something to sign, and brings it back signed. Nothing is typed, and
//! nothing is said of who has a key.

use super::enter::rotate;
use crate::error::Refusal;
use crate::passkeys::{Asked, Here, done, not_here, refused};
use crate::visitor::{App, Cookie, Device, MaybeWho, Site, W, signed_in, with_cookie};
use crate::{dates, page};
use app::access::EnterByPasskeyRefused;
use axum::body::Bytes;
use axum::http::StatusCode;
use axum::response::Response;

pub async fn ask(
    App(telar): App,
    Site(settings): Site,
    W(w): W,
    Here(relying): Here,
    Asked(before): Asked,
) -> Result<Response, Refusal> {
    let Some(relying) = relying else { return Ok(not_here(w)) };
    let to_sign = telar.ask_to_enter(&relying, before).await?;
    Ok(with_cookie(page::json(&to_sign.asked), Cookie::Challenge(&to_sign.token), &settings))
}

pub async fn enter(
    App(telar): App,
    Site(settings): Site,
    MaybeWho(visitor): MaybeWho,
    W(w): W,
    (Here(relying), Asked(token), Device(device)): (Here, Asked, Device),
    body: Bytes,
) -> Result<Response, Refusal> {
    let Some(relying) = relying else { return Ok(not_here(w)) };
    let signed = serde_json::from_slice(&body).map_err(|_| Refusal::Unreadable)?;
    let token = token.unwrap_or_default();
    let (status, problem, words) = match telar.enter_by_passkey(&relying, (&token, signed), &device).await {
        Ok(new) => {
            rotate(&telar, visitor).await?;
            let response = with_cookie(done("/"), Cookie::EndChallenge, &settings);
            return Ok(signed_in(response, &new, &settings));
        }
        Err(EnterByPasskeyRefused::Unavailable(why)) => return Err(why.into()),
        Err(EnterByPasskeyRefused::TooMany { until }) => {
            (StatusCode::TOO_MANY_REQUESTS, "too_many", w.enter_too_many(dates::time(until)))
        }
        Err(EnterByPasskeyRefused::Spent) => (UNPROCESSABLE, "spent", w.passkey_refused_spent()),
        Err(EnterByPasskeyRefused::Unknown) => (UNPROCESSABLE, "unknown", w.passkey_refused_unknown()),
        Err(EnterByPasskeyRefused::NotVerified) => (UNPROCESSABLE, "not_verified", w.passkey_refused_not_verified()),
        Err(EnterByPasskeyRefused::Wrong) => (UNPROCESSABLE, "wrong", w.passkey_refused_wrong()),
    };
    Ok(with_cookie(refused(status, problem, words), Cookie::EndChallenge, &settings))
}

const UNPROCESSABLE: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;
