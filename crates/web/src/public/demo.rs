//! `GET /demo/{role}`: signs in as one of the demonstration's people. Only a demonstration has them; elsewhere the page does
//! not exist.

use super::home::landing;
use crate::error::Refusal;
use crate::visitor::{App, Device, Id, Site, signed_in};
use app::access::DemoRole;
use axum::response::{IntoResponse, Redirect, Response};

pub async fn enter(
    App(telar): App,
    Site(settings): Site,
    Id(role): Id<DemoRole>,
    Device(device): Device,
) -> Result<Response, Refusal> {
    let new = telar.demo_session(role, &device).await?.ok_or(Refusal::NotFound)?;
    let visitor = telar.visitor(&new.token).await?.ok_or(Refusal::Unavailable)?;
    Ok(signed_in(Redirect::to(landing(&visitor)).into_response(), &new, &settings))
}
