//! The attempts that statistics count: of each person in a cohort, or in all cohorts that run a programme version, the first that
//! she handed in. A fixed number of queries, however many people there are.

use super::AnswersByAttempt;
use super::quiz_results::{answer, by_attempt};
use crate::engine::{Row, StoreError, params};
use crate::statement::sql;
use crate::store::Reading;
use domain::Moment;
use domain::ids::{ActivityId, AttemptId, CohortId, EnrolmentId, PersonId, ProgrammeVersionId};
use domain::quizzes::Mark;

/// An attempt that was handed in before any other of the same enrolment at the same quiz.
#[derive(Clone, Debug)]
pub struct FirstAttemptRow {
    pub attempt: AttemptId,
    pub enrolment: EnrolmentId,
    pub person: PersonId,
    pub mark: Mark,
    pub started: Moment,
    pub submitted: Moment,
}

fn read(row: &Row<'_>) -> Result<FirstAttemptRow, StoreError> {
    Ok(FirstAttemptRow {
        attempt: row.parse(0)?,
        enrolment: row.parse(1)?,
        person: row.parse(2)?,
        mark: row.json(3)?,
        started: row.moment(4)?,
        submitted: row.moment(5)?,
    })
}

/// The attempts at a quiz, `?2`, that were handed in before any other, of those in the cohort or of the version `?1`.
macro_rules! first_where {
    ($selected:literal, $over:literal, $ending:literal) => {
        sql!(concat!(
            $selected,
            " JOIN enrolments e ON e.enrolment = t.enrolment JOIN cohorts c ON c.cohort = e.cohort WHERE ",
            $over,
            " = ?1 AND t.activity = ?2 AND t.submitted IS NOT NULL AND t.mark IS NOT NULL \
             AND NOT EXISTS (SELECT 1 FROM attempts f WHERE f.enrolment = t.enrolment AND f.activity = t.activity \
             AND f.submitted IS NOT NULL \
             AND (f.submitted < t.submitted OR (f.submitted = t.submitted AND f.number < t.number)))",
            $ending
        ))
    };
}

/// All that [`read`] takes.
macro_rules! attempts_where {
    ($over:literal) => {
        first_where!(
            "SELECT t.attempt, t.enrolment, e.person, t.mark, t.started, t.submitted FROM attempts t",
            $over,
            " ORDER BY t.submitted, t.attempt"
        )
    };
}

macro_rules! answers_where {
    ($over:literal) => {
        first_where!(
            "SELECT a.attempt, a.question, a.answer FROM answers a JOIN attempts t ON t.attempt = a.attempt",
            $over,
            ""
        )
    };
}

impl Reading<'_> {
    pub fn first_attempts_in_cohort(
        &mut self,
        cohort: CohortId,
        activity: &ActivityId,
    ) -> Result<Vec<FirstAttemptRow>, StoreError> {
        self.conn.query(attempts_where!("e.cohort"), params![cohort, activity], read)
    }

    /// Of somebody who is in several of these cohorts there are several, the one that was handed in first first.
    pub fn first_attempts_of_version(
        &mut self,
        version: ProgrammeVersionId,
        activity: &ActivityId,
    ) -> Result<Vec<FirstAttemptRow>, StoreError> {
        self.conn.query(attempts_where!("c.version"), params![version, activity], read)
    }

    /// The answers of [`Reading::first_attempts_in_cohort`].
    pub fn first_answers_in_cohort(
        &mut self,
        cohort: CohortId,
        activity: &ActivityId,
    ) -> Result<AnswersByAttempt, StoreError> {
        Ok(by_attempt(self.conn.query(answers_where!("e.cohort"), params![cohort, activity], answer)?))
    }

    /// The answers of [`Reading::first_attempts_of_version`].
    pub fn first_answers_of_version(
        &mut self,
        version: ProgrammeVersionId,
        activity: &ActivityId,
    ) -> Result<AnswersByAttempt, StoreError> {
        Ok(by_attempt(self.conn.query(answers_where!("c.version"), params![version, activity], answer)?))
    }

    /// How many people are in the cohorts that run a version, each once.
    pub fn people_of_version(&mut self, version: ProgrammeVersionId) -> Result<u64, StoreError> {
        let sql = sql!(
            "SELECT COUNT(DISTINCT e.person) FROM enrolments e JOIN cohorts c ON c.cohort = e.cohort WHERE c.version = ?1"
        );
        Ok(self.conn.first(sql, params![version], |row| row.small(0))?.unwrap_or_default())
    }
}
