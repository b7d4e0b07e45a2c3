//! Sums, means, deviations and correlations that come out the same to the bit in whichever order the values come. It must not
//! know what the values are.

/// Values on a scale of 1 or of 100 that lie closer than this are the same; what parts them is rounding. Without it, three
/// people who each have 1/3 + 2/3 of a point, added in another order, would have a variance.
pub const SAME: f64 = 1e-9;

/// A value on a scale of 1 or of 100 as a whole number of [`SAME`], for comparing.
pub fn rank(value: f64) -> i64 {
    (value / SAME).round() as i64
}

/// The smallest value first: the one order in which everything here is added.
pub fn sorted(values: impl IntoIterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    values
}

pub fn sum(values: impl IntoIterator<Item = f64>) -> f64 {
    // From 0.0: Rust's own sum of nothing is −0.0.
    sorted(values).into_iter().fold(0.0, |sum, value| sum + value)
}

/// None without a value.
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| sum(values.iter().copied()) / values.len() as f64)
}

/// The middle value, or the mean of the middle two; none without a value.
pub fn median(values: &[f64]) -> Option<f64> {
    let values = sorted(values.iter().copied());
    let middle = values.len() / 2;
    let upper = *values.get(middle)?;
    Some(if values.len() % 2 == 1 { upper } else { (values[middle - 1] + upper) / 2.0 })
}

/// The sample variance, divided by n − 1; exactly 0 where all values are the same, none below two values.
pub fn variance(values: &[f64]) -> Option<f64> {
    let mean = mean(values).filter(|_| values.len() >= 2)?;
    let squares = sum(values.iter().map(|value| (value - mean).powi(2)));
    Some(if varies(values) { squares / (values.len() - 1) as f64 } else { 0.0 })
}

/// The sample standard deviation, divided by n − 1.
pub fn deviation(values: &[f64]) -> Option<f64> {
    variance(values).map(f64::sqrt)
}

/// Pearson's product-moment correlation, −1 to 1; none below two pairs or where either side does not vary.
pub fn correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    let (xs, ys): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let (x_mean, y_mean) = mean(&xs).zip(mean(&ys)).filter(|_| varies(&xs) && varies(&ys))?;
    let products = sum(pairs.iter().map(|(x, y)| (x - x_mean) * (y - y_mean)));
    let x_squares = sum(xs.iter().map(|x| (x - x_mean).powi(2)));
    let y_squares = sum(ys.iter().map(|y| (y - y_mean).powi(2)));
    Some((products / (x_squares.sqrt() * y_squares.sqrt())).clamp(-1.0, 1.0))
}

fn varies(values: &[f64]) -> bool {
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    most - least > SAME
}
