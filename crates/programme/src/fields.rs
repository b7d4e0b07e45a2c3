//! A TOML table as a form that an author filled in: each field is asked for once, and what is wrong with it is told with
//! its line. It must not know which form it is.

use crate::cause::{Cause, Wanted};
use crate::ids::nearest;
use crate::quiz_cause::QuizCause;
use crate::sections::translation_fault;
use crate::source::Source;
use domain::Text;
use domain::programmes::Review;
use domain::quizzes::Decimal;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value and the line where it stands.
#[derive(Clone, Debug)]
pub(crate) struct At<T> {
    pub value: T,
    pub line: usize,
}

/// Words by language, each with its line.
pub(crate) type Words = BTreeMap<String, At<String>>;

pub(crate) fn as_text(words: &Words) -> Text {
    Text(words.iter().map(|(language, text)| (language.clone(), text.value.clone())).collect())
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    Required,
    Optional,
}

/// A table. Where a field is wrong or missing the problem is told and a harmless value returned, so that reading goes on
/// and everything wrong is found at once; a package with a problem is never used.
#[derive(Clone, Copy)]
pub(crate) struct Table<'t> {
    pub source: &'t Source<'t>,
    pub entries: &'t DeTable<'t>,
    /// Where the table begins.
    pub line: usize,
}

impl<'t> Table<'t> {
    pub fn problem(&self, line: usize, cause: impl Into<Cause>) {
        self.source.problem(line, cause);
    }

