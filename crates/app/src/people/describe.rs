//! Somebody changes what is known of her: her name as it is printed stays a matter of its own.

use super::{IdentityNumber, WhoField, WhoForm};
use crate::command::{Command, once};
use crate::organisations::offered;
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable};
use domain::facts::Subject;
use domain::ids::{CommandId, PersonId};
use domain::people::{PersonName, Profile, Sector};
use store::NewFact;

/// What her page shows.
#[derive(Clone, Debug)]
pub struct MyProfile {
    pub name: PersonName,
    pub sector: Option<Sector>,
    pub organisation: String,
    pub municipality: Option<u16>,
    pub profile: Profile,
    /// Names of organisations to choose from.
    pub organisations: Vec<String>,
    pub number: IdentityNumber,
}

#[derive(Debug, thiserror::Error)]
pub enum DescribeRefused {
    #[error("fields to mend: {0:?}")]
    Fields(Vec<WhoField>),
    #[error("not found")]
    NotFound,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(DescribeRefused);

impl Telar {
    pub async fn my_profile(&self, person: PersonId) -> Result<MyProfile, Unavailable> {
        let number = self.identity_number(person).await?;
        self.read(move |reading| {
            let row = reading.person(person)?.ok_or_else(|| Unavailable::Store("nobody is there".into()))?;
            Ok(MyProfile {
                name: row.name,
                sector: row.sector,
                organisation: row.organisation,
                municipality: row.municipality,
                profile: reading.profile(person)?,
                organisations: offered(reading)?,
                number,
            })
        })
        .await
    }

    /// Writes down who she is as it stands in the form, whole. A number that is left empty stays as it was.
    pub async fn describe(&self, person: PersonId, command: CommandId, form: WhoForm) -> Result<(), DescribeRefused> {
        let telar = self.clone();
        self.write(move |writing| {
            let row = writing.person(person)?.ok_or(DescribeRefused::NotFound)?;
            let who = WhoForm { name: row.name.as_str().to_owned(), ..form }.read().map_err(DescribeRefused::Fields)?;
            let content = (&who.described, who.cui.as_ref().map(|cui| cui.digits()));
            let command = Command::new(command, Some(person), "describe", &content);
            once!(command, writing, DescribeRefused::OtherContent);
            let about = Subject::Person(person);
            // Whoever reads the address that she takes back does not enter by what was sent there.
            if writing.profile(person)?.email != who.described.profile.email {
                writing.end_links_by_mail(person)?;
            }
            writing.record(vec![NewFact { actor: Some(person), about, what: who.described.into() }])?;
            if let Some(cui) = &who.cui {
                telar.keep_identity_number(writing, person, cui)?;
            }
            command.answer(writing, &())?;
            Ok(())
        })
        .await
    }
}
