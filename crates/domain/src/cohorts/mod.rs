//! A cohort: a group of people who take one version of a programme together.

mod admission;
mod document;
mod import;
mod join_code;

pub use admission::{Admission, ApplicationState, Comer, Door, Entry, Openness};
pub use document::{DocumentFault, DocumentFormat, LARGEST_DOCUMENT};
pub use import::{ListState, Outcome, Stand};
pub use join_code::{ALPHABET, is_join_code};
