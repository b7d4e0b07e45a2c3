//! A person's name, as it will stand on her certificate.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// The longest name taken, in characters.
pub const LONGEST: usize = 120;

/// A name in composed form (NFC), with single spaces; 2 to [`LONGEST`] characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonName(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameRefused {
    #[error("a name has at least two letters")]
    TooShort,
    #[error("a name has at most 120 characters")]
    TooLong,
    #[error("a name has no control characters, nor < or >")]
    Unprintable,
}

impl PersonName {
    pub fn parse(written: &str) -> Result<Self, NameRefused> {
        let name: String = written.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect();
        if name.chars().filter(|c| c.is_alphabetic()).count() < 2 {
            Err(NameRefused::TooShort)
        } else if name.chars().count() > LONGEST {
            Err(NameRefused::TooLong)
        } else if name.chars().any(|c| c.is_control() || is_invisible(c) || matches!(c, '<' | '>')) {
            Err(NameRefused::Unprintable)
        } else {
            Ok(Self(name))
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first given name: how a page greets her.
    pub fn first(&self) -> &str {
        self.0.split(' ').next().unwrap_or(&self.0)
    }
}

/// Characters that change how a line reads without showing: direction overrides, zero-width marks, the soft hyphen.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// A text as it is sorted and looked up: small letters, no accents, one space, and the three apostrophes that Mayan names
/// are written with (U+02BC, U+2019 and the typed one) as one. «María  Coʼ» and «maria co'» are the same. Tables hold what
/// this gave and backups its fingerprint, so it gives the same for ever.
pub fn folded(text: &str) -> String {
    let plain: String = text
        .nfd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if matches!(c, '\u{02bc}' | '\u{2019}' | '\u{2018}' | '`' | '´') { '\'' } else { c })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name as the eye compares it: folded, every sign that is written for a glottal stop as one (also the saltillo, U+A78C,
/// and the prime, U+2032), and nothing that does not show.
pub fn likened(name: &str) -> String {
    let seen: String = name.chars().filter(|c| !is_invisible(*c)).collect();
    folded(&seen).replace(['\u{a78c}', '\u{2032}'], "'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_spaces_and_apostrophes_fold_away() {
        assert_eq!(folded("  María   Coʼ "), folded("maria co'"));
        assert_eq!(folded("Ñeca"), "neca");
        // What tables hold stays as it was folded, whatever the eye says.
        assert_eq!(folded("Co\u{a78c}"), "co\u{a78c}");
    }

    #[test]
    fn names_that_read_the_same_are_likened() {
        for sign in ['\u{2bc}', '\u{2019}', '\u{2018}', '\u{a78c}', '\u{a78b}', '\u{2032}', '`', '´'] {
            assert_eq!(likened(&format!(" CO{sign}")), "co'", "{:x}", u32::from(sign));
        }
        assert_eq!(likened("Ma\u{ad}ría\u{200b} Xol"), "maria xol");
    }

    #[test]
    fn names_are_tidied_and_bad_ones_refused() {
        assert_eq!(PersonName::parse("  Marta\u{a0} Xol ").unwrap().as_str(), "Marta Xol");
        assert_eq!(PersonName::parse("Mari\u{301}a").unwrap().as_str(), "María");
        assert_eq!(PersonName::parse(" . "), Err(NameRefused::TooShort));
        assert_eq!(PersonName::parse("<b>Ana</b>"), Err(NameRefused::Unprintable));
        assert_eq!(PersonName::parse("Ana\u{202e}oiraM"), Err(NameRefused::Unprintable));
        assert_eq!(PersonName::parse("Ma\u{ad}ría"), Err(NameRefused::Unprintable));
        assert_eq!(PersonName::parse(&"ab".repeat(61)), Err(NameRefused::TooLong));
    }
}
