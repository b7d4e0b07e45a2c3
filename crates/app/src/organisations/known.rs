//! All organisations at one moment, and which of their names a form offers.

use crate::Unavailable;
use domain::organisations::Known;
use domain::people::likened;
use std::collections::HashMap;
use store::{Reading, StoreError};

/// Names that a form offers, at most: on a slow line they weigh about 3 kB.
const OFFERED: usize = 80;

/// Who is who among organisations: which one a text names ([`Known::of`]). Two queries, however many there are; then as many texts as one
/// likes.
pub fn known(reading: &mut Reading<'_>) -> Result<Known, StoreError> {
    Ok(Known::new(reading.organisations()?))
}

/// How many people wrote a text that names each; three queries.
pub(super) fn people_by_organisation(
    reading: &mut Reading<'_>,
    known: &Known,
) -> Result<HashMap<domain::ids::OrganisationId, u64>, StoreError> {
    let mut people = HashMap::new();
    for row in reading.organisations_written()? {
        if let Some(card) = known.of(&row.text) {
            *people.entry(card.organisation).or_default() += row.people;
        }
    }
    Ok(people)
}

/// The names that a form offers, so that people write alike: of those where most people work, by name. Nothing is asked of a store
/// that has none.
pub(crate) fn offered(reading: &mut Reading<'_>) -> Result<Vec<String>, Unavailable> {
    if reading.organisation_count()? == 0 {
        return Ok(Vec::new());
    }
    let known = known(reading)?;
    let people = people_by_organisation(reading, &known)?;
    let mut all = known.by_name();
    all.sort_by_key(|card| std::cmp::Reverse(people.get(&card.organisation).copied().unwrap_or_default()));
    all.truncate(OFFERED);
    let mut names: Vec<String> = all.into_iter().map(|card| card.name.clone()).collect();
    names.sort_by_cached_key(|name| likened(name));
    Ok(names)
}
