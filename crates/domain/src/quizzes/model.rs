//! Answers made from a question itself: the right one, which a page shows where its quiz reveals it, and one that is wrong. It must
//! not know who asks for them.

use super::marking::{WHOLE, accepted, credit, gap_credit};
use super::{Accepted, Answer, Gap, GapKind, Numeric, QuestionKind};
use crate::ids::ChoiceId;
use std::collections::{BTreeMap, BTreeSet};

/// A right answer; none where only a person can tell what is right. Of a vignette the parts before the first of that kind.
pub fn model_answer(kind: &QuestionKind) -> Option<Answer> {
    Some(match kind {
        QuestionKind::SingleChoice { choices } | QuestionKind::TrueFalse { choices } => {
            Answer::Choice(choices.iter().find(|choice| choice.right)?.id.clone())
        }
        QuestionKind::MultipleChoice { choices } => {
            Answer::Choices(marked(choices.iter().map(|choice| (&choice.id, choice.right)), true))
        }
        QuestionKind::HotText(text) => {
            Answer::Choices(marked(text.spans.iter().map(|span| (&span.id, span.right)), true))
        }
        QuestionKind::Matching(matching) => {
            Answer::Matches(matching.stems.iter().map(|stem| (stem.id.clone(), stem.matches.clone())).collect())
        }
        QuestionKind::Ordering(ordering) => Answer::Order(ordering.items.iter().map(|item| item.id.clone()).collect()),
        QuestionKind::ShortAnswer(short) => Answer::Text(best(&short.accepted)?),
        QuestionKind::Numeric(numeric) => Answer::Number {
            number: numeric.value.to_string(),
            unit: numeric.units.first().map(|unit| unit.name.clone()).unwrap_or_default(),
        },
        QuestionKind::Cloze(cloze) => {
            let filled = cloze.gaps.iter().map(|gap| Some((gap.id.clone(), fills(&gap.wants)?)));
            Answer::Gaps(filled.collect::<Option<_>>()?)
        }
        QuestionKind::Vignette(vignette) => {
            let parts = vignette.parts.iter().map_while(|part| Some((part.id.clone(), model_answer(&part.kind)?)));
            let parts: BTreeMap<ChoiceId, Answer> = parts.collect();
            return (!parts.is_empty()).then_some(Answer::Parts(parts));
        }
        QuestionKind::Open(_) => return None,
    })
}

/// A whole answer that is worth less than the right one: for a demonstration and for tests. An open answer is a word, and what it
/// is worth is for whoever reads it. None where every answer that is offered is right.
pub fn wrong_answer(kind: &QuestionKind) -> Option<Answer> {
    let wrong = match kind {
        QuestionKind::SingleChoice { choices } | QuestionKind::TrueFalse { choices } => {
            Answer::Choice(choices.iter().find(|choice| !choice.right)?.id.clone())
        }
        QuestionKind::MultipleChoice { choices } => {
            Answer::Choices(marked(choices.iter().map(|choice| (&choice.id, choice.right)), false))
        }
        QuestionKind::HotText(text) => {
            let wrong = marked(text.spans.iter().map(|span| (&span.id, span.right)), false);
            let first = || text.spans.first().map(|span| span.id.clone()).into_iter().collect();
            Answer::Choices(if wrong.is_empty() { first() } else { wrong })
        }
        QuestionKind::Matching(matching) => {
            let other = |stem: &super::MatchStem| matching.options.iter().find(|option| option.id != stem.matches);
            let pairs = matching.stems.iter().map(|stem| Some((stem.id.clone(), other(stem)?.id.clone())));
            Answer::Matches(pairs.collect::<Option<_>>()?)
        }
        QuestionKind::Ordering(ordering) => {
            Answer::Order(ordering.items.iter().rev().map(|item| item.id.clone()).collect())
        }
        QuestionKind::ShortAnswer(short) => Answer::Text(not_accepted(&short.accepted)),
        QuestionKind::Numeric(numeric) => Answer::Number {
            number: far_from(|given| worth(kind, &number(numeric, given)) == 0)?,
            unit: numeric.units.first().map(|unit| unit.name.clone()).unwrap_or_default(),
        },
        QuestionKind::Cloze(cloze) => {
            let filled = cloze.gaps.iter().map(|gap: &Gap| Some((gap.id.clone(), misses(&gap.wants)?)));
            Answer::Gaps(filled.collect::<Option<_>>()?)
        }
        QuestionKind::Vignette(vignette) => {
            let parts = vignette
                .parts
                .iter()
                .map(|part| Some((part.id.clone(), wrong_answer(&part.kind).or_else(|| model_answer(&part.kind))?)));
            Answer::Parts(parts.collect::<Option<_>>()?)
        }
        QuestionKind::Open(_) => Answer::Text("—".into()),
    };
    (wrong.fits(kind) && worth(kind, &wrong) < WHOLE).then_some(wrong)
}

