//! The list: found by any of their names, fifty a page, with how many people wrote each. The same queries for 5 and 5,000.

use super::known::{known, people_by_organisation};
use super::reads;
use crate::access::Visitor;
use crate::{PageRefused, Telar};
use domain::organisations::{Known, OrganisationCard};
use domain::people::likened;

/// Organisations on one page.
pub(super) const A_PAGE: usize = 50;

#[derive(Clone, Debug)]
pub struct OrganisationList {
    /// At most fifty, by name.
    pub lines: Vec<OrganisationLine>,
    /// From 1.
    pub page: usize,
    pub pages: usize,
    /// How many were found, of how many.
    pub found: usize,
    pub all: usize,
    /// Texts that people wrote and that name no organisation yet.
    pub unassigned: usize,
    /// Whether she may make and change them.
    pub writes: bool,
}

#[derive(Clone, Debug)]
pub struct OrganisationLine {
    pub card: OrganisationCard,
    /// Those above it, the nearest first.
    pub above: Vec<String>,
    /// How many wrote one of its names.
    pub people: u64,
}

/// Which page there is, of so many lines: the last, where one asks for a later one.
pub(super) fn paged(lines: usize, page: usize) -> (usize, usize) {
    let pages = lines.div_ceil(A_PAGE).max(1);
    (page.clamp(1, pages), pages)
}

/// Likened texts that name no organisation, each once.
pub(super) fn is_unassigned(known: &Known, text: &str) -> bool {
    !likened(text).is_empty() && known.of(text).is_none()
}

impl Telar {
    pub async fn organisation_list(
        &self,
        visitor: &Visitor,
        (words, page): (&str, usize),
    ) -> Result<OrganisationList, PageRefused> {
        if !reads(visitor) {
            return Err(PageRefused::NotFound);
        }
        let (looked_for, writes) = (likened(words), visitor.grants.is_administrator());
        self.read(move |reading| {
            let known = known(reading)?;
            let people = people_by_organisation(reading, &known)?;
            let mut unassigned: Vec<String> =
                reading.organisations_written()?.into_iter().map(|row| row.text).collect();
            unassigned.extend(reading.organisations_called()?);
            unassigned.retain(|text| is_unassigned(&known, text));
            unassigned.iter_mut().for_each(|text| *text = likened(text));
            unassigned.sort_unstable();
            unassigned.dedup();
            let mut cards = known.by_name();
            let names = |card: &OrganisationCard, words: &str| {
                std::iter::once(&card.name).chain(&card.other_names).any(|name| likened(name).contains(words))
            };
            cards.retain(|card| looked_for.is_empty() || names(card, &looked_for));
            let found = cards.len();
            let (page, pages) = paged(found, page);
            let line = |card: &OrganisationCard| OrganisationLine {
                above: known.above(card.organisation).into_iter().map(|card| card.name.clone()).collect(),
                people: people.get(&card.organisation).copied().unwrap_or_default(),
                card: card.clone(),
            };
            let lines = cards.into_iter().skip((page - 1) * A_PAGE).take(A_PAGE).map(line).collect();
            Ok(OrganisationList { lines, page, pages, found, all: known.len(), unassigned: unassigned.len(), writes })
        })
        .await
    }
}
