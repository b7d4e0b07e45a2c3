//! What of a cohort's programme a professional still has to check, for its staff.

use super::{CohortCard, card};
use crate::access::Visitor;
use crate::learning::{LoadedProgramme, ToReview};
use crate::{PageRefused, Telar};
use domain::ids::CohortId;
use std::sync::Arc;

#[derive(Clone, Debug)]
pub struct ReviewPage {
    pub card: CohortCard,
    pub programme: Arc<LoadedProgramme>,
    pub items: Vec<ToReview>,
}

impl Telar {
    pub async fn to_review(&self, visitor: &Visitor, cohort: CohortId) -> Result<ReviewPage, PageRefused> {
        if !visitor.grants.sees_people_of(cohort) {
            return Err(PageRefused::NotFound);
        }
        let telar = self.clone();
        self.read(move |reading| {
            let row = reading.cohort(cohort)?.ok_or(PageRefused::NotFound)?;
            let programme = telar.shelf().take(reading, row.version)?;
            Ok(ReviewPage { card: card(&telar, reading, row)?, items: programme.to_review(), programme })
        })
        .await
    }
}
