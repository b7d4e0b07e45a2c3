//! A look at a store from outside, for `telar doctor`: it changes nothing.

use crate::Store;
use crate::engine::{Conn, StoreError, postgres::PostgresConn, sqlite};
use crate::location::Location;
use crate::opening::{Barrier, Damage, OpenError};
use crate::site::{self, Standing};
use std::path::PathBuf;

#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    Good,
    Warning,
    Wrong,
}

/// What was seen. The words for it are the command line's.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(tag = "sign", rename_all = "snake_case")]
pub enum Sign {
    FolderMissing {
        folder: PathBuf,
    },
    FolderWritable {
        folder: PathBuf,
    },
    FolderReadOnly {
        folder: PathBuf,
        why: Barrier,
    },
    InUse {
        folder: PathBuf,
    },
    Free {
        folder: PathBuf,
    },
    /// Only the place is there: a path, or a database's address without its password. So for all that follow.
    NoStoreYet {
        place: String,
    },
    /// A first start that was cut short; nothing is in it.
    Unfinished {
        place: String,
    },
    Foreign {
        place: String,
    },
    Damaged {
        place: String,
        why: Damage,
    },
    ReadOnly {
        place: String,
        why: Barrier,
    },
    DiskFull {
        place: String,
    },
    Newer,
    Intact {
        facts: u64,
        epoch: u32,
    },
    Durable,
    NotDurable,
    Unreachable {
        why: String,
    },
    /// The engine could not look, for another reason.
    Failed {
        place: String,
        why: String,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Finding {
    pub level: Level,
    #[serde(flatten)]
    pub sign: Sign,
}

fn finding(level: Level, sign: Sign) -> Finding {
    Finding { level, sign }
}

/// Examines the folder, the lock and the database, in this order; stops where the rest would tell nothing more.
pub fn examine(location: &Location) -> Vec<Finding> {
    let folder = location.folder().to_owned();
    let mut findings = Vec::new();
    let mut used = false;
    if folder.exists() {
        match location.lock() {
            Ok(_) => {
                findings.push(finding(Level::Good, Sign::FolderWritable { folder: folder.clone() }));
                findings.push(finding(Level::Good, Sign::Free { folder }));
            }
            Err(OpenError::Locked(folder)) => {
                used = true;
                findings.push(finding(Level::Good, Sign::InUse { folder }));
            }
            Err(OpenError::ReadOnly { why, .. }) => {
                findings.push(finding(Level::Wrong, Sign::FolderReadOnly { folder, why }));
                return findings;
            }
            Err(error) => {
                findings.push(unopened(location, error));
                return findings;
            }
        }
    } else {
        findings.push(finding(Level::Warning, Sign::FolderMissing { folder }));
        if matches!(location, Location::Sqlite { .. }) {
            return findings;
        }
    }
    if let Location::Postgres { url, .. } = location {
        match PostgresConn::open(url) {
            Err(error) => {
                findings.push(finding(Level::Wrong, Sign::Unreachable { why: error.to_string() }));
                return findings;
            }
            Ok(mut conn) => {
                findings.push(match conn.is_durable() {
                    Ok(true) => finding(Level::Good, Sign::Durable),
                    _ => finding(Level::Wrong, Sign::NotDurable),
                });
                if conn.only_reads().unwrap_or_default() {
                    findings.push(unopened(location, location.explain(StoreError::ReadOnly)));
                }
            }
        }
    } else if !used && let Err(error) = location.may_be_written() {
        // Whoever uses it meanwhile has shown that it can.
        findings.push(unopened(location, error));
    }
    findings.push(look_inside(location).unwrap_or_else(|error| unopened(location, error)));
    findings
}

fn look_inside(location: &Location) -> Result<Finding, OpenError> {
    let store = Store::open_reading(location)?;
    let seen = store.read(|reading| {
        if let Conn::Sqlite(conn) = &*reading.conn
            && let Some(why) = sqlite::quick_check(conn)?
        {
            return Err(StoreError::Corrupt(why));
        }
        Ok((reading.fact_count()?, site::origin(reading.conn)?.epoch))
    });
    let (facts, epoch) = seen.map_err(|error| location.explain(error))?;
    Ok(finding(Level::Good, Sign::Intact { facts, epoch }))
}

fn unopened(location: &Location, error: OpenError) -> Finding {
    let place = location.name();
    let sign = match error {
        OpenError::Empty(_) => {
            let begun = match location {
                Location::Sqlite { .. } => std::fs::metadata(location.file()).is_ok_and(|about| about.len() > 0),
                Location::Postgres { .. } => {
                    let standing = location.open_reader().and_then(|mut conn| site::standing(&mut conn));
                    matches!(standing, Ok(Standing::Begun))
                }
            };
            return finding(
                Level::Warning,
                if begun { Sign::Unfinished { place } } else { Sign::NoStoreYet { place } },
            );
        }
        OpenError::Foreign(place) => Sign::Foreign { place },
        OpenError::Corrupt { place, why } => Sign::Damaged { place, why },
        OpenError::ReadOnly { place, why } => Sign::ReadOnly { place, why },
        OpenError::DiskFull(place) => Sign::DiskFull { place },
        OpenError::Newer => Sign::Newer,
        OpenError::NotDurable => Sign::NotDurable,
        OpenError::Connection(why) => Sign::Unreachable { why },
        other @ (OpenError::Locked(_) | OpenError::Other(_)) => Sign::Failed { place, why: other.to_string() },
    };
    finding(Level::Wrong, sign)
}
