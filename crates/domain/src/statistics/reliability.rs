//! Cronbach's alpha: how far the questions of a quiz measure one thing together (Cronbach 1951, *Psychometrika* 16, 297–334).

use super::FirstAttempt;
use super::numbers::{sum, variance};

/// Why there is no alpha. The first that holds is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoAlpha {
    #[error("fewer than two attempts")]
    TooFewAttempts,
    /// Also where a question was not worth the same in every attempt. Filling the gaps would invent answers.
    #[error("not every attempt was asked the same questions")]
    DifferentQuestions,
    #[error("fewer than two questions")]
    TooFewQuestions,
    #[error("all scores are the same")]
    NoVariance,
}

/// `k / (k − 1) × (1 − Σ s²ᵢ / s²ₜ)` over the points of k questions, with sample variances. At most 1; below 0 where questions run
/// against each other, without a lower bound.
pub(super) fn alpha(attempts: &[FirstAttempt]) -> Result<f64, NoAlpha> {
    let [first, _, ..] = attempts else { return Err(NoAlpha::TooFewAttempts) };
    let asked = |attempt: &FirstAttempt| -> Vec<_> {
        attempt.responses().iter().map(|(question, response)| (question.clone(), response.score.max())).collect()
    };
    let questions = asked(first);
    if attempts.iter().any(|attempt| asked(attempt) != questions) {
        return Err(NoAlpha::DifferentQuestions);
    }
    let k = questions.len();
    if k < 2 {
        return Err(NoAlpha::TooFewQuestions);
    }
    // As parts of the points that all questions have together, which is one number here: alpha does not change by it, and what
    // counts as the same value is measured on a scale of 1.
    let whole = first.total().max();
    let mut columns: Vec<Vec<f64>> = vec![Vec::with_capacity(attempts.len()); k];
    for attempt in attempts {
        for (column, response) in columns.iter_mut().zip(attempt.responses().values()) {
            column.push(response.score.points() / whole);
        }
    }
    let totals: Vec<f64> = attempts.iter().map(|attempt| attempt.total().share()).collect();
    let total = variance(&totals).filter(|total| *total > 0.0).ok_or(NoAlpha::NoVariance)?;
    let parts = sum(columns.iter().filter_map(|column| variance(column)));
    Ok(k as f64 / (k - 1) as f64 * (1.0 - parts / total))
}
