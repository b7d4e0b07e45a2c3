//! Somebody joins a cohort by its link.

use super::join_page::CONSENT;
use crate::access::{NewSession, begin};
use crate::cohorts::line;
use crate::command::{Command, OtherContent};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance};
use domain::facts::{Enrolled, PersonRegistered, Subject, What};
use domain::ids::{CohortId, CommandId, EnrolmentId, PersonId};
use domain::people::{NameRefused, PersonName, Sector, likened, municipality};
use domain::text::Language;
use store::{NewFact, Writing};

/// The form, as typed.
#[derive(Clone, Debug)]
pub struct Join {
    pub command: CommandId,
    pub code: String,
    pub name: String,
    pub sector: String,
    pub organisation: String,
    /// `1601`, or nothing.
    pub municipality: String,
    pub language: String,
    /// `on` where she agrees.
    pub consent: String,
    pub same_name: SameName,
    pub device: String,
    /// Who is signed in here: she is enrolled, instead of a second person made.
    pub already: Option<PersonId>,
}

/// What to do where somebody of that name is in the cohort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SameName {
    Ask,
    /// She said that she is another person with the same name.
    Another,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Name(NameRefused),
    Sector,
    Organisation,
    Municipality,
    Language,
    Consent,
}

impl Field {
    pub fn name(self) -> &'static str {
        match self {
            Self::Name(_) => "name",
            Self::Sector => "sector",
            Self::Organisation => "organisation",
            Self::Municipality => "municipality",
            Self::Language => "language",
            Self::Consent => "consent",
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum JoinRefused {
    #[error("not found")]
    NotFound,
    #[error("fields to mend: {0:?}")]
    Fields(Vec<Field>),
    #[error("somebody of that name is in the cohort")]
    SameName,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(JoinRefused);

#[derive(Clone, Debug)]
pub struct Joined {
    /// None where she was signed in already.
    pub session: Option<NewSession>,
    pub enrolment: EnrolmentId,
}

/// The form, read.
struct Form {
    name: PersonName,
    sector: Sector,
    organisation: String,
    municipality: u16,
    language: String,
}

impl Join {
    fn read(&self) -> Result<Form, Vec<Field>> {
        let mut fields = Vec::new();
        let name = PersonName::parse(&self.name).map_err(|why| fields.push(Field::Name(why))).ok();
        let sector: Option<Sector> = self.sector.parse().map_err(|()| fields.push(Field::Sector)).ok();
        let organisation = line(&self.organisation);
        if !(2..=160).contains(&organisation.chars().count()) {
            fields.push(Field::Organisation);
        }
        let place = self.municipality.trim().parse::<u16>().ok().filter(|code| municipality(*code).is_some());
        if place.is_none() {
            fields.push(Field::Municipality);
        }
        let language: Option<Language> = self.language.parse().map_err(|_| fields.push(Field::Language)).ok();
        if self.consent.is_empty() {
            fields.push(Field::Consent);
        }
        match (fields.is_empty(), name, sector, place, language) {
            (true, Some(name), Some(sector), Some(municipality), Some(language)) => {
                Ok(Form { name, sector, organisation, municipality, language: language.into() })
            }
            _ => Err(fields),
        }
    }
}

impl Telar {
    pub async fn join(&self, it: Join) -> Result<Joined, JoinRefused> {
        if let Some(person) = it.already {
            return self.enrol_oneself(person, it).await;
        }
        let form = it.read().map_err(JoinRefused::Fields)?;
        let (person, enrolment) = (chance::id::<PersonId>(self.now())?, chance::id::<EnrolmentId>(self.now())?);
        let (entry_code, token) = (chance::code::<6>()?, chance::token()?);
        self.write(move |writing| {
            let content = (&it.code, form.name.as_str(), form.sector, &form.organisation, form.municipality);
            let command = Command::new(it.command, None, "join", &content);
            match command.before::<(PersonId, EnrolmentId)>(writing)? {
                Ok(None) => {}
                // The same form came again: a second press, or a resend. She is the same person.
                Ok(Some((person, enrolment))) => {
                    // Whoever was erased meanwhile is not let in by an old form.
                    writing.person(person)?.ok_or(JoinRefused::NotFound)?;
                    let session = Some(begin(writing, person, &it.device, &token)?);
                    return Ok(Joined { session, enrolment });
                }
                Err(OtherContent) => return Err(JoinRefused::OtherContent),
            }
            let cohort = cohort_of(writing, &it.code)?;
            if it.same_name == SameName::Ask {
                let hers = likened(form.name.as_str());
                if writing.names_in_cohort(cohort)?.iter().any(|name| likened(name) == hers) {
                    return Err(JoinRefused::SameName);
                }
            }
            let registered = PersonRegistered {
                person,
                name: form.name,
                language: form.language,
                sector: Some(form.sector),
                organisation: form.organisation,
                municipality: Some(form.municipality),
                consent: Some(CONSENT.to_owned()),
                entry_code,
            };
            record(writing, person, vec![registered.into(), Enrolled { enrolment, cohort }.into()])?;
            command.answer(writing, &(person, enrolment))?;
            Ok(Joined { session: Some(begin(writing, person, &it.device, &token)?), enrolment })
        })
        .await
    }

    /// Somebody who is signed in joins a cohort as herself. Joining one that she is in changes nothing.
    async fn enrol_oneself(&self, person: PersonId, it: Join) -> Result<Joined, JoinRefused> {
        let enrolment = chance::id::<EnrolmentId>(self.now())?;
        self.write(move |writing| {
            let cohort = cohort_of(writing, &it.code)?;
            if let Some(standing) = writing.enrolments(person)?.iter().find(|row| row.cohort == cohort) {
                return Ok(Joined { session: None, enrolment: standing.enrolment });
            }
            record(writing, person, vec![Enrolled { enrolment, cohort }.into()])?;
            Ok(Joined { session: None, enrolment })
        })
        .await
    }
}

fn cohort_of(writing: &mut Writing<'_>, code: &str) -> Result<CohortId, JoinRefused> {
    let row = writing.cohort_by_join_code(&code.to_ascii_uppercase())?;
    row.map(|row| row.cohort).ok_or(JoinRefused::NotFound)
}

fn record(writing: &mut Writing<'_>, person: PersonId, facts: Vec<What>) -> Result<(), JoinRefused> {
    let about = Subject::Person(person);
    writing.record(facts.into_iter().map(|what| NewFact { actor: Some(person), about, what }).collect())?;
    Ok(())
}
