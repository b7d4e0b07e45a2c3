//! The documents of a cohort's library, as whoever runs it keeps them: what is there in which version, a form for each to follow it
//! with another, and one for a new document.

use crate::error::Refusal;
use crate::library::document_words;
use crate::page::{self, Frame, Place};
use crate::upload::Upload;
use crate::visitor::{Form, Id, Ids, W, Who};
use crate::{State, dates};
use app::access::Visitor;
use app::documents::{
    CohortDocuments, DocumentCard, DocumentField, KeepDocument, KeepDocumentRefused, WithdrawDocument,
    WithdrawDocumentRefused,
};
use askama::Template;
use axum::extract::State as FromState;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::cohorts::{DocumentFault, LARGEST_DOCUMENT};
use domain::ids::{CohortId, CommandId, DocumentId};
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "staff/documents.html")]
struct Page {
    frame: Frame,
    cohort: String,
    back: String,
    problem: String,
    action: String,
    documents: Vec<Card>,
    /// Absent for those who only read, and where there is no room.
    new: Option<DocumentForm>,
    full: bool,
}

struct Card {
    id: String,
    title: String,
    place: String,
    about: String,
    note: String,
    href: String,
    /// Address and words of those before it.
    earlier: Vec<(String, String)>,
    form: Option<DocumentForm>,
    withdraw: String,
    withdraw_label: String,
}

