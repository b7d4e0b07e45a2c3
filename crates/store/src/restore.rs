//! Restoring a backup into an empty place. The whole file is verified before anything is written; what it holds is replayed
//! and compared; erasures that came after it are carried out again; and the node begins a new epoch.

use crate::backup::{FORMAT, First, Last, Line};
use crate::engine::{Conn, StoreError, Value, params};
use crate::journal::{self, NewFact};
use crate::lines;
use crate::location::Location;
use crate::opening::OpenError;
use crate::site::Standing;
use crate::statement::sql;
use crate::store::Reading;
use crate::{Progress, fold, site, verify};
use domain::Moment;
use domain::facts::{Digest, Fact, Origin, Subject, What};
use domain::ids::FactId;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// How a sealed backup is opened.
#[derive(Clone, Debug)]
pub enum Unseal {
    Open,
    Passphrase(String),
    /// A file with an age identity, `AGE-SECRET-KEY-1…`.
    Identity(PathBuf),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Restored {
    pub facts: u64,
    pub rows: u64,
    /// The life of the node that begins here.
    pub epoch: u32,
    /// How many erasures were carried out again.
    pub redacted: u64,
}

/// Why a backup is not restored. The place where it should go is as it was.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    #[error("there is a store in {0} already")]
    NotEmpty(PathBuf),
    #[error("the backup is encrypted")]
    Sealed,
    #[error("the passphrase or key does not open it")]
    WrongKey,
    #[error("this is no backup of Telar")]
    NotABackup,
    #[error("the backup was made by a newer version of Telar")]
    Newer,
    #[error("the backup is damaged: {0}")]
    Damaged(String),
    #[error("{path}: {why}")]
    File { path: PathBuf, why: io::Error },
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Restores the backup at `path` into `location`. `redactions` is the list of erasures kept beside the store that was lost:
/// those that the backup does not know are carried out again.
pub fn restore(
    path: &Path,
    location: &Location,
    unseal: &Unseal,
    (redactions, now): (Option<&Path>, Moment),
    progress: Progress<'_>,
) -> Result<Restored, RestoreError> {
    let last = inspect(path, unseal)?;
    let erased = redactions.map(read_redactions).transpose()?.unwrap_or_default();
    let _lock = location.lock()?;
    location.inspect()?;
    location.may_be_written()?;
    let file = location.file();
    let made = matches!(location, Location::Sqlite { .. }) && !file.exists();
    let written = write(path, location, unseal, (&last, &erased, now), progress);
    if written.is_err() && made {
        for ending in ["", "-wal", "-shm"] {
            let mut name = file.as_os_str().to_owned();
            name.push(ending);
            let _ = fs::remove_file(name);
        }
    }
    written
}

fn file_error(path: &Path) -> impl Fn(io::Error) -> RestoreError {
    move |why| RestoreError::File { path: path.to_owned(), why }
}

fn open(path: &Path, unseal: &Unseal) -> Result<Box<dyn BufRead>, RestoreError> {
    let mut file = BufReader::new(File::open(path).map_err(file_error(path))?);
    let start = file.fill_buf().map_err(file_error(path))?;
    let packed: Box<dyn Read> = if start.starts_with(b"age-encryption.org/") {
        let decryptor = age::Decryptor::new_buffered(file).map_err(|_| RestoreError::Damaged("its seal".into()))?;
        let opened = match unseal {
            Unseal::Open => return Err(RestoreError::Sealed),
            Unseal::Passphrase(words) => {
                let mut identity = age::scrypt::Identity::new(words.clone().into());
                // A backup that was sealed on a faster machine than this still opens.
                identity.set_max_work_factor(22);
                decryptor.decrypt(std::iter::once(&identity as _))
            }
            Unseal::Identity(key) => {
                let words = fs::read_to_string(key).map_err(file_error(key))?;
                let line = words.lines().find(|line| line.starts_with("AGE-SECRET-KEY-")).unwrap_or_default();
                let identity: age::x25519::Identity = line.trim().parse().map_err(|_| RestoreError::WrongKey)?;
                decryptor.decrypt(std::iter::once(&identity as _))
            }
        };
        Box::new(opened.map_err(|_| RestoreError::WrongKey)?)
    } else if start.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]) {
        Box::new(file)
    } else {
        return Err(RestoreError::NotABackup);
    };
    let lines = zstd::Decoder::new(packed).map_err(|why| RestoreError::Damaged(why.to_string()))?;
    Ok(Box::new(BufReader::new(lines)))
}

