//! When the mean gain of a programme version may be shown, and when it may move.

use super::{FEWEST, KNOWN};
use crate::statistics::{Gain, Pair};

/// A mean gain as it is shown, over matched pairs, in tenths of a point of 100: what a page shows is all that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeanGain {
    /// The denominator of the rest.
    pub pairs: u64,
    pub pre: i32,
    pub post: i32,
    pub gain: i32,
    /// From and to, with 95 % confidence.
    pub interval: (i32, i32),
}

impl MeanGain {
    /// None with fewer than [`FEWEST`] pairs, and where a mean would be everybody's own mark, since all had the same before, had the
    /// same after, or gained the same.
    pub fn of(gain: &Gain) -> Option<Self> {
        let differ = |of: fn(&Pair) -> f64| {
            let mut all = gain.pairs.iter().map(of);
            all.next().is_some_and(|first| all.any(|other| (other - first).abs() > f64::EPSILON))
        };
        let pairs = u64::try_from(gain.pairs.len()).ok().filter(|pairs| *pairs >= FEWEST)?;
        if !(differ(|pair| pair.pre) && differ(|pair| pair.post) && differ(|pair| pair.gain())) {
            return None;
        }
        let interval = gain.interval?;
        Some(Self {
            pairs,
            pre: tenths(gain.pre?),
            post: tenths(gain.post?),
            gain: tenths(gain.mean?),
            interval: (tenths(interval.low), tenths(interval.high)),
        })
    }
}

/// Marks are 0 to 100, so this is far from any end.
fn tenths(points: f64) -> i32 {
    (points * 10.0).round() as i32
}

/// Whether a mean gain may be shown with so many pairs, of so many enrolled, where these numbers of pairs were ever shown: from two
/// means over sets that differ by fewer than [`FEWEST`] one could work out the marks of those few. The same number of pairs is no
/// move, since it may be the same people with one mark corrected.
pub fn may_move(shown: &[u64], pairs: u64, enrolled: u64) -> bool {
    let missing = enrolled.saturating_sub(pairs);
    pairs >= FEWEST
        && shown.iter().all(|before| before.abs_diff(pairs) >= FEWEST)
        && (missing == 0 || missing >= FEWEST || enrolled >= KNOWN)
}
