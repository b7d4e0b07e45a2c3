//! The command line as a tree, built when the program starts so that its help speaks the person's language, clap's own
//! headings included. It must not do anything: `main` dispatches.

use crate::questions;
use crate::settings::{Name, wording};
use clap::{Arg, ArgAction, Command};
use words::Words;

/// The settings that say where the site's data is.
const PLACE: [Name; 3] = [Name::Data, Name::Settings, Name::Database];
/// What decides the address that stands on a paper, besides where the data is.
const PAPERS: [Name; 7] =
    [Name::Data, Name::Settings, Name::Database, Name::Listen, Name::PublicUrl, Name::Tls, Name::AcmeDomain];
/// Who stands behind what is issued, besides where the data is.
const ISSUED: [Name; 5] = [Name::Data, Name::Settings, Name::Database, Name::Endorsers, Name::Signatories];
const LOG: [Name; 2] = [Name::LogFormat, Name::LogLevel];

pub fn tree(w: &'static Words) -> Command {
    let all: Vec<Name> = Name::ALL.into_iter().filter(|name| *name != Name::Language).collect();
    group(w, "telar", w.cli_about())
        .version(env!("CARGO_PKG_VERSION"))
        .arg(Arg::new("version").long("version").short('V').help(w.cli_flag_version()).action(ArgAction::Version))
        .after_help(w.cli_exit_codes())
        .subcommand(leaf(w, "telar serve", w.cli_serve_about(), &all))
        .subcommand(
            leaf(
                w,
                "telar demo",
                w.cli_demo_about(),
                &[Name::Data, Name::Listen, Name::PublicUrl, Name::Metrics, Name::LogFormat, Name::LogLevel],
            )
            .arg(option("programme", w.cli_value_folder(), w.cli_flag_demo_programme())),
        )
        .subcommand(
            group(w, "telar programme", w.cli_programme_about())
                .subcommand(
                    leaf(w, "telar programme check", w.cli_programme_check_about(), &[])
                        .arg(folder(w))
                        .override_usage(w.cli_usage_folder("telar programme check")),
                )
                .subcommand(
                    leaf(w, "telar programme import", w.cli_programme_import_about(), &place_and_log())
                        .arg(folder(w))
                        .override_usage(w.cli_usage_folder("telar programme import")),
                )
                .subcommand(
                    leaf(w, "telar programme export", w.cli_programme_export_about(), &place_and_log())
                        .arg(option("slug", w.cli_value_slug(), w.cli_flag_slug()).required(true))
                        .arg(option("label", w.cli_value_version(), w.cli_flag_label()))
                        .arg(option("to", w.cli_value_folder(), w.cli_flag_export_to()).required(true)),
                ),
        )
        .subcommand(
            group(w, "telar questions", w.cli_questions_about())
                .subcommand(
                    leaf(w, "telar questions import", w.cli_questions_import_about(), &[])
                        .arg(file(w, w.cli_argument_questions()))
                        .override_usage(w.cli_usage_file("telar questions import"))
                        .arg(one_of("format", &questions::FORMATS, w.cli_flag_format_in()).required(true))
                        .arg(option("written-in", w.cli_value_language(), w.cli_flag_written_in()))
                        .arg(option("name", w.cli_value_name(), w.cli_flag_question_name())),
                )
                .subcommand(
                    leaf(w, "telar questions export", w.cli_questions_export_about(), &[])
                        .arg(folder(w))
                        .override_usage(w.cli_usage_folder("telar questions export"))
                        .arg(option("quiz", w.cli_value_quiz(), w.cli_flag_quiz()).required(true))
                        .arg(one_of("format", &questions::WRITTEN, w.cli_flag_format_out()).required(true))
                        .arg(option("written-in", w.cli_value_language(), w.cli_flag_written_in())),
                ),
        )
        .subcommand(
            group(w, "telar journal", w.cli_journal_about())
                .subcommand(leaf(w, "telar journal verify", w.cli_journal_verify_about(), &PLACE))
                .subcommand(
                    leaf(w, "telar journal rebuild", w.cli_journal_rebuild_about(), &PLACE)
                        .arg(switch("check", w.cli_flag_rebuild_check())),
                ),
        )
        .subcommand(
            group(w, "telar certificates", w.cli_certificates_about())
                .subcommand(
                    leaf(w, "telar certificates issue", w.cli_certificates_issue_about(), &ISSUED)
                        .arg(option("cohort", w.cli_value_cohort(), w.cli_flag_cohort()).required(true)),
                )
                .subcommand(
                    leaf(w, "telar certificates print", w.cli_certificates_print_about(), &PAPERS)
                        .arg(option("cohort", w.cli_value_cohort(), w.cli_flag_cohort()).required(true))
                        .arg(option("to", w.cli_value_folder(), w.cli_flag_to()).required(true)),
                ),
        )
        .subcommand(
            leaf(w, "telar backup", w.cli_backup_about(), &PLACE)
                .arg(file(w, w.cli_argument_backup()))
                .override_usage(w.cli_usage_file("telar backup"))
                .arg(option("passphrase-file", w.cli_value_file(), w.cli_flag_passphrase_backup()))
                .arg(option("recipient", "age1…".to_owned(), w.cli_flag_recipient()).conflicts_with("passphrase-file")),
        )
        .subcommand(
            leaf(w, "telar restore", w.cli_restore_about(), &PLACE)
                .arg(file(w, w.cli_argument_restore()))
                .override_usage(w.cli_usage_file("telar restore"))
                .arg(option("passphrase-file", w.cli_value_file(), w.cli_flag_passphrase_restore()))
                .arg(option("identity", w.cli_value_file(), w.cli_flag_identity()).conflicts_with("passphrase-file"))
                .arg(option("redactions", w.cli_value_file(), w.cli_flag_redactions())),
        )
        .subcommand(
            leaf(w, "telar identity-key", w.cli_identity_about(), &[])
                .arg(file(w, w.cli_argument_identity()))
                .override_usage(w.cli_usage_file("telar identity-key")),
        )
        .subcommand(leaf(w, "telar doctor", w.cli_doctor_about(), &all))
        .subcommand(leaf(w, "telar settings", w.cli_settings_about(), &all))
}

