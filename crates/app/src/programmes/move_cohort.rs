//! A cohort goes on in another version of its programme, by the choice of whoever runs it. What its people have done stays theirs, by
//! the ids of what they did: a lesson read is read, a quiz passed is passed. Who does not move stays where she is.

use super::schedule_cohort::{ScheduleCard, schedule_cards};
use crate::access::Visitor;
use crate::command::{Command, once};
use crate::unavailable::or_unavailable;
use crate::{PageRefused, Telar, Unavailable};
use domain::Text;
use domain::facts::{CohortMoved, Subject};
use domain::ids::{ActivityId, CohortId, CommandId, ProgrammeVersionId};
use domain::programmes::Programme;
use domain::quizzes::Quiz;
use std::collections::BTreeSet;
use store::{NewFact, Reading};

#[derive(Clone, Debug)]
pub struct MoveCohort {
    pub command: CommandId,
    pub cohort: CohortId,
    /// To which version, by its id.
    pub version: String,
}

#[derive(Debug, thiserror::Error)]
pub enum MoveRefused {
    #[error("not found")]
    NotFound,
    #[error("there is no such version of its programme")]
    NoVersion,
    #[error("it runs that version already")]
    There,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(MoveRefused);

/// What moving would change.
#[derive(Clone, Debug)]
pub struct Moving {
    pub cohort: CohortId,
    pub cohort_name: String,
    pub now: String,
    /// The ways to spread the days of its version; none where there is but one.
    pub schedules: Vec<ScheduleCard>,
    pub to: Vec<Destination>,
}

/// Another version of the same programme.
#[derive(Clone, Debug)]
pub struct Destination {
    pub version: ProgrammeVersionId,
    pub label: String,
    /// Activities that the cohort would have in addition.
    pub new: Vec<Text>,
    /// Those that would not be there any more; what was done of them counts no more, and is kept.
    pub gone: Vec<Text>,
    /// Quizzes in which questions are others.
    pub changed: Vec<Text>,
    /// Attempts in progress at quizzes that are changed or gone.
    pub in_progress: u64,
}

fn titles<'p>(programme: &'p Programme, ids: impl Iterator<Item = &'p ActivityId>) -> Vec<Text> {
    ids.filter_map(|id| programme.activity(id.as_str())).map(|it| it.title.clone()).collect()
}

fn destination(
    reading: &mut Reading<'_>,
    (cohort, now): (CohortId, &Programme),
    (version, label): (ProgrammeVersionId, String),
) -> Result<Option<Destination>, Unavailable> {
    let Some(then) = reading.programme(version)? else { return Ok(None) };
    let ids = |programme: &'_ Programme| programme.activities.iter().map(|it| it.id.clone()).collect::<BTreeSet<_>>();
    let (before, after) = (ids(now), ids(&then));
    let questions = |quiz: &Quiz| quiz.questions.clone();
    let quiz = |programme: &Programme, id: &ActivityId| {
        programme.activity(id.as_str()).and_then(|it| it.quiz()).map(questions)
    };
    let differ = |id: &&ActivityId| quiz(now, id) != quiz(&then, id);
    let changed: Vec<&ActivityId> = before.intersection(&after).filter(differ).collect();
    let gone: Vec<&ActivityId> = before.difference(&after).collect();
    let mut in_progress = 0;
    for id in changed.iter().chain(&gone) {
        let attempts = reading.attempts_in_cohort(cohort, id)?;
        in_progress += u64::try_from(attempts.iter().filter(|it| it.submitted.is_none()).count()).unwrap_or(u64::MAX);
    }
    Ok(Some(Destination {
        version,
        label,
        new: titles(&then, after.difference(&before)),
        gone: titles(now, gone.into_iter()),
        changed: titles(&then, changed.into_iter()),
        in_progress,
    }))
}

impl Telar {
    /// The versions to which a cohort could go on, and what that would change.
    pub async fn moving(&self, visitor: &Visitor, cohort: CohortId) -> Result<Moving, PageRefused> {
        if !visitor.grants.runs(cohort) {
            return Err(PageRefused::NotFound);
        }
        let telar = self.clone();
        self.read(move |reading| {
            let row = reading.cohort(cohort)?.ok_or(PageRefused::NotFound)?;
            let now = telar.shelf().take(reading, row.version)?;
            let others = reading.versions()?.into_iter().filter(|it| it.slug == now.slug && it.version != row.version);
            let mut to = Vec::new();
            for other in others.collect::<Vec<_>>() {
                to.extend(destination(reading, (cohort, &now), (other.version, other.label))?);
            }
            let schedules = schedule_cards(&now, row.schedule.as_ref());
            Ok(Moving { cohort, cohort_name: row.name, now: now.programme.version.clone(), schedules, to })
        })
        .await
    }

    pub async fn move_cohort(&self, visitor: &Visitor, it: MoveCohort) -> Result<(), MoveRefused> {
        if !visitor.grants.runs(it.cohort) {
            return Err(MoveRefused::NotFound);
        }
        let version: ProgrammeVersionId = it.version.trim().parse().map_err(|_| MoveRefused::NoVersion)?;
        let (telar, by) = (self.clone(), visitor.person);
        self.write(move |writing| {
            let command = Command::new(it.command, Some(by), "move cohort", &(it.cohort, version));
            once!(command, writing, MoveRefused::OtherContent);
            let row = writing.cohort(it.cohort)?.ok_or(MoveRefused::NotFound)?;
            if row.version == version {
                return Err(MoveRefused::There);
            }
            let slug = telar.shelf().take(writing, row.version)?.slug.clone();
            if !writing.versions()?.iter().any(|known| known.version == version && known.slug == slug) {
                return Err(MoveRefused::NoVersion);
            }
            let what = CohortMoved { cohort: it.cohort, version }.into();
            writing.record(vec![NewFact { actor: Some(by), about: Subject::Cohort(it.cohort), what }])?;
            command.answer(writing, &())?;
            Ok(())
        })
        .await
    }
}
