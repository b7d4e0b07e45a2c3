//! Migrations, in pairs: the same step for each engine, never edited once it has landed.

use crate::engine::{Conn, StoreError, params, postgres::STEPS};
use crate::statement::sql;

mod sqlite {
    refinery::embed_migrations!("migrations/sqlite");
}
mod postgres {
    refinery::embed_migrations!("migrations/postgres");
}

/// What brings a store to this version's tables.
pub fn run(conn: &mut Conn) -> Result<(), MigrationError> {
    let report = match conn {
        Conn::Sqlite(conn) => sqlite::migrations::runner().run(&mut ***conn),
        Conn::Postgres(conn) => postgres::migrations::runner().run(conn.client()),
    };
    match report {
        Ok(_) => Ok(()),
        Err(error) => match error.kind() {
            // A step that this program does not know was applied: the store is from a newer Telar.
            refinery::error::Kind::MissingVersion(_) | refinery::error::Kind::DivergentVersion(..) => {
                Err(MigrationError::Newer)
            }
            _ => Err(MigrationError::Store(StoreError::from(&error))),
        },
    }
}

/// Number and name of the first step, which every store has taken.
pub fn first() -> (String, String) {
    let steps = sqlite::migrations::runner();
    let first = steps.get_migrations().iter().min_by_key(|step| step.version());
    first.map(|step| (step.version().to_string(), step.name().to_owned())).unwrap_or_default()
}

/// Whether a step was applied that this program does not know. A store without any step yet is not newer.
pub fn is_newer(conn: &mut Conn) -> Result<bool, StoreError> {
    if !conn.tables()?.iter().any(|table| table == STEPS) {
        return Ok(false);
    }
    let known = sqlite::migrations::runner().get_migrations().iter().map(refinery::Migration::version).max();
    let sql = sql!("SELECT CAST(MAX(version) AS BIGINT) FROM refinery_schema_history");
    let applied = conn.first(sql, params![], |row| row.opt_int(0))?.flatten();
    Ok(applied > known.map(i64::from))
}

pub enum MigrationError {
    Newer,
    Store(StoreError),
}
