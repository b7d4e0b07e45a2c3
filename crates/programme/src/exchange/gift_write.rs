//! GIFT, written. It must not know any other format.

use super::{Left, Note, Notes, beginning};
use domain::quizzes::{Accepted, Choice, GapKind, Question, QuestionKind};
use std::fmt::Write;

pub(super) fn write(questions: &[Question], language: &str) -> (String, Vec<Note>) {
    let (mut out, mut notes) = (String::new(), Vec::new());
    for question in questions.iter().filter(|question| question.is_asked()) {
        let stem = question.stem.get(language);
        let name = format!("{}: {}", question.id, beginning(stem));
        let mut notes = Notes { all: &mut notes, question: name, line: 0 };
        let Some(Written { before, answers, after }) = written(question, stem, language, &mut notes) else { continue };
        let name = escaped(question.id.as_str());
        let _ = writeln!(out, "{}\n", format!("::{name}:: [markdown]{before} {{{answers}}} {after}").trim_end());
    }
    (out, notes)
}

/// One paragraph, so that nothing in it ends the question.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for sign in text.trim().chars() {
        match sign {
            '~' | '=' | '#' | '{' | '}' | ':' | '\\' => out.extend(['\\', sign]),
            '\n' => out.push_str("\\n"),
            '\r' => {}
            sign => out.push(sign),
        }
    }
    out
}

fn said(feedback: &str) -> String {
    if feedback.is_empty() { String::new() } else { format!(" #{}", escaped(feedback)) }
}

/// The words before the answers, these, and the words after them.
struct Written {
    before: String,
    answers: String,
    after: String,
}

fn written(question: &Question, stem: &str, language: &str, notes: &mut Notes<'_>) -> Option<Written> {
    let mut answers = match &question.kind {
        QuestionKind::SingleChoice { choices } => {
            each(choices, language, |choice| sign(choice.right, choice.text.get(language)).into())
        }
        QuestionKind::MultipleChoice { choices } => multiple(choices, language),
        QuestionKind::TrueFalse { choices } => true_false(choices, language),
        QuestionKind::ShortAnswer(short) => accepted(&short.accepted, language),
        QuestionKind::Numeric(numeric) => {
            if !numeric.units.is_empty() {
                notes.add(Left::Units);
            }
            format!("#{}:{}", numeric.value, numeric.tolerance)
        }
        QuestionKind::Matching(matching) => {
            let words = |id: &domain::ids::ChoiceId| {
                matching.options.iter().find(|option| option.id == *id).map_or("", |it| it.text.get(language))
            };
            let mut out = String::new();
            for stem in &matching.stems {
                let _ = write!(out, "\n={} -> {}", escaped(stem.text.get(language)), escaped(words(&stem.matches)));
            }
            let unused = |option: &&domain::quizzes::Item| matching.stems.iter().all(|stem| stem.matches != option.id);
            for option in matching.options.iter().filter(unused) {
                let _ = write!(out, "\n= -> {}", escaped(option.text.get(language)));
            }
            out
        }
        QuestionKind::Open(open) => {
            if !open.criteria.is_empty() {
                notes.add(Left::Criteria);
            }
            String::new()
        }
        QuestionKind::Cloze(cloze) if cloze.gaps.len() == 1 => {
            let gap = &cloze.gaps[0];
            let place = format!("[[{}]]", gap.id);
            let (before, after) = stem.split_once(&place)?;
            if !cloze.feedback.right.is_empty() || !cloze.feedback.wrong.is_empty() {
                notes.add(Left::Feedback);
            }
            let answers = gap_answers(&gap.wants, language);
            return Some(Written { before: escaped(before), answers, after: escaped(after) });
        }
        other => {
            notes.add(Left::Form(other.name().to_owned()));
            return None;
        }
    };
    if let Some(feedback) = question.kind.feedback() {
        let right = feedback.right.get(language);
        if !right.is_empty() {
            let _ = write!(answers, "\n####{}", escaped(right));
        }
        if feedback.wrong != feedback.right || !feedback.partly.is_empty() {
            notes.add(Left::Feedback);
        }
    }
    Some(Written { before: escaped(stem), answers, after: String::new() })
}

fn each(choices: &[Choice], language: &str, sign: impl Fn(&Choice) -> String) -> String {
    choices.iter().fold(String::new(), |mut out, choice| {
        let _ = write!(
            out,
            "\n{}{}{}",
            sign(choice),
            escaped(choice.text.get(language)),
            said(choice.feedback.get(language))
        );
        out
    })
}

/// What stands before a choice. Words that begin with a per cent sign would be read as a weight, so theirs is written out.
fn sign(right: bool, text: &str) -> &'static str {
    match (right, text.trim_start().starts_with('%')) {
        (true, false) => "=",
        (false, false) => "~",
        (true, true) => "=%100%",
        (false, true) => "~%0%",
    }
}

/// Shares of a hundred with five decimals, as Moodle writes a third.
fn multiple(choices: &[Choice], language: &str) -> String {
    let right = choices.iter().filter(|choice| choice.right).count().max(1);
    let share = 100.0 / right as f64;
    each(choices, language, |choice| format!("~%{}%", rounded(if choice.right { share } else { -share })))
}

fn rounded(per_cent: f64) -> String {
    let written = format!("{per_cent:.5}");
    written.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn true_false(choices: &[Choice], language: &str) -> String {
    let is_true = choices.first().is_some_and(|choice| choice.right);
    let feedback = |right: bool| choices.iter().find(|it| it.right == right).map_or("", |it| it.feedback.get(language));
    format!("{}#{}#{}", if is_true { "T" } else { "F" }, escaped(feedback(false)), escaped(feedback(true)))
}

fn accepted(all: &[Accepted], language: &str) -> String {
    all.iter().fold(String::new(), |mut out, it| {
        let _ = write!(out, "\n=%{}%{}{}", it.credit, escaped(&it.text), said(it.feedback.get(language)));
        out
    })
}

fn gap_answers(wants: &GapKind, language: &str) -> String {
    match wants {
        GapKind::Text { accepted: all } => accepted(all, language),
        GapKind::Number { value, tolerance } => format!("#{value}:{tolerance}"),
        GapKind::Choice { choices } => choices.iter().fold(String::new(), |mut out, choice| {
            let text = choice.text.get(language);
            let _ = write!(out, "\n{}{}", sign(choice.right, text), escaped(text));
            out
        }),
    }
}
