//! A hybrid logical clock: near the wall clock, never going back, and after every fact that was seen. It must not read the
//! wall clock itself: the time is an argument.

use crate::Moment;
use crate::moment::Span;
use serde::{Deserialize, Serialize};

/// How far ahead of its own wall clock a node lets another node's clock pull it.
pub const MAX_AHEAD: Span = Span::minutes(5);

/// A reading: 48 bits of milliseconds since 1970, 16 bits of counter, as one number that sorts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Clock(pub i64);

impl Clock {
    pub fn new(moment: Moment, counter: u16) -> Self {
        Self((moment.0 << 16) | i64::from(counter))
    }

    pub fn moment(self) -> Moment {
        Moment(self.0 >> 16)
    }

    /// The next reading; a full counter carries into the milliseconds.
    fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

/// A node's own clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct HybridClock {
    last: Clock,
}

impl HybridClock {
    pub fn resume(last: Clock) -> Self {
        Self { last }
    }

    /// A reading after every earlier one of this node, and after `seen`: the latest of the subject that the fact is about.
    /// So what is written after something was read sorts after it, even where another node's clock ran days ahead.
    pub fn tick(&mut self, now: Moment, seen: Clock) -> Clock {
        self.last = Clock::new(now, 0).max(self.last.next());
        if seen >= self.last { seen.next() } else { self.last }
    }

    /// Takes note of another node's reading, but is pulled ahead of `now` by [`MAX_AHEAD`] at most.
    pub fn observe(&mut self, now: Moment, other: Clock) {
        let limit = Clock::new(now + MAX_AHEAD, 0);
        self.last = self.last.max(other.min(limit));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_only_go_forward_though_the_wall_clock_goes_back() {
        let mut clock = HybridClock::default();
        let first = clock.tick(Moment(5_000), Clock::default());
        let second = clock.tick(Moment(4_000), Clock::default());
        assert!(second > first);
        assert_eq!(first.moment(), Moment(5_000));
    }

    #[test]
    fn a_clock_days_ahead_pulls_its_subject_and_not_the_node() {
        let mut clock = HybridClock::default();
        let ahead = Clock::new(Moment(0) + Span::days(9), 0);
        clock.observe(Moment(0), ahead);
        assert!(clock.tick(Moment(0), ahead) > ahead);
        assert!(clock.tick(Moment(0), Clock::default()).moment() <= Moment(0) + MAX_AHEAD + Span(1));
    }
}
