//! Small cells are suppressed so that nobody is recognised, and enough others beside them that a total gives none away.

use crate::cohorts::Funnel;
use std::collections::BTreeMap;

/// Fewer people than this are never shown.
const FEWEST: u64 = 5;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Holds a count of 1 to 4, or protects another cell that does.
    Suppressed,
    Count { enrolled: u64, completed: u64, certified: u64 },
}

fn is_small(count: u64) -> bool {
    (1..FEWEST).contains(&count)
}

/// Suppresses every group with a count of 1 to 4. What is suppressed must not be found by taking the shown groups from the
/// total: so the suppressed groups together hold at least five people and are at least two, taking the smallest of the
/// others until they do.
pub fn suppressed<K: Ord + Clone>(groups: BTreeMap<K, Funnel>) -> Vec<(K, Cell)> {
    let small = |it: &Funnel| [it.enrolled, it.completed, it.certified].into_iter().any(is_small);
    let mut hidden: Vec<K> = groups.iter().filter(|(_, it)| small(it)).map(|(key, _)| key.clone()).collect();
    let mut shown: Vec<(u64, K)> =
        groups.iter().filter(|(_, it)| !small(it) && it.enrolled > 0).map(|(key, it)| (it.enrolled, key.clone())).collect();
    shown.sort();
    let mut shown = shown.into_iter();
    let people = |hidden: &[K]| hidden.iter().filter_map(|key| groups.get(key)).map(|it| it.enrolled).sum::<u64>();
    while !hidden.is_empty() && (hidden.len() < 2 || people(&hidden) < FEWEST) {
        match shown.next() {
            Some((_, key)) => hidden.push(key),
            None => break,
        }
    }
    groups
        .into_iter()
        .map(|(key, it)| {
            let count = Cell::Count { enrolled: it.enrolled, completed: it.completed, certified: it.certified };
            let cell = if hidden.contains(&key) { Cell::Suppressed } else { count };
            (key, cell)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(enrolled: u64) -> Funnel {
        Funnel { enrolled, ..Funnel::default() }
    }

    #[test]
    fn one_small_group_takes_the_next_smallest_with_it() {
        let cells = suppressed(BTreeMap::from([(1, group(2)), (2, group(9)), (3, group(7)), (4, group(0))]));
        let hidden: Vec<i32> = cells.iter().filter(|(_, cell)| *cell == Cell::Suppressed).map(|(key, _)| *key).collect();
        assert_eq!(hidden, vec![1, 3]);
    }

    #[test]
    fn nothing_small_hides_nothing_and_nought_is_shown() {
        let cells = suppressed(BTreeMap::from([(1, group(5)), (2, group(0))]));
        assert!(cells.iter().all(|(_, cell)| *cell != Cell::Suppressed));
    }
}
