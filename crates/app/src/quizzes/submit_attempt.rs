//! An attempt is handed in, marked, and decides whether the quiz is done.

use super::{At, own_attempt, terms};
use crate::command::{Command, once};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable};
use domain::Claimed;
use domain::facts::{ActivityDone, AttemptSubmitted, Subject, What};
use domain::ids::{AttemptId, CommandId, PersonId};
use domain::quizzes::{InProgress, Mark, SubmitRefused, Unanswered};
use store::NewFact;

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
            let terms = terms(writing, quiz, &At::of(&owner, &row.activity))?;
            let answers = writing.answers(attempt)?;
            let open = InProgress { id: attempt, begun: row.started, asked: row.asked, answers };
            let received = writing.now();
            let (handed_in, claimed) = (it.claimed.true_time(received), it.claimed.said(received));
            let mark = open
                .submit((quiz, &terms), it.unanswered, handed_in)
                .map_err(|SubmitRefused::Open(open)| SubmitAttemptRefused::Open(open))?;
            let mut facts: Vec<What> =
                vec![AttemptSubmitted { attempt, mark: mark.clone(), handed_in, claimed }.into()];
            if quiz.is_done_by(mark.passed) {
                facts.push(ActivityDone { enrolment: row.enrolment, activity: row.activity }.into());
            }
            let about = Subject::Person(person);
            writing.record(facts.into_iter().map(|what| NewFact { actor: Some(person), about, what }).collect())?;
            command.answer(writing, &mark)?;
            Ok(mark)
        })
        .await
    }
}
