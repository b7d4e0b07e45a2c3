//! What changed at a person's marks since she handed in, for as long as she has not looked.

use crate::learning::LoadedProgramme;
use crate::{Telar, Unavailable};
use domain::ids::{ActivityId, PersonId};
use std::sync::Arc;
use store::MarkingRow;

/// One change of a mark that she has not seen.
#[derive(Clone, Debug)]
pub struct MarkNews {
    pub programme: Arc<LoadedProgramme>,
    pub activity: ActivityId,
    pub marking: MarkingRow,
}

impl Telar {
    /// The first change first. One is seen when its attempt's page is opened.
    pub async fn mark_news(&self, person: PersonId) -> Result<Vec<MarkNews>, Unavailable> {
        let telar = self.clone();
        self.read(move |reading| {
            let unseen = reading.markings_unseen(person)?;
            let news = unseen.into_iter().map(|(marking, activity, version)| {
                let programme = telar.shelf().take(reading, version)?;
                Ok(MarkNews { programme, activity, marking })
            });
            news.collect()
        })
        .await
    }
}
