//! Sessions, links that enter once, PINs and limits: none of it is a fact.

use crate::engine::{Row, StoreError, params};
use crate::statement::sql;
use crate::store::{Reading, Writing};
use domain::Moment;
use domain::ids::PersonId;
use uuid::Uuid;

#[derive(Clone, Debug)]
pub struct SessionRow {
    pub session: Uuid,
    pub person: PersonId,
    pub label: String,
    pub created: Moment,
    pub seen: Moment,
    pub away: bool,
}

/// What a one-use link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The person enters on another device.
    Enter,
    /// The same, by a link that went to her e-mail address.
    Mail,
    /// Whoever opens it becomes the administrator of a new site.
    Administrator,
}

#[derive(Clone, Debug)]
pub struct EntryLinkRow {
    pub purpose: Purpose,
    pub person: Option<PersonId>,
    pub expires: Moment,
    pub spent: Option<Moment>,
}

fn session(row: &Row<'_>) -> Result<SessionRow, StoreError> {
    Ok(SessionRow {
        session: row.parse(0)?,
        person: row.parse(1)?,
        label: row.text(2)?,
        created: row.moment(3)?,
        seen: row.moment(4)?,
        away: row.int(5)? != 0,
    })
}

impl Purpose {
    fn word(self) -> &'static str {
        match self {
            Self::Enter => "enter",
            Self::Mail => "mail",
            Self::Administrator => "administrator",
        }
    }
}

impl Reading<'_> {
    /// The session whose token hashes to `token`.
    pub fn session(&mut self, token: &str) -> Result<Option<SessionRow>, StoreError> {
        let sql = sql!("SELECT session, person, label, created, seen, away FROM sessions WHERE token = ?1");
        self.conn.first(sql, params![token], session)
    }

    pub fn sessions(&mut self, person: PersonId) -> Result<Vec<SessionRow>, StoreError> {
        let sql = sql!(
            "SELECT session, person, label, created, seen, away FROM sessions WHERE person = ?1 ORDER BY seen DESC, session"
        );
        self.conn.query(sql, params![person], session)
    }

    pub fn entry_link(&mut self, token: &str) -> Result<Option<EntryLinkRow>, StoreError> {
        let sql = sql!("SELECT purpose, person, expires, spent FROM entry_links WHERE token = ?1");
        self.conn.first(sql, params![token], |row| {
            Ok(EntryLinkRow {
                purpose: match row.text(0)?.as_str() {
                    "administrator" => Purpose::Administrator,
                    "mail" => Purpose::Mail,
                    _ => Purpose::Enter,
                },
                person: row.opt_parse(1)?,
                expires: row.moment(2)?,
                spent: row.opt_moment(3)?,
            })
        })
    }

    /// The hash of a person's PIN.
    pub fn pin(&mut self, person: PersonId) -> Result<Option<String>, StoreError> {
        self.conn.first(sql!("SELECT hash FROM pins WHERE person = ?1"), params![person], |row| row.text(0))
    }

    /// The hash of a person's own password.
    pub fn password(&mut self, person: PersonId) -> Result<Option<String>, StoreError> {
        self.conn.first(sql!("SELECT hash FROM passwords WHERE person = ?1"), params![person], |row| row.text(0))
    }

    /// Those who gave this e-mail address, two at most: more than one is as good as none.
    pub fn people_by_email(&mut self, email: &str) -> Result<Vec<PersonId>, StoreError> {
        let sql = sql!("SELECT person FROM profiles WHERE email = ?1 ORDER BY person LIMIT 2");
        self.conn.query(sql, params![email], |row| row.parse(0))
    }

    /// Those who gave this telephone number, two at most.
    pub fn people_by_phone(&mut self, phone: &str) -> Result<Vec<PersonId>, StoreError> {
        let sql = sql!("SELECT person FROM profiles WHERE phone = ?1 ORDER BY person LIMIT 2");
        self.conn.query(sql, params![phone], |row| row.parse(0))
    }

    /// How often something was tried, and until when no more may be.
    pub fn limit(&mut self, name: &str) -> Result<Option<(u32, Moment)>, StoreError> {
        let sql = sql!("SELECT count, until FROM limits WHERE name = ?1");
        self.conn.first(sql, params![name], |row| Ok((row.small(0)?, row.moment(1)?)))
    }
}

