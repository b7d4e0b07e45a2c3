//! People as they are registered.

use crate::engine::{Row, StoreError, params};
use crate::statement::sql;
use crate::store::Reading;
use domain::Moment;
use domain::access::{Grant, Grants, Role, Scope};
use domain::ids::{CohortId, GrantId, PersonId};
use domain::people::{PersonName, Sector};
use std::collections::HashSet;

#[derive(Clone, Debug)]
pub struct PersonRow {
    pub person: PersonId,
    pub name: PersonName,
    pub sector: Option<Sector>,
    pub organisation: String,
    pub municipality: Option<u16>,
    pub language: String,
    pub consent: Option<String>,
    pub entry_code: String,
    pub registered: Moment,
}

/// Somebody with a role.
#[derive(Clone, Debug)]
pub struct StaffRow {
    pub person: PersonId,
    pub name: PersonName,
    pub role: Role,
    /// The cohort's name, or none where the role holds everywhere.
    pub cohort: Option<String>,
}

/// One role that somebody holds.
#[derive(Clone, Debug)]
pub struct GrantRow {
    pub id: GrantId,
    pub person: PersonId,
    pub grant: Grant,
    /// The cohort's name, or none where the role holds everywhere.
    pub cohort: Option<String>,
    pub granted: Moment,
}

fn grant(row: &Row<'_>) -> Result<GrantRow, StoreError> {
    Ok(GrantRow {
        id: row.parse(0)?,
        person: row.parse(1)?,
        grant: Grant { role: row.parse(2)?, scope: scope(&row.text(3)?)? },
        cohort: row.opt_text(4)?,
        granted: row.moment(5)?,
    })
}

fn read(row: &Row<'_>) -> Result<PersonRow, StoreError> {
    Ok(PersonRow {
        person: row.parse(0)?,
        name: row.word(1)?,
        sector: row.opt_parse(2)?,
        organisation: row.text(3)?,
        municipality: row.opt_small(4)?,
        language: row.text(5)?,
        consent: row.opt_text(6)?,
        entry_code: row.text(7)?,
        registered: row.moment(8)?,
    })
}

pub(super) fn scope(word: &str) -> Result<Scope, StoreError> {
    match word {
        "site" => Ok(Scope::Site),
        id => id.parse::<CohortId>().map(Scope::Cohort).map_err(|why| StoreError::Unreadable(why.to_string())),
    }
}

impl Reading<'_> {
    pub fn person(&mut self, person: PersonId) -> Result<Option<PersonRow>, StoreError> {
        let sql = sql!(
            "SELECT person, name, sector, organisation, municipality, language, consent, entry_code, registered \
             FROM people WHERE person = ?1"
        );
        self.conn.first(sql, params![person], read)
    }

    pub fn person_by_entry_code(&mut self, code: &str) -> Result<Option<PersonRow>, StoreError> {
        let sql = sql!(
            "SELECT person, name, sector, organisation, municipality, language, consent, entry_code, registered \
             FROM people WHERE entry_code = ?1"
        );
        self.conn.first(sql, params![code], read)
    }

    /// The names of those who are enrolled in this cohort.
    pub fn names_in_cohort(&mut self, cohort: CohortId) -> Result<Vec<String>, StoreError> {
        let sql = sql!(
            "SELECT p.name FROM people p JOIN enrolments e ON e.person = p.person WHERE e.cohort = ?1 \
             AND NOT EXISTS (SELECT 1 FROM enrolment_ends y WHERE y.enrolment = e.enrolment)"
        );
        self.conn.query(sql, params![cohort], |row| row.text(0))
    }

    pub fn grants(&mut self, person: PersonId) -> Result<Grants, StoreError> {
        let sql = sql!("SELECT role, scope FROM grants WHERE person = ?1 ORDER BY granted, grant_id");
        let grants = self
            .conn
            .query(sql, params![person], |row| Ok(Grant { role: row.parse(0)?, scope: scope(&row.text(1)?)? }));
        grants.map(Grants)
    }

    /// The roles of a person with their ids, the first granted first.
    pub fn roles_of(&mut self, person: PersonId) -> Result<Vec<GrantRow>, StoreError> {
        let sql = sql!(
            "SELECT g.grant_id, g.person, g.role, g.scope, c.name, g.granted FROM grants g \
             LEFT JOIN cohorts c ON c.cohort = g.scope WHERE g.person = ?1 ORDER BY g.granted, g.grant_id"
        );
        self.conn.query(sql, params![person], grant)
    }

    pub fn role(&mut self, id: GrantId) -> Result<Option<GrantRow>, StoreError> {
        let sql = sql!(
            "SELECT g.grant_id, g.person, g.role, g.scope, c.name, g.granted FROM grants g \
             LEFT JOIN cohorts c ON c.cohort = g.scope WHERE g.grant_id = ?1"
        );
        self.conn.first(sql, params![id], grant)
    }

    /// Those of a cohort who have a role, wherever it holds.
    pub fn with_roles_in(&mut self, cohort: CohortId) -> Result<HashSet<PersonId>, StoreError> {
        let sql =
            sql!("SELECT DISTINCT g.person FROM grants g JOIN enrolments e ON e.person = g.person WHERE e.cohort = ?1");
        Ok(self.conn.query(sql, params![cohort], |row| row.parse(0))?.into_iter().collect())
    }

    /// People in whose name this stands, as [`domain::people::folded`] gives it, by name; so many at most.
    pub fn people_named(&mut self, folded: &str, most: u64) -> Result<Vec<PersonRow>, StoreError> {
        let like = folded.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        let sql = sql!(
            "SELECT person, name, sector, organisation, municipality, language, consent, entry_code, registered \
             FROM people WHERE folded LIKE '%' || ?1 || '%' ESCAPE '\\' ORDER BY folded, person LIMIT ?2"
        );
        self.conn.query(sql, params![like.as_str(), most.cast_signed()], read)
    }

    /// Everybody with a role, administrators first.
    pub fn staff(&mut self) -> Result<Vec<StaffRow>, StoreError> {
        let sql = sql!(
            "SELECT p.person, p.name, g.role, c.name FROM grants g JOIN people p ON p.person = g.person \
             LEFT JOIN cohorts c ON c.cohort = g.scope ORDER BY g.role, p.folded, g.grant_id"
        );
        self.conn.query(sql, params![], |row| {
            Ok(StaffRow { person: row.parse(0)?, name: row.word(1)?, role: row.parse(2)?, cohort: row.opt_text(3)? })
        })
    }

    /// How many people administer the site.
    pub fn administrators(&mut self) -> Result<u64, StoreError> {
        let sql = sql!("SELECT COUNT(DISTINCT person) FROM grants WHERE role = 'administrator' AND scope = 'site'");
        Ok(self.conn.first(sql, params![], |row| row.small(0))?.unwrap_or_default())
    }
}
