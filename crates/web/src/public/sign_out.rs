//! `POST /sign-out`: ends this session, here and on the server.

use crate::error::Refusal;
use crate::visitor::{App, Cookie, MaybeWho, Site, with_cookie};
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Redirect, Response};

pub async fn sign_out(App(telar): App, Site(settings): Site, MaybeWho(visitor): MaybeWho) -> Result<Response, Refusal> {
    if let Some(visitor) = visitor {
        telar.sign_out(&visitor).await?;
    }
    let mut response = with_cookie(Redirect::to("/").into_response(), Cookie::EndSession, &settings);
    // Not "storage": answers that the server does not have yet stay on the phone.
    response.headers_mut().insert(HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\""));
    Ok(response)
}
