//! She mends her name, before a certificate carries it.

use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable};
use domain::facts::{PersonRenamed, Subject};
use domain::ids::PersonId;
use domain::people::{NameRefused, PersonName};
use store::NewFact;

#[derive(Debug, thiserror::Error)]
pub enum RenameRefused {
    #[error(transparent)]
    Name(NameRefused),
    /// A certificate carries the name; the coordinator mends both together.
    #[error("a certificate carries this name")]
    Certified,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(RenameRefused);

impl Telar {
    pub async fn rename(&self, person: PersonId, name: &str) -> Result<(), RenameRefused> {
        let name = PersonName::parse(name).map_err(RenameRefused::Name)?;
        self.write(move |writing| {
            if writing.person(person)?.is_some_and(|row| row.name == name) {
                return Ok(());
            }
            if writing.certificates_of(person)?.iter().any(|it| it.standing().holds()) {
                return Err(RenameRefused::Certified);
            }
            let what = PersonRenamed { name }.into();
            writing.record(vec![NewFact { actor: Some(person), about: Subject::Person(person), what }])?;
            Ok(())
        })
        .await
    }
}
