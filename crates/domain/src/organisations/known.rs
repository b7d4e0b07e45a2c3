//! Who is who among organisations, from their rows: which stands for a double, which holds a name that two claim, what lies under what.
//! Two nodes may have merged and moved at once; everything here follows from the rows alone, so that it is the same on both.

use super::{Logo, OrganisationKind, Seat};
use crate::facts::Clock;
use crate::ids::OrganisationId;
use crate::people::{Sector, likened};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// How many levels there are at most, the highest being the first.
pub const DEEPEST: usize = 6;

/// An organisation as its own facts say.
#[derive(Clone, Debug, PartialEq)]
pub struct Registered {
    pub organisation: OrganisationId,
    /// The first is the one that it goes by.
    pub names: Vec<Claim>,
    pub sector: Option<Sector>,
    pub kind: OrganisationKind,
    pub parent: Option<OrganisationId>,
    pub seat: Option<Seat>,
    pub logo: Option<Logo>,
    /// When it was last kept.
    pub kept: Clock,
    pub merged: Option<Merged>,
}

/// A name, and since when without a break the organisation has borne it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    pub name: String,
    pub since: Clock,
}

/// It was found to be the same as another, which stands for both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    pub into: OrganisationId,
    pub at: Clock,
}

/// An organisation that stands, with what its doubles brought.
#[derive(Clone, Debug, PartialEq)]
pub struct OrganisationCard {
    pub organisation: OrganisationId,
    pub name: String,
    /// Its own first, then those of its doubles.
    pub other_names: Vec<String>,
    pub sector: Option<Sector>,
    pub kind: OrganisationKind,
    pub parent: Option<OrganisationId>,
    pub seat: Option<Seat>,
    pub logo: Option<Logo>,
}

/// All organisations at one moment.
///
/// - A merge is followed to its end. Of merges in a circle, the last by (clock, id) does not hold; nor does one into what is not there.
/// - A name that two claim belongs to the one that has borne it longest, then to the lower id.
/// - What lay under a double lies under the one that stands. Of parents in a circle, the one that was set last does not hold.
/// - A double's logo is taken where the one that stands has none; of several, that of the first merge.
#[derive(Clone, Debug, Default)]
pub struct Known {
    rows: BTreeMap<OrganisationId, Registered>,
    /// Of each double, the one that stands for it.
    standing: HashMap<OrganisationId, OrganisationId>,
    cards: HashMap<OrganisationId, OrganisationCard>,
    /// By likened name: since when, and by whom it is borne.
    names: HashMap<String, (Clock, OrganisationId)>,
}

/// One edge each: where it leads, and when it was drawn.
type Edges = BTreeMap<OrganisationId, (OrganisationId, Clock)>;

/// Takes the last edge out of every circle.
fn without_circles(mut edges: Edges) -> Edges {
    let mut done: BTreeSet<OrganisationId> = BTreeSet::new();
    let starts: Vec<OrganisationId> = edges.keys().copied().collect();
    for start in starts {
        let mut path = Vec::new();
        let mut at = start;
        while !done.contains(&at) {
            done.insert(at);
            path.push(at);
            let Some((next, _)) = edges.get(&at) else { break };
            at = *next;
            if let Some(from) = path.iter().position(|it| *it == at) {
                let last = path[from..].iter().max_by_key(|it| (edges.get(it).map(|(_, clock)| *clock), **it));
                if let Some(last) = last.copied() {
                    edges.remove(&last);
                }
                break;
            }
        }
    }
    edges
}

/// Where the edges lead from here; they have no circles.
fn end(edges: &Edges, mut at: OrganisationId) -> OrganisationId {
    while let Some((next, _)) = edges.get(&at) {
        at = *next;
    }
    at
}

impl Known {
    pub fn new(rows: Vec<Registered>) -> Self {
        let rows: BTreeMap<_, _> = rows.into_iter().map(|row| (row.organisation, row)).collect();
        let merges = rows.values().filter_map(|row| row.merged.map(|it| (row.organisation, (it.into, it.at))));
        let merges = without_circles(merges.filter(|(_, (into, _))| rows.contains_key(into)).collect());
        let standing: HashMap<_, _> =
            merges.keys().map(|double| (*double, end(&merges, *double))).filter(|(from, to)| from != to).collect();
        let stands = |id: OrganisationId| standing.get(&id).copied().unwrap_or(id);
        let above = rows.values().filter(|row| !standing.contains_key(&row.organisation)).filter_map(|row| {
            let parent = stands(row.parent?);
            let holds = rows.contains_key(&parent) && parent != row.organisation;
            holds.then_some((row.organisation, (parent, row.kept)))
        });
        let above = without_circles(above.collect());
        let mut names: HashMap<String, (Clock, OrganisationId)> = HashMap::new();
        for row in rows.values() {
            for claim in &row.names {
                let this = (claim.since, row.organisation);
                let first = names.entry(likened(&claim.name)).or_insert(this);
                *first = (*first).min(this);
            }
        }
        let mut cards: HashMap<OrganisationId, OrganisationCard> = HashMap::new();
        let mut doubles: Vec<&Registered> = Vec::new();
        for row in rows.values() {
            if standing.contains_key(&row.organisation) {
                doubles.push(row);
            } else {
                cards.insert(row.organisation, card(row, above.get(&row.organisation).map(|(parent, _)| *parent)));
            }
        }
        doubles.sort_by_key(|row| (row.merged.map(|it| it.at), row.organisation));
        for double in doubles {
            let Some(card) = cards.get_mut(&stands(double.organisation)) else { continue };
            for claim in &double.names {
                let known = std::iter::once(&card.name).chain(&card.other_names);
                if !known.map(|name| likened(name)).any(|name| name == likened(&claim.name)) {
                    card.other_names.push(claim.name.clone());
                }
            }
            if card.logo.is_none() {
                card.logo.clone_from(&double.logo);
            }
        }
        Self { rows, standing, cards, names }
    }

