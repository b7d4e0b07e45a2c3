//! How much of a question an answer is worth, 0 to 100 hundredths, for each form that a question takes. Never below 0 nor above
//! 100, 100 only where all of it is right, and the order of choices changes nothing. `docs/marking.md` says the same in words.

use super::{
    Accepted, Answer, Choice, Cloze, Decimal, GapKind, HotText, Matching, Numeric, Ordering, Question, QuestionKind,
    Vignette,
};
use crate::Text;
use crate::ids::ChoiceId;
use crate::people::folded;
use std::collections::{BTreeMap, BTreeSet};

/// All of a question.
pub const WHOLE: u32 = 100;

/// What a person who read the answers gave: by question, or by `question/part`; see [`reading_key`].
pub type Readings = BTreeMap<String, u32>;

/// What an answer is worth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Credit {
    /// Hundredths of the question, 0 to 100.
    pub hundredths: u32,
    /// Answers, or parts of one, that a person has yet to read; they count as 0 until then.
    pub unread: u16,
}

/// Under which name the reading of an answer is kept: the question's id, and the part's where it is a part of a vignette.
pub fn reading_key(question: &str, part: Option<&ChoiceId>) -> String {
    part.map_or_else(|| question.to_owned(), |part| format!("{question}/{part}"))
}

/// An answer that a person reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToRead<'a> {
    /// [`reading_key`].
    pub key: String,
    /// What the reader looks for.
    pub criteria: &'a Text,
    pub text: &'a str,
}

/// The open answers in what was given to a question, read or not, in the order of its parts.
pub fn to_read<'a>(question: &'a Question, answer: &'a Answer) -> Vec<ToRead<'a>> {
    let id = question.id.as_str();
    match (&question.kind, answer) {
        (QuestionKind::Open(open), Answer::Text(text)) => {
            vec![ToRead { key: reading_key(id, None), criteria: &open.criteria, text }]
        }
        (QuestionKind::Vignette(vignette), Answer::Parts(parts)) => {
            let open = |part: &'a super::Part| match (&part.kind, parts.get(&part.id)) {
                (QuestionKind::Open(open), Some(Answer::Text(text))) => {
                    Some(ToRead { key: reading_key(id, Some(&part.id)), criteria: &open.criteria, text })
                }
                _ => None,
            };
            vignette.parts.iter().filter_map(open).collect()
        }
        _ => Vec::new(),
    }
}

/// Marks one answer. No answer is worth nothing, and so is whatever of an answer the question does not offer (any more).
pub fn credit(question: &str, kind: &QuestionKind, answer: Option<&Answer>, readings: &Readings) -> Credit {
    of_part(&reading_key(question, None), kind, answer, readings, &|part| reading_key(question, Some(part)))
}

fn of_part(
    key: &str,
    kind: &QuestionKind,
    answer: Option<&Answer>,
    readings: &Readings,
    name: &dyn Fn(&ChoiceId) -> String,
) -> Credit {
    let Some(answer) = answer else { return Credit::default() };
    let hundredths = match (kind, answer) {
        (QuestionKind::SingleChoice { choices } | QuestionKind::TrueFalse { choices }, Answer::Choice(id)) => {
            single_choice(choices, id)
        }
        (QuestionKind::MultipleChoice { choices }, Answer::Choices(marked)) => multiple_choice(choices, marked),
        (QuestionKind::HotText(text), Answer::Choices(marked)) => hot_text(text, marked),
        (QuestionKind::Matching(matching), Answer::Matches(pairs)) => matched(matching, pairs),
        (QuestionKind::Ordering(ordering), Answer::Order(order)) => ordered(ordering, order),
        (QuestionKind::ShortAnswer(short), Answer::Text(text)) => {
            accepted(&short.accepted, text).map_or(0, |it| u32::from(it.credit).min(WHOLE))
        }
        (QuestionKind::Numeric(numeric), Answer::Number { number, unit }) => number_of(numeric, number, unit),
        (QuestionKind::Cloze(cloze), Answer::Gaps(gaps)) => filled(cloze, gaps),
        (QuestionKind::Open(_), Answer::Text(_)) => {
            return match readings.get(key) {
                Some(given) => Credit { hundredths: (*given).min(WHOLE), unread: 0 },
                None => Credit { hundredths: 0, unread: 1 },
            };
        }
        (QuestionKind::Vignette(vignette), Answer::Parts(parts)) => return in_parts(vignette, parts, readings, name),
        _ => 0,
    };
    Credit { hundredths, unread: 0 }
}

fn whole_if(right: bool) -> u32 {
    if right { WHOLE } else { 0 }
}

/// A share of the whole, rounded down: all of it only where nothing is missing. 0 of nothing.
fn share(part: usize, all: usize) -> u32 {
    u32::try_from(part.min(all) * WHOLE as usize)
        .unwrap_or(0)
        .checked_div(u32::try_from(all).unwrap_or(u32::MAX))
        .unwrap_or(0)
}

