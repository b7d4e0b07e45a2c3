//! Where a store lies, and opening it: the folder's lock, the checks before anything is written, the migrations.

use crate::engine::{Conn, StoreError, postgres, postgres::PostgresConn, sqlite};
use crate::migrations::{self, MigrationError};
use crate::opening::{Barrier, Damage, OpenError};
use crate::site::{self, Standing};
use rustix::fs::{Access, access, statvfs};
use std::fs::{self, File, TryLockError};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Which engine holds the store. The folder holds the lock and what is kept beside the database in either case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    Sqlite { folder: PathBuf },
    Postgres { url: String, folder: PathBuf },
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

    /// How the place of the data is called: the file, or the database's address without its password.
    pub fn name(&self) -> String {
        match self {
            Self::Sqlite { .. } => self.file().display().to_string(),
            Self::Postgres { url, .. } => postgres::address(url),
        }
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
        let read_only = |why: io::Error| match why.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                OpenError::DiskFull(folder.display().to_string())
            }
            _ => OpenError::ReadOnly { place: folder.display().to_string(), why: Barrier::from(&why) },
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

    /// Looks at the database before anything is written: another program's and a damaged one are left as they are.
    pub(crate) fn inspect(&self) -> Result<(), OpenError> {
        match self {
            Self::Sqlite { .. } => self.inspect_file(),
            Self::Postgres { .. } => {
                let foreign = self.connect()?.is_foreign(&migrations::first());
                match foreign.map_err(|error| self.explain(error))? {
                    true => Err(OpenError::Foreign(self.name())),
                    false => Ok(()),
                }
            }
        }
    }

    fn inspect_file(&self) -> Result<(), OpenError> {
        let path = self.file();
        let mut header = [0; 100];
        let length = fs::metadata(&path).map_or(0, |meta| meta.len());
        let has_content = |ending| fs::metadata(beside(&path, ending)).is_ok_and(|meta| meta.len() > 0);
        let damaged = |why| Err(OpenError::Corrupt { place: self.name(), why });
        let read = match File::open(&path) {
            Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(why) => return Err(OpenError::ReadOnly { place: self.name(), why: Barrier::from(&why) }),
            Ok(mut file) => {
                let mut read = 0;
                while read < header.len() {
                    match file.read(&mut header[read..]) {
                        Ok(0) => break,
                        Ok(n) => read += n,
                        Err(why) => return damaged(Damage::Engine(why.to_string())),
                    }
                }
                read
            }
        };
        if read == 0 {
            // A start that was cut short leaves an empty file, and nothing in the log beside it.
            return if has_content("-wal") { damaged(Damage::OnlyItsLog) } else { Ok(()) };
        }
        if read < header.len() || !header.starts_with(b"SQLite format 3\0") {
            return damaged(Damage::Beginning);
        }
        let id = i32::from_be_bytes([header[68], header[69], header[70], header[71]]);
        if id != sqlite::APPLICATION_ID {
            return Err(OpenError::Foreign(self.name()));
        }
        // Pages of 64 KiB are written as 1. With a log beside it, the file's end may still be on its way into it.
        let page = match u16::from_be_bytes([header[16], header[17]]) {
            1 => 65_536,
            size => u64::from(size.max(1)),
        };
        if !length.is_multiple_of(page) && !has_content("-wal") && !has_content("-journal") {
            return damaged(Damage::End);
        }
        Ok(())
    }

    /// Whether the files that are there may be written. SQLite opens one that may not all the same, for reading, and the
    /// first write of a person would be the first to be told. Asked by name: opening and closing one of them here would
    /// take away the locks that this process has on it.
    pub(crate) fn may_be_written(&self) -> Result<(), OpenError> {
        if let Self::Sqlite { .. } = self {
            for path in ["", "-wal", "-shm"].map(|ending| beside(&self.file(), ending)) {
                match access(&path, Access::WRITE_OK).map_err(io::Error::from) {
                    Err(why) if why.kind() != io::ErrorKind::NotFound => {
                        let place = path.display().to_string();
                        return Err(OpenError::ReadOnly { place, why: Barrier::from(&why) });
                    }
                    _ => {}
                }
            }
        }
        Ok(())
    }

    /// How far the store has come into being, where it is of this version or an older one and whole in its outlines.
    pub(crate) fn standing(&self, conn: &mut Conn) -> Result<Standing, OpenError> {
        let explain = |error| self.explain(error);
        if migrations::is_newer(conn).map_err(explain)? {
            return Err(OpenError::Newer);
        }
        match site::standing(conn).map_err(explain)? {
            Standing::Torn => Err(OpenError::Corrupt { place: self.name(), why: Damage::Torn }),
            other => Ok(other),
        }
    }

    fn connect(&self) -> Result<PostgresConn, OpenError> {
        let Self::Postgres { url, .. } = self else {
            return Err(OpenError::Other("a file is not connected to".into()));
        };
        PostgresConn::open(url).map_err(|error| OpenError::Connection(error.to_string()))
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
            Self::Postgres { .. } => {
                let mut conn = self.connect()?;
                if conn.only_reads().map_err(|error| self.explain(error))? {
                    return Err(self.explain(StoreError::ReadOnly));
                }
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
            return Err(OpenError::Corrupt { place: self.name(), why: Damage::Engine(why) });
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
            StoreError::DiskFull => OpenError::DiskFull(self.name()),
            StoreError::Disk(_) if self.has_no_room() => OpenError::DiskFull(self.name()),
            StoreError::ReadOnly => OpenError::ReadOnly { place: self.name(), why: Barrier::ReadOnly },
            StoreError::Corrupt(why) => OpenError::Corrupt { place: self.name(), why: Damage::Engine(why) },
            StoreError::Lost(why) => OpenError::Connection(why),
            other => OpenError::Other(other.to_string()),
        }
    }

    /// Whether the disk has no room for what SQLite keeps beside the database while it is open. Where it cannot make that,
    /// it says only that the disk failed.
    fn has_no_room(&self) -> bool {
        matches!(self, Self::Sqlite { .. })
            && statvfs(self.folder()).is_ok_and(|disk| {
                disk.f_bavail.saturating_mul(disk.f_frsize) < ROOM || (disk.f_files > 0 && disk.f_ffree == 0)
            })
    }
}

/// The shared memory of the write-ahead log, 32 KiB, and a first page in the log, with something to spare.
const ROOM: u64 = 64 << 10;

/// A file that SQLite keeps beside the database.
fn beside(database: &Path, ending: &str) -> PathBuf {
    let mut path = database.to_owned().into_os_string();
    path.push(ending);
    path.into()
}
