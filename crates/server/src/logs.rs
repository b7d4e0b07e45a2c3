//! The log: lines on standard error, as text or JSON. What is logged names routes, counts and causes, never a person.

use crate::settings::{LogFormat, Settings};
use std::io::IsTerminal;
use tracing_subscriber::EnvFilter;

/// The libraries below speak only from `warn` up: what they say in detail may hold addresses and headers. The one for keys on phones calls each
/// wrong signature an error, and repeats what came; `app` says why one was refused.
pub fn start(settings: &Settings) {
    let level = &settings.log_level;
    let filter = EnvFilter::new(format!(
        "warn,telar={level},app={level},store={level},web={level},programme={level},webauthn_rs_core=off"
    ));
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    match settings.log_format {
        LogFormat::Json => lines.json().flatten_event(true).init(),
        LogFormat::Text => lines.with_ansi(std::io::stderr().is_terminal()).init(),
    }
}
