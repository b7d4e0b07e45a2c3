//! Marking: from answers to a mark. Never below 0 nor above the maximum, and the order of choices changes nothing.

use super::{Answer, Question, Quiz};
use crate::ids::QuestionId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Raised whenever a rule of this file changes; a mark carries the version that gave it.
pub const RULE_VERSION: u16 = 1;

/// The mark of one whole attempt, in points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Points reached, 0 to `max`.
    pub points: u32,
    /// Points possible: one a question.
    pub max: u32,
    /// Whether the quiz's pass mark is reached.
    pub passed: bool,
    /// [`RULE_VERSION`] at the time.
    pub rule: u16,
    pub questions: Vec<QuestionMark>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionMark {
    pub question: QuestionId,
    /// 0 or 1.
    pub points: u32,
}

impl Mark {
    /// The mark in whole per cent, rounded down, 0 to 100; 0 for a quiz without questions.
    pub fn per_cent(&self) -> u8 {
        (self.points * 100).checked_div(self.max).and_then(|part| u8::try_from(part).ok()).unwrap_or(0)
    }
}

/// Marks an attempt over the questions that it was given. A question without an answer has no points.
pub fn mark_attempt(quiz: &Quiz, asked: &[QuestionId], answers: &BTreeMap<QuestionId, Answer>) -> Mark {
    let questions: Vec<QuestionMark> = asked
        .iter()
        .map(|id| {
            let right = quiz
                .question(id.as_str())
                .zip(answers.get(id))
                .is_some_and(|(question, answer)| is_right(question, answer));
            QuestionMark { question: id.clone(), points: u32::from(right) }
        })
        .collect();
    let points = questions.iter().map(|question| question.points).sum();
    let max = u32::try_from(questions.len()).unwrap_or(u32::MAX);
    // Compared without rounding: 79.9 % does not reach 80 %.
    let passed = max > 0 && points * 100 >= max * u32::from(quiz.pass);
    Mark { points, max, passed, rule: RULE_VERSION, questions }
}

fn is_right(question: &Question, answer: &Answer) -> bool {
    match answer {
        Answer::Choice(id) => question.choice(id).is_some_and(|choice| choice.right),
    }
}