fn worth(kind: &QuestionKind, answer: &Answer) -> u32 {
    credit("", kind, Some(answer), &BTreeMap::new()).hundredths
}

fn marked<'a>(all: impl Iterator<Item = (&'a ChoiceId, bool)>, wanted: bool) -> BTreeSet<ChoiceId> {
    all.filter(|(_, right)| *right == wanted).map(|(id, _)| id.clone()).collect()
}

/// The text that is worth most; the first of several.
fn best(texts: &[Accepted]) -> Option<String> {
    let most = texts.iter().map(|it| it.credit).max()?;
    texts.iter().find(|it| it.credit == most).map(|it| it.text.clone())
}

fn fills(wants: &GapKind) -> Option<String> {
    match wants {
        GapKind::Text { accepted } => best(accepted),
        GapKind::Choice { choices } => choices.iter().find(|choice| choice.right).map(|choice| choice.id.to_string()),
        GapKind::Number { value, .. } => Some(value.to_string()),
    }
}

fn misses(wants: &GapKind) -> Option<String> {
    match wants {
        GapKind::Text { accepted } => Some(not_accepted(accepted)),
        GapKind::Choice { choices } => choices.iter().find(|choice| !choice.right).map(|choice| choice.id.to_string()),
        GapKind::Number { .. } => far_from(|given| gap_credit(wants, given) == 0),
    }
}

fn number(numeric: &Numeric, number: &str) -> Answer {
    Answer::Number {
        number: number.to_owned(),
        unit: numeric.units.first().map(|unit| unit.name.clone()).unwrap_or_default(),
    }
}

fn not_accepted(texts: &[Accepted]) -> String {
    // More candidates than texts that can be accepted, so one is left.
    let mut candidates = (0..=texts.len()).map(|many| "no".repeat(many + 1));
    candidates.find(|typed| accepted(texts, typed).is_none()).unwrap_or_default()
}

/// A number that is wrong; none where the tolerance reaches to all of them.
fn far_from(is_wrong: impl Fn(&str) -> bool) -> Option<String> {
    ["0", "1", "999999999999999", "-999999999999999"].into_iter().find(|it| is_wrong(it)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::super::any::any_kind;
    use super::super::tests::quiz;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_model_answer_is_worth_all_of_what_nobody_has_to_read(kind in any_kind()) {
            let Some(model) = model_answer(&kind) else { return Ok(()) };
            prop_assert!(model.fits(&kind), "{model:?}");
            prop_assert!(kind.is_read() || (model.is_complete(&kind) && worth(&kind, &model) == WHOLE), "{model:?}");
        }

        #[test]
        fn a_wrong_answer_is_whole_and_worth_less(kind in any_kind()) {
            let Some(wrong) = wrong_answer(&kind) else { return Ok(()) };
            prop_assert!(wrong.fits(&kind) && wrong.is_complete(&kind));
            prop_assert!(worth(&kind, &wrong) < WHOLE);
        }
    }

    #[test]
    fn of_a_choice_the_right_one_and_another() {
        let kind = &quiz(0).questions[0].kind;
        assert_eq!(model_answer(kind), Some(Answer::Choice("a".into())));
        assert_eq!(wrong_answer(kind), Some(Answer::Choice("b".into())));
    }
}
