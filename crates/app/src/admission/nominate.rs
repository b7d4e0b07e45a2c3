//! An organisation names its people by the link that a coordinator gave it. Nobody has to sign in for that, so the page shows only what
//! the organisation itself wrote, and a link for somebody only until she has accepted.

use super::promote::promote;
use crate::access::{EntryLink, new_link};
use crate::cohorts::{CohortCard, card, line};
use crate::command::{Command, OtherContent};
use crate::organisations::known;
use crate::unavailable::or_unavailable;
use crate::{PageRefused, Telar, Unavailable, chance, place};
use domain::cohorts::{Admission, ApplicationState, Openness};
use domain::facts::{ApplicationDecided, ApplicationMade, PersonDescribed, PersonRegistered, Subject, What};
use domain::ids::{ApplicationId, CommandId, PersonId};
use domain::moment::Span;
use domain::organisations::Logo;
use domain::people::{NameRefused, PersonName, Phone, Profile, likened};
use domain::text::Language;
use store::{ApplicationRow, NewFact, NominationCallRow, Purpose, Reading};

/// How long somebody who was named has to open her link.
const LINK_LASTS: Span = Span::days(14);

/// What the organisation's link shows.
#[derive(Clone, Debug)]
pub struct CallPage {
    pub card: CohortCard,
    /// By the name that it goes by.
    pub organisation: String,
    pub logo: Option<Logo>,
    pub code: String,
    pub places: u16,
    /// How many more it may name; 0 where it was closed or the cohort's door is shut.
    pub left: u16,
    pub openness: Openness,
    pub closed: bool,
    pub admission: Admission,
    pub named: Vec<Named>,
}

/// Somebody whom the organisation named.
#[derive(Clone, Debug)]
pub struct Named {
    pub application: ApplicationId,
    pub name: PersonName,
    pub post: String,
    pub state: ApplicationState,
}

/// What the letter of nomination says.
#[derive(Clone, Debug)]
pub struct LetterOf {
    pub page: CallPage,
    pub today: domain::Moment,
}

/// The form, as typed.
#[derive(Clone, Debug)]
pub struct Nominate {
    pub command: CommandId,
    pub code: String,
    pub name: String,
    pub post: String,
    pub phone: String,
}

#[derive(Debug, thiserror::Error)]
pub enum NominateRefused {
    #[error("not found")]
    NotFound,
    #[error(transparent)]
    Name(NameRefused),
    #[error("a post has at most 120 characters")]
    Post,
    #[error("not a telephone number")]
    Phone,
    #[error("that name was named already")]
    SameName,
    /// It named as many as it may, was closed, or the cohort's door is shut.
    #[error("no more can be named")]
    NoMore,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(NominateRefused);

fn call(reading: &mut Reading<'_>, code: &str) -> Result<Option<NominationCallRow>, Unavailable> {
    Ok(reading.nomination_call(&code.to_ascii_uppercase())?)
}

/// Those whom a call named, whatever became of it.
fn named(reading: &mut Reading<'_>, call: &NominationCallRow) -> Result<Vec<ApplicationRow>, Unavailable> {
    let all = reading.applications_to(call.cohort)?;
    Ok(all.into_iter().filter(|row| row.call == Some(call.call)).collect())
}

fn left(call: &NominationCallRow, openness: &Openness) -> u16 {
    let may = call.closed.is_none() && *openness == Openness::Open;
    if may { call.places.saturating_sub(call.named) } else { 0 }
}

impl Telar {
    pub async fn nomination_page(&self, code: &str) -> Result<CallPage, PageRefused> {
        let (telar, code, today) = (self.clone(), code.to_owned(), self.today().to_string().to_string());
        self.read(move |reading| {
            let it = call(reading, &code)?.ok_or(PageRefused::NotFound)?;
            let row = reading.cohort(it.cohort)?.ok_or(PageRefused::NotFound)?;
            let admission = reading.admission(it.cohort)?;
            let openness = admission.openness(&today);
            let known = known(reading)?;
            let mut all = Vec::new();
            for row in named(reading, &it)? {
                let post = reading.profile(row.person)?.post;
                all.push(Named { application: row.application, name: row.name, post, state: row.state });
            }
            Ok(CallPage {
                card: card(&telar, reading, row)?,
                left: left(&it, &openness),
                organisation: known.name_of(&it.organisation).to_owned(),
                logo: known.of(&it.organisation).and_then(|card| card.logo.clone()),
                code: it.code,
                places: it.places,
                openness,
                closed: it.closed.is_some(),
                admission,
                named: all,
            })
        })
        .await
    }

