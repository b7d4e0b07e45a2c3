//! Which value is in force, and what is refused. It must not start the binary: `tests/command_line` does.

use super::*;

fn given(flags: &[&str]) -> ArgMatches {
    let line = ["telar", "serve"].iter().chain(flags);
    let matches = crate::command::tree(words::in_language("es")).try_get_matches_from(line).expect("the flags exist");
    matches.subcommand().expect("serve").1.clone()
}

fn in_a_folder(text: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("telar.toml"), text).expect("the file");
    let data = folder.path().to_string_lossy().into_owned();
    (folder, data)
}

#[test]
fn the_flag_wins_over_the_variable_over_the_file_over_the_default() {
    let (_folder, data) = in_a_folder("listen = \"127.0.0.1:3\"\n");
    let by_file = Environment::of(&[("TELAR_DATA", &data)]);
    let by_both = Environment::of(&[("TELAR_DATA", &data), ("TELAR_LISTEN", "127.0.0.1:2")]);
    let listen = |flags: &[&str], environment: &Environment| {
        Settings::resolve(&given(flags), environment).expect("good settings").value(Name::Listen)
    };
    let value = |text: &str, source| Value { text: text.to_owned(), source };
    assert_eq!(listen(&["--listen", "127.0.0.1:1"], &by_both), value("127.0.0.1:1", Source::Flag));
    assert_eq!(listen(&[], &by_both), value("127.0.0.1:2", Source::Environment));
    assert_eq!(listen(&[], &by_file), value("127.0.0.1:3", Source::File));
    assert_eq!(listen(&["--data", "nowhere"], &Environment::of(&[])), value("127.0.0.1:8080", Source::Default));
}

#[test]
fn every_setting_has_its_flag_its_variable_and_its_key() {
    let values = [
        (Name::Data, "x"),
        (Name::Language, "en"),
        (Name::Country, "hn"),
        (Name::Database, "postgres://h/d"),
        (Name::Listen, "[::1]:9"),
        (Name::PublicUrl, "https://a.example"),
        (Name::TlsCertificate, "c.pem"),
        (Name::TlsKey, "k.pem"),
        (Name::AcmeDomain, "a.example"),
        (Name::AcmeContact, "a@a.example"),
        (Name::AcmeCache, "k"),
        (Name::AcmeDirectory, "https://b.example"),
        (Name::Worker, "off"),
        (Name::IdentityKey, "i.key"),
        (Name::MailServer, "smtps://telar@smtp.example"),
        (Name::MailPasswordFile, "m.txt"),
        (Name::MailFrom, "telar@a.example"),
        (Name::Metrics, "127.0.0.1:9"),
        (Name::LogFormat, "json"),
        (Name::LogLevel, "debug"),
        (Name::Endorsers, "Instituto de Ejemplo; Universidad de Ejemplo"),
        (Name::Signatories, "Ana Ejemplo, Directora"),
        (Name::Tls, "files"),
    ];
    assert_eq!(values.len(), Name::ALL.len() - 1, "all but --settings itself");
    let flags: Vec<String> =
        values.iter().flat_map(|(name, text)| [format!("--{}", name.flag()), text.to_string()]).collect();
    let flags = given(&flags.iter().map(String::as_str).collect::<Vec<_>>());
    let by_flag = Settings::resolve(&flags, &Environment::of(&[])).expect("by flag");
    let variables: Vec<(String, &str)> = values.iter().map(|(name, text)| (name.variable(), *text)).collect();
    let variables: Vec<(&str, &str)> = variables.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    let by_variable = Settings::resolve(&given(&[]), &Environment::of(&variables)).expect("by variable");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("mine.toml");
    let lines: String = values.iter().map(|(name, text)| format!("{} = \"{text}\"\n", name.key())).collect();
    std::fs::write(&file, lines).expect("the file");
    let by_file =
        Settings::resolve(&given(&["--settings", &file.to_string_lossy()]), &Environment::of(&[])).expect("by file");
    for (name, text) in values {
        assert_eq!(by_flag.value(name).text, text);
        assert_eq!(by_variable.value(name).text, text);
        let written =
            if name.is_path() { folder.path().join(text).to_string_lossy().into_owned() } else { text.to_owned() };
        assert_eq!(by_file.value(name), Value { text: written, source: Source::File });
    }
}

