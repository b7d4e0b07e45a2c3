//! Moodle XML, written. Words go as Markdown, which their reader takes, so that nothing is changed on the way. It must not know any
//! other format.

use super::xml::escaped;
use super::{Left, Note, Notes, beginning, moodle_cloze};
use domain::Text;
use domain::quizzes::{Choice, Decimal, Feedback, Numeric, Question, QuestionKind};
use std::fmt::Write;

pub(super) fn write(questions: &[Question], language: &str) -> (String, Vec<Note>) {
    let mut notes = Vec::new();
    let mut out = Out { text: String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n"), language };
    for question in questions.iter().filter(|question| question.is_asked()) {
        let stem = question.stem.get(language);
        let name = format!("{}: {}", question.id, beginning(stem));
        let mut notes = Notes { all: &mut notes, question: name, line: 0 };
        out.question(question, stem, &mut notes);
    }
    out.text.push_str("</quiz>\n");
    (out.text, notes)
}

struct Out<'a> {
    text: String,
    language: &'a str,
}

impl Out<'_> {
    fn question(&mut self, question: &Question, stem: &str, notes: &mut Notes<'_>) {
        let kind = match &question.kind {
            QuestionKind::SingleChoice { .. } | QuestionKind::MultipleChoice { .. } => "multichoice",
            QuestionKind::TrueFalse { .. } => "truefalse",
            QuestionKind::Matching(_) => "matching",
            QuestionKind::Ordering(_) => "ordering",
            QuestionKind::ShortAnswer(_) => "shortanswer",
            QuestionKind::Numeric(_) => "numerical",
            QuestionKind::Cloze(_) => "cloze",
            QuestionKind::Open(_) => "essay",
            QuestionKind::HotText(_) | QuestionKind::Vignette(_) => {
                return notes.add(Left::Form(question.kind.name().to_owned()));
            }
        };
        let _ = writeln!(self.text, "<question type=\"{kind}\">");
        self.plain("name", question.id.as_str());
        let words = match &question.kind {
            QuestionKind::Cloze(cloze) => moodle_cloze::written(stem, cloze, self.language),
            _ => stem.to_owned(),
        };
        self.words("questiontext", &words);
        self.line("defaultgrade", "1");
        match &question.kind {
            QuestionKind::SingleChoice { choices } => self.choices(choices, true),
            QuestionKind::MultipleChoice { choices } => self.choices(choices, false),
            QuestionKind::TrueFalse { choices } => {
                for (choice, word) in choices.iter().zip(["true", "false"]) {
                    self.answer(if choice.right { "100" } else { "0" }, word, "moodle_auto_format", &choice.feedback);
                }
            }
            QuestionKind::ShortAnswer(short) => {
                self.line("usecase", "0");
                for it in &short.accepted {
                    let own = it.credit < 100 || !it.feedback.is_empty();
                    let feedback = if own { &it.feedback } else { &short.feedback.right };
                    self.answer(&it.credit.to_string(), &it.text, "moodle_auto_format", feedback);
                }
                self.answer("0", "*", "moodle_auto_format", &short.feedback.wrong);
            }
            QuestionKind::Numeric(numeric) => self.numeric(numeric),
            QuestionKind::Matching(matching) => {
                self.line("shuffleanswers", "true");
                let of = |id: &domain::ids::ChoiceId| {
                    matching.options.iter().find(|option| option.id == *id).map(|it| it.text.clone())
                };
                for stem in &matching.stems {
                    let option = of(&stem.matches).unwrap_or_default();
                    self.pair(stem.text.get(self.language), option.get(self.language));
                }
                let unused = |option: &&domain::quizzes::Item| matching.stems.iter().all(|it| it.matches != option.id);
                for option in matching.options.iter().filter(unused) {
                    self.pair("", option.text.get(self.language));
                }
            }
            QuestionKind::Ordering(ordering) => {
                for (place, item) in ordering.items.iter().enumerate() {
                    let place = (place + 1).to_string();
                    self.answer(&place, item.text.get(self.language), "markdown", &Text::default());
                }
            }
            QuestionKind::Open(open) => {
                self.line("responseformat", "editor");
                self.words("graderinfo", open.criteria.get(self.language));
            }
            QuestionKind::Cloze(_) | QuestionKind::HotText(_) | QuestionKind::Vignette(_) => {}
        }
        if let Some(feedback) = question.kind.feedback() {
            self.feedback(feedback, &question.kind, notes);
        }
        self.text.push_str("</question>\n");
    }

    fn line(&mut self, name: &str, words: &str) {
        let _ = writeln!(self.text, "<{name}>{}</{name}>", escaped(words));
    }

    fn plain(&mut self, name: &str, words: &str) {
        let _ = writeln!(self.text, "<{name}><text>{}</text></{name}>", escaped(words));
    }

    fn words(&mut self, name: &str, words: &str) {
        let _ = writeln!(self.text, "<{name} format=\"markdown\"><text>{}</text></{name}>", escaped(words));
    }

    fn answer(&mut self, fraction: &str, words: &str, format: &str, feedback: &Text) {
        let _ =
            writeln!(self.text, "<answer fraction=\"{fraction}\" format=\"{format}\"><text>{}</text>", escaped(words));
        self.words("feedback", feedback.get(self.language));
        self.text.push_str("</answer>\n");
    }

    fn choices(&mut self, choices: &[Choice], single: bool) {
        self.line("single", if single { "true" } else { "false" });
        self.line("shuffleanswers", "false");
        let right = choices.iter().filter(|choice| choice.right).count().max(1);
        // As many decimals as their lists of weights have.
        let share = format!("{:.5}", 100.0 / right as f64);
        let share = share.trim_end_matches('0').trim_end_matches('.').to_owned();
        for choice in choices {
            let fraction = match (choice.right, single) {
                (true, true) => "100".to_owned(),
                (false, true) => "0".to_owned(),
                (true, false) => share.clone(),
                (false, false) => format!("-{share}"),
            };
            self.answer(&fraction, choice.text.get(self.language), "markdown", &choice.feedback);
        }
    }

    fn numeric(&mut self, numeric: &Numeric) {
        let _ = writeln!(
            self.text,
            "<answer fraction=\"100\" format=\"moodle_auto_format\"><text>{}</text>",
            numeric.value
        );
        let _ = writeln!(self.text, "<tolerance>{}</tolerance>", numeric.tolerance);
        self.words("feedback", numeric.feedback.right.get(self.language));
        self.text.push_str("</answer>\n");
        self.answer("0", "*", "moodle_auto_format", &numeric.feedback.wrong);
        if numeric.units.is_empty() {
            return;
        }
        self.text.push_str("<units>\n");
        for unit in &numeric.units {
            self.text.push_str("<unit>");
            self.line("multiplier", &inverse(unit.factor));
            self.line("unit_name", &unit.name);
            self.text.push_str("</unit>\n");
        }
        self.text.push_str("</units>\n");
        self.line("unitgradingtype", "1");
        self.line("unitpenalty", "1");
        self.line("showunits", "2");
    }

    fn pair(&mut self, left: &str, right: &str) {
        let _ = writeln!(
            self.text,
            "<subquestion format=\"markdown\"><text>{}</text><answer><text>{}</text></answer></subquestion>",
            escaped(left),
            escaped(right)
        );
    }

    fn feedback(&mut self, feedback: &Feedback, kind: &QuestionKind, notes: &mut Notes<'_>) {
        match kind {
            QuestionKind::Matching(_)
            | QuestionKind::Ordering(_)
            | QuestionKind::Cloze(_)
            | QuestionKind::HotText(_) => {
                self.words("correctfeedback", feedback.right.get(self.language));
                self.words("partiallycorrectfeedback", feedback.partly.get(self.language));
                self.words("incorrectfeedback", feedback.wrong.get(self.language));
            }
            // Written with the answers; for an answer that is partly right there is no place.
            _ if !feedback.partly.is_empty() => notes.add(Left::Feedback),
            _ => {}
        }
    }
}

/// How many of a unit make one of the value's.
fn inverse(factor: Decimal) -> String {
    let factor: f64 = factor.to_string().parse().unwrap_or(1.0);
    let written = format!("{:.9}", 1.0 / factor);
    written.trim_end_matches('0').trim_end_matches('.').to_owned()
}
