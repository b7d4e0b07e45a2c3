//! What people gained between two tests, over all cohorts of a programme version and without any person.

use crate::quizzes::{Over, both, pairs_of, tests_of};
use crate::{Telar, Unavailable};
use domain::Text;
use domain::statistics::{FEWEST, Interval};
use store::Reading;

/// One pair of tests in one programme version.
#[derive(Clone, Debug, PartialEq)]
pub struct GainNumbers {
    pub programme: Text,
    pub version: String,
    /// None: fewer than [`FEWEST`] people have taken both.
    pub of: Option<GainCell>,
}

/// Over matched pairs, in points of 100.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GainCell {
    /// Who has taken both: the denominator of the rest. Of so many enrolled.
    pub pairs: u64,
    pub enrolled: u64,
    pub pre: f64,
    pub post: f64,
    pub mean: f64,
    pub interval: Option<Interval>,
    pub left_out: LeftOut,
}

/// How many people have taken both and count in no pair, since they began the test after before they handed in the test before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    Nobody,
    /// Fewer than [`FEWEST`]: how many is not told.
    Few,
    Count(u64),
}

/// Queries by version and pair, not by person. A version in which nobody has taken both tests of a pair is left out.
pub(super) fn gains(telar: &Telar, reading: &mut Reading<'_>) -> Result<Vec<GainNumbers>, Unavailable> {
    let mut all = Vec::new();
    for row in reading.versions()? {
        let programme = telar.shelf().take(reading, row.version)?;
        for pair in pairs_of(&programme) {
            let Some((before, after)) = tests_of(&programme, pair) else { continue };
            let both = both(reading, Over::Version(row.version), (before, after))?;
            let whole = both.gains((before, after)).whole;
            if whole.pairs.is_empty() && both.out_of_order.is_empty() {
                continue;
            }
            let enrolled = reading.people_of_version(row.version)?;
            let cell = whole.pre.zip(whole.post).zip(whole.mean).map(|((pre, post), mean)| GainCell {
                pairs: whole.pairs.len() as u64,
                enrolled,
                pre,
                post,
                mean,
                interval: whole.interval,
                left_out: match both.out_of_order.len() {
                    0 => LeftOut::Nobody,
                    few if few < FEWEST => LeftOut::Few,
                    count => LeftOut::Count(count as u64),
                },
            });
            all.push(GainNumbers {
                programme: programme.title.clone(),
                version: row.label.clone(),
                of: cell.filter(|_| whole.pairs.len() >= FEWEST),
            });
        }
    }
    Ok(all)
}
