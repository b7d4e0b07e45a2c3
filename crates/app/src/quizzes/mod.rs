//! Taking a quiz: starting an attempt, saving each answer as it is given, handing in.

mod attempt_page;
mod flag_question;
mod mark_news;
mod save_answer;
mod start_attempt;
mod submit_attempt;
mod terms;

pub use attempt_page::{AttemptPage, AttemptResult, Standing};
pub use flag_question::{Flag, FlagQuestion, FlagRefused};
pub use mark_news::MarkNews;
pub use save_answer::{SaveAnswer, SaveRefused, Saved, Written};
pub(crate) use start_attempt::earlier;
pub use start_attempt::{StartAttempt, StartAttemptRefused};
pub use submit_attempt::{SubmitAttempt, SubmitAttemptRefused};
pub(crate) use terms::{At, terms};

use crate::Unavailable;
use domain::ids::{AttemptId, EnrolmentId, PersonId};
use store::{AttemptRow, EnrolmentRow, Reading};

/// Her own attempt; another's is as if it were not there.
fn own_attempt(
    reading: &mut Reading<'_>,
    person: PersonId,
    attempt: AttemptId,
) -> Result<Option<(AttemptRow, EnrolmentRow)>, Unavailable> {
    let Some(row) = reading.attempt(attempt)? else { return Ok(None) };
    let enrolment: EnrolmentId = row.enrolment;
    let owner = reading.enrolment(enrolment)?.filter(|owner| owner.person == person);
    Ok(owner.map(|owner| (row, owner)))
}
