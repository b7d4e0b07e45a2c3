//! The next publication: what is shown stays as it is, but for the moves that may be made. They are tried one after another, each
//! upon a page on which every rule holds, and made where every rule holds after it as well. So whatever comes out keeps the rules,
//! and a publication without any move, which always may be made, is the one before.

use super::{
    Dimension, FEWEST, Figures, Group, KNOWN, Measure, Move, Past, Publication, Truth, tells_of_no_few, whole,
};
use std::cmp::Reverse;

/// Which column is tried first, and so is shown where two of them do not go together: who came, then what she has to show for it.
const ORDER: [Measure; 4] = [Measure::Enrolled, Measure::Certified, Measure::Completed, Measure::Active];

impl Past {
    /// What a publication that is made now shows otherwise than the last. Nothing, where nothing may move.
    pub fn publish(&self, truth: &Truth) -> Vec<Move> {
        let mut page = self.last().clone();
        let mut wishes = self.wishes(truth);
        let mut moves = Vec::new();
        // What a move forbids, another that comes later may allow: so again, until none is made any more.
        loop {
            let before = wishes.len();
            wishes.retain(|wish| {
                let kept = page.figures(&wish.group).of(wish.measure);
                page.set(&wish.group, wish.measure, Some(wish.figure));
                let may = self.allows(&page, &wish.group, wish.measure);
                if may {
                    moves.push(wish.clone());
                } else {
                    page.set(&wish.group, wish.measure, kept);
                }
                !may
            });
            if wishes.len() == before {
                return moves;
            }
        }
    }

    /// What would be shown if only the figure itself had to bear it: by column, the total first, then the greatest move.
    fn wishes(&self, truth: &Truth) -> Vec<Move> {
        let all = std::iter::once((Group::All, truth.total));
        let groups = truth.tables.iter().flat_map(|(dimension, groups)| {
            groups.iter().map(|(key, counts)| (Group::Of(*dimension, key.clone()), *counts))
        });
        let counted: Vec<_> = all.chain(groups).collect();
        let mut wishes: Vec<(usize, bool, Reverse<u64>, Move)> = Vec::new();
        for (place, measure) in ORDER.into_iter().enumerate() {
            for (group, counts) in &counted {
                let (kept, figure) = (self.last().figures(group).of(measure), counts.of(measure));
                if figure >= FEWEST && kept != Some(figure) && self.bears(group, measure, figure) {
                    let by = figure.abs_diff(kept.unwrap_or_default());
                    let wish = Move { group: group.clone(), measure, figure };
                    wishes.push((place, *group != Group::All, Reverse(by), wish));
                }
            }
        }
        wishes.sort_by(|a, b| (a.0, a.1, a.2, &a.3.group).cmp(&(b.0, b.1, b.2, &b.3.group)));
        wishes.into_iter().map(|(.., wish)| wish).collect()
    }

    /// Whether every rule that this figure is part of holds on the page.
    fn allows(&self, page: &Publication, group: &Group, measure: Measure) -> bool {
        let figures = page.figures(group);
        let beside_total = match group {
            Group::All => true,
            Group::Of(..) => page.total.of(measure).is_some(),
        };
        let tables = match group {
            Group::All => Dimension::ALL,
            Group::Of(dimension, _) => std::slice::from_ref(dimension),
        };
        beside_total
            && figures.of(Measure::Enrolled).is_some()
            && row_holds(figures)
            && tables.iter().all(|dimension| {
                rest_holds(page, *dimension, measure)
                    && self.bears_rest(page, *dimension, measure)
                    && others_hold(page, *dimension, measure)
            })
    }
}

/// No part is greater than what it is part of, and how many are missing to it is no small number of people whom a reader may know.
fn row_holds(figures: Figures) -> bool {
    pairs().all(|(whole, part)| match (figures.of(whole), figures.of(part)) {
        (Some(all), Some(some)) => all >= KNOWN && some <= all || all == some || all >= some + FEWEST,
        _ => true,
    })
}

/// Who is in no group that is shown: nobody, or [`FEWEST`] at least.
fn rest_holds(page: &Publication, dimension: Dimension, measure: Measure) -> bool {
    page.rest(dimension, measure).is_none_or(|rest| rest >= 0 && tells_of_no_few(rest))
}

/// What [`row_holds`] asks of each row, asked of every other set of people of whom a reader can work out both counts: those whose
/// row does not show both; and, where the rows that hide one show the other, those of these rows, as if nobody were elsewhere.
fn others_hold(page: &Publication, dimension: Dimension, changed: Measure) -> bool {
    pairs().filter(|(all, part)| *all == changed || *part == changed).all(|(all, part)| {
        let (Some(people), Some(some)) = (page.total.of(all).map(whole), page.total.of(part).map(whole)) else {
            return true;
        };
        let mut neither = Some((people, some));
        let (mut without_all, mut without_part) = (Some((people, 0)), Some((0, some)));
        for figures in page.groups(dimension) {
            let shown = (figures.of(all).map(whole), figures.of(part).map(whole));
            match shown {
                (Some(all), Some(some)) => {
                    neither = less(neither, (all, some));
                    without_all = less(without_all, (all, 0));
                    without_part = less(without_part, (0, some));
                }
                (Some(all), None) => {
                    without_all = less(without_all, (all, 0));
                    without_part = less(without_part, (-all, 0));
                }
                (None, Some(some)) => {
                    without_all = less(without_all, (0, -some));
                    without_part = less(without_part, (0, some));
                }
                (None, None) => (without_all, without_part) = (None, None),
            }
        }
        let holds = |(all, some): (i64, i64)| tells_of_no_few(all - some) || all >= whole(KNOWN);
        [neither, without_all, without_part].into_iter().flatten().all(holds)
    })
}

fn less(of: Option<(i64, i64)>, (all, some): (i64, i64)) -> Option<(i64, i64)> {
    of.map(|(whole, part)| (whole - all, part - some))
}

/// Each measure with each that is part of it.
fn pairs() -> impl Iterator<Item = (Measure, Measure)> {
    let all = Measure::ALL.iter().copied();
    all.flat_map(|whole| Measure::ALL.iter().copied().filter(move |part| *part > whole).map(move |part| (whole, part)))
}
