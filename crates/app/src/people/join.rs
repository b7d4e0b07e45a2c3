//! Somebody comes to a cohort's link: she is in, or asks to be, or waits for a place, as its admission says.

use super::agreements::{CONDUCT, CONSENT, signed};
use super::{Who, WhoField, WhoForm};
use crate::access::{NewSession, begin};
use crate::command::{Command, OtherContent};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance, place};
use domain::cohorts::{Admission, ApplicationState, Comer, Entry, Openness};
use domain::facts::{
    Agreement, ApplicationMade, Enrolled, EnrolmentResumed, PersonAgreed, PersonRegistered, Subject, What,
};
use domain::ids::{ApplicationId, CohortId, CommandId, EnrolmentId, PersonId};
use domain::people::likened;
use domain::text::Language;
use serde::{Deserialize, Serialize};
use store::{NewFact, Reading, Writing};

/// The form, as typed.
#[derive(Clone, Debug)]
pub struct Join {
    pub command: CommandId,
    pub code: String,
    pub who: WhoForm,
    pub language: String,
    /// `on` where she agrees.
    pub consent: String,
    pub conduct: String,
    /// `on` where she says that she has what the cohort asks for.
    pub requirements: String,
    pub same_name: SameName,
    pub device: String,
    /// Who is signed in here: she comes in as herself, instead of a second person made.
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
    Who(WhoField),
    Language,
    Requirements,
    Consent,
    Conduct,
}

impl Field {
    pub fn name(self) -> &'static str {
        match self {
            Self::Who(field) => field.name(),
            Self::Language => "language",
            Self::Requirements => "requirements",
            Self::Consent => "consent",
            Self::Conduct => "conduct",
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
    /// Not yet, no longer, or only who was named: the page of the link says which.
    #[error("the cohort's door is shut")]
    Shut,
    #[error("another programme must be completed before")]
    NotBefore,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(JoinRefused);

/// How she stands after coming to the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    In,
    /// A coordinator decides.
    Asked,
    /// On the waiting list.
    Waiting,
}

#[derive(Clone, Debug)]
pub struct Joined {
    /// None where she was signed in already.
    pub session: Option<NewSession>,
    pub outcome: Outcome,
}

/// The form, read.
struct Form {
    who: Who,
    language: String,
}

impl Join {
    fn read(&self) -> Result<Form, Vec<Field>> {
        let mut fields = Vec::new();
        let who = self.who.read().map_err(|of_who| fields.extend(of_who.into_iter().map(Field::Who))).ok();
        let language: Option<Language> = self.language.parse().map_err(|_| fields.push(Field::Language)).ok();
        fields.extend(self.unsigned(true, true));
        match (fields.is_empty(), who, language) {
            (true, Some(who), Some(language)) => Ok(Form { who, language: language.into() }),
            _ => Err(fields),
        }
    }

    /// What she has to sign and did not.
    fn unsigned(&self, consent: bool, conduct: bool) -> impl Iterator<Item = Field> {
        let consent = (consent && self.consent.is_empty()).then_some(Field::Consent);
        consent.into_iter().chain((conduct && self.conduct.is_empty()).then_some(Field::Conduct))
    }
}

/// Ids that a write may need, drawn before it begins.
#[derive(Clone, Copy)]
struct Ids {
    enrolment: EnrolmentId,
    application: ApplicationId,
}

impl Telar {
    pub async fn join(&self, it: Join) -> Result<Joined, JoinRefused> {
        let ids = Ids { enrolment: chance::id(self.now())?, application: chance::id(self.now())? };
        if let Some(person) = it.already {
            return self.come_as_oneself(person, it, ids).await;
        }
        // What the cohort asks for is known only inside: the form's own mistakes and that one are told together.
        let form = it.read();
        let person: PersonId = chance::id(self.now())?;
        let (entry_code, token) = (chance::code::<6>()?, chance::token()?);
        let telar = self.clone();
        self.write(move |writing| {
            let (cohort, admission) = door(writing, &it.code)?;
            let mut fields = form.as_ref().err().cloned().unwrap_or_default();
            if !admission.requirements.is_empty() && it.requirements.is_empty() {
                fields.push(Field::Requirements);
            }
            let (Ok(form), true) = (form, fields.is_empty()) else { return Err(JoinRefused::Fields(fields)) };
            let described = &form.who.described;
            let content = (&it.code, form.who.name.as_str(), described, form.who.cui.as_ref().map(|cui| cui.digits()));
            let command = Command::new(it.command, None, "join", &content);
            match command.before::<(PersonId, Outcome)>(writing)? {
                Ok(None) => {}
                // The same form came again: a second press, or a resend. She is the same person.
                Ok(Some((person, outcome))) => {
                    // Whoever was erased meanwhile is not let in by an old form.
                    writing.person(person)?.ok_or(JoinRefused::NotFound)?;
                    let session = Some(begin(writing, person, &it.device, &token)?);
                    return Ok(Joined { session, outcome });
                }
                Err(OtherContent) => return Err(JoinRefused::OtherContent),
            }
            if it.same_name == SameName::Ask {
                let hers = likened(form.who.name.as_str());
                if writing.names_in_cohort(cohort)?.iter().any(|name| likened(name) == hers) {
                    return Err(JoinRefused::SameName);
                }
            }
            let today = place::day(writing.now()).to_string();
            let (what, outcome) = entry(writing, None, (cohort, &admission), &today, ids)?;
            let registered = PersonRegistered {
                person,
                name: form.who.name,
                language: form.language,
                sector: described.sector,
                organisation: described.organisation.clone(),
                municipality: described.municipality,
                consent: Some(CONSENT.to_owned()),
                entry_code,
            };
            let conduct = PersonAgreed { text: Agreement::Conduct, version: CONDUCT.to_owned() };
            let facts = vec![registered.into(), form.who.described.into(), conduct.into(), what];
            record(writing, person, facts)?;
            if let Some(cui) = &form.who.cui {
                telar.keep_identity_number(writing, person, cui)?;
            }
            command.answer(writing, &(person, outcome))?;
            Ok(Joined { session: Some(begin(writing, person, &it.device, &token)?), outcome })
        })
        .await
    }

