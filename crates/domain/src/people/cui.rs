//! The number of Guatemala's identity document (CUI): 13 digits, of which the ninth checks the eight before it and the last four name
//! where its holder was born. It is sensitive: see `docs/decisions`.

/// A CUI as it was written, digits only. That it is well formed does not say that it was ever given to anybody.
#[derive(Clone, PartialEq, Eq)]
pub struct Cui(String);

/// What may be a slip of the pen. It is said, and never a reason to refuse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CuiDoubt {
    /// Not 13 digits.
    Length,
    /// The ninth digit is not the one that follows from the eight before it.
    Check,
    /// The last four digits name no municipality.
    Place,
    /// One digit over and over: it passes the check, and nobody has it.
    Placeholder,
}

impl Cui {
    /// The digits of what was written; none where there is no digit. At most 20 are kept.
    pub fn read(written: &str) -> Option<Self> {
        let digits: String = written.chars().filter(char::is_ascii_digit).take(20).collect();
        if digits.is_empty() { None } else { Some(Self(digits)) }
    }

    /// What is doubtful in it: the weights 2 to 9 over the first eight digits, their sum modulo 11 (10 has no digit).
    pub fn doubt(&self) -> Option<CuiDoubt> {
        let digits: Vec<u32> = self.0.bytes().map(|c| u32::from(c - b'0')).collect();
        if digits.len() != 13 {
            return Some(CuiDoubt::Length);
        }
        if digits[..8].iter().all(|digit| *digit == digits[0]) {
            return Some(CuiDoubt::Placeholder);
        }
        let sum: u32 = digits[..8].iter().zip(2..).map(|(digit, weight)| digit * weight).sum();
        if sum % 11 != digits[8] {
            return Some(CuiDoubt::Check);
        }
        let place = digits[9] * 1000 + digits[10] * 100 + digits[11] * 10 + digits[12];
        let known = u16::try_from(place).is_ok_and(|code| super::municipality(code).is_some());
        (!known).then_some(CuiDoubt::Place)
    }

    /// The digits, to be sealed or compared. Never to be shown.
    pub fn digits(&self) -> &str {
        &self.0
    }
}

/// It never stands in a log.
impl std::fmt::Debug for Cui {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Cui(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn doubt(written: &str) -> Option<CuiDoubt> {
        Cui::read(written).unwrap().doubt()
    }

    #[test]
    fn a_slip_of_the_pen_is_told() {
        // 2·1 + 3·2 + 4·3 + 5·4 + 6·5 + 7·6 + 8·7 + 9·8 = 240 = 21·11 + 9.
        assert_eq!(doubt("1234 56789 1601"), None);
        assert_eq!(doubt("1234 56780 1601"), Some(CuiDoubt::Check));
        assert_eq!(doubt("1234 56789 2301"), Some(CuiDoubt::Place));
        assert_eq!(doubt("1234 56789 160"), Some(CuiDoubt::Length));
        assert_eq!(doubt("1111 11110 0101"), Some(CuiDoubt::Placeholder));
        assert_eq!(Cui::read("no tengo"), None);
        assert_eq!(format!("{:?}", Cui::read("1234567891601")), "Some(Cui(…))");
    }

    proptest! {
        /// One digit that was mistaken for another is always noticed: no weight shares a factor with 11.
        #[test]
        fn one_wrong_digit_is_noticed(serial in 0u32..100_000_000, at in 0usize..8, by in 1u32..10) {
            let digits: Vec<u32> = format!("{serial:08}").bytes().map(|c| u32::from(c - b'0')).collect();
            let check: u32 = digits.iter().zip(2..).map(|(digit, weight)| digit * weight).sum::<u32>() % 11;
            prop_assume!(check < 10);
            let written = |digits: &[u32]| format!("{}{check}1601", digits.iter().map(u32::to_string).collect::<String>());
            prop_assume!(doubt(&written(&digits)).is_none());
            let mut wrong = digits;
            wrong[at] = (wrong[at] + by) % 10;
            prop_assert!(doubt(&written(&wrong)).is_some());
        }
    }
}
