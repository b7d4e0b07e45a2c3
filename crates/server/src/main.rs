//! The `telar` binary: it reads the command line and the settings, opens what the command needs and prints what came
//! out. It must not know a rule, a page or a query: those live in `domain`, `web` and `store`.

mod backup;
mod certificates;
mod command;
mod demo;
mod doctor;
mod identity;
mod journal;
mod language;
mod listen;
mod logs;
mod mail;
mod memory;
mod outcome;
mod output;
mod packs;
mod problems;
mod programmes;
mod questions;
mod serve;
mod settings;
mod usage;

use outcome::{Exit, Problem};
use output::Output;
use settings::{Environment, Settings};
use std::ffi::OsString;
use std::process::ExitCode;
use words::Words;

/// What every command gets.
pub struct Context {
    pub w: &'static Words,
    pub out: Output,
    pub settings: Settings,
}

/// The machine's clock, for what takes the time as an argument.
pub fn now() -> domain::Moment {
    domain::Moment(jiff::Timestamp::now().as_millisecond())
}

fn main() -> ExitCode {
    memory::give_back_at_once();
    // Whatever Telar makes (the database, backups, certificates' keys) is for the user it runs as, and nobody else.
    rustix::process::umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let environment = Environment::of_this_process();
    let w = language::before_settings(&arguments, &environment);
    let out = Output::new(&arguments);
    let matches = match command::tree(w).try_get_matches_from(&arguments) {
        Ok(matches) => matches,
        Err(error) => return usage::show(w, &out, &error).into(),
    };
    run(&matches, w, out, &environment).into()
}

fn run(matches: &clap::ArgMatches, w: &'static Words, out: Output, environment: &Environment) -> Exit {
    let Some((name, given)) = matches.subcommand() else { return Exit::Usage };
    let deepest = given.subcommand().map_or(given, |(_, deeper)| deeper);
    let settings = match name {
        // A machine that serves a real site has its folder in the environment: the demonstration must not fall into it.
        "demo" => Settings::from_flags(deepest),
        _ => Settings::resolve(deepest, environment),
    };
    let settings = match settings {
        Ok(settings) => settings,
        Err(refused) => return out.problem(&settings::wording::problem(w, &refused)),
    };
    let w = settings.language.as_deref().map_or(w, words::in_language);
    let context = Context { w, out, settings };
    let result = match (name, given.subcommand()) {
        ("serve", _) => serve::run(&context),
        ("demo", _) => demo::run(&context, deepest),
        ("programme", Some(("check", given))) => programmes::check(&context, given),
        ("programme", Some(("import", given))) => programmes::import(&context, given),
        ("programme", Some(("export", given))) => programmes::export(&context, given),
        ("questions", Some(("import", given))) => questions::import(&context, given),
        ("questions", Some(("export", given))) => questions::export(&context, given),
        ("journal", Some(("verify", _))) => journal::verify(&context),
        ("journal", Some(("rebuild", given))) => journal::rebuild(&context, given),
        ("certificates", Some(("issue", given))) => certificates::issue(&context, given),
        ("certificates", Some(("print", given))) => certificates::print(&context, given),
        ("backup", _) => backup::backup(&context, given),
        ("restore", _) => backup::restore(&context, given),
        ("identity-key", _) => identity::make(&context, given),
        ("doctor", _) => doctor::run(&context),
        ("settings", _) => settings::show::run(&context),
        _ => return Exit::Usage,
    };
    result.unwrap_or_else(|problem: Problem| context.out.problem(&problem))
}
