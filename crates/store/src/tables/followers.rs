//! How far each follower has read, and which process follows.

use crate::engine::{StoreError, params};
use crate::statement::sql;
use crate::store::{Reading, Writing};
use domain::Moment;

/// What asking for a follower's place gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lease {
    /// This process follows, from after this position.
    Held { position: i64 },
    /// Another process follows until then at least.
    Elsewhere { until: Moment },
}

/// How far a follower has read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub position: i64,
    /// How many facts it has not read.
    pub behind: i64,
}

impl Reading<'_> {
    /// Where a follower stands; none where it never began.
    pub fn follower(&mut self, name: &str) -> Result<Option<Place>, StoreError> {
        let last =
            self.conn.first(sql!("SELECT position FROM journal ORDER BY position DESC LIMIT 1"), params![], |row| {
                row.int(0)
            })?;
        let position =
            self.conn.first(sql!("SELECT position FROM followers WHERE name = ?1"), params![name], |row| row.int(0))?;
        Ok(position.map(|position| Place { position, behind: last.unwrap_or_default() - position }))
    }
}

impl Writing<'_> {
    /// Takes or renews the lease on a follower for `holder`.
    pub fn lease(&mut self, name: &str, holder: &str, until: Moment) -> Result<Lease, StoreError> {
        let now = self.now();
        let conn = self.conn();
        let found =
            conn.first(sql!("SELECT position, holder, until FROM followers WHERE name = ?1"), params![name], |row| {
                Ok((row.int(0)?, row.text(1)?, row.moment(2)?))
            })?;
        match found {
            Some((_, other, theirs)) if other != holder && theirs > now => Ok(Lease::Elsewhere { until: theirs }),
            Some((position, ..)) => {
                let sql = sql!("UPDATE followers SET holder = ?2, until = ?3 WHERE name = ?1");
                conn.execute(sql, params![name, holder, until])?;
                Ok(Lease::Held { position })
            }
            None => {
                let sql = sql!("INSERT INTO followers (name, position, holder, until) VALUES (?1, 0, ?2, ?3)");
                conn.execute(sql, params![name, holder, until])?;
                Ok(Lease::Held { position: 0 })
            }
        }
    }

    pub fn follow_to(&mut self, name: &str, position: i64) -> Result<(), StoreError> {
        self.conn()
            .execute(sql!("UPDATE followers SET position = ?2 WHERE name = ?1"), params![name, position])
            .map(drop)
    }
}
