//! Attempts and answers.

use crate::engine::{Row, StoreError, params};
use crate::statement::sql;
use crate::store::Reading;
use domain::Moment;
use domain::ids::{ActivityId, AttemptId, CohortId, EnrolmentId, QuestionId};
use domain::quizzes::{Given, Mark};
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
pub struct AttemptRow {
    pub attempt: AttemptId,
    pub enrolment: EnrolmentId,
    pub activity: ActivityId,
    pub number: u16,
    pub asked: Vec<QuestionId>,
    pub started: Moment,
    pub submitted: Option<Moment>,
    pub mark: Option<Mark>,
}

/// How often a quiz was handed in without passing, by somebody who has not passed it.
#[derive(Clone, Debug)]
pub struct FailedRow {
    pub enrolment: EnrolmentId,
    pub activity: ActivityId,
    pub failed: u16,
}

pub(super) fn read(row: &Row<'_>) -> Result<AttemptRow, StoreError> {
    Ok(AttemptRow {
        attempt: row.parse(0)?,
        enrolment: row.parse(1)?,
        activity: ActivityId(row.text(2)?),
        number: row.small(3)?,
        asked: row.json(4)?,
        started: row.moment(5)?,
        submitted: row.opt_moment(6)?,
        mark: row.opt_json(7)?,
    })
}

impl Reading<'_> {
    pub fn attempt(&mut self, attempt: AttemptId) -> Result<Option<AttemptRow>, StoreError> {
        let sql = sql!(
            "SELECT attempt, enrolment, activity, number, asked, started, submitted, mark FROM attempts WHERE attempt = ?1"
        );
        self.conn.first(sql, params![attempt], read)
    }

    /// The attempts at one quiz, the first first.
    pub fn attempts(&mut self, enrolment: EnrolmentId, activity: &ActivityId) -> Result<Vec<AttemptRow>, StoreError> {
        let sql = sql!(
            "SELECT attempt, enrolment, activity, number, asked, started, submitted, mark FROM attempts \
             WHERE enrolment = ?1 AND activity = ?2 ORDER BY number, started, attempt"
        );
        self.conn.query(sql, params![enrolment, activity], read)
    }

    pub fn answers(&mut self, attempt: AttemptId) -> Result<BTreeMap<QuestionId, Given>, StoreError> {
        let sql = sql!("SELECT question, answer, given FROM answers WHERE attempt = ?1");
        let answers = self.conn.query(sql, params![attempt], |row| {
            Ok((QuestionId(row.text(0)?), Given { answer: row.json(1)?, given: row.moment(2)? }))
        })?;
        Ok(answers.into_iter().collect())
    }

    /// The answer that stands for one question.
    pub fn answer(&mut self, attempt: AttemptId, question: &QuestionId) -> Result<Option<Given>, StoreError> {
        let sql = sql!("SELECT answer, given FROM answers WHERE attempt = ?1 AND question = ?2");
        self.conn
            .first(sql, params![attempt, question], |row| Ok(Given { answer: row.json(0)?, given: row.moment(1)? }))
    }

    pub fn failed_in_cohort(&mut self, cohort: CohortId) -> Result<Vec<FailedRow>, StoreError> {
        let sql = sql!(
            "SELECT t.enrolment, t.activity, COUNT(*) FROM attempts t JOIN enrolments e ON e.enrolment = t.enrolment \
             WHERE e.cohort = ?1 AND t.submitted IS NOT NULL GROUP BY t.enrolment, t.activity HAVING MAX(t.passed) = 0"
        );
        self.conn.query(sql, params![cohort], |row| {
            Ok(FailedRow { enrolment: row.parse(0)?, activity: ActivityId(row.text(1)?), failed: row.small(2)? })
        })
    }
}
