//! Slips that a coordinator cuts and hands out: how one person enters on another device. A slip holds a PIN, so each
//! stands alone within its cut lines. It must not know how codes and PINs are made or how long they live.

use typst::foundations::{Array, Value, dict};

use crate::press::{Job, PaperError, print, qr_value};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    pub name: String,
    pub cohort: String,
    pub code_label: String,
    pub code: String,
    pub pin_label: String,
    pub pin: String,
    /// Printed as text and as QR.
    pub url: String,
    pub steps: Vec<String>,
    /// "Guarde este papel".
    pub keep: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slips {
    /// Language tag of the words: `es`, `es-GT`, `quc`.
    pub language: String,
    pub title: String,
    pub slips: Vec<Slip>,
    /// The document's own date: milliseconds since 1970, UTC.
    pub created_ms: i64,
}

/// Letter pages of six slips with cut lines, tagged, PDF/A-2a and PDF/UA-1. The same slips give the same bytes.
///
/// # Errors
/// When the language is no code of two or three letters.
pub fn slips(data: &Slips) -> Result<Vec<u8>, PaperError> {
    print(&job(data))
}

pub(crate) fn job(data: &Slips) -> Job {
    let slips: Array = data
        .slips
        .iter()
        .map(|slip| {
            Value::Dict(dict! {
                "name" => slip.name.clone(),
                "cohort" => slip.cohort.clone(),
                "code_label" => slip.code_label.clone(),
                "code" => slip.code.clone(),
                "pin_label" => slip.pin_label.clone(),
                "pin" => slip.pin.clone(),
                "url" => slip.url.clone(),
                "qr" => qr_value(&slip.url),
                "steps" => slip.steps.clone(),
                "keep" => slip.keep.clone(),
            })
        })
        .collect();
    Job {
        template: include_str!("../templates/slips.typ"),
        values: dict! {
            "language" => data.language.clone(),
            "title" => data.title.clone(),
            "slips" => slips,
        },
        identity: format!("{} {}", data.title, data.created_ms),
        created_ms: data.created_ms,
    }
}
