//! What pages about a person share: the form that asks who she is, and the words for what she may answer. It must not know which page
//! asks.

mod agreements;
mod who_form;
mod words_for;

pub use agreements::{ToSign, doors as agreement_doors, title as agreement_title, to_sign};
pub use who_form::{Asks, Group, Kind, groups, problem};
pub use words_for::{community, path, people, sex, state};
