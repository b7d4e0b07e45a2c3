//! A question with its key as staff see it: what was mended in it, which cohorts it touches, and what marking anew would change.

use super::attempt_of_cohort::by;
use super::marking_anew::{Preview, preview};
use super::regrade::Work;
use super::{quiz_of, seen_cohort};
use crate::access::Visitor;
use crate::learning::LoadedProgramme;
use crate::{PageRefused, Telar, Unavailable};
use domain::Moment;
use domain::ids::{ActivityId, CohortId, ProgrammeVersionId, QuestionId};
use domain::quizzes::Question;
use std::sync::Arc;
use store::{CohortRow, Reading};

#[derive(Clone, Debug)]
pub struct QuestionPage {
    pub programme: Arc<LoadedProgramme>,
    pub activity: ActivityId,
    pub question: Question,
    /// The last first.
    pub mends: Vec<MendCard>,
    /// How many mends of the whole version there are by now: what a mend that is asked for from this page was decided by.
    pub seen: u16,
    /// The other quizzes that ask it: a mend holds in them too.
    pub quizzes: Vec<ActivityId>,
    /// All cohorts that run this version. Names of those that she does not run too, since a mend holds for them.
    pub touched: Vec<TouchedCohort>,
    /// Whether she may mend it: she runs all of them.
    pub may_mend: bool,
    /// Attempts that are in progress now: they go on, and are marked by the question as it stands when they are handed in.
    pub in_progress: u64,
    /// What marking anew would change; none where she may not, or it was never mended.
    pub preview: Option<Preview>,
    /// Marking anew, where it goes on now.
    pub work: Option<Work>,
}

#[derive(Clone, Debug)]
pub struct MendCard {
    pub reason: String,
    pub by: String,
    pub at: Moment,
}

#[derive(Clone, Debug)]
pub struct TouchedCohort {
    pub name: String,
    pub people: u64,
}

/// The cohorts that run a version, whoever runs them.
pub(super) fn cohorts_on(
    reading: &mut Reading<'_>,
    version: ProgrammeVersionId,
) -> Result<Vec<CohortRow>, Unavailable> {
    Ok(reading.cohorts()?.into_iter().filter(|row| row.version == version).collect())
}

impl Telar {
    pub async fn question_page(
        &self,
        visitor: &Visitor,
        cohort: CohortId,
        (activity, question): (ActivityId, QuestionId),
    ) -> Result<QuestionPage, PageRefused> {
        let (telar, visitor) = (self.clone(), visitor.clone());
        self.read(move |reading| {
            let (row, programme) = seen_cohort(&telar, reading, (&visitor, cohort))?;
            let (_, quiz) = quiz_of(&programme, &activity).ok_or(PageRefused::NotFound)?;
            let question = quiz.question(question.as_str()).ok_or(PageRefused::NotFound)?.clone();
            let names = reading.names_of_staff(cohort)?;
            let mends = reading.mends(row.version)?.into_iter().rev();
            let mends = mends.filter(|it| it.question.id == question.id);
            let mends: Vec<MendCard> =
                mends.map(|it| MendCard { reason: it.reason, by: by(&names, it.author), at: it.at }).collect();
            let touched = cohorts_on(reading, row.version)?;
            let may_mend = touched.iter().all(|it| visitor.grants.runs(it.cohort));
            let preview = if may_mend && !mends.is_empty() {
                Some(preview(reading, row.version, (&programme, &question.id))?)
            } else {
                None
            };
            let (mut in_progress, mut quizzes) = (0, Vec::new());
            for (id, _) in programme.quizzes_with(&question.id) {
                in_progress += reading.in_progress_of_version(row.version, id)?;
                quizzes.extend((*id != activity).then(|| id.clone()));
            }
            Ok(QuestionPage {
                in_progress,
                quizzes,
                work: telar.regrading().of(row.version, &question.id),
                touched: touched.into_iter().map(|it| TouchedCohort { name: it.name, people: it.people }).collect(),
                seen: programme.mends,
                programme: Arc::clone(&programme),
                activity,
                question,
                mends,
                may_mend,
                preview,
            })
        })
        .await
    }
}
