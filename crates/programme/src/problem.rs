//! One thing wrong with a package, as its author reads it. It must not know how the package is read.

use crate::cause::Cause;
use serde::Serialize;
use std::cell::RefCell;
use std::fmt;

/// More problems than this are not collected: a hostile file of 2 MB could otherwise make a million.
pub const MAX_PROBLEMS: usize = 10_000;

/// One thing wrong, where it is, and what to do about it. `what` and `remedy` are in English; see [`Problem::in_language`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The path inside the package, with `/`.
    pub file: String,
    /// From 1. Where a file or a whole thing is missing, the line that asks for it, else 1.
    pub line: usize,
    pub what: String,
    pub remedy: String,
    #[serde(skip)]
    cause: Cause,
}

impl Problem {
    pub(crate) fn new(file: &str, line: usize, cause: Cause) -> Self {
        let (what, remedy) = cause.english();
        Self { file: printable(file), line, what: printable(&what), remedy: printable(&remedy), cause }
    }

    /// The same problem in Spanish (`es`); in English for every other language.
    pub fn in_language(&self, language: &str) -> Self {
        let mut problem = self.clone();
        if language == "es" {
            let (what, remedy) = self.cause.spanish();
            (problem.what, problem.remedy) = (printable(&what), printable(&remedy));
        }
        problem
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {} → {}", self.file, self.line, self.what, self.remedy)
    }
}

/// A package comes from elsewhere and its problems go to a terminal: control characters must not reach it, nor a megabyte
/// that someone wrote where an id belongs.
fn printable(text: &str) -> String {
    text.chars().take(400).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// All that is found wrong, in whatever order it is found.
#[derive(Default)]
pub(crate) struct Problems(RefCell<Vec<Problem>>);

impl Problems {
    pub fn add(&self, file: &str, line: usize, cause: impl Into<Cause>) {
        let mut found = self.0.borrow_mut();
        if found.len() < MAX_PROBLEMS {
            found.push(Problem::new(file, line, cause.into()));
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// By file and line; of two on one line, the one found first.
    pub fn sorted(self) -> Vec<Problem> {
        let mut found = self.0.into_inner();
        found.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
        found
    }
}
