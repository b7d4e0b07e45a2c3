//! Admission: how people come into a cohort, as those who run it set it and decide. Coming to the door oneself is in `people::join`.

mod accept;
mod call;
mod decide;
mod leave;
mod nominate;
mod page;
pub(crate) mod promote;
mod set;

pub use accept::{Accept, AcceptPage, AcceptRefused};
pub use call::{CallForNominations, CallRefused};
pub use decide::{DecideRefused, Decision};
pub use leave::LeaveRefused;
pub use nominate::{CallPage, LetterOf, Named, Nominate, NominateRefused};
pub use page::{AdmissionPage, Applicant, Call, Double, Standing};
pub use set::{AdmissionField, SetAdmission, SetAdmissionRefused};
