//! What a person answers to a question, and whether the question offers it. It must not know how a page sends it.

use super::{AnswerRefused, Cloze, Decimal, GapKind, Numeric, Part, QuestionKind, Vignette};
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

    /// What stands after `self` was answered where `before` stood: of a vignette the answers from which the case went on stand
    /// as they were, and what is not answered anew stays. What the question offers no longer falls away.
    pub fn onto(self, before: Option<&Self>, kind: &QuestionKind) -> Self {
        match (self, before, kind) {
            (Self::Parts(mut now), Some(Self::Parts(before)), QuestionKind::Vignette(vignette)) => {
                let shown = vignette.shown(before);
                for (place, part) in vignette.parts.iter().enumerate() {
                    let Some(standing) = before.get(&part.id).filter(|it| it.fits(&part.kind)) else { continue };
                    if place + 1 < shown || !now.contains_key(&part.id) {
                        now.insert(part.id.clone(), standing.clone());
                    }
                }
                Self::Parts(now)
            }
            (now, ..) => now,
        }
    }
}

impl Vignette {
    /// How many parts are shown, from the first on, to whom gave these answers: each that is answered wholly shows the next, and
    /// what was answered stays in sight. A part stands once another is shown behind it: what that one tells would answer it.
    pub fn shown(&self, given: &BTreeMap<ChoiceId, Answer>) -> usize {
        let answer = |part: &Part| given.get(&part.id).filter(|it| it.fits(&part.kind));
        let is_done = |part: &&Part| answer(part).is_some_and(|it| it.is_complete(&part.kind));
        let done = self.parts.iter().take_while(is_done).count();
        let last = self.parts.iter().rposition(|part| answer(part).is_some());
        (done + 1).max(last.map_or(0, |last| last + 1)).min(self.parts.len())
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
    let answered = |part: &Part| parts.get(&part.id);
    let fits = vignette.parts.iter().filter_map(|part| answered(part).map(|it| it.fits(&part.kind))).all(|fits| fits);
    let in_order = vignette.parts.iter().take(parts.len()).all(|part| answered(part).is_some());
    !parts.is_empty() && known && fits && in_order
}

#[cfg(test)]
mod tests {
    use super::super::{Choice, Feedback, Item, MatchStem, Matching};
    use super::*;
    use crate::Text;

    fn part(id: &str, kind: QuestionKind) -> Part {
        Part { id: id.into(), tells: Text::default(), stem: Text::default(), kind }
    }

    /// A choice, a matching of two stems, a choice.
    fn case() -> QuestionKind {
        let choice =
            |id: &str| Choice { id: id.into(), text: Text::default(), right: id == "a", feedback: Text::default() };
        let one = || QuestionKind::SingleChoice { choices: vec![choice("a"), choice("b")] };
        let stem = |id: &str| MatchStem { id: id.into(), text: Text::default(), matches: "x".into() };
        let item = |id: &str| Item { id: id.into(), text: Text::default() };
        let matching = QuestionKind::Matching(Matching {
            stems: vec![stem("s"), stem("t")],
            options: vec![item("x"), item("y")],
            feedback: Feedback::default(),
        });
        QuestionKind::Vignette(Vignette { parts: vec![part("p1", one()), part("p2", matching), part("p3", one())] })
    }

    fn parts(given: &[(&str, Answer)]) -> Answer {
        Answer::Parts(given.iter().map(|(id, answer)| ((*id).into(), answer.clone())).collect())
    }

    fn choice(id: &str) -> Answer {
        Answer::Choice(id.into())
    }

    fn pairs(pairs: &[(&str, &str)]) -> Answer {
        Answer::Matches(pairs.iter().map(|(stem, option)| ((*stem).into(), (*option).into())).collect())
    }

    #[test]
    fn of_a_case_an_answer_stands_as_soon_as_what_follows_it_was_shown() {
        let case = case();
        let first = parts(&[("p1", choice("a"))]);
        assert_eq!(parts(&[("p1", choice("b"))]).onto(Some(&first), &case), first, "what p2 tells was shown");
        // From a phone each says all that was answered so far, in its order.
        let half = parts(&[("p1", choice("a")), ("p2", pairs(&[("s", "x")]))]);
        assert_eq!(half.clone().onto(Some(&first), &case), half);
        let other = parts(&[("p1", choice("b")), ("p2", pairs(&[("s", "y"), ("t", "y")]))]);
        let whole = parts(&[("p1", choice("a")), ("p2", pairs(&[("s", "y"), ("t", "y")]))]);
        assert_eq!(other.onto(Some(&half), &case), whole, "half a part shows nothing yet, and may be changed");
        let last = |id| parts(&[("p1", choice("a")), ("p2", pairs(&[("s", "y"), ("t", "y")])), ("p3", choice(id))]);
        assert_eq!(last("a").onto(Some(&whole), &case), last("a"));
        assert_eq!(last("b").onto(Some(&last("a")), &case), last("b"), "nothing follows the last part");
        assert_eq!(parts(&[("p3", choice("b"))]).onto(Some(&last("a")), &case), last("b"));
    }

    #[test]
    fn of_a_case_that_was_mended_what_is_offered_no_longer_is_asked_again() {
        let case = case();
        let gone = parts(&[("p1", choice("z"))]);
        let anew = parts(&[("p1", choice("b"))]);
        assert_eq!(anew.clone().onto(Some(&gone), &case), anew);
    }
}
