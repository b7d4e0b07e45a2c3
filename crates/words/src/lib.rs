//! Every word of the interface, one method a message: `in_language("es").join_title()`. The words lie in `locales/`, as
//! Fluent; the build fails when Spanish and English differ in messages or in arguments. It must not know pages, people or
//! how dates and sizes are written: those come as arguments.

#[cfg(test)]
mod check;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_langneg::{LanguageIdentifier, NegotiationStrategy, negotiate_languages, parse_accepted_languages};
use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// The words of one language. What it lacks is said in Spanish.
pub struct Words {
    index: usize,
    bundle: FluentBundle<FluentResource>,
}

static ALL: LazyLock<Vec<Words>> = LazyLock::new(|| (0..LANGUAGES.len()).map(Words::load).collect());

/// The codes of the languages there are; Spanish first.
pub fn languages() -> &'static [&'static str] {
    LANGUAGES
}

/// The words of a language; Spanish for one that is not there.
pub fn in_language(code: &str) -> &'static Words {
    &ALL[LANGUAGES.iter().position(|known| *known == code).unwrap_or(0)]
}

/// The words that suit an `Accept-Language` header best; Spanish when none does.
pub fn negotiate(header: &str) -> &'static Words {
    static AVAILABLE: LazyLock<Vec<LanguageIdentifier>> =
        LazyLock::new(|| LANGUAGES.iter().filter_map(|code| code.parse().ok()).collect());
    // Real headers are short; an endless one is not worth reading.
    let requested = parse_accepted_languages(header.get(..header.len().min(256)).unwrap_or(""));
    negotiate_languages(&requested, &AVAILABLE, None, NegotiationStrategy::Lookup)
        .first()
        .map_or(&ALL[0], |found| in_language(found.language.as_str()))
}

impl Words {
    pub fn language(&self) -> &'static str {
        LANGUAGES[self.index]
    }

    fn load(index: usize) -> Self {
        let languages = LANGUAGES[index].parse().into_iter().collect();
        let mut bundle = FluentBundle::new_concurrent(languages);
        // Isolation marks protect mixed directions; every language here is written left to right, and in a PDF,
        // a terminal or a test they are noise.
        bundle.set_use_isolating(false);
        // The original first, so that what a further language lacks is there; the build script has read each of them.
        for source in SOURCES[0].iter().chain(SOURCES[index]) {
            if let Ok(resource) = FluentResource::try_new((*source).to_owned()) {
                bundle.add_resource_overriding(resource);
            }
        }
        Self { index, bundle }
    }

    fn format(&self, id: &str, arguments: &FluentArgs<'_>) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(arguments), &mut errors).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::check::{Completeness, Messages, compare, read};
    use super::*;

    fn messages(file: &str, source: &str) -> (Messages, Vec<String>) {
        let (mut messages, mut problems) = (Messages::new(), Vec::new());
        read(file, source, &mut messages, &mut problems);
        (messages, problems)
    }

    #[test]
    fn a_message_that_one_language_lacks_is_named_with_its_file() {
        let (es, _) = messages("locales/es/a.ftl", "uno = Uno\ndos = Dos\n");
        let (en, _) = messages("locales/en/a.ftl", "uno = One\ntres = Three\n");
        let mut problems = Vec::new();
        compare(&es, &en, Completeness::Whole, &mut problems);
        assert_eq!(problems.len(), 2, "{problems:?}");
        assert!(problems[0].contains("locales/es/a.ftl") && problems[0].contains("`dos`"));
        assert!(problems[1].contains("locales/en/a.ftl") && problems[1].contains("`tres`"));
        problems.clear();
        compare(&es, &messages("quc", "uno = Jun\n").0, Completeness::Partial, &mut problems);
        assert!(problems.is_empty(), "a further language may lack messages: {problems:?}");
    }

    #[test]
    fn arguments_that_differ_are_named_also_inside_a_choice() {
        let (es, _) = messages("es", "a = { $n ->\n    [one] una\n   *[other] { $n } de { $total }\n}\n");
        let (en, _) = messages("en", "a = { $n } of { $all }\n");
        let mut problems = Vec::new();
        compare(&es, &en, Completeness::Whole, &mut problems);
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].contains("total") && problems[0].contains("all"));
    }

    #[test]
    fn what_cannot_be_a_method_is_refused() {
        for source in
            ["a = A\na = B\n", "a = { b }\n", "a = { NUMBER($n) }\n", "a =\n    .title = A\n", "esto no es nada\n"]
        {
            assert_eq!(messages("es", source).1.len().min(1), 1, "{source:?} was taken");
        }
    }

    #[test]
    fn the_reader_s_language_is_found() {
        assert_eq!(negotiate("en-GB,en;q=0.9,es;q=0.8").language(), "en");
        assert_eq!(negotiate("es-GT,es;q=0.9,en;q=0.8").language(), "es");
        assert_eq!(negotiate("quc-GT").language(), "es");
        assert_eq!(negotiate("*").language(), "es");
        assert_eq!(negotiate("").language(), "es");
        assert_eq!(in_language("xx").language(), "es");
    }
}
