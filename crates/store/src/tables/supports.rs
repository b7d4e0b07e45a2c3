//! Who sees a person's pages to help her: what follows from the facts, and the plain rows around it, a code of hers and a session of the
//! helper's.

use crate::engine::{Row, StoreError, params};
use crate::statement::sql;
use crate::store::{Reading, Writing};
use domain::Moment;
use domain::access::Role;
use domain::ids::{PersonId, SupportId};
use uuid::Uuid;

#[derive(Clone, Debug)]
pub struct SupportRow {
    pub support: SupportId,
    /// Whose pages are seen.
    pub person: PersonId,
    pub helper: PersonId,
    /// None where the helper was erased.
    pub helper_name: Option<String>,
    pub role: Role,
    pub begun: Moment,
    /// When it is over at the latest.
    pub until: Moment,
    /// Only where it was ended before that.
    pub ended: Option<Moment>,
}

impl SupportRow {
    pub fn is_over(&self, now: Moment) -> bool {
        self.ended.is_some() || self.until <= now
    }
}

/// What a session is beside a person's own.
#[derive(Clone, Debug, Default)]
pub struct SessionSupport {
    /// As a helper's: which support it shows, over or not, and in which language.
    pub shows: Option<(SupportId, String)>,
    /// As the person's: somebody sees her pages now.
    pub is_seen: bool,
}

fn read(row: &Row<'_>) -> Result<SupportRow, StoreError> {
    Ok(SupportRow {
        support: row.parse(0)?,
        person: row.parse(1)?,
        helper: row.parse(2)?,
        helper_name: row.opt_text(3)?,
        role: row.parse(4)?,
        begun: row.moment(5)?,
        until: row.moment(6)?,
        ended: row.opt_moment(7)?,
    })
}

impl Reading<'_> {
    pub fn session_support(
        &mut self,
        (session, person): (Uuid, PersonId),
        now: Moment,
    ) -> Result<SessionSupport, StoreError> {
        let sql = sql!(
            "SELECT (SELECT support FROM support_sessions WHERE session = ?1), \
             (SELECT language FROM support_sessions WHERE session = ?1), \
             (SELECT COUNT(*) FROM supports WHERE person = ?2 AND until > ?3 AND ended IS NULL)"
        );
        let found = self.conn.first(sql, params![session, person, now], |row| {
            let shows = row.opt_parse(0)?.zip(row.opt_text(1)?);
            Ok(SessionSupport { shows, is_seen: row.int(2)? > 0 })
        })?;
        Ok(found.unwrap_or_default())
    }

    pub fn support(&mut self, support: SupportId) -> Result<Option<SupportRow>, StoreError> {
        let sql = sql!(
            "SELECT s.support, s.person, s.helper, p.name, s.role, s.begun, s.until, s.ended FROM supports s \
             LEFT JOIN people p ON p.person = s.helper WHERE s.support = ?1"
        );
        self.conn.first(sql, params![support], read)
    }

    /// Those who looked at this person's pages, the latest first, ten at most.
    pub fn supports_of(&mut self, person: PersonId) -> Result<Vec<SupportRow>, StoreError> {
        let sql = sql!(
            "SELECT s.support, s.person, s.helper, p.name, s.role, s.begun, s.until, s.ended FROM supports s \
             LEFT JOIN people p ON p.person = s.helper WHERE s.person = ?1 ORDER BY s.until DESC, s.support DESC LIMIT 10"
        );
        self.conn.query(sql, params![person], read)
    }

    /// Those who see this person's pages now, whoever looked first first.
    pub fn supports_now(&mut self, person: PersonId, now: Moment) -> Result<Vec<SupportRow>, StoreError> {
        let sql = sql!(
            "SELECT s.support, s.person, s.helper, p.name, s.role, s.begun, s.until, s.ended FROM supports s \
             LEFT JOIN people p ON p.person = s.helper \
             WHERE s.person = ?1 AND s.until > ?2 AND s.ended IS NULL ORDER BY s.until, s.support"
        );
        self.conn.query(sql, params![person, now], read)
    }

    /// Her code, and until when it can be used, past or not.
    pub fn support_code(&mut self, person: PersonId) -> Result<Option<(String, Moment)>, StoreError> {
        let sql = sql!("SELECT code, expires FROM support_codes WHERE person = ?1");
        self.conn.first(sql, params![person], |row| Ok((row.text(0)?, row.moment(1)?)))
    }

    /// Whose code this is, and until when it can be used, past or not.
    pub fn support_code_is_of(&mut self, code: &str) -> Result<Option<(PersonId, Moment)>, StoreError> {
        let sql = sql!("SELECT person, expires FROM support_codes WHERE code = ?1");
        self.conn.first(sql, params![code], |row| Ok((row.parse(0)?, row.moment(1)?)))
    }
}

impl Writing<'_> {
    /// In place of any code that she had.
    pub fn set_support_code(&mut self, person: PersonId, code: &str, expires: Moment) -> Result<(), StoreError> {
        let sql = sql!(
            "INSERT INTO support_codes (person, code, expires) VALUES (?1, ?2, ?3) \
             ON CONFLICT (person) DO UPDATE SET code = excluded.code, expires = excluded.expires"
        );
        self.conn().execute(sql, params![person, code, expires]).map(drop)
    }

    pub fn drop_support_code(&mut self, person: PersonId) -> Result<(), StoreError> {
        self.conn().execute(sql!("DELETE FROM support_codes WHERE person = ?1"), params![person]).map(drop)
    }

    /// From now on this session shows the pages of another person.
    pub fn show_support(&mut self, session: Uuid, support: SupportId, language: &str) -> Result<(), StoreError> {
        let sql = sql!(
            "INSERT INTO support_sessions (session, support, language) VALUES (?1, ?2, ?3) \
             ON CONFLICT (session) DO UPDATE SET support = excluded.support, language = excluded.language"
        );
        self.conn().execute(sql, params![session, support, language]).map(drop)
    }

    pub fn set_support_language(&mut self, session: Uuid, language: &str) -> Result<(), StoreError> {
        let sql = sql!("UPDATE support_sessions SET language = ?2 WHERE session = ?1");
        self.conn().execute(sql, params![session, language]).map(drop)
    }

    /// From now on this session is its owner's again.
    pub fn hide_support(&mut self, session: Uuid) -> Result<(), StoreError> {
        self.conn().execute(sql!("DELETE FROM support_sessions WHERE session = ?1"), params![session]).map(drop)
    }
}
