//! Enrolments and what has been done in them.

use crate::engine::{Row, StoreError, params};
use crate::statement::sql;
use crate::store::Reading;
use domain::Moment;
use domain::ids::{ActivityId, CohortId, EnrolmentId, NodeId, PersonId, ProgrammeVersionId, ScheduleId};

#[derive(Clone, Debug)]
pub struct EnrolmentRow {
    pub enrolment: EnrolmentId,
    pub person: PersonId,
    pub cohort: CohortId,
    pub cohort_name: String,
    pub organisation: String,
    pub starts: String,
    pub ends: String,
    pub version: ProgrammeVersionId,
    pub schedule: Option<ScheduleId>,
    pub authority: NodeId,
    pub completed: Option<Moment>,
}

#[derive(Clone, Debug)]
pub struct ActivityRow {
    pub enrolment: EnrolmentId,
    pub activity: ActivityId,
    pub done: bool,
}

/// The best mark of a quiz.
#[derive(Clone, Debug)]
pub struct BestRow {
    pub enrolment: EnrolmentId,
    pub activity: ActivityId,
    pub per_cent: u8,
}

fn read(row: &Row<'_>) -> Result<EnrolmentRow, StoreError> {
    Ok(EnrolmentRow {
        enrolment: row.parse(0)?,
        person: row.parse(1)?,
        cohort: row.parse(2)?,
        cohort_name: row.text(3)?,
        organisation: row.text(4)?,
        starts: row.text(5)?,
        ends: row.text(6)?,
        version: row.parse(7)?,
        authority: row.parse(8)?,
        completed: row.opt_moment(9)?,
        schedule: row.opt_text(10)?.map(ScheduleId),
    })
}

fn activity(row: &Row<'_>) -> Result<ActivityRow, StoreError> {
    Ok(ActivityRow { enrolment: row.parse(0)?, activity: ActivityId(row.text(1)?), done: row.opt_int(2)?.is_some() })
}

fn best(row: &Row<'_>) -> Result<BestRow, StoreError> {
    Ok(BestRow { enrolment: row.parse(0)?, activity: ActivityId(row.text(1)?), per_cent: row.small(2)? })
}

impl Reading<'_> {
    /// A person's enrolments that have not ended, the latest first.
    pub fn enrolments(&mut self, person: PersonId) -> Result<Vec<EnrolmentRow>, StoreError> {
        let sql = sql!(
            "SELECT e.enrolment, e.person, e.cohort, c.name, c.organisation, c.starts, c.ends, c.version, c.authority, x.completed, s.schedule \
             FROM enrolments e JOIN cohorts c ON c.cohort = e.cohort \
             LEFT JOIN cohort_schedules s ON s.cohort = e.cohort \
             LEFT JOIN completions x ON x.enrolment = e.enrolment \
             WHERE e.person = ?1 AND NOT EXISTS (SELECT 1 FROM enrolment_ends y WHERE y.enrolment = e.enrolment) \
             ORDER BY e.enrolled DESC, e.enrolment DESC"
        );
        self.conn.query(sql, params![person], read)
    }

    pub fn enrolment(&mut self, enrolment: EnrolmentId) -> Result<Option<EnrolmentRow>, StoreError> {
        let sql = sql!(
            "SELECT e.enrolment, e.person, e.cohort, c.name, c.organisation, c.starts, c.ends, c.version, c.authority, x.completed, s.schedule \
             FROM enrolments e JOIN cohorts c ON c.cohort = e.cohort \
             LEFT JOIN cohort_schedules s ON s.cohort = e.cohort \
             LEFT JOIN completions x ON x.enrolment = e.enrolment WHERE e.enrolment = ?1"
        );
        self.conn.first(sql, params![enrolment], read)
    }

    pub fn activities(&mut self, person: PersonId) -> Result<Vec<ActivityRow>, StoreError> {
        let sql = sql!(
            "SELECT a.enrolment, a.activity, a.done FROM activities a JOIN enrolments e ON e.enrolment = a.enrolment \
             WHERE e.person = ?1"
        );
        self.conn.query(sql, params![person], activity)
    }

    pub fn activities_of_cohort(&mut self, cohort: CohortId) -> Result<Vec<ActivityRow>, StoreError> {
        let sql = sql!(
            "SELECT a.enrolment, a.activity, a.done FROM activities a JOIN enrolments e ON e.enrolment = a.enrolment \
             WHERE e.cohort = ?1"
        );
        self.conn.query(sql, params![cohort], activity)
    }

    pub fn bests(&mut self, person: PersonId) -> Result<Vec<BestRow>, StoreError> {
        let sql = sql!(
            "SELECT t.enrolment, t.activity, MAX(t.per_cent) FROM attempts t JOIN enrolments e ON e.enrolment = t.enrolment \
             WHERE e.person = ?1 AND t.per_cent IS NOT NULL GROUP BY t.enrolment, t.activity"
        );
        self.conn.query(sql, params![person], best)
    }

    pub fn bests_of_cohort(&mut self, cohort: CohortId) -> Result<Vec<BestRow>, StoreError> {
        let sql = sql!(
            "SELECT t.enrolment, t.activity, MAX(t.per_cent) FROM attempts t JOIN enrolments e ON e.enrolment = t.enrolment \
             WHERE e.cohort = ?1 AND t.per_cent IS NOT NULL GROUP BY t.enrolment, t.activity"
        );
        self.conn.query(sql, params![cohort], best)
    }
}
