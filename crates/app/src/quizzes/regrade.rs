//! Attempts that were handed in are marked anew after a question was mended. What stands is decided attempt by attempt: a pass
//! is never taken away, and with it no completion and no certificate. Done twice, it writes nothing the second time, so it
//! needs no command and goes on after an interruption from wherever it was.

use super::question_page::cohorts_on;
use super::quiz_of;
use crate::access::Visitor;
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance};
use domain::facts::{ActivityDone, AttemptMarked, MarkedAnew, Subject, What};
use domain::ids::{ActivityId, AttemptId, CohortId, MarkingId, PersonId, ProgrammeVersionId, QuestionId};
use domain::people::PersonName;
use domain::quizzes::{Mark, Quiz, mark_attempt, regrade};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use store::{NewFact, Reading, Writing};

/// Attempts in one write: enough to go on quickly, few enough that learners' answers wait no longer than a moment.
const BATCH: usize = 50;
/// How long the page waits for it to end; after that it shows how far it is.
const PATIENCE: Duration = Duration::from_millis(700);

/// What marking anew would change.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    /// Attempts handed in that met the question.
    pub attempts: usize,
    /// Of those, whose mark would change at all.
    pub changed: usize,
    pub up: usize,
    pub down: usize,
    /// Who would pass by it.
    pub passes: Vec<ChangedMark>,
    /// Who passed and would not by the new mark: she keeps it.
    pub keeps: Vec<ChangedMark>,
    /// The reason that learners will read: that of the last mend.
    pub reason: String,
}

#[derive(Clone, Debug)]
pub struct ChangedMark {
    pub attempt: AttemptId,
    pub cohort: CohortId,
    pub name: PersonName,
    /// In per cent.
    pub before: u8,
    pub after: u8,
    /// The number of her certificate, where she has a valid one.
    pub certificate: Option<String>,
}

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
pub(crate) struct Regrading(Arc<Mutex<HashMap<(ProgrammeVersionId, ActivityId), Work>>>);

