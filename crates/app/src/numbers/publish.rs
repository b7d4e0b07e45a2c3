//! Makes the next publication of the numbers, once the last no longer stands. What it may show is said by `domain::numbers`.

use crate::quizzes::{Over, both, pairs_of, tests_of};
use crate::{Telar, Unavailable};
use domain::Moment;
use domain::numbers::{Counts, Dimension, Group, MeanGain, Move, Past, STANDS, Truth, may_move};
use domain::people::likened;
use std::collections::BTreeMap;
use store::{FigureRow, GainRow, PublicationRow, Reading};

struct Draft {
    /// The publication that it follows.
    after: Option<Moment>,
    publication: PublicationRow,
    figures: Vec<FigureRow>,
    gains: Vec<GainRow>,
}

/// What groups are called where their keys do not say it.
type Labels = BTreeMap<Group, String>;

impl Telar {
    /// Does nothing while the last publication stands.
    pub(super) async fn publish_numbers(&self) -> Result<(), Unavailable> {
        let (telar, now) = (self.clone(), self.now());
        // All is read at one moment, beside whoever writes; only what came of it is written.
        let Some(draft) = self.read(move |reading| draft(&telar, reading, now)).await? else { return Ok(()) };
        self.write(move |writing| {
            // Of two that were asked for at once, one is kept.
            if writing.last_publication()?.map(|it| it.published) != draft.after {
                return Ok(());
            }
            writing.add_publication(draft.publication)?;
            for row in &draft.figures {
                writing.add_published_figure(row)?;
            }
            for row in &draft.gains {
                writing.add_published_gain(row)?;
            }
            Ok(())
        })
        .await
    }
}

fn draft(telar: &Telar, reading: &mut Reading<'_>, now: Moment) -> Result<Option<Draft>, Unavailable> {
    let after = reading.last_publication()?.map(|it| it.published);
    if after.is_some_and(|before| now - before < STANDS) {
        return Ok(None);
    }
    let (truth, called) = truth(reading)?;
    let before = reading.published_figures()?;
    let mut labels = Labels::new();
    for row in &before {
        labels.entry(row.what.group.clone()).or_insert_with(|| row.label.clone());
    }
    let figures = Past::of(by_publication(before)).publish(&truth).into_iter().map(|what| {
        // What a group was called when it was first shown: how one person more writes it changes nothing.
        let label = labels.get(&what.group).or_else(|| called.get(&what.group)).cloned().unwrap_or_default();
        FigureRow { published: now, what, label }
    });
    Ok(Some(Draft {
        after,
        publication: PublicationRow { published: now, cohorts: reading.cohort_count()? },
        figures: figures.collect(),
        gains: gains(telar, reading, now)?,
    }))
}

/// The moves of each publication, the first first.
pub(super) fn by_publication(rows: Vec<FigureRow>) -> Vec<Vec<Move>> {
    let mut publications: BTreeMap<Moment, Vec<Move>> = BTreeMap::new();
    for row in rows {
        publications.entry(row.published).or_default().push(row.what);
    }
    publications.into_values().collect()
}

/// How things stand, by the same number of queries for five people and five thousand.
fn truth(reading: &mut Reading<'_>) -> Result<(Truth, Labels), Unavailable> {
    let mut truth = Truth::default();
    let mut labels = Labels::new();
    for dimension in Dimension::ALL {
        let rows = reading.counts_by(*dimension)?;
        if *dimension == Dimension::Sector {
            rows.iter().for_each(|(_, counts)| truth.total += *counts);
        }
        if *dimension == Dimension::Organisation {
            labels.extend(spellings(&rows));
        }
        let groups = truth.tables.entry(*dimension).or_default();
        for (word, counts) in rows {
            let key = if *dimension == Dimension::Organisation { likened(&word) } else { word };
            *groups.entry(key).or_default() += counts;
        }
    }
    for cohort in reading.cohorts()? {
        labels.insert(Group::Of(Dimension::Cohort, cohort.cohort.to_string()), cohort.name.as_str().to_owned());
    }
    Ok((truth, labels))
}

/// Of the ways in which people write one organisation, that of most people.
fn spellings(rows: &[(String, Counts)]) -> Labels {
    let mut best: BTreeMap<Group, (u64, &str)> = BTreeMap::new();
    for (word, counts) in rows {
        let way = best.entry(Group::Of(Dimension::Organisation, likened(word))).or_default();
        if counts.enrolled > way.0 {
            *way = (counts.enrolled, word.trim());
        }
    }
    best.into_iter().map(|(group, (_, word))| (group, word.to_owned())).collect()
}

/// The mean gains that move. Queries by version and pair, not by person.
fn gains(telar: &Telar, reading: &mut Reading<'_>, now: Moment) -> Result<Vec<GainRow>, Unavailable> {
    let shown = reading.published_gains()?;
    let mut moved = Vec::new();
    for row in reading.versions()? {
        let programme = telar.shelf().take(reading, row.version)?;
        for pair in pairs_of(&programme) {
            let Some((before, after)) = tests_of(&programme, pair) else { continue };
            let gains = both(reading, Over::Version(row.version), (before, after))?.gains((before, after));
            let Some(gain) = MeanGain::of(&gains.whole) else { continue };
            let earlier = shown.iter().filter(|it| it.version == row.version && it.tests == pair);
            let earlier: Vec<u64> = earlier.map(|it| it.gain.pairs).collect();
            if may_move(&earlier, gain.pairs, reading.people_of_version(row.version)?) {
                moved.push(GainRow { published: now, version: row.version, tests: pair.to_owned(), gain });
            }
        }
    }
    Ok(moved)
}