    /// These and one more, or one as it would be from now on.
    pub fn with(&self, row: Registered) -> Self {
        let mut rows = self.rows.clone();
        rows.insert(row.organisation, row);
        Self::new(rows.into_values().collect())
    }

    /// Takes one in as it will be, without reading all the others again: for a file of thousands. What it lets go of (names, what its
    /// doubles brought) is let go of in the next reading only. For one that is not there yet and to which none leads, it gives what
    /// [`Known::with`] gives.
    pub fn take_in(&mut self, row: Registered) {
        if row.merged.is_some() {
            *self = self.with(row);
            return;
        }
        for claim in &row.names {
            let this = (claim.since, row.organisation);
            let first = self.names.entry(likened(&claim.name)).or_insert(this);
            *first = (*first).min(this);
        }
        let parent = row.parent.map(|it| self.stands(it)).filter(|it| self.rows.contains_key(it));
        self.cards.insert(row.organisation, card(&row, parent));
        self.rows.insert(row.organisation, row);
    }

    /// The organisation that a text names, by whichever of its names.
    pub fn of(&self, text: &str) -> Option<&OrganisationCard> {
        let (_, bearer) = self.names.get(&likened(text))?;
        self.card(*bearer)
    }

    /// The organisation's name where a text names one; else the text itself.
    pub fn name_of<'a>(&'a self, text: &'a str) -> &'a str {
        self.of(text).map_or(text, |card| &card.name)
    }

    /// The organisation, or the one that stands for it.
    pub fn card(&self, organisation: OrganisationId) -> Option<&OrganisationCard> {
        self.cards.get(&self.stands(organisation))
    }

    /// The one that stands for it: itself, where it is no double.
    pub fn stands(&self, organisation: OrganisationId) -> OrganisationId {
        self.standing.get(&organisation).copied().unwrap_or(organisation)
    }

    /// As its own facts say, double or not.
    pub fn row(&self, organisation: OrganisationId) -> Option<&Registered> {
        self.rows.get(&organisation)
    }

    /// Those that stand, by their names as they sort.
    pub fn by_name(&self) -> Vec<&OrganisationCard> {
        let mut all: Vec<&OrganisationCard> = self.cards.values().collect();
        all.sort_by_cached_key(|card| (likened(&card.name), card.organisation));
        all
    }

    /// How many stand.
    pub fn len(&self) -> usize {
        self.cards.len()
    }

    pub fn is_empty(&self) -> bool {
        self.cards.is_empty()
    }

    /// Those right under it, by name.
    pub fn under(&self, organisation: OrganisationId) -> Vec<&OrganisationCard> {
        let mut all: Vec<&OrganisationCard> =
            self.cards.values().filter(|card| card.parent == Some(organisation)).collect();
        all.sort_by_cached_key(|card| (likened(&card.name), card.organisation));
        all
    }

    /// Those above it, the nearest first.
    pub fn above(&self, organisation: OrganisationId) -> Vec<&OrganisationCard> {
        std::iter::successors(self.cards.get(&organisation), |card| self.cards.get(&card.parent?)).skip(1).collect()
    }

    /// Each that stands with itself and all those above it: what a sum over all below needs.
    pub fn lines(&self) -> impl Iterator<Item = (OrganisationId, Vec<OrganisationId>)> {
        self.cards.keys().map(|id| (*id, self.above(*id).into_iter().map(|card| card.organisation).collect()))
    }

    /// How many levels lie from the top to the deepest that is under it, itself among them.
    pub fn levels_through(&self, organisation: OrganisationId) -> usize {
        let own = self.above(organisation).len() + 1;
        if !self.cards.values().any(|card| card.parent == Some(organisation)) {
            return own;
        }
        let deeper = self.lines().filter(|(_, above)| above.contains(&organisation)).map(|(_, above)| above.len() + 1);
        deeper.max().map_or(own, |deepest| deepest.max(own))
    }

    /// Whether one lies somewhere under the other.
    pub fn is_under(&self, lower: OrganisationId, upper: OrganisationId) -> bool {
        self.above(self.stands(lower)).iter().any(|card| card.organisation == self.stands(upper))
    }

    /// The doubles for which it stands.
    pub fn doubles_of(&self, organisation: OrganisationId) -> Vec<&Registered> {
        let doubles = self
            .rows
            .values()
            .filter(|row| self.standing.get(&row.organisation).is_some_and(|stands| *stands == organisation));
        doubles.collect()
    }
}

fn card(row: &Registered, parent: Option<OrganisationId>) -> OrganisationCard {
    let mut names = row.names.iter().map(|claim| claim.name.clone());
    OrganisationCard {
        organisation: row.organisation,
        name: names.next().unwrap_or_default(),
        other_names: names.collect(),
        sector: row.sector,
        kind: row.kind,
        parent,
        seat: row.seat,
        logo: row.logo.clone(),
    }
}

#[cfg(test)]
#[path = "known_tests.rs"]
mod tests;
