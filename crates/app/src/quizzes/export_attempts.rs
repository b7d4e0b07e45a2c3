//! All attempts at a quiz in a cohort, question by question, for a spreadsheet. The same number of queries for 5 people and
//! 5,000.

use super::{quiz_of, seen_cohort};
use crate::access::Visitor;
use crate::learning::LoadedProgramme;
use crate::{PageRefused, Telar};
use domain::ids::{ActivityId, CohortId, EnrolmentId, QuestionId};
use domain::people::PersonName;
use domain::quizzes::Answer;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::AttemptRow;

#[derive(Clone, Debug)]
pub struct AttemptsExport {
    pub programme: Arc<LoadedProgramme>,
    pub activity: ActivityId,
    /// In the order of the quiz.
    pub questions: Vec<QuestionId>,
    /// By person, as the list of people stands.
    pub rows: Vec<ExportRow>,
}

#[derive(Clone, Debug)]
pub struct ExportRow {
    /// What tells people apart where their names are left out.
    pub enrolment: EnrolmentId,
    pub name: PersonName,
    pub attempt: AttemptRow,
    pub answers: BTreeMap<QuestionId, Answer>,
}

impl Telar {
    pub async fn export_attempts(
        &self,
        visitor: &Visitor,
        cohort: CohortId,
        activity: ActivityId,
    ) -> Result<AttemptsExport, PageRefused> {
        let (telar, visitor) = (self.clone(), visitor.clone());
        self.read(move |reading| {
            let (_, programme) = seen_cohort(&telar, reading, (&visitor, cohort))?;
            let (_, quiz) = quiz_of(&programme, &activity).ok_or(PageRefused::NotFound)?;
            let mut answers = reading.answers_in_cohort(cohort, &activity)?;
            let mut attempts: BTreeMap<EnrolmentId, Vec<AttemptRow>> = BTreeMap::new();
            for attempt in reading.attempts_in_cohort(cohort, &activity)? {
                attempts.entry(attempt.enrolment).or_default().push(attempt);
            }
            let mut rows = Vec::new();
            for member in reading.members(cohort)? {
                for attempt in attempts.remove(&member.enrolment).unwrap_or_default() {
                    let answers = answers.remove(&attempt.attempt).unwrap_or_default();
                    let (enrolment, name) = (member.enrolment, member.name.clone());
                    rows.push(ExportRow { enrolment, name, attempt, answers });
                }
            }
            let questions = quiz.questions.iter().map(|question| question.id.clone()).collect();
            Ok(AttemptsExport { programme: Arc::clone(&programme), activity, questions, rows })
        })
        .await
    }
}
