//! «Es la misma que…»: what people wrote becomes another name of an organisation that is there.

use super::keep::{fact, with_name};
use super::known::known;
use crate::access::Visitor;
use crate::command::{Command, once};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable};
use domain::ids::{CommandId, OrganisationId};
use domain::organisations::{MOST_NAMES, organisation_name};

#[derive(Clone, Debug)]
pub struct AddName {
    pub command: CommandId,
    /// What people wrote.
    pub text: String,
    /// A name of the organisation that it means.
    pub organisation: String,
}

#[derive(Debug, thiserror::Error)]
pub enum AddNameRefused {
    #[error("not found")]
    NotFound,
    #[error("the text is no name of an organisation")]
    Text,
    /// Another bears it already.
    #[error("«{0}» bears it already")]
    Taken(String),
    #[error("nobody bears the name that was written")]
    Organisation,
    #[error("it has {MOST_NAMES} names already")]
    TooMany,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(AddNameRefused);

impl Telar {
    pub async fn add_organisation_name(
        &self,
        visitor: &Visitor,
        it: AddName,
    ) -> Result<OrganisationId, AddNameRefused> {
        if !visitor.grants.is_administrator() {
            return Err(AddNameRefused::NotFound);
        }
        let by = visitor.person;
        let text = organisation_name(&it.text).ok_or(AddNameRefused::Text)?;
        self.write(move |writing| {
            let command = Command::new(it.command, Some(by), "add organisation name", &(&text, &it.organisation));
            once!(command, writing, AddNameRefused::OtherContent);
            let known = known(writing)?;
            let card = known.of(&it.organisation).ok_or(AddNameRefused::Organisation)?;
            let id = card.organisation;
            match known.of(&text) {
                Some(bearer) if bearer.organisation != id => return Err(AddNameRefused::Taken(bearer.name.clone())),
                Some(_) => {}
                None => {
                    if known.row(id).is_some_and(|row| row.names.len() > MOST_NAMES) {
                        return Err(AddNameRefused::TooMany);
                    }
                    let kept = with_name(&known, id, text).ok_or(AddNameRefused::NotFound)?;
                    writing.record(vec![fact(by, kept)])?;
                }
            }
            command.answer(writing, &id)?;
            Ok(id)
        })
        .await
    }
}
