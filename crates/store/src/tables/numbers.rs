//! Counts of people, for numbers that hold no person.

use crate::engine::{StoreError, params};
use crate::statement::sql;
use crate::store::Reading;
use domain::people::Sector;

/// People of one sector and one department.
#[derive(Clone, Debug)]
pub struct NumbersRow {
    pub sector: Option<Sector>,
    /// 1 to 22.
    pub department: Option<u8>,
    pub enrolled: u64,
    pub active: u64,
    pub completed: u64,
    pub certified: u64,
}

impl Reading<'_> {
    /// People (each once, however many cohorts) by sector and department.
    pub fn numbers(&mut self) -> Result<Vec<NumbersRow>, StoreError> {
        let sql = sql!(
            "SELECT p.sector, p.municipality / 100, COUNT(DISTINCT p.person), \
             COUNT(DISTINCT CASE WHEN EXISTS (SELECT 1 FROM activities a WHERE a.enrolment = e.enrolment) THEN p.person END), \
             COUNT(DISTINCT CASE WHEN x.enrolment IS NOT NULL THEN p.person END), \
             COUNT(DISTINCT CASE WHEN c.certificate IS NOT NULL THEN p.person END) \
             FROM people p JOIN enrolments e ON e.person = p.person \
             LEFT JOIN completions x ON x.enrolment = e.enrolment \
             LEFT JOIN certificates c ON c.enrolment = e.enrolment AND c.revoked IS NULL \
             AND NOT EXISTS (SELECT 1 FROM certificate_papers r WHERE r.replaces = c.certificate AND r.about = c.about) \
             GROUP BY p.sector, p.municipality / 100"
        );
        self.conn.query(sql, params![], |row| {
            Ok(NumbersRow {
                sector: row.opt_parse(0)?,
                department: row.opt_small(1)?,
                enrolled: row.small(2)?,
                active: row.small(3)?,
                completed: row.small(4)?,
                certified: row.small(5)?,
            })
        })
    }
}
