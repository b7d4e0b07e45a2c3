//! The mark of a whole attempt: what each question is worth, and whether the pass mark is reached.

use super::marking::{Readings, WHOLE, credit};
use super::{Answer, Quiz};
use crate::ids::QuestionId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Raised whenever a rule of this file or of `marking.rs` changes; a mark carries the version that gave it.
///
/// 1: a point a question, all or nothing. 2: a hundred hundredths a question, partly right counts partly.
pub const RULE_VERSION: u16 = 2;

/// The mark of one whole attempt. Points are whole ones under rule 1, and hundredths since rule 2: a mark is read as a part of
/// its `max`, never by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Points reached, 0 to `max`.
    pub points: u32,
    /// Points possible.
    pub max: u32,
    /// Whether the quiz's pass mark is reached, or was before a fault in a question was mended.
    pub passed: bool,
    /// [`RULE_VERSION`] at the time.
    pub rule: u16,
    pub questions: Vec<QuestionMark>,
    /// Answers that a person has yet to read. They count as nothing until then.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub unread: u16,
    /// Marked anew it would not be passed, and what was passed stays so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub kept: bool,
    /// The highest that it has stood at, in per cent, where it is lower now: what was asked of her and reached by that stays reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stood: Option<u8>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionMark {
    pub question: QuestionId,
    /// 0 to `max`.
    pub points: u32,
    /// 1 under rule 1; since rule 2 a hundred, or 0 where the question was taken out.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub max: u32,
    #[serde(default, skip_serializing_if = "is_zero")]
    pub unread: u16,
}

fn one() -> u32 {
    1
}
fn is_one(max: &u32) -> bool {
    *max == 1
}
fn is_zero(count: &u16) -> bool {
    *count == 0
}

impl Mark {
    /// The mark in whole per cent, rounded down, 0 to 100; 0 for a quiz without questions.
    pub fn per_cent(&self) -> u8 {
        let part = (u64::from(self.points) * 100).checked_div(u64::from(self.max));
        part.and_then(|part| u8::try_from(part).ok()).unwrap_or(0)
    }

    /// What the attempt counts as where a programme asks for a mark, 0 to 100: the highest that it has ever stood at. Nobody loses
    /// what she reached by a fault that was not hers.
    pub fn counts(&self) -> u8 {
        self.per_cent().max(self.stood.unwrap_or(0))
    }

    /// Questions' worth reached and possible, in hundredths of a question whichever rule gave them: 950 of 1,200 is nine and a
    /// half of twelve.
    pub fn hundredths(&self) -> (u32, u32) {
        if self.rule < 2 { (self.points * WHOLE, self.max * WHOLE) } else { (self.points, self.max) }
    }

    pub fn question(&self, id: &QuestionId) -> Option<&QuestionMark> {
        self.questions.iter().find(|mark| mark.question == *id)
    }
}

impl QuestionMark {
    pub fn is_right(&self) -> bool {
        self.max > 0 && self.points == self.max
    }

    /// In hundredths of the question, 0 to 100.
    pub fn hundredths(&self) -> u32 {
        (self.points * WHOLE).checked_div(self.max).unwrap_or(0)
    }
}

/// Marks an attempt over the questions that it was given. A question without an answer has no points; one that was taken out
/// since counts for nobody.
pub fn mark_attempt(
    quiz: &Quiz,
    asked: &[QuestionId],
    answers: &BTreeMap<QuestionId, Answer>,
    readings: &Readings,
) -> Mark {
    let questions: Vec<QuestionMark> = asked
        .iter()
        .map(|id| {
            let question = quiz.question(id.as_str());
            let Some(question) = question.filter(|it| it.is_asked()) else {
                return QuestionMark { question: id.clone(), points: 0, max: 0, unread: 0 };
            };
            let credit = credit(id.as_str(), &question.kind, answers.get(id), readings);
            QuestionMark { question: id.clone(), points: credit.hundredths, max: WHOLE, unread: credit.unread }
        })
        .collect();
    let points = questions.iter().map(|it| it.points).sum();
    let max = questions.iter().map(|it| it.max).sum();
    // Compared without rounding: 79.9 % does not reach 80 %.
    let passed = max > 0 && points * 100 >= max * u32::from(quiz.pass);
    let unread = questions.iter().map(|it| it.unread).sum();
    Mark { points, max, passed, rule: RULE_VERSION, questions, unread, kept: false, stood: None }
}

