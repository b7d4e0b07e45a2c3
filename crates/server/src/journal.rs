//! `telar journal verify|rebuild`: the chain of facts, and the tables that follow from it.

use crate::outcome::{Exit, Problem};
use crate::{Context, now, problems};
use clap::ArgMatches;
use serde_json::json;
use store::{Rebuild, Store, VerifyError};

pub fn verify(context: &Context) -> Result<Exit, Problem> {
    let Context { w, out, settings } = context;
    let store = Store::open_reading(&settings.location()).map_err(|error| problems::open(context, &error))?;
    let mut progress = out.progress(w.cli_journal_verifying());
    let verified = store.verify(&mut |done, all| progress.at(done, all));
    drop(progress);
    match verified {
        Ok(verified) => {
            out.json(&json!({
                "ok": true, "facts": verified.facts, "redacted": verified.redacted, "origins": verified.origins, "head": verified.head,
            }));
            out.say(&w.cli_journal_sound(verified.facts, verified.head.as_str(), verified.redacted));
            Ok(Exit::Done)
        }
        Err(VerifyError::Store(error)) => Err(problems::store(context, &error)),
        Err(VerifyError::Missing { node, epoch, seq }) => {
            Ok(broken(context, "missing", w.cli_journal_missing(epoch, node, seq)))
        }
        Err(VerifyError::Chain { node, epoch, seq }) => {
            Ok(broken(context, "chain", w.cli_journal_chain(epoch, node, seq)))
        }
        Err(VerifyError::Digest { node, epoch, seq }) => {
            Ok(broken(context, "digest", w.cli_journal_digest(epoch, node, seq)))
        }
    }
}

fn broken(context: &Context, name: &str, what: String) -> Exit {
    let out = context.out;
    out.json(&json!({ "ok": false, "error": name, "message": what }));
    out.note(&what);
    out.note(&problems::corrupt_remedy(context));
    Exit::CheckFailed
}

pub fn rebuild(context: &Context, given: &ArgMatches) -> Result<Exit, Problem> {
    let Context { w, out, settings } = context;
    let how = if given.get_flag("check") { Rebuild::Check } else { Rebuild::Replace };
    // Opening for writing would found a new site where there is none.
    drop(Store::open_reading(&settings.location()).map_err(|error| problems::open(context, &error))?);
    let mut store = Store::open(&settings.location(), now()).map_err(|error| problems::open(context, &error))?;
    let mut progress = out.progress(w.cli_journal_replaying());
    let rebuilt = store.rebuild(how, now(), move |done, all| progress.at(done, all));
    store.close();
    let rebuilt = rebuilt.map_err(|error| problems::store(context, &error))?;
    let equal = rebuilt.differences.is_empty();
    out.json(&json!({
        "ok": equal, "facts": rebuilt.facts, "tables": rebuilt.tables, "rows": rebuilt.rows, "differences": rebuilt.differences,
    }));
    for difference in &rebuilt.differences {
        out.note(difference);
    }
    match (how, equal) {
        (Rebuild::Check, true) => out.say(&w.cli_journal_equal(rebuilt.facts, rebuilt.rows, rebuilt.tables)),
        (Rebuild::Check, false) => {
            out.note(&w.cli_journal_differs(rebuilt.differences.len()));
            return Ok(Exit::CheckFailed);
        }
        (Rebuild::Replace, _) => out.say(&w.cli_journal_rebuilt(rebuilt.facts, rebuilt.rows, rebuilt.tables)),
    }
    Ok(Exit::Done)
}
