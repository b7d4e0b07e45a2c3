//! What happened to a timed attempt outside its time, from the journal: answers that were kept and do not count, and who handed it
//! in where it was not she.

use domain::Moment;
use domain::facts::{Subject, What};
use domain::ids::{AttemptId, PersonId, QuestionId};
use domain::quizzes::{Answer, Quiz};
use store::{Reading, StoreError};

#[derive(Clone, Debug, Default)]
pub struct OutOfTime {
    /// Of each question the last one.
    pub late: Vec<LateAnswer>,
    /// Staff who handed it in once its time was over.
    pub handed_in_by: Option<PersonId>,
}

/// An answer that was given after the time was over.
#[derive(Clone, Debug)]
pub struct LateAnswer {
    pub question: QuestionId,
    pub answer: Answer,
    pub given: Moment,
}

impl OutOfTime {
    /// Of a quiz without a limit nothing is; then nothing is looked up.
    pub(super) fn of(
        reading: &mut Reading<'_>,
        (person, attempt): (PersonId, AttemptId),
        quiz: &Quiz,
    ) -> Result<Self, StoreError> {
        let mut found = Self::default();
        if quiz.time_limit.is_none() {
            return Ok(found);
        }
        for fact in reading.facts_about(Subject::Person(person))? {
            let Some(payload) = &fact.payload else { continue };
            match What::parse(&fact.kind, &payload.json) {
                Ok(Some(What::AnswerTooLate(it))) if it.attempt == attempt => {
                    found.late.retain(|known| known.question != it.question || known.given > it.given);
                    if !found.late.iter().any(|known| known.question == it.question) {
                        found.late.push(LateAnswer { question: it.question, answer: it.answer, given: it.given });
                    }
                }
                Ok(Some(What::AttemptSubmitted(it))) if it.attempt == attempt => {
                    found.handed_in_by = fact.actor.filter(|actor| *actor != person);
                }
                _ => {}
            }
        }
        Ok(found)
    }

    pub fn of_question(&self, question: &QuestionId) -> Option<&LateAnswer> {
        self.late.iter().find(|it| it.question == *question)
    }
}
