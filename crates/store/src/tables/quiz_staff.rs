//! What staff's work at quizzes left: readings, markings, comments, allowances, windows and mends; and what a learner marked to
//! come back to.

use crate::engine::{StoreError, params};
use crate::statement::sql;
use crate::store::{Reading, Writing};
use domain::Moment;
use domain::facts::MarkedAnew;
use domain::ids::{
    ActivityId, AttemptId, CohortId, CommentId, EnrolmentId, MarkingId, PersonId, ProgrammeVersionId, QuestionId,
};
use domain::quizzes::marking::Readings;
use domain::quizzes::{Allowance, Question, Window};

#[derive(Clone, Debug)]
pub struct ReadingRow {
    /// `quizzes::marking::reading_key`.
    pub answer: String,
    pub hundredths: u32,
    pub comment: String,
    pub reader: Option<PersonId>,
    pub at: Moment,
}

#[derive(Clone, Debug)]
pub struct MarkingRow {
    pub marking: MarkingId,
    pub attempt: AttemptId,
    pub at: Moment,
    /// In per cent.
    pub before: u8,
    pub after: u8,
    pub kept: bool,
    pub why: MarkedAnew,
    pub reason: String,
}

#[derive(Clone, Debug)]
pub struct CommentRow {
    pub comment: CommentId,
    pub question: Option<QuestionId>,
    pub words: String,
    pub author: Option<PersonId>,
    pub at: Moment,
}

#[derive(Clone, Debug)]
pub struct AllowanceRow {
    /// None where it holds at every quiz.
    pub activity: Option<ActivityId>,
    pub allowance: Allowance,
    pub reason: String,
    pub author: Option<PersonId>,
    pub at: Moment,
}

#[derive(Clone, Debug)]
pub struct MendRow {
    pub number: u16,
    pub activity: ActivityId,
    pub question: Question,
    pub reason: String,
    pub author: Option<PersonId>,
    pub at: Moment,
}

