//! The administrator's page.

use crate::access::Visitor;
use crate::cohorts::{CohortCard, VersionCard, card, version_cards};
use crate::organisations::offered;
use crate::people::{ErasureCard, erasures};
use crate::{PageRefused, Telar, Unavailable};
pub use store::StaffRow;

/// How many cohorts the page names and its form offers.
pub const COHORTS_SHOWN: u64 = 30;

#[derive(Clone, Debug)]
pub struct SitePage {
    pub node: String,
    pub epoch: u32,
    pub facts: u64,
    /// The journal's head: node, epoch, number and link of the last fact.
    pub head: String,
    pub engine: &'static str,
    pub versions: Vec<VersionCard>,
    /// Those that began last, [`COHORTS_SHOWN`] at most.
    pub cohorts: Vec<CohortCard>,
    pub cohort_count: u64,
    pub staff: Vec<StaffRow>,
    pub erasures: Vec<ErasureCard>,
    /// Names of organisations to choose from.
    pub organisations: Vec<String>,
}

impl Telar {
    pub async fn site(&self, visitor: &Visitor) -> Result<SitePage, PageRefused> {
        if !visitor.grants.is_administrator() {
            return Err(PageRefused::NotFound);
        }
        let telar = self.clone();
        self.read(move |reading| {
            let origin = telar.origin();
            let head = reading.origins()?.into_iter().find(|(it, ..)| *it == origin);
            let rows = reading.some_cohorts((0, COHORTS_SHOWN))?;
            let cohorts: Result<Vec<CohortCard>, Unavailable> =
                rows.into_iter().map(|row| card(&telar, reading, row)).collect();
            Ok(SitePage {
                node: origin.node.to_string(),
                epoch: origin.epoch,
                facts: reading.fact_count()?,
                head: head.map(|(_, seq, chain)| format!("{seq}/{chain}")).unwrap_or_default(),
                engine: telar.store().location().engine(),
                versions: version_cards(&telar, reading)?,
                cohorts: cohorts?,
                cohort_count: reading.cohort_count()?,
                staff: reading.staff()?,
                erasures: erasures::cards(reading)?,
                organisations: offered(reading)?,
            })
        })
        .await
    }
}
