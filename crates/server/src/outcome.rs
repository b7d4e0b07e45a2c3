//! How a command ends: the exit code for a script, and the words for a person. It must not know which command it was.

use serde::Serialize;
use std::process::ExitCode;

/// The exit codes, as `telar --help` lists them. They are a promise to scripts and never change their meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    Done = 0,
    /// It was tried and did not work: disk, network, database.
    Failed = 1,
    /// The command line or a setting cannot be understood.
    Usage = 2,
    /// Refused before anything was changed.
    Refused = 3,
    /// A check ran to its end and found something wrong.
    CheckFailed = 4,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit as u8)
    }
}

/// What went wrong, already in the person's language, and the line that mends it.
#[derive(Debug, Serialize)]
pub struct Problem {
    #[serde(skip)]
    pub exit: Exit,
    /// A name that does not change with the language, for scripts.
    #[serde(rename = "error")]
    pub name: &'static str,
    #[serde(rename = "message")]
    pub what: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub remedy: String,
}

impl Problem {
    pub fn failed(name: &'static str, what: String, remedy: String) -> Self {
        Self { exit: Exit::Failed, name, what, remedy }
    }
    pub fn refused(name: &'static str, what: String, remedy: String) -> Self {
        Self { exit: Exit::Refused, name, what, remedy }
    }
    pub fn usage(name: &'static str, what: String, remedy: String) -> Self {
        Self { exit: Exit::Usage, name, what, remedy }
    }
}
