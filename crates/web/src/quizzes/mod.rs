//! What every page has in common that shows a question or an answer to one: how a form carries it, how it is asked, how an answer
//! reads, what is said of it. It must not know doors, nor who reads.

mod ask;
pub mod fields;
mod in_words;
mod places;
mod remarks;
#[cfg(test)]
mod tests;

pub use ask::{Asking, standing_fields};
pub use in_words::{Line, Telling};
pub use remarks::Verdict;
