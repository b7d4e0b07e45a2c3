//! A letter with a list of people and a place to sign: how an organisation names who takes part. It must not know who they are.

use typst::foundations::{Array, IntoValue, dict};

use crate::press::{Job, PaperError, print};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Language tag of the words: `es`, `es-GT`, `quc`.
    pub language: String,
    pub title: String,
    /// Place and day, already in words.
    pub dated: String,
    /// To whom it goes, a line each.
    pub to: Vec<String>,
    /// What it says before the list, and after it.
    pub before: Vec<String>,
    pub after: Vec<String>,
    /// The heads of the list's columns, and its rows, each as long as the heads.
    pub heads: Vec<String>,
    pub rows: Vec<Vec<String>>,
    /// What stands under the line on which somebody signs, a line each.
    pub signature: Vec<String>,
    /// The document's own date: milliseconds since 1970, UTC.
    pub created_ms: i64,
}

/// As many letter pages as the list needs, tagged, PDF/A-2a and PDF/UA-1. The same letter gives the same bytes.
///
/// # Errors
/// When the language is no code of two or three letters.
pub fn letter(data: &Letter) -> Result<Vec<u8>, PaperError> {
    print(&job(data))
}

pub(crate) fn job(data: &Letter) -> Job {
    let rows: Array = data.rows.iter().map(|row| row.clone().into_value()).collect();
    Job {
        template: include_str!("../templates/letter.typ"),
        values: dict! {
            "language" => data.language.clone(),
            "title" => data.title.clone(),
            "dated" => data.dated.clone(),
            "to" => data.to.clone(),
            "before" => data.before.clone(),
            "after" => data.after.clone(),
            "heads" => data.heads.clone(),
            "rows" => rows,
            "signature" => data.signature.clone(),
        },
        identity: format!("{} {}", data.title, data.dated),
        created_ms: data.created_ms,
    }
}