    /// Tells every key that is not among `known`.
    pub fn only(&self, known: &[&str]) {
        for key in self.entries.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
            let typed = key.get_ref().to_string();
            let nearest = nearest(&typed, known.iter().copied());
            let line = self.source.line(key.span().start);
            self.problem(line, Cause::UnknownKey { key: typed, nearest, known: known.join(", ") });
        }
    }

    fn field(&self, key: &str, need: Need) -> Option<At<&'t DeValue<'t>>> {
        let found = self.entries.get(key).map(|value| self.at(value));
        if found.is_none() && need == Need::Required {
            self.problem(self.line, Cause::Missing { key: key.to_owned() });
        }
        found
    }

    /// The line of a field; of the table where it is not there.
    pub fn line_of(&self, key: &str) -> usize {
        self.entries.get(key).map_or(self.line, |value| self.at(value).line)
    }

    fn at(&self, value: &'t Spanned<DeValue<'t>>) -> At<&'t DeValue<'t>> {
        At { value: value.get_ref(), line: self.source.line(value.span().start) }
    }

    fn wrong_type(&self, line: usize, key: &str, wanted: Wanted) {
        self.problem(line, Cause::WrongType { key: key.to_owned(), wanted });
    }

    /// A string that is not blank; `None` when it is missing or wrong.
    pub fn string(&self, key: &str, need: Need) -> Option<At<String>> {
        let field = self.field(key, need)?;
        match field.value.as_str() {
            Some(value) if !value.trim().is_empty() => Some(At { value: value.to_owned(), line: field.line }),
            Some(_) => {
                self.problem(field.line, Cause::Missing { key: key.to_owned() });
                None
            }
            None => {
                self.wrong_type(field.line, key, Wanted::String);
                None
            }
        }
    }

    /// A string that may be missing or blank.
    pub fn string_or_blank(&self, key: &str) -> Option<At<String>> {
        let field = self.field(key, Need::Optional)?;
        let written = field.value.as_str().map(|value| At { value: value.to_owned(), line: field.line });
        if written.is_none() {
            self.wrong_type(field.line, key, Wanted::String);
        }
        written
    }

    /// A string that `fault` finds nothing wrong with.
    pub fn id(&self, key: &str, fault: fn(&str) -> Option<Cause>) -> Option<At<String>> {
        let id = self.string(key, Need::Required)?;
        match fault(&id.value) {
            Some(cause) => {
                self.problem(id.line, cause);
                None
            }
            None => Some(id),
        }
    }

    /// A whole number within `range`.
    pub fn whole(&self, key: &str, range: RangeInclusive<u16>, need: Need) -> Option<u16> {
        let field = self.field(key, need)?;
        let number = field.value.as_integer().map(|number| i64::from_str_radix(number.as_str(), number.radix()));
        match number {
            None => self.wrong_type(field.line, key, Wanted::Whole),
            Some(number) => match number.ok().and_then(|number| u16::try_from(number).ok()) {
                Some(number) if range.contains(&number) => return Some(number),
                _ => {
                    let (from, to) = range.into_inner();
                    self.problem(field.line, Cause::OutOfRange { key: key.to_owned(), from, to });
                }
            },
        }
        None
    }

    /// A number with decimals, exactly as it is written: bare, or in quotes with a comma or a point.
    pub fn decimal(&self, key: &str, need: Need) -> Option<At<Decimal>> {
        let field = self.field(key, need)?;
        let written = match field.value {
            DeValue::Integer(number) if number.radix() == 10 => Some(number.as_str()),
            DeValue::Float(number) => Some(number.as_str()),
            other => other.as_str(),
        };
        match written.map(str::parse) {
            Some(Ok(value)) => return Some(At { value, line: field.line }),
            Some(Err(_)) => self.problem(field.line, QuizCause::NotANumber { key: key.to_owned() }),
            None => self.wrong_type(field.line, key, Wanted::Number),
        }
        None
    }

    /// `true` or `false`; `false` when it is not written.
    pub fn flag(&self, key: &str) -> bool {
        let Some(field) = self.field(key, Need::Optional) else { return false };
        field.value.as_bool().unwrap_or_else(|| {
            self.wrong_type(field.line, key, Wanted::Flag);
            false
        })
    }

    /// One of a few words.
    pub fn word<T: Copy>(&self, key: &str, words: &[(&str, T)], need: Need) -> Option<At<T>> {
        let written = self.string(key, need)?;
        let known = || words.iter().map(|(word, _)| *word);
        if let Some((_, value)) = words.iter().find(|(word, _)| *word == written.value) {
            return Some(At { value: *value, line: written.line });
        }
        let nearest = nearest(&written.value, known());
        let known = known().collect::<Vec<_>>().join(", ");
        self.problem(written.line, Cause::NotOneOf { key: key.to_owned(), found: written.value, nearest, known });
        None
    }

    /// `review`, and the line where it stands.
    pub fn review(&self) -> At<Review> {
        let words = [("needed", Review::Needed), ("done", Review::Done)];
        self.word("review", &words, Need::Optional).unwrap_or(At { value: Review::Done, line: self.line })
    }

    /// Words in every language of the programme, and the line of each.
    pub fn text_lines(&self, key: &str, need: Need) -> Words {
        let mut words = BTreeMap::new();
        let Some(field) = self.field(key, need) else { return words };
        let Some(entries) = field.value.as_table() else {
            self.wrong_type(field.line, key, Wanted::Text);
            return words;
        };
        let languages = &self.source.languages;
        for (language, value) in entries {
            let (language, value) = (language.get_ref().to_string(), self.at(value));
            if !languages.is_empty() && !languages.contains(&language) {
                self.problem(value.line, Cause::UnknownLanguage { language, known: languages.join(", ") });
                continue;
            }
            match value.value.as_str() {
                Some(text) => {
                    words.insert(language, At { value: text.to_owned(), line: value.line });
                }
                None => {
                    self.wrong_type(value.line, &format!("{key}.{language}"), Wanted::String);
                    words.insert(language, At { value: "?".into(), line: value.line });
                }
            }
        }
        for language in languages {
            let there = words.get(language);
            if there.is_none_or(|text| text.value.trim().is_empty()) {
                let line = there.map_or(field.line, |text| text.line);
                self.problem(line, Cause::Untranslated { what: key.to_owned(), language: language.clone() });
            }
        }
        for (language, text) in &words {
            for (other, theirs) in words.iter().filter(|(other, _)| *other != language) {
                let (mine, theirs) = ((language.clone(), text.value.as_str()), (other.clone(), theirs.value.as_str()));
                if let Some(fault) = translation_fault(mine, theirs) {
                    self.problem(text.line, fault);
                    break;
                }
            }
        }
        words
    }

    /// Words in every language of the programme.
    pub fn text(&self, key: &str, need: Need) -> Text {
        as_text(&self.text_lines(key, need))
    }

    /// The items of a list, and the line of the list itself.
    fn list(&self, key: &str, need: Need) -> Option<At<Vec<At<&'t DeValue<'t>>>>> {
        let field = self.field(key, need)?;
        let Some(items) = field.value.as_array() else {
            self.wrong_type(field.line, key, Wanted::List);
            return None;
        };
        Some(At { value: items.iter().map(|item| self.at(item)).collect(), line: field.line })
    }

    /// A list of strings, with at least one in it.
    pub fn strings(&self, key: &str) -> Vec<At<String>> {
        let Some(list) = self.list(key, Need::Required) else { return Vec::new() };
        if list.value.is_empty() {
            self.problem(list.line, Cause::Empty { key: key.to_owned() });
        }
        let read = |item: At<&DeValue<'_>>| match item.value.as_str() {
            Some(value) => Some(At { value: value.to_owned(), line: item.line }),
            None => {
                self.wrong_type(item.line, key, Wanted::String);
                None
            }
        };
        list.value.into_iter().filter_map(read).collect()
    }

    /// The tables of a list: `[[key]]`, or `key = [{…}, {…}]`. A required list has at least one.
    pub fn tables(&self, key: &str, need: Need) -> Vec<Table<'t>> {
        let Some(list) = self.list(key, need) else { return Vec::new() };
        if list.value.is_empty() && need == Need::Required {
            self.problem(list.line, Cause::Empty { key: key.to_owned() });
        }
        list.value.into_iter().filter_map(|item| self.as_table(item, key)).collect()
    }

    pub fn table(&self, key: &str) -> Option<Table<'t>> {
        let field = self.field(key, Need::Required)?;
        self.as_table(field, key)
    }

    /// A table that may be left out.
    pub fn table_if_any(&self, key: &str) -> Option<Table<'t>> {
        let field = self.field(key, Need::Optional)?;
        self.as_table(field, key)
    }

    fn as_table(&self, item: At<&'t DeValue<'t>>, key: &str) -> Option<Table<'t>> {
        let entries = item.value.as_table();
        if entries.is_none() {
            self.wrong_type(item.line, key, Wanted::Table);
        }
        entries.map(|entries| Table { source: self.source, entries, line: item.line })
    }
}
