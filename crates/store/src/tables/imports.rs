//! Lists of people that were sent for a cohort, and their rows: none of it is a fact. What comes of a row is.

use crate::engine::{Row, StoreError, params};
use crate::statement::sql;
use crate::store::{Reading, Writing};
use domain::Moment;
use domain::cohorts::{ListState, Outcome, Stand};
use domain::ids::{ApplicationId, CohortId, ImportId, PersonId};
use domain::people::PersonName;
use std::collections::HashMap;

/// A list that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRow {
    pub import: ImportId,
    pub cohort: CohortId,
    pub author: PersonId,
    pub file: String,
    pub state: ListState,
    /// Heads of the file under which nothing was read, each on a line.
    pub unused: String,
    pub sent: Moment,
    /// When it was accepted.
    pub taken: Option<Moment>,
}

/// A list among those of a cohort, with what came of it.
#[derive(Clone, Debug)]
pub struct ListedImport {
    pub import: ImportRow,
    pub author: Option<PersonName>,
    pub rows: u64,
    pub named: u64,
}

/// One row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedRow {
    /// As the file numbers it, from 1.
    pub number: u32,
    /// Who she is, or will be.
    pub person: PersonId,
    /// What stands in it, as JSON; empty once it was taken.
    pub body: String,
    pub stand: Stand,
    /// How many things there are to say of it.
    pub remarks: u16,
    pub outcome: Option<Outcome>,
    pub application: Option<ApplicationId>,
}

/// How many rows stand so and came to this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportCount {
    pub stand: Stand,
    pub outcome: Option<Outcome>,
    pub rows: u64,
    /// Of how many of them there is something to say.
    pub remarked: u64,
}

/// Which rows of a list.
#[derive(Clone, Copy, Debug)]
pub struct ImportedRows {
    /// Those that stand so; none for all.
    pub stand: Option<Stand>,
    /// Those alone of which there is something to say.
    pub remarked: bool,
    /// Past so many of them, so many at most.
    pub past: u64,
    pub most: u64,
}

/// Somebody with a name, and what tells her from others of it.
#[derive(Clone, Debug)]
pub struct NamedPerson {
    pub person: PersonId,
    pub name: PersonName,
    pub organisation: String,
    pub municipality: Option<u16>,
    pub phone: Option<String>,
    pub keyed: Option<String>,
}

fn import(row: &Row<'_>) -> Result<ImportRow, StoreError> {
    Ok(ImportRow {
        import: row.parse(0)?,
        cohort: row.parse(1)?,
        author: row.parse(2)?,
        file: row.text(3)?,
        state: row.parse(4)?,
        unused: row.text(5)?,
        sent: row.moment(6)?,
        taken: row.opt_moment(7)?,
    })
}

fn imported(row: &Row<'_>) -> Result<ImportedRow, StoreError> {
    Ok(ImportedRow {
        number: row.small(0)?,
        person: row.parse(1)?,
        body: row.text(2)?,
        stand: row.parse(3)?,
        remarks: row.small(4)?,
        outcome: row.opt_parse(5)?,
        application: row.opt_parse(6)?,
    })
}

fn named(row: &Row<'_>) -> Result<NamedPerson, StoreError> {
    Ok(NamedPerson {
        person: row.parse(0)?,
        name: row.word(1)?,
        organisation: row.text(2)?,
        municipality: row.opt_small(3)?,
        phone: row.opt_text(4)?,
        keyed: row.opt_text(5)?,
    })
}

