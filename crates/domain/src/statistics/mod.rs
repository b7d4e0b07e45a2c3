//! Statistics of quizzes: how a quiz and its questions behave ([`Items`]), and what people gained between a pre-test and a
//! post-test ([`Gains`]), with its drawing. The formulas, and when each is undefined, stand in `docs/statistics.md`. It must not
//! know how a mark comes about, who may see a number, or below how many people it is kept back.
//!
//! What holds for all of it: a value that is undefined is `None`, or an `Err` with the reason, never NaN or infinite. The order
//! of attempts, questions and options changes no bit of a result. Only each person's *first* submitted attempt counts, since
//! later ones are made by people who have seen the feedback: the caller chooses them and says so by [`FirstAttempt`].

mod attempt;
mod gain;
mod items;
mod numbers;
mod reliability;
mod score;
mod scores;
mod slopes;

pub use attempt::{FirstAttempt, Response};
pub use gain::{Gain, Gains, Interval, Pair, Tested};
pub use items::{Chosen, Groups, Item, Items};
pub use reliability::NoAlpha;
pub use score::Score;
pub use scores::Scores;
pub use slopes::PlotWords;

#[cfg(test)]
mod tests;
