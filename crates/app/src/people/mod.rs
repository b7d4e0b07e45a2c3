//! People: joining, choosing, taking one's data along, being erased.

mod ask_erasure;
mod carry_out_erasure;
mod choose_language;
pub(crate) mod erasures;
mod join;
mod join_page;
mod my_data;
mod name_staff;
mod rename;

pub use ask_erasure::AskErasureRefused;
pub use carry_out_erasure::CarryOutRefused;
pub use erasures::{ErasureCard, PendingErasure};
pub use join::{Field, Join, JoinRefused, Joined, SameName};
pub use join_page::JoinPage;
pub use my_data::MyData;
pub use name_staff::{NameStaff, NameStaffRefused, NamedStaff};
pub use rename::RenameRefused;
