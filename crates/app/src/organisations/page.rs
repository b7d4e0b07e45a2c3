//! One organisation: what it is, what lies under it, how many people wrote it, and what was done with it by whom.

use super::form::OrganisationForm;
use super::known::{known, people_by_organisation};
use super::reads;
use crate::access::Visitor;
use crate::{PageRefused, Telar, Unavailable};
use domain::Moment;
use domain::facts::{Fact, OrganisationKept, Subject, What};
use domain::ids::{OrganisationId, PersonId};
use domain::organisations::{Known, OrganisationCard, OrganisationKind};
use domain::people::PersonName;
use std::collections::HashMap;
use store::{MergeRow, StoreError};

/// Changes that a page tells, at most; the latest.
const TOLD: usize = 40;
/// Names to choose from, at most.
const CHOICES: usize = 1_000;

#[derive(Clone, Debug)]
pub struct OrganisationPage {
    pub organisation: OrganisationId,
    pub card: OrganisationCard,
    /// Where it is the double of another, which then stands in `card`.
    pub double_of: Option<DoubleOf>,
    /// Those above it, the nearest first.
    pub above: Vec<OrganisationCard>,
    /// Those right under it, each with how many people wrote it.
    pub under: Vec<(OrganisationCard, u64)>,
    /// How many wrote one of its names.
    pub people: u64,
    /// How many wrote one of its names, or of those under it on whatever level.
    pub people_with_those_under: u64,
    /// The doubles for which it stands.
    pub doubles: Vec<DoubleOf>,
    /// The latest first.
    pub changes: Vec<Change>,
    pub writes: bool,
    /// Its form as it stands, for who may change it.
    pub form: OrganisationForm,
    /// Names to choose from.
    pub names: Vec<String>,
}

/// A merge that stands, told from either side.
#[derive(Clone, Debug)]
pub struct DoubleOf {
    pub organisation: OrganisationId,
    pub name: String,
    pub at: Moment,
    pub by: Option<PersonName>,
    pub reason: String,
}

#[derive(Clone, Debug)]
pub struct Change {
    pub at: Moment,
    pub by: Option<PersonName>,
    pub what: WhatChanged,
}

#[derive(Clone, Debug)]
pub enum WhatChanged {
    Made(String),
    Kept(Vec<Changed>),
    /// It was merged into another.
    Merged {
        into: String,
        reason: String,
    },
    Separated {
        reason: String,
    },
    /// Another was merged into it.
    Took {
        double: String,
        reason: String,
    },
}

/// One thing that was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    Name {
        before: String,
        after: String,
    },
    NameAdded(String),
    NameGone(String),
    Kind(OrganisationKind),
    Sector,
    /// Under which it lies now; none is under no other.
    Parent(Option<String>),
    Seat(String),
    Logo,
    LogoGone,
}

fn changed(known: &Known, before: &OrganisationKept, after: &OrganisationKept) -> Vec<Changed> {
    let mut all = Vec::new();
    if before.name != after.name {
        all.push(Changed::Name { before: before.name.clone(), after: after.name.clone() });
    }
    let had = |it: &OrganisationKept, name: &String| it.name == *name || it.other_names.contains(name);
    all.extend(after.other_names.iter().filter(|name| !had(before, name)).cloned().map(Changed::NameAdded));
    all.extend(before.other_names.iter().filter(|name| !had(after, name)).cloned().map(Changed::NameGone));
    if before.kind != after.kind {
        all.push(Changed::Kind(after.kind));
    }
    if before.sector != after.sector {
        all.push(Changed::Sector);
    }
    if before.parent != after.parent {
        let name = after.parent.and_then(|parent| known.card(parent)).map(|card| card.name.clone());
        all.push(Changed::Parent(name));
    }
    if before.seat != after.seat {
        all.push(Changed::Seat(after.seat.map_or_else(String::new, |seat| seat.words())));
    }
    if before.logo != after.logo {
        all.push(if after.logo.is_some() { Changed::Logo } else { Changed::LogoGone });
    }
    all
}

fn own_name(known: &Known, organisation: OrganisationId) -> String {
    let row = known.row(organisation);
    row.and_then(|row| row.names.first()).map_or_else(String::new, |claim| claim.name.clone())
}

