//! The lists of a question, of choices, pairs, items and so on: ids that are used once, words that can be told apart, as many as
//! there may be. It must not know which list it is.

use crate::cause::Cause;
use crate::fields::{Table, Words};
use crate::ids::choice_fault;
use crate::quiz_cause::QuizCause;
use domain::alike;
use domain::ids::ChoiceId;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// The ids of one list, each with its line.
#[derive(Default)]
pub(crate) struct Ids(pub BTreeMap<String, usize>);

impl Ids {
    /// The id of one entry; a second use of it is told.
    pub fn read(&mut self, entry: &Table<'_>) -> ChoiceId {
        let Some(id) = entry.id("id", choice_fault) else { return ChoiceId::from("") };
        if let Some(line) = self.0.get(&id.value) {
            entry.problem(id.line, Cause::DuplicateHere { id: id.value.clone(), line: *line });
        } else {
            self.0.insert(id.value.clone(), id.line);
        }
        ChoiceId::from(id.value.as_str())
    }
}

/// The texts of one list, to tell those that people could not tell apart.
#[derive(Default)]
pub(crate) struct Distinct(BTreeMap<(String, String), usize>);

impl Distinct {
    pub fn note(&mut self, entry: &Table<'_>, words: &Words) {
        let mut told = false;
        for (language, text) in words.iter().filter(|(_, text)| !text.value.trim().is_empty()) {
            let key = (language.clone(), alike(&text.value));
            match self.0.get(&key) {
                Some(line) if !told => {
                    let language = language.clone();
                    entry.problem(text.line, QuizCause::SameWords { language, line: *line });
                    told = true;
                }
                Some(_) => {}
                None => {
                    self.0.insert(key, text.line);
                }
            }
        }
    }
}

/// Tells a list that is too short or too long. One that is not there at all has been told.
pub(crate) fn within(table: &Table<'_>, key: &'static str, count: usize, range: RangeInclusive<usize>) {
    if count > 0 && !range.contains(&count) {
        let (from, to) = range.into_inner();
        table.problem(table.line, QuizCause::Count { key, count, from, to });
    }
}

pub(crate) fn one_is_right(table: &Table<'_>, right: impl Iterator<Item = bool>) {
    let (mut count, mut all) = (0, 0);
    for right in right {
        count += usize::from(right);
        all += 1;
    }
    if count != 1 && all > 0 {
        table.problem(table.line, Cause::RightCount { count });
    }
}

/// Tells a list of which everything is right, or nothing.
pub(crate) fn some_are_right(table: &Table<'_>, key: &'static str, right: impl Iterator<Item = bool>) {
    let right: Vec<bool> = right.collect();
    if !right.is_empty() && right.iter().all(|it| *it == right[0]) {
        table.problem(table.line, QuizCause::AllAlike { key });
    }
}
