//! PostgreSQL: the database is the node, and several Telar processes may serve it.

use super::{Param, Row, StoreError};
use postgres::fallible_iterator::FallibleIterator;
use postgres::{Client, NoTls, Statement};
use std::collections::HashMap;

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

/// Parameters are `?1` in the common subset and `$1` here. No statement has a question mark that is anything else.
fn dialect(sql: &str) -> String {
    sql.replace('?', "$")
}
