//! Small counts are suppressed so that nobody is recognised, and enough others beside them that a total gives none away.

use crate::cohorts::Funnel;
use std::collections::{BTreeMap, BTreeSet};

/// Fewer people than this are never shown.
const FEWEST: u64 = 5;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Holds 1 to 4 people, or protects another group that does.
    Suppressed,
    /// A part that is none is suppressed by itself.
    Count { enrolled: u64, completed: Option<u64>, certified: Option<u64> },
}

/// Suppresses every count of 1 to 4, column by column. What is suppressed must not be found by taking the shown counts from
/// the column's total: so the suppressed ones together hold at least five people and are at least two, taking the smallest
/// of the others until they do. Where a group's enrolled are suppressed, so are their parts.
pub fn suppressed<K: Ord + Clone>(groups: BTreeMap<K, Funnel>) -> Vec<(K, Cell)> {
    let hidden = hide(&groups, &BTreeSet::new(), |it| it.enrolled);
    let completed = hide(&groups, &hidden, |it| it.completed);
    let certified = hide(&groups, &hidden, |it| it.certified);
    groups
        .into_iter()
        .map(|(key, it)| {
            let part = |column: &BTreeSet<K>, count| (!column.contains(&key)).then_some(count);
            let count = Cell::Count {
                enrolled: it.enrolled,
                completed: part(&completed, it.completed),
                certified: part(&certified, it.certified),
            };
            let cell = if hidden.contains(&key) { Cell::Suppressed } else { count };
            (key, cell)
        })
        .collect()
}

/// The groups whose count is not shown, given those that are hidden already.
fn hide<K: Ord + Clone>(
    groups: &BTreeMap<K, Funnel>,
    already: &BTreeSet<K>,
    count: impl Fn(&Funnel) -> u64,
) -> BTreeSet<K> {
    let small = |it: &Funnel| (1..FEWEST).contains(&count(it));
    let mut hidden: BTreeSet<K> = groups.iter().filter(|(_, it)| small(it)).map(|(key, _)| key.clone()).collect();
    hidden.extend(already.iter().cloned());
    let mut shown: Vec<(u64, K)> = groups
        .iter()
        .filter(|(key, it)| !hidden.contains(*key) && count(it) > 0)
        .map(|(key, it)| (count(it), key.clone()))
        .collect();
    shown.sort();
    let mut shown = shown.into_iter();
    let counted = |hidden: &BTreeSet<K>| {
        let counts = hidden.iter().filter_map(|key| groups.get(key)).map(&count).filter(|count| *count > 0);
        counts.fold((0_u64, 0_u64), |(cells, people), count| (cells + 1, people + count))
    };
    loop {
        let (cells, people) = counted(&hidden);
        if cells == 0 || (cells >= 2 && people >= FEWEST) {
            return hidden;
        }
        match shown.next() {
            Some((_, key)) => hidden.insert(key),
            None => return hidden,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(enrolled: u64, completed: u64) -> Funnel {
        Funnel { enrolled, completed, ..Funnel::default() }
    }

    #[test]
    fn one_small_group_takes_the_next_smallest_with_it() {
        let groups = BTreeMap::from([(1, group(2, 0)), (2, group(9, 0)), (3, group(7, 0)), (4, group(0, 0))]);
        let cells = suppressed(groups);
        let hidden: Vec<i32> =
            cells.iter().filter(|(_, cell)| *cell == Cell::Suppressed).map(|(key, _)| *key).collect();
        assert_eq!(hidden, vec![1, 3]);
    }

    #[test]
    fn a_small_part_is_hidden_and_the_group_is_shown() {
        let cells = suppressed(BTreeMap::from([(1, group(16, 4)), (2, group(9, 6)), (3, group(8, 7))]));
        let expected = |enrolled, completed| Cell::Count { enrolled, completed, certified: Some(0) };
        assert_eq!(cells, vec![(1, expected(16, None)), (2, expected(9, None)), (3, expected(8, Some(7)))]);
    }

    #[test]
    fn nothing_small_hides_nothing_and_nought_is_shown() {
        let cells = suppressed(BTreeMap::from([(1, group(5, 0)), (2, group(0, 0))]));
        assert!(cells.iter().all(|(_, cell)| *cell != Cell::Suppressed));
    }
}