/// The fields of a new document, or of a new version of one.
struct DocumentForm {
    /// Of which it is a version; empty for a new one.
    document: String,
    /// Before the names of its fields on the page.
    prefix: String,
    button: String,
    title: String,
    topics: Vec<Choice>,
    languages: Vec<Choice>,
    dated: String,
    note: String,
    /// By field.
    problems: Vec<(&'static str, String)>,
    open: bool,
    largest: usize,
    largest_words: String,
}

struct Choice {
    value: String,
    words: String,
    chosen: bool,
}

impl DocumentForm {
    fn problem(&self, field: &str) -> &str {
        self.problems.iter().find(|(name, _)| *name == field).map_or("", |(_, words)| words)
    }
}

/// What was sent and not taken.
struct Sent {
    document: Option<DocumentId>,
    upload: Upload,
    refused: Vec<DocumentField>,
}

#[derive(Deserialize)]
pub struct Wish {
    command: CommandId,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(cohort): Id<CohortId>,
) -> Result<Response, Refusal> {
    render(&state, visitor, w, (cohort, String::new(), None)).await
}

pub async fn keep(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(cohort): Id<CohortId>,
    mut upload: Upload,
) -> Result<Response, Refusal> {
    let document = match upload.text("document") {
        "" => None,
        id => Some(id.parse().map_err(|_| Refusal::NotFound)?),
    };
    let file = std::mem::take(&mut upload.file);
    let field = |name: &str| upload.text(name).to_owned();
    let wish = KeepDocument {
        command: upload.id("command")?,
        cohort,
        document,
        title: field("title"),
        topic: field("topic"),
        note: field("note"),
        dated: field("dated"),
        language: field("language"),
        file,
    };
    let (problem, refused) = match state.telar.keep_document(&visitor, wish).await {
        Ok(id) => return Ok(Redirect::to(&format!("/cohorts/{cohort}/documents#d-{id}")).into_response()),
        Err(KeepDocumentRefused::NotFound) => return Err(Refusal::NotFound),
        Err(KeepDocumentRefused::Unavailable(why)) => return Err(why.into()),
        Err(KeepDocumentRefused::Fields(fields)) => (w.document_refused_fields(), fields),
        Err(KeepDocumentRefused::TooMany) => (w.document_refused_many(), Vec::new()),
        Err(KeepDocumentRefused::OtherContent) => (w.site_refused_old(), Vec::new()),
    };
    let sent = Sent { document, upload, refused };
    let mut response = render(&state, visitor, w, (cohort, problem, Some(sent))).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

pub async fn withdraw(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Ids(cohort, document): Ids<CohortId, DocumentId>,
    Form(wish): Form<Wish>,
) -> Result<Response, Refusal> {
    let it = WithdrawDocument { command: wish.command, cohort, document };
    match state.telar.withdraw_document(&visitor, it).await {
        Ok(()) => Ok(Redirect::to(&format!("/cohorts/{cohort}/documents")).into_response()),
        Err(WithdrawDocumentRefused::NotFound) => Err(Refusal::NotFound),
        Err(WithdrawDocumentRefused::Unavailable(why)) => Err(why.into()),
        Err(WithdrawDocumentRefused::OtherContent) => {
            let mut response = render(&state, visitor, w, (cohort, w.site_refused_old(), None)).await?;
            *response.status_mut() = StatusCode::CONFLICT;
            Ok(response)
        }
    }
}

async fn render(
    state: &State,
    visitor: Visitor,
    w: &'static Words,
    (cohort, problem, sent): (CohortId, String, Option<Sent>),
) -> Result<Response, Refusal> {
    let all = state.telar.cohort_documents(&visitor, cohort).await?;
    let of = |document: Option<DocumentId>| sent.as_ref().filter(|sent| sent.document == document);
    let writes = all.runs && all.room;
    let documents = all
        .documents
        .iter()
        .map(|it| Card { form: writes.then(|| form(w, &all, Some(it), of(Some(it.document)))), ..card(w, &all, it) });
    Ok(page::html(&Page {
        documents: documents.collect(),
        new: writes.then(|| form(w, &all, None, of(None))),
        full: all.runs && !all.room,
        cohort: all.cohort_name.clone(),
        back: format!("/cohorts/{cohort}/library"),
        problem,
        action: format!("/cohorts/{cohort}/documents"),
        frame: Frame::new(w, Some(visitor), Place::Desk, w.document_many()),
    }))
}

fn card(w: &Words, all: &CohortDocuments, it: &DocumentCard) -> Card {
    let href = |it: &DocumentCard| format!("/documents/{}/{}", it.document, it.number);
    let topic = it.topic.as_ref().and_then(|topic| all.programme.topic(topic));
    Card {
        id: it.document.to_string(),
        title: it.title.clone(),
        place: topic.map_or_else(String::new, |topic| w.programme_topic(topic.number, topic.title.get(w.language()))),
        about: document_words(w, it),
        note: it.note.clone(),
        href: href(it),
        earlier: it.earlier.iter().map(|before| (href(before), document_words(w, before))).collect(),
        form: None,
        withdraw: if all.runs {
            format!("/cohorts/{}/documents/{}/withdrawal", all.cohort, it.document)
        } else {
            String::new()
        },
        withdraw_label: w.document_withdraw_label(it.title.as_str()),
    }
}

fn form(w: &Words, all: &CohortDocuments, of: Option<&DocumentCard>, sent: Option<&Sent>) -> DocumentForm {
    let field = |name: &str, usual: &str| sent.map_or(usual, |sent| sent.upload.text(name)).to_owned();
    let topic = field("topic", of.and_then(|it| it.topic.as_ref()).map_or("", |topic| topic.as_str()));
    let language = field("language", of.map_or(w.language(), |it| it.language.as_str()));
    let none = Choice { value: String::new(), words: w.document_no_topic(), chosen: topic.is_empty() };
    let topics = all.programme.topics.iter().map(|it| Choice {
        value: it.id.to_string(),
        words: w.programme_topic(it.number, it.title.get(w.language())),
        chosen: it.id.as_str() == topic,
    });
    let languages = all.programme.languages.iter().map(|code| Choice {
        value: code.clone(),
        words: crate::library::language_name(w, code),
        chosen: *code == language,
    });
    DocumentForm {
        document: of.map_or_else(String::new, |it| it.document.to_string()),
        prefix: of.map_or_else(|| "new".to_owned(), |it| it.document.to_string()),
        button: if of.is_some() { w.document_keep_version() } else { w.document_keep() },
        title: field("title", of.map_or("", |it| it.title.as_str())),
        topics: [none].into_iter().chain(topics).collect(),
        languages: languages.collect(),
        dated: field("dated", ""),
        note: field("note", ""),
        problems: sent.map_or(Vec::new(), |sent| sent.refused.iter().map(|field| problem(w, *field)).collect()),
        open: sent.is_some(),
        largest: LARGEST_DOCUMENT,
        largest_words: dates::size(LARGEST_DOCUMENT, w.language()),
    }
}

fn problem(w: &Words, field: DocumentField) -> (&'static str, String) {
    let largest = || dates::size(LARGEST_DOCUMENT, w.language());
    match field {
        DocumentField::Title => ("title", w.document_refused_title()),
        DocumentField::Topic => ("topic", w.document_refused_topic()),
        DocumentField::Note => ("note", w.document_refused_note()),
        DocumentField::Dated => ("dated", w.document_refused_dated()),
        DocumentField::Language => ("language", w.document_refused_language()),
        DocumentField::Same => ("file", w.document_refused_same()),
        DocumentField::File(DocumentFault::Empty) => ("file", w.document_refused_empty()),
        DocumentField::File(DocumentFault::TooLarge) => ("file", w.document_refused_large(largest())),
        DocumentField::File(DocumentFault::UnknownFormat) => ("file", w.document_refused_format()),
        DocumentField::File(DocumentFault::Broken) => ("file", w.document_refused_broken()),
    }
}
