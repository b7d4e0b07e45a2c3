//! What was written to a cohort: for whoever runs it, with how many have seen it, and for those whom it is told.

use crate::access::Visitor;
use crate::cohorts::{CohortCard, card};
use crate::{PageRefused, Telar, Unavailable};
use domain::ids::{AnnouncementId, CohortId, PersonId};
use domain::moment::Span;
use store::AnnouncementRow;
pub use store::ToldRow as Told;

/// How long an announcement is shown.
const SHOWN: Span = Span::days(30);

#[derive(Clone, Debug)]
pub struct AnnouncementsPage {
    pub card: CohortCard,
    pub announcements: Vec<AnnouncementRow>,
}

impl Telar {
    pub async fn announcements(&self, visitor: &Visitor, cohort: CohortId) -> Result<AnnouncementsPage, PageRefused> {
        if !visitor.grants.runs(cohort) {
            return Err(PageRefused::NotFound);
        }
        let telar = self.clone();
        self.read(move |reading| {
            let row = reading.cohort(cohort)?.ok_or(PageRefused::NotFound)?;
            Ok(AnnouncementsPage { card: card(&telar, reading, row)?, announcements: reading.announcements(cohort)? })
        })
        .await
    }

    /// What her cohorts were told in the last 30 days, the latest first.
    pub async fn told(&self, person: PersonId) -> Result<Vec<Told>, Unavailable> {
        let since = self.now() - SHOWN;
        self.read(move |reading| Ok(reading.announcements_to(person, since)?)).await
    }

    /// She says that she has seen it.
    pub async fn see_announcement(&self, person: PersonId, announcement: AnnouncementId) -> Result<(), PageRefused> {
        let since = self.now() - SHOWN;
        self.write(move |writing| {
            let hers = writing.announcements_to(person, since)?;
            if !hers.iter().any(|it| it.announcement == announcement) {
                return Err(PageRefused::NotFound);
            }
            Ok(writing.see_announcement(announcement, person)?)
        })
        .await
    }
}
