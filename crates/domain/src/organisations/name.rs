//! The names of organisations.

use crate::people::is_invisible;
use unicode_normalization::UnicodeNormalization;

/// The longest name taken, in characters: what people may write of where they work.
pub const LONGEST_NAME: usize = 160;

/// Other names of one organisation, at most.
pub const MOST_NAMES: usize = 40;

/// A name in composed form (NFC) with single spaces: 2 to [`LONGEST_NAME`] characters, of them two letters or digits, and
/// nothing that does not show. None where it is not one.
pub fn organisation_name(written: &str) -> Option<String> {
    let shown: String = written.chars().filter(|c| !is_invisible(*c)).collect();
    let name: String = shown.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect();
    let reads = name.chars().filter(|c| c.is_alphanumeric()).count() >= 2;
    let strange = |c: char| c.is_control() || matches!(c, '<' | '>');
    (reads && name.chars().count() <= LONGEST_NAME && !name.contains(strange)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_tidied_and_what_is_none_is_refused() {
        assert_eq!(organisation_name("  Hospital   Coba\u{301}n "), Some("Hospital Cobán".to_owned()));
        assert_eq!(organisation_name("MP").as_deref(), Some("MP"));
        assert_eq!(organisation_name("Hos\u{200b}pital\u{202e}").as_deref(), Some("Hospital"));
        for wrong in ["", "-", "A", "<b>MP</b>", &"a".repeat(161)] {
            assert_eq!(organisation_name(wrong), None, "{wrong}");
        }
    }
}
