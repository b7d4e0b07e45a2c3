//! What can go wrong with an engine, in the store's own words.

use std::error::Error;

/// A read or a write that failed. After a failed write nothing of it is in the store.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    #[error("the disk is full")]
    DiskFull,
    /// SQLite could not read, write or make one of its files.
    #[error("the disk failed: {0}")]
    Disk(String),
    #[error("the store can only be read")]
    ReadOnly,
    #[error("the database is damaged: {0}")]
    Corrupt(String),
    #[error("the database does not answer: {0}")]
    Lost(String),
    #[error("the engine refused: {0}")]
    Engine(String),
    /// A row holds what this version cannot read.
    #[error("unreadable: {0}")]
    Unreadable(String),
    #[error("the store is closing")]
    Closing,
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        Self::from(&error)
    }
}

impl From<&rusqlite::Error> for StoreError {
    fn from(error: &rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        match error.sqlite_error_code() {
            Some(Code::DiskFull) => Self::DiskFull,
            Some(Code::SystemIoFailure | Code::CannotOpen) => Self::Disk(error.to_string()),
            Some(Code::ReadOnly) => Self::ReadOnly,
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => Self::Corrupt(error.to_string()),
            _ => Self::Engine(error.to_string()),
        }
    }
}

impl From<postgres::Error> for StoreError {
    fn from(error: postgres::Error) -> Self {
        Self::from(&error)
    }
}

impl From<&postgres::Error> for StoreError {
    fn from(error: &postgres::Error) -> Self {
        use postgres::error::SqlState;
        let words = || match (error.as_db_error(), error.source()) {
            (Some(db), _) => format!("{} ({})", db.message(), db.code().code()),
            (None, Some(cause)) => format!("{error}: {cause}"),
            (None, None) => error.to_string(),
        };
        match error.code() {
            Some(code) if *code == SqlState::DISK_FULL => Self::DiskFull,
            Some(code) if *code == SqlState::READ_ONLY_SQL_TRANSACTION => Self::ReadOnly,
            Some(code) if *code == SqlState::DATA_CORRUPTED || *code == SqlState::INDEX_CORRUPTED => {
                Self::Corrupt(words())
            }
            Some(_) => Self::Engine(words()),
            None => Self::Lost(words()),
        }
    }
}

impl From<&refinery::Error> for StoreError {
    /// The engine's own error, which stands inside.
    fn from(error: &refinery::Error) -> Self {
        let cause = error.source();
        let sqlite = || cause?.downcast_ref::<rusqlite::Error>().map(Self::from);
        let postgres = || cause?.downcast_ref::<postgres::Error>().map(Self::from);
        sqlite().or_else(postgres).unwrap_or_else(|| Self::Engine(error.to_string()))
    }
}
