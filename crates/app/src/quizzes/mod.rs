//! Taking a quiz: starting an attempt, saving each answer as it is given, handing in. And what staff do at one: looking, reading
//! open answers, commenting, granting more, setting its days, mending a question and marking anew.
//!
//! Who may do what: whoever sees the people of a cohort (facilitator, assessor, coordinator, administrator) looks, reads and
//! comments; whoever runs it (coordinator, administrator) grants and sets days; who runs every cohort of a programme version
//! mends its questions, since a mend holds in all of them. Everything else is not found.

mod answers_to_read;
mod attempt_of_cohort;
mod attempt_page;
mod comment_attempt;
mod export_attempts;
mod first_attempts;
mod flag_question;
mod gains;
mod grant_allowance;
mod hand_in_attempt;
mod mark_news;
mod marking_anew;
mod mend_question;
mod out_of_time;
mod question_page;
mod quiz_list;
mod quiz_results;
mod quiz_statistics;
mod read_answer;
mod regrade;
mod save_answer;
mod save_answers;
mod set_window;
mod start_attempt;
mod submit_attempt;
mod terms;

pub use answers_to_read::{AnswerToRead, ReadingQueue};
pub use attempt_of_cohort::{AttemptOfCohort, Comment, Granted, Marking, OpenAnswer, QuestionOfAttempt, Read};
pub use attempt_page::{AttemptPage, AttemptResult, Standing};
pub use comment_attempt::{CommentAttempt, CommentRefused};
pub use export_attempts::{AttemptsExport, ExportRow};
pub(crate) use first_attempts::Over;
pub use flag_question::{Flag, FlagQuestion, FlagRefused};
pub use gains::{GainsPage, OwnGain, PersonGain, TestCard};
pub(crate) use gains::{both, pairs_of, tests_of};
pub use grant_allowance::{
    AllowanceField, AllowancesPage, GrantAllowance, GrantRefused, GrantWish, MOST_ATTEMPTS, MOST_MINUTES, MOST_PER_CENT,
};
pub use hand_in_attempt::{HandInAttempt, HandInRefused};
pub use mark_news::MarkNews;
pub use marking_anew::{ChangedMark, Preview, Stale};
pub use mend_question::{MendQuestion, MendRefused};
pub use out_of_time::{LateAnswer, OutOfTime};
pub use question_page::{MendCard, QuestionPage, TouchedCohort};
pub use quiz_list::{QuizCard, QuizList};
pub use quiz_results::{Given, PersonResult, QuestionResult, QuizResults, ResultState, ResultWindow};
pub use quiz_statistics::{Breadth, QuizStatistics};
pub use read_answer::{ReadAnswer, ReadRefused};
pub(crate) use regrade::Regrading;
pub use regrade::{RegradeRefused, Work};
pub use save_answer::{SaveAnswer, SaveRefused, Saved, Written};
pub use save_answers::{SaveAnswers, SavedAnswers};
pub use set_window::{SetWindow, WindowField, WindowRefused, WindowWish};
pub(crate) use start_attempt::earlier;
pub use start_attempt::{StartAttempt, StartAttemptRefused};
pub use submit_attempt::{SubmitAttempt, SubmitAttemptRefused};
pub(crate) use terms::{At, terms};

use crate::access::Visitor;
use crate::learning::LoadedProgramme;
use crate::{PageRefused, Telar, Unavailable};
use domain::ids::{ActivityId, AttemptId, CohortId, EnrolmentId, PersonId};
use domain::programmes::Activity;
use domain::quizzes::Quiz;
use std::sync::Arc;
use store::{AttemptRow, CohortRow, EnrolmentRow, Reading};

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

/// A cohort whose people she sees, with the programme that it runs.
fn seen_cohort(
    telar: &Telar,
    reading: &mut Reading<'_>,
    (visitor, cohort): (&Visitor, CohortId),
) -> Result<(CohortRow, Arc<LoadedProgramme>), PageRefused> {
    if !visitor.grants.sees_people_of(cohort) {
        return Err(PageRefused::NotFound);
    }
    let row = reading.cohort(cohort)?.ok_or(PageRefused::NotFound)?;
    let programme = telar.shelf().take(reading, row.version)?;
    Ok((row, programme))
}

/// An attempt of somebody in that cohort; one of any other cohort is as if it were not there.
fn attempt_in(
    reading: &mut Reading<'_>,
    cohort: CohortId,
    attempt: AttemptId,
) -> Result<Option<(AttemptRow, EnrolmentRow)>, Unavailable> {
    let Some(row) = reading.attempt(attempt)? else { return Ok(None) };
    let owner = reading.enrolment(row.enrolment)?.filter(|owner| owner.cohort == cohort);
    Ok(owner.map(|owner| (row, owner)))
}

/// A quiz of a programme.
fn quiz_of<'p>(programme: &'p LoadedProgramme, activity: &ActivityId) -> Option<(&'p Activity, &'p Quiz)> {
    let activity = programme.activity(activity.as_str())?;
    activity.quiz().map(|quiz| (activity, quiz))
}

/// Words that a person wrote to another or into the journal: without control characters but the ends of lines, and no more of
/// them than `most`; none where there are more, or fewer than `least`.
fn note(written: &str, (least, most): (usize, usize)) -> Option<String> {
    let kept = |c: &char| !c.is_control() || *c == '\n';
    let note: String = written.replace("\r\n", "\n").trim().chars().filter(kept).collect();
    (least..=most).contains(&note.chars().count()).then_some(note)
}

/// How long a reason may be, and a comment.
const REASON: (usize, usize) = (5, 300);
const COMMENT: usize = 2_000;
