//! The kinds of questions, each with its own tables: `[[question.choice]]`, `[[question.pair]]` and so on. Within a vignette the
//! same tables stand under `[[question.part]]`. It must not know what all questions have in common.

use crate::cause::Cause;
use crate::fields::{At, Need, Table, Words, as_text};
use crate::lists::{Distinct, Ids, one_is_right, some_are_right, within};
use crate::matching::read_matching;
use crate::question_file::read_markdown;
use crate::quiz_cause::QuizCause;
use domain::Text;
use domain::quizzes::{
    Accepted, Choice, Cloze, Decimal, Feedback, Gap, GapChoice, GapKind, HotSpan, HotText, Item, LONGEST_SHORT,
    Numeric, Open, Ordering, Part, Piece, QuestionKind, ShortAnswer, Unit, Vignette, marking, pieces,
};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    SingleChoice,
    TrueFalse,
    MultipleChoice,
    Matching,
    Ordering,
    ShortAnswer,
    Numeric,
    Cloze,
    HotText,
    Vignette,
    Open,
}

pub(crate) const KINDS: [(&str, Kind); 11] = [
    ("single_choice", Kind::SingleChoice),
    ("true_false", Kind::TrueFalse),
    ("multiple_choice", Kind::MultipleChoice),
    ("matching", Kind::Matching),
    ("ordering", Kind::Ordering),
    ("short_answer", Kind::ShortAnswer),
    ("numeric", Kind::Numeric),
    ("cloze", Kind::Cloze),
    ("hot_text", Kind::HotText),
    ("vignette", Kind::Vignette),
    ("open", Kind::Open),
];

/// The longest name of a unit, in characters.
const LONGEST_UNIT: usize = 20;
/// The longest open answer where the author does not say, in characters.
const USUAL_LONGEST: u16 = 1_000;

/// The question or the part in which something stands.
pub(crate) struct Within<'l> {
    /// The question's id, and the part's: what generated ids follow from.
    pub seed: String,
    pub links: &'l mut Vec<At<String>>,
}

impl Kind {
    /// What such a question has of its own.
    pub fn keys(self) -> &'static [&'static str] {
        match self {
            Self::SingleChoice | Self::TrueFalse | Self::MultipleChoice => &["choice"],
            Self::Matching => &["pair", "distractor", "feedback"],
            Self::Ordering => &["item", "feedback"],
            Self::ShortAnswer => &["accepted", "feedback"],
            Self::Numeric => &["value", "tolerance", "unit", "feedback"],
            Self::Cloze => &["gap", "feedback"],
            Self::HotText => &["passage", "span", "feedback"],
            Self::Vignette => &["part"],
            Self::Open => &["longest", "criteria"],
        }
    }
}

/// In place of a question whose kind is not known: it is never used.
pub(crate) fn unread_kind() -> QuestionKind {
    QuestionKind::SingleChoice { choices: Vec::new() }
}

pub(crate) fn read_kind(table: &Table<'_>, kind: Kind, stem: &Words, within: &mut Within<'_>) -> QuestionKind {
    match kind {
        Kind::SingleChoice => QuestionKind::SingleChoice { choices: read_single(table) },
        Kind::TrueFalse => QuestionKind::TrueFalse { choices: read_true_false(table) },
        Kind::MultipleChoice => QuestionKind::MultipleChoice { choices: read_multiple(table) },
        Kind::Matching => QuestionKind::Matching(read_matching(table, &within.seed)),
        Kind::Ordering => QuestionKind::Ordering(read_ordering(table)),
        Kind::ShortAnswer => {
            let accepted = read_accepted(table);
            QuestionKind::ShortAnswer(ShortAnswer { accepted, feedback: read_feedback(table) })
        }
        Kind::Numeric => QuestionKind::Numeric(read_numeric(table)),
        Kind::Cloze => QuestionKind::Cloze(read_cloze(table, stem)),
        Kind::HotText => QuestionKind::HotText(read_hot_text(table)),
        Kind::Vignette => QuestionKind::Vignette(read_vignette(table, within)),
        Kind::Open => QuestionKind::Open(Open {
            longest: table.whole("longest", 50..=10_000, Need::Optional).unwrap_or(USUAL_LONGEST),
            criteria: table.text("criteria", Need::Required),
        }),
    }
}

