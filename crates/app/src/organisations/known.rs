//! All organisations at one moment, and which of their names a form offers.

use crate::Unavailable;
use domain::organisations::Known;
use domain::people::likened;
use std::collections::HashMap;
use store::{Reading, StoreError};

/// Names that a form offers, at most: on a slow line they weigh about 3 kB.
const OFFERED: u32 = 80;

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

/// The names that a form offers, so that people write alike: those that most people wrote, by name.
pub(crate) fn offered(reading: &mut Reading<'_>) -> Result<Vec<String>, Unavailable> {
    let mut names = reading.organisation_names_most_written(OFFERED)?;
    names.sort_by_cached_key(|name| likened(name));
    Ok(names)
}
