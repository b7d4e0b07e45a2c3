//! Attempts and answers of many people at once: of a cohort, or of all cohorts that run a programme version. Each is one query,
//! however many people there are.

use super::AttemptRow;
use super::quizzes::read as attempt;
use crate::engine::{Row, StoreError, params};
use crate::statement::sql;
use crate::store::Reading;
use domain::Moment;
use domain::ids::{ActivityId, AttemptId, CohortId, EnrolmentId, PersonId, ProgrammeVersionId, QuestionId};
use domain::people::PersonName;
use domain::quizzes::marking::Readings;
use domain::quizzes::{Answer, Window};
use std::collections::{BTreeMap, HashMap};

/// How many people of a cohort are how far at one quiz.
#[derive(Clone, Debug)]
pub struct QuizCountRow {
    pub activity: ActivityId,
    pub began: u64,
    pub handed_in: u64,
    pub passed: u64,
}

/// An answer, and how many attempts that were handed in have it.
#[derive(Clone, Debug)]
pub struct GivenRow {
    pub question: QuestionId,
    pub answer: Answer,
    pub times: u64,
}

/// An attempt that was handed in, with whose it is.
#[derive(Clone, Debug)]
pub struct HandedInRow {
    pub attempt: AttemptRow,
    pub person: PersonId,
    pub name: PersonName,
    pub cohort: CohortId,
}

/// All answers to some attempts, by attempt.
pub type AnswersByAttempt = HashMap<AttemptId, BTreeMap<QuestionId, Answer>>;

fn handed_in(row: &Row<'_>) -> Result<HandedInRow, StoreError> {
    Ok(HandedInRow { attempt: attempt(row)?, person: row.parse(8)?, name: row.word(9)?, cohort: row.parse(10)? })
}

pub(super) fn by_attempt(rows: Vec<(AttemptId, QuestionId, Answer)>) -> AnswersByAttempt {
    let mut all = AnswersByAttempt::new();
    for (attempt, question, answer) in rows {
        all.entry(attempt).or_default().insert(question, answer);
    }
    all
}

fn readings_by_attempt(rows: Vec<(AttemptId, String, u32)>) -> HashMap<AttemptId, Readings> {
    let mut all: HashMap<AttemptId, Readings> = HashMap::new();
    for (attempt, answer, hundredths) in rows {
        all.entry(attempt).or_default().insert(answer, hundredths);
    }
    all
}

pub(super) fn answer(row: &Row<'_>) -> Result<(AttemptId, QuestionId, Answer), StoreError> {
    Ok((row.parse(0)?, QuestionId(row.text(1)?), row.json(2)?))
}

fn reading(row: &Row<'_>) -> Result<(AttemptId, String, u32), StoreError> {
    Ok((row.parse(0)?, row.text(1)?, row.small(2)?))
}

