//! Points reached of points possible: of one question, of several, of a whole test.

use super::numbers::sum;

/// Points of one question or of several together: `0 ≤ points ≤ max`, and `max` is more than 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    points: f64,
    max: f64,
}

/// The least and the most that one question may be worth, in points: far from where sums lose what they add.
const WORTH: std::ops::RangeInclusive<f64> = 1e-3..=1e6;

impl Score {
    /// None where the points are below 0 or above `max`, or `max` is not between 0.001 and 1,000,000. A question that is worth
    /// nothing has no score.
    pub fn of(points: impl Into<f64>, max: impl Into<f64>) -> Option<Self> {
        let (points, max) = (points.into(), max.into());
        // Adding 0 makes a zero of either sign the same.
        (WORTH.contains(&max) && (0.0..=max).contains(&points)).then_some(Self { points: points + 0.0, max })
    }

    /// Several scores together; none where there are none.
    pub fn sum(scores: impl IntoIterator<Item = Score>) -> Option<Self> {
        let scores: Vec<Score> = scores.into_iter().collect();
        // Each question's points are at most its worth, and so the sum of the sorted ones is at most the other sum, rounding
        // included: adding never turns the order of two sums around.
        let together = Self {
            points: sum(scores.iter().map(|score| score.points)),
            max: sum(scores.iter().map(|score| score.max)),
        };
        (!scores.is_empty()).then_some(together)
    }

    /// Points reached.
    pub fn points(self) -> f64 {
        self.points
    }

    /// Points possible.
    pub fn max(self) -> f64 {
        self.max
    }

    /// The part reached, 0 to 1.
    pub fn share(self) -> f64 {
        self.points / self.max
    }

    /// The part reached in points of 100.
    pub fn per_cent(self) -> f64 {
        // Multiplied first: 29 of 100 is 29, which 0.29 × 100 is not.
        100.0 * self.points / self.max
    }
}
