//! PostgreSQL: the database is the node, and several Telar processes may serve it.

use super::{Param, Row, StoreError};
use postgres::config::Host;
use postgres::fallible_iterator::FallibleIterator;
use postgres::{Client, Config, NoTls, Statement};
use std::collections::HashMap;

/// The list of steps that the migrations' library keeps.
pub const STEPS: &str = "refinery_schema_history";

pub struct PostgresConn {
    client: Client,
    prepared: HashMap<&'static str, Statement>,
}

impl PostgresConn {
    pub fn open(url: &str) -> Result<Self, StoreError> {
        let mut client = Client::connect(url, NoTls)?;
        // Notices are not errors; and nobody waits for another process without end.
        client.batch_execute("SET client_min_messages = warning; SET lock_timeout = '30s'")?;
        Ok(Self { client, prepared: HashMap::new() })
    }

    pub fn client(&mut self) -> &mut Client {
        &mut self.client
    }

    /// Whether a commit waits for the disk.
    pub fn is_durable(&mut self) -> Result<bool, StoreError> {
        let row =
            self.client.query_one("SELECT current_setting('fsync'), current_setting('synchronous_commit')", &[])?;
        let (fsync, commit): (String, String) = (row.get(0), row.get(1));
        Ok(fsync == "on" && commit != "off" && commit != "local_off")
    }

    /// Whether this server takes no writes: it follows another, or is told so.
    pub fn only_reads(&mut self) -> Result<bool, StoreError> {
        let row = self.client.query_one("SELECT current_setting('transaction_read_only')", &[])?;
        Ok(row.get::<_, String>(0) == "on")
    }

    /// Tables, views and sequences of the schema in which a new table would be made. What an extension brought along is the
    /// server's: a new database of many providers has such from the first day.
    pub fn tables(&mut self) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT CAST(c.relname AS TEXT) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
                   WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') \
                   AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass \
                   AND d.objid = c.oid AND d.deptype = 'e')";
        Ok(self.client.query(sql, &[])?.iter().map(|row| row.get(0)).collect())
    }

    /// Whether something is here and no first step of ours was taken: then it is another program's. Of the list of steps
    /// only the name is ours alone, since others use the same library; nothing is taken for granted of its columns.
    pub fn is_foreign(&mut self, (version, name): &(String, String)) -> Result<bool, StoreError> {
        let tables = self.tables()?;
        if !tables.iter().any(|table| table == STEPS) {
            return Ok(!tables.is_empty());
        }
        let sql = "SELECT COUNT(*), COUNT(*) FILTER (WHERE to_jsonb(s) ->> 'version' = $1 AND to_jsonb(s) ->> 'name' = $2) \
                   FROM refinery_schema_history s";
        let row = self.client.query_one(sql, &[version, name])?;
        let (steps, ours): (i64, i64) = (row.get(0), row.get(1));
        // The list alone and empty: a first start ended right after it was made.
        Ok(ours == 0 && (steps > 0 || tables.len() > 1))
    }

    pub fn statement(&mut self, sql: &'static str) -> Result<Statement, StoreError> {
        if let Some(statement) = self.prepared.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.client.prepare(&dialect(sql))?;
        self.prepared.insert(sql, statement.clone());
        Ok(statement)
    }

    pub fn execute(&mut self, sql: &'static str, params: &[Param<'_>]) -> Result<u64, StoreError> {
        let statement = self.statement(sql)?;
        let params: Vec<&(dyn postgres::types::ToSql + Sync)> = params.iter().map(|param| param as _).collect();
        Ok(self.client.execute(&statement, &params)?)
    }

    pub fn each(
        &mut self,
        sql: &'static str,
        params: &[Param<'_>],
        mut visit: impl FnMut(&Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let statement = self.statement(sql)?;
        let mut rows = self.client.query_raw(&statement, params)?;
        while let Some(row) = rows.next()? {
            visit(&Row::Postgres(&row))?;
        }
        Ok(())
    }

    pub fn run(&mut self, sql: &str) -> Result<(), StoreError> {
        Ok(self.client.batch_execute(sql)?)
    }
}

/// Where a database is, for people: without user, password and options.
pub fn address(url: &str) -> String {
    let Ok(config) = url.parse::<Config>() else { return "PostgreSQL".to_owned() };
    let ports = config.get_ports();
    let hosts = config.get_hosts().iter().enumerate().map(|(number, host)| {
        let port = ports.get(number).or(ports.first()).map_or(String::new(), |port| format!(":{port}"));
        match host {
            Host::Tcp(name) => format!("{name}{port}"),
            Host::Unix(folder) => format!("{}{port}", folder.display()),
        }
    });
    let database = config.get_dbname().or(config.get_user()).unwrap_or_default();
    format!("postgres://{}/{database}", hosts.collect::<Vec<_>>().join(","))
}

/// Parameters are `?1` in the common subset and `$1` here. No statement has a question mark that is anything else.
fn dialect(sql: &str) -> String {
    sql.replace('?', "$")
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn an_address_is_shown_without_its_password() {
        for (url, shown) in [
            ("postgres://ana:s3cret@db.example:5433/telar?sslmode=disable", "postgres://db.example:5433/telar"),
            ("postgres://ana:s3cret@db.example/", "postgres://db.example/ana"),
            ("postgres://ana@/telar?host=/run/postgresql&password=s3cret", "postgres:///run/postgresql/telar"),
            ("postgres://ana:s3c:ret/@?", "PostgreSQL"),
        ] {
            let said = address(url);
            assert!(!said.contains("s3c"), "{said}");
            assert_eq!(said, shown);
        }
    }
}
