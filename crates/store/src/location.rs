//! Where a store lies, and opening it: the folder's lock, the checks before anything is written, the migrations.

use crate::engine::{Conn, StoreError, postgres::PostgresConn, sqlite};
use crate::migrations::{self, MigrationError};
use std::fs::{self, File, TryLockError};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Which engine holds the store. The folder holds the lock and what is kept beside the database in either case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    Sqlite { folder: PathBuf },
    Postgres { url: String, folder: PathBuf },
}

/// Why a store does not open. Nothing has been changed.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("another process uses {0}")]
    Locked(PathBuf),
    #[error("{path} cannot be written: {why}")]
    ReadOnly { path: PathBuf, why: String },
    #[error("{path} is damaged: {why}")]
    Corrupt { path: PathBuf, why: String },
    #[error("{0} is the database of another program")]
    Foreign(PathBuf),
    #[error("the store was written by a newer version of Telar")]
    Newer,
    #[error("the disk is full")]
    DiskFull,
    #[error("commits do not wait for the disk on this database")]
    NotDurable,
    #[error("the database does not answer: {0}")]
    Connection(String),
    #[error("{0} holds no store")]
    Empty(PathBuf),
    #[error("{0}")]
    Other(String),
}

impl Location {
    pub fn folder(&self) -> &Path {
        match self {
            Self::Sqlite { folder } | Self::Postgres { folder, .. } => folder,
        }
    }

    /// The database's file, where there is one.
    pub fn file(&self) -> PathBuf {
        self.folder().join("telar.db")
    }

    pub fn engine(&self) -> &'static str {
        match self {
            Self::Sqlite { .. } => "sqlite",
            Self::Postgres { .. } => "postgres",
        }
    }

    /// Takes the folder for this process alone, making it where it is missing. The lock ends with the process, however it ends.
    pub(crate) fn lock(&self) -> Result<File, OpenError> {
        let folder = self.folder();
        let read_only = |why: io::Error| match why.raw_os_error() {
            Some(28) => OpenError::DiskFull,
            _ => OpenError::ReadOnly { path: folder.to_owned(), why: why.to_string() },
        };
        fs::create_dir_all(folder).map_err(read_only)?;
        let path = folder.join("telar.lock");
        let file = File::options().create(true).truncate(false).write(true).open(path).map_err(read_only)?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => Err(OpenError::Locked(folder.to_owned())),
            Err(TryLockError::Error(why)) => Err(read_only(why)),
        }
    }

    /// Looks at the database before anything is written: another program's file and a damaged one are left as they are.
    pub(crate) fn inspect(&self) -> Result<(), OpenError> {
        let path = self.file();
        if let Self::Postgres { .. } = self {
            return Ok(());
        }
        let mut header = [0; 100];
        let length = fs::metadata(&path).map_or(0, |meta| meta.len());
        let beside = |ending| has_content(&path, ending);
        let read = match File::open(&path) {
            Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(why) => return Err(OpenError::ReadOnly { path, why: why.to_string() }),
            Ok(mut file) => {
                let mut read = 0;
                while read < header.len() {
                    match file.read(&mut header[read..]) {
                        Ok(0) => break,
                        Ok(n) => read += n,
                        Err(why) => return Err(OpenError::Corrupt { path, why: why.to_string() }),
                    }
                }
                read
            }
        };
        if read == 0 {
            // A start that was cut short leaves an empty file, and nothing in the log beside it.
            return match beside("-wal") {
                true => Err(OpenError::Corrupt { path, why: "it is empty and its log is not".into() }),
                false => Ok(()),
            };
        }
        if read < header.len() || !header.starts_with(b"SQLite format 3\0") {
            return Err(OpenError::Corrupt { path, why: "it does not begin as a database does".into() });
        }
        let id = i32::from_be_bytes([header[68], header[69], header[70], header[71]]);
        if id != sqlite::APPLICATION_ID {
            return Err(OpenError::Foreign(path));
        }
        // Pages of 64 KiB are written as 1. With a log beside it, the file's end may still be on its way into it.
        let page = match u16::from_be_bytes([header[16], header[17]]) {
            1 => 65_536,
            size => u64::from(size.max(1)),
        };
        if !length.is_multiple_of(page) && !beside("-wal") && !beside("-journal") {
            return Err(OpenError::Corrupt { path, why: "its end is missing".into() });
        }
        Ok(())
    }

    pub(crate) fn open_writer(&self) -> Result<Conn, OpenError> {
        match self {
            Self::Sqlite { .. } => {
                let conn = sqlite::open_writer(&self.file()).map_err(|error| self.explain(error))?;
                if let Conn::Sqlite(raw) = &conn
                    && !sqlite::is_durable(raw).map_err(|error| self.explain(error))?
                {
                    return Err(OpenError::NotDurable);
                }
                Ok(conn)
            }
            Self::Postgres { url, .. } => {
                let mut conn = PostgresConn::open(url).map_err(|error| OpenError::Connection(error.to_string()))?;
                if !conn.is_durable().map_err(|error| self.explain(error))? {
                    return Err(OpenError::NotDurable);
                }
                Ok(Conn::Postgres(Box::new(conn)))
            }
        }
    }

    /// Whether the file is small enough to be looked through before the start: a tenth of a second on a slow machine.
    pub(crate) fn is_small(&self) -> bool {
        fs::metadata(self.file()).map_or(0, |about| about.len()) <= 32 << 20
    }

    /// Looks through the whole file for damage: about two seconds for each gigabyte. PostgreSQL sees to its own.
    pub(crate) fn look_through(&self, conn: &Conn) -> Result<(), OpenError> {
        if let Conn::Sqlite(raw) = conn
            && let Some(why) = sqlite::quick_check(raw).map_err(|error| self.explain(error))?
        {
            return Err(OpenError::Corrupt { path: self.file(), why });
        }
        Ok(())
    }

    pub(crate) fn open_reader(&self) -> Result<Conn, StoreError> {
        match self {
            Self::Sqlite { .. } => sqlite::open_reader(&self.file()),
            Self::Postgres { url, .. } => Ok(Conn::Postgres(Box::new(PostgresConn::open(url)?))),
        }
    }

    pub(crate) fn migrate(&self, conn: &mut Conn) -> Result<(), OpenError> {
        migrations::run(conn).map_err(|error| match error {
            MigrationError::Newer => OpenError::Newer,
            MigrationError::Store(error) => self.explain(error),
        })
    }

    pub(crate) fn explain(&self, error: StoreError) -> OpenError {
        match error {
            StoreError::DiskFull => OpenError::DiskFull,
            StoreError::ReadOnly => OpenError::ReadOnly { path: self.file(), why: "read-only".into() },
            StoreError::Corrupt(why) => OpenError::Corrupt { path: self.file(), why },
            StoreError::Lost(why) => OpenError::Connection(why),
            other => OpenError::Other(other.to_string()),
        }
    }
}

/// Whether the file that SQLite keeps beside the database has anything in it.
fn has_content(database: &Path, ending: &str) -> bool {
    let mut path = database.to_owned().into_os_string();
    path.push(ending);
    fs::metadata(path).is_ok_and(|meta| meta.len() > 0)
}
