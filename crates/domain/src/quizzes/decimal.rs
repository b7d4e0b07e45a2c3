//! A decimal number as people write it: exact, with a comma or a point.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Digits after the point that are kept.
const PLACES: u32 = 9;
const ONE: i128 = 10_i128.pow(PLACES);
/// Digits before the point that are taken.
const MOST_DIGITS: usize = 15;

/// A number with at most 15 digits before the point and 9 after it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Decimal(i128);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("write a number such as 12, -3 or 2,5")]
pub struct NotANumber;

impl Decimal {
    pub fn times(self, other: Self) -> Self {
        // At most 24 digits each, so the product could leave the range: then it is as far as a number goes.
        Self(self.0.saturating_mul(other.0) / ONE)
    }

    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// How far apart two numbers are.
    pub fn distance(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0).saturating_abs())
    }

    pub fn is_negative(self) -> bool {
        self.0 < 0
    }
}

impl From<i32> for Decimal {
    fn from(whole: i32) -> Self {
        Self(i128::from(whole) * ONE)
    }
}

impl FromStr for Decimal {
    type Err = NotANumber;

    /// Takes a comma or a point before the decimals, one sign, and spaces (also between thousands: `12 500,5`). A number with
    /// both marks, or one mark twice, is refused: whether it marks thousands or decimals would be a guess.
    fn from_str(written: &str) -> Result<Self, NotANumber> {
        let text: String =
            written.chars().filter(|c| !c.is_whitespace()).map(|c| if c == ',' { '.' } else { c }).collect();
        let text = text.replace('\u{2212}', "-");
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(&text)),
        };
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let only_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let fits = whole.len() <= MOST_DIGITS && decimals.len() <= PLACES as usize;
        if (whole.is_empty() && decimals.is_empty()) || !fits || !only_digits(whole) || !only_digits(decimals) {
            return Err(NotANumber);
        }
        let number = format!("{whole}{decimals:0<places$}", places = PLACES as usize);
        let number: i128 = number.parse().map_err(|_| NotANumber)?;
        Ok(Self(if negative { -number } else { number }))
    }
}

impl TryFrom<String> for Decimal {
    type Error = NotANumber;
    fn try_from(written: String) -> Result<Self, NotANumber> {
        written.parse()
    }
}

impl From<Decimal> for String {
    fn from(number: Decimal) -> String {
        number.to_string()
    }
}

/// With a point and no zeros at the end: `2.5`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (self.0.unsigned_abs() / ONE.unsigned_abs(), self.0.unsigned_abs() % ONE.unsigned_abs());
        if rest == 0 {
            return write!(f, "{sign}{whole}");
        }
        let decimals = format!("{rest:0>places$}", places = PLACES as usize);
        write!(f, "{sign}{whole}.{}", decimals.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_taken_as_people_write_them() {
        let read = |text: &str| text.parse::<Decimal>().map(|number| number.to_string());
        for (written, expected) in [
            ("12", "12"),
            ("2,5", "2.5"),
            ("2.50", "2.5"),
            (" 12 500,5", "12500.5"),
            ("-3", "-3"),
            ("\u{2212}3", "-3"),
            (",5", "0.5"),
            ("0", "0"),
        ] {
            assert_eq!(read(written).as_deref(), Ok(expected), "{written}");
        }
        for wrong in ["", "-", "1.000,5", "1,2,3", "doce", "1e5", "0,0000000001", "1234567890123456", "+-1"] {
            assert_eq!(read(wrong), Err(NotANumber), "{wrong}");
        }
    }

    #[test]
    fn products_and_distances_are_exact() {
        let number = |text: &str| text.parse::<Decimal>().expect("a number");
        assert_eq!(number("1,5").times(number("60")), number("90"));
        assert_eq!(number("0.1").distance(number("0.3")), number("0.2"));
        assert_eq!(number("-1").distance(number("1")), Decimal::from(2));
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(number in -1_000_000_000_000_000_000_000_i128..1_000_000_000_000_000_000_000) {
            prop_assert_eq!(Decimal(number).to_string().parse(), Ok(Decimal(number)));
        }

        #[test]
        fn no_text_breaks_it(text in ".{0,40}") {
            let _ = text.parse::<Decimal>();
        }
    }
}
