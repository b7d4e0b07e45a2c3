//! Cohorts and the people in them.

use crate::engine::{Row, StoreError, params};
use crate::statement::sql;
use crate::store::Reading;
use domain::Moment;
use domain::ids::{CohortId, EnrolmentId, NodeId, PersonId, ProgrammeVersionId, ScheduleId};
use domain::people::{PersonName, Sector};

#[derive(Clone, Debug)]
pub struct CohortRow {
    pub cohort: CohortId,
    pub name: String,
    pub version: ProgrammeVersionId,
    /// How its days are spread; `None` where that was never chosen.
    pub schedule: Option<ScheduleId>,
    pub join_code: String,
    pub starts: String,
    pub ends: String,
    pub organisation: String,
    pub authority: NodeId,
    pub people: u64,
}

/// A person in a cohort, with what a table of them shows.
#[derive(Clone, Debug)]
pub struct MemberRow {
    pub person: PersonId,
    pub enrolment: EnrolmentId,
    pub name: PersonName,
    pub sector: Option<Sector>,
    pub organisation: String,
    pub municipality: Option<u16>,
    pub language: String,
    pub entry_code: String,
    pub joined: Moment,
    /// When she was last here, on any device.
    pub seen: Option<Moment>,
    pub completed: Option<Moment>,
}

fn read(row: &Row<'_>) -> Result<CohortRow, StoreError> {
    Ok(CohortRow {
        cohort: row.parse(0)?,
        name: row.text(1)?,
        version: row.parse(2)?,
        join_code: row.text(3)?,
        starts: row.text(4)?,
        ends: row.text(5)?,
        organisation: row.text(6)?,
        authority: row.parse(7)?,
        people: row.small(8)?,
        schedule: row.opt_text(9)?.map(ScheduleId),
    })
}

impl Reading<'_> {
    pub fn cohort(&mut self, cohort: CohortId) -> Result<Option<CohortRow>, StoreError> {
        let sql = sql!(
            "SELECT c.cohort, c.name, c.version, c.join_code, c.starts, c.ends, c.organisation, c.authority, \
             (SELECT COUNT(*) FROM enrolments e WHERE e.cohort = c.cohort AND NOT EXISTS \
             (SELECT 1 FROM enrolment_ends y WHERE y.enrolment = e.enrolment)), s.schedule FROM cohorts c \
             LEFT JOIN cohort_schedules s ON s.cohort = c.cohort WHERE c.cohort = ?1"
        );
        self.conn.first(sql, params![cohort], read)
    }

    /// The cohort with this join code, in capitals.
    pub fn cohort_by_join_code(&mut self, code: &str) -> Result<Option<CohortRow>, StoreError> {
        let sql = sql!(
            "SELECT c.cohort, c.name, c.version, c.join_code, c.starts, c.ends, c.organisation, c.authority, \
             (SELECT COUNT(*) FROM enrolments e WHERE e.cohort = c.cohort AND NOT EXISTS \
             (SELECT 1 FROM enrolment_ends y WHERE y.enrolment = e.enrolment)), s.schedule FROM cohorts c \
             LEFT JOIN cohort_schedules s ON s.cohort = c.cohort WHERE c.join_code = ?1"
        );
        self.conn.first(sql, params![code], read)
    }

    /// All cohorts, the one that began last first.
    pub fn cohorts(&mut self) -> Result<Vec<CohortRow>, StoreError> {
        let sql = sql!(
            "SELECT c.cohort, c.name, c.version, c.join_code, c.starts, c.ends, c.organisation, c.authority, \
             (SELECT COUNT(*) FROM enrolments e WHERE e.cohort = c.cohort AND NOT EXISTS \
             (SELECT 1 FROM enrolment_ends y WHERE y.enrolment = e.enrolment)), s.schedule FROM cohorts c \
             LEFT JOIN cohort_schedules s ON s.cohort = c.cohort \
             ORDER BY c.starts DESC, c.opened DESC, c.cohort"
        );
        self.conn.query(sql, params![], read)
    }

    /// So many of them at most, past so many, in the same order.
    pub fn some_cohorts(&mut self, (past, most): (u64, u64)) -> Result<Vec<CohortRow>, StoreError> {
        let sql = sql!(
            "SELECT c.cohort, c.name, c.version, c.join_code, c.starts, c.ends, c.organisation, c.authority, \
             (SELECT COUNT(*) FROM enrolments e WHERE e.cohort = c.cohort AND NOT EXISTS \
             (SELECT 1 FROM enrolment_ends y WHERE y.enrolment = e.enrolment)), s.schedule FROM cohorts c \
             LEFT JOIN cohort_schedules s ON s.cohort = c.cohort \
             ORDER BY c.starts DESC, c.opened DESC, c.cohort LIMIT ?1 OFFSET ?2"
        );
        self.conn.query(sql, params![most.cast_signed(), past.cast_signed()], read)
    }

    /// The names of those that began last, so many at most.
    pub fn cohort_names(&mut self, most: u64) -> Result<Vec<(CohortId, String)>, StoreError> {
        let sql = sql!("SELECT cohort, name FROM cohorts ORDER BY starts DESC, opened DESC, cohort LIMIT ?1");
        self.conn.query(sql, params![most.cast_signed()], |row| Ok((row.parse(0)?, row.text(1)?)))
    }

    pub fn cohort_count(&mut self) -> Result<u64, StoreError> {
        Ok(self.conn.first(sql!("SELECT COUNT(*) FROM cohorts"), params![], |row| row.small(0))?.unwrap_or_default())
    }

    pub fn members(&mut self, cohort: CohortId) -> Result<Vec<MemberRow>, StoreError> {
        let sql = sql!(
            "SELECT p.person, e.enrolment, p.name, p.sector, p.organisation, p.municipality, p.language, p.entry_code, \
             e.enrolled, (SELECT MAX(s.seen) FROM sessions s WHERE s.person = p.person), x.completed \
             FROM enrolments e JOIN people p ON p.person = e.person \
             LEFT JOIN completions x ON x.enrolment = e.enrolment \
             WHERE e.cohort = ?1 AND NOT EXISTS (SELECT 1 FROM enrolment_ends y WHERE y.enrolment = e.enrolment) \
             ORDER BY p.folded, p.person"
        );
        self.conn.query(sql, params![cohort], |row| {
            Ok(MemberRow {
                person: row.parse(0)?,
                enrolment: row.parse(1)?,
                name: row.word(2)?,
                sector: row.opt_parse(3)?,
                organisation: row.text(4)?,
                municipality: row.opt_small(5)?,
                language: row.text(6)?,
                entry_code: row.text(7)?,
                joined: row.moment(8)?,
                seen: row.opt_moment(9)?,
                completed: row.opt_moment(10)?,
            })
        })
    }
}
