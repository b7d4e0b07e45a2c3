//! How much data each person used, and the limits that people set themselves: none of it is a fact. Days are written
//! `2027-01-14` and months `2027-01`, so that they sort as text on either engine.

use crate::engine::{StoreError, params};
use crate::statement::sql;
use crate::store::{Reading, Writing};
use domain::data_use::{DataLimit, DataUse, Family};
use domain::ids::PersonId;

/// What one family of pages took on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataUseRow {
    pub day: String,
    pub family: Family,
    pub bytes: DataUse,
}

impl Reading<'_> {
    /// What a person used from one day to another, both included; by day, then by family.
    pub fn data_use(&mut self, person: PersonId, (from, to): (&str, &str)) -> Result<Vec<DataUseRow>, StoreError> {
        let sql = sql!(
            "SELECT day, family, down, up FROM data_use WHERE person = ?1 AND day >= ?2 AND day <= ?3 ORDER BY day, family"
        );
        self.conn.query(sql, params![person, from, to], |row| {
            let bytes = DataUse { down: row.small(2)?, up: row.small(3)? };
            // A family of a newer version is still somebody's bytes.
            Ok(DataUseRow { day: row.text(0)?, family: row.parse(1).unwrap_or(Family::Rest), bytes })
        })
    }

    /// All bytes of a person from one day to another, both included.
    pub fn data_total(&mut self, person: PersonId, (from, to): (&str, &str)) -> Result<u64, StoreError> {
        // PostgreSQL adds whole numbers up to a decimal: it is cast back.
        let sql = sql!(
            "SELECT CAST(COALESCE(SUM(down + up), 0) AS BIGINT) FROM data_use WHERE person = ?1 AND day >= ?2 AND day <= ?3"
        );
        Ok(self.conn.first(sql, params![person, from, to], |row| row.small(0))?.unwrap_or_default())
    }

    /// The limit that a person set, and the month in which she goes on past it.
    pub fn data_limit(&mut self, person: PersonId) -> Result<Option<(DataLimit, Option<String>)>, StoreError> {
        let sql = sql!("SELECT megabytes, go_on FROM data_limits WHERE person = ?1");
        let found = self.conn.first(sql, params![person], |row| Ok((row.small::<u32>(0)?, row.opt_text(1)?)))?;
        found
            .map(|(megabytes, go_on)| {
                let limit =
                    megabytes.try_into().map_err(|_| StoreError::Unreadable(format!("a limit of {megabytes}")))?;
                Ok((limit, go_on))
            })
            .transpose()
    }
}

impl Writing<'_> {
    /// Adds to what a person used on a day.
    pub fn add_data_use(&mut self, person: PersonId, row: &DataUseRow) -> Result<(), StoreError> {
        let sql = sql!(
            "INSERT INTO data_use (person, day, family, down, up) VALUES (?1, ?2, ?3, ?4, ?5) \
             ON CONFLICT (person, day, family) DO UPDATE SET down = data_use.down + excluded.down, up = data_use.up + excluded.up"
        );
        let whole = |bytes: u64| i64::try_from(bytes).unwrap_or(i64::MAX);
        let params = params![person, &row.day, row.family.as_str(), whole(row.bytes.down), whole(row.bytes.up)];
        self.conn().execute(sql, params).map(drop)
    }

    /// Sets a person's limit; from now on she is asked when she reaches it.
    pub fn set_data_limit(&mut self, person: PersonId, limit: DataLimit) -> Result<(), StoreError> {
        let sql = sql!(
            "INSERT INTO data_limits (person, megabytes) VALUES (?1, ?2) \
             ON CONFLICT (person) DO UPDATE SET megabytes = excluded.megabytes, go_on = NULL"
        );
        self.conn().execute(sql, params![person, limit.megabytes()]).map(drop)
    }

    /// She goes on past her limit in this month.
    pub fn go_on_past_limit(&mut self, person: PersonId, month: &str) -> Result<(), StoreError> {
        self.conn()
            .execute(sql!("UPDATE data_limits SET go_on = ?2 WHERE person = ?1"), params![person, month])
            .map(drop)
    }

    pub fn lift_data_limit(&mut self, person: PersonId) -> Result<(), StoreError> {
        self.conn().execute(sql!("DELETE FROM data_limits WHERE person = ?1"), params![person]).map(drop)
    }

    /// Removes what was counted before a day.
    pub fn sweep_data_use(&mut self, before: &str) -> Result<u64, StoreError> {
        self.conn().execute(sql!("DELETE FROM data_use WHERE day < ?1"), params![before])
    }
}
