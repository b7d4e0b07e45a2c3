//! She chooses her language.

use crate::{Telar, Unavailable};
use domain::facts::{LanguageChosen, Subject};
use domain::ids::PersonId;
use domain::text::Language;
use store::NewFact;

impl Telar {
    /// Sets the language; what is no language code is Spanish.
    pub async fn choose_language(&self, person: PersonId, language: &str) -> Result<(), Unavailable> {
        let language: String = language.parse().unwrap_or_else(|_| Language::es()).into();
        self.write(move |writing| {
            if writing.person(person)?.is_some_and(|row| row.language != language) {
                let what = LanguageChosen { language }.into();
                writing.record(vec![NewFact { actor: Some(person), about: Subject::Person(person), what }])?;
            }
            Ok(())
        })
        .await
    }
}