impl Reading<'_> {
    pub fn import(&mut self, id: ImportId) -> Result<Option<ImportRow>, StoreError> {
        let sql = sql!(
            "SELECT import_id, cohort, author, file, state, unused, sent, taken FROM imports WHERE import_id = ?1"
        );
        self.conn.first(sql, params![id], import)
    }

    /// The lists of a cohort, the latest first.
    pub fn imports_of(&mut self, cohort: CohortId) -> Result<Vec<ListedImport>, StoreError> {
        let sql = sql!(
            "SELECT i.import_id, i.cohort, i.author, i.file, i.state, i.unused, i.sent, i.taken, p.name, \
             (SELECT COUNT(*) FROM import_rows r WHERE r.import_id = i.import_id), \
             (SELECT COUNT(*) FROM import_rows r WHERE r.import_id = i.import_id AND r.outcome IN ('named', 'invited')) \
             FROM imports i LEFT JOIN people p ON p.person = i.author WHERE i.cohort = ?1 ORDER BY i.sent DESC, i.import_id DESC"
        );
        self.conn.query(sql, params![cohort], |row| {
            Ok(ListedImport {
                import: import(row)?,
                author: row.opt_word(8)?,
                rows: row.small(9)?,
                named: row.small(10)?,
            })
        })
    }

    /// How many rows of a list stand how.
    pub fn import_counts(&mut self, id: ImportId) -> Result<Vec<ImportCount>, StoreError> {
        let sql = sql!(
            "SELECT stand, outcome, COUNT(*), SUM(CASE WHEN remarks > 0 THEN 1 ELSE 0 END) FROM import_rows \
             WHERE import_id = ?1 GROUP BY stand, outcome ORDER BY 1, 2"
        );
        self.conn.query(sql, params![id], |row| {
            Ok(ImportCount {
                stand: row.parse(0)?,
                outcome: row.opt_parse(1)?,
                rows: row.small(2)?,
                remarked: row.small(3)?,
            })
        })
    }

    /// Rows of a list in the order of the file.
    pub fn import_rows(&mut self, id: ImportId, of: ImportedRows) -> Result<Vec<ImportedRow>, StoreError> {
        let sql = sql!(
            "SELECT number, person, body, stand, remarks, outcome, application FROM import_rows WHERE import_id = ?1 \
             AND (?2 = '' OR stand = ?2) AND remarks >= ?3 ORDER BY number LIMIT ?4 OFFSET ?5"
        );
        let (stand, least) = (of.stand.map_or("", Stand::as_str), i64::from(of.remarked));
        self.conn.query(sql, params![id, stand, least, of.most.cast_signed(), of.past.cast_signed()], imported)
    }

    pub fn import_row(&mut self, id: ImportId, number: u32) -> Result<Option<ImportedRow>, StoreError> {
        let sql = sql!(
            "SELECT number, person, body, stand, remarks, outcome, application FROM import_rows \
             WHERE import_id = ?1 AND number = ?2"
        );
        self.conn.first(sql, params![id, i64::from(number)], imported)
    }

    /// The next rows that wait to be taken.
    pub fn import_rows_to_take(&mut self, id: ImportId, most: u64) -> Result<Vec<ImportedRow>, StoreError> {
        let sql = sql!(
            "SELECT number, person, body, stand, remarks, outcome, application FROM import_rows WHERE import_id = ?1 \
             AND stand IN ('new', 'known') AND outcome IS NULL ORDER BY number LIMIT ?2"
        );
        self.conn.query(sql, params![id, most.cast_signed()], imported)
    }

    /// The next rows that were taken and wait to be taken back.
    pub fn import_rows_to_undo(&mut self, id: ImportId, most: u64) -> Result<Vec<ImportedRow>, StoreError> {
        let sql = sql!(
            "SELECT number, person, body, stand, remarks, outcome, application FROM import_rows WHERE import_id = ?1 \
             AND outcome IN ('named', 'invited') ORDER BY number LIMIT ?2"
        );
        self.conn.query(sql, params![id, most.cast_signed()], imported)
    }

    /// Everybody with a name, as [`domain::people::folded`] gives it.
    pub fn people_of_name(&mut self, folded: &str) -> Result<Vec<NamedPerson>, StoreError> {
        let sql = sql!(
            "SELECT p.person, p.name, p.organisation, p.municipality, f.phone, n.keyed FROM people p \
             LEFT JOIN profiles f ON f.person = p.person LEFT JOIN identity_numbers n ON n.person = p.person \
             WHERE p.folded = ?1 ORDER BY p.registered, p.person"
        );
        self.conn.query(sql, params![folded], named)
    }

    /// Who gave the number of a document, by its keyed hash.
    pub fn people_of_number(&mut self, keyed: &str) -> Result<Vec<NamedPerson>, StoreError> {
        let sql = sql!(
            "SELECT p.person, p.name, p.organisation, p.municipality, f.phone, n.keyed FROM identity_numbers n \
             JOIN people p ON p.person = n.person LEFT JOIN profiles f ON f.person = p.person \
             WHERE n.keyed = ?1 ORDER BY p.registered, p.person"
        );
        self.conn.query(sql, params![keyed], named)
    }

    /// Who was named for a cohort and has never been on this site, and whether she has a PIN.
    pub fn named_and_never_here(&mut self, cohort: CohortId) -> Result<HashMap<PersonId, bool>, StoreError> {
        let sql = sql!(
            "SELECT a.person, (SELECT COUNT(*) FROM pins i WHERE i.person = a.person) \
             FROM applications a WHERE a.cohort = ?1 AND a.state = 'nominated' \
             AND NOT EXISTS (SELECT 1 FROM sessions s WHERE s.person = a.person) \
             AND NOT EXISTS (SELECT 1 FROM grants g WHERE g.person = a.person) \
             AND NOT EXISTS (SELECT 1 FROM agreements t WHERE t.person = a.person) \
             AND NOT EXISTS (SELECT 1 FROM enrolments e WHERE e.person = a.person)"
        );
        let rows = self.conn.query(sql, params![cohort], |row| Ok((row.parse(0)?, row.small::<u64>(1)? > 0)))?;
        Ok(rows.into_iter().collect())
    }

    /// Whether she has ever been here: a session, or a role.
    pub fn has_been_here(&mut self, person: PersonId) -> Result<bool, StoreError> {
        let sql = sql!(
            "SELECT (SELECT COUNT(*) FROM sessions WHERE person = ?1) + (SELECT COUNT(*) FROM grants WHERE person = ?1) \
             + (SELECT COUNT(*) FROM agreements WHERE person = ?1) + (SELECT COUNT(*) FROM enrolments WHERE person = ?1)"
        );
        Ok(self.conn.first(sql, params![person], |row| row.small::<u64>(0))?.unwrap_or_default() > 0)
    }
}

