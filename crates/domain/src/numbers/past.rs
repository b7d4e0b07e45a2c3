//! What was ever shown, as far as the next publication must be held against it.

use super::{Dimension, FEWEST, Group, Measure, Move, Publication, whole};
use std::collections::{BTreeMap, BTreeSet};

/// All publications so far. The first is made against none.
#[derive(Clone, Debug, Default)]
pub struct Past {
    last: Publication,
    /// Every figure that a group has ever had.
    figures: BTreeMap<(Group, Measure), BTreeSet<u64>>,
    /// By table and measure, for each set of groups that was shown at a time: every rest that was left beside it.
    rests: BTreeMap<(Dimension, Measure), BTreeMap<BTreeSet<String>, BTreeSet<i64>>>,
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
                let shown = self.last.tables.get(dimension).into_iter().flatten();
                let shown = shown.filter(|(_, figures)| figures.of(*measure).is_some()).map(|(key, _)| key.clone());
                let beside = self.rests.entry((*dimension, *measure)).or_default();
                beside.entry(shown.collect()).or_default().insert(rest);
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
        let (Some(total), Some(beside)) = (page.total.of(measure), self.rests.get(&(dimension, measure))) else {
            return true;
        };
        let groups = page.tables.get(&dimension);
        let figure = |key: &String| groups.and_then(|groups| groups.get(key)).and_then(|it| it.of(measure));
        beside.iter().all(|(shown, rests)| {
            let rest = whole(total) - shown.iter().filter_map(figure).map(whole).sum::<i64>();
            let near = whole(FEWEST) - 1;
            rests.range(rest - near..=rest + near).all(|before| *before == rest)
        })
    }
}
