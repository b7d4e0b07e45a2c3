//! The nouns, rules and facts of Telar.
//!
//! This crate is pure. It must not know async, SQL, HTTP, files, the clock or chance: whatever a rule needs of those
//! is an argument. What is decided here is decided once, for the page, the command line and the test alike.

pub mod access;
pub mod certificates;
pub mod claimed;
pub mod cohorts;
pub mod data_use;
pub mod facts;
pub mod ids;
pub mod moment;
pub mod numbers;
pub mod organisations;
pub mod people;
pub mod programmes;
pub mod quizzes;
pub mod statistics;
mod svg;
pub mod text;

pub use claimed::Claimed;
pub use moment::Moment;
pub use text::{Language, Text, alike};
