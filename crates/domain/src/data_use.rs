//! The data meter: how many bytes a person's sessions took, by family of page, and the limit that she may set herself. It
//! must not know pages, addresses or how bytes are counted.

use serde::{Deserialize, Serialize};
use std::ops::AddAssign;
use std::str::FromStr;

/// What the bytes were for, as she would say it herself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// Lessons and job aids.
    Lessons,
    Quizzes,
    /// Hoy and Programa.
    Programme,
    /// What is kept on the phone to be opened without signal.
    Downloads,
    /// Certificates, and other things to print.
    Papers,
    /// The places of staff: cohorts, numbers, the site.
    Desk,
    /// The application itself: script, styles, icons, the worker.
    App,
    /// All else: Yo, help, who to tell, entering.
    Rest,
}

impl Family {
    pub const ALL: [Self; 8] = [
        Self::Lessons,
        Self::Quizzes,
        Self::Programme,
        Self::Downloads,
        Self::Papers,
        Self::Desk,
        Self::App,
        Self::Rest,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Lessons => "lessons",
            Self::Quizzes => "quizzes",
            Self::Programme => "programme",
            Self::Downloads => "downloads",
            Self::Papers => "papers",
            Self::Desk => "desk",
            Self::App => "app",
            Self::Rest => "rest",
        }
    }
}

impl FromStr for Family {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|family| family.as_str() == word).ok_or(())
    }
}

/// Bytes on the wire as the server counts them, seen from the phone: what came down to it and what it sent up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataUse {
    pub down: u64,
    pub up: u64,
}

impl DataUse {
    pub fn total(self) -> u64 {
        self.down.saturating_add(self.up)
    }
}

impl AddAssign for DataUse {
    fn add_assign(&mut self, more: Self) {
        self.down = self.down.saturating_add(more.down);
        self.up = self.up.saturating_add(more.up);
    }
}

impl std::iter::Sum for DataUse {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |mut sum, one| {
            sum += one;
            sum
        })
    }
}

/// How much a person wants to spend in a month of the calendar: whole megabytes of a million bytes, as operators sell them,
/// from 1 to [`DataLimit::MOST`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DataLimit(u32);

/// What was typed is no whole number of megabytes from 1 to [`DataLimit::MOST`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a limit is a whole number of megabytes from 1 to {}", DataLimit::MOST)]
pub struct LimitRefused;

impl DataLimit {
    pub const MOST: u32 = 100_000;

    pub fn megabytes(self) -> u32 {
        self.0
    }

    pub fn bytes(self) -> u64 {
        u64::from(self.0) * 1_000_000
    }

    /// A limit to offer to somebody who has used `used` bytes: a quarter more than that, in whole tens.
    pub fn beyond(used: u64) -> Self {
        let megabytes = (used / 1_000_000).saturating_mul(5) / 4;
        let tens = (megabytes / 10 + 1).saturating_mul(10);
        Self(u32::try_from(tens).map_or(Self::MOST, |tens| tens.min(Self::MOST)))
    }
}

impl TryFrom<u32> for DataLimit {
    type Error = LimitRefused;
    fn try_from(megabytes: u32) -> Result<Self, LimitRefused> {
        if (1..=Self::MOST).contains(&megabytes) { Ok(Self(megabytes)) } else { Err(LimitRefused) }
    }
}

/// As somebody types it: «50», «50 MB».
impl FromStr for DataLimit {
    type Err = LimitRefused;
    fn from_str(typed: &str) -> Result<Self, LimitRefused> {
        let typed = typed.trim();
        let number = typed.strip_suffix(['B', 'b']).and_then(|rest| rest.strip_suffix(['M', 'm'])).unwrap_or(typed);
        number.trim_end().parse::<u32>().map_err(|_| LimitRefused)?.try_into()
    }
}

/// What she said when she was asked at her limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AtLimit {
    Ask,
    /// She goes on this month: she is not asked again before the next.
    GoOn,
}

/// A person's limit and where she is in this month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance {
    pub limit: DataLimit,
    /// Bytes of this month, down and up.
    pub used: u64,
    pub at_limit: AtLimit,
}

/// From how many parts of a hundred of the limit on a line says so.
const NEAR: u64 = 80;

impl Allowance {
    /// Whether she is asked before `next` more bytes: they would cross the limit, or it is reached already.
    pub fn asks_before(&self, next: u64) -> bool {
        let limit = self.limit.bytes();
        self.at_limit == AtLimit::Ask && (self.used >= limit || self.used.saturating_add(next) > limit)
    }

    /// Whether a line on each page says how much is used.
    pub fn is_near(&self) -> bool {
        self.used.saturating_mul(100) >= self.limit.bytes() * NEAR
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn allowance(megabytes: u32, used: u64) -> Allowance {
        Allowance { limit: megabytes.try_into().unwrap(), used, at_limit: AtLimit::Ask }
    }

    #[test]
    fn a_limit_is_read_as_people_type_it() {
        for typed in ["50", " 50 ", "50 MB", "50mb", "050"] {
            assert_eq!(typed.parse::<DataLimit>().map(DataLimit::megabytes), Ok(50), "{typed}");
        }
        for nonsense in ["", "0", "-5", "cincuenta", "1,5", "100001", "5 GB", "99999999999", "MB"] {
            assert_eq!(nonsense.parse::<DataLimit>(), Err(LimitRefused), "{nonsense}");
        }
    }

    #[test]
    fn she_is_asked_before_the_page_that_crosses_and_at_every_page_after() {
        let there = allowance(50, 49_990_000);
        assert!(!there.asks_before(10_000), "to the last byte it is within the limit");
        assert!(there.asks_before(10_001));
        assert!(!there.asks_before(0));
        assert!(allowance(50, 50_000_000).asks_before(0));
        let going_on = Allowance { at_limit: AtLimit::GoOn, ..allowance(50, 60_000_000) };
        assert!(!going_on.asks_before(u64::MAX));
        assert!(going_on.is_near(), "the line goes on saying where she is");
    }

    #[test]
    fn the_line_comes_at_four_fifths() {
        assert!(!allowance(50, 39_999_999).is_near());
        assert!(allowance(50, 40_000_000).is_near());
    }

    #[test]
    fn families_have_their_own_words() {
        for family in Family::ALL {
            assert_eq!(family.as_str().parse(), Ok(family));
            assert_eq!(serde_json::to_value(family).unwrap(), family.as_str());
        }
        assert_eq!("videos".parse::<Family>(), Err(()));
    }

    proptest! {
        #[test]
        fn a_limit_that_is_offered_ends_the_asking(used in 0..79_000_000_000u64) {
            let offered = DataLimit::beyond(used);
            prop_assert_eq!(offered.megabytes() % 10, 0);
            let then = Allowance { limit: offered, used, at_limit: AtLimit::Ask };
            prop_assert!(!then.asks_before(1_000_000));
        }
    }
}