/// The mark that stands after an attempt was marked anew: nobody loses what she passed by a fault that was not hers.
pub fn standing(before: &Mark, anew: Mark) -> Mark {
    let kept = before.passed && !anew.passed;
    let stood = Some(before.counts()).filter(|high| *high > anew.per_cent());
    Mark { passed: anew.passed || kept, kept, stood, ..anew }
}

/// The questions whose share is another in two marks of one attempt.
pub fn differing<'m>(before: &'m Mark, after: &'m Mark) -> impl Iterator<Item = &'m QuestionId> {
    let share = |mark: &QuestionMark| (mark.hundredths(), mark.max > 0);
    after
        .questions
        .iter()
        .filter(move |it| before.question(&it.question).map(share) != Some(share(it)))
        .map(|it| &it.question)
}

/// What stands after an attempt was marked anew, where anything in it is another than before: a question's share, whether it is
/// passed, how much is unread. None where all of it is the same, so that marking twice writes nothing twice; that a newer rule
/// counts the same in other numbers is no change.
pub fn regrade(before: &Mark, anew: Mark) -> Option<Mark> {
    let stands = standing(before, anew);
    let seen = |mark: &Mark| {
        let each = mark.questions.iter();
        let each: Vec<_> = each.map(|it| (it.question.clone(), it.hundredths(), it.max > 0, it.unread)).collect();
        (each, mark.passed, mark.kept, mark.unread)
    };
    (seen(before) != seen(&stands)).then_some(stands)
}

#[cfg(test)]
mod tests {
    use super::super::tests::quiz;
    use super::*;
    use proptest::prelude::*;

    fn marked(quiz: &Quiz, first: &str, second: &str) -> Mark {
        let answers = [("q-1", first), ("q-2", second)];
        let answers = answers.map(|(id, choice)| (id.into(), Answer::Choice(choice.into()))).into();
        mark_attempt(quiz, &["q-1".into(), "q-2".into()], &answers, &Readings::new())
    }

    proptest! {
        #[test]
        fn marking_anew_never_takes_a_pass_and_twice_changes_nothing_more(
            before in ("[ab]", "[ab]"), right in proptest::collection::vec(any::<bool>(), 4), pass in 1..=100_u8,
        ) {
            let mut quiz = quiz(0);
            quiz.pass = pass;
            let first = marked(&quiz, &before.0, &before.1);
            for (place, question) in quiz.questions.iter_mut().enumerate() {
                question.withdrawn = right[place] && right[place + 2];
                if let super::super::QuestionKind::SingleChoice { choices } = &mut question.kind {
                    choices[0].right = right[place];
                    choices[1].right = right[place + 2] || !right[place];
                }
            }
            let anew = marked(&quiz, &before.0, &before.1);
            let stands = regrade(&first, anew.clone()).unwrap_or_else(|| first.clone());
            prop_assert!(stands.passed || !first.passed);
            prop_assert_eq!(stands.passed, first.passed || anew.passed);
            prop_assert_eq!(stands.kept, first.passed && !anew.passed);
            prop_assert_eq!(stands.counts(), first.per_cent().max(anew.per_cent()));
            prop_assert_eq!(regrade(&stands, anew), None);
        }
    }

    #[test]
    fn a_newer_rule_that_counts_the_same_is_no_change() {
        let quiz = quiz(0);
        let anew = marked(&quiz, "a", "b");
        let question = |id: &str, points| QuestionMark { question: id.into(), points, max: 1, unread: 0 };
        let questions = vec![question("q-1", 1), question("q-2", 0)];
        let before = Mark { points: 1, max: 2, passed: false, rule: 1, questions, unread: 0, kept: false, stood: None };
        assert_eq!(regrade(&before, anew.clone()), None);
        assert!(regrade(&before, marked(&quiz, "a", "a")).is_some_and(|mark| mark.passed));
    }
}
