//! Questions as other platforms keep them: GIFT and Moodle XML both ways, AIKEN in. A file of theirs holds one language. What
//! cannot be carried is told question by question; nothing is left out in silence. It must not know where a file comes from
//! nor what becomes of the questions.

mod aiken;
mod gift_read;
mod gift_write;
mod moodle_cloze;
mod moodle_read;
mod moodle_write;
mod xml;

use crate::source::decode;
use domain::Text;
use domain::alike;
use domain::ids::{ChoiceId, QuestionId};
use domain::quizzes::{Difficulty, Item, MatchStem, Question, QuestionKind};
use std::collections::BTreeSet;

/// The longest file that is read, in bytes: ten times what a national question bank comes to.
pub const MAX_EXCHANGE_BYTES: usize = 20 * 1024 * 1024;
/// Questions taken from one file at most.
pub const MAX_QUESTIONS: usize = 2_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Gift,
    MoodleXml,
    /// Only read: it holds single choices and nothing else.
    Aiken,
}

/// What was read, and what was not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exchanged {
    pub questions: Vec<Question>,
    pub notes: Vec<Note>,
}

/// What of one question could not be carried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The question's name or the beginning of its words, for people to find it.
    pub question: String,
    /// Where it begins in the file, from 1; 0 when writing.
    pub line: usize,
    pub left: Left,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Left {
    /// The whole question: the other side has no such form. The form's name.
    Form(String),
    /// The whole question: what is written cannot be understood. What was looked for.
    Unreadable(&'static str),
    /// A picture or another file in it.
    Picture,
    /// How much each right choice is worth: here all are worth the same.
    Weights,
    /// How much a wrong choice takes away: here as much as a right one gives.
    Penalty,
    /// That case decides: here it never does.
    Case,
    /// The units of a number.
    Units,
    /// Words for an answer that is partly right, or wrong.
    Feedback,
    /// Further numbers, or wider ranges, that are right or partly right: one is carried.
    Numbers,
    /// A table: its cells stand one after the other.
    Table,
    /// A script or a form in it, which nothing here runs.
    Script,
    /// Nothing is left out, and two of its choices read the same: an import refuses it until one is changed.
    Alike,
    /// A pattern with `*` in an accepted answer.
    Pattern,
    /// What whoever reads an open answer looks for.
    Criteria,
    /// A title that groups questions.
    Category,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExchangeRefused {
    #[error("the file has more than {megabytes} MB")]
    TooLarge { megabytes: usize },
    #[error("line {line} is not UTF-8")]
    NotUtf8 { line: usize },
    #[error("line {line}: {why}")]
    BadXml { line: usize, why: String },
    /// A document type or an entity of its own: a question bank needs none, and some are made to fill a memory.
    #[error("line {line}: document types and entities are not taken")]
    Entities { line: usize },
    #[error("there is no question in it that can be read")]
    Nothing,
    #[error("there are more than {most} questions in it")]
    TooMany { most: usize },
}

/// Reads a file. Its questions are named `prefix-01` and so on, in their order.
pub fn read(bytes: &[u8], format: Format, language: &str, prefix: &str) -> Result<Exchanged, ExchangeRefused> {
    if bytes.len() > MAX_EXCHANGE_BYTES {
        return Err(ExchangeRefused::TooLarge { megabytes: MAX_EXCHANGE_BYTES / (1024 * 1024) });
    }
    let text = decode(bytes).map_err(|line| ExchangeRefused::NotUtf8 { line })?;
    let mut found = match format {
        Format::Gift => gift_read::read(&text, language),
        Format::MoodleXml => moodle_read::read(&text, language)?,
        Format::Aiken => aiken::read(&text, language),
    };
    if found.questions.is_empty() {
        return Err(ExchangeRefused::Nothing);
    }
    if found.questions.len() > MAX_QUESTIONS {
        return Err(ExchangeRefused::TooMany { most: MAX_QUESTIONS });
    }
    let digits = found.questions.len().to_string().len().max(2);
    for (place, question) in found.questions.iter_mut().enumerate() {
        question.id = QuestionId(format!("{prefix}-{:0digits$}", place + 1));
    }
    Ok(found)
}

/// Writes questions in one language. AIKEN is written as GIFT is: nobody reads it who does not read that.
pub fn write(questions: &[Question], format: Format, language: &str) -> (String, Vec<Note>) {
    match format {
        Format::MoodleXml => moodle_write::write(questions, language),
        Format::Gift | Format::Aiken => gift_write::write(questions, language),
    }
}

/// A question that was read, before it has its id. How hard it is nobody says: it is taken for an applied one.
fn read_question(stem: String, kind: QuestionKind, language: &str, notes: &mut Notes<'_>) -> Question {
    note_alike(&kind, language, notes);
    Question::new(QuestionId(String::new()), text(stem, language), kind, Difficulty::Applied)
}

fn text(words: String, language: &str) -> Text {
    if words.is_empty() { Text::default() } else { Text::new([(language, words.as_str())]) }
}

/// A matching question as theirs write it: words with their counterpart each, in order, and counterparts of nothing with no words
/// before them. Equal counterparts are one. What is right or belongs to nothing is named by its place, so that no id of a pair is
/// that of an option which belongs to none.
fn matching_of(pairs: Vec<(String, String)>, language: &str) -> (Vec<MatchStem>, Vec<Item>) {
    let (mut stems, mut options) = (Vec::new(), Vec::<Item>::new());
    for (place, (left, right)) in pairs.into_iter().enumerate() {
        let known = options.iter().find(|it| it.text.get(language) == right).map(|it| it.id.clone());
        let matches = known.unwrap_or_else(|| {
            options.push(Item { id: choice_id(place), text: text(right, language) });
            choice_id(place)
        });
        if !left.is_empty() {
            stems.push(MatchStem { id: choice_id(place), text: text(left, language), matches });
        }
    }
    (stems, options)
}

/// Tells where two choices of a question read the same to people.
fn note_alike(kind: &QuestionKind, language: &str, notes: &mut Notes<'_>) {
    let texts: Vec<&Text> = match kind {
        QuestionKind::Ordering(it) => it.items.iter().map(|item| &item.text).collect(),
        kind => kind.choices().iter().map(|choice| &choice.text).collect(),
    };
    let mut seen = BTreeSet::new();
    if !texts.into_iter().all(|text| seen.insert(alike(text.get(language)))) {
        notes.add(Left::Alike);
    }
}

/// The id of the choice at a place: `a` to `z`, then `a1`, `b1` and so on.
fn choice_id(place: usize) -> ChoiceId {
    let letter = char::from(b'a' + u8::try_from(place % 26).unwrap_or(0));
    ChoiceId(if place < 26 { letter.to_string() } else { format!("{letter}{}", place / 26) })
}

/// Converts words around `[[a]]`, which a converter would take for something of its own.
fn with_gaps_kept(words: &str, convert: impl FnOnce(&str) -> String) -> String {
    let hidden = words.replace("[[", "zxgap").replace("]]", "gapxz");
    convert(&hidden).replace("zxgap", "[[").replace("gapxz", "]]")
}

/// How a note calls a question that has no name.
fn beginning(words: &str) -> String {
    let line = words.trim().lines().next().unwrap_or_default();
    let short: String = line.chars().take(60).collect();
    if short.len() < line.len() { format!("{short}…") } else { short }
}

/// Collects what is left out of one question.
struct Notes<'a> {
    all: &'a mut Vec<Note>,
    question: String,
    line: usize,
}

impl Notes<'_> {
    fn add(&mut self, left: Left) {
        let note = Note { question: self.question.clone(), line: self.line, left };
        if !self.all.contains(&note) {
            self.all.push(note);
        }
    }
}
