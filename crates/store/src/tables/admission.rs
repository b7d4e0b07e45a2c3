//! How people come into a cohort: what was set, who was asked to name people, who applied and who waits.

use crate::engine::{Row, StoreError, params};
use crate::statement::sql;
use crate::store::Reading;
use domain::Moment;
use domain::cohorts::{Admission, ApplicationState};
use domain::ids::{ApplicationId, CohortId, EnrolmentId, NominationCallId, PersonId};
use domain::people::{PersonName, Sector};

/// An organisation that was asked to name people.
#[derive(Clone, Debug)]
pub struct NominationCallRow {
    pub call: NominationCallId,
    pub cohort: CohortId,
    pub organisation: String,
    pub places: u16,
    pub code: String,
    pub called: Moment,
    pub closed: Option<Moment>,
    /// How many of its people are named, or came in.
    pub named: u16,
}

/// Somebody's application, with what a list of them shows.
#[derive(Clone, Debug)]
pub struct ApplicationRow {
    pub application: ApplicationId,
    pub person: PersonId,
    pub cohort: CohortId,
    pub cohort_name: String,
    pub call: Option<NominationCallId>,
    pub state: ApplicationState,
    pub made: Moment,
    pub decided: Option<Moment>,
    pub word: String,
    pub name: PersonName,
    pub sector: Option<Sector>,
    pub organisation: String,
    pub municipality: Option<u16>,
    pub entry_code: String,
}

fn state(word: &str) -> Result<ApplicationState, StoreError> {
    word.parse().map_err(|()| StoreError::Unreadable(format!("«{word}» is no state of an application")))
}

fn application(row: &Row<'_>) -> Result<ApplicationRow, StoreError> {
    Ok(ApplicationRow {
        application: row.parse(0)?,
        person: row.parse(1)?,
        cohort: row.parse(2)?,
        cohort_name: row.text(3)?,
        call: row.opt_parse(4)?,
        state: state(&row.text(5)?)?,
        made: row.moment(6)?,
        decided: row.opt_moment(7)?,
        word: row.text(8)?,
        name: row.word(9)?,
        sector: row.opt_parse(10)?,
        organisation: row.text(11)?,
        municipality: row.opt_small(12)?,
        entry_code: row.text(13)?,
    })
}

fn call(row: &Row<'_>) -> Result<NominationCallRow, StoreError> {
    Ok(NominationCallRow {
        call: row.parse(0)?,
        cohort: row.parse(1)?,
        organisation: row.text(2)?,
        places: row.small(3)?,
        code: row.text(4)?,
        called: row.moment(5)?,
        closed: row.opt_moment(6)?,
        named: row.small(7)?,
    })
}