#[test]
fn what_cannot_be_is_refused_by_name() {
    let refused = |flags: &[&str]| Settings::resolve(&given(flags), &Environment::of(&[])).map(|_| ()).unwrap_err();
    let value = |name| SettingRefused::Value { name, source: Source::Flag };
    assert_eq!(refused(&["--listen", "here"]), value(Name::Listen));
    assert_eq!(refused(&["--database", "mysql://x"]), value(Name::Database));
    assert_eq!(refused(&["--public-url", "telar.example"]), value(Name::PublicUrl));
    assert_eq!(refused(&["--public-url", "https://telar.example/x"]), value(Name::PublicUrl));
    assert_eq!(refused(&["--tls", "yes"]), value(Name::Tls));
    assert_eq!(refused(&["--worker", "no"]), value(Name::Worker));
    assert_eq!(refused(&["--log-level", "loud"]), value(Name::LogLevel));
    assert_eq!(refused(&["--endorsers", "a; b; c; d; e"]), value(Name::Endorsers));
    assert_eq!(refused(&["--signatories", "a; b; c"]), value(Name::Signatories));
    assert_eq!(refused(&["--signatories", ", Directora"]), value(Name::Signatories));
    let mail = ["--mail-server", "smtps://telar@smtp.example", "--mail-password-file", "m.txt", "--mail-from"];
    let with = |more: &[&'static str]| refused(&[&mail[..], more].concat());
    assert_eq!(with(&["nobody"]), value(Name::MailFrom));
    assert_eq!(with(&["a@b.example\nBcc: c@d.example"]), value(Name::MailFrom));
    for server in ["smtp.example", "smtps://telar:secret@smtp.example", "http://smtp.example"] {
        assert_eq!(refused(&["--mail-server", server, "--mail-from", "a@b.example"]), value(Name::MailServer));
    }
    let missing = |name, because| SettingRefused::Missing { name, because };
    assert_eq!(refused(&mail[..2]), missing(Name::MailPasswordFile, Name::MailServer));
    assert_eq!(refused(&mail[..4]), missing(Name::MailFrom, Name::MailServer));
    assert_eq!(refused(&mail[2..4]), missing(Name::MailServer, Name::MailPasswordFile));
    assert_eq!(refused(&["--mail-from", "a@b.example"]), missing(Name::MailServer, Name::MailFrom));
    let nobodys =
        ["--mail-server", "smtps://smtp.example", "--mail-from", "a@b.example", "--mail-password-file", "m.txt"];
    assert_eq!(refused(&nobodys), value(Name::MailServer), "a password and nobody whose it is");
    assert_eq!(refused(&["--metrics", "0.0.0.0:9100"]), SettingRefused::MetricsNotLoopback { source: Source::Flag });
    assert_eq!(
        refused(&["--tls", "files"]),
        SettingRefused::Missing { name: Name::TlsCertificate, because: Name::Tls }
    );
    assert_eq!(refused(&["--tls", "acme"]), SettingRefused::Missing { name: Name::AcmeDomain, because: Name::Tls });
}

#[test]
fn a_key_spelt_wrong_is_refused_with_its_line() {
    let (_folder, data) = in_a_folder("# our site\nlisten = \"127.0.0.1:3\"\npublic-url = \"https://a.example\"\n");
    let refused = Settings::resolve(&given(&["--data", &data]), &Environment::of(&[])).map(|_| ()).unwrap_err();
    let SettingRefused::UnknownKey { line, key, nearest, .. } = refused else { panic!("{refused:?}") };
    assert_eq!((line, key.as_str(), nearest), (3, "public-url", Some("public_url")));
}

#[test]
fn a_settings_file_in_the_data_folder_cannot_move_the_data_folder() {
    let (_folder, data) = in_a_folder("data = \"elsewhere\"\n");
    let refused = Settings::resolve(&given(&["--data", &data]), &Environment::of(&[])).map(|_| ()).unwrap_err();
    assert!(matches!(refused, SettingRefused::DataInsideData { .. }), "{refused:?}");
}
