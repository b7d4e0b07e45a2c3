//! Codes that people read aloud, type on a phone or scan: the cohort's link, a slip, a certificate's number.

/// Letters and digits that are not mistaken for one another: no 0 and O, 1, I and L, no U.
pub const ALPHABET: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Whether a code could be a cohort's join code: 6 to 12 of [`ALPHABET`]; small letters are as good as capitals.
pub fn is_join_code(code: &str) -> bool {
    (6..=12).contains(&code.len()) && code.bytes().all(|b| ALPHABET.contains(&b.to_ascii_uppercase()))
}