    /// Names one person: she is registered, and a place is kept for her until she accepts or it is taken back.
    pub async fn nominate(&self, it: Nominate) -> Result<ApplicationId, NominateRefused> {
        let name = PersonName::parse(&it.name).map_err(NominateRefused::Name)?;
        let post = line(&it.post);
        if post.chars().count() > 120 || post.contains(['<', '>']) {
            return Err(NominateRefused::Post);
        }
        let phone = match it.phone.trim() {
            "" => None,
            written => Some(Phone::parse(written).map_err(|_| NominateRefused::Phone)?),
        };
        let (person, application): (PersonId, ApplicationId) = (chance::id(self.now())?, chance::id(self.now())?);
        let entry_code = chance::code::<6>()?;
        self.write(move |writing| {
            let command = Command::new(it.command, None, "nominate", &(&it.code, name.as_str(), &post, &phone));
            match command.before::<(PersonId, ApplicationId)>(writing)? {
                Ok(Some((_, application))) => return Ok(application),
                Ok(None) => {}
                Err(OtherContent) => return Err(NominateRefused::OtherContent),
            }
            let call = call(writing, &it.code)?.ok_or(NominateRefused::NotFound)?;
            let openness = writing.admission(call.cohort)?.openness(&place::day(writing.now()).to_string());
            if left(&call, &openness) == 0 {
                return Err(NominateRefused::NoMore);
            }
            let known = named(writing, &call)?;
            let open = |row: &&ApplicationRow| row.state.is_open() || row.state == ApplicationState::Admitted;
            if known.iter().filter(open).any(|row| likened(row.name.as_str()) == likened(name.as_str())) {
                return Err(NominateRefused::SameName);
            }
            let registered = PersonRegistered {
                person,
                name,
                language: Language::es().into(),
                sector: None,
                organisation: call.organisation.clone(),
                municipality: None,
                consent: None,
                entry_code,
            };
            let described = PersonDescribed {
                sector: None,
                organisation: call.organisation.clone(),
                municipality: None,
                profile: Profile { post, phone, ..Profile::default() },
            };
            let made = ApplicationMade {
                application,
                cohort: call.cohort,
                call: Some(call.call),
                state: ApplicationState::Nominated,
            };
            let facts: Vec<What> = vec![registered.into(), described.into(), made.into()];
            let about = Subject::Person(person);
            // Nobody is signed in: the organisation's link did it.
            writing.record(facts.into_iter().map(|what| NewFact { actor: None, about, what }).collect())?;
            command.answer(writing, &(person, application))?;
            Ok(application)
        })
        .await
    }

    /// The organisation takes back whom it named, as long as she has not accepted. Saying so twice changes nothing.
    pub async fn take_back_nomination(&self, code: &str, application: ApplicationId) -> Result<(), NominateRefused> {
        let (code, now) = (code.to_owned(), self.now());
        self.write(move |writing| {
            let call = call(writing, &code)?.ok_or(NominateRefused::NotFound)?;
            let row = writing.application(application)?.filter(|row| row.call == Some(call.call));
            let row = row.ok_or(NominateRefused::NotFound)?;
            if row.state == ApplicationState::Nominated {
                let state = ApplicationState::Withdrawn;
                let what = ApplicationDecided { application, state, word: String::new() }.into();
                writing.record(vec![NewFact { actor: None, about: Subject::Person(row.person), what }])?;
                promote(writing, call.cohort, now)?;
            }
            Ok(())
        })
        .await
    }

    /// A link for somebody who was named and has not accepted yet. Once she has, the organisation's link opens nothing of hers.
    pub async fn nominee_link(
        &self,
        code: &str,
        application: ApplicationId,
    ) -> Result<(PersonName, EntryLink), NominateRefused> {
        let (code, token) = (code.to_owned(), chance::token()?);
        self.write(move |writing| {
            let call = call(writing, &code)?.ok_or(NominateRefused::NotFound)?;
            let row = writing.application(application)?.filter(|row| row.call == Some(call.call));
            let row = row.filter(|row| row.state == ApplicationState::Nominated).ok_or(NominateRefused::NotFound)?;
            // Somebody who got a role meanwhile enters by what an administrator hands her.
            if writing.grants(row.person)?.is_staff() {
                return Err(NominateRefused::NotFound);
            }
            let link = new_link(writing, Purpose::Enter, Some(row.person), (&token, LINK_LASTS))?;
            Ok((row.name, link))
        })
        .await
    }

    pub async fn letter_of_nomination(&self, code: &str) -> Result<LetterOf, PageRefused> {
        Ok(LetterOf { page: self.nomination_page(code).await?, today: self.now() })
    }
}
