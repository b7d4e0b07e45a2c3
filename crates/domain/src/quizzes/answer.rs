//! What a person answers to a question, and whether the question offers it. It must not know how a page sends it.

use super::{AnswerRefused, Cloze, Decimal, GapKind, Numeric, QuestionKind, Vignette};
use crate::ids::ChoiceId;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The longest text of a short answer, a gap or a number, in characters.
pub const LONGEST_SHORT: usize = 200;

/// What a person answers to one question. Which of these belongs to a question is told by [`QuestionKind`]. An answer may be
/// unfinished: only some stems matched, some gaps filled, some parts answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    Choice(ChoiceId),
    /// Choices of a multiple choice, or marked spans of a text.
    Choices(BTreeSet<ChoiceId>),
    /// By stem, the option that she puts to it.
    Matches(BTreeMap<ChoiceId, ChoiceId>),
    /// All items, in her order.
    Order(Vec<ChoiceId>),
    /// A short answer, or an open one.
    Text(String),
    /// As she typed it; a unit where there are several.
    Number {
        number: String,
        unit: String,
    },
    /// By gap: what she typed, or the id of the choice.
    Gaps(BTreeMap<ChoiceId, String>),
    /// By part of a vignette.
    Parts(BTreeMap<ChoiceId, Answer>),
}

impl Answer {
    /// Whether it is one that such a question offers, complete or not. Blank is no answer.
    pub fn fits(&self, kind: &QuestionKind) -> bool {
        match (self, kind) {
            (Self::Choice(id), QuestionKind::SingleChoice { choices } | QuestionKind::TrueFalse { choices }) => {
                choices.iter().any(|choice| choice.id == *id)
            }
            (Self::Choices(marked), QuestionKind::MultipleChoice { choices }) => {
                let offered: BTreeSet<&ChoiceId> = choices.iter().map(|choice| &choice.id).collect();
                !marked.is_empty() && marked.iter().all(|id| offered.contains(id))
            }
            (Self::Choices(marked), QuestionKind::HotText(text)) => {
                let offered: BTreeSet<&ChoiceId> = text.spans.iter().map(|span| &span.id).collect();
                !marked.is_empty() && marked.iter().all(|id| offered.contains(id))
            }
            (Self::Matches(pairs), QuestionKind::Matching(matching)) => {
                !pairs.is_empty()
                    && pairs.iter().all(|(stem, option)| {
                        matching.stems.iter().any(|it| it.id == *stem)
                            && matching.options.iter().any(|it| it.id == *option)
                    })
            }
            (Self::Order(order), QuestionKind::Ordering(ordering)) => {
                let given: BTreeSet<&ChoiceId> = order.iter().collect();
                order.len() == ordering.items.len() && ordering.items.iter().all(|item| given.contains(&item.id))
            }
            (Self::Text(text), QuestionKind::ShortAnswer(_)) => is_short(text),
            (Self::Text(text), QuestionKind::Open(open)) => {
                !text.trim().is_empty() && text.chars().count() <= usize::from(open.longest)
            }
            (Self::Number { number, unit }, QuestionKind::Numeric(numeric)) => fits_number(number, unit, numeric),
            (Self::Gaps(gaps), QuestionKind::Cloze(cloze)) => fits_gaps(gaps, cloze),
            (Self::Parts(parts), QuestionKind::Vignette(vignette)) => fits_parts(parts, vignette),
            _ => false,
        }
    }

