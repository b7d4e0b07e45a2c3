//! A document, or a new version of one, is put into a cohort's library.

use crate::access::Visitor;
use crate::cohorts::line;
use crate::command::{Command, once};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::cohorts::{DocumentFault, DocumentFormat};
use domain::facts::{DocumentKept, Subject};
use domain::ids::{CohortId, CommandId, DocumentId, TopicId};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use store::NewFact;

/// Documents in one library, and versions of one document, at most.
pub(super) const MOST: usize = 200;

#[derive(Clone, Debug)]
pub struct KeepDocument {
    pub command: CommandId,
    pub cohort: CohortId,
    /// Of which it is a new version; `None` for a document that is not there yet.
    pub document: Option<DocumentId>,
    pub title: String,
    /// A topic of the cohort's programme, or empty.
    pub topic: String,
    pub note: String,
    pub dated: String,
    pub language: String,
    pub file: Vec<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentField {
    /// Not of 3 to 160 characters.
    Title,
    Topic,
    /// Longer than 300 characters.
    Note,
    /// Neither a year, nor `2019-03`, nor `2019-03-13`.
    Dated,
    Language,
    File(DocumentFault),
    /// The same bytes as a version that is there.
    Same,
}

#[derive(Debug, thiserror::Error)]
pub enum KeepDocumentRefused {
    #[error("not found")]
    NotFound,
    #[error("fields to mend: {0:?}")]
    Fields(Vec<DocumentField>),
    #[error("{MOST} are there already")]
    TooMany,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(KeepDocumentRefused);

impl Telar {
    pub async fn keep_document(&self, visitor: &Visitor, it: KeepDocument) -> Result<DocumentId, KeepDocumentRefused> {
        if !visitor.grants.runs(it.cohort) {
            return Err(KeepDocumentRefused::NotFound);
        }
        let (title, note, dated) = (line(&it.title), line(&it.note), it.dated.trim().to_owned());
        let mut fields = Vec::new();
        if !(3..=160).contains(&title.chars().count()) {
            fields.push(DocumentField::Title);
        }
        if note.chars().count() > 300 {
            fields.push(DocumentField::Note);
        }
        if !programme::is_date(&dated) {
            fields.push(DocumentField::Dated);
        }
        let format = DocumentFormat::of(&it.file);
        fields.extend(format.err().map(DocumentField::File));
        let (telar, by, new) = (self.clone(), visitor.person, chance::id(self.now())?);
        let sha256 = Sha256::digest(&it.file).iter().fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        });
        self.write(move |writing| {
            let content = (it.cohort, it.document, &title, &it.topic, &note, &dated, &it.language, &sha256);
            let command = Command::new(it.command, Some(by), "keep document", &content);
            once!(command, writing, KeepDocumentRefused::OtherContent);
            let row = writing.cohort(it.cohort)?.ok_or(KeepDocumentRefused::NotFound)?;
            let programme = telar.shelf().take(writing, row.version)?;
            let topic = Some(TopicId(it.topic)).filter(|topic| !topic.as_str().is_empty());
            if topic.as_ref().is_some_and(|topic| programme.topic(topic).is_none()) {
                fields.push(DocumentField::Topic);
            }
            if !programme.languages.contains(&it.language) {
                fields.push(DocumentField::Language);
            }
            let all = writing.documents(it.cohort)?;
            let before: Vec<_> = all.iter().filter(|one| Some(one.document) == it.document).collect();
            if it.document.is_some() && before.is_empty() {
                return Err(KeepDocumentRefused::NotFound);
            }
            if all.iter().any(|one| one.sha256 == sha256) {
                fields.push(DocumentField::Same);
            }
            let (true, Ok(format)) = (fields.is_empty(), format) else {
                return Err(KeepDocumentRefused::Fields(fields));
            };
            if all.len() >= MOST {
                return Err(KeepDocumentRefused::TooMany);
            }
            writing.keep_document_content(&sha256, &STANDARD.encode(&it.file))?;
            let document = it.document.unwrap_or(new);
            let what = DocumentKept {
                cohort: it.cohort,
                document,
                number: before.iter().map(|one| one.number).max().unwrap_or(0) + 1,
                topic,
                title,
                note,
                dated,
                language: it.language,
                format,
                bytes: u32::try_from(it.file.len()).unwrap_or(u32::MAX),
                sha256,
            };
            writing.record(vec![NewFact { actor: Some(by), about: Subject::Cohort(it.cohort), what: what.into() }])?;
            command.answer(writing, &document)?;
            Ok(document)
        })
        .await
    }
}
