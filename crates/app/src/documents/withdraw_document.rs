//! A document leaves a cohort's library, with all its versions; what only it held is deleted.

use crate::access::Visitor;
use crate::command::{Command, once};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable};
use domain::facts::{DocumentWithdrawn, Subject};
use domain::ids::{CohortId, CommandId, DocumentId};
use store::NewFact;

#[derive(Clone, Debug)]
pub struct WithdrawDocument {
    pub command: CommandId,
    pub cohort: CohortId,
    pub document: DocumentId,
}

#[derive(Debug, thiserror::Error)]
pub enum WithdrawDocumentRefused {
    #[error("not found")]
    NotFound,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(WithdrawDocumentRefused);

impl Telar {
    pub async fn withdraw_document(
        &self,
        visitor: &Visitor,
        it: WithdrawDocument,
    ) -> Result<(), WithdrawDocumentRefused> {
        if !visitor.grants.runs(it.cohort) {
            return Err(WithdrawDocumentRefused::NotFound);
        }
        let by = visitor.person;
        self.write(move |writing| {
            let command = Command::new(it.command, Some(by), "withdraw document", &(it.cohort, it.document));
            once!(command, writing, WithdrawDocumentRefused::OtherContent);
            if !writing.documents(it.cohort)?.iter().any(|one| one.document == it.document) {
                return Err(WithdrawDocumentRefused::NotFound);
            }
            let what = DocumentWithdrawn { cohort: it.cohort, document: it.document }.into();
            writing.record(vec![NewFact { actor: Some(by), about: Subject::Cohort(it.cohort), what }])?;
            writing.drop_document_contents()?;
            command.answer(writing, &())?;
            Ok(())
        })
        .await
    }
}
