//! Keys that lie on people's phones, by their public half, and what those phones were asked to sign: none of it is a fact.

use crate::engine::{Row, StoreError, params};
use crate::statement::sql;
use crate::store::{Reading, Writing};
use domain::Moment;
use domain::ids::PersonId;
use uuid::Uuid;

#[derive(Clone, Debug)]
pub struct PasskeyRow {
    pub passkey: Uuid,
    pub person: PersonId,
    /// The key as the library of `app` writes it: its public half, how often it has signed, and how it was made.
    pub kept: String,
    /// What its owner calls it.
    pub label: String,
    pub made: Moment,
    /// When it last entered.
    pub used: Option<Moment>,
}

/// What a phone was asked to sign.
#[derive(Clone, Debug)]
pub struct ChallengeRow {
    /// To whom a key is added; none where somebody enters.
    pub person: Option<PersonId>,
    pub state: String,
    pub expires: Moment,
}

fn passkey(row: &Row<'_>) -> Result<PasskeyRow, StoreError> {
    Ok(PasskeyRow {
        passkey: row.parse(0)?,
        person: row.parse(1)?,
        kept: row.text(2)?,
        label: row.text(3)?,
        made: row.moment(4)?,
        used: row.opt_moment(5)?,
    })
}

impl Reading<'_> {
    /// Hers, oldest first.
    pub fn passkeys(&mut self, person: PersonId) -> Result<Vec<PasskeyRow>, StoreError> {
        let sql = sql!(
            "SELECT passkey, person, kept, label, made, used FROM passkeys WHERE person = ?1 ORDER BY made, passkey"
        );
        self.conn.query(sql, params![person], passkey)
    }

    /// The one whose credential hashes to `credential`.
    pub fn passkey_of(&mut self, credential: &str) -> Result<Option<PasskeyRow>, StoreError> {
        let sql = sql!("SELECT passkey, person, kept, label, made, used FROM passkeys WHERE credential = ?1");
        self.conn.first(sql, params![credential], passkey)
    }
}

impl Writing<'_> {
    pub fn add_passkey(&mut self, credential: &str, row: &PasskeyRow) -> Result<(), StoreError> {
        let sql = sql!(
            "INSERT INTO passkeys (passkey, person, credential, kept, label, made, used) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
        );
        let params = params![row.passkey, row.person, credential, &row.kept, &row.label, row.made, row.used];
        self.conn().execute(sql, params).map(drop)
    }

    /// It has entered now, and is kept as `kept` from here on.
    pub fn use_passkey(&mut self, passkey: Uuid, kept: &str) -> Result<(), StoreError> {
        let now = self.now();
        let sql = sql!("UPDATE passkeys SET kept = ?2, used = ?3 WHERE passkey = ?1");
        self.conn().execute(sql, params![passkey, kept, now]).map(drop)
    }

    /// Takes away a key of this person.
    pub fn remove_passkey(&mut self, person: PersonId, passkey: Uuid) -> Result<(), StoreError> {
        let sql = sql!("DELETE FROM passkeys WHERE passkey = ?1 AND person = ?2");
        self.conn().execute(sql, params![passkey, person]).map(drop)
    }

    /// Asks whoever holds the token: what she was asked before, and what ran out, is asked no more.
    pub fn ask_to_sign(&mut self, token: &str, row: &ChallengeRow) -> Result<(), StoreError> {
        let now = self.now();
        let conn = self.conn();
        conn.execute(sql!("DELETE FROM passkey_challenges WHERE token = ?1 OR expires < ?2"), params![token, now])?;
        let sql = sql!("INSERT INTO passkey_challenges (token, person, state, expires) VALUES (?1, ?2, ?3, ?4)");
        conn.execute(sql, params![token, row.person, &row.state, row.expires]).map(drop)
    }

    /// What whoever holds the token was asked to sign. It can be asked for once.
    pub fn take_challenge(&mut self, token: &str) -> Result<Option<ChallengeRow>, StoreError> {
        let conn = self.conn();
        let sql = sql!("SELECT person, state, expires FROM passkey_challenges WHERE token = ?1");
        let row = conn.first(sql, params![token], |row| {
            Ok(ChallengeRow { person: row.opt_parse(0)?, state: row.text(1)?, expires: row.moment(2)? })
        })?;
        conn.execute(sql!("DELETE FROM passkey_challenges WHERE token = ?1"), params![token])?;
        Ok(row)
    }
}
