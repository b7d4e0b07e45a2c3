//! Questions written as a package holds them, one table after the other, languages side by side. Reading what is written here gives
//! the same questions, but for the ids of options that belong to nothing. It must not know where they came from.

use domain::Text;
use domain::programmes::Review;
use domain::quizzes::{
    Accepted, Choice, Difficulty, Feedback, Form, GapKind, Matching, Numeric, Question, QuestionKind, Vignette,
};
use std::fmt::Write;

/// The `[[question]]` tables of a quiz or pool.
pub fn questions_as_toml(questions: &[Question]) -> String {
    let mut out = Out { text: String::new(), table: "question".to_owned() };
    for question in questions {
        out.question(question);
    }
    out.text
}

struct Out {
    text: String,
    /// The table that holds what is written: `question`, or `question.part`.
    table: String,
}

impl Out {
    fn question(&mut self, question: &Question) {
        let _ = writeln!(self.text, "[[question]]");
        self.word("id", question.id.as_str());
        self.word("kind", question.kind.name());
        self.word("difficulty", difficulty(question.difficulty));
        if question.review == Review::Needed {
            self.word("review", "needed");
        }
        if let Some(topic) = &question.topic {
            self.word("topic", topic.as_str());
        }
        if let Some(form) = question.form {
            self.word("form", if form == Form::A { "a" } else { "b" });
        }
        self.words("stem", &question.stem);
        self.kind(&question.kind);
        self.text.push('\n');
    }

    fn kind(&mut self, kind: &QuestionKind) {
        if let Some(feedback) = kind.feedback() {
            self.feedback(feedback);
        }
        match kind {
            QuestionKind::SingleChoice { choices }
            | QuestionKind::TrueFalse { choices }
            | QuestionKind::MultipleChoice { choices } => choices.iter().for_each(|choice| self.choice(choice)),
            QuestionKind::Matching(matching) => self.matching(matching),
            QuestionKind::Ordering(ordering) => {
                for item in &ordering.items {
                    self.begin("item");
                    self.word("id", item.id.as_str());
                    self.words("text", &item.text);
                }
            }
            QuestionKind::ShortAnswer(short) => short.accepted.iter().for_each(|it| {
                self.begin("accepted");
                self.accepted(it);
            }),
            QuestionKind::Numeric(numeric) => self.numeric(numeric),
            QuestionKind::Cloze(cloze) => {
                for gap in &cloze.gaps {
                    self.begin("gap");
                    self.word("id", gap.id.as_str());
                    self.gap(&gap.wants);
                }
            }
            QuestionKind::HotText(hot) => {
                self.words("passage", &hot.passage);
                for span in &hot.spans {
                    self.begin("span");
                    self.word("id", span.id.as_str());
                    self.right(span.right);
                    self.words("feedback", &span.feedback);
                }
            }
            QuestionKind::Vignette(vignette) => self.vignette(vignette),
            QuestionKind::Open(open) => {
                let _ = writeln!(self.text, "longest = {}", open.longest);
                self.words("criteria", &open.criteria);
            }
        }
    }

    /// A table inside the one that is being written.
    fn begin(&mut self, name: &str) {
        let _ = writeln!(self.text, "[[{}.{name}]]", self.table);
    }

    fn word(&mut self, key: &str, word: &str) {
        let _ = writeln!(self.text, "{key} = {}", quoted(word));
    }

    fn words(&mut self, key: &str, words: &Text) {
        for (language, text) in &words.0 {
            let _ = writeln!(self.text, "{key}.{language} = {}", quoted(text));
        }
    }

    fn right(&mut self, right: bool) {
        if right {
            self.text.push_str("right = true\n");
        }
    }

    fn feedback(&mut self, feedback: &Feedback) {
        self.words("feedback.right", &feedback.right);
        self.words("feedback.partly", &feedback.partly);
        self.words("feedback.wrong", &feedback.wrong);
    }

    fn choice(&mut self, choice: &Choice) {
        self.begin("choice");
        self.word("id", choice.id.as_str());
        self.words("text", &choice.text);
        self.right(choice.right);
        self.words("feedback", &choice.feedback);
    }

    fn matching(&mut self, matching: &Matching) {
        let option = |id: &domain::ids::ChoiceId| matching.options.iter().find(|option| option.id == *id);
        for stem in &matching.stems {
            self.begin("pair");
            self.word("id", stem.id.as_str());
            self.words("left", &stem.text);
            if let Some(option) = option(&stem.matches) {
                self.words("right", &option.text);
            }
        }
        for option in matching.options.iter().filter(|it| matching.stems.iter().all(|stem| stem.matches != it.id)) {
            self.begin("distractor");
            self.word("id", option.id.as_str());
            self.words("text", &option.text);
        }
    }

    fn accepted(&mut self, it: &Accepted) {
        self.word("text", &it.text);
        if it.credit != 100 {
            let _ = writeln!(self.text, "credit = {}", it.credit);
        }
        self.words("feedback", &it.feedback);
    }

    fn numeric(&mut self, numeric: &Numeric) {
        let _ = writeln!(self.text, "value = \"{}\"\ntolerance = \"{}\"", numeric.value, numeric.tolerance);
        for (place, unit) in numeric.units.iter().enumerate() {
            self.begin("unit");
            self.word("name", &unit.name);
            if place > 0 {
                let _ = writeln!(self.text, "factor = \"{}\"", unit.factor);
            }
        }
    }

    fn gap(&mut self, wants: &GapKind) {
        match wants {
            GapKind::Text { accepted } => {
                self.word("wants", "text");
                self.inside("gap", |out| {
                    for it in accepted {
                        out.begin("accepted");
                        out.accepted(it);
                    }
                });
            }
            GapKind::Choice { choices } => {
                self.word("wants", "choice");
                self.inside("gap", |out| {
                    for choice in choices {
                        out.begin("choice");
                        out.word("id", choice.id.as_str());
                        out.words("text", &choice.text);
                        out.right(choice.right);
                    }
                });
            }
            GapKind::Number { value, tolerance } => {
                self.word("wants", "number");
                let _ = writeln!(self.text, "value = \"{value}\"\ntolerance = \"{tolerance}\"");
            }
        }
    }

    fn vignette(&mut self, vignette: &Vignette) {
        for part in &vignette.parts {
            self.begin("part");
            self.word("id", part.id.as_str());
            self.word("kind", part.kind.name());
            self.words("tells", &part.tells);
            self.words("stem", &part.stem);
            self.inside("part", |out| out.kind(&part.kind));
        }
    }

    fn inside(&mut self, name: &str, write: impl FnOnce(&mut Self)) {
        let around = self.table.clone();
        self.table = format!("{around}.{name}");
        write(self);
        self.table = around;
    }
}

fn difficulty(level: Difficulty) -> &'static str {
    match level {
        Difficulty::Basic => "basic",
        Difficulty::Applied => "applied",
        Difficulty::Demanding => "demanding",
    }
}

/// As a TOML string: on one line where it fits on one, so that a change shows as one.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