/// Reads line by line, calling `visit` for each row, and checks the first line, the last and the digest.
fn each_line(
    path: &Path,
    unseal: &Unseal,
    mut visit: impl FnMut(Line) -> Result<(), RestoreError>,
) -> Result<Last, RestoreError> {
    let mut lines = open(path, unseal)?;
    let mut hash = Sha256::new();
    let mut text = Vec::new();
    let damaged = |why: &dyn std::fmt::Display| RestoreError::Damaged(why.to_string());
    let mut number = 0_u64;
    let mut rows = 0_u64;
    loop {
        text.clear();
        if lines.read_until(b'\n', &mut text).map_err(|why| damaged(&why))? == 0 {
            return Err(damaged(&"it ends too early"));
        }
        number += 1;
        if number == 1 {
            let first: First = serde_json::from_slice(&text).map_err(|_| RestoreError::NotABackup)?;
            if first.telar_backup > FORMAT {
                return Err(RestoreError::Newer);
            }
        } else if text.starts_with(b"{\"end\"") {
            let last: Last = serde_json::from_slice(&text).map_err(|why| damaged(&why))?;
            if last.end != site::hex(&hash.finalize()) || last.rows != rows {
                return Err(damaged(&"its digest is another"));
            }
            if !last.head.verifies() {
                return Err(damaged(&"its signature does not hold"));
            }
            // Read to the very end: only there do the compression and the seal tell whether all of it was whole.
            return match io::copy(&mut lines, &mut io::sink()) {
                Ok(0) => Ok(last),
                Ok(_) => Err(damaged(&"something follows its end")),
                Err(why) => Err(damaged(&why)),
            };
        } else {
            let line: Line = serde_json::from_slice(&text).map_err(|why| damaged(&why))?;
            rows += 1;
            visit(line)?;
        }
        hash.update(&text);
    }
}

fn inspect(path: &Path, unseal: &Unseal) -> Result<Last, RestoreError> {
    each_line(path, unseal, |_| Ok(()))
}

fn read_redactions(path: &Path) -> Result<Vec<Fact>, RestoreError> {
    let words = fs::read_to_string(path).map_err(file_error(path))?;
    let lines = words.lines().filter(|line| !line.trim().is_empty());
    let facts: Result<Vec<Fact>, _> = lines.map(serde_json::from_str).collect();
    facts.map_err(|why| RestoreError::Damaged(format!("{}: {why}", path.display())))
}

fn write(
    path: &Path,
    location: &Location,
    unseal: &Unseal,
    (last, erased, now): (&Last, &[Fact], Moment),
    progress: Progress<'_>,
) -> Result<Restored, RestoreError> {
    let mut conn = location.open_writer()?;
    if location.standing(&mut conn)? == Standing::Founded {
        return Err(RestoreError::NotEmpty(location.folder().to_owned()));
    }
    location.migrate(&mut conn)?;
    conn.begin_writing()?;
    if site::value(&mut conn, "node")?.is_some() {
        let _ = conn.run("ROLLBACK");
        return Err(RestoreError::NotEmpty(location.folder().to_owned()));
    }
    let written = fill(&mut conn, path, unseal, (last, erased, now), progress);
    match &written {
        Ok(_) => conn.run("COMMIT")?,
        Err(_) => drop(conn.run("ROLLBACK")),
    }
    written
}

fn fill(
    conn: &mut Conn,
    path: &Path,
    unseal: &Unseal,
    (last, erased, now): (&Last, &[Fact], Moment),
    progress: Progress<'_>,
) -> Result<Restored, RestoreError> {
    let mut subjects = BTreeSet::new();
    let mut rows = 0;
    each_line(path, unseal, |line| {
        if line.table == "journal"
            && let Some(Value::Text(about)) = line.row.get(8)
        {
            subjects.insert(about.clone());
        }
        lines::insert(conn, &line.table, &line.row)?;
        rows += 1;
        if rows % 1_000 == 0 {
            progress(rows, last.rows * 2);
        }
        Ok(())
    })?;
    for (done, subject) in subjects.iter().enumerate() {
        let subject: Subject = subject.parse().map_err(|_| RestoreError::Damaged(format!("«{subject}»")))?;
        journal::replay(conn, subject)?;
        if done % 200 == 0 {
            progress(last.rows + last.rows * done as u64 / subjects.len() as u64, last.rows * 2);
        }
    }
    for (table, _) in fold::DERIVED {
        if last.derived.get(table).copied().unwrap_or_default() != lines::fingerprint(conn, table)? {
            return Err(RestoreError::Damaged(format!("replay gives another {table}")));
        }
    }
    let before = site::origin(conn)?;
    let journal = verify::verify(&mut Reading { conn }, before, &mut |_, _| ());
    let journal = journal.map_err(|why| RestoreError::Damaged(why.to_string()))?;
    if journal.facts != last.facts || journal.head != last.head.head {
        return Err(RestoreError::Damaged("its journal is another".into()));
    }
    let origin = next_life(before, now);
    let head = conn.first(
        sql!("SELECT chain FROM origins WHERE node = ?1 AND seq > 0 ORDER BY epoch DESC LIMIT 1"),
        params![before.node],
        |row| row.parse::<Digest>(0),
    )?;
    site::begin_epoch(conn, origin, head)?;
    conn.execute(sql!("UPDATE followers SET holder = '', until = 0"), params![])?;
    // The list of redactions beside the store is written anew from the whole journal: this folder has none yet.
    conn.execute(sql!("UPDATE followers SET position = 0 WHERE name = 'redactions'"), params![])?;
    let redacted = erase_again(conn, erased, now)?;
    progress(last.rows * 2, last.rows * 2);
    Ok(Restored { facts: last.facts, rows, epoch: origin.epoch, redacted })
}