    /// Somebody who is signed in comes as herself. Where she is in the cohort, or stands at its door already, nothing changes.
    async fn come_as_oneself(&self, person: PersonId, it: Join, ids: Ids) -> Result<Joined, JoinRefused> {
        self.write(move |writing| {
            let (cohort, admission) = door(writing, &it.code)?;
            let joined = |outcome| Ok(Joined { session: None, outcome });
            if writing.enrolments(person)?.iter().any(|row| row.cohort == cohort) {
                return joined(Outcome::In);
            }
            let stands =
                writing.applications_of(person)?.into_iter().find(|row| row.cohort == cohort && row.state.is_open());
            match stands.as_ref().map(|row| row.state) {
                Some(ApplicationState::Asked) => return joined(Outcome::Asked),
                Some(ApplicationState::Waiting) => return joined(Outcome::Waiting),
                _ => {}
            }
            let mut fields: Vec<Field> = Vec::new();
            if !admission.requirements.is_empty() && it.requirements.is_empty() {
                fields.push(Field::Requirements);
            }
            let signed = signed(writing, person)?;
            fields.extend(it.unsigned(!signed.consent, !signed.conduct));
            if !fields.is_empty() {
                return Err(JoinRefused::Fields(fields));
            }
            let today = place::day(writing.now()).to_string();
            let (what, outcome) = entry(writing, Some(person), (cohort, &admission), &today, ids)?;
            let mut facts = signed.missing();
            facts.push(what);
            record(writing, person, facts)?;
            joined(outcome)
        })
        .await
    }
}

fn door(reading: &mut Reading<'_>, code: &str) -> Result<(CohortId, Admission), JoinRefused> {
    let row = reading.cohort_by_join_code(&code.to_ascii_uppercase())?.ok_or(JoinRefused::NotFound)?;
    Ok((row.cohort, reading.admission(row.cohort)?))
}

/// What happens to who stands at the door today, as the fact that says so.
fn entry(
    writing: &mut Writing<'_>,
    who: Option<PersonId>,
    (cohort, admission): (CohortId, &Admission),
    today: &str,
    ids: Ids,
) -> Result<(What, Outcome), JoinRefused> {
    if admission.openness(today) != Openness::Open {
        return Err(JoinRefused::Shut);
    }
    if let Some(slug) = &admission.after {
        let completed = who.map_or(Ok(false), |person| writing.has_completed(person, slug))?;
        if !completed {
            return Err(JoinRefused::NotBefore);
        }
    }
    let asks = |state| ApplicationMade { application: ids.application, cohort, call: None, state }.into();
    let entry = admission.entry(Comer::Herself, writing.places_taken(cohort)?);
    // Whoever was in it and is no longer comes back by a coordinator's word, not by the link.
    let before = who.map_or(Ok(None), |person| writing.ended_enrolment(person, cohort))?;
    Ok(match (entry, before) {
        (Entry::NominationOnly, _) => return Err(JoinRefused::Shut),
        (Entry::Enrol, None) => (Enrolled { enrolment: ids.enrolment, cohort }.into(), Outcome::In),
        (Entry::Ask, _) | (Entry::Enrol, Some(_)) => (asks(ApplicationState::Asked), Outcome::Asked),
        (Entry::Wait, _) => (asks(ApplicationState::Waiting), Outcome::Waiting),
    })
}

/// She is in: as before, where she was in it once.
pub(crate) fn admit(
    writing: &mut Writing<'_>,
    person: PersonId,
    cohort: CohortId,
    enrolment: EnrolmentId,
) -> Result<What, store::StoreError> {
    Ok(match writing.ended_enrolment(person, cohort)? {
        Some(enrolment) => EnrolmentResumed { enrolment }.into(),
        None => Enrolled { enrolment, cohort }.into(),
    })
}

fn record(writing: &mut Writing<'_>, person: PersonId, facts: Vec<What>) -> Result<(), JoinRefused> {
    let about = Subject::Person(person);
    writing.record(facts.into_iter().map(|what| NewFact { actor: Some(person), about, what }).collect())?;
    Ok(())
}
