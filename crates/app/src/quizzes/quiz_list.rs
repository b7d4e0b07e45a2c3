//! The quizzes of a cohort, with how many of its people are how far at each. The same number of queries for 5 people and 5,000.

use super::{seen_cohort, terms::of_programme};
use crate::access::Visitor;
use crate::cohorts::{CohortCard, card};
use crate::learning::LoadedProgramme;
use crate::{PageRefused, Telar};
use domain::Moment;
use domain::ids::{ActivityId, CohortId};
use domain::quizzes::Window;
use std::collections::HashMap;
use std::sync::Arc;
use store::QuizCountRow;

#[derive(Clone, Debug)]
pub struct QuizList {
    pub card: CohortCard,
    pub programme: Arc<LoadedProgramme>,
    /// In the order of the programme's days.
    pub quizzes: Vec<QuizCard>,
    /// Open answers that wait for a reader, in all of them.
    pub unread: u64,
    pub now: Moment,
}

#[derive(Clone, Debug)]
pub struct QuizCard {
    pub activity: ActivityId,
    /// People of the cohort, each among those before.
    pub enrolled: u64,
    pub began: u64,
    pub handed_in: u64,
    pub passed: u64,
    /// Open answers that wait for a reader.
    pub unread: u64,
    pub window: Window,
}

impl Telar {
    pub async fn quizzes(&self, visitor: &Visitor, cohort: CohortId) -> Result<QuizList, PageRefused> {
        let (telar, visitor, now) = (self.clone(), visitor.clone(), self.now());
        self.read(move |reading| {
            let (row, programme) = seen_cohort(&telar, reading, (&visitor, cohort))?;
            let counts = reading.quiz_counts(cohort)?.into_iter().map(|it| (it.activity.clone(), it));
            let counts: HashMap<ActivityId, QuizCountRow> = counts.collect();
            let windows = reading.quiz_windows(cohort)?;
            let mut unread: HashMap<ActivityId, u64> = HashMap::new();
            for waiting in reading.attempts_to_read(cohort)? {
                let mark = waiting.attempt.mark.map_or(0, |mark| u64::from(mark.unread));
                *unread.entry(waiting.attempt.activity).or_default() += mark;
            }
            let quiz = |activity: &domain::programmes::Activity| {
                let quiz = activity.quiz()?;
                let counted = counts.get(&activity.id);
                let count = |of: fn(&QuizCountRow) -> u64| counted.map_or(0, of);
                Some(QuizCard {
                    activity: activity.id.clone(),
                    enrolled: row.people,
                    began: count(|it| it.began),
                    handed_in: count(|it| it.handed_in),
                    passed: count(|it| it.passed),
                    unread: unread.get(&activity.id).copied().unwrap_or_default(),
                    window: windows.get(&activity.id).copied().unwrap_or_else(|| of_programme(quiz, &row.starts)),
                })
            };
            let quizzes = programme.in_order().filter_map(quiz).collect();
            let unread = unread.values().sum();
            Ok(QuizList { card: card(&telar, reading, row)?, programme: Arc::clone(&programme), quizzes, unread, now })
        })
        .await
    }
}
