//! What the store and the use cases refuse, said for the person at the terminal with the line that mends it. It must
//! not try to mend anything.

use crate::Context;
use crate::outcome::Problem;
use app::Unavailable;
use std::path::Path;
use store::{BackupError, Barrier, Damage, OpenError, RestoreError, StoreError};
use words::Words;

/// The store could not be opened. Nothing was changed.
pub fn open(context: &Context, error: &OpenError) -> Problem {
    let Context { w, settings, .. } = context;
    let folder = settings.data.to_string_lossy().into_owned();
    match error {
        OpenError::Locked(_) => Problem::refused("locked", w.cli_open_locked(folder), w.cli_open_locked_remedy()),
        OpenError::ReadOnly { place, why } => Problem::failed(
            "read_only",
            w.cli_open_read_only(barrier(w, why), place.as_str()),
            read_only_remedy(context, place, why),
        ),
        OpenError::Corrupt { place, why } => {
            Problem::failed("corrupt", w.cli_open_corrupt(damage(w, why), place.as_str()), corrupt_remedy(context))
        }
        OpenError::Foreign(place) => Problem::refused("foreign", foreign(context, place), foreign_remedy(context)),
        OpenError::Newer => Problem::refused("newer", w.cli_open_newer(place(context)), w.cli_open_newer_remedy()),
        OpenError::DiskFull(place) => {
            Problem::failed("disk_full", w.cli_disk_full(place.as_str()), w.cli_disk_full_remedy())
        }
        OpenError::NotDurable => {
            Problem::refused("not_durable", w.cli_open_not_durable(), w.cli_open_not_durable_remedy())
        }
        OpenError::Connection(why) => {
            Problem::failed("connection", w.cli_open_connection(why.as_str()), w.cli_open_connection_remedy())
        }
        OpenError::Empty(place) => {
            let remedy = match settings.database {
                Some(_) => w.cli_open_empty_database_remedy(),
                None => w.cli_open_empty_remedy(),
            };
            Problem::refused("empty", w.cli_open_empty(place.as_str()), remedy)
        }
        OpenError::Other(why) => {
            Problem::failed("store", w.cli_open_other(why.as_str(), place(context)), w.cli_see_doctor())
        }
    }
}

/// Where the data are: the folder, or the database's address without its password.
pub fn place(context: &Context) -> String {
    match context.settings.database {
        Some(_) => context.settings.location().name(),
        None => context.settings.data.to_string_lossy().into_owned(),
    }
}

pub fn foreign(context: &Context, place: &str) -> String {
    match context.settings.database {
        Some(_) => context.w.cli_open_foreign_database(place),
        None => context.w.cli_open_foreign(place),
    }
}

pub fn foreign_remedy(context: &Context) -> String {
    match context.settings.database {
        Some(_) => context.w.cli_open_foreign_database_remedy(),
        None => context.w.cli_open_foreign_remedy(),
    }
}

pub fn corrupt_remedy(context: &Context) -> String {
    match context.settings.database {
        Some(_) => context.w.cli_open_corrupt_database_remedy(),
        None => context.w.cli_open_corrupt_remedy(),
    }
}

/// The line that mends what cannot be written. It is usually what the administrator restored or copied as somebody else.
pub fn read_only_remedy(context: &Context, place: &str, why: &Barrier) -> String {
    let Context { w, settings, .. } = context;
    match (&settings.database, why) {
        (Some(_), _) if place == settings.location().name() => w.cli_open_read_only_database_remedy(),
        (_, Barrier::Permission) => format!(
            "ls -l {place}; chown -R telar: {data}; chmod -R u+rwX {data}",
            place = quoted(place),
            data = quoted(&settings.data.to_string_lossy())
        ),
        (_, Barrier::ReadOnly) => w.cli_open_read_only_disk_remedy(quoted(place)),
        _ => w.cli_open_read_only_remedy(quoted(place)),
    }
}

/// What is wrong with a damaged database, as the end of a sentence.
pub fn damage(w: &Words, why: &Damage) -> String {
    match why {
        Damage::Beginning => w.cli_damage_beginning(),
        Damage::End => w.cli_damage_end(),
        Damage::OnlyItsLog => w.cli_damage_only_its_log(),
        Damage::Torn => w.cli_damage_torn(),
        Damage::Engine(why) => w.cli_damage_engine(why.split_whitespace().collect::<Vec<_>>().join(" ")),
    }
}

pub fn barrier(w: &Words, why: &Barrier) -> String {
    match why {
        Barrier::Permission => w.cli_barrier_permission(),
        Barrier::ReadOnly => w.cli_barrier_read_only(),
        Barrier::NotAFolder => w.cli_barrier_not_a_folder(),
        Barrier::Other(why) => why.clone(),
    }
}

/// A word of a line for the shell.
pub fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/._-:@,+=".contains(c);
    match !word.is_empty() && word.chars().all(plain) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', "'\\''")),
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