impl Writing<'_> {
    pub fn add_import(&mut self, it: &ImportRow) -> Result<(), StoreError> {
        let sql = sql!(
            "INSERT INTO imports (import_id, cohort, author, file, state, unused, sent, taken) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
        );
        let params =
            params![it.import, it.cohort, it.author, &it.file, it.state.as_str(), &it.unused, it.sent, it.taken];
        self.conn().execute(sql, params).map(drop)
    }

    /// Adds a row, or puts it in the place of the one that was there.
    pub fn set_import_row(&mut self, id: ImportId, it: &ImportedRow) -> Result<(), StoreError> {
        let sql = sql!(
            "INSERT INTO import_rows (import_id, number, person, body, stand, remarks, outcome, application) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (import_id, number) DO UPDATE SET person = excluded.person, \
             body = excluded.body, stand = excluded.stand, remarks = excluded.remarks, outcome = excluded.outcome, \
             application = excluded.application"
        );
        let number = i64::from(it.number);
        let remarks = i64::from(it.remarks);
        let outcome = it.outcome.map(Outcome::as_str);
        let params = params![id, number, it.person, &it.body, it.stand.as_str(), remarks, outcome, it.application];
        self.conn().execute(sql, params).map(drop)
    }

    pub fn set_import_state(
        &mut self,
        id: ImportId,
        state: ListState,
        taken: Option<Moment>,
    ) -> Result<(), StoreError> {
        let sql = sql!("UPDATE imports SET state = ?2, taken = ?3 WHERE import_id = ?1");
        self.conn().execute(sql, params![id, state.as_str(), taken]).map(drop)
    }

    pub fn drop_import(&mut self, id: ImportId) -> Result<(), StoreError> {
        self.conn().execute(sql!("DELETE FROM import_rows WHERE import_id = ?1"), params![id])?;
        self.conn().execute(sql!("DELETE FROM imports WHERE import_id = ?1"), params![id]).map(drop)
    }

    /// Drafts from before then that nobody accepted go, and what stood in rows that were left out of a list taken before then.
    pub fn forget_imports(&mut self, before: Moment) -> Result<(), StoreError> {
        self.conn().execute(
            sql!("DELETE FROM import_rows WHERE import_id IN (SELECT import_id FROM imports WHERE state IN ('draft', 'sending') AND sent < ?1)"),
            params![before],
        )?;
        self.conn()
            .execute(sql!("DELETE FROM imports WHERE state IN ('draft', 'sending') AND sent < ?1"), params![before])?;
        let told = sql!(
            "UPDATE import_rows SET body = '' WHERE body <> '' AND import_id IN (SELECT import_id FROM imports WHERE state IN ('taken', 'undone') AND taken < ?1)"
        );
        self.conn().execute(told, params![before]).map(drop)
    }
}