fn place_and_log() -> Vec<Name> {
    PLACE.into_iter().chain(LOG).collect()
}

/// What every command of the tree has: our own headings, `--help`, `--language` and `--json`.
fn command(w: &Words, path: &str, about: String) -> Command {
    let name = path.rsplit(' ').next().expect("a path has a last word").to_owned();
    Command::new(name)
        .about(about)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .help_template(format!(
            "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}\n",
            w.cli_heading_usage()
        ))
        .subcommand_help_heading(w.cli_heading_commands())
        .next_help_heading(w.cli_heading_options())
        .arg(Arg::new("help").long("help").short('h').help(w.cli_flag_help()).action(ArgAction::Help))
        .arg(setting(w, Name::Language))
        .arg(switch("json", w.cli_flag_json()))
}

fn group(w: &Words, path: &str, about: String) -> Command {
    command(w, path, about)
        .override_usage(w.cli_usage_group(path))
        .subcommand_required(true)
        .arg_required_else_help(true)
}

fn leaf(w: &Words, path: &str, about: String, settings: &[Name]) -> Command {
    command(w, path, about).override_usage(w.cli_usage_leaf(path)).args(settings.iter().map(|name| setting(w, *name)))
}

/// No default and no variable for clap: [`crate::settings::Settings`] decides which value is in force, and must see
/// what was really given.
fn setting(w: &Words, name: Name) -> Arg {
    let meaning = match name.default() {
        "" => wording::meaning(w, name),
        default => format!("{} [{}]", wording::meaning(w, name), default),
    };
    Arg::new(name.key()).long(name.flag()).value_name(wording::value_name(w, name)).help(meaning)
}

fn option(name: &'static str, value: String, help: String) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help)
}

/// One of these words, and no other.
fn one_of(name: &'static str, words: &[&'static str], help: String) -> Arg {
    let words = clap::builder::PossibleValuesParser::new(words);
    Arg::new(name).long(name).value_name(name.to_uppercase()).value_parser(words).help(help)
}

fn switch(name: &'static str, help: String) -> Arg {
    Arg::new(name).long(name).help(help).action(ArgAction::SetTrue)
}

fn positional(name: &'static str, value: String, heading: String) -> Arg {
    Arg::new(name).value_name(value).help_heading(heading).required(true)
}

fn folder(w: &Words) -> Arg {
    positional("folder", w.cli_value_folder(), w.cli_heading_arguments()).help(w.cli_argument_programme())
}

fn file(w: &Words, help: String) -> Arg {
    positional("file", w.cli_value_file(), w.cli_heading_arguments()).help(help)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_tree_is_sound_in_every_language() {
        for language in words::languages() {
            super::tree(words::in_language(language)).debug_assert();
        }
    }
}
