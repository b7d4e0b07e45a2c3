//! An administrator opens a cohort.

use crate::command::{Command, once};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance};
use domain::facts::{CohortOpened, CohortScheduled, Subject};
use domain::ids::{CohortId, CommandId, PersonId, ProgrammeVersionId};
use store::NewFact;

#[derive(Clone, Debug)]
pub struct OpenCohort {
    pub command: CommandId,
    pub name: String,
    /// A programme version's id.
    pub version: String,
    /// One of its schedules; empty for the usual one.
    pub schedule: String,
    /// `YYYY-MM-DD`.
    pub starts: String,
    pub ends: String,
    pub organisation: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CohortField {
    Name,
    /// The version, or the schedule.
    Version,
    Starts,
    /// Not a date, or before the first day.
    Ends,
    Organisation,
}

impl CohortField {
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Version => "version",
            Self::Starts => "starts",
            Self::Ends => "ends",
            Self::Organisation => "organisation",
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum OpenCohortRefused {
    #[error("only an administrator opens cohorts")]
    Forbidden,
    #[error("fields to mend: {0:?}")]
    Fields(Vec<CohortField>),
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(OpenCohortRefused);

pub(crate) fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace(|c: char| c.is_control(), "")
}

impl Telar {
    pub async fn open_cohort(&self, by: PersonId, it: OpenCohort) -> Result<CohortId, OpenCohortRefused> {
        let (name, organisation) = (line(&it.name), line(&it.organisation));
        let starts = it.starts.trim().parse::<jiff::civil::Date>();
        let ends = it.ends.trim().parse::<jiff::civil::Date>();
        let version: Option<ProgrammeVersionId> = it.version.trim().parse().ok();
        let mut fields = Vec::new();
        if !(3..=120).contains(&name.chars().count()) {
            fields.push(CohortField::Name);
        }
        if version.is_none() {
            fields.push(CohortField::Version);
        }
        if starts.is_err() {
            fields.push(CohortField::Starts);
        }
        if !matches!((&starts, &ends), (Ok(starts), Ok(ends)) if ends >= starts) {
            fields.push(CohortField::Ends);
        }
        if !(2..=160).contains(&organisation.chars().count()) {
            fields.push(CohortField::Organisation);
        }
        let (true, Some(version), Ok(starts), Ok(ends)) = (fields.is_empty(), version, starts, ends) else {
            return Err(OpenCohortRefused::Fields(fields));
        };
        let cohort: CohortId = chance::id(self.now())?;
        let join_code = chance::code::<8>()?;
        let telar = self.clone();
        self.write(move |writing| {
            let content = (&name, version, &it.schedule, starts.to_string(), ends.to_string(), &organisation);
            let command = Command::new(it.command, Some(by), "open cohort", &content);
            once!(command, writing, OpenCohortRefused::OtherContent);
            if !writing.grants(by)?.is_administrator() {
                return Err(OpenCohortRefused::Forbidden);
            }
            let refused = || OpenCohortRefused::Fields(vec![CohortField::Version]);
            if !writing.versions()?.iter().any(|row| row.version == version) {
                return Err(refused());
            }
            let schedules = &telar.shelf().take(writing, version)?.schedules;
            let chosen = schedules.iter().position(|one| one.id.as_str() == it.schedule);
            if chosen.is_none() && !it.schedule.is_empty() {
                return Err(refused());
            }
            let (starts, ends) = (starts.to_string(), ends.to_string());
            let authority = writing.origin().node;
            let what = CohortOpened { cohort, name, version, join_code, starts, ends, organisation, authority }.into();
            let mut facts = vec![NewFact { actor: Some(by), about: Subject::Cohort(cohort), what }];
            // The usual one needs no word.
            if let Some(other) = chosen.filter(|at| *at > 0).map(|at| schedules[at].id.clone()) {
                let what = CohortScheduled { cohort, schedule: other }.into();
                facts.push(NewFact { actor: Some(by), about: Subject::Cohort(cohort), what });
            }
            writing.record(facts)?;
            command.answer(writing, &cohort)?;
            Ok(cohort)
        })
        .await
    }
}
