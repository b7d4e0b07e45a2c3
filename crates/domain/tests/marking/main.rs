//! What holds of marking and of draws, whatever is asked and answered: `docs/marking.md` says it in words.

mod asked;
mod credit;
mod marks;
#[path = "../support/questions.rs"]
mod questions;
