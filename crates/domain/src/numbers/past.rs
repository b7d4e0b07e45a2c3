//! What was ever shown, as far as the next publication must be held against it.

use super::{Dimension, FEWEST, Group, Measure, Move, Publication, whole};
use std::collections::{BTreeMap, BTreeSet};

/// All publications so far. The first is made against none.
#[derive(Clone, Debug, Default)]
pub struct Past {
    last: Publication,
    /// Every figure that a group has ever had.
    figures: BTreeMap<(Group, Measure), BTreeSet<u64>>,
    columns: BTreeMap<(Dimension, Measure), Column>,
}

/// What a column of a table left of its total. Groups that were shown once stay, so the sets of groups that were ever shown are each a
/// part of the next, and are known by their number.
#[derive(Clone, Debug, Default)]
struct Column {
    /// The first set that each group is in.
    since: BTreeMap<String, usize>,
    /// Every rest that was left beside each set.
    rests: Vec<BTreeSet<i64>>,
}

impl Past {
    /// From the moves of each publication, the first first.
    pub fn of(publications: impl IntoIterator<Item = Vec<Move>>) -> Self {
        let mut past = Self::default();
        for moves in publications {
            past.add(&moves);
        }
        past
    }

    /// The publication that stands.
    pub fn last(&self) -> &Publication {
        &self.last
    }

    pub fn add(&mut self, moves: &[Move]) {
        for it in moves {
            self.last.set(&it.group, it.measure, Some(it.figure));
            self.figures.entry((it.group.clone(), it.measure)).or_default().insert(it.figure);
        }
        for dimension in Dimension::ALL {
            for measure in Measure::ALL {
                let Some(rest) = self.last.rest(*dimension, *measure) else { continue };
                let column = self.columns.entry((*dimension, *measure)).or_default();
                let shown = self.last.tables.get(dimension).into_iter().flatten();
                let shown = shown.filter(|(_, figures)| figures.of(*measure).is_some()).map(|(key, _)| key);
                let new: Vec<&String> = shown.filter(|key| !column.since.contains_key(*key)).collect();
                if !new.is_empty() || column.rests.is_empty() {
                    column.since.extend(new.into_iter().map(|key| (key.clone(), column.rests.len())));
                    column.rests.push(BTreeSet::new());
                }
                if let Some(rests) = column.rests.last_mut() {
                    rests.insert(rest);
                }
            }
        }
    }

    /// Whether a group may come to show this figure: beside none that it ever showed does it tell of one to four people.
    pub(super) fn bears(&self, group: &Group, measure: Measure, figure: u64) -> bool {
        let before = self.figures.get(&(group.clone(), measure));
        before.is_none_or(|before| before.iter().all(|it| *it == figure || it.abs_diff(figure) >= FEWEST))
    }

    /// Whether what a table leaves of its total may come to be what this page leaves. Groups that were not shown then count as
    /// not shown now, since that is what two publications have in common.
    pub(super) fn bears_rest(&self, page: &Publication, dimension: Dimension, measure: Measure) -> bool {
        let (Some(total), Some(column)) = (page.total.of(measure), self.columns.get(&(dimension, measure))) else {
            return true;
        };
        let mut shown = vec![0_i64; column.rests.len()];
        for (key, figures) in page.tables.get(&dimension).into_iter().flatten() {
            if let (Some(set), Some(figure)) = (column.since.get(key), figures.of(measure)) {
                shown[*set] += whole(figure);
            }
        }
        let mut rest = whole(total);
        column.rests.iter().zip(shown).all(|(rests, joined)| {
            rest -= joined;
            let near = whole(FEWEST) - 1;
            rests.range(rest - near..=rest + near).all(|before| *before == rest)
        })
    }
}
