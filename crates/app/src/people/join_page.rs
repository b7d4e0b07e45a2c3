//! What a cohort's link shows.

use super::agreements::{Signed, signed};
use crate::cohorts::{CohortCard, card};
use crate::organisations::offered;
use crate::{PageRefused, Telar};
use domain::Text;
use domain::cohorts::{Admission, Comer, Entry, Openness, is_join_code};
use domain::ids::PersonId;

#[derive(Clone, Debug)]
pub struct JoinPage {
    pub card: CohortCard,
    pub admission: Admission,
    pub openness: Openness,
    /// What happens to whoever comes now.
    pub entry: Entry,
    /// How many more may come in; none is no limit.
    pub free: Option<u64>,
    pub waiting: u64,
    /// The title of the programme that must have been completed before.
    pub after: Option<Text>,
    pub asks_number: bool,
    /// Names of organisations to choose from; what is typed stays free.
    pub organisations: Vec<String>,
    /// What whoever is signed in has still to sign.
    pub signed: Option<Signed>,
}

impl Telar {
    pub async fn join_page(&self, code: &str, already: Option<PersonId>) -> Result<JoinPage, PageRefused> {
        if !is_join_code(code) {
            return Err(PageRefused::NotFound);
        }
        let (telar, code, today) = (self.clone(), code.to_ascii_uppercase(), self.today().to_string());
        self.read(move |reading| {
            let row = reading.cohort_by_join_code(&code)?.ok_or(PageRefused::NotFound)?;
            let admission = reading.admission(row.cohort)?;
            let (taken, waiting) = reading.places_taken(row.cohort)?;
            let after = match &admission.after {
                Some(slug) => {
                    let version = reading.versions()?.into_iter().find(|version| version.slug == *slug);
                    version.map(|it| telar.shelf().take(reading, it.version)).transpose()?.map(|it| it.title.clone())
                }
                None => None,
            };
            Ok(JoinPage {
                card: card(&telar, reading, row)?,
                openness: admission.openness(&today),
                entry: admission.entry(Comer::Herself, (taken, waiting)),
                free: admission.free(taken),
                waiting,
                after,
                asks_number: telar.asks_identity_number(),
                organisations: if already.is_none() { offered(reading)? } else { Vec::new() },
                signed: already.map(|person| signed(reading, person)).transpose()?,
                admission,
            })
        })
        .await
    }
}
