//! One person's attempt at a quiz. Only an attempt in progress can be answered or handed in: the types say so.

use super::{Answer, Mark, Quiz, mark_attempt};
use crate::Moment;
use crate::ids::{AttemptId, QuestionId};
use std::collections::BTreeMap;

/// An attempt that is open.
#[derive(Clone, Debug)]
pub struct InProgress {
    pub id: AttemptId,
    /// The questions asked, in the order asked.
    pub asked: Vec<QuestionId>,
    pub answers: BTreeMap<QuestionId, Given>,
}

/// An answer as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    pub answer: Answer,
    /// When the person gave it, by her own phone's clock, never later than when it arrived.
    pub given: Moment,
}

/// What a new answer does to the one that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Replacement {
    /// It stands from now on.
    Stands(Given),
    /// It was given before the one that stands, and only arrived later. It is kept in the journal and changes nothing.
    Older(Given),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerRefused {
    #[error("this question is not part of the attempt")]
    NotAsked,
    #[error("this question does not offer that answer")]
    NotOffered,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SubmitRefused {
    #[error("{0} questions are still without an answer")]
    Open(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StartRefused {
    #[error("every attempt has been used")]
    NoneLeft,
    #[error("the quiz is already passed")]
    AlreadyPassed,
}

/// Whether another attempt may be started, `used` having been handed in before.
pub fn may_start(quiz: &Quiz, used: u16, passed: bool) -> Result<(), StartRefused> {
    let practice = quiz.counting == super::Counting::Practice;
    if passed && !practice {
        Err(StartRefused::AlreadyPassed)
    } else if quiz.attempts > 0 && used >= quiz.attempts {
        Err(StartRefused::NoneLeft)
    } else {
        Ok(())
    }
}

impl InProgress {
    /// Takes an answer. `claimed` is the phone's clock and may be wrong by years; it is held to `received` at the latest,
    /// so that a fast clock cannot make an answer stand against all later ones.
    pub fn answer(
        &self,
        quiz: &Quiz,
        question: &QuestionId,
        answer: Answer,
        (claimed, received): (Moment, Moment),
    ) -> Result<Replacement, AnswerRefused> {
        let asked = self.asked.contains(question).then(|| quiz.question(question.as_str())).flatten();
        let asked = asked.ok_or(AnswerRefused::NotAsked)?;
        if !asked.accepts(&answer) {
            return Err(AnswerRefused::NotOffered);
        }
        let given = Given { answer, given: claimed.min(received) };
        Ok(match self.answers.get(question) {
            Some(standing) if standing.given > given.given => Replacement::Older(given),
            _ => Replacement::Stands(given),
        })
    }

    /// The questions that have no answer yet, in the order asked.
    pub fn open(&self) -> Vec<&QuestionId> {
        self.asked.iter().filter(|id| !self.answers.contains_key(*id)).collect()
    }

    /// Hands the attempt in and marks it. With `leave_open`, unanswered questions count as not right instead of refusing.
    pub fn submit(self, quiz: &Quiz, unanswered: Unanswered) -> Result<Mark, SubmitRefused> {
        let open = self.open().len();
        if open > 0 && unanswered == Unanswered::Refuse {
            return Err(SubmitRefused::Open(open));
        }
        let answers = self.answers.into_iter().map(|(id, given)| (id, given.answer)).collect();
        Ok(mark_attempt(quiz, &self.asked, &answers))
    }
}

/// What handing in does with questions that have no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unanswered {
    /// Ask the person first.
    Refuse,
    /// She has confirmed: they count as not right.
    CountAsWrong,
}
