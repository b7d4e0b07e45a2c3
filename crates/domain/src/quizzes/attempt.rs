//! One person's attempt at a quiz. Only an attempt in progress can be answered or handed in: the types say so.

use super::marking::Readings;
use super::{Answer, Mark, Quiz, Terms, mark_attempt};
use crate::ids::{AttemptId, QuestionId};
use crate::moment::Span;
use crate::{Claimed, Moment};
use std::collections::BTreeMap;

/// An attempt that is open.
#[derive(Clone, Debug)]
pub struct InProgress {
    pub id: AttemptId,
    /// When it was begun, by the server's clock; the time of a timed quiz runs from here.
    pub begun: Moment,
    /// The questions asked, in the order asked.
    pub asked: Vec<QuestionId>,
    pub answers: BTreeMap<QuestionId, Given>,
}

/// An answer as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    pub answer: Answer,
    /// When the person gave it: [`Claimed::true_time`].
    pub given: Moment,
}

/// What a new answer does to the one that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Replacement {
    /// It stands from now on.
    Stands(Given),
    /// It was given before the one that stands, and only arrived later. It is kept in the journal and changes nothing.
    Older(Given),
    /// It was given after the quiz's time was over. It is kept in the journal and changes nothing.
    TooLate(Given),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerRefused {
    #[error("this question is not part of the attempt")]
    NotAsked,
    #[error("this question does not offer that answer")]
    NotOffered,
    #[error("a number is wanted, such as 12 or 2,5")]
    NotANumber,
    #[error("the answer has more than {0} characters")]
    TooLong(u16),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SubmitRefused {
    #[error("{0} questions are still without an answer")]
    Open(usize),
}

/// How long a request may be on its way; the phone gives it up after that. A true time holds the way of its own request, so one
/// of two answers given in quick succession may look later than it was by so much. Within it the order of arrival decides: a
/// phone sends one answer only after the server's word on the one before.
pub const TRANSIT: Span = Span::seconds(20);

impl InProgress {
    /// Takes an answer. What decides is when it was given, not when it arrived: by that it is too late or in time, older than
    /// the one that stands or newer.
    pub fn answer(
        &self,
        (quiz, terms): (&Quiz, &Terms),
        question: &QuestionId,
        answer: Answer,
        (claimed, received): (Claimed, Moment),
    ) -> Result<Replacement, AnswerRefused> {
        let asked = self.asked.contains(question).then(|| quiz.question(question.as_str())).flatten();
        let asked = asked.ok_or(AnswerRefused::NotAsked)?;
        let given = claimed.true_time(received);
        let standing = self.answers.get(question);
        if terms.is_too_late(self.begun, given) {
            return if answer.fits(&asked.kind) {
                Ok(Replacement::TooLate(Given { answer, given }))
            } else {
                Err(answer.fault(&asked.kind))
            };
        }
        if standing.is_some_and(|standing| standing.given > given + TRANSIT) && answer.fits(&asked.kind) {
            return Ok(Replacement::Older(Given { answer, given }));
        }
        let given = standing.map_or(given, |standing| given.max(Moment(standing.given.0 + 1)));
        let answer = answer.onto(standing.map(|it| &it.answer), &asked.kind);
        if !answer.fits(&asked.kind) {
            return Err(answer.fault(&asked.kind));
        }
        Ok(Replacement::Stands(Given { answer, given }))
    }

    /// The questions that have no whole answer yet, in the order asked; none that was taken out since.
    pub fn open(&self, quiz: &Quiz) -> Vec<&QuestionId> {
        self.asked.iter().filter(|id| !is_answered(quiz, id, self.answers.get(*id))).collect()
    }

    /// Hands the attempt in at `handed_in` and marks what was given in time. Questions without an answer are asked about first,
    /// unless the time is over: then nothing more can be given, and they count as not right.
    pub fn submit(
        self,
        (quiz, terms): (&Quiz, &Terms),
        unanswered: Unanswered,
        handed_in: Moment,
    ) -> Result<Mark, SubmitRefused> {
        let open = self.open(quiz).len();
        let over = terms.time_over(self.begun).is_some_and(|over| handed_in > over);
        if open > 0 && unanswered == Unanswered::Refuse && !over {
            return Err(SubmitRefused::Open(open));
        }
        let answers = self.answers.into_iter().map(|(id, given)| (id, given.answer)).collect();
        Ok(mark_attempt(quiz, &self.asked, &answers, &Readings::new()))
    }
}

/// Whether nothing of a question is left to answer. One that was taken out, and one whose answer it no longer offers since it
/// was mended, count as what they are: nothing to answer, and not answered.
pub fn is_answered(quiz: &Quiz, question: &QuestionId, given: Option<&Given>) -> bool {
    let Some(question) = quiz.question(question.as_str()).filter(|it| it.is_asked()) else { return true };
    given.is_some_and(|it| it.answer.fits(&question.kind) && it.answer.is_complete(&question.kind))
}

/// What handing in does with questions that have no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unanswered {
    /// Ask the person first.
    Refuse,
    /// She has confirmed: they count as not right.
    CountAsWrong,
}