pub(crate) fn read_feedback(table: &Table<'_>) -> Feedback {
    let Some(feedback) = table.table("feedback") else { return Feedback::default() };
    feedback.only(&["right", "partly", "wrong"]);
    Feedback {
        right: feedback.text("right", Need::Required),
        partly: feedback.text("partly", Need::Optional),
        wrong: feedback.text("wrong", Need::Required),
    }
}

fn read_choices(table: &Table<'_>) -> Vec<Choice> {
    let (mut ids, mut distinct) = (Ids::default(), Distinct::default());
    let read = |choice: Table<'_>| {
        choice.only(&["id", "text", "right", "feedback"]);
        let id = ids.read(&choice);
        let text = choice.text_lines("text", Need::Required);
        distinct.note(&choice, &text);
        Choice {
            id,
            text: as_text(&text),
            right: choice.flag("right"),
            feedback: choice.text("feedback", Need::Required),
        }
    };
    table.tables("choice", Need::Optional).into_iter().map(read).collect()
}

fn read_single(table: &Table<'_>) -> Vec<Choice> {
    let choices = read_choices(table);
    let count = choices.len();
    if !(2..=8).contains(&count) {
        table.problem(table.line, Cause::ChoiceCount { count });
    }
    one_is_right(table, choices.iter().map(|choice| choice.right));
    choices
}

fn read_true_false(table: &Table<'_>) -> Vec<Choice> {
    let choices = read_choices(table);
    let count = choices.len();
    if count != 2 {
        table.problem(table.line, Cause::TrueFalseCount { count });
    }
    one_is_right(table, choices.iter().map(|choice| choice.right));
    choices
}

fn read_multiple(table: &Table<'_>) -> Vec<Choice> {
    let choices = read_choices(table);
    let count = choices.len();
    if !(2..=10).contains(&count) {
        table.problem(table.line, QuizCause::Count { key: "choice", count, from: 2, to: 10 });
    }
    some_are_right(table, "choice", choices.iter().map(|choice| choice.right));
    choices
}

fn read_ordering(table: &Table<'_>) -> Ordering {
    let (mut ids, mut distinct) = (Ids::default(), Distinct::default());
    let read = |item: Table<'_>| {
        item.only(&["id", "text"]);
        let id = ids.read(&item);
        let text = item.text_lines("text", Need::Required);
        distinct.note(&item, &text);
        Item { id, text: as_text(&text) }
    };
    let items: Vec<Item> = table.tables("item", Need::Required).into_iter().map(read).collect();
    within(table, "item", items.len(), 2..=10);
    Ordering { items, feedback: read_feedback(table) }
}

/// The accepted answers of a short answer or of a gap.
fn read_accepted(table: &Table<'_>) -> Vec<Accepted> {
    let mut accepted: Vec<Accepted> = Vec::new();
    let mut lines = Vec::new();
    let rows = table.tables("accepted", Need::Required);
    within(table, "accepted", rows.len(), 1..=20);
    // Each is compared with those before it; more than are allowed have been told.
    for row in rows.into_iter().take(100) {
        row.only(&["text", "credit", "feedback"]);
        let text = row.string("text", Need::Required);
        let credit = row.whole("credit", 0..=100, Need::Optional).and_then(|credit| u8::try_from(credit).ok());
        let feedback = row.text("feedback", Need::Optional);
        let Some(text) = text else { continue };
        let trimmed = text.value.trim().to_owned();
        if trimmed.chars().count() > LONGEST_SHORT {
            row.problem(text.line, QuizCause::TooLong { key: "text".into(), most: LONGEST_SHORT });
        }
        if let Some(same) = marking::accepted(&accepted, &trimmed) {
            let line = accepted.iter().position(|it| std::ptr::eq(it, same)).map_or(row.line, |at| lines[at]);
            row.problem(text.line, QuizCause::SameAnswer { line });
        }
        accepted.push(Accepted { text: trimmed, credit: credit.unwrap_or(100), feedback });
        lines.push(text.line);
    }
    if !accepted.is_empty() && accepted.iter().all(|it| it.credit < 100) {
        table.problem(table.line, QuizCause::NoWholeCredit);
    }
    accepted
}

