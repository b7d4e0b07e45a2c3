//! Numbers without people, as they were published; and the site's own page.

mod publish;
mod site;

pub use site::{SitePage, StaffRow};

use crate::access::Visitor;
use crate::{PageRefused, Telar};
use domain::numbers::{Dimension, Figures, Group, MeanGain, Measure, Past};
use domain::people::{People, Sector, Sex, departments};
use domain::{Moment, Text};
use publish::by_publication;
use std::collections::BTreeMap;

/// A publication. It stays as it is until the next, so that a page and a file made from it say the same.
#[derive(Clone, Debug)]
pub struct Numbers {
    pub published: Moment,
    pub cohorts: u64,
    pub total: Figures,
    /// One for each dimension, in their order.
    pub tables: Vec<NumbersTable>,
    /// What people gained between two tests, by programme version.
    pub gains: Vec<GainNumbers>,
}

#[derive(Clone, Debug)]
pub struct NumbersTable {
    pub dimension: Dimension,
    pub groups: Vec<NumbersGroup>,
    /// The total less the groups: who is in none that is shown, and what those that are shown have not been moved by yet.
    pub rest: BTreeMap<Measure, u64>,
}

#[derive(Clone, Debug)]
pub struct NumbersGroup {
    /// The word of the group; empty for «no data», a group like the others.
    pub key: String,
    /// What it is called where its key does not say it: an organisation, a cohort.
    pub label: String,
    pub figures: Figures,
}

/// One pair of tests in one programme version.
#[derive(Clone, Debug, PartialEq)]
pub struct GainNumbers {
    pub programme: Text,
    pub version: String,
    pub gain: MeanGain,
}

impl Telar {
    /// The publication that stands; where the last one stands no longer, or there is none, the next is made first.
    pub async fn numbers(&self, visitor: &Visitor) -> Result<Numbers, PageRefused> {
        if !visitor.grants.sees_numbers() {
            return Err(PageRefused::NotFound);
        }
        // Where nothing can be written any more, what was published is still read.
        let made = self.publish_numbers().await;
        let telar = self.clone();
        let found = self
            .read::<_, PageRefused>(move |reading| {
                let Some(last) = reading.last_publication()? else { return Ok(None) };
                let figures = reading.published_figures()?;
                let mut labels: BTreeMap<Group, String> = BTreeMap::new();
                for row in &figures {
                    labels.entry(row.what.group.clone()).or_insert_with(|| row.label.clone());
                }
                let past = Past::of(by_publication(figures));
                let mut gains = BTreeMap::new();
                for row in reading.published_gains()? {
                    gains.insert((row.version, row.tests), row.gain);
                }
                let mut of_versions = Vec::new();
                for row in reading.versions()? {
                    for (_, gain) in gains.iter().filter(|((version, _), _)| *version == row.version) {
                        let programme = telar.shelf().take(reading, row.version)?.title.clone();
                        of_versions.push(GainNumbers { programme, version: row.label.clone(), gain: *gain });
                    }
                }
                Ok(Some(Numbers {
                    published: last.published,
                    cohorts: last.cohorts,
                    total: past.last().total,
                    tables: Dimension::ALL.iter().map(|dimension| table(&past, *dimension, &labels)).collect(),
                    gains: of_versions,
                }))
            })
            .await?;
        match found {
            Some(numbers) => Ok(numbers),
            None => Err(made.err().map_or(PageRefused::NotFound, PageRefused::Unavailable)),
        }
    }
}

fn table(past: &Past, dimension: Dimension, labels: &BTreeMap<Group, String>) -> NumbersTable {
    let page = past.last();
    let group = |key: String| {
        let group = Group::Of(dimension, key.clone());
        let label = labels.get(&group).cloned().unwrap_or_default();
        NumbersGroup { key, label, figures: page.figures(&group) }
    };
    let mut groups: Vec<NumbersGroup> = match listed(dimension) {
        Some(keys) => keys.into_iter().map(group).collect(),
        None => {
            let shown = page.tables.get(&dimension).into_iter().flat_map(BTreeMap::keys);
            let mut groups: Vec<NumbersGroup> = shown.filter(|key| !key.is_empty()).cloned().map(group).collect();
            groups.sort_by_key(|it| std::cmp::Reverse(it.figures.of(Measure::Enrolled)));
            groups
        }
    };
    // Whoever is counted is in a cohort.
    if dimension != Dimension::Cohort {
        groups.push(group(String::new()));
    }
    let rest = |measure: &Measure| Some((*measure, u64::try_from(page.rest(dimension, *measure)?).ok()?));
    NumbersTable { dimension, groups, rest: Measure::ALL.iter().filter_map(rest).collect() }
}

/// The groups that have their row whatever is shown of them. Of the others there may be any number, and a row for each that holds
/// nobody would hide those that tell something: of them only what is shown has a row.
fn listed(dimension: Dimension) -> Option<Vec<String>> {
    let words = |all: Vec<&str>| Some(all.into_iter().map(str::to_owned).collect());
    match dimension {
        Dimension::Sector => words(Sector::ALL.iter().map(|it| it.as_str()).collect()),
        Dimension::Department => Some(departments().iter().map(|it| it.code.to_string()).collect()),
        Dimension::Sex => words(Sex::ALL.iter().map(|it| it.as_str()).collect()),
        Dimension::People => words(People::ALL.iter().map(|it| it.as_str()).collect()),
        Dimension::Organisation | Dimension::Community | Dimension::Cohort => None,
    }
}
