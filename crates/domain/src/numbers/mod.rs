//! Numbers without people, and how they are published so that nobody can be found in them: what is counted of which groups, what
//! a publication shows, and by which rules the next one may show something else. The rules in words, their reasons and what they do
//! not protect against stand in `docs/numbers.md`. It must not know where counts come from, or what a page looks like.

mod gains;
mod past;
mod publish;
#[cfg(test)]
mod tests;

pub use gains::{MeanGain, may_move};
pub use past::Past;

use crate::moment::Span;
use crate::people::words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Fewer people than this are never shown, and no figure moves by fewer.
pub const FEWEST: u64 = 5;

/// Of fewer people than this a reader may know each: then not even how many have *not* completed may be a small number. A course
/// has up to forty people, a hospital's service or an office whose people all know each other rarely more than a hundred.
pub const KNOWN: u64 = 100;

/// How long a publication stands before the next may be made. A day: short enough for whoever follows a programme, and what one
/// person does in an afternoon is published together with what others do.
pub const STANDS: Span = Span::hours(24);

words! {
    /// What is counted of a group. Each is part of the one before, so none is ever shown greater than that.
    Measure { Enrolled = "enrolled", Active = "active", Completed = "completed", Certified = "certified" }
}

words! {
    /// By what people are told apart: one table each. Every person is in exactly one group of each, which may be «no data».
    Dimension {
        Sector = "sector",
        Organisation = "organisation",
        Department = "department",
        Sex = "sex",
        People = "people",
        Community = "community",
        Cohort = "cohort",
    }
}

/// How many people of a group, by measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub enrolled: u64,
    pub active: u64,
    pub completed: u64,
    pub certified: u64,
}

impl Counts {
    pub fn of(&self, measure: Measure) -> u64 {
        match measure {
            Measure::Enrolled => self.enrolled,
            Measure::Active => self.active,
            Measure::Completed => self.completed,
            Measure::Certified => self.certified,
        }
    }
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.enrolled += other.enrolled;
        self.active += other.active;
        self.completed += other.completed;
        self.certified += other.certified;
    }
}

/// What holds at one moment. It is not to be shown: [`Past::publish`] says what of it is.
#[derive(Clone, Debug, Default)]
pub struct Truth {
    pub total: Counts,
    /// The groups of each table add up to the total.
    pub tables: BTreeMap<Dimension, BTreeMap<String, Counts>>,
}

/// Whose figure it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Everybody: one total for all tables.
    All,
    /// A group of a table by its key; the empty key is «no data».
    Of(Dimension, String),
}

/// The figures of one group as they are shown; none is shown as «fewer than 5, or protected».
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures([Option<u64>; 4]);

impl Figures {
    pub fn of(&self, measure: Measure) -> Option<u64> {
        self.0[measure as usize]
    }

    fn set(&mut self, measure: Measure, figure: Option<u64>) {
        self.0[measure as usize] = figure;
    }
}

/// What is shown at one time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    pub total: Figures,
    /// Only the groups of which a figure is shown.
    pub tables: BTreeMap<Dimension, BTreeMap<String, Figures>>,
}

/// A figure that a publication shows otherwise than the one before, or for the first time. A figure that was shown once is
/// shown in every later publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    pub group: Group,
    pub measure: Measure,
    /// [`FEWEST`] or more.
    pub figure: u64,
}

impl Publication {
    pub fn figures(&self, group: &Group) -> Figures {
        match group {
            Group::All => self.total,
            Group::Of(dimension, key) => {
                self.tables.get(dimension).and_then(|groups| groups.get(key)).copied().unwrap_or_default()
            }
        }
    }

    /// The total less what the groups of a table show: whoever is in a group that is not shown, and what those that are shown
    /// have not been moved by yet. None where no total is shown.
    pub fn rest(&self, dimension: Dimension, measure: Measure) -> Option<i64> {
        let total = whole(self.total.of(measure)?);
        Some(total - self.groups(dimension).filter_map(|figures| figures.of(measure)).map(whole).sum::<i64>())
    }

    fn groups(&self, dimension: Dimension) -> impl Iterator<Item = Figures> {
        self.tables.get(&dimension).into_iter().flat_map(BTreeMap::values).copied()
    }

    fn set(&mut self, group: &Group, measure: Measure, figure: Option<u64>) {
        match group {
            Group::All => self.total.set(measure, figure),
            Group::Of(dimension, key) => {
                let groups = self.tables.entry(*dimension).or_default();
                let figures = groups.entry(key.clone()).or_default();
                figures.set(measure, figure);
                if *figures == Figures::default() {
                    groups.remove(key);
                }
            }
        }
    }
}

/// Whether a difference tells of no few people: it is nought, or [`FEWEST`] at least, either way.
fn tells_of_no_few(difference: i64) -> bool {
    difference == 0 || difference.unsigned_abs() >= FEWEST
}

/// Counts of people are far below where this would cut them.
fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