/// The value and how far from it still counts.
fn read_value(table: &Table<'_>) -> (Decimal, Decimal) {
    let value = table.decimal("value", Need::Required).map(|it| it.value).unwrap_or_default();
    let tolerance = table.decimal("tolerance", Need::Optional);
    if let Some(tolerance) = tolerance.as_ref().filter(|it| it.value.is_negative()) {
        table.problem(tolerance.line, QuizCause::TooSmall { key: "tolerance".into() });
    }
    (value, tolerance.map(|it| it.value).unwrap_or_default())
}

fn read_numeric(table: &Table<'_>) -> Numeric {
    let (value, tolerance) = read_value(table);
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    let mut units = Vec::new();
    for (place, unit) in table.tables("unit", Need::Optional).into_iter().enumerate() {
        unit.only(&["name", "factor"]);
        let name = unit.string("name", Need::Required);
        let factor = unit.decimal("factor", if place == 0 { Need::Optional } else { Need::Required });
        if let Some(factor) = &factor {
            if place == 0 && factor.value != Decimal::from(1) {
                unit.problem(factor.line, QuizCause::FirstFactor);
            } else if factor.value <= Decimal::from(0) {
                unit.problem(factor.line, QuizCause::TooSmall { key: "factor".into() });
            }
        }
        let Some(name) = name else { continue };
        let trimmed = name.value.trim().to_owned();
        if trimmed.chars().count() > LONGEST_UNIT {
            unit.problem(name.line, QuizCause::TooLong { key: "name".into(), most: LONGEST_UNIT });
        }
        match names.get(&trimmed) {
            Some(line) => {
                unit.problem(name.line, Cause::DuplicateHere { id: trimmed.clone(), line: *line });
            }
            None => {
                names.insert(trimmed.clone(), name.line);
            }
        }
        units.push(Unit { name: trimmed, factor: factor.map_or(Decimal::from(1), |it| it.value) });
    }
    within(table, "unit", units.len(), 1..=8);
    Numeric { value, tolerance, units, feedback: read_feedback(table) }
}

fn read_cloze(table: &Table<'_>, stem: &Words) -> Cloze {
    let mut ids = Ids::default();
    let mut gaps = Vec::new();
    for gap in table.tables("gap", Need::Required) {
        let kinds = [("text", GapWants::Text), ("choice", GapWants::Choice), ("number", GapWants::Number)];
        let id = ids.read(&gap);
        let Some(wants) = gap.word("wants", &kinds, Need::Required) else { continue };
        let keys: &[&str] = match wants.value {
            GapWants::Text => &["id", "wants", "accepted"],
            GapWants::Choice => &["id", "wants", "choice"],
            GapWants::Number => &["id", "wants", "value", "tolerance"],
        };
        gap.only(keys);
        let wants = match wants.value {
            GapWants::Text => GapKind::Text { accepted: read_accepted(&gap) },
            GapWants::Choice => GapKind::Choice { choices: read_gap_choices(&gap) },
            GapWants::Number => {
                let (value, tolerance) = read_value(&gap);
                GapKind::Number { value, tolerance }
            }
        };
        gaps.push(Gap { id, wants });
    }
    within(table, "gap", gaps.len(), 1..=12);
    check_marks(table, stem, &ids, Marks::Gaps);
    Cloze { gaps, feedback: read_feedback(table) }
}

#[derive(Clone, Copy)]
enum GapWants {
    Text,
    Choice,
    Number,
}

fn read_gap_choices(gap: &Table<'_>) -> Vec<GapChoice> {
    let (mut ids, mut distinct) = (Ids::default(), Distinct::default());
    let read = |choice: Table<'_>| {
        choice.only(&["id", "text", "right"]);
        let id = ids.read(&choice);
        let text = choice.text_lines("text", Need::Required);
        distinct.note(&choice, &text);
        GapChoice { id, text: as_text(&text), right: choice.flag("right") }
    };
    let choices: Vec<GapChoice> = gap.tables("choice", Need::Required).into_iter().map(read).collect();
    within(gap, "choice", choices.len(), 2..=8);
    one_is_right(gap, choices.iter().map(|choice| choice.right));
    choices
}

