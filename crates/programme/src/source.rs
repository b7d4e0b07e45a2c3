//! A file of the package as text that knows its name and its lines. It must not know what the text means.

use crate::cause::Cause;
use crate::fields::Table;
use crate::problem::Problems;
use std::borrow::Cow;
use toml::de::DeTable;

/// Where the lines of a text begin.
pub(crate) struct Lines(Vec<usize>);

impl Lines {
    pub fn of(text: &str) -> Self {
        Self(std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect())
    }

    /// The line that holds the byte `offset`, from 0.
    pub fn at(&self, offset: usize) -> usize {
        self.0.partition_point(|start| *start <= offset) - 1
    }
}

/// A whole file, or the TOML between the `+++` lines of one.
pub(crate) struct Source<'a> {
    pub path: &'a str,
    pub text: &'a str,
    /// The line of the file on which `text` begins, from 1.
    pub first_line: usize,
    /// What the programme is written in; empty while that is unknown, and then no translation is asked for.
    pub languages: Vec<String>,
    pub problems: &'a Problems,
    lines: Lines,
}

impl<'a> Source<'a> {
    pub fn new(path: &'a str, text: &'a str, problems: &'a Problems) -> Self {
        Self { path, text, first_line: 1, languages: Vec::new(), problems, lines: Lines::of(text) }
    }

    /// A part of the same file that begins on `first_line`.
    pub fn part<'p>(&self, text: &'p str, first_line: usize) -> Source<'p>
    where
        'a: 'p,
    {
        let Self { path, problems, .. } = *self;
        Source { path, text, first_line, languages: self.languages.clone(), problems, lines: Lines::of(text) }
    }

    pub fn line(&self, offset: usize) -> usize {
        self.first_line + self.lines.at(offset)
    }

    pub fn problem(&self, line: usize, cause: impl Into<Cause>) {
        self.problems.add(self.path, line, cause);
    }

    /// Parses the text as TOML and hands the table over. Bad TOML is told and nothing more is read from it: what is missing
    /// from half a table would only distract.
    pub fn with_table<T>(&self, read: impl FnOnce(Table<'_>) -> T) -> Option<T> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        for error in &errors {
            let line = error.span().map_or(self.first_line, |span| self.line(span.start));
            self.problem(line, Cause::NotToml { message: error.message().to_owned() });
        }
        errors.is_empty().then(|| read(Table { source: self, entries: table.get_ref(), line: self.first_line }))
    }
}

/// The text of a file: UTF-8, without byte order mark, lines ending in `\n`. Else the line that is not UTF-8.
pub(crate) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, usize> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes)
        .map_err(|error| 1 + bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count())?;
    Ok(if text.contains("\r\n") { Cow::Owned(text.replace("\r\n", "\n")) } else { Cow::Borrowed(text) })
}
