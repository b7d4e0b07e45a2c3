//! A look at a store from outside, for `telar doctor`: it changes nothing.

use crate::engine::{Conn, postgres::PostgresConn, sqlite};
use crate::location::{Location, OpenError};
use crate::{Store, site};
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
    FolderMissing { folder: PathBuf },
    FolderWritable { folder: PathBuf },
    FolderReadOnly { folder: PathBuf, why: String },
    InUse { folder: PathBuf },
    Free { folder: PathBuf },
    NoStoreYet { file: PathBuf },
    Foreign { file: PathBuf },
    Damaged { file: PathBuf, why: String },
    Newer,
    Intact { facts: u64, epoch: u32 },
    Durable,
    NotDurable,
    Unreachable { why: String },
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
    if !folder.exists() {
        return vec![finding(Level::Warning, Sign::FolderMissing { folder })];
    }
    let mut findings = Vec::new();
    match location.lock() {
        Ok(_) => {
            findings.push(finding(Level::Good, Sign::FolderWritable { folder: folder.clone() }));
            findings.push(finding(Level::Good, Sign::Free { folder }));
        }
        Err(OpenError::Locked(folder)) => findings.push(finding(Level::Good, Sign::InUse { folder })),
        Err(error) => {
            return vec![finding(Level::Wrong, Sign::FolderReadOnly { folder, why: error.to_string() })];
        }
    }
    if let Location::Postgres { url, .. } = location {
        match PostgresConn::open(url) {
            Err(error) => {
                findings.push(finding(Level::Wrong, Sign::Unreachable { why: error.to_string() }));
                return findings;
            }
            Ok(mut conn) => match conn.is_durable() {
                Ok(true) => findings.push(finding(Level::Good, Sign::Durable)),
                _ => findings.push(finding(Level::Wrong, Sign::NotDurable)),
            },
        }
    } else if !location.file().exists() {
        findings.push(finding(Level::Warning, Sign::NoStoreYet { file: location.file() }));
        return findings;
    }
    findings.push(look_inside(location));
    findings
}

fn look_inside(location: &Location) -> Finding {
    let file = location.file();
    match Store::open_reading(location) {
        Err(OpenError::Foreign(file)) => finding(Level::Wrong, Sign::Foreign { file }),
        Err(OpenError::Corrupt { path, why }) => finding(Level::Wrong, Sign::Damaged { file: path, why }),
        Err(OpenError::Newer) => finding(Level::Wrong, Sign::Newer),
        Err(OpenError::Connection(why)) => finding(Level::Wrong, Sign::Unreachable { why }),
        Err(OpenError::Empty(_)) => finding(Level::Warning, Sign::NoStoreYet { file }),
        Err(error) => finding(Level::Wrong, Sign::Damaged { file, why: error.to_string() }),
        Ok(store) => {
            let seen = store.read(|reading| {
                if let Conn::Sqlite(conn) = &*reading.conn
                    && let Some(why) = sqlite::quick_check(conn)?
                {
                    return Err(crate::StoreError::Corrupt(why));
                }
                Ok((reading.fact_count()?, site::origin(reading.conn)?.epoch))
            });
            match seen {
                Ok((facts, epoch)) => finding(Level::Good, Sign::Intact { facts, epoch }),
                Err(error) => finding(Level::Wrong, Sign::Damaged { file, why: error.to_string() }),
            }
        }
    }
}
