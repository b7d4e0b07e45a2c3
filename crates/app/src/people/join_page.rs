//! What a cohort's link shows.

use crate::cohorts::{CohortCard, card};
use crate::{PageRefused, Telar};
use domain::cohorts::is_join_code;

/// The version of the consent's words in `locales/`. Raised when they change: each person's consent names its version.
pub const CONSENT: &str = "2026-11";

#[derive(Clone, Debug)]
pub struct JoinPage {
    pub card: CohortCard,
    pub consent_version: &'static str,
}

impl Telar {
    pub async fn join_page(&self, code: &str) -> Result<JoinPage, PageRefused> {
        if !is_join_code(code) {
            return Err(PageRefused::NotFound);
        }
        let (telar, code) = (self.clone(), code.to_ascii_uppercase());
        self.read(move |reading| {
            let row = reading.cohort_by_join_code(&code)?.ok_or(PageRefused::NotFound)?;
            Ok(JoinPage { card: card(&telar, reading, row)?, consent_version: CONSENT })
        })
        .await
    }
}