impl Regrading {
    fn with<T>(&self, f: impl FnOnce(&mut HashMap<(ProgrammeVersionId, ActivityId), Work>) -> T) -> T {
        f(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub fn of(&self, version: ProgrammeVersionId, activity: &ActivityId) -> Option<Work> {
        self.with(|all| all.get(&(version, activity.clone())).copied())
    }

    /// Whether it began: not where it goes on already.
    fn begin(&self, version: ProgrammeVersionId, activity: &ActivityId, all: usize) -> bool {
        self.with(|works| {
            let fresh = !works.contains_key(&(version, activity.clone()));
            works.entry((version, activity.clone())).or_insert(Work { done: 0, all });
            fresh
        })
    }

    fn go_on(&self, version: ProgrammeVersionId, activity: &ActivityId, done: usize) {
        self.with(|works| {
            if let Some(work) = works.get_mut(&(version, activity.clone())) {
                work.done += done;
            }
        });
    }

    fn end(&self, version: ProgrammeVersionId, activity: &ActivityId) {
        self.with(|works| works.remove(&(version, activity.clone())));
    }
}

struct Change {
    attempt: AttemptId,
    before: Mark,
    stands: Mark,
    row: store::HandedInRow,
}

/// Every attempt whose mark would be another, and how many attempts met the question.
fn changes(
    reading: &mut Reading<'_>,
    version: ProgrammeVersionId,
    (activity, quiz, question): (&ActivityId, &Quiz, &QuestionId),
) -> Result<(Vec<Change>, usize), Unavailable> {
    let answers = reading.answers_of_version(version, activity)?;
    let readings = reading.readings_of_version(version, activity)?;
    let (none, unread) = (Default::default(), Default::default());
    let (mut changes, mut met) = (Vec::new(), 0);
    for row in reading.handed_in_of_version(version, activity)? {
        let attempt = row.attempt.attempt;
        let Some(before) = row.attempt.mark.clone().filter(|_| row.attempt.asked.contains(question)) else { continue };
        met += 1;
        let answers = answers.get(&attempt).unwrap_or(&none);
        let readings = readings.get(&attempt).unwrap_or(&unread);
        if let Some(stands) = regrade(&before, mark_attempt(quiz, &row.attempt.asked, answers, readings)) {
            changes.push(Change { attempt, before, stands, row });
        }
    }
    Ok((changes, met))
}

pub(super) fn preview(
    reading: &mut Reading<'_>,
    version: ProgrammeVersionId,
    what: (&ActivityId, &Quiz, &QuestionId),
) -> Result<Preview, Unavailable> {
    let (changes, attempts) = changes(reading, version, what)?;
    let certificates = reading.certificates_of_version(version)?;
    let reason = reason(reading, version, (what.0, what.2))?;
    let mut preview = Preview { attempts, changed: changes.len(), reason, ..Preview::default() };
    for Change { attempt, before, stands, row } in changes {
        let share = |mark: &Mark| {
            let (points, max) = mark.hundredths();
            (u64::from(points) * 1_000_000).checked_div(u64::from(max)).unwrap_or(0)
        };
        preview.up += usize::from(share(&stands) > share(&before));
        preview.down += usize::from(share(&stands) < share(&before));
        let certificate = certificates.get(&row.attempt.enrolment).map(|(number, _)| number.clone());
        let (cohort, name) = (row.cohort, row.name);
        let (passes, keeps) = (stands.passed && !before.passed, stands.kept);
        let (before, after) = (before.per_cent(), stands.per_cent());
        let changed = ChangedMark { attempt, cohort, name, before, after, certificate };
        if passes {
            preview.passes.push(changed);
        } else if keeps {
            preview.keeps.push(changed);
        }
    }
    Ok(preview)
}

fn reason(
    reading: &mut Reading<'_>,
    version: ProgrammeVersionId,
    (activity, question): (&ActivityId, &QuestionId),
) -> Result<String, Unavailable> {
    let last = reading.mends(version)?.into_iter().rfind(|it| it.activity == *activity && it.question.id == *question);
    Ok(last.map_or_else(String::new, |it| it.reason))
}

impl Telar {
    /// Marks anew every attempt that met the question. It goes on behind where it takes longer than a moment: the answer is then
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
        let wish = (activity.clone(), question.clone());
        let (version, attempts) = self
            .read::<_, RegradeRefused>(move |reading| {
                let (activity, question) = wish;
                let version = reading.cohort(cohort)?.ok_or(RegradeRefused::NotFound)?.version;
                if !cohorts_on(reading, version)?.iter().all(|row| grants.runs(row.cohort)) {
                    return Err(RegradeRefused::OtherCohorts);
                }
                let programme = telar.shelf().take(reading, version)?;
                let (_, quiz) = quiz_of(&programme, &activity).ok_or(RegradeRefused::NotFound)?;
                if quiz.question(question.as_str()).is_none() {
                    return Err(RegradeRefused::NotFound);
                }
                let (changes, _) = changes(reading, version, (&activity, quiz, &question))?;
                Ok((version, changes.into_iter().map(|it| it.attempt).collect::<Vec<_>>()))
            })
            .await?;
        if !self.regrading().begin(version, &activity, attempts.len()) {
            return Ok(self.regrading().of(version, &activity));
        }
        let telar = self.clone();
        let what = activity.clone();
        let work = tokio::spawn(async move {
            let _ending = Ending { telar: telar.clone(), version, activity: activity.clone() };
            for batch in attempts.chunks(BATCH) {
                telar.regrade_some(by, version, (activity.clone(), question.clone()), batch.to_vec()).await?;
                telar.regrading().go_on(version, &activity, batch.len());
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
        (activity, question): (ActivityId, QuestionId),
        attempts: Vec<AttemptId>,
    ) -> Result<(), Unavailable> {
        let (telar, now) = (self.clone(), self.now());
        let markings: Vec<MarkingId> = attempts.iter().map(|_| chance::id(now)).collect::<Result<_, _>>()?;
        self.write(move |writing| {
            let programme = telar.shelf().take(writing, version)?;
            let Some((_, quiz)) = quiz_of(&programme, &activity) else { return Ok(()) };
            let reason = reason(writing, version, (&activity, &question))?;
            let why = MarkedAnew::Mended(question);
            for (attempt, marking) in attempts.into_iter().zip(markings) {
                let facts = marked_anew(writing, quiz, (attempt, marking), (&why, &reason))?;
                let facts = facts.into_iter();
                writing.record(facts.map(|(about, what)| NewFact { actor: Some(by), about, what }).collect())?;
            }
            Ok(())
        })
        .await
    }
}

/// The facts of one attempt marked anew; none where nothing changes, or she is gone meanwhile.
fn marked_anew(
    writing: &mut Writing<'_>,
    quiz: &Quiz,
    (attempt, marking): (AttemptId, MarkingId),
    (why, reason): (&MarkedAnew, &str),
) -> Result<Vec<(Subject, What)>, Unavailable> {
    let Some(row) = writing.attempt(attempt)? else { return Ok(Vec::new()) };
    let (Some(before), Some(owner)) = (row.mark, writing.enrolment(row.enrolment)?) else { return Ok(Vec::new()) };
    let answers = writing.answers(attempt)?.into_iter().map(|(id, given)| (id, given.answer)).collect();
    let readings = writing.readings_given(attempt)?;
    let Some(mark) = regrade(&before, mark_attempt(quiz, &row.asked, &answers, &readings)) else {
        return Ok(Vec::new());
    };
    let about = Subject::Person(owner.person);
    let newly = mark.passed && !before.passed && quiz.is_done_by(true);
    let (before, why, reason) = (before.per_cent(), why.clone(), reason.to_owned());
    let mut facts: Vec<(Subject, What)> =
        vec![(about, AttemptMarked { marking, attempt, mark, before, why, reason }.into())];
    if newly {
        facts.push((about, ActivityDone { enrolment: row.enrolment, activity: row.activity }.into()));
    }
    Ok(facts)
}

/// However the work ends, it is not said to go on.
struct Ending {
    telar: Telar,
    version: ProgrammeVersionId,
    activity: ActivityId,
}

impl Drop for Ending {
    fn drop(&mut self) {
        self.telar.regrading().end(self.version, &self.activity);
    }
}
