//! What can go wrong with an engine, in the store's own words.

/// A read or a write that failed. After a failed write nothing of it is in the store.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    #[error("the disk is full")]
    DiskFull,
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
        use rusqlite::ErrorCode as Code;
        match error.sqlite_error_code() {
            Some(Code::DiskFull) => Self::DiskFull,
            Some(Code::ReadOnly) => Self::ReadOnly,
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => Self::Corrupt(error.to_string()),
            _ => Self::Engine(error.to_string()),
        }
    }
}

impl From<postgres::Error> for StoreError {
    fn from(error: postgres::Error) -> Self {
        use postgres::error::SqlState;
        let words = || match error.as_db_error() {
            Some(db) => format!("{} ({})", db.message(), db.code().code()),
            None => error.to_string(),
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
