//! An attempt at a quiz is started, here or on a phone that had no signal.

use super::{At, own_attempt, terms};
use crate::command::{Command, once};
use crate::learning::enrolment_with;
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance};
use domain::Claimed;
use domain::access::marker;
use domain::facts::{ActivityBegun, AttemptStarted, Subject, What};
use domain::ids::{ActivityId, AttemptId, CommandId, PersonId};
use domain::quizzes::{Earlier, Mark, StartRefused, asked, may_start};
use store::{AttemptRow, NewFact};

#[derive(Clone, Debug)]
pub struct StartAttempt {
    pub command: CommandId,
    pub activity: ActivityId,
    /// The id that her phone gave it; none where the server is to choose, and to go on with an attempt that is open.
    pub attempt: Option<AttemptId>,
    /// When she began, by the phone's clock.
    pub claimed: Claimed,
}

impl StartAttempt {
    /// Now, on a page of the server's.
    pub fn now(command: CommandId, activity: ActivityId) -> Self {
        Self { command, activity, attempt: None, claimed: Claimed::default() }
    }

    fn command(&self, person: PersonId) -> Command {
        const VERB: &str = "start attempt";
        match self.attempt {
            None => Command::new(self.command, Some(person), VERB, &self.activity),
            Some(attempt) => {
                Command::new(self.command, Some(person), VERB, &(&self.activity, attempt, self.claimed.at))
            }
        }
    }
}

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

/// What the rule asks of an attempt that has arrived before. Where completing the programme takes a mark above the quiz's own, only
/// that is enough.
pub(crate) fn earlier(row: &AttemptRow, enough: Option<u8>) -> Earlier {
    let is_enough = |mark: &Mark| mark.passed && enough.is_none_or(|enough| mark.counts() >= enough);
    let passed = row.mark.as_ref().is_some_and(is_enough);
    Earlier { attempt: row.attempt, handed_in: row.submitted, passed }
}

impl Telar {
    /// Starts an attempt. Without an id of the phone's it gives back one that is open.
    pub async fn start_attempt(&self, person: PersonId, it: StartAttempt) -> Result<AttemptId, StartAttemptRefused> {
        let telar = self.clone();
        let attempt: AttemptId = it.attempt.map_or_else(|| chance::id(self.now()), Ok)?;
        self.write(move |writing| {
            let command = it.command(person);
            once!(command, writing, StartAttemptRefused::OtherContent);
            let found = enrolment_with(&telar, writing, person, &it.activity)?;
            let (row, programme) = found.ok_or(StartAttemptRefused::NotFound)?;
            let quiz = programme.activity(it.activity.as_str()).and_then(|it| it.quiz());
            let quiz = quiz.ok_or(StartAttemptRefused::NotFound)?;
            if writing.attempt(attempt)?.is_some() {
                // Hers at this quiz: she has it already. Another's is refused as anything is that is not there.
                let hers = own_attempt(writing, person, attempt)?.filter(|(row, _)| row.activity == it.activity);
                hers.ok_or(StartAttemptRefused::NotFound)?;
                command.answer(writing, &attempt)?;
                return Ok(attempt);
            }
            let before = writing.attempts(row.enrolment, &it.activity)?;
            let open = before.iter().rfind(|before| before.submitted.is_none());
            if let (None, Some(open)) = (it.attempt, open) {
                command.answer(writing, &open.attempt)?;
                return Ok(open.attempt);
            }
            if row.authority != writing.origin().node {
                return Err(StartAttemptRefused::NotAuthority);
            }
            let received = writing.now();
            let begun = it.claimed.true_time(received);
            let enough = programme.mark_above_pass(&it.activity);
            let earlier: Vec<Earlier> = before.iter().map(|row| earlier(row, enough)).collect();
            let terms = terms(writing, quiz, &At::of(&row, &it.activity))?;
            may_start(quiz, &terms, &earlier, begun).map_err(StartAttemptRefused::Rule)?;
            let enrolment = row.enrolment;
            let started = AttemptStarted {
                attempt,
                enrolment,
                activity: it.activity.clone(),
                number: u16::try_from(before.len()).unwrap_or(u16::MAX).saturating_add(1),
                asked: asked(quiz, attempt, &marker(person)),
                begun,
                claimed: it.claimed.said(received),
            };
            let facts: Vec<What> = vec![ActivityBegun { enrolment, activity: it.activity }.into(), started.into()];
            let about = Subject::Person(person);
            writing.record(facts.into_iter().map(|what| NewFact { actor: Some(person), about, what }).collect())?;
            command.answer(writing, &attempt)?;
            Ok(attempt)
        })
        .await
    }
}