#[cfg(test)]
mod tests {
    use super::super::tests::{quiz, timed, usual};
    use super::*;
    use crate::quizzes::GRACE;
    use proptest::prelude::*;

    const BEGUN: Moment = Moment(1_800_000_000_000);

    fn attempt(standing: Option<Moment>) -> InProgress {
        let given = |given| ("q-1".into(), Given { answer: Answer::Choice("b".into()), given });
        InProgress {
            id: AttemptId(uuid::Uuid::nil()),
            begun: BEGUN,
            asked: vec!["q-1".into(), "q-2".into()],
            answers: standing.map(given).into_iter().collect(),
        }
    }

    fn right() -> Answer {
        Answer::Choice("a".into())
    }

    /// An answer given at a moment, by a phone whose clock is wrong, that arrives after waiting.
    fn given(attempt: &InProgress, quiz: &Quiz, at: Moment, (wrong, waited): (i64, i64)) -> Replacement {
        let claimed = Claimed { at: Some(Moment(at.0 + wrong)), sent: Some(Moment(at.0 + wrong + waited)) };
        attempt
            .answer((quiz, &usual(quiz)), &"q-1".into(), right(), (claimed, at + Span(waited)))
            .expect("it is offered")
    }

    proptest! {
        #[test]
        fn an_answer_counts_by_when_it_was_given_wherever_the_phone_has_been(
            minutes in 1..=240_u16, after in 0..20_000_000_i64, wrong in -1_000_000_000_000..1_000_000_000_000_i64,
            waited in 0..100_000_000_000_i64,
        ) {
            let quiz = timed(minutes);
            let last = Span::minutes(i64::from(minutes)).0 + GRACE.0;
            let replaced = given(&attempt(None), &quiz, BEGUN + Span(after), (wrong, waited));
            let answer = Given { answer: right(), given: BEGUN + Span(after) };
            let expected = if after <= last { Replacement::Stands(answer) } else { Replacement::TooLate(answer) };
            prop_assert_eq!(replaced, expected);
        }

        #[test]
        fn of_two_answers_the_one_given_later_stands(first in 0..1_000_000_i64, second in 0..1_000_000_i64, waited in 0..1_000_000_i64) {
            let standing = attempt(Some(BEGUN + Span(first)));
            let stands = matches!(given(&standing, &quiz(0), BEGUN + Span(second), (0, waited)), Replacement::Stands(_));
            prop_assert_eq!(stands, second + TRANSIT.0 >= first);
        }

        #[test]
        fn a_correction_stands_however_long_the_ways_of_the_two_requests_were(
            apart in 1..60_000_i64, first_way in 0..TRANSIT.0, second_way in 0..TRANSIT.0
        ) {
            // Each is sent as soon as it is given, and seems to be given when it arrives.
            let first = given(&attempt(None), &quiz(0), BEGUN + Span(first_way), (0, 0));
            let Replacement::Stands(first) = first else { panic!("the first stands") };
            let mut standing = attempt(None);
            let before = first.given;
            standing.answers.insert("q-1".into(), first);
            let second = given(&standing, &quiz(0), BEGUN + Span(apart + second_way), (0, 0));
            let Replacement::Stands(second) = second else { panic!("the correction stands") };
            prop_assert!(second.given > before);
        }

        #[test]
        fn handing_in_after_the_time_marks_what_was_given_and_asks_nothing(minutes in 1..=240_u16, late in 1..100_000_000_i64) {
            let over = BEGUN + Span::minutes(i64::from(minutes));
            let mark = attempt(Some(BEGUN)).submit((&timed(minutes), &usual(&timed(minutes))), Unanswered::Refuse, over + Span(late)).expect("it is taken");
            prop_assert_eq!((mark.points, mark.max), (0, 200));
            let asked = attempt(Some(BEGUN)).submit((&timed(minutes), &usual(&timed(minutes))), Unanswered::Refuse, over);
            prop_assert_eq!(asked, Err(SubmitRefused::Open(1)));
        }
    }

    #[test]
    fn without_a_limit_nothing_is_too_late() {
        let years = BEGUN + Span::days(10_000);
        assert!(matches!(given(&attempt(None), &quiz(0), years, (0, 0)), Replacement::Stands(_)));
        assert_eq!(
            attempt(None).submit((&quiz(0), &usual(&quiz(0))), Unanswered::Refuse, years),
            Err(SubmitRefused::Open(2))
        );
    }

    #[test]
    fn what_is_not_asked_or_not_offered_is_refused() {
        let now = (Claimed::default(), BEGUN);
        let attempt = attempt(None);
        assert_eq!(
            attempt.answer((&quiz(0), &usual(&quiz(0))), &"q-9".into(), right(), now),
            Err(AnswerRefused::NotAsked)
        );
        let other = Answer::Choice("z".into());
        assert_eq!(
            attempt.answer((&quiz(0), &usual(&quiz(0))), &"q-1".into(), other, now),
            Err(AnswerRefused::NotOffered)
        );
    }
}