/// The life that begins with a restore. Lives are numbered by the second in which they begin: were they counted, the same
/// backup restored twice would begin the same life twice, and the numbers that the first gave away would be given again.
fn next_life(before: Origin, now: Moment) -> Origin {
    let second = u32::try_from(now.0 / 1_000).unwrap_or_default();
    Origin { node: before.node, epoch: second.max(before.epoch.saturating_add(1)) }
}

/// Writes the redactions that the backup does not hold down again, as facts of the new life.
fn erase_again(conn: &mut Conn, erased: &[Fact], now: Moment) -> Result<u64, RestoreError> {
    let mut node = site::load(conn, None, now)?;
    let mut carried = 0;
    for fact in erased {
        let known =
            conn.first(sql!("SELECT id FROM journal WHERE id = ?1"), params![fact.id], |row| row.parse::<FactId>(0))?;
        if let (None, Some(what @ (What::PersonErased(_) | What::FactsRedacted(_)))) = (known, fold::read(fact)?) {
            journal::append(conn, &mut node, now, vec![NewFact { actor: fact.actor, about: fact.about, what }])?;
            forget_plain_rows(conn, fact.about)?;
            carried += 1;
        }
    }
    Ok(carried)
}

/// A person who was erased cannot enter any more; how much data she used goes too, and what was answered to her or for her:
/// the digest of the form by which she joined could be found again by trying names. An answer that is an object is a
/// demonstration's cast, which goes on without her.
pub(crate) fn forget_plain_rows(conn: &mut Conn, about: Subject) -> Result<(), StoreError> {
    if let Subject::Person(person) = about {
        let helping =
            sql!("DELETE FROM support_sessions WHERE session IN (SELECT session FROM sessions WHERE person = ?1)");
        conn.execute(helping, params![person])?;
        conn.execute(sql!("DELETE FROM support_codes WHERE person = ?1"), params![person])?;
        conn.execute(sql!("DELETE FROM sessions WHERE person = ?1"), params![person])?;
        conn.execute(sql!("DELETE FROM entry_links WHERE person = ?1"), params![person])?;
        let counted = format!("mail:{person}");
        conn.execute(sql!("DELETE FROM limits WHERE name = ?1"), params![counted])?;
        conn.execute(sql!("DELETE FROM pins WHERE person = ?1"), params![person])?;
        let answered = sql!(
            "DELETE FROM commands WHERE author = ?1 OR (answer LIKE '%\"' || ?1 || '\"%' AND answer NOT LIKE '{%')"
        );
        conn.execute(answered, params![person])?;
        conn.execute(sql!("DELETE FROM passwords WHERE person = ?1"), params![person])?;
        conn.execute(sql!("DELETE FROM announcements_seen WHERE person = ?1"), params![person])?;
        conn.execute(sql!("DELETE FROM import_rows WHERE person = ?1"), params![person])?;
        conn.execute(sql!("DELETE FROM passkeys WHERE person = ?1"), params![person])?;
        conn.execute(sql!("DELETE FROM passkey_challenges WHERE person = ?1"), params![person])?;
        conn.execute(sql!("DELETE FROM identity_numbers WHERE person = ?1"), params![person])?;
        conn.execute(sql!("DELETE FROM data_use WHERE person = ?1"), params![person])?;
        conn.execute(sql!("DELETE FROM data_limits WHERE person = ?1"), params![person])?;
        conn.execute(sql!("DELETE FROM attempt_flags WHERE person = ?1"), params![person])?;
        conn.execute(sql!("DELETE FROM markings_seen WHERE person = ?1"), params![person])?;
    }
    Ok(())
}
