//! Help and refusals of the command line, in both languages. It must not open a site.

use crate::telar::{telar, telar_in};

const COMMANDS: [&[&str]; 14] = [
    &[],
    &["serve"],
    &["demo"],
    &["programme"],
    &["programme", "check"],
    &["programme", "import"],
    &["programme", "export"],
    &["journal"],
    &["journal", "verify"],
    &["journal", "rebuild"],
    &["backup"],
    &["restore"],
    &["doctor"],
    &["settings"],
];

#[test]
fn every_command_explains_itself_in_spanish_and_in_english() {
    for command in COMMANDS {
        let line = [command, &["--help"]].concat();
        let spanish = telar_in(&line, &[("LANG", "es_GT.UTF-8")]);
        let english = telar_in(&line, &[("LC_ALL", "en_GB.UTF-8"), ("LANG", "es_GT.UTF-8")]);
        assert_eq!((spanish.code, english.code), (0, 0));
        assert!(spanish.out.contains("Uso: telar") && spanish.out.contains("Opciones:"), "{}", spanish.out);
        assert!(english.out.contains("Usage: telar") && english.out.contains("Options:"), "{}", english.out);
        for foreign in ["Usage", "Options", "Commands", "Arguments", "[default", "[env", "Print", "help for"] {
            assert!(!spanish.out.contains(foreign), "{foreign} in {}", spanish.out);
        }
        assert_ne!(spanish.out, english.out);
    }
}

#[test]
fn spanish_is_spoken_when_nobody_says_otherwise_and_the_flag_wins() {
    assert!(telar(&["--help"]).out.contains("Órdenes:"));
    assert!(telar_in(&["--help", "--language", "en"], &[("LANG", "es_GT.UTF-8")]).out.contains("Commands:"));
    assert!(telar_in(&["--help"], &[("TELAR_LANGUAGE", "en"), ("LANG", "es_GT.UTF-8")]).out.contains("Commands:"));
}

#[test]
fn the_exit_codes_are_in_the_help() {
    let help = telar(&["--help"]).out;
    for code in ["0  hecho", "1  no se pudo", "2  la orden", "3  se rehusó", "4  una comprobación"] {
        assert!(help.contains(code), "{code} in {help}");
    }
}

#[test]
fn a_command_line_that_cannot_be_understood_is_refused_in_words() {
    let cases: [(&[&str], &str); 6] = [
        (&["serve", "--bogus"], "No se conoce --bogus."),
        (&["sirve"], "No hay una orden «sirve»."),
        (&["backup"], "Falta <ARCHIVO>."),
        (&["serve", "--listen"], "le falta su valor."),
        (&["serve", "--data", "a", "--data", "b"], "--data"),
        (&["restore", "f", "--identity", "a", "--passphrase-file", "b"], "no van juntas."),
    ];
    for (line, words) in cases {
        let refused = telar(line);
        assert_eq!(refused.code, 2, "{line:?}");
        assert!(refused.err.contains(words), "{line:?}: {}", refused.err);
        assert!(refused.out.is_empty() && !refused.err.contains("error:"), "{line:?}");
    }
    assert!(telar(&["serve", "--lisen", "x"]).err.contains("¿Quiso decir --listen?"));
    assert!(telar(&["serve", "--bogus", "--language", "en"]).err.contains("--bogus is not known."));
}

#[test]
fn a_script_gets_the_refusal_as_json() {
    let refused = telar(&["serve", "--bogus", "--json"]);
    assert_eq!(refused.code, 2);
    assert_eq!(refused.json()["error"], "usage");
}

#[test]
fn telar_alone_shows_the_help_and_counts_as_a_mistake() {
    let alone = telar(&[]);
    assert_eq!(alone.code, 2);
    assert!(alone.err.contains("Uso: telar ORDEN"), "{}", alone.err);
    assert!(telar(&["--version"]).out.starts_with("telar "));
}
