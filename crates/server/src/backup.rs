//! `telar backup` and `telar restore`: one file that holds everything. It must not overwrite anything, ever.

use crate::outcome::{Exit, Problem};
use crate::{Context, now, problems};
use clap::ArgMatches;
use serde_json::json;
use std::path::{Path, PathBuf};
use store::{Seal, Store, Unseal};

fn file(given: &ArgMatches) -> PathBuf {
    PathBuf::from(given.get_one::<String>("file").expect("clap requires it"))
}

pub fn backup(context: &Context, given: &ArgMatches) -> Result<Exit, Problem> {
    let Context { w, out, settings } = context;
    let file = file(given);
    let shown = file.to_string_lossy().into_owned();
    let seal = match (given.get_one::<String>("passphrase-file"), given.get_one::<String>("recipient")) {
        (Some(passphrase), _) => Seal::Passphrase(read_passphrase(context, passphrase)?),
        (None, Some(recipient)) => Seal::Recipient(recipient.clone()),
        (None, None) => Seal::Open,
    };
    let sealed = !matches!(seal, Seal::Open);
    let store = Store::open_reading(&settings.location()).map_err(|error| problems::open(context, &error))?;
    let mut progress = out.progress(w.cli_backup_progress());
    let done = store.backup(&file, &seal, now(), &mut |done, all| progress.at(done, all));
    drop(progress);
    let done = done.map_err(|error| problems::backup(context, &error))?;
    out.json(&json!({
        "file": shown, "facts": done.facts, "rows": done.rows, "bytes": done.bytes, "head": done.head, "sealed": sealed,
    }));
    note_down(&settings.data);
    out.say(&w.cli_backup_done(done.bytes, done.facts, shown, done.head.as_str()));
    if !sealed {
        out.note(&w.cli_backup_open());
    }
    Ok(Exit::Done)
}

pub fn restore(context: &Context, given: &ArgMatches) -> Result<Exit, Problem> {
    let Context { w, out, settings } = context;
    let file = file(given);
    let unseal = match (given.get_one::<String>("passphrase-file"), given.get_one::<String>("identity")) {
        (Some(passphrase), _) => Unseal::Passphrase(read_passphrase(context, passphrase)?),
        (None, Some(identity)) => Unseal::Identity(identity.into()),
        (None, None) => Unseal::Open,
    };
    let redactions = given.get_one::<String>("redactions").map(PathBuf::from);
    let mut progress = out.progress(w.cli_restore_progress());
    let again = (redactions.as_deref(), now());
    let restored = store::restore(&file, &settings.location(), &unseal, again, &mut |done, all| progress.at(done, all));
    drop(progress);
    let restored = restored.map_err(|error| problems::restore(context, &error, &file))?;
    out.json(&json!({
        "facts": restored.facts, "rows": restored.rows, "epoch": restored.epoch, "redacted": restored.redacted,
    }));
    out.say(&w.cli_restore_done(restored.epoch, restored.facts, problems::place(context), restored.rows));
    match redactions {
        Some(_) => out.say(&w.cli_restore_redacted(restored.redacted)),
        None => out.note(&w.cli_restore_no_redactions()),
    }
    Ok(Exit::Done)
}

/// When the last backup of a folder was made, as `telar doctor` asks. Nothing else depends on it.
const LAST: &str = "last-backup";

fn note_down(folder: &Path) {
    let at = jiff::Timestamp::now().to_string();
    if let Err(error) = std::fs::write(folder.join(LAST), at) {
        tracing::warn!(%error, "the time of the backup was not noted down");
    }
}

pub fn last(folder: &Path) -> Option<domain::Moment> {
    let at: jiff::Timestamp = std::fs::read_to_string(folder.join(LAST)).ok()?.trim().parse().ok()?;
    Some(domain::Moment(at.as_millisecond()))
}

/// The first line of the file: editors add a newline that nobody typed.
fn read_passphrase(context: &Context, file: &str) -> Result<String, Problem> {
    let w = context.w;
    let text = std::fs::read_to_string(Path::new(file)).map_err(|error| {
        Problem::usage("passphrase", w.cli_passphrase_unreadable(error.to_string(), file), String::new())
    })?;
    match text.lines().next() {
        Some(line) if !line.is_empty() => Ok(line.to_owned()),
        _ => Err(Problem::usage("passphrase", w.cli_passphrase_empty(file), String::new())),
    }
}