    /// Why an answer that does not [fit](Self::fits) is refused, in terms of what she can mend.
    pub fn fault(&self, kind: &QuestionKind) -> AnswerRefused {
        match (self, kind) {
            (Self::Text(text), QuestionKind::Open(open)) if text.chars().count() > usize::from(open.longest) => {
                AnswerRefused::TooLong(open.longest)
            }
            (Self::Text(text), QuestionKind::ShortAnswer(_)) if text.chars().count() > LONGEST_SHORT => {
                AnswerRefused::TooLong(LONGEST_SHORT as u16)
            }
            (Self::Number { number, .. }, QuestionKind::Numeric(_)) if !is_number(number) => AnswerRefused::NotANumber,
            (Self::Gaps(gaps), QuestionKind::Cloze(cloze)) => {
                let wrong = |gap: &super::Gap| {
                    matches!(gap.wants, GapKind::Number { .. })
                        && gaps.get(&gap.id).is_some_and(|given| !is_number(given))
                };
                if cloze.gaps.iter().any(wrong) { AnswerRefused::NotANumber } else { AnswerRefused::NotOffered }
            }
            (Self::Parts(parts), QuestionKind::Vignette(vignette)) => vignette
                .parts
                .iter()
                .filter_map(|part| parts.get(&part.id).filter(|it| !it.fits(&part.kind)).map(|it| it.fault(&part.kind)))
                .next()
                .unwrap_or(AnswerRefused::NotOffered),
            _ => AnswerRefused::NotOffered,
        }
    }

    /// Whether nothing of it is left to answer. Only for an answer that [fits](Self::fits).
    pub fn is_complete(&self, kind: &QuestionKind) -> bool {
        match (self, kind) {
            (Self::Matches(pairs), QuestionKind::Matching(matching)) => pairs.len() == matching.stems.len(),
            (Self::Gaps(gaps), QuestionKind::Cloze(cloze)) => gaps.len() == cloze.gaps.len(),
            (Self::Parts(parts), QuestionKind::Vignette(vignette)) => vignette
                .parts
                .iter()
                .all(|part| parts.get(&part.id).is_some_and(|answer| answer.is_complete(&part.kind))),
            _ => true,
        }
    }

    /// What stands after `self` was answered where `before` stood: of a vignette the parts before the last one that was
    /// answered stand as they were, and what is not answered anew stays.
    pub fn onto(self, before: Option<&Self>, kind: &QuestionKind) -> Self {
        match (self, before, kind) {
            (Self::Parts(mut now), Some(Self::Parts(before)), QuestionKind::Vignette(vignette)) => {
                let last = vignette.parts.iter().rposition(|part| before.contains_key(&part.id));
                for (place, part) in vignette.parts.iter().enumerate() {
                    let Some(standing) = before.get(&part.id) else { continue };
                    if last.is_some_and(|last| place < last) || !now.contains_key(&part.id) {
                        now.insert(part.id.clone(), standing.clone());
                    }
                }
                Self::Parts(now)
            }
            (now, ..) => now,
        }
    }
}

fn is_short(text: &str) -> bool {
    !text.trim().is_empty() && text.chars().count() <= LONGEST_SHORT
}

/// Spaces count for the length, though not for the number.
fn is_number(text: &str) -> bool {
    text.chars().count() <= LONGEST_SHORT && text.parse::<Decimal>().is_ok()
}

/// Without a unit it is in that of the value.
fn fits_number(number: &str, unit: &str, numeric: &Numeric) -> bool {
    let knows_unit = numeric.units.iter().any(|it| it.name == unit);
    is_number(number) && (unit.is_empty() || knows_unit)
}

fn fits_gaps(gaps: &BTreeMap<ChoiceId, String>, cloze: &Cloze) -> bool {
    let fits = |(id, given): (&ChoiceId, &String)| {
        cloze.gaps.iter().find(|gap| gap.id == *id).is_some_and(|gap| match &gap.wants {
            GapKind::Choice { choices } => choices.iter().any(|choice| choice.id.as_str() == given),
            GapKind::Text { .. } => is_short(given),
            GapKind::Number { .. } => is_number(given),
        })
    };
    !gaps.is_empty() && gaps.iter().all(fits)
}

/// Parts are answered from the first on: what a later one tells would answer an earlier one.
fn fits_parts(parts: &BTreeMap<ChoiceId, Answer>, vignette: &Vignette) -> bool {
    let known = parts.keys().all(|id| vignette.parts.iter().any(|part| part.id == *id));
    let answered = |part: &super::Part| parts.get(&part.id);
    let fits = vignette.parts.iter().filter_map(|part| answered(part).map(|it| it.fits(&part.kind))).all(|fits| fits);
    let in_order = vignette.parts.iter().take(parts.len()).all(|part| answered(part).is_some());
    !parts.is_empty() && known && fits && in_order
}
