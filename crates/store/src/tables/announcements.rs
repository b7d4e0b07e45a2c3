//! What was written to whole cohorts, and who has seen it.

use crate::engine::{StoreError, params};
use crate::statement::sql;
use crate::store::{Reading, Writing};
use domain::Moment;
use domain::ids::{AnnouncementId, CohortId, PersonId};
use domain::people::PersonName;

/// An announcement as whoever runs the cohort sees it.
#[derive(Clone, Debug)]
pub struct AnnouncementRow {
    pub announcement: AnnouncementId,
    pub cohort: CohortId,
    pub text: String,
    /// None: she has been erased.
    pub author: Option<PersonName>,
    pub made: Moment,
    pub withdrawn: Option<Moment>,
    /// How many of those who are in the cohort said that they saw it.
    pub seen: u64,
}

/// An announcement as it is told to somebody of the cohort.
#[derive(Clone, Debug)]
pub struct ToldRow {
    pub announcement: AnnouncementId,
    pub cohort_name: String,
    pub text: String,
    pub author: Option<PersonName>,
    pub made: Moment,
    pub seen: Option<Moment>,
}

impl Reading<'_> {
    /// The announcements of a cohort, the latest first.
    pub fn announcements(&mut self, cohort: CohortId) -> Result<Vec<AnnouncementRow>, StoreError> {
        let sql = sql!(
            "SELECT a.announcement, a.cohort, a.text, p.name, a.made, a.withdrawn, \
             (SELECT COUNT(*) FROM announcements_seen s JOIN enrolments e ON e.person = s.person AND e.cohort = a.cohort \
             WHERE s.announcement = a.announcement \
             AND NOT EXISTS (SELECT 1 FROM enrolment_ends y WHERE y.enrolment = e.enrolment)) \
             FROM announcements a LEFT JOIN people p ON p.person = a.author WHERE a.cohort = ?1 \
             ORDER BY a.made DESC, a.announcement DESC"
        );
        self.conn.query(sql, params![cohort], |row| {
            Ok(AnnouncementRow {
                announcement: row.parse(0)?,
                cohort: row.parse(1)?,
                text: row.text(2)?,
                author: row.opt_word(3)?,
                made: row.moment(4)?,
                withdrawn: row.opt_moment(5)?,
                seen: row.small(6)?,
            })
        })
    }

    /// What was written since then to the cohorts that somebody is in, the latest first.
    pub fn announcements_to(&mut self, person: PersonId, since: Moment) -> Result<Vec<ToldRow>, StoreError> {
        let sql = sql!(
            "SELECT a.announcement, c.name, a.text, p.name, a.made, s.seen FROM enrolments e \
             JOIN announcements a ON a.cohort = e.cohort JOIN cohorts c ON c.cohort = a.cohort \
             LEFT JOIN people p ON p.person = a.author \
             LEFT JOIN announcements_seen s ON s.announcement = a.announcement AND s.person = e.person \
             WHERE e.person = ?1 AND a.made >= ?2 AND a.withdrawn IS NULL \
             AND NOT EXISTS (SELECT 1 FROM enrolment_ends y WHERE y.enrolment = e.enrolment) \
             ORDER BY a.made DESC, a.announcement DESC"
        );
        self.conn.query(sql, params![person, since], |row| {
            Ok(ToldRow {
                announcement: row.parse(0)?,
                cohort_name: row.text(1)?,
                text: row.text(2)?,
                author: row.opt_word(3)?,
                made: row.moment(4)?,
                seen: row.opt_moment(5)?,
            })
        })
    }
}

impl Writing<'_> {
    /// She has seen it; seen twice is seen once.
    pub fn see_announcement(&mut self, announcement: AnnouncementId, person: PersonId) -> Result<(), StoreError> {
        let now = self.now();
        let sql = sql!(
            "INSERT INTO announcements_seen (announcement, person, seen) VALUES (?1, ?2, ?3) \
             ON CONFLICT (announcement, person) DO NOTHING"
        );
        self.conn().execute(sql, params![announcement, person, now]).map(drop)
    }
}
