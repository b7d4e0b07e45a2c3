//! A cohort: a group of people who take one version of a programme together.

mod join_code;

pub use join_code::{ALPHABET, is_join_code};
