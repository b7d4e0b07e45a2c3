//! Which language the command line speaks before any settings file is read. It must not read the process' environment
//! by itself: it is an argument.

use crate::settings::Environment;
use std::ffi::OsString;
use words::Words;

/// `--language`, else `TELAR_LANGUAGE`, else the locale (`LC_ALL`, `LC_MESSAGES`, `LANG`, the first that says
/// something), else Spanish. Looked for by hand because clap's own help must already speak it.
pub fn before_settings(arguments: &[OsString], environment: &Environment) -> &'static Words {
    let flag = flag(arguments);
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| environment.get(name));
    let asked = flag.as_deref().or_else(|| environment.get("TELAR_LANGUAGE")).or(locale).unwrap_or("es");
    words::in_language(known(asked).unwrap_or("es"))
}

/// The language of a locale name that Telar speaks: `es_GT.UTF-8`, `en`, `en-GB`. `C` and `POSIX` are none.
pub fn known(name: &str) -> Option<&'static str> {
    let primary = name.split(['_', '-', '.', '@']).next().unwrap_or_default().to_ascii_lowercase();
    words::languages().iter().copied().find(|language| *language == primary)
}

fn flag(arguments: &[OsString]) -> Option<String> {
    let mut rest = arguments.iter().skip(1).map(|argument| argument.to_string_lossy());
    while let Some(argument) = rest.next() {
        if argument == "--" {
            return None;
        }
        if argument == "--language" {
            return rest.next().map(|value| value.into_owned());
        }
        if let Some(value) = argument.strip_prefix("--language=") {
            return Some(value.to_owned());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken(arguments: &[&str], variables: &[(&str, &str)]) -> String {
        let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
        before_settings(&arguments, &Environment::of(variables)).language().to_owned()
    }

    #[test]
    fn the_flag_wins_then_the_variable_then_the_locale_then_spanish() {
        assert_eq!(spoken(&["telar"], &[]), "es");
        assert_eq!(spoken(&["telar"], &[("LANG", "en_GB.UTF-8")]), "en");
        assert_eq!(spoken(&["telar"], &[("LANG", "en_GB.UTF-8"), ("LC_ALL", "es_GT.UTF-8")]), "es");
        assert_eq!(spoken(&["telar"], &[("LANG", "es_GT"), ("TELAR_LANGUAGE", "en")]), "en");
        assert_eq!(spoken(&["telar", "--language=es"], &[("TELAR_LANGUAGE", "en")]), "es");
        assert_eq!(spoken(&["telar", "doctor", "--language", "en"], &[]), "en");
        assert_eq!(spoken(&["telar", "--", "--language", "en"], &[]), "es");
    }

    #[test]
    fn a_locale_that_says_nothing_is_spanish() {
        assert_eq!(spoken(&["telar"], &[("LC_ALL", "C.UTF-8")]), "es");
        assert_eq!(spoken(&["telar"], &[("LANG", "POSIX")]), "es");
    }
}
