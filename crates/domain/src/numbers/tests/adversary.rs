//! Somebody who keeps every publication there ever was and looks in them for a number of one to four people. She shares no code with
//! the rules: whatever she computes, she computes from what is shown.

use crate::numbers::{Dimension, Figures, Measure, Publication};
use std::collections::BTreeMap;

/// Of a hundred people and more, a small number who have not completed is nobody whom a reader knows.
const KNOWN: i64 = 100;

/// What she finds, in words; nothing, where the publications keep their promise.
pub fn finds(publications: &[Publication]) -> Vec<String> {
    let mut found = Vec::new();
    for (at, page) in publications.iter().enumerate() {
        in_one(page, &mut |what| found.push(format!("publication {at}: {what}")));
        for (later, other) in publications.iter().enumerate().skip(at + 1) {
            between(page, other, &mut |what| found.push(format!("publications {at} and {later}: {what}")));
        }
    }
    found
}

fn few(number: i64) -> bool {
    (1..=4).contains(&number.abs())
}

fn shown(figures: Figures, measure: Measure) -> Option<i64> {
    figures.of(measure).map(|figure| i64::try_from(figure).unwrap())
}

fn groups(page: &Publication, dimension: Dimension) -> BTreeMap<&str, Figures> {
    page.tables.get(&dimension).into_iter().flatten().map(|(key, figures)| (key.as_str(), *figures)).collect()
}

/// Each figure; each total less the rows; each column less each other, by row, in total, and for whoever is in neither.
fn in_one(page: &Publication, tell: &mut impl FnMut(String)) {
    let mut rows = vec![("all".to_owned(), page.total)];
    for dimension in Dimension::ALL {
        rows.extend(groups(page, *dimension).iter().map(|(key, figures)| (format!("{dimension:?} {key}"), *figures)));
    }
    for (row, figures) in &rows {
        for measure in Measure::ALL {
            if shown(*figures, *measure).is_some_and(|it| it < 5) {
                tell(format!("{row}: {measure:?} is {:?}", figures.of(*measure)));
            }
            for other in Measure::ALL {
                let (Some(a), Some(b)) = (shown(*figures, *measure), shown(*figures, *other)) else { continue };
                if few(a - b) && a.max(b) < KNOWN {
                    tell(format!("{row}: {measure:?} {a} less {other:?} {b}"));
                }
                if measure < other && a < b {
                    tell(format!("{row}: {a} {measure:?} and yet {b} {other:?}"));
                }
            }
        }
    }
    for dimension in Dimension::ALL {
        let groups = groups(page, *dimension);
        for measure in Measure::ALL {
            let Some(total) = shown(page.total, *measure) else { continue };
            let rest = total - groups.values().filter_map(|it| shown(*it, *measure)).sum::<i64>();
            if few(rest) || rest < 0 {
                tell(format!("{dimension:?} {measure:?}: {total} less its rows is {rest}"));
            }
            for other in Measure::ALL {
                let Some(part) = shown(page.total, *other) else { continue };
                let hides = |figures: &Figures, measure| shown(*figures, measure).is_none();
                let sum = |which: &dyn Fn(&Figures) -> bool, measure| -> i64 {
                    groups.values().filter(|it| which(it)).filter_map(|it| shown(*it, measure)).sum()
                };
                let both = |it: &Figures| !hides(it, *measure) && !hides(it, *other);
                let mut sets = vec![(total - sum(&both, *measure), part - sum(&both, *other))];
                // If nobody is in a row that shows nothing, then the one row that hides a column holds what that column lacks.
                if groups.values().all(|it| !(hides(it, *measure) && hides(it, *other))) {
                    let missing = |it: &Figures| hides(it, *measure);
                    sets.push((rest, sum(&missing, *other)));
                }
                for (all, some) in sets {
                    if few(all - some) && all.max(some) < KNOWN {
                        tell(format!("{dimension:?}, elsewhere: {measure:?} {all} less {other:?} {some}"));
                    }
                }
            }
        }
    }
}

/// Each figure less what it was; and each total less the rows that both show, less what that was.
fn between(page: &Publication, later: &Publication, tell: &mut impl FnMut(String)) {
    for measure in Measure::ALL {
        let totals = shown(page.total, *measure).zip(shown(later.total, *measure));
        if let Some((before, after)) = totals
            && few(after - before)
        {
            tell(format!("all {measure:?}: {before}, then {after}"));
        }
        for dimension in Dimension::ALL {
            let (before, after) = (groups(page, *dimension), groups(later, *dimension));
            let mut moved = 0;
            for (key, figures) in &before {
                let now = after.get(key).and_then(|it| shown(*it, *measure));
                let Some((a, b)) = shown(*figures, *measure).zip(now) else { continue };
                if few(b - a) {
                    tell(format!("{dimension:?} {key} {measure:?}: {a}, then {b}"));
                }
                moved += b - a;
            }
            if let Some((a, b)) = totals
                && few(b - a - moved)
            {
                tell(format!("{dimension:?} {measure:?}: the total moved by {}, its rows by {moved}", b - a));
            }
        }
    }
}