/// Each right one that is marked counts for, each wrong one against, as a share of the right ones; not below 0.
fn marked<'a>(of: impl Iterator<Item = (&'a ChoiceId, bool)>, chosen: &BTreeSet<ChoiceId>) -> u32 {
    let (mut right, mut found, mut wrong) = (0, 0, 0);
    for (id, is_right) in of {
        right += usize::from(is_right);
        found += usize::from(is_right && chosen.contains(id));
        wrong += usize::from(!is_right && chosen.contains(id));
    }
    share(found.saturating_sub(wrong), right)
}

fn single_choice(choices: &[Choice], chosen: &ChoiceId) -> u32 {
    whole_if(choices.iter().any(|choice| choice.id == *chosen && choice.right))
}

fn multiple_choice(choices: &[Choice], chosen: &BTreeSet<ChoiceId>) -> u32 {
    marked(choices.iter().map(|choice| (&choice.id, choice.right)), chosen)
}

fn hot_text(text: &HotText, chosen: &BTreeSet<ChoiceId>) -> u32 {
    marked(text.spans.iter().map(|span| (&span.id, span.right)), chosen)
}

/// The share of the stems to which the right option was put.
fn matched(matching: &Matching, pairs: &BTreeMap<ChoiceId, ChoiceId>) -> u32 {
    let right = matching.stems.iter().filter(|stem| pairs.get(&stem.id) == Some(&stem.matches)).count();
    share(right, matching.stems.len())
}

/// Kendall's tau between her order and the right one, not below 0: of all pairs of items, those in the right order less those in
/// the wrong one. Chance gives nothing on average, and one neighbour swapped costs little.
fn ordered(ordering: &Ordering, order: &[ChoiceId]) -> u32 {
    let place = |item: &super::Item| order.iter().position(|id| *id == item.id);
    let places: Vec<usize> = ordering.items.iter().filter_map(place).collect();
    if places.len() != ordering.items.len() {
        return 0;
    }
    let pairs = places.len() * places.len().saturating_sub(1) / 2;
    let right =
        (0..places.len()).map(|at| places[at + 1..].iter().filter(|later| **later > places[at]).count()).sum::<usize>();
    share((2 * right).saturating_sub(pairs), pairs)
}

/// The accepted text that a typed one is equal to, if any. The first decides.
pub fn accepted<'a>(accepted: &'a [Accepted], typed: &str) -> Option<&'a Accepted> {
    let typed = comparable(typed);
    accepted.iter().find(|it| comparable(&it.text) == typed)
}

/// Without accents, case, the difference between the three apostrophes, and punctuation around the words.
pub(super) fn comparable(text: &str) -> String {
    let around = |c: char| {
        c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '¡' | '¿' | '"' | '«' | '»' | '“' | '”')
    };
    folded(text.trim_matches(around))
}

fn is_near(value: Decimal, tolerance: Decimal, given: Decimal) -> bool {
    given.distance(value) <= tolerance
}

/// Right or not: within the tolerance, after it was brought to the unit of the value.
fn number_of(numeric: &Numeric, number: &str, unit: &str) -> u32 {
    let Ok(given) = number.parse::<Decimal>() else { return 0 };
    let factor = numeric.units.iter().find(|it| it.name == unit).map_or_else(|| Decimal::from(1), |it| it.factor);
    whole_if(is_near(numeric.value, numeric.tolerance, given.times(factor)))
}

/// The mean of the gaps.
fn filled(cloze: &Cloze, gaps: &BTreeMap<ChoiceId, String>) -> u32 {
    let worth = |gap: &super::Gap| gaps.get(&gap.id).map_or(0, |given| gap_credit(&gap.wants, given));
    mean(cloze.gaps.iter().map(worth))
}

/// What one gap is worth, 0 to 100.
pub fn gap_credit(wants: &GapKind, given: &str) -> u32 {
    let right = match wants {
        GapKind::Text { accepted: texts } => {
            return accepted(texts, given).map_or(0, |it| u32::from(it.credit).min(WHOLE));
        }
        GapKind::Choice { choices } => choices.iter().any(|choice| choice.right && choice.id.as_str() == given),
        GapKind::Number { value, tolerance } => given.parse().is_ok_and(|given| is_near(*value, *tolerance, given)),
    };
    whole_if(right)
}

/// The mean of the parts.
fn in_parts(
    vignette: &Vignette,
    parts: &BTreeMap<ChoiceId, Answer>,
    readings: &Readings,
    name: &dyn Fn(&ChoiceId) -> String,
) -> Credit {
    let each: Vec<Credit> = vignette
        .parts
        .iter()
        .map(|part| of_part(&name(&part.id), &part.kind, parts.get(&part.id), readings, name))
        .collect();
    Credit { hundredths: mean(each.iter().map(|it| it.hundredths)), unread: each.iter().map(|it| it.unread).sum() }
}

fn mean(each: impl ExactSizeIterator<Item = u32>) -> u32 {
    let count = u32::try_from(each.len()).unwrap_or(u32::MAX);
    each.sum::<u32>().checked_div(count).unwrap_or(0)
}
