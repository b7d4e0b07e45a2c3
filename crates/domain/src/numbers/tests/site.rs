//! A site that people enter, leave, are erased from, go on in and are corrected in.

use crate::numbers::{Counts, Dimension, Truth};
use crate::statistics::Score;
use proptest::prelude::*;
use std::collections::BTreeMap;

const TABLES: [(Dimension, u8); 4] =
    [(Dimension::Sector, 5), (Dimension::Sex, 3), (Dimension::Department, 9), (Dimension::Cohort, 2)];

#[derive(Clone, Debug)]
pub enum Deed {
    /// By her group in each table, and how far she is: 0 to 3.
    Enters([u8; 4], u8),
    Leaves(usize),
    GoesOn(usize),
    /// Her certificate is revoked, or a completion taken back.
    GoesBack(usize),
    Corrects(usize, usize, u8),
}

impl Deed {
    /// Somebody of a large group, as most are, a little further each day.
    pub fn many(day: usize) -> Self {
        let small = |of: usize| u8::try_from(day % of).unwrap_or_default();
        Self::Enters([small(5), small(2), small(7), small(2)], small(4))
    }
}

#[derive(Default)]
pub struct Site(Vec<([u8; 4], u8)>);

impl Site {
    pub fn after(&mut self, deeds: &[Deed]) -> Truth {
        deeds.iter().for_each(|deed| self.sees(deed));
        let mut truth = Truth::default();
        for (table, (dimension, groups)) in TABLES.into_iter().enumerate() {
            let rows: &mut BTreeMap<String, Counts> = truth.tables.entry(dimension).or_default();
            for (of, far) in &self.0 {
                let step = |at: u8| u64::from(*far >= at);
                let counts = Counts { enrolled: 1, active: step(1), completed: step(2), certified: step(3) };
                *rows.entry((of[table] % groups).to_string()).or_default() += counts;
                if table == 0 {
                    truth.total += counts;
                }
            }
        }
        truth
    }

    fn sees(&mut self, deed: &Deed) {
        if let Deed::Enters(groups, far) = *deed {
            return self.0.push((groups, far));
        }
        let (Deed::Leaves(who) | Deed::GoesOn(who) | Deed::GoesBack(who) | Deed::Corrects(who, ..)) = *deed else {
            return;
        };
        let Some(at) = who.checked_rem(self.0.len()) else { return };
        let (groups, far) = &mut self.0[at];
        match *deed {
            Deed::Enters(..) => {}
            Deed::Leaves(_) => drop(self.0.swap_remove(at)),
            Deed::GoesOn(_) => *far = (*far + 1).min(3),
            Deed::GoesBack(_) => *far = far.saturating_sub(1),
            Deed::Corrects(_, table, group) => groups[table] = group,
        }
    }
}

/// A score of so many points of four.
pub fn score(points: u8) -> Score {
    Score::of(points, 4).expect("a part of the points")
}

/// Most people are in the first groups, so that there are large ones and small ones.
fn group() -> impl Strategy<Value = u8> {
    prop_oneof![6 => Just(0_u8), 3 => Just(1), 2 => 0..4_u8, 1 => 0..9_u8]
}

fn enters() -> impl Strategy<Value = Deed> {
    ([group(), group(), group(), group()], 0..4_u8).prop_map(|(groups, far)| Deed::Enters(groups, far))
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        4 => enters(),
        2 => any::<usize>().prop_map(Deed::Leaves),
        5 => any::<usize>().prop_map(Deed::GoesOn),
        1 => any::<usize>().prop_map(Deed::GoesBack),
        2 => (any::<usize>(), 0..4_usize, group()).prop_map(|(who, table, group)| Deed::Corrects(who, table, group)),
    ]
}

/// What happens before each publication: many who enter at first, then few things or many.
pub fn deeds() -> impl Strategy<Value = Vec<Vec<Deed>>> {
    let later = prop_oneof![
        3 => prop::collection::vec(deed(), 0..6),
        2 => prop::collection::vec(deed(), 0..40),
        1 => prop::collection::vec(any::<usize>().prop_map(Deed::Leaves), 0..60),
    ];
    (prop::collection::vec(enters(), 0..160), prop::collection::vec(later, 0..14)).prop_map(|(first, later)| {
        let mut days = vec![first];
        days.extend(later);
        days
    })
}
