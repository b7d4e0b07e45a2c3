//! Who reads which documents: the people of a cohort and its staff.

use super::keep_document::MOST;
use crate::access::Visitor;
use crate::learning::LoadedProgramme;
use crate::{PageRefused, Telar, Unavailable};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::Moment;
use domain::cohorts::DocumentFormat;
use domain::ids::{CohortId, DocumentId, TopicId};
use std::sync::Arc;
use store::{DocumentRow, Reading, StoreError};

/// The documents of one cohort's library.
#[derive(Clone, Debug)]
pub struct CohortDocuments {
    pub cohort: CohortId,
    pub cohort_name: String,
    /// For the names of its topics.
    pub programme: Arc<LoadedProgramme>,
    /// Whether she may add and withdraw.
    pub runs: bool,
    /// Whether there is room for another version.
    pub room: bool,
    /// By their titles.
    pub documents: Vec<DocumentCard>,
}

/// A document as it stands.
#[derive(Clone, Debug)]
pub struct DocumentCard {
    pub document: DocumentId,
    pub number: u16,
    pub title: String,
    pub topic: Option<TopicId>,
    pub note: String,
    pub dated: String,
    pub language: String,
    pub format: DocumentFormat,
    pub bytes: u32,
    pub kept: Moment,
    /// The versions before it, the latest first.
    pub earlier: Vec<DocumentCard>,
}

/// One version, to be read.
#[derive(Clone, Debug)]
pub struct OpenDocument {
    pub card: DocumentCard,
    /// The number of the version that stands now.
    pub latest: u16,
    pub content: Content,
}

#[derive(Clone, Debug)]
pub enum Content {
    Pdf(Vec<u8>),
    /// HTML that is safe to put into a page.
    Text(String),
}

impl From<DocumentRow> for DocumentCard {
    fn from(row: DocumentRow) -> Self {
        Self {
            document: row.document,
            number: row.number,
            title: row.title,
            topic: row.topic,
            note: row.note,
            dated: row.dated,
            language: row.language,
            format: row.format,
            bytes: row.bytes,
            kept: row.kept,
            earlier: Vec::new(),
        }
    }
}

/// The rows come with the latest version of each document first.
fn cards(rows: Vec<DocumentRow>) -> Vec<DocumentCard> {
    let mut cards: Vec<DocumentCard> = Vec::new();
    for row in rows {
        match cards.last_mut().filter(|last| last.document == row.document) {
            Some(latest) => latest.earlier.push(row.into()),
            None => cards.push(row.into()),
        }
    }
    cards.sort_by_key(|card| domain::people::likened(&card.title));
    cards
}

fn of_cohort(
    telar: &Telar,
    reading: &mut Reading<'_>,
    (cohort, runs): (CohortId, bool),
) -> Result<Option<CohortDocuments>, Unavailable> {
    let Some(row) = reading.cohort(cohort)? else { return Ok(None) };
    let programme = telar.shelf().take(reading, row.version)?;
    let rows = reading.documents(cohort)?;
    let room = rows.len() < MOST;
    Ok(Some(CohortDocuments { cohort, cohort_name: row.name, programme, runs, room, documents: cards(rows) }))
}

impl Telar {
    /// For whoever sees the people of the cohort; to anybody else it is not there.
    pub async fn cohort_documents(&self, visitor: &Visitor, cohort: CohortId) -> Result<CohortDocuments, PageRefused> {
        if !visitor.grants.sees_people_of(cohort) {
            return Err(PageRefused::NotFound);
        }
        let (telar, runs) = (self.clone(), visitor.grants.runs(cohort));
        self.read(move |reading| of_cohort(&telar, reading, (cohort, runs))?.ok_or(PageRefused::NotFound)).await
    }

    /// Those of every cohort that she learns in.
    pub async fn documents_to_read(&self, visitor: &Visitor) -> Result<Vec<CohortDocuments>, Unavailable> {
        let (telar, person) = (self.clone(), visitor.person);
        self.read(move |reading| {
            let mut cohorts: Vec<CohortId> = reading.enrolments(person)?.into_iter().map(|it| it.cohort).collect();
            cohorts.dedup();
            let all = cohorts.into_iter().map(|cohort| of_cohort(&telar, reading, (cohort, false)));
            all.filter_map(Result::transpose).collect()
        })
        .await
    }

    /// One version of a document, for the cohort's people and its staff.
    pub async fn open_document(
        &self,
        visitor: &Visitor,
        (document, number): (DocumentId, u16),
    ) -> Result<OpenDocument, PageRefused> {
        let (person, grants) = (visitor.person, visitor.grants.clone());
        self.read(move |reading| {
            let row = reading.document(document, number)?.ok_or(PageRefused::NotFound)?;
            let mut learns = || reading.enrolments(person).map(|all| all.iter().any(|it| it.cohort == row.cohort));
            if !grants.sees_people_of(row.cohort) && !learns()? {
                return Err(PageRefused::NotFound);
            }
            let all = reading.documents(row.cohort)?;
            let latest = all.iter().filter(|it| it.document == document).map(|it| it.number).max().unwrap_or(number);
            let base64 = reading.document_content(&row.sha256)?.ok_or(PageRefused::NotFound)?;
            let unreadable = |why: String| StoreError::Unreadable(format!("document {document}: {why}"));
            let content = STANDARD.decode(base64).map_err(|why| unreadable(why.to_string()))?;
            let content = match row.format {
                DocumentFormat::Pdf => Content::Pdf(content),
                DocumentFormat::Text => {
                    let text = String::from_utf8(content).map_err(|why| unreadable(why.to_string()))?;
                    Content::Text(programme::html(text.trim_start_matches('\u{feff}')))
                }
            };
            Ok(OpenDocument { card: row.into(), latest, content })
        })
        .await
    }
}
