//! How a quiz and its questions behave: over a cohort, or over all cohorts that run the same programme version for whoever sees
//! the people of all of them. The same number of queries for 5 people and 5,000.

use super::first_attempts::{Over, Wanted, first_attempts};
use super::question_page::cohorts_on;
use super::{quiz_of, seen_cohort};
use crate::access::Visitor;
use crate::cohorts::{CohortCard, card};
use crate::learning::LoadedProgramme;
use crate::{PageRefused, Telar};
use domain::ids::{ActivityId, CohortId};
use domain::quizzes::Quiz;
use domain::statistics::{FEWEST, FirstAttempt, Items};
use std::sync::Arc;

/// Over whom statistics are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Breadth {
    #[default]
    Cohort,
    /// All cohorts that run the same programme version.
    Version,
}

#[derive(Clone, Debug)]
pub struct QuizStatistics {
    pub card: CohortCard,
    pub programme: Arc<LoadedProgramme>,
    pub activity: ActivityId,
    pub breadth: Breadth,
    /// In how many cohorts this version runs, where she may see the numbers of all of them.
    pub cohorts: Option<u64>,
    pub enrolled: u64,
    /// How many people have handed in, and of them who waits for a reader and does not count yet.
    pub handed_in: u64,
    pub waiting: u64,
    /// How many attempts count.
    pub counted: usize,
    /// None with fewer than [`FEWEST`] that count: then there are only the counts above.
    pub items: Option<Items>,
}

impl QuizStatistics {
    /// The quiz. Statistics are only ever made of one.
    pub fn quiz(&self) -> Option<&Quiz> {
        quiz_of(&self.programme, &self.activity).map(|(_, quiz)| quiz)
    }
}

impl Telar {
    pub async fn quiz_statistics(
        &self,
        visitor: &Visitor,
        (cohort, activity): (CohortId, ActivityId),
        breadth: Breadth,
    ) -> Result<QuizStatistics, PageRefused> {
        let (telar, visitor) = (self.clone(), visitor.clone());
        self.read(move |reading| {
            let (row, programme) = seen_cohort(&telar, reading, (&visitor, cohort))?;
            let (_, quiz) = quiz_of(&programme, &activity).ok_or(PageRefused::NotFound)?;
            let all = cohorts_on(reading, row.version)?;
            let sees_all = all.iter().all(|it| visitor.grants.sees_people_of(it.cohort));
            let (over, enrolled) = match breadth {
                Breadth::Cohort => (Over::Cohort(cohort), row.people),
                Breadth::Version if sees_all => (Over::Version(row.version), reading.people_of_version(row.version)?),
                Breadth::Version => return Err(PageRefused::NotFound),
            };
            let found = first_attempts(reading, over, (&activity, quiz), Wanted::MarksAndAnswers)?;
            let counted: Vec<FirstAttempt> = found.attempts.into_values().collect();
            Ok(QuizStatistics {
                card: card(&telar, reading, row)?,
                programme: Arc::clone(&programme),
                activity,
                breadth,
                cohorts: sees_all.then_some(all.len() as u64),
                enrolled,
                handed_in: found.handed_in,
                waiting: found.waiting,
                counted: counted.len(),
                items: (counted.len() >= FEWEST).then(|| Items::of(&counted)),
            })
        })
        .await
    }
}
