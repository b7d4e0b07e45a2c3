//! Counts of people by one thing that tells them apart. They hold nobody, and yet are not to be shown as they are:
//! `domain::numbers` says what of them is.

use crate::engine::{Row, StoreError, params};
use crate::statement::sql;
use crate::store::Reading;
use domain::numbers::{Counts, Dimension};

/// Each person once, however many cohorts she was in, with how far she came in any of them.
macro_rules! each_person {
    () => {
        "SELECT e.person AS person, \
         MAX(CASE WHEN EXISTS (SELECT 1 FROM activities a WHERE a.enrolment = e.enrolment) THEN 1 ELSE 0 END) AS active, \
         MAX(CASE WHEN x.enrolment IS NOT NULL THEN 1 ELSE 0 END) AS completed, \
         MAX(CASE WHEN c.certificate IS NOT NULL THEN 1 ELSE 0 END) AS certified \
         FROM enrolments e LEFT JOIN completions x ON x.enrolment = e.enrolment \
         LEFT JOIN certificates c ON c.enrolment = e.enrolment AND c.revoked IS NULL \
         AND NOT EXISTS (SELECT 1 FROM certificate_papers r WHERE r.replaces = c.certificate AND r.about = c.about) \
         GROUP BY e.person"
    };
}

/// Counts by a column of people (`p`) or of their profiles (`q`).
macro_rules! counts_by {
    ($category:literal) => {
        sql!(concat!(
            "SELECT COALESCE(",
            $category,
            ", ''), COUNT(*), SUM(f.active), SUM(f.completed), SUM(f.certified) FROM (",
            each_person!(),
            ") f JOIN people p ON p.person = f.person LEFT JOIN profiles q ON q.person = f.person GROUP BY COALESCE(",
            $category,
            ", '')"
        ))
    };
}

/// Each person in the one cohort in which she came furthest; of several, the last that she joined.
const BY_COHORT: &str = sql!(concat!(
    "SELECT k.cohort, COUNT(*), SUM(f.active), SUM(f.completed), SUM(f.certified) FROM (",
    each_person!(),
    ") f JOIN people p ON p.person = f.person JOIN (SELECT y.person, y.cohort, ROW_NUMBER() OVER (PARTITION BY y.person ORDER BY \
     (SELECT COUNT(*) FROM certificates c WHERE c.enrolment = y.enrolment AND c.revoked IS NULL) DESC, \
     (SELECT COUNT(*) FROM completions x WHERE x.enrolment = y.enrolment) DESC, \
     CASE WHEN EXISTS (SELECT 1 FROM activities a WHERE a.enrolment = y.enrolment) THEN 1 ELSE 0 END DESC, \
     y.enrolled DESC, y.enrolment DESC) AS place FROM enrolments y) k ON k.person = f.person AND k.place = 1 GROUP BY k.cohort"
));

impl Reading<'_> {
    /// How many people of each group, by the word of the group; people who did not say are under the empty word. Departments are
    /// their number, cohorts their id, organisations as people wrote them. The groups of each dimension hold the same people.
    pub fn counts_by(&mut self, dimension: Dimension) -> Result<Vec<(String, Counts)>, StoreError> {
        let sql = match dimension {
            Dimension::Sector => counts_by!("p.sector"),
            Dimension::Organisation => counts_by!("p.organisation"),
            Dimension::Department => counts_by!("CAST(p.municipality / 100 AS TEXT)"),
            Dimension::Sex => counts_by!("q.sex"),
            Dimension::People => counts_by!("q.people"),
            Dimension::Community => counts_by!("q.community"),
            Dimension::Cohort => BY_COHORT,
        };
        self.conn.query(sql, params![], |row| Ok((row.text(0)?, counts(row)?)))
    }
}

fn counts(row: &Row<'_>) -> Result<Counts, StoreError> {
    Ok(Counts { enrolled: row.small(1)?, active: row.small(2)?, completed: row.small(3)?, certified: row.small(4)? })
}
