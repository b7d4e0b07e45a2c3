//! Short views of cohorts and programme versions.

use crate::access::Visitor;
use crate::{Telar, Unavailable};
use domain::ids::{CohortId, ProgrammeVersionId, ScheduleId};
use domain::people::likened;
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

/// Cohorts on one page.
const PAGE: u64 = 30;

/// A page of cohorts.
#[derive(Clone, Debug)]
pub struct SomeCohorts {
    pub cards: Vec<CohortCard>,
    /// Of all, or of those that were looked for.
    pub found: u64,
    /// From 1.
    pub page: u64,
    pub pages: u64,
}

impl Telar {
    /// The cohorts whose people she sees and in whose name or organisation the text stands, the one that began last first. One past
    /// the last page shows the last. Who administers and looks for nothing costs no more however many there are.
    pub async fn some_cohorts(&self, visitor: &Visitor, text: &str, page: u64) -> Result<SomeCohorts, Unavailable> {
        let (telar, grants, text) = (self.clone(), visitor.grants.clone(), likened(text));
        self.read(move |reading| {
            let cut = |found: u64| {
                let pages = found.div_ceil(PAGE).max(1);
                (page.clamp(1, pages), pages)
            };
            if grants.is_administrator() && text.is_empty() {
                let found = reading.cohort_count()?;
                let (page, pages) = cut(found);
                let rows = reading.some_cohorts(((page - 1) * PAGE, PAGE))?;
                let cards =
                    rows.into_iter().map(|row| card(&telar, reading, row)).collect::<Result<_, Unavailable>>()?;
                return Ok(SomeCohorts { cards, found, page, pages });
            }
            let named =
                |row: &CohortRow| likened(&row.name).contains(&text) || likened(&row.organisation).contains(&text);
            let rows = reading.cohorts()?.into_iter();
            let rows: Vec<CohortRow> = rows.filter(|row| grants.sees_people_of(row.cohort) && named(row)).collect();
            let found = rows.len() as u64;
            let (page, pages) = cut(found);
            let past = usize::try_from((page - 1) * PAGE).unwrap_or(usize::MAX);
            let shown = rows.into_iter().skip(past).take(usize::try_from(PAGE).unwrap_or(usize::MAX));
            let cards = shown.map(|row| card(&telar, reading, row)).collect::<Result<_, Unavailable>>()?;
            Ok(SomeCohorts { cards, found, page, pages })
        })
        .await
    }

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
