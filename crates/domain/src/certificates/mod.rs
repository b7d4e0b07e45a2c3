//! Certificates: what they state, whether they hold and how they are numbered. The constancia (participation) and the
//! certificate of competence are two documents; this module holds the first.

mod endorsement;
mod period;
mod standing;

pub use endorsement::{Endorsement, EndorsementRefused, LONGEST, MOST_ENDORSERS, MOST_SIGNATORIES, Signatory};
pub use period::Period;
pub use standing::{Change, ReissueRefused, Standing, may_reissue};

use crate::cohorts::ALPHABET;

/// How many characters a certificate's number has, without the hyphens.
pub const NUMBER_LENGTH: usize = 12;

/// A certificate's number: 11 random characters of [`ALPHABET`] and a check character, shown in groups of four. With 30^11
/// possible numbers nobody finds a valid one by trying; the check character catches one mistyped or two swapped.
pub fn number(chance: [u8; 11]) -> String {
    let digits: Vec<usize> = chance.iter().map(|byte| usize::from(*byte) % ALPHABET.len()).collect();
    let mut number: String = digits.iter().map(|digit| char::from(ALPHABET[*digit])).collect();
    number.push(check_character(&digits));
    number
}

/// The number as it is stored, from what a person typed: hyphens and spaces dropped, capitals. `None` where it cannot be
/// one, so that a typing mistake is told from a certificate that does not exist.
pub fn parse_number(typed: &str) -> Option<String> {
    let number: String = typed.chars().filter(|c| !matches!(c, '-' | ' ')).map(|c| c.to_ascii_uppercase()).collect();
    let digits: Option<Vec<usize>> = number.bytes().map(|b| ALPHABET.iter().position(|known| *known == b)).collect();
    let digits = digits.filter(|digits| digits.len() == NUMBER_LENGTH)?;
    let (body, check) = digits.split_at(NUMBER_LENGTH - 1);
    (check_character(body) == char::from(ALPHABET[check[0]])).then_some(number)
}

/// The number as people read it: `ABCD-EFGH-JKMN`.
pub fn grouped(number: &str) -> String {
    let characters: Vec<char> = number.chars().collect();
    characters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// ISO 7064 style hybrid check over an even alphabet (MOD 31,30): catches every single mistake and every swap of
/// neighbours but one pair.
fn check_character(digits: &[usize]) -> char {
    let size = ALPHABET.len();
    let mut carry = size;
    for digit in digits {
        let sum = (carry + digit) % size;
        carry = (if sum == 0 { size } else { sum }) * 2 % (size + 1);
    }
    char::from(ALPHABET[(size + 1 - carry) % size])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_number_reads_back_and_one_wrong_character_is_caught(chance: [u8; 11], at in 0..12usize, other in 0..30usize) {
            let number = number(chance);
            prop_assert_eq!(parse_number(&grouped(&number).to_lowercase()), Some(number.clone()));
            let mut wrong = number.clone().into_bytes();
            wrong[at] = ALPHABET[other];
            let wrong = String::from_utf8(wrong).unwrap();
            prop_assert_eq!(parse_number(&wrong).is_some(), wrong == number);
        }
    }
}
