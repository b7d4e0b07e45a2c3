//! Migrations, in pairs: the same step for each engine, never edited once it has landed.

use crate::engine::{Conn, StoreError, params};
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
            _ => Err(MigrationError::Store(StoreError::Engine(error.to_string()))),
        },
    }
}

/// Whether a step was applied that this program does not know. A store without any step yet is not newer.
pub fn is_newer(conn: &mut Conn) -> Result<bool, StoreError> {
    let known = sqlite::migrations::runner().get_migrations().iter().map(refinery::Migration::version).max();
    let sql = sql!("SELECT CAST(MAX(version) AS BIGINT) FROM refinery_schema_history");
    let applied = conn.first(sql, params![], |row| row.opt_int(0))?.flatten();
    Ok(applied > known.map(i64::from))
}

pub enum MigrationError {
    Newer,
    Store(StoreError),
}
