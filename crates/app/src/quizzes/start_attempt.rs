//! An attempt at a quiz is started.

use crate::command::{Command, once};
use crate::learning::enrolment_with;
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance};
use domain::facts::{ActivityBegun, AttemptStarted, Subject, What};
use domain::ids::{ActivityId, AttemptId, CommandId, PersonId};
use domain::quizzes::{StartRefused, may_start};
use store::NewFact;

#[derive(Debug, thiserror::Error)]
pub enum StartAttemptRefused {
    #[error("not found")]
    NotFound,
    #[error(transparent)]
    Rule(StartRefused),
    /// Attempts have a limit, so one node alone gives them out for each cohort.
    #[error("another node decides for this cohort")]
    NotAuthority,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(StartAttemptRefused);

impl Telar {
    /// Starts an attempt, or gives back the one that is open.
    pub async fn start_attempt(
        &self,
        person: PersonId,
        activity: &str,
        command: CommandId,
    ) -> Result<AttemptId, StartAttemptRefused> {
        let (telar, activity) = (self.clone(), ActivityId(activity.to_owned()));
        let attempt: AttemptId = chance::id(self.now())?;
        self.write(move |writing| {
            let command = Command::new(command, Some(person), "start attempt", &activity);
            once!(command, writing, StartAttemptRefused::OtherContent);
            let found = enrolment_with(&telar, writing, person, &activity)?;
            let (row, programme) = found.ok_or(StartAttemptRefused::NotFound)?;
            let quiz = programme.activity(activity.as_str()).and_then(|it| it.quiz());
            let quiz = quiz.ok_or(StartAttemptRefused::NotFound)?;
            let before = writing.attempts(row.enrolment, &activity)?;
            if let Some(open) = before.iter().find(|before| before.submitted.is_none()) {
                command.answer(writing, &open.attempt)?;
                return Ok(open.attempt);
            }
            if row.authority != writing.origin().node {
                return Err(StartAttemptRefused::NotAuthority);
            }
            let used = u16::try_from(before.len()).unwrap_or(u16::MAX);
            let passed = before.iter().any(|it| it.mark.as_ref().is_some_and(|mark| mark.passed));
            may_start(quiz, used, passed).map_err(StartAttemptRefused::Rule)?;
            let asked = quiz.questions.iter().map(|question| question.id.clone()).collect();
            let enrolment = row.enrolment;
            let started = AttemptStarted { attempt, enrolment, activity: activity.clone(), number: used + 1, asked };
            let facts: Vec<What> = vec![ActivityBegun { enrolment, activity }.into(), started.into()];
            let about = Subject::Person(person);
            writing.record(facts.into_iter().map(|what| NewFact { actor: Some(person), about, what }).collect())?;
            command.answer(writing, &attempt)?;
            Ok(attempt)
        })
        .await
    }
}
