//! The two engines behind one face. Whatever differs between SQLite and PostgreSQL is in this folder and nowhere else.

mod error;
mod param;
mod pool;
pub mod postgres;
mod row;
pub mod sqlite;

pub use error::StoreError;
pub use param::Param;
pub(crate) use param::params;
pub use pool::Pool;
pub use row::{Row, Value};

use postgres::PostgresConn;
use sqlite::SqliteConn;

thread_local! {
    /// How many queries this thread has made.
    static QUERIES: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// How many queries this thread has made so far. A read or write stays on one thread, so what it made is a difference.
pub fn queries() -> u64 {
    QUERIES.get()
}

/// One connection to either engine.
pub enum Conn {
    Sqlite(Box<SqliteConn>),
    Postgres(Box<PostgresConn>),
}

impl Conn {
    /// Runs a statement that changes rows; answers how many.
    pub fn execute(&mut self, sql: &'static str, params: &[Param<'_>]) -> Result<u64, StoreError> {
        match self {
            Self::Sqlite(conn) => conn.execute(sql, params),
            Self::Postgres(conn) => conn.execute(sql, params),
        }
    }

    /// Runs a query and reads every row.
    pub fn query<T>(
        &mut self,
        sql: &'static str,
        params: &[Param<'_>],
        mut read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut rows = Vec::new();
        self.each(sql, params, |row| {
            rows.push(read(row)?);
            Ok(())
        })?;
        Ok(rows)
    }

    /// The first row, if there is one.
    pub fn first<T>(
        &mut self,
        sql: &'static str,
        params: &[Param<'_>],
        read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        Ok(self.query(sql, params, read)?.into_iter().next())
    }

    /// Reads row by row, without holding them all.
    pub fn each(
        &mut self,
        sql: &'static str,
        params: &[Param<'_>],
        visit: impl FnMut(&Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        QUERIES.set(QUERIES.get() + 1);
        match self {
            Self::Sqlite(conn) => conn.each(sql, params, visit),
            Self::Postgres(conn) => conn.each(sql, params, visit),
        }
    }

    /// Runs a statement without parameters or rows: BEGIN, SAVEPOINT, PRAGMA.
    pub fn run(&mut self, sql: &str) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(conn) => conn.run(sql),
            Self::Postgres(conn) => conn.run(sql),
        }
    }

    /// The tables that are here, as far as they are somebody's: not the engine's own.
    pub fn tables(&mut self) -> Result<Vec<String>, StoreError> {
        match self {
            Self::Sqlite(conn) => sqlite::tables(conn),
            Self::Postgres(conn) => conn.tables(),
        }
    }

    /// Begins a read that sees one moment of the store.
    pub fn begin_reading(&mut self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(_) => self.run("BEGIN"),
            Self::Postgres(_) => self.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"),
        }
    }

    /// Begins a write. On PostgreSQL the lock makes the database, not the process, the node: sequence numbers are given
    /// under it, so a reader never sees a later one commit before an earlier one.
    pub fn begin_writing(&mut self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(_) => self.run("BEGIN IMMEDIATE"),
            Self::Postgres(_) => self.run("BEGIN; SELECT pg_advisory_xact_lock(7310866)"),
        }
    }

    /// Why the engine ended the whole transaction by itself, where it did: SQLite does when the disk is full or fails.
    pub fn gave_up(&self) -> Option<StoreError> {
        match self {
            Self::Sqlite(conn) => conn.gave_up(),
            Self::Postgres(_) => None,
        }
    }

    /// Takes what was just redacted out of the write-ahead log too, as far as no reader still needs it. On PostgreSQL the
    /// server's own log and dead rows are its administrator's to look after.
    pub fn scrub(&mut self) {
        if let Self::Sqlite(conn) = self {
            conn.scrub();
        }
    }
}