impl Writing<'_> {
    pub fn add_session(&mut self, token: &str, row: &SessionRow) -> Result<(), StoreError> {
        let sql = sql!(
            "INSERT INTO sessions (session, token, person, label, created, seen, away) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
        );
        let params = params![row.session, token, row.person, &row.label, row.created, row.seen, row.away];
        self.conn().execute(sql, params).map(drop)
    }

    pub fn see_session(&mut self, session: Uuid) -> Result<(), StoreError> {
        let now = self.now();
        self.conn().execute(sql!("UPDATE sessions SET seen = ?2 WHERE session = ?1"), params![session, now]).map(drop)
    }

    /// Sets when a session was last seen: for the demonstration, whose people were here on other days.
    pub fn set_seen(&mut self, person: PersonId, seen: Moment) -> Result<(), StoreError> {
        self.conn().execute(sql!("UPDATE sessions SET seen = ?2 WHERE person = ?1"), params![person, seen]).map(drop)
    }

    pub fn set_away(&mut self, session: Uuid, away: bool) -> Result<(), StoreError> {
        self.conn().execute(sql!("UPDATE sessions SET away = ?2 WHERE session = ?1"), params![session, away]).map(drop)
    }

    /// Ends a session of this person.
    pub fn end_session(&mut self, person: PersonId, session: Uuid) -> Result<(), StoreError> {
        let sql = sql!("DELETE FROM sessions WHERE session = ?1 AND person = ?2");
        self.conn().execute(sql, params![session, person]).map(drop)
    }

    pub fn add_entry_link(&mut self, token: &str, row: &EntryLinkRow) -> Result<(), StoreError> {
        let now = self.now();
        let sql =
            sql!("INSERT INTO entry_links (token, purpose, person, created, expires) VALUES (?1, ?2, ?3, ?4, ?5)");
        self.conn().execute(sql, params![token, row.purpose.word(), row.person, now, row.expires]).map(drop)
    }

    pub fn spend_entry_link(&mut self, token: &str) -> Result<(), StoreError> {
        let now = self.now();
        self.conn().execute(sql!("UPDATE entry_links SET spent = ?2 WHERE token = ?1"), params![token, now]).map(drop)
    }

    /// Makes every unspent link of a purpose useless.
    pub fn drop_entry_links(&mut self, purpose: Purpose) -> Result<(), StoreError> {
        let sql = sql!("DELETE FROM entry_links WHERE purpose = ?1 AND spent IS NULL");
        self.conn().execute(sql, params![purpose.word()]).map(drop)
    }

    /// Lets what was mailed to her and is not spent run out. One that ran out before keeps its day.
    pub fn end_links_by_mail(&mut self, person: PersonId) -> Result<(), StoreError> {
        let now = self.now();
        let sql = sql!(
            "UPDATE entry_links SET expires = ?3 WHERE person = ?1 AND purpose = ?2 AND spent IS NULL AND expires >= ?4"
        );
        let ended = now - domain::moment::Span(1);
        self.conn().execute(sql, params![person, Purpose::Mail.word(), ended, now]).map(drop)
    }

    pub fn set_pin(&mut self, person: PersonId, hash: &str) -> Result<(), StoreError> {
        let now = self.now();
        let sql = sql!(
            "INSERT INTO pins (person, hash, changed) VALUES (?1, ?2, ?3) \
             ON CONFLICT (person) DO UPDATE SET hash = excluded.hash, changed = excluded.changed"
        );
        self.conn().execute(sql, params![person, hash, now]).map(drop)
    }

    pub fn set_password(&mut self, person: PersonId, hash: &str) -> Result<(), StoreError> {
        let now = self.now();
        let sql = sql!(
            "INSERT INTO passwords (person, hash, changed) VALUES (?1, ?2, ?3) \
             ON CONFLICT (person) DO UPDATE SET hash = excluded.hash, changed = excluded.changed"
        );
        self.conn().execute(sql, params![person, hash, now]).map(drop)
    }

    pub fn drop_password(&mut self, person: PersonId) -> Result<(), StoreError> {
        self.conn().execute(sql!("DELETE FROM passwords WHERE person = ?1"), params![person]).map(drop)
    }

    pub fn set_limit(&mut self, name: &str, count: u32, until: Moment) -> Result<(), StoreError> {
        let sql = sql!(
            "INSERT INTO limits (name, count, until) VALUES (?1, ?2, ?3) \
             ON CONFLICT (name) DO UPDATE SET count = excluded.count, until = excluded.until"
        );
        self.conn().execute(sql, params![name, count, until]).map(drop)
    }

    pub fn clear_limit(&mut self, name: &str) -> Result<(), StoreError> {
        self.conn().execute(sql!("DELETE FROM limits WHERE name = ?1"), params![name]).map(drop)
    }

    /// Removes what lets an erased person enter, what she was answered, and what the plain tables count of her.
    pub fn forget_plain_rows(&mut self, person: PersonId) -> Result<(), StoreError> {
        crate::restore::forget_plain_rows(self.conn(), domain::facts::Subject::Person(person))
    }

    /// Removes what has run out: links, challenges and limits a day past, sessions unused and commands carried out before `idle`.
    pub fn sweep(&mut self, idle: Moment) -> Result<u64, StoreError> {
        let yesterday = self.now() - domain::moment::Span::days(1);
        let conn = self.conn();
        Ok(conn.execute(sql!("DELETE FROM entry_links WHERE expires < ?1"), params![yesterday])?
            + conn.execute(sql!("DELETE FROM passkey_challenges WHERE expires < ?1"), params![yesterday])?
            + conn.execute(sql!("DELETE FROM support_codes WHERE expires < ?1"), params![yesterday])?
            + conn.execute(sql!("DELETE FROM limits WHERE until < ?1"), params![yesterday])?
            + conn.execute(sql!("DELETE FROM commands WHERE at < ?1"), params![idle])?
            + conn.execute(sql!("DELETE FROM sessions WHERE seen < ?1"), params![idle])?
            + conn.execute(
                sql!("DELETE FROM support_sessions WHERE session NOT IN (SELECT session FROM sessions)"),
                params![],
            )?)
    }
}
