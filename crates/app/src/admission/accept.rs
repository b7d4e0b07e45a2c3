//! Somebody who was named accepts: she says who she is, signs, and is in.

use super::promote::promote;
use crate::cohorts::{CohortCard, card};
use crate::command::{Command, once};
use crate::organisations::offered;
use crate::people::{Field, WhoForm, admit};
use crate::unavailable::or_unavailable;
use crate::{PageRefused, Telar, Unavailable, chance};
use domain::cohorts::{Admission, ApplicationState};
use domain::facts::{Agreement, ApplicationDecided, PersonAgreed, PersonRenamed, Subject, What};
use domain::ids::{ApplicationId, CommandId, EnrolmentId, PersonId};
use domain::people::{PersonName, Profile, Sector};
use store::NewFact;

/// What she is asked to accept, with what is known of her.
#[derive(Clone, Debug)]
pub struct AcceptPage {
    pub application: ApplicationId,
    pub card: CohortCard,
    pub admission: Admission,
    pub name: PersonName,
    pub sector: Option<Sector>,
    pub organisation: String,
    pub municipality: Option<u16>,
    pub profile: Profile,
    /// Names of organisations to choose from.
    pub organisations: Vec<String>,
}

/// The form, as typed.
#[derive(Clone, Debug)]
pub struct Accept {
    pub command: CommandId,
    pub application: ApplicationId,
    pub who: WhoForm,
    pub consent: String,
    pub conduct: String,
    pub requirements: String,
}

#[derive(Debug, thiserror::Error)]
pub enum AcceptRefused {
    #[error("not found")]
    NotFound,
    #[error("fields to mend: {0:?}")]
    Fields(Vec<Field>),
    /// She accepted already, or it was taken back.
    #[error("decided already")]
    Decided,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(AcceptRefused);

impl Telar {
    pub async fn accept_page(&self, person: PersonId, application: ApplicationId) -> Result<AcceptPage, PageRefused> {
        let telar = self.clone();
        self.read(move |reading| {
            let row = reading.application(application)?.filter(|row| row.person == person);
            let row = row.filter(|row| row.state == ApplicationState::Nominated).ok_or(PageRefused::NotFound)?;
            let cohort = reading.cohort(row.cohort)?.ok_or(PageRefused::NotFound)?;
            Ok(AcceptPage {
                application,
                card: card(&telar, reading, cohort)?,
                admission: reading.admission(row.cohort)?,
                name: row.name,
                sector: row.sector,
                organisation: row.organisation,
                municipality: row.municipality,
                profile: reading.profile(person)?,
                organisations: offered(reading)?,
            })
        })
        .await
    }

    pub async fn accept_nomination(&self, person: PersonId, it: Accept) -> Result<(), AcceptRefused> {
        let now = self.now();
        let enrolment: EnrolmentId = chance::id(now)?;
        let telar = self.clone();
        self.write(move |writing| {
            let row = writing.application(it.application)?.filter(|row| row.person == person);
            let row = row.ok_or(AcceptRefused::NotFound)?;
            let who = it.who.read();
            let mut fields: Vec<Field> =
                who.as_ref().err().cloned().unwrap_or_default().into_iter().map(Field::Who).collect();
            if !writing.admission(row.cohort)?.requirements.is_empty() && it.requirements.is_empty() {
                fields.push(Field::Requirements);
            }
            fields.extend(it.consent.is_empty().then_some(Field::Consent));
            fields.extend(it.conduct.is_empty().then_some(Field::Conduct));
            let (Ok(who), true) = (who, fields.is_empty()) else { return Err(AcceptRefused::Fields(fields)) };
            let content = (it.application, who.name.as_str(), &who.described);
            let command = Command::new(it.command, Some(person), "accept nomination", &content);
            once!(command, writing, AcceptRefused::OtherContent);
            if row.state != ApplicationState::Nominated {
                return Err(AcceptRefused::Decided);
            }
            let signed = |text, version: &str| PersonAgreed { text, version: version.to_owned() }.into();
            let (application, state) = (it.application, ApplicationState::Admitted);
            let mut facts: Vec<What> = vec![
                signed(Agreement::Consent, crate::people::CONSENT),
                signed(Agreement::Conduct, crate::people::CONDUCT),
                ApplicationDecided { application, state, word: String::new() }.into(),
                admit(writing, person, row.cohort, enrolment)?,
            ];
            if who.name != row.name {
                facts.push(PersonRenamed { name: who.name }.into());
            }
            facts.push(who.described.into());
            let about = Subject::Person(person);
            writing.record(facts.into_iter().map(|what| NewFact { actor: Some(person), about, what }).collect())?;
            if let Some(cui) = &who.cui {
                telar.keep_identity_number(writing, person, cui)?;
            }
            promote(writing, row.cohort, now)?;
            command.answer(writing, &())?;
            Ok(())
        })
        .await
    }
}
