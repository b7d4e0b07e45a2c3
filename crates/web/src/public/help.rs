//! What «Salir rápido» does and what it does not: honest about what the browser's history still shows.

use crate::page::{self, Frame, Place};
use crate::visitor::{MaybeWho, W};
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "public/help.html")]
struct HelpPage {
    frame: Frame,
}

pub async fn show(MaybeWho(visitor): MaybeWho, W(w): W) -> Response {
    page::html(&HelpPage { frame: Frame::new(w, visitor, Place::None, w.help_title()) })
}
