//! What clap answers instead of a command: help, the version, or a command line that it refuses, said in the person's
//! language by the kind of the error. It must not print clap's own sentences: they are English.

use crate::outcome::{Exit, Problem};
use crate::output::Output;
use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use words::Words;

pub fn show(w: &Words, out: &Output, error: &Error) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // With --json too: who asks for help reads it.
            let _ = error.print();
            Exit::Done
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            Exit::Usage
        }
        kind => out.problem(&Problem::usage("usage", what(w, kind, error), remedy(w, error))),
    }
}

fn what(w: &Words, kind: ErrorKind, error: &Error) -> String {
    let argument = said(error, ContextKind::InvalidArg);
    match kind {
        ErrorKind::UnknownArgument => w.cli_usage_unknown(argument),
        ErrorKind::InvalidSubcommand => w.cli_usage_no_command(said(error, ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand => w.cli_usage_command_missing(),
        ErrorKind::MissingRequiredArgument => w.cli_usage_missing(argument),
        ErrorKind::ArgumentConflict => w.cli_usage_conflict(argument, said(error, ContextKind::PriorArg)),
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            w.cli_usage_needs_value(argument)
        }
        // clap says "an empty value" for an option at the end of the line that lacks its value.
        ErrorKind::InvalidValue if said(error, ContextKind::InvalidValue).is_empty() => {
            w.cli_usage_needs_value(argument)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::InvalidUtf8 => {
            w.cli_usage_bad_value(argument)
        }
        ErrorKind::TooManyValues => w.cli_usage_too_many(argument),
        _ => w.cli_usage_other(),
    }
}

fn remedy(w: &Words, error: &Error) -> String {
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .into_iter()
        .map(|kind| said(error, kind))
        .find(|said| !said.is_empty());
    match suggested {
        Some(suggested) => w.cli_did_you_mean(suggested),
        None => w.cli_see_help(),
    }
}

/// The name of the argument, without what clap adds to it (`--data <CARPETA>` is `--data`).
fn said(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(said)) => said.clone(),
        Some(ContextValue::Strings(said)) => said.join(", "),
        _ => String::new(),
    }
}
