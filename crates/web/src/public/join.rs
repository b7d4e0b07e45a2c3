//! Joining from a cohort's link: the page, the form's answer, and the link as a QR. Whoever is signed in joins as herself.

use super::join_form::{JoinForm, SameNameQuestion, Written};
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{App, Cookie, Device, Form, Id, MaybeWho, Site, W, signed_in, with_cookie};
use app::people::{Join, JoinRefused, SameName};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::CommandId;

pub async fn show(
    App(telar): App,
    MaybeWho(visitor): MaybeWho,
    W(w): W,
    Id(code): Id<String>,
) -> Result<Response, Refusal> {
    let page = telar.join_page(&code, visitor.as_ref().map(|visitor| visitor.person)).await?;
    Ok(page::html(&JoinForm::new(w, visitor, page, (Written::default(), &[]))))
}

/// The link as an image, for a poster or a slide.
pub async fn qr(App(telar): App, Site(settings): Site, W(w): W, Id(code): Id<String>) -> Result<Response, Refusal> {
    let card = telar.join_page(&code, None).await?.card;
    let svg = paper::qr_svg(&settings.address(&format!("/c/{}", card.join_code)), &w.desk_join_qr());
    Ok(([(header::CONTENT_TYPE, "image/svg+xml")], svg).into_response())
}

pub async fn join(
    App(telar): App,
    Site(settings): Site,
    MaybeWho(visitor): MaybeWho,
    W(w): W,
    Device(device): Device,
    Id(code): Id<String>,
    Form(written): Form<Written>,
) -> Result<Response, Refusal> {
    let command = CommandId(written.command.ok_or(Refusal::Unreadable)?);
    let already = visitor.as_ref().map(|visitor| visitor.person);
    let join = Join {
        command,
        code: code.clone(),
        who: written.who.clone(),
        language: written.language.clone(),
        consent: written.consent.clone(),
        conduct: written.conduct.clone(),
        requirements: written.requirements.clone(),
        same_name: if written.same_name == "another" { SameName::Another } else { SameName::Ask },
        device,
        already,
    };
    let (status, fields) = match telar.join(join).await {
        Ok(joined) => {
            let response = Redirect::to("/today").into_response();
            return Ok(match joined.session {
                Some(new) => {
                    let language = words::in_language(&written.language).language();
                    with_cookie(signed_in(response, &new, &settings), Cookie::Language(language), &settings)
                }
                None => response,
            });
        }
        Err(JoinRefused::Fields(fields)) => (StatusCode::UNPROCESSABLE_ENTITY, fields),
        // The page itself says why nobody comes in, or what has to be done before.
        Err(JoinRefused::Shut | JoinRefused::NotBefore) => (StatusCode::CONFLICT, Vec::new()),
        Err(JoinRefused::SameName) => {
            let frame = Frame::new(w, None, Place::None, w.join_title());
            let question = SameNameQuestion::new(frame, format!("/c/{code}"), &written);
            return Ok((StatusCode::CONFLICT, page::html(&question)).into_response());
        }
        Err(JoinRefused::NotFound) => return Err(Refusal::NotFound),
        Err(JoinRefused::OtherContent) => return Err(Refusal::Conflict),
        Err(JoinRefused::Unavailable(why)) => return Err(why.into()),
    };
    let form = JoinForm::new(w, visitor, telar.join_page(&code, already).await?, (written, &fields));
    Ok((status, page::html(&form)).into_response())
}
