//! The texts that people sign: read before signing and ever after, each version at an address of its own.

use crate::doors::{Access, Doors};
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{Ids, MaybeWho, W};
use app::people::agreement_html;
use askama::Template;
use axum::response::Response;
use domain::facts::Agreement;
use words::Words;

#[derive(Template)]
#[template(path = "people/agreement.html")]
struct Page {
    frame: Frame,
    title: String,
    version: String,
    html: String,
}

pub fn doors(doors: Doors) -> Doors {
    doors.get("/agreements/{text}/{version}", Access::Everyone, show)
}

/// What a text is called.
pub fn title(w: &Words, text: Agreement) -> String {
    match text {
        Agreement::Consent => w.agreement_consent(),
        Agreement::Conduct => w.agreement_conduct(),
    }
}

/// A text that is to be signed, inside a form.
pub struct ToSign {
    pub text: &'static str,
    pub title: String,
    pub html: String,
    pub version: String,
    pub words: String,
    pub signed: bool,
    pub problem: String,
}

/// Today's texts, each with its tick.
pub fn to_sign(w: &Words, (consent, conduct): (&str, &str), problems: impl Fn(&str) -> String) -> Vec<ToSign> {
    let one = |text: Agreement, version: &str, ticked: &str, words: String| ToSign {
        text: text.as_str(),
        title: title(w, text),
        html: agreement_html(text, version, w.language()).unwrap_or_default(),
        version: version.to_owned(),
        words,
        signed: ticked == "on",
        problem: problems(text.as_str()),
    };
    vec![
        one(Agreement::Consent, app::people::CONSENT, consent, w.join_consent()),
        one(Agreement::Conduct, app::people::CONDUCT, conduct, w.agreement_conduct_sign()),
    ]
}

async fn show(
    MaybeWho(visitor): MaybeWho,
    W(w): W,
    Ids(text, version): Ids<Agreement, String>,
) -> Result<Response, Refusal> {
    let html = agreement_html(text, &version, w.language()).ok_or(Refusal::NotFound)?;
    let frame = Frame::new(w, visitor, Place::None, w.agreement_page());
    Ok(page::html(&Page { frame, title: title(w, text), version, html }))
}
