//! A cohort's activities are spread over days in another of the ways that its programme knows, by the choice of whoever runs it. Nothing
//! that was done changes: only where it stands.

use crate::access::Visitor;
use crate::command::{Command, once};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable};
use domain::Text;
use domain::facts::{CohortScheduled, Subject};
use domain::ids::{CohortId, CommandId, ScheduleId};
use domain::programmes::{Lasts, Programme};
use store::NewFact;

#[derive(Clone, Debug)]
pub struct ScheduleCohort {
    pub command: CommandId,
    pub cohort: CohortId,
    /// One of the schedules of the version that it follows.
    pub schedule: String,
}

#[derive(Debug, thiserror::Error)]
pub enum ScheduleRefused {
    #[error("not found")]
    NotFound,
    #[error("its version has no such schedule")]
    NoSchedule,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(ScheduleRefused);

/// One way to spread a programme's days.
#[derive(Clone, Debug)]
pub struct ScheduleCard {
    pub schedule: ScheduleId,
    pub title: Text,
    pub summary: Text,
    pub days: usize,
    pub weeks: usize,
    pub in_use: bool,
}

/// The ways that a programme knows; the first is in use where the cohort chose none of them.
pub(super) fn schedule_cards(programme: &Programme, chosen: Option<&ScheduleId>) -> Vec<ScheduleCard> {
    let at = programme.schedules.iter().position(|it| Some(&it.id) == chosen).unwrap_or(0);
    let card = |(index, it): (usize, &domain::programmes::Schedule)| ScheduleCard {
        schedule: it.id.clone(),
        title: it.title.clone(),
        summary: it.summary.clone(),
        days: it.days.iter().filter(|day| day.lasts == Lasts::Day).count(),
        weeks: it.days.iter().filter(|day| day.lasts == Lasts::Week).count(),
        in_use: index == at,
    };
    programme.schedules.iter().enumerate().map(card).collect()
}

impl Telar {
    pub async fn schedule_cohort(&self, visitor: &Visitor, it: ScheduleCohort) -> Result<(), ScheduleRefused> {
        if !visitor.grants.runs(it.cohort) {
            return Err(ScheduleRefused::NotFound);
        }
        let (telar, by) = (self.clone(), visitor.person);
        self.write(move |writing| {
            let command = Command::new(it.command, Some(by), "schedule cohort", &(it.cohort, &it.schedule));
            once!(command, writing, ScheduleRefused::OtherContent);
            let row = writing.cohort(it.cohort)?.ok_or(ScheduleRefused::NotFound)?;
            let programme = telar.shelf().take(writing, row.version)?;
            let cards = schedule_cards(&programme, row.schedule.as_ref());
            let wanted = cards.into_iter().find(|card| card.schedule.as_str() == it.schedule);
            let wanted = wanted.ok_or(ScheduleRefused::NoSchedule)?;
            if !wanted.in_use {
                let what = CohortScheduled { cohort: it.cohort, schedule: wanted.schedule }.into();
                writing.record(vec![NewFact { actor: Some(by), about: Subject::Cohort(it.cohort), what }])?;
            }
            command.answer(writing, &())?;
            Ok(())
        })
        .await
    }
}