impl Reading<'_> {
    pub fn readings(&mut self, attempt: AttemptId) -> Result<Vec<ReadingRow>, StoreError> {
        let sql =
            sql!("SELECT answer, hundredths, comment, reader, at FROM readings WHERE attempt = ?1 ORDER BY answer");
        self.conn.query(sql, params![attempt], |row| {
            Ok(ReadingRow {
                answer: row.text(0)?,
                hundredths: row.small(1)?,
                comment: row.text(2)?,
                reader: row.opt_parse(3)?,
                at: row.moment(4)?,
            })
        })
    }

    /// As a rule takes them.
    pub fn readings_given(&mut self, attempt: AttemptId) -> Result<Readings, StoreError> {
        Ok(self.readings(attempt)?.into_iter().map(|row| (row.answer, row.hundredths)).collect())
    }

    /// How the mark of an attempt changed after it was handed in, the first change first.
    pub fn markings(&mut self, attempt: AttemptId) -> Result<Vec<MarkingRow>, StoreError> {
        let sql = sql!(
            "SELECT marking, attempt, at, per_cent_before, per_cent_after, kept, why, reason FROM markings \
             WHERE attempt = ?1 ORDER BY at, marking"
        );
        self.conn.query(sql, params![attempt], marking)
    }

    /// Changes of a person's marks that she has not been told yet, each with the quiz and its programme.
    pub fn markings_unseen(
        &mut self,
        person: PersonId,
    ) -> Result<Vec<(MarkingRow, ActivityId, ProgrammeVersionId)>, StoreError> {
        let sql = sql!(
            "SELECT m.marking, m.attempt, m.at, m.per_cent_before, m.per_cent_after, m.kept, m.why, m.reason, \
             t.activity, c.version FROM markings m JOIN attempts t ON t.attempt = m.attempt \
             JOIN enrolments e ON e.enrolment = t.enrolment JOIN cohorts c ON c.cohort = e.cohort \
             WHERE m.about = ?1 AND NOT EXISTS (SELECT 1 FROM markings_seen s WHERE s.marking = m.marking) \
             ORDER BY m.at, m.marking"
        );
        self.conn.query(sql, params![domain::facts::Subject::Person(person)], |row| {
            Ok((marking(row)?, ActivityId(row.text(8)?), row.parse(9)?))
        })
    }

    pub fn attempt_comments(&mut self, attempt: AttemptId) -> Result<Vec<CommentRow>, StoreError> {
        let sql = sql!(
            "SELECT comment, question, words, author, at FROM attempt_comments WHERE attempt = ?1 ORDER BY at, comment"
        );
        self.conn.query(sql, params![attempt], |row| {
            Ok(CommentRow {
                comment: row.parse(0)?,
                question: row.opt_text(1)?.map(QuestionId),
                words: row.text(2)?,
                author: row.opt_parse(3)?,
                at: row.moment(4)?,
            })
        })
    }

    /// What was granted in an enrolment, the first first.
    pub fn allowances(&mut self, enrolment: EnrolmentId) -> Result<Vec<AllowanceRow>, StoreError> {
        let sql = sql!(
            "SELECT activity, allowance, reason, author, at FROM allowances WHERE enrolment = ?1 ORDER BY at, allowance_id"
        );
        self.conn.query(sql, params![enrolment], |row| {
            Ok(AllowanceRow {
                activity: row.opt_text(0)?.map(ActivityId),
                allowance: row.json(1)?,
                reason: row.text(2)?,
                author: row.opt_parse(3)?,
                at: row.moment(4)?,
            })
        })
    }

    /// The days that were set for a quiz in a cohort, where the programme's own do not hold.
    pub fn quiz_window(&mut self, cohort: CohortId, activity: &ActivityId) -> Result<Option<Window>, StoreError> {
        let sql = sql!("SELECT window_json FROM quiz_windows WHERE cohort = ?1 AND activity = ?2");
        self.conn.first(sql, params![cohort, activity], |row| row.json(0))
    }

    /// The number of the latest mend of a version; 0 where there is none.
    pub fn mends_of(&mut self, version: ProgrammeVersionId) -> Result<u16, StoreError> {
        let sql = sql!("SELECT MAX(number) FROM question_mends WHERE version = ?1");
        let latest = self.conn.first(sql, params![version], |row| row.opt_int(0))?.flatten();
        Ok(latest.and_then(|number| u16::try_from(number).ok()).unwrap_or(0))
    }

    /// The mends of a version, in their order.
    pub fn mends(&mut self, version: ProgrammeVersionId) -> Result<Vec<MendRow>, StoreError> {
        let sql = sql!(
            "SELECT number, activity, question, reason, author, at FROM question_mends WHERE version = ?1 ORDER BY number"
        );
        self.conn.query(sql, params![version], |row| {
            Ok(MendRow {
                number: row.small(0)?,
                activity: ActivityId(row.text(1)?),
                question: row.json(2)?,
                reason: row.text(3)?,
                author: row.opt_parse(4)?,
                at: row.moment(5)?,
            })
        })
    }

    /// The questions that she marked to come back to.
    pub fn flags(&mut self, attempt: AttemptId) -> Result<Vec<QuestionId>, StoreError> {
        let sql = sql!("SELECT question FROM attempt_flags WHERE attempt = ?1 ORDER BY question");
        self.conn.query(sql, params![attempt], |row| Ok(QuestionId(row.text(0)?)))
    }
}

fn marking(row: &crate::engine::Row<'_>) -> Result<MarkingRow, StoreError> {
    Ok(MarkingRow {
        marking: row.parse(0)?,
        attempt: row.parse(1)?,
        at: row.moment(2)?,
        before: row.small(3)?,
        after: row.small(4)?,
        kept: row.int(5)? != 0,
        why: row.json(6)?,
        reason: row.text(7)?,
    })
}

impl Writing<'_> {
    pub fn set_flag(&mut self, attempt: AttemptId, question: &QuestionId, person: PersonId) -> Result<(), StoreError> {
        let sql = sql!(
            "INSERT INTO attempt_flags (attempt, question, person) VALUES (?1, ?2, ?3) ON CONFLICT (attempt, question) DO NOTHING"
        );
        self.conn().execute(sql, params![attempt, question, person]).map(drop)
    }

    pub fn take_flag(&mut self, attempt: AttemptId, question: &QuestionId) -> Result<(), StoreError> {
        let sql = sql!("DELETE FROM attempt_flags WHERE attempt = ?1 AND question = ?2");
        self.conn().execute(sql, params![attempt, question]).map(drop)
    }

    /// She has been told of this change of a mark.
    pub fn marking_seen(&mut self, marking: MarkingId, person: PersonId) -> Result<(), StoreError> {
        let now = self.now();
        let sql = sql!(
            "INSERT INTO markings_seen (marking, person, at) VALUES (?1, ?2, ?3) ON CONFLICT (marking) DO NOTHING"
        );
        self.conn().execute(sql, params![marking, person, now]).map(drop)
    }
}
