//! What whoever runs a cohort writes to all of it: shown on «Hoy» until each person says that she has seen it.

mod announce;
mod read;

pub use announce::{Announce, AnnounceRefused, LONGEST};
pub use read::{AnnouncementsPage, Told};
pub use store::AnnouncementRow;
