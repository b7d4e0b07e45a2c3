//! What pages and use cases read, noun by noun, and the plain tables that they write. Facts are never written here.

mod access;
mod admission;
mod certificates;
mod cohorts;
mod commands;
mod data_use;
mod documents;
mod erasures;
mod first_attempts;
mod followers;
mod learning;
mod numbers;
mod people;
mod profiles;
mod programmes;
mod quiz_results;
mod quiz_staff;
mod quizzes;

pub use access::{EntryLinkRow, Purpose, SessionRow};
pub use admission::{ApplicationRow, NominationCallRow};
pub use certificates::CertificateRow;
pub use cohorts::{CohortRow, MemberRow};
pub use commands::{CommandBefore, CommandState};
pub use data_use::DataUseRow;
pub use documents::DocumentRow;
pub use erasures::ErasureRow;
pub use first_attempts::FirstAttemptRow;
pub use followers::{Lease, Place};
pub use learning::{ActivityRow, BestRow, EnrolmentRow};
pub use numbers::NumbersRow;
pub use people::{GrantRow, PersonRow, StaffRow};
pub use profiles::AgreementRow;
pub use programmes::VersionRow;
pub use quiz_results::{AnswersByAttempt, GivenRow, HandedInRow, QuizCountRow};
pub use quiz_staff::{AllowanceRow, CommentRow, MarkingRow, MendRow, ReadingRow};
pub use quizzes::{AttemptRow, FailedRow};
