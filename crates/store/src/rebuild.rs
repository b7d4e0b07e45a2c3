//! Replay: the tables made again from the journal alone. What replay gives must be what is there.

use crate::engine::StoreError;
use crate::store::Writing;
use crate::{Progress, Store, fold, journal, lines};
use domain::Moment;
use domain::facts::Subject;

/// What to do with the tables that replay gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rebuild {
    /// Compare, and leave the store as it was.
    Check,
    /// Put them in the place of those that are there.
    Replace,
}

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Rebuilt {
    pub facts: u64,
    pub tables: usize,
    pub rows: u64,
    /// The tables that replay gave otherwise than they were.
    pub differences: Vec<String>,
}

/// Carries the result out of a write that is not to be kept.
enum NotKept {
    Rebuilt(Rebuilt),
    Failed(StoreError),
}

impl From<StoreError> for NotKept {
    fn from(error: StoreError) -> Self {
        Self::Failed(error)
    }
}

impl Store {
    /// Replays the whole journal. It holds the writer as long as it takes; `rebuild` is for a store that nobody serves.
    pub fn rebuild(
        &self,
        mode: Rebuild,
        now: Moment,
        mut progress: impl FnMut(u64, u64) + Send + 'static,
    ) -> Result<Rebuilt, StoreError> {
        let done = self.write(now, move |writing| {
            let rebuilt = rebuild(writing, &mut progress)?;
            match mode {
                Rebuild::Replace => Ok(rebuilt),
                Rebuild::Check => Err(NotKept::Rebuilt(rebuilt)),
            }
        });
        match done {
            Ok(rebuilt) | Err(NotKept::Rebuilt(rebuilt)) => Ok(rebuilt),
            Err(NotKept::Failed(error)) => Err(error),
        }
    }
}

fn rebuild(writing: &mut Writing<'_>, progress: Progress<'_>) -> Result<Rebuilt, StoreError> {
    let all = writing.fact_count()?;
    let conn = writing.conn();
    let mut before = Vec::new();
    for (table, _) in fold::DERIVED {
        before.push(lines::fingerprint(conn, table)?);
        lines::empty(conn, table)?;
    }
    let subjects: Vec<Subject> =
        conn.query(crate::statement::sql!("SELECT DISTINCT about FROM journal"), crate::engine::params![], |row| {
            row.parse(0)
        })?;
    let mut facts = 0;
    for subject in subjects {
        facts += journal::replay(conn, subject)?;
        progress(facts, all);
    }
    let mut rebuilt = Rebuilt { facts, tables: fold::DERIVED.len(), rows: 0, differences: Vec::new() };
    for ((table, _), before) in fold::DERIVED.iter().zip(before) {
        let after = lines::fingerprint(conn, table)?;
        rebuilt.rows += after.rows;
        if after != before {
            rebuilt.differences.push((*table).to_owned());
        }
    }
    Ok(rebuilt)
}
