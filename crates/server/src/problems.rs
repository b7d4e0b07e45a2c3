//! What the store and the use cases refuse, said for the person at the terminal with the line that mends it. It must
//! not try to mend anything.

use crate::Context;
use crate::outcome::Problem;
use app::Unavailable;
use std::path::Path;
use store::{BackupError, OpenError, RestoreError, StoreError};
use words::Words;

/// The store could not be opened. Nothing was changed.
pub fn open(context: &Context, error: &OpenError) -> Problem {
    let Context { w, settings, .. } = context;
    let folder = settings.data.to_string_lossy().into_owned();
    match error {
        OpenError::Locked(_) => Problem::refused("locked", w.cli_open_locked(folder), w.cli_open_locked_remedy()),
        OpenError::ReadOnly { path, why } => Problem::failed(
            "read_only",
            w.cli_open_read_only(why.as_str(), path.to_string_lossy()),
            w.cli_open_read_only_remedy(folder),
        ),
        OpenError::Corrupt { path, why } => Problem::failed(
            "corrupt",
            w.cli_open_corrupt(cause(w, why), path.to_string_lossy()),
            w.cli_open_corrupt_remedy(),
        ),
        OpenError::Foreign(file) => {
            Problem::refused("foreign", w.cli_open_foreign(file.to_string_lossy()), w.cli_open_foreign_remedy())
        }
        OpenError::Newer => Problem::refused("newer", w.cli_open_newer(folder), w.cli_open_newer_remedy()),
        OpenError::DiskFull => disk_full(context),
        OpenError::NotDurable => {
            Problem::refused("not_durable", w.cli_open_not_durable(), w.cli_open_not_durable_remedy())
        }
        OpenError::Connection(why) => {
            Problem::failed("connection", w.cli_open_connection(why.as_str()), w.cli_open_connection_remedy())
        }
        OpenError::Empty(_) => Problem::refused("empty", w.cli_open_empty(folder), w.cli_open_empty_remedy()),
        OpenError::Other(why) => Problem::failed("store", w.cli_open_other(why.as_str(), folder), w.cli_see_doctor()),
    }
}

/// What is wrong with a database's file. What the store sees in its first bytes has words; the engine's own findings are
/// for whoever repairs it, and stay as they are.
fn cause(w: &Words, why: &str) -> String {
    match why {
        "it does not begin as a database does" => w.cli_open_corrupt_begin(),
        "it is empty and its log is not" => w.cli_open_corrupt_log(),
        "its end is missing" => w.cli_open_corrupt_end(),
        other => other.to_owned(),
    }
}

pub fn unavailable(context: &Context, error: &Unavailable) -> Problem {
    match error {
        Unavailable::DiskFull => disk_full(context),
        Unavailable::Store(why) => store_failed(context, why),
    }
}

pub fn store(context: &Context, error: &StoreError) -> Problem {
    match error {
        StoreError::DiskFull => disk_full(context),
        other => store_failed(context, &other.to_string()),
    }
}

pub fn backup(context: &Context, error: &BackupError) -> Problem {
    let w = context.w;
    match error {
        BackupError::Exists(file) => {
            Problem::refused("exists", w.cli_backup_exists(file.to_string_lossy()), w.cli_backup_exists_remedy())
        }
        BackupError::Recipient(_) => {
            Problem::usage("recipient", w.cli_backup_recipient(), w.cli_backup_recipient_remedy())
        }
        BackupError::DiskFull => Problem::failed("disk_full", w.cli_backup_disk_full(), w.cli_disk_full_remedy()),
        BackupError::File { path, why } => {
            Problem::failed("file", w.cli_file_failed(why.to_string(), path.to_string_lossy()), String::new())
        }
        BackupError::Store(error) => store(context, error),
    }
}

pub fn restore(context: &Context, error: &RestoreError, file: &Path) -> Problem {
    let w = context.w;
    let shown = file.to_string_lossy();
    match error {
        RestoreError::NotEmpty(folder) => {
            let what = match context.settings.database {
                Some(_) => w.cli_restore_occupied_database(),
                None => w.cli_restore_occupied(folder.to_string_lossy()),
            };
            Problem::refused("not_empty", what, w.cli_restore_occupied_remedy())
        }
        RestoreError::Sealed => Problem::refused("sealed", w.cli_restore_sealed(shown), w.cli_restore_sealed_remedy()),
        RestoreError::WrongKey => {
            Problem::refused("wrong_key", w.cli_restore_wrong_key(shown), w.cli_restore_sealed_remedy())
        }
        RestoreError::NotABackup => {
            Problem::refused("not_a_backup", w.cli_restore_not_ours(shown), w.cli_restore_damaged_remedy())
        }
        RestoreError::Newer => Problem::refused("newer", w.cli_restore_newer(shown), w.cli_open_newer_remedy()),
        RestoreError::Damaged(why) => {
            Problem::refused("damaged", w.cli_restore_damaged(why.as_str(), shown), w.cli_restore_damaged_remedy())
        }
        RestoreError::File { path, why } => {
            Problem::failed("file", w.cli_file_failed(why.to_string(), path.to_string_lossy()), String::new())
        }
        RestoreError::Open(error) => open(context, error),
        RestoreError::Store(error) => store(context, error),
    }
}

fn disk_full(context: &Context) -> Problem {
    let Context { w, settings, .. } = context;
    Problem::failed("disk_full", w.cli_disk_full(settings.data.to_string_lossy()), w.cli_disk_full_remedy())
}

fn store_failed(context: &Context, why: &str) -> Problem {
    let w = context.w;
    Problem::failed("store", w.cli_store_failed(why), w.cli_see_doctor())
}