/// What the facts about it tell, oldest first.
fn told(known: &Known, facts: Vec<Fact>, names: &HashMap<PersonId, PersonName>) -> Result<Vec<Change>, Unavailable> {
    let mut changes = Vec::new();
    let mut before: Option<OrganisationKept> = None;
    for fact in facts {
        let Some(payload) = &fact.payload else { continue };
        let read = What::parse(&fact.kind, &payload.json);
        let what = match read.map_err(|why| StoreError::Unreadable(format!("fact {}: {why}", fact.id)))? {
            Some(What::OrganisationKept(it)) => {
                let what = match &before {
                    Some(before) => WhatChanged::Kept(changed(known, before, &it)),
                    None => WhatChanged::Made(it.name.clone()),
                };
                before = Some(it);
                what
            }
            Some(What::OrganisationMerged(it)) => {
                WhatChanged::Merged { into: own_name(known, it.into), reason: it.reason }
            }
            Some(What::OrganisationSeparated(it)) => WhatChanged::Separated { reason: it.reason },
            _ => continue,
        };
        changes.push(Change { at: fact.at, by: fact.actor.and_then(|actor| names.get(&actor).cloned()), what });
    }
    Ok(changes)
}

impl Telar {
    pub async fn organisation_page(
        &self,
        visitor: &Visitor,
        organisation: OrganisationId,
    ) -> Result<OrganisationPage, PageRefused> {
        if !reads(visitor) {
            return Err(PageRefused::NotFound);
        }
        let writes = visitor.grants.is_administrator();
        self.read(move |reading| {
            let known = known(reading)?;
            let card = known.card(organisation).ok_or(PageRefused::NotFound)?.clone();
            let people = people_by_organisation(reading, &known)?;
            let of = |id: OrganisationId| people.get(&id).copied().unwrap_or_default();
            let all_under: u64 =
                known.lines().filter(|(_, above)| above.contains(&organisation)).map(|(id, _)| of(id)).sum();
            let merges = reading.organisation_merges()?;
            let double = |row: &MergeRow, other: OrganisationId| DoubleOf {
                organisation: other,
                name: own_name(&known, other),
                at: row.at,
                by: row.by.clone(),
                reason: row.reason.clone(),
            };
            let is_double = card.organisation != organisation;
            let double_of = merges.iter().find(|row| is_double && row.organisation == organisation);
            let doubles: Vec<DoubleOf> = merges
                .iter()
                .filter(|row| row.organisation != organisation && known.stands(row.organisation) == organisation)
                .map(|row| double(row, row.organisation))
                .collect();
            let about = Subject::Organisation(organisation);
            let authors = reading.authors_of(about)?;
            let mut changes = told(&known, reading.facts_about(about)?, &authors)?;
            changes.extend(doubles.iter().map(|it| Change {
                at: it.at,
                by: it.by.clone(),
                what: WhatChanged::Took { double: it.name.clone(), reason: it.reason.clone() },
            }));
            changes.sort_by_key(|change| change.at);
            changes.reverse();
            changes.truncate(TOLD);
            Ok(OrganisationPage {
                organisation,
                double_of: double_of.map(|row| double(row, card.organisation)),
                above: known.above(organisation).into_iter().cloned().collect(),
                under: known
                    .under(organisation)
                    .into_iter()
                    .map(|card| (card.clone(), of(card.organisation)))
                    .collect(),
                people: of(organisation),
                people_with_those_under: of(organisation) + all_under,
                doubles,
                changes,
                writes,
                form: OrganisationForm::of(&known, organisation).unwrap_or_default(),
                names: known
                    .by_name()
                    .into_iter()
                    .filter(|card| card.organisation != organisation)
                    .take(CHOICES)
                    .map(|card| card.name.clone())
                    .collect(),
                card,
            })
        })
        .await
    }

    /// Names to choose from for one that is about to be made.
    pub async fn organisation_names(&self, visitor: &Visitor) -> Result<Vec<String>, PageRefused> {
        if !visitor.grants.is_administrator() {
            return Err(PageRefused::NotFound);
        }
        self.read(|reading| {
            let known = known(reading)?;
            Ok(known.by_name().into_iter().take(CHOICES).map(|card| card.name.clone()).collect())
        })
        .await
    }
}
