//! The key that seals numbers of identity documents: a file outside the data folder, made once by `telar identity-key`. Without it the
//! numbers are not asked for. It must not be in a backup of the data: whoever has one of the two reads nothing.

use crate::Context;
use crate::outcome::{Exit, Problem};
use crate::serve::Kind;
use app::people::IdentityKey;
use clap::ArgMatches;
use serde_json::json;
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// A demonstration's people are invented, and so is this.
const DEMONSTRATION: &str = "64656d6f6e7374726163696f6e64656d6f6e7374726163696f6e64656d6f6e73";

/// The key that the settings name; none where they name none.
pub fn key(context: &Context, kind: Kind) -> Result<Option<IdentityKey>, Problem> {
    let w = context.w;
    if kind == Kind::Demonstration {
        return Ok(IdentityKey::parse(DEMONSTRATION).ok());
    }
    let Some(file) = &context.settings.identity_key else { return Ok(None) };
    let shown = file.to_string_lossy();
    if inside(file, &context.settings.data) {
        return Err(Problem::usage("identity_key", w.cli_identity_inside(shown), w.cli_identity_inside_remedy()));
    }
    let text = std::fs::read_to_string(file).map_err(|why| {
        let remedy = w.cli_identity_missing_remedy(shown.clone());
        Problem::usage("identity_key", w.cli_identity_missing(why.to_string(), shown.clone()), remedy)
    })?;
    let key = IdentityKey::parse(&text);
    key.map(Some)
        .map_err(|_| Problem::usage("identity_key", w.cli_identity_faulty(shown), w.cli_identity_faulty_remedy()))
}

/// Whether a file lies in a folder, as far as both can be told.
fn inside(file: &Path, folder: &Path) -> bool {
    let whole =
        |path: &Path| path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned());
    whole(file).starts_with(whole(folder))
}

/// Makes a key in a new file that its owner alone can read.
pub fn make(context: &Context, given: &ArgMatches) -> Result<Exit, Problem> {
    let Context { w, out, .. } = context;
    let file = given.get_one::<String>("file").expect("clap requires it");
    let key = IdentityKey::draw().map_err(|why| crate::problems::unavailable(context, &why))?;
    let written = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)
        .and_then(|mut made| made.write_all(format!("{key}\n").as_bytes()).and_then(|()| made.sync_all()));
    written.map_err(|why| match why.kind() {
        ErrorKind::AlreadyExists => {
            Problem::refused("file_exists", w.cli_identity_exists(file.as_str()), w.cli_identity_exists_remedy())
        }
        _ => Problem::failed("file", w.cli_folder_failed(why.to_string(), file.as_str()), String::new()),
    })?;
    out.json(&json!({ "file": file }));
    out.say(&w.cli_identity_made(file.as_str()));
    Ok(Exit::Done)
}
