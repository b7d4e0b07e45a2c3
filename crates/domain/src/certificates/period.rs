//! Which days a certificate states. A paper says what was, on the day on which it is issued: a cohort's days that are still
//! to come are not stated as if they had been.

use serde::{Deserialize, Serialize};

/// Days are `YYYY-MM-DD`, so that they compare as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// The cohort's last day has come: «del … al …».
    Whole { starts: String, ends: String },
    /// It goes on: «desde el … y a la fecha de esta constancia».
    SoFar { starts: String },
    /// The cohort's first day is still to come (she was quicker): no day but that of the certificate.
    ToDate,
}

impl Period {
    /// What a certificate that is issued on `day` may state of a cohort's first and last day.
    pub fn stated((starts, ends): (&str, &str), day: &str) -> Self {
        if ends <= day && starts <= ends {
            Self::Whole { starts: starts.to_owned(), ends: ends.to_owned() }
        } else if starts <= day {
            Self::SoFar { starts: starts.to_owned() }
        } else {
            Self::ToDate
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day() -> impl Strategy<Value = String> {
        (2026..2029_u16, 1..13_u8, 1..29_u8).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"))
    }

    #[test]
    fn the_last_day_itself_has_come() {
        let cohort = ("2027-01-11", "2027-02-12");
        let whole = Period::Whole { starts: cohort.0.into(), ends: cohort.1.into() };
        assert_eq!(Period::stated(cohort, "2027-02-12"), whole);
        assert_eq!(Period::stated(cohort, "2027-02-11"), Period::SoFar { starts: cohort.0.into() });
        assert_eq!(Period::stated(cohort, "2027-01-10"), Period::ToDate);
    }

    proptest! {
        #[test]
        fn no_day_that_is_stated_lies_after_the_day_of_issue(starts in day(), ends in day(), issued in day()) {
            match Period::stated((&starts, &ends), &issued) {
                Period::Whole { starts, ends } => prop_assert!(starts <= ends && ends <= issued),
                Period::SoFar { starts } => prop_assert!(starts <= issued),
                Period::ToDate => prop_assert!(starts > issued),
            }
        }
    }
}
