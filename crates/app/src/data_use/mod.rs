//! The data meter: what each person's sessions took, by day and family of page, and the limit that she may set herself. The
//! bytes are counted by `web`, who alone sees them; here they are added up, kept and told. None of it is a fact.

mod choose_limit;
mod keep;
mod meter;
mod month;

pub use choose_limit::LimitChoice;
pub use meter::{Counted, Meter};
pub use month::{DataMonth, UsedOn};
pub(crate) use month::{allowance, between, merged};
