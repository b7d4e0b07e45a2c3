//! The poster that hangs at the door of a hall: a cohort's link, its QR and how to enter. It must not know what the
//! cohort is.

use typst::foundations::dict;

use crate::press::{Job, PaperError, print, qr_value};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Poster {
    /// Language tag of the words: `es`, `es-GT`, `quc`.
    pub language: String,
    pub title: String,
    pub subtitle: String,
    pub steps: Vec<String>,
    /// Printed as text and as QR.
    pub url: String,
    pub footer: String,
    /// The document's own date: milliseconds since 1970, UTC.
    pub created_ms: i64,
}

/// One letter page, tagged, PDF/A-2a and PDF/UA-1. The same poster gives the same bytes.
///
/// # Errors
/// When the language is no code of two or three letters.
pub fn poster(data: &Poster) -> Result<Vec<u8>, PaperError> {
    print(&job(data))
}

pub(crate) fn job(data: &Poster) -> Job {
    Job {
        template: include_str!("../templates/poster.typ"),
        values: dict! {
            "language" => data.language.clone(),
            "title" => data.title.clone(),
            "subtitle" => data.subtitle.clone(),
            "steps" => data.steps.clone(),
            "url" => data.url.clone(),
            "qr" => qr_value(&data.url),
            "footer" => data.footer.clone(),
        },
        identity: data.url.clone(),
        created_ms: data.created_ms,
    }
}
