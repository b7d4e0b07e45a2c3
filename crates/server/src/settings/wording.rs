//! The settings in the person's language: what each means, what it takes, and what was wrong with one. It must not
//! read or decide a value.

use super::{Name, SettingRefused, Source};
use crate::outcome::Problem;
use domain::certificates::{LONGEST, MOST_ENDORSERS, MOST_SIGNATORIES};
use words::Words;

pub fn meaning(w: &Words, name: Name) -> String {
    match name {
        Name::Data => w.cli_setting_data(),
        Name::Settings => w.cli_setting_settings(),
        Name::Language => w.cli_setting_language(words::languages().join(", ")),
        Name::Country => w.cli_setting_country(),
        Name::Database => w.cli_setting_database(),
        Name::Listen => w.cli_setting_listen(),
        Name::PublicUrl => w.cli_setting_public_url(),
        Name::Tls => w.cli_setting_tls(),
        Name::TlsCertificate => w.cli_setting_tls_certificate(),
        Name::TlsKey => w.cli_setting_tls_key(),
        Name::AcmeDomain => w.cli_setting_acme_domain(),
        Name::AcmeContact => w.cli_setting_acme_contact(),
        Name::AcmeCache => w.cli_setting_acme_cache(),
        Name::AcmeDirectory => w.cli_setting_acme_directory(),
        Name::Worker => w.cli_setting_worker(),
        Name::IdentityKey => w.cli_setting_identity_key(),
        Name::MailServer => w.cli_setting_mail_server(),
        Name::MailPasswordFile => w.cli_setting_mail_password_file(),
        Name::MailFrom => w.cli_setting_mail_from(),
        Name::Metrics => w.cli_setting_metrics(),
        Name::LogFormat => w.cli_setting_log_format(),
        Name::LogLevel => w.cli_setting_log_level(),
        Name::Endorsers => w.cli_setting_endorsers(),
        Name::Signatories => w.cli_setting_signatories(),
    }
}

/// What stands for the value in a usage line.
pub fn value_name(w: &Words, name: Name) -> String {
    match name {
        Name::Data | Name::AcmeCache => w.cli_value_folder(),
        Name::Settings | Name::TlsCertificate | Name::TlsKey | Name::IdentityKey | Name::MailPasswordFile => {
            w.cli_value_file()
        }
        Name::Language => w.cli_value_language(),
        Name::Country => w.cli_value_country(),
        Name::Database | Name::PublicUrl | Name::AcmeDirectory | Name::MailServer => "URL".to_owned(),
        Name::Listen | Name::Metrics => w.cli_value_address(),
        Name::Tls => "off|files|acme".to_owned(),
        Name::Worker => "on|off".to_owned(),
        Name::AcmeDomain => w.cli_value_domain(),
        Name::AcmeContact | Name::MailFrom => w.cli_value_email(),
        Name::LogFormat => "text|json".to_owned(),
        Name::LogLevel => "error|warn|info|debug|trace".to_owned(),
        Name::Endorsers => w.cli_value_endorsers(),
        Name::Signatories => w.cli_value_signatories(),
    }
}

pub fn source(w: &Words, source: Source) -> String {
    match source {
        Source::Flag => w.cli_source_flag(),
        Source::Environment => w.cli_source_environment(),
        Source::File => w.cli_source_file(),
        Source::Default => w.cli_source_default(),
    }
}

/// How the person wrote the setting: the name to look for.
fn as_given(name: Name, source: Source) -> String {
    match source {
        Source::Flag | Source::Default => format!("--{}", name.flag()),
        Source::Environment => name.variable(),
        Source::File => name.key().to_owned(),
    }
}

fn expected(w: &Words, name: Name) -> String {
    match name {
        Name::Listen | Name::Metrics => w.cli_expected_address(),
        Name::PublicUrl => w.cli_expected_site(),
        Name::Database => w.cli_expected_database(),
        Name::MailServer => w.cli_expected_mail_server(),
        Name::MailFrom => w.cli_expected_email(),
        Name::Language => words::languages().join(", "),
        Name::Tls | Name::Worker | Name::LogFormat | Name::LogLevel => value_name(w, name).replace('|', ", "),
        Name::Endorsers => w.cli_expected_endorsers(LONGEST, MOST_ENDORSERS),
        Name::Signatories => w.cli_expected_signatories(LONGEST, MOST_SIGNATORIES),
        _ => w.cli_expected_text(),
    }
}

pub fn problem(w: &Words, refused: &SettingRefused) -> Problem {
    let see_settings = w.cli_see_settings();
    match refused {
        SettingRefused::Value { name, source } => Problem::usage(
            "setting",
            w.cli_setting_bad(as_given(*name, *source)),
            w.cli_setting_expected(expected(w, *name)),
        ),
        SettingRefused::Missing { name, because } => {
            Problem::usage("setting", w.cli_setting_missing(because.key(), format!("--{}", name.flag())), see_settings)
        }
        SettingRefused::MetricsNotLoopback { source } => Problem::usage(
            "metrics_not_loopback",
            w.cli_setting_metrics_open(as_given(Name::Metrics, *source)),
            w.cli_setting_metrics_remedy(),
        ),
        SettingRefused::FileUnreadable { file, cause } => Problem::usage(
            "settings_file",
            w.cli_settings_unreadable(cause.as_str(), file.to_string_lossy()),
            see_settings,
        ),
        SettingRefused::FileSyntax { file, line, cause } => Problem::usage(
            "settings_file",
            w.cli_settings_syntax(cause.as_str(), file.to_string_lossy(), *line),
            String::new(),
        ),
        SettingRefused::UnknownKey { file, line, key, nearest } => Problem::usage(
            "settings_file",
            w.cli_settings_unknown(file.to_string_lossy(), key.as_str(), *line),
            nearest.map_or(see_settings, |nearest| w.cli_did_you_mean(nearest)),
        ),
        SettingRefused::DataInsideData { file } => {
            Problem::usage("settings_file", w.cli_settings_data_inside(file.to_string_lossy()), String::new())
        }
    }
}