impl Reading<'_> {
    /// How people come into a cohort; as it was before it could be set, where nobody set it.
    pub fn admission(&mut self, cohort: CohortId) -> Result<Admission, StoreError> {
        let sql = sql!("SELECT admission FROM admissions WHERE cohort = ?1");
        Ok(self.conn.first(sql, params![cohort], |row| row.json(0))?.unwrap_or_default())
    }

    /// How many places of a cohort are taken, by who is in it and who was named; and how many wait for one.
    pub fn places_taken(&mut self, cohort: CohortId) -> Result<(u64, u64), StoreError> {
        let sql = sql!(
            "SELECT (SELECT COUNT(*) FROM enrolments e WHERE e.cohort = ?1 \
             AND NOT EXISTS (SELECT 1 FROM enrolment_ends y WHERE y.enrolment = e.enrolment)) \
             + (SELECT COUNT(*) FROM applications a WHERE a.cohort = ?1 AND a.state = 'nominated'), \
             (SELECT COUNT(*) FROM applications a WHERE a.cohort = ?1 AND a.state = 'waiting')"
        );
        Ok(self.conn.first(sql, params![cohort], |row| Ok((row.small(0)?, row.small(1)?)))?.unwrap_or_default())
    }

    /// All applications to a cohort, in the order in which they came.
    pub fn applications_to(&mut self, cohort: CohortId) -> Result<Vec<ApplicationRow>, StoreError> {
        let sql = sql!(
            "SELECT a.application, a.person, a.cohort, c.name, a.call_id, a.state, a.made, a.decided, a.word, p.name, p.sector, \
             p.organisation, p.municipality, p.entry_code FROM applications a JOIN people p ON p.person = a.person \
             JOIN cohorts c ON c.cohort = a.cohort WHERE a.cohort = ?1 ORDER BY a.made, a.turn, a.application"
        );
        self.conn.query(sql, params![cohort], application)
    }

    /// A person's applications, the latest first.
    pub fn applications_of(&mut self, person: PersonId) -> Result<Vec<ApplicationRow>, StoreError> {
        let sql = sql!(
            "SELECT a.application, a.person, a.cohort, c.name, a.call_id, a.state, a.made, a.decided, a.word, p.name, p.sector, \
             p.organisation, p.municipality, p.entry_code FROM applications a JOIN people p ON p.person = a.person \
             JOIN cohorts c ON c.cohort = a.cohort WHERE a.person = ?1 ORDER BY a.made DESC, a.turn DESC, a.application DESC"
        );
        self.conn.query(sql, params![person], application)
    }

    pub fn application(&mut self, id: ApplicationId) -> Result<Option<ApplicationRow>, StoreError> {
        let sql = sql!(
            "SELECT a.application, a.person, a.cohort, c.name, a.call_id, a.state, a.made, a.decided, a.word, p.name, p.sector, \
             p.organisation, p.municipality, p.entry_code FROM applications a JOIN people p ON p.person = a.person \
             JOIN cohorts c ON c.cohort = a.cohort WHERE a.application = ?1"
        );
        self.conn.first(sql, params![id], application)
    }

    /// The organisations that were asked to name people for a cohort, in the order in which they were asked.
    pub fn nomination_calls(&mut self, cohort: CohortId) -> Result<Vec<NominationCallRow>, StoreError> {
        let sql = sql!(
            "SELECT n.call_id, n.cohort, n.organisation, n.places, n.code, n.called, n.closed, \
             (SELECT COUNT(*) FROM applications a WHERE a.call_id = n.call_id AND a.state IN ('nominated', 'admitted')) \
             FROM nomination_calls n WHERE n.cohort = ?1 ORDER BY n.called, n.call_id"
        );
        self.conn.query(sql, params![cohort], call)
    }

    pub fn nomination_call(&mut self, code: &str) -> Result<Option<NominationCallRow>, StoreError> {
        let sql = sql!(
            "SELECT n.call_id, n.cohort, n.organisation, n.places, n.code, n.called, n.closed, \
             (SELECT COUNT(*) FROM applications a WHERE a.call_id = n.call_id AND a.state IN ('nominated', 'admitted')) \
             FROM nomination_calls n WHERE n.code = ?1"
        );
        self.conn.first(sql, params![code], call)
    }

    /// A person's enrolment in a cohort that has ended.
    pub fn ended_enrolment(&mut self, person: PersonId, cohort: CohortId) -> Result<Option<EnrolmentId>, StoreError> {
        let sql = sql!(
            "SELECT e.enrolment FROM enrolments e JOIN enrolment_ends y ON y.enrolment = e.enrolment \
             WHERE e.person = ?1 AND e.cohort = ?2 ORDER BY e.enrolled DESC, e.enrolment DESC"
        );
        self.conn.first(sql, params![person, cohort], |row| row.parse(0))
    }

    /// Whether she completed a version of the programme with this slug.
    pub fn has_completed(&mut self, person: PersonId, slug: &str) -> Result<bool, StoreError> {
        let sql = sql!(
            "SELECT COUNT(*) FROM completions x JOIN enrolments e ON e.enrolment = x.enrolment \
             JOIN cohorts c ON c.cohort = e.cohort JOIN programme_versions v ON v.version = c.version \
             WHERE e.person = ?1 AND v.slug = ?2"
        );
        Ok(self.conn.first(sql, params![person, slug], |row| row.small::<u64>(0))?.unwrap_or_default() > 0)
    }
}
