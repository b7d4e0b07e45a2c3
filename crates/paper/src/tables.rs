//! Tables of numbers, one after another, with what is to be known of them before and after. It must not know what is counted.

use typst::foundations::{Array, IntoValue, Value, dict};

use crate::press::{Job, PaperError, print};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tables {
    /// Language tag of the words: `es`, `es-GT`, `quc`.
    pub language: String,
    pub title: String,
    /// Of which day the numbers are, already in words.
    pub dated: String,
    /// What it says before the tables, and after them, a paragraph each.
    pub before: Vec<String>,
    pub after: Vec<String>,
    pub tables: Vec<Table>,
    /// The document's own date: milliseconds since 1970, UTC.
    pub created_ms: i64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub title: String,
    /// What it says under its title; empty where nothing is.
    pub note: String,
    /// The heads of the columns, and the rows, each as long as the heads. The first column is words, the others are numbers.
    pub heads: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// As many letter pages as the tables need, tagged, PDF/A-2a and PDF/UA-1. The same tables give the same bytes.
///
/// # Errors
/// When the language is no code of two or three letters.
pub fn tables(data: &Tables) -> Result<Vec<u8>, PaperError> {
    print(&job(data))
}

pub(crate) fn job(data: &Tables) -> Job {
    let tables: Array = data
        .tables
        .iter()
        .map(|table| {
            let rows: Array = table.rows.iter().map(|row| row.clone().into_value()).collect();
            Value::Dict(dict! {
                "title" => table.title.clone(),
                "note" => table.note.clone(),
                "heads" => table.heads.clone(),
                "rows" => rows,
            })
        })
        .collect();
    Job {
        template: include_str!("../templates/tables.typ"),
        values: dict! {
            "language" => data.language.clone(),
            "title" => data.title.clone(),
            "dated" => data.dated.clone(),
            "before" => data.before.clone(),
            "after" => data.after.clone(),
            "tables" => tables,
        },
        identity: format!("{} {}", data.title, data.dated),
        created_ms: data.created_ms,
    }
}
