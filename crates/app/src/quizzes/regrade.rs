//! Attempts that were handed in are marked anew after a question was mended. What stands is decided attempt by attempt: a pass
//! is never taken away, and with it no completion and no certificate. Done twice, it writes nothing the second time, so it
//! needs no command and goes on after an interruption from wherever it was.

use super::marking_anew::{Reasons, changes, marked_anew};
use super::question_page::cohorts_on;
use super::quiz_of;
use crate::access::Visitor;
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance};
use domain::ids::{ActivityId, AttemptId, CohortId, MarkingId, PersonId, ProgrammeVersionId, QuestionId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use store::NewFact;

/// Attempts in one write: enough to go on quickly, few enough that learners' answers wait no longer than a moment.
const BATCH: usize = 50;
/// How long the page waits for it to end; after that it shows how far it is.
const PATIENCE: Duration = Duration::from_millis(700);

/// How far marking anew is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Work {
    pub done: usize,
    pub all: usize,
}

#[derive(Debug, thiserror::Error)]
pub enum RegradeRefused {
    #[error("not found")]
    NotFound,
    #[error("other cohorts run this version, and she does not run them")]
    OtherCohorts,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(RegradeRefused);

/// What is being marked anew now, in this process.
#[derive(Clone, Debug, Default)]
pub(crate) struct Regrading(Arc<Mutex<HashMap<(ProgrammeVersionId, QuestionId), Work>>>);

impl Regrading {
    fn with<T>(&self, f: impl FnOnce(&mut HashMap<(ProgrammeVersionId, QuestionId), Work>) -> T) -> T {
        f(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub fn of(&self, version: ProgrammeVersionId, question: &QuestionId) -> Option<Work> {
        self.with(|all| all.get(&(version, question.clone())).copied())
    }

    /// Whether it began: not where it goes on already.
    fn begin(&self, version: ProgrammeVersionId, question: &QuestionId, all: usize) -> bool {
        self.with(|works| {
            let fresh = !works.contains_key(&(version, question.clone()));
            works.entry((version, question.clone())).or_insert(Work { done: 0, all });
            fresh
        })
    }

    fn go_on(&self, version: ProgrammeVersionId, question: &QuestionId, done: usize) {
        self.with(|works| {
            if let Some(work) = works.get_mut(&(version, question.clone())) {
                work.done += done;
            }
        });
    }

    fn end(&self, version: ProgrammeVersionId, question: &QuestionId) {
        self.with(|works| works.remove(&(version, question.clone())));
    }
}

impl Telar {
    /// Marks anew every attempt that met the question, in every quiz that asks it. It goes on behind where it takes longer than a moment: the answer is then
    /// how far it is, and the page tells the rest.
    pub async fn regrade(
        &self,
        visitor: &Visitor,
        cohort: CohortId,
        (activity, question): (ActivityId, QuestionId),
    ) -> Result<Option<Work>, RegradeRefused> {
        if !visitor.grants.sees_people_of(cohort) {
            return Err(RegradeRefused::NotFound);
        }
        let (telar, grants, by) = (self.clone(), visitor.grants.clone(), visitor.person);
        let wish = question.clone();
        let (version, attempts) = self
            .read::<_, RegradeRefused>(move |reading| {
                let version = reading.cohort(cohort)?.ok_or(RegradeRefused::NotFound)?.version;
                if !cohorts_on(reading, version)?.iter().all(|row| grants.runs(row.cohort)) {
                    return Err(RegradeRefused::OtherCohorts);
                }
                let programme = telar.shelf().take(reading, version)?;
                let (_, quiz) = quiz_of(&programme, &activity).ok_or(RegradeRefused::NotFound)?;
                if quiz.question(wish.as_str()).is_none() {
                    return Err(RegradeRefused::NotFound);
                }
                let reasons = Reasons::of(reading, version)?;
                let mut attempts = Vec::new();
                for quiz in programme.quizzes_with(&wish) {
                    let (changes, _) = changes(reading, (version, &reasons), quiz, &[&wish].into())?;
                    attempts.extend(changes.into_iter().map(|it| it.attempt));
                }
                Ok((version, attempts))
            })
            .await?;
        if !self.regrading().begin(version, &question, attempts.len()) {
            return Ok(self.regrading().of(version, &question));
        }
        let telar = self.clone();
        let what = question.clone();
        let work = tokio::spawn(async move {
            let _ending = Ending { telar: telar.clone(), version, question: question.clone() };
            for batch in attempts.chunks(BATCH) {
                telar.regrade_some(by, version, batch.to_vec()).await?;
                telar.regrading().go_on(version, &question, batch.len());
            }
            Ok::<_, Unavailable>(())
        });
        match tokio::time::timeout(PATIENCE, work).await {
            Err(_) => Ok(self.regrading().of(version, &what)),
            Ok(Ok(done)) => done.map(|()| None).map_err(RegradeRefused::Unavailable),
            Ok(Err(why)) => Err(Unavailable::Store(why.to_string()).into()),
        }
    }

    async fn regrade_some(
        &self,
        by: PersonId,
        version: ProgrammeVersionId,
        attempts: Vec<AttemptId>,
    ) -> Result<(), Unavailable> {
        let (telar, now) = (self.clone(), self.now());
        let markings: Vec<MarkingId> = attempts.iter().map(|_| chance::id(now)).collect::<Result<_, _>>()?;
        self.write(move |writing| {
            let programme = telar.shelf().take(writing, version)?;
            let reasons = Reasons::of(writing, version)?;
            for (attempt, marking) in attempts.into_iter().zip(markings) {
                let Some((about, facts)) = marked_anew(writing, (&programme, &reasons), (attempt, marking))? else {
                    continue;
                };
                let facts = facts.into_iter();
                writing.record(facts.map(|what| NewFact { actor: Some(by), about, what }).collect())?;
            }
            Ok(())
        })
        .await
    }
}

/// However the work ends, it is not said to go on.
struct Ending {
    telar: Telar,
    version: ProgrammeVersionId,
    question: QuestionId,
}

impl Drop for Ending {
    fn drop(&mut self) {
        self.telar.regrading().end(self.version, &self.question);
    }
}
