//! One `[[question]]` of a quiz or a pool: what all questions have in common. What each kind has of its own is in
//! `question_kinds`; it must not know the quiz in which the question is asked.

use crate::activities::tell;
use crate::fields::{At, Need, Table, Words, as_text};
use crate::ids::code_fault;
use crate::markdown::findings;
use crate::question_kinds::{KINDS, Within, read_kind, unread_kind};
use domain::ids::{QuestionId, TopicId};
use domain::programmes::Review;
use domain::quizzes::{Difficulty, Form, Question};

/// The words for a difficulty, in questions and in draws.
pub(crate) const DIFFICULTIES: [(&str, Difficulty); 3] =
    [("basic", Difficulty::Basic), ("applied", Difficulty::Applied), ("demanding", Difficulty::Demanding)];

const FORMS: [(&str, Form); 2] = [("a", Form::A), ("b", Form::B)];

/// What every question may have, whichever its kind.
const COMMON: [&str; 8] = ["id", "kind", "difficulty", "review", "topic", "form", "case", "stem"];

/// A question as found, and the lines of what the rest of the package has a word in.
pub(crate) struct FoundQuestion {
    pub question: Question,
    pub id: Option<At<String>>,
    /// The line of its id, else of its table.
    pub line: usize,
    pub review_line: usize,
    pub form_line: usize,
    pub topic: Option<At<String>>,
}

pub(crate) fn read_question(table: &Table<'_>, links: &mut Vec<At<String>>) -> FoundQuestion {
    let id = table.id("id", code_fault);
    let kind = table.word("kind", &KINDS, Need::Required).map(|kind| kind.value);
    if let Some(kind) = kind {
        table.only(&[&COMMON, kind.keys()].concat());
    }
    let difficulty =
        table.word("difficulty", &DIFFICULTIES, Need::Required).map_or(Difficulty::Basic, |level| level.value);
    let review = table.review();
    let form = table.word("form", &FORMS, Need::Optional);
    let topic = table.entries.contains_key("topic").then(|| table.id("topic", code_fault)).flatten();
    let stem = read_markdown(table, "stem", Need::Required, links);
    let seed = id.as_ref().map_or("", |id| &id.value);
    let kind = match kind {
        Some(kind) => read_kind(table, kind, &stem, &mut Within { seed: seed.to_owned(), links }),
        None => unread_kind(),
    };
    let question = Question {
        review: review.value,
        case: table.flag("case"),
        topic: topic.as_ref().map(|topic| TopicId::from(topic.value.as_str())),
        form: form.as_ref().map(|form| form.value),
        ..Question::new(QuestionId::from(seed), as_text(&stem), kind, difficulty)
    };
    FoundQuestion {
        question,
        line: id.as_ref().map_or(table.line, |id| id.line),
        id,
        review_line: review.line,
        form_line: table.line_of("form"),
        topic,
    }
}

impl FoundQuestion {
    pub fn needs_review(&self) -> bool {
        self.question.review == Review::Needed
    }
}

/// A text that is Markdown. What is wrong in one of several lines is told at its first: a TOML string may fold them.
pub(crate) fn read_markdown(table: &Table<'_>, key: &str, need: Need, links: &mut Vec<At<String>>) -> Words {
    let words = table.text_lines(key, need);
    for text in words.values() {
        for (_, finding) in findings(&text.value) {
            tell(table.source, At { value: finding, line: text.line }, links);
        }
    }
    words
}
