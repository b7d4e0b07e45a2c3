//! What is said of an answer once it may be: how much of it was right, why, and what would have been right. It decides nothing: how
//! much it is worth comes in.

use super::in_words::{Line, Telling};
use domain::Text;
use domain::quizzes::marking::{self, Credit, Readings, WHOLE, reading_key};
use domain::quizzes::{Answer, Decimal, GapKind, Question, QuestionKind, model_answer};
use words::Words;

/// How an answer stands, for the eye and in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Right,
    Partly,
    NotRight,
    /// A person has yet to read it, or a part of it.
    Unread,
}

impl Verdict {
    pub fn of(credit: Credit) -> Self {
        match credit {
            Credit { unread: 1.., .. } => Self::Unread,
            Credit { hundredths: WHOLE.., .. } => Self::Right,
            Credit { hundredths: 0, .. } => Self::NotRight,
            _ => Self::Partly,
        }
    }

    pub fn words(self, w: &Words) -> String {
        match self {
            Self::Right => w.quiz_right(),
            Self::Partly => w.quiz_partly_right(),
            Self::NotRight => w.quiz_not_right(),
            Self::Unread => w.quiz_unread(),
        }
    }
}

impl Telling<'_> {
    /// What a person learns from her answer, by what it was.
    pub fn why(&self, question: &Question, answer: &Answer, readings: &Readings) -> Vec<Line> {
        let key = question.id.as_str();
        let credit = marking::credit(key, &question.kind, Some(answer), readings);
        let QuestionKind::Vignette(vignette) = &question.kind else {
            return self.why_of(key, (&question.kind, answer), credit);
        };
        let Answer::Parts(parts) = answer else { return Vec::new() };
        let all = vignette.parts.len();
        let mut lines = Vec::new();
        for (index, part) in vignette.parts.iter().enumerate() {
            let Some(answer) = parts.get(&part.id) else { continue };
            let name = reading_key(key, Some(&part.id));
            let credit = marking::credit(&name, &part.kind, Some(answer), readings);
            let about = format!("{} · {}", self.w.quiz_part_of(all, index + 1), Verdict::of(credit).words(self.w));
            let why = self.why_of(&name, (&part.kind, answer), credit).into_iter();
            let words: Vec<String> = why.map(|line| joined(&line.about, &line.words)).collect();
            lines.push(Line { about, words: words.join(" ") });
        }
        lines
    }

    fn why_of(&self, key: &str, (kind, answer): (&QuestionKind, &Answer), credit: Credit) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut say = |about: String, text: &Text| {
            if !text.is_empty() {
                lines.push(Line { about, words: self.text(text) });
            }
        };
        match (kind, answer) {
            (QuestionKind::SingleChoice { choices } | QuestionKind::TrueFalse { choices }, Answer::Choice(id)) => {
                choices
                    .iter()
                    .filter(|choice| choice.id == *id)
                    .for_each(|choice| say(String::new(), &choice.feedback));
            }
            (QuestionKind::MultipleChoice { choices }, Answer::Choices(marked)) => {
                let chosen = choices.iter().filter(|choice| marked.contains(&choice.id));
                chosen.for_each(|choice| say(self.text(&choice.text), &choice.feedback));
            }
            (QuestionKind::HotText(text), Answer::Choices(marked)) => {
                say(String::new(), text.feedback.of(credit.hundredths));
                let chosen = text.spans.iter().filter(|span| marked.contains(&span.id));
                chosen.for_each(|span| say(self.offered(key, kind, &span.id), &span.feedback));
            }
            (QuestionKind::ShortAnswer(short), Answer::Text(typed)) => {
                let own = marking::accepted(&short.accepted, typed).map(|it| &it.feedback);
                let own = own.filter(|text| !text.is_empty());
                say(String::new(), own.unwrap_or_else(|| short.feedback.of(credit.hundredths)));
            }
            (QuestionKind::Cloze(cloze), Answer::Gaps(gaps)) => {
                say(String::new(), cloze.feedback.of(credit.hundredths));
                for (index, gap) in cloze.gaps.iter().enumerate() {
                    let (GapKind::Text { accepted }, Some(typed)) = (&gap.wants, gaps.get(&gap.id)) else { continue };
                    if let Some(own) = marking::accepted(accepted, typed) {
                        say(self.w.quiz_gap(index + 1), &own.feedback);
                    }
                }
            }
            // What was looked for is told with the mark, not before.
            (QuestionKind::Open(open), Answer::Text(_)) if credit.unread == 0 => {
                say(self.w.quiz_criteria(), &open.criteria);
            }
            (kind, _) => {
                if let Some(feedback) = kind.feedback() {
                    say(String::new(), feedback.of(credit.hundredths));
                }
            }
        }
        lines
    }

    /// What would have been right, in words; of an open answer what is looked for.
    pub fn key(&self, question: &Question) -> Vec<Line> {
        let mut lines =
            model_answer(&question.kind).map_or_else(Vec::new, |model| self.answer(question, &decimals(model, self.w)));
        let criteria = |about: String, kind: &QuestionKind| match kind {
            QuestionKind::Open(open) if !open.criteria.is_empty() => {
                Some(Line { about, words: self.text(&open.criteria) })
            }
            _ => None,
        };
        lines.extend(criteria(self.w.quiz_criteria(), &question.kind));
        if let QuestionKind::Vignette(vignette) = &question.kind {
            let all = vignette.parts.len();
            let parts = vignette.parts.iter().enumerate();
            lines.extend(parts.filter_map(|(index, part)| criteria(self.w.quiz_part_of(all, index + 1), &part.kind)));
        }
        lines
    }
}

/// Numbers of a key as they are written in her language.
fn decimals(answer: Answer, w: &Words) -> Answer {
    if w.language() == "en" {
        return answer;
    }
    match answer {
        Answer::Number { number, unit } => Answer::Number { number: number.replace('.', ","), unit },
        Answer::Gaps(gaps) => {
            let comma = |given: String| if given.parse::<Decimal>().is_ok() { given.replace('.', ",") } else { given };
            Answer::Gaps(gaps.into_iter().map(|(id, given)| (id, comma(given))).collect())
        }
        Answer::Parts(parts) => Answer::Parts(parts.into_iter().map(|(id, it)| (id, decimals(it, w))).collect()),
        answer => answer,
    }
}

fn joined(about: &str, words: &str) -> String {
    if about.is_empty() { words.to_owned() } else { format!("{about}: {words}") }
}
