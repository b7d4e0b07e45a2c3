//! How the scores of a whole quiz are spread.

use super::numbers::{SAME, deviation, mean, median};

/// The spread of scores, in points of 100.
#[derive(Clone, Debug, PartialEq)]
pub struct Scores {
    /// How many scores: the denominator of everything here.
    pub n: usize,
    /// 0 to 100; none without a score.
    pub mean: Option<f64>,
    /// The sample standard deviation (n − 1), 0 or more; none below two scores.
    pub sd: Option<f64>,
    /// 0 to 100; none without a score.
    pub median: Option<f64>,
    /// How many scores lie in each tenth of the scale: from 0 to below 10, from 10 to below 20, …, from 90 to 100 with 100 itself.
    pub histogram: [usize; 10],
}

impl Scores {
    pub(super) fn of(scores: &[f64]) -> Self {
        let mut histogram = [0; 10];
        for score in scores {
            // A score that only rounding holds below a tenth has reached it.
            let tenth = ((score + SAME) / 10.0).floor().clamp(0.0, 9.0);
            histogram[tenth as usize] += 1;
        }
        Self { n: scores.len(), mean: mean(scores), sd: deviation(scores), median: median(scores), histogram }
    }
}