impl Reading<'_> {
    pub fn quiz_counts(&mut self, cohort: CohortId) -> Result<Vec<QuizCountRow>, StoreError> {
        let sql = sql!(
            "SELECT t.activity, COUNT(DISTINCT t.enrolment), \
             COUNT(DISTINCT CASE WHEN t.submitted IS NOT NULL THEN t.enrolment END), \
             COUNT(DISTINCT CASE WHEN t.passed = 1 THEN t.enrolment END) \
             FROM attempts t JOIN enrolments e ON e.enrolment = t.enrolment WHERE e.cohort = ?1 GROUP BY t.activity"
        );
        self.conn.query(sql, params![cohort], |row| {
            Ok(QuizCountRow {
                activity: ActivityId(row.text(0)?),
                began: row.small(1)?,
                handed_in: row.small(2)?,
                passed: row.small(3)?,
            })
        })
    }

    /// Every attempt at a quiz in a cohort, each person's first first.
    pub fn attempts_in_cohort(
        &mut self,
        cohort: CohortId,
        activity: &ActivityId,
    ) -> Result<Vec<AttemptRow>, StoreError> {
        let sql = sql!(
            "SELECT t.attempt, t.enrolment, t.activity, t.number, t.asked, t.started, t.submitted, t.mark \
             FROM attempts t JOIN enrolments e ON e.enrolment = t.enrolment \
             WHERE e.cohort = ?1 AND t.activity = ?2 ORDER BY t.enrolment, t.number, t.started, t.attempt"
        );
        self.conn.query(sql, params![cohort, activity], attempt)
    }

    /// Which answers were given at a quiz in a cohort, in attempts that were handed in, and how often each.
    pub fn answers_given_in_cohort(
        &mut self,
        cohort: CohortId,
        activity: &ActivityId,
    ) -> Result<Vec<GivenRow>, StoreError> {
        let sql = sql!(
            "SELECT a.question, a.answer, COUNT(*) FROM answers a JOIN attempts t ON t.attempt = a.attempt \
             JOIN enrolments e ON e.enrolment = t.enrolment \
             WHERE e.cohort = ?1 AND t.activity = ?2 AND t.submitted IS NOT NULL \
             GROUP BY a.question, a.answer ORDER BY a.question, COUNT(*) DESC, a.answer"
        );
        self.conn.query(sql, params![cohort, activity], |row| {
            Ok(GivenRow { question: QuestionId(row.text(0)?), answer: row.json(1)?, times: row.small(2)? })
        })
    }

    /// The answers of a quiz's attempts in a cohort, of those in progress too.
    pub fn answers_in_cohort(
        &mut self,
        cohort: CohortId,
        activity: &ActivityId,
    ) -> Result<AnswersByAttempt, StoreError> {
        let sql = sql!(
            "SELECT a.attempt, a.question, a.answer FROM answers a JOIN attempts t ON t.attempt = a.attempt \
             JOIN enrolments e ON e.enrolment = t.enrolment WHERE e.cohort = ?1 AND t.activity = ?2"
        );
        Ok(by_attempt(self.conn.query(sql, params![cohort, activity], answer)?))
    }

    /// The days that were set for quizzes in a cohort.
    pub fn quiz_windows(&mut self, cohort: CohortId) -> Result<HashMap<ActivityId, Window>, StoreError> {
        let sql = sql!("SELECT activity, window_json FROM quiz_windows WHERE cohort = ?1");
        let windows = self.conn.query(sql, params![cohort], |row| Ok((ActivityId(row.text(0)?), row.json(1)?)))?;
        Ok(windows.into_iter().collect())
    }

    /// The attempts of a cohort in which a person has yet to read something, the one that was handed in first first. A mark says
    /// `unread` only where it is not 0, and nothing else in it can hold that word in quotes.
    pub fn attempts_to_read(&mut self, cohort: CohortId) -> Result<Vec<HandedInRow>, StoreError> {
        let sql = sql!(
            "SELECT t.attempt, t.enrolment, t.activity, t.number, t.asked, t.started, t.submitted, t.mark, \
             p.person, p.name, e.cohort FROM attempts t JOIN enrolments e ON e.enrolment = t.enrolment \
             JOIN people p ON p.person = e.person \
             WHERE e.cohort = ?1 AND t.submitted IS NOT NULL AND t.mark LIKE '%\"unread\":%' \
             ORDER BY t.submitted, t.attempt"
        );
        self.conn.query(sql, params![cohort], handed_in)
    }

    /// Every attempt at a quiz that was handed in, in all cohorts that run this version.
    pub fn handed_in_of_version(
        &mut self,
        version: ProgrammeVersionId,
        activity: &ActivityId,
    ) -> Result<Vec<HandedInRow>, StoreError> {
        let sql = sql!(
            "SELECT t.attempt, t.enrolment, t.activity, t.number, t.asked, t.started, t.submitted, t.mark, \
             p.person, p.name, e.cohort FROM attempts t JOIN enrolments e ON e.enrolment = t.enrolment \
             JOIN people p ON p.person = e.person JOIN cohorts c ON c.cohort = e.cohort \
             WHERE c.version = ?1 AND t.activity = ?2 AND t.submitted IS NOT NULL ORDER BY p.folded, t.number, t.attempt"
        );
        self.conn.query(sql, params![version, activity], handed_in)
    }

    /// How many attempts at a quiz are in progress, in all cohorts that run this version.
    pub fn in_progress_of_version(
        &mut self,
        version: ProgrammeVersionId,
        activity: &ActivityId,
    ) -> Result<u64, StoreError> {
        let sql = sql!(
            "SELECT COUNT(*) FROM attempts t JOIN enrolments e ON e.enrolment = t.enrolment \
             JOIN cohorts c ON c.cohort = e.cohort WHERE c.version = ?1 AND t.activity = ?2 AND t.submitted IS NULL"
        );
        Ok(self.conn.first(sql, params![version, activity], |row| row.small(0))?.unwrap_or_default())
    }

    pub fn answers_of_version(
        &mut self,
        version: ProgrammeVersionId,
        activity: &ActivityId,
    ) -> Result<AnswersByAttempt, StoreError> {
        let sql = sql!(
            "SELECT a.attempt, a.question, a.answer FROM answers a JOIN attempts t ON t.attempt = a.attempt \
             JOIN enrolments e ON e.enrolment = t.enrolment JOIN cohorts c ON c.cohort = e.cohort \
             WHERE c.version = ?1 AND t.activity = ?2 AND t.submitted IS NOT NULL"
        );
        Ok(by_attempt(self.conn.query(sql, params![version, activity], answer)?))
    }

    pub fn readings_of_version(
        &mut self,
        version: ProgrammeVersionId,
        activity: &ActivityId,
    ) -> Result<HashMap<AttemptId, Readings>, StoreError> {
        let sql = sql!(
            "SELECT r.attempt, r.answer, r.hundredths FROM readings r JOIN attempts t ON t.attempt = r.attempt \
             JOIN enrolments e ON e.enrolment = t.enrolment JOIN cohorts c ON c.cohort = e.cohort \
             WHERE c.version = ?1 AND t.activity = ?2"
        );
        Ok(readings_by_attempt(self.conn.query(sql, params![version, activity], reading)?))
    }

    /// The valid certificates of people in cohorts that run this version: whose, and its number.
    pub fn certificates_of_version(
        &mut self,
        version: ProgrammeVersionId,
    ) -> Result<HashMap<EnrolmentId, (String, Moment)>, StoreError> {
        let sql = sql!(
            "SELECT x.enrolment, x.number, x.issued FROM certificates x JOIN cohorts c ON c.cohort = x.cohort \
             WHERE c.version = ?1 AND x.revoked IS NULL ORDER BY x.issued, x.certificate"
        );
        let found = self
            .conn
            .query(sql, params![version], |row| Ok((row.parse::<EnrolmentId>(0)?, (row.text(1)?, row.moment(2)?))))?;
        Ok(found.into_iter().collect())
    }

    /// The names of those with a role in this cohort or everywhere: who may have read, written or granted.
    pub fn names_of_staff(&mut self, cohort: CohortId) -> Result<HashMap<PersonId, PersonName>, StoreError> {
        let sql = sql!(
            "SELECT DISTINCT p.person, p.name FROM people p JOIN grants g ON g.person = p.person \
             WHERE g.scope = 'site' OR g.scope = ?1"
        );
        Ok(self.conn.query(sql, params![cohort], |row| Ok((row.parse(0)?, row.word(1)?)))?.into_iter().collect())
    }
}
