//! A backup: one file that holds everything, whichever the engine, taken at one moment while Telar goes on serving.
//!
//! The file is JSON, a line a row, compressed with zstd and, on request, encrypted with age. The first line says what it is;
//! the last carries the SHA-256 of all lines before it, a fingerprint of every table that follows from the journal, and the
//! signed head of the journal. Derived tables are not in it: restoring replays them, and compares.

use crate::engine::StoreError;
use crate::lines::{self, Cells, Fingerprint};
use crate::store::{Reading, SignedHead};
use crate::{Progress, Store, site};
use domain::Moment;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Raised when the lines change their form. An older form stays readable.
pub const FORMAT: u32 = 1;

/// Whether and how a backup is encrypted.
#[derive(Clone, Debug)]
pub enum Seal {
    Open,
    Passphrase(String),
    /// An age public key, `age1…`: whoever takes backups need not be able to read them.
    Recipient(String),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BackedUp {
    pub facts: u64,
    pub rows: u64,
    /// The file's size.
    pub bytes: u64,
    pub head: String,
}

#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    #[error("{0} exists already")]
    Exists(PathBuf),
    #[error("«{0}» is no age public key")]
    Recipient(String),
    #[error("the disk is full")]
    DiskFull,
    #[error("{path}: {why}")]
    File { path: PathBuf, why: io::Error },
    #[error(transparent)]
    Store(#[from] StoreError),
}

#[derive(Serialize, Deserialize)]
pub struct First {
    pub telar_backup: u32,
    pub created: Moment,
    pub node: String,
    pub epoch: u32,
    pub engine: String,
}

#[derive(Serialize, Deserialize)]
pub struct Line {
    pub table: String,
    pub row: Cells,
}

#[derive(Serialize, Deserialize)]
pub struct Last {
    pub end: String,
    pub facts: u64,
    pub rows: u64,
    pub derived: BTreeMap<String, Fingerprint>,
    pub head: SignedHead,
}

impl Store {
    pub fn backup(
        &self,
        path: &Path,
        seal: &Seal,
        now: Moment,
        progress: Progress<'_>,
    ) -> Result<BackedUp, BackupError> {
        let mut partial = path.as_os_str().to_owned();
        partial.push(".partial");
        let partial = PathBuf::from(partial);
        for taken in [path, &partial] {
            if taken.exists() {
                return Err(BackupError::Exists(taken.to_owned()));
            }
        }
        let engine = self.location().engine();
        let done = self.read(|reading| write(reading, &partial, seal, (engine, now), progress));
        let finished = done.and_then(|(last, head)| {
            // The name appears only when the whole file is on the disk.
            let moved = fs::rename(&partial, path).and_then(|()| sync_folder(path));
            moved.map_err(|why| BackupError::File { path: path.to_owned(), why })?;
            let bytes = fs::metadata(path).map_or(0, |meta| meta.len());
            Ok(BackedUp { facts: last.facts, rows: last.rows, bytes, head })
        });
        if finished.is_err() {
            let _ = fs::remove_file(&partial);
        }
        finished
    }
}

fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

fn write(
    reading: &mut Reading<'_>,
    path: &Path,
    seal: &Seal,
    (engine, created): (&str, Moment),
    progress: Progress<'_>,
) -> Result<(Last, String), BackupError> {
    let failed = |why: io::Error| match why.raw_os_error() {
        Some(28) => BackupError::DiskFull,
        _ => BackupError::File { path: path.to_owned(), why },
    };
    let file = File::options().write(true).create_new(true).open(path).map_err(failed)?;
    let kept = file.try_clone().map_err(failed)?;
    let file = BufWriter::new(file);
    let last = match seal {
        Seal::Open => {
            let (last, mut file) = compress(reading, file, (engine, created), progress, &failed)?;
            file.flush().map_err(failed)?;
            last
        }
        sealed => {
            let encryptor = match sealed {
                Seal::Recipient(key) => {
                    let recipient: age::x25519::Recipient =
                        key.trim().parse().map_err(|_| BackupError::Recipient(key.clone()))?;
                    age::Encryptor::with_recipients(std::iter::once(&recipient as _))
                        .map_err(|_| BackupError::Recipient(key.clone()))?
                }
                Seal::Passphrase(words) => age::Encryptor::with_user_passphrase(words.clone().into()),
                Seal::Open => return Err(BackupError::Recipient(String::new())),
            };
            let sealed = encryptor.wrap_output(file).map_err(failed)?;
            let (last, sealed) = compress(reading, sealed, (engine, created), progress, &failed)?;
            sealed.finish().and_then(|mut file| file.flush()).map_err(failed)?;
            last
        }
    };
    kept.sync_all().map_err(failed)?;
    let head = last.head.head.clone();
    Ok((last, head))
}

fn compress<W: Write>(
    reading: &mut Reading<'_>,
    out: W,
    (engine, created): (&str, Moment),
    progress: Progress<'_>,
    failed: &impl Fn(io::Error) -> BackupError,
) -> Result<(Last, W), BackupError> {
    let mut packed = zstd::Encoder::new(out, 6).map_err(failed)?;
    packed.include_checksum(true).map_err(failed)?;
    let mut out = Hashing { out: packed, hash: Sha256::new() };
    let origin = site::origin(reading.conn)?;
    let node = origin.node.to_string();
    let first = First { telar_backup: FORMAT, created, node, epoch: origin.epoch, engine: engine.to_owned() };
    out.line(&first).map_err(failed)?;
    let facts = reading.fact_count()?;
    let mut rows = 0;
    for table in lines::PLAIN.iter().chain(["followers", "journal"].iter()) {
        let mut broken = None;
        let visited = lines::each(reading.conn, table, |row| {
            rows += 1;
            if *table == "journal" && rows % 500 == 0 {
                progress(rows.min(facts), facts);
            }
            out.line(&Line { table: (*table).to_owned(), row }).map_err(|why| {
                broken = Some(why);
                StoreError::Closing
            })
        });
        if let Some(why) = broken {
            return Err(failed(why));
        }
        visited?;
    }
    let derived = reading.fingerprints()?;
    let (seq, chain) = site::head(reading.conn, origin)?.ok_or_else(|| StoreError::Unreadable("no head".into()))?;
    let head = format!("{}/{}/{seq}/{chain}", origin.node, origin.epoch);
    let (public_key, signature) = site::sign(reading.conn, &head)?;
    let end = site::hex(&out.hash.clone().finalize());
    let last = Last { end, facts, rows, derived, head: SignedHead { head, public_key, signature } };
    out.line(&last).map_err(failed)?;
    progress(facts, facts);
    let out = out.out.finish().map_err(failed)?;
    Ok((last, out))
}

/// Writes lines and keeps the hash of all that it wrote.
struct Hashing<W: Write> {
    out: zstd::Encoder<'static, W>,
    hash: Sha256,
}

impl<W: Write> Hashing<W> {
    fn line(&mut self, value: &impl Serialize) -> io::Result<()> {
        let mut line = serde_json::to_vec(value)?;
        line.push(b'\n');
        self.hash.update(&line);
        self.out.write_all(&line)
    }
}
