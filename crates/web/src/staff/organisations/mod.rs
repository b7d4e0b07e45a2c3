//! Organisations: the list, each one's page, and what waits to be sorted. Who administers changes them, who runs a cohort reads them.

mod form;
mod list;
mod show;
mod sorting;
mod words_for;

pub use list::list;
pub use show::{change, keep, merge, new, separate, show};
pub use sorting::{name, sorting};

use crate::page::{Frame, Place};
use app::access::Visitor;
use words::Words;

/// Whoever only reads comes from her desk.
fn frame(w: &'static Words, visitor: Visitor, title: String) -> Frame {
    let place = if visitor.grants.is_administrator() { Place::Site } else { Place::Desk };
    Frame::new(w, Some(visitor), place, title)
}
