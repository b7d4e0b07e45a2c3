//! What a learner sees of her programme, and reading a lesson to its end.

mod finish_lesson;
mod page;
mod review;
mod sheets;
mod shelf;

pub use finish_lesson::FinishRefused;
pub use page::{ActivityPage, AttemptCard, Learning};
pub(crate) use page::{enrolment_with, load, progress_in};
pub use programme::{Passage, ReportPiece, SaidKind};
pub use review::ToReview;
pub use shelf::{LoadedProgramme, Shelf};
