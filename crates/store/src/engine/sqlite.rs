//! SQLite: one file in the data folder, one writer, several readers, nothing acknowledged before it is on the disk.

use super::{Conn, Param, Row, StoreError};
use rusqlite::{Connection, OpenFlags, params_from_iter};
use std::ops::{Deref, DerefMut};
use std::path::Path;
use std::time::Duration;

/// Written into the file's header, so that another program's database is told from ours: "Telr" in ASCII.
pub const APPLICATION_ID: i32 = 0x5465_6c72;

/// How long a statement waits for another process.
const PATIENCE: Duration = Duration::from_secs(10);

pub struct SqliteConn {
    raw: Connection,
    gave_up: Option<StoreError>,
}

/// Opens for writing.
pub fn open_writer(file: &Path) -> Result<Conn, StoreError> {
    let conn = Connection::open_with_flags(
        file,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    conn.busy_timeout(PATIENCE)?;
    if !has_tables(&conn)? {
        // Before the write-ahead log is turned on: so the mark is in the file itself from its first page on, and a crash
        // cannot leave a file that looks like another program's.
        conn.execute_batch(&format!("PRAGMA synchronous=FULL; PRAGMA application_id={APPLICATION_ID}"))?;
    }
    conn.execute_batch(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; \
         PRAGMA foreign_keys=OFF; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON",
    )?;
    conn.set_prepared_statement_cache_capacity(256);
    Ok(Conn::Sqlite(Box::new(SqliteConn { raw: conn, gave_up: None })))
}

pub fn open_reader(file: &Path) -> Result<Conn, StoreError> {
    let conn = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    conn.busy_timeout(PATIENCE)?;
    // 8 MB: what a page of a cohort of hundreds reads in a store of millions of facts.
    conn.execute_batch(
        "PRAGMA query_only=ON; PRAGMA trusted_schema=OFF; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-8000",
    )?;
    conn.set_prepared_statement_cache_capacity(256);
    Ok(Conn::Sqlite(Box::new(SqliteConn { raw: conn, gave_up: None })))
}

/// Whether a commit waits for the disk: write-ahead log and `synchronous=FULL` (2) or more.
pub fn is_durable(conn: &Connection) -> Result<bool, StoreError> {
    let mode: String = conn.query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
    let synchronous: i64 = conn.query_row("PRAGMA synchronous", [], |row| row.get(0))?;
    Ok(mode == "wal" && synchronous >= 2)
}

/// SQLite's own quick check; the first complaint, if any.
pub fn quick_check(conn: &Connection) -> Result<Option<String>, StoreError> {
    let verdict: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    Ok((verdict != "ok").then_some(verdict))
}

pub fn has_tables(conn: &Connection) -> Result<bool, StoreError> {
    Ok(conn.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get::<_, i64>(0))? > 0)
}

pub fn tables(conn: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement =
        conn.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")?;
    let names = statement.query_map([], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

impl Deref for SqliteConn {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        &self.raw
    }
}

impl DerefMut for SqliteConn {
    fn deref_mut(&mut self) -> &mut Connection {
        &mut self.raw
    }
}

impl SqliteConn {
    pub fn execute(&mut self, sql: &'static str, params: &[Param<'_>]) -> Result<u64, StoreError> {
        let done = self.raw.prepare_cached(sql).and_then(|mut statement| statement.execute(params_from_iter(params)));
        self.noted(done.map(|rows| rows as u64).map_err(StoreError::from))
    }

    pub fn each(
        &mut self,
        sql: &'static str,
        params: &[Param<'_>],
        visit: impl FnMut(&Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let done = each(&self.raw, sql, params, visit);
        self.noted(done)
    }

    pub fn run(&mut self, sql: &str) -> Result<(), StoreError> {
        let done = self.raw.execute_batch(sql).map_err(StoreError::from);
        self.noted(done)
    }

    pub fn gave_up(&self) -> Option<StoreError> {
        self.gave_up.clone()
    }

    pub fn scrub(&self) {
        // Not worth keeping other writers waiting for: what stays is overwritten by the next round of the log.
        let _ = self.raw.busy_timeout(Duration::from_millis(200));
        if let Err(why) = self.raw.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0)) {
            tracing::warn!(%why, "the write-ahead log was not emptied");
        }
        let _ = self.raw.busy_timeout(PATIENCE);
    }

    /// Remembers an error with which SQLite ended the transaction: what comes after it only says that there is none.
    fn noted<T>(&mut self, done: Result<T, StoreError>) -> Result<T, StoreError> {
        match &done {
            Ok(_) if !self.raw.is_autocommit() => self.gave_up = None,
            Err(error) if self.raw.is_autocommit() && self.gave_up.is_none() => self.gave_up = Some(error.clone()),
            _ => {}
        }
        done
    }
}

fn each(
    conn: &Connection,
    sql: &'static str,
    params: &[Param<'_>],
    mut visit: impl FnMut(&Row<'_>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(params_from_iter(params))?;
    while let Some(row) = rows.next()? {
        visit(&Row::Sqlite(row))?;
    }
    Ok(())
}
