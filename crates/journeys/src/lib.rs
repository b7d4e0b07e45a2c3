//! People acting through HTTP against a whole Telar: its pages, its use cases, its store. The journeys are in `tests/it`,
//! one test binary; this library is the actors. One store a test, no order, no sleep, no network.

mod actor;
mod postbox;
mod site;

pub use actor::{Actor, Page, new_command};
pub use postbox::{Arrived, Postbox};
pub use site::{Engine, Site, endorsement, on_both_engines, on_both_engines_with};
