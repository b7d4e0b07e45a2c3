//! A cohort goes on in another version of its programme, by the choice of whoever runs it. What its people have done stays theirs, by
//! the ids of what they did: a lesson read is read, a quiz passed is passed. Who does not move stays where she is.

use super::schedule_cohort::{ScheduleCard, schedule_cards};
use crate::access::Visitor;
use crate::command::{Command, once};
use crate::unavailable::or_unavailable;
use crate::{PageRefused, Telar, Unavailable};
use domain::facts::{CohortMoved, Subject};
use domain::ids::{CohortId, CommandId, EnrolmentId, ProgrammeVersionId, ScheduleId};
use domain::programmes::{Activity, Difference, Programme, differences};
use domain::quizzes::Counting;
use std::collections::{BTreeMap, BTreeSet};
use store::{NewFact, Reading};

#[derive(Clone, Debug)]
pub struct MoveCohort {
    pub command: CommandId,
    pub cohort: CohortId,
    /// To which version, by its id.
    pub version: String,
    /// Whether she says that she read what that changes.
    pub read: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum MoveRefused {
    #[error("not found")]
    NotFound,
    #[error("there is no such version of its programme")]
    NoVersion,
    #[error("it runs that version already")]
    There,
    #[error("she did not say that she read what changes")]
    Unread,
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
    /// What would be another beyond words.
    pub differences: Vec<Difference>,
    /// Attempts in progress at quizzes that ask something else or are gone.
    pub in_progress: u64,
    /// People who could take a gate again, and could not any more.
    pub stranded: u64,
}

fn destination(
    reading: &mut Reading<'_>,
    (cohort, now, schedule): (CohortId, &Programme, Option<&ScheduleId>),
    (version, label): (ProgrammeVersionId, String),
) -> Result<Option<Destination>, Unavailable> {
    let Some(then) = reading.programme(version)? else { return Ok(None) };
    let changed = |activity: &&Activity| {
        let after = then.activity(activity.id.as_str()).and_then(|it| it.quiz());
        activity.quiz().is_some_and(|before| after.map(|it| &it.questions) != Some(&before.questions))
    };
    let mut in_progress = 0;
    for activity in now.activities.iter().filter(changed) {
        let attempts = reading.attempts_in_cohort(cohort, &activity.id)?;
        in_progress += u64::try_from(attempts.iter().filter(|it| it.submitted.is_none()).count()).unwrap_or(u64::MAX);
    }
    let mut stranded = BTreeSet::new();
    for after in then.activities.iter() {
        let (Some(before), Some(quiz)) = (now.activity(after.id.as_str()).and_then(|it| it.quiz()), after.quiz())
        else {
            continue;
        };
        let fewer = quiz.attempts > 0 && (before.attempts == 0 || quiz.attempts < before.attempts);
        if quiz.counting != Counting::Gate || !fewer {
            continue;
        }
        let mut taken: BTreeMap<EnrolmentId, (u16, bool)> = BTreeMap::new();
        for attempt in reading.attempts_in_cohort(cohort, &after.id)?.iter().filter(|it| it.submitted.is_some()) {
            let of_hers = taken.entry(attempt.enrolment).or_default();
            of_hers.0 += 1;
            of_hers.1 |= attempt.mark.as_ref().is_some_and(|mark| mark.passed);
        }
        let now_left = |count: u16| before.attempts == 0 || count < before.attempts;
        let stuck = taken.iter().filter(|(_, (count, passed))| !passed && now_left(*count) && *count >= quiz.attempts);
        stranded.extend(stuck.map(|(enrolment, _)| *enrolment));
    }
    let stranded = stranded.len() as u64;
    Ok(Some(Destination { version, label, differences: differences(now, &then, schedule), in_progress, stranded }))
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
                let ours = (cohort, &now.programme, row.schedule.as_ref());
                to.extend(destination(reading, ours, (other.version, other.label))?);
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
            if !it.read {
                return Err(MoveRefused::Unread);
            }
            let what = CohortMoved { cohort: it.cohort, version }.into();
            writing.record(vec![NewFact { actor: Some(by), about: Subject::Cohort(it.cohort), what }])?;
            command.answer(writing, &())?;
            Ok(())
        })
        .await
    }
}
