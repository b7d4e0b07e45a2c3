//! What a cohort's programme holds to read and to practise with, for its staff.

use crate::access::Visitor;
use crate::learning::LoadedProgramme;
use crate::{PageRefused, Telar};
use domain::ids::CohortId;
use std::sync::Arc;

#[derive(Clone, Debug)]
pub struct CohortLibrary {
    /// The cohort's name.
    pub name: String,
    pub programme: Arc<LoadedProgramme>,
}

impl Telar {
    /// For whoever sees the people of the cohort; to anybody else it is not there.
    pub async fn cohort_library(&self, visitor: &Visitor, cohort: CohortId) -> Result<CohortLibrary, PageRefused> {
        if !visitor.grants.sees_people_of(cohort) {
            return Err(PageRefused::NotFound);
        }
        let telar = self.clone();
        self.read(move |reading| {
            let row = reading.cohort(cohort)?.ok_or(PageRefused::NotFound)?;
            let programme = telar.shelf().take(reading, row.version)?;
            Ok(CohortLibrary { name: row.name, programme })
        })
        .await
    }
}