fn read_hot_text(table: &Table<'_>) -> HotText {
    let passage = table.text_lines("passage", Need::Required);
    let mut ids = Ids::default();
    let read = |span: Table<'_>| {
        span.only(&["id", "right", "feedback"]);
        HotSpan { id: ids.read(&span), right: span.flag("right"), feedback: span.text("feedback", Need::Optional) }
    };
    let spans: Vec<HotSpan> = table.tables("span", Need::Required).into_iter().map(read).collect();
    within(table, "span", spans.len(), 2..=30);
    some_are_right(table, "span", spans.iter().map(|span| span.right));
    check_marks(table, &passage, &ids, Marks::Spans);
    HotText { passage: as_text(&passage), spans, feedback: read_feedback(table) }
}

/// What stands between double brackets in a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marks {
    Gaps,
    Spans,
}

impl Marks {
    fn key(self) -> &'static str {
        if self == Self::Gaps { "gap" } else { "span" }
    }

    fn example(self) -> &'static str {
        if self == Self::Gaps { "[[a]]" } else { "[[a:words]]" }
    }

    fn written(self, id: &str) -> String {
        if self == Self::Gaps { format!("[[{id}]]") } else { format!("[[{id}:…]]") }
    }
}

/// Each id stands in the text of every language, once, and nothing else does.
fn check_marks(table: &Table<'_>, texts: &Words, ids: &Ids, marks: Marks) {
    for (language, text) in texts.iter().filter(|(_, text)| !text.value.trim().is_empty()) {
        let tell = |cause: QuizCause| table.problem(text.line, cause);
        let language = language.clone();
        let bad = |found: String| {
            tell(QuizCause::BadMark { found, language: language.clone(), wanted: marks.example() });
        };
        let mut seen = BTreeSet::new();
        for piece in pieces(&text.value) {
            let id = match piece {
                Piece::Gap(id) if marks == Marks::Gaps => id,
                Piece::Span { id, .. } if marks == Marks::Spans => id,
                Piece::Gap(id) => {
                    bad(format!("[[{id}]]"));
                    continue;
                }
                Piece::Span { id, .. } => {
                    bad(format!("[[{id}:"));
                    continue;
                }
                Piece::Words(words) => {
                    if let Some(open) = words.find("[[") {
                        bad(words[open..].chars().take(20).collect());
                    }
                    continue;
                }
            };
            // Without any entry, that is the problem to tell.
            if !ids.0.is_empty() && !ids.0.contains_key(id) {
                tell(QuizCause::MarkUnknown { id: id.to_owned(), language: language.clone(), key: marks.key() });
            } else if !seen.insert(id) {
                tell(QuizCause::MarkTwice { id: id.to_owned(), language: language.clone() });
            }
        }
        for id in ids.0.keys().filter(|id| !seen.contains(id.as_str())) {
            let wanted = marks.written(id);
            tell(QuizCause::MarkMissing { id: id.clone(), language: language.clone(), wanted });
        }
    }
}

fn read_vignette(table: &Table<'_>, vignette: &mut Within<'_>) -> Vignette {
    let mut ids = Ids::default();
    let mut parts = Vec::new();
    for part in table.tables("part", Need::Required) {
        let id = ids.read(&part);
        let kind = part.word("kind", &KINDS, Need::Required);
        let tells = read_markdown(&part, "tells", Need::Optional, vignette.links);
        let stem = read_markdown(&part, "stem", Need::Required, vignette.links);
        let kind = match kind {
            Some(At { value: Kind::Vignette, line }) => {
                part.problem(line, QuizCause::VignetteInside);
                unread_kind()
            }
            Some(At { value: kind, .. }) => {
                part.only(&[&["id", "kind", "tells", "stem"], kind.keys()].concat());
                let seed = format!("{}/{id}", vignette.seed);
                read_kind(&part, kind, &stem, &mut Within { seed, links: vignette.links })
            }
            None => unread_kind(),
        };
        let tells: Text = as_text(&tells);
        parts.push(Part { id, tells, stem: as_text(&stem), kind });
    }
    within(table, "part", parts.len(), 1..=8);
    Vignette { parts }
}
