//! An attempt is handed in, marked, and decides whether the quiz is done.

use super::{At, own_attempt, terms};
use crate::command::{Command, once};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable};
use domain::facts::{ActivityDone, AttemptSubmitted, Subject, What};
use domain::ids::{AttemptId, CommandId, PersonId};
use domain::quizzes::{InProgress, Mark, Quiz, SubmitRefused, Terms, Unanswered};
use domain::{Claimed, Moment};
use store::{AttemptRow, EnrolmentRow, NewFact, Writing};

#[derive(Clone, Copy, Debug)]
pub struct SubmitAttempt {
    pub command: CommandId,
    pub attempt: AttemptId,
    pub unanswered: Unanswered,
    /// When she handed it in, by the phone's clock.
    pub claimed: Claimed,
}

#[derive(Debug, thiserror::Error)]
pub enum SubmitAttemptRefused {
    #[error("not found")]
    NotFound,
    #[error("{0} questions are still without an answer")]
    Open(usize),
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(SubmitAttemptRefused);

impl Telar {
    /// Hands in. An attempt that was handed in before, from this device or another, answers with the mark that stands.
    pub async fn submit_attempt(&self, person: PersonId, it: SubmitAttempt) -> Result<Mark, SubmitAttemptRefused> {
        let telar = self.clone();
        self.write(move |writing| {
            let attempt = it.attempt;
            // Her «yes, without the rest» is no other wish than the one that was asked back.
            let command = Command::new(it.command, Some(person), "submit attempt", &attempt);
            once!(command, writing, SubmitAttemptRefused::OtherContent);
            let found = own_attempt(writing, person, attempt)?;
            let (row, owner) = found.ok_or(SubmitAttemptRefused::NotFound)?;
            if let Some(mark) = row.mark {
                command.answer(writing, &mark)?;
                return Ok(mark);
            }
            let programme = telar.shelf().take(writing, owner.version)?;
            let quiz = programme.activity(row.activity.as_str()).and_then(|activity| activity.quiz());
            let quiz = quiz.ok_or(SubmitAttemptRefused::NotFound)?;
            let closing = Closing::of(writing, quiz, (attempt, row, owner))?;
            let mark = closing
                .close(writing, person, (it.unanswered, it.claimed))?
                .map_err(|SubmitRefused::Open(open)| SubmitAttemptRefused::Open(open))?;
            command.answer(writing, &mark)?;
            Ok(mark)
        })
        .await
    }
}

/// An open attempt that is about to be handed in, within one write.
pub(super) struct Closing<'a> {
    attempt: AttemptId,
    row: AttemptRow,
    owner: EnrolmentRow,
    quiz: &'a Quiz,
    terms: Terms,
}

impl<'a> Closing<'a> {
    pub fn of(
        writing: &mut Writing<'_>,
        quiz: &'a Quiz,
        (attempt, row, owner): (AttemptId, AttemptRow, EnrolmentRow),
    ) -> Result<Self, Unavailable> {
        let terms = terms(writing, quiz, &At::of(&owner, &row.activity))?;
        Ok(Self { attempt, row, owner, quiz, terms })
    }

    pub fn is_over(&self, now: Moment) -> bool {
        self.terms.time_over(self.row.started).is_some_and(|over| now > over)
    }

    /// Marks what was given in time, and writes down that `by` handed it in.
    pub fn close(
        self,
        writing: &mut Writing<'_>,
        by: PersonId,
        (unanswered, claimed): (Unanswered, Claimed),
    ) -> Result<Result<Mark, SubmitRefused>, Unavailable> {
        let Self { attempt, row, owner, quiz, terms } = self;
        let answers = writing.answers(attempt)?;
        let open = InProgress { id: attempt, begun: row.started, asked: row.asked, answers };
        let received = writing.now();
        let (handed_in, claimed) = (claimed.true_time(received), claimed.said(received));
        let mark = match open.submit((quiz, &terms), unanswered, handed_in) {
            Ok(mark) => mark,
            Err(why) => return Ok(Err(why)),
        };
        let mut facts: Vec<What> = vec![AttemptSubmitted { attempt, mark: mark.clone(), handed_in, claimed }.into()];
        if quiz.is_done_by(mark.passed) {
            facts.push(ActivityDone { enrolment: row.enrolment, activity: row.activity }.into());
        }
        let about = Subject::Person(owner.person);
        writing.record(facts.into_iter().map(|what| NewFact { actor: Some(by), about, what }).collect())?;
        Ok(Ok(mark))
    }
}
