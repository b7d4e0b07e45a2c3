//! Short views of cohorts and programme versions.

use crate::access::Visitor;
use crate::{Telar, Unavailable};
use domain::ids::{CohortId, ProgrammeVersionId, ScheduleId};
use domain::programmes::Hours;
use domain::{Moment, Text};
use store::{CohortRow, Reading};

#[derive(Clone, Debug)]
pub struct CohortCard {
    pub cohort: CohortId,
    pub name: String,
    pub programme: Text,
    pub summary: Text,
    pub version: String,
    pub starts: String,
    pub ends: String,
    pub organisation: String,
    pub hours: Hours,
    pub people: u64,
    pub join_code: String,
}

#[derive(Clone, Debug)]
pub struct VersionCard {
    pub version: ProgrammeVersionId,
    pub slug: String,
    pub title: Text,
    pub label: String,
    /// The ways to spread its days; none where there is but one.
    pub schedules: Vec<(ScheduleId, Text)>,
    pub imported: Moment,
    pub cohorts: u64,
    pub review_needed: usize,
}

pub(crate) fn card(telar: &Telar, reading: &mut Reading<'_>, row: CohortRow) -> Result<CohortCard, Unavailable> {
    let programme = telar.shelf().take(reading, row.version)?;
    Ok(CohortCard {
        cohort: row.cohort,
        name: row.name,
        programme: programme.title.clone(),
        summary: programme.summary.clone(),
        version: programme.programme.version.clone(),
        starts: row.starts,
        ends: row.ends,
        organisation: row.organisation,
        hours: programme.hours,
        people: row.people,
        join_code: row.join_code,
    })
}

pub(crate) fn version_cards(telar: &Telar, reading: &mut Reading<'_>) -> Result<Vec<VersionCard>, Unavailable> {
    let rows = reading.versions()?;
    rows.into_iter()
        .map(|row| {
            let programme = telar.shelf().take(reading, row.version)?;
            Ok(VersionCard {
                version: row.version,
                slug: row.slug.clone(),
                title: programme.title.clone(),
                schedules: programme.schedules.iter().map(|it| (it.id.clone(), it.title.clone())).collect(),
                label: row.label,
                imported: row.imported,
                cohorts: row.cohorts,
                review_needed: programme.review_needed(),
            })
        })
        .collect()
}

impl Telar {
    /// The cohorts whose people she sees, the one that began last first.
    pub async fn cohorts(&self, visitor: &Visitor) -> Result<Vec<CohortCard>, Unavailable> {
        let (telar, grants) = (self.clone(), visitor.grants.clone());
        self.read(move |reading| {
            let rows = reading.cohorts()?;
            let seen = rows.into_iter().filter(|row| grants.sees_people_of(row.cohort));
            seen.map(|row| card(&telar, reading, row)).collect()
        })
        .await
    }

    pub async fn programme_versions(&self) -> Result<Vec<VersionCard>, Unavailable> {
        let telar = self.clone();
        self.read(move |reading| version_cards(&telar, reading)).await
    }
}
