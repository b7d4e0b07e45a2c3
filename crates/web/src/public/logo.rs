//! The logo of an organisation, by what it holds. It stands on a page that asks nobody to sign in, so anybody may look at it.

use crate::State;
use crate::error::Refusal;
use crate::visitor::Id;
use axum::extract::State as FromState;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::organisations::{Logo, LogoFormat};
use words::Words;

/// It is an image and nothing else, whoever opens it by itself.
const OF_AN_IMAGE: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";

pub async fn show(FromState(state): FromState<State>, Id(sha256): Id<String>) -> Result<Response, Refusal> {
    let logo = state.telar.logo(&sha256).await?;
    let kind = match logo.format {
        LogoFormat::Png => "image/png",
        LogoFormat::Jpeg => "image/jpeg",
    };
    let mut response = logo.bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(OF_AN_IMAGE));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("inline; filename=\"logo\""));
    // Its address is its content: once fetched it is never asked for again.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=31536000, immutable"));
    Ok(response)
}

/// An image with its size, so that the page does not jump when it comes.
pub struct LogoView {
    pub src: String,
    pub width: u16,
    pub height: u16,
    pub words: String,
}

pub fn logo(w: &Words, name: &str, logo: &Logo) -> LogoView {
    LogoView {
        src: format!("/logos/{}", logo.sha256),
        width: logo.width,
        height: logo.height,
        words: w.org_logo_of(name),
    }
}
