//! Guidelines and other documents that whoever runs a cohort puts into its library, in versions; its people and its staff read them.

mod keep_document;
mod read_documents;
mod withdraw_document;

pub use keep_document::{DocumentField, KeepDocument, KeepDocumentRefused};
pub use read_documents::{CohortDocuments, Content, DocumentCard, OpenDocument};
pub use withdraw_document::{WithdrawDocument, WithdrawDocumentRefused};
