//! What those who run a cohort see of its admission, and what somebody sees of her own applications.

use crate::access::Visitor;
use crate::cohorts::{CohortCard, card};
use crate::organisations::{known, offered};
use crate::{PageRefused, Telar, Unavailable};
use domain::cohorts::{Admission, ApplicationState, Openness};
use domain::ids::{ApplicationId, CohortId, NominationCallId, PersonId};
use domain::people::{PersonName, Profile, Sector};
use domain::{Moment, Text};
use std::collections::{HashMap, HashSet};

#[derive(Clone, Debug)]
pub struct AdmissionPage {
    pub card: CohortCard,
    pub admission: Admission,
    pub openness: Openness,
    /// How many are in the cohort or have a place kept for them, and how many wait.
    pub taken: u64,
    pub waiting: u64,
    /// Everybody who applied, in the order in which they came.
    pub applicants: Vec<Applicant>,
    pub calls: Vec<Call>,
    /// People who gave the same number of an identity document, once for each pair.
    pub doubles: Vec<Double>,
    /// The programmes of the site, of which one may have to be completed before.
    pub programmes: Vec<(String, Text)>,
    /// Names of organisations to choose from.
    pub organisations: Vec<String>,
}

#[derive(Clone, Debug)]
pub struct Applicant {
    pub application: ApplicationId,
    pub person: PersonId,
    pub name: PersonName,
    pub sector: Option<Sector>,
    pub organisation: String,
    pub municipality: Option<u16>,
    pub profile: Profile,
    /// The organisation that named her.
    pub named_by: Option<String>,
    pub state: ApplicationState,
    pub made: Moment,
    pub decided: Option<Moment>,
    pub word: String,
    /// She was named and has never been on this site: whoever runs the cohort lets her in.
    pub to_let_in: bool,
    /// And has no PIN yet.
    pub without_pin: bool,
}

/// An organisation that was asked to name people.
#[derive(Clone, Debug)]
pub struct Call {
    pub call: NominationCallId,
    pub organisation: String,
    pub code: String,
    pub places: u16,
    pub named: u16,
    pub accepted: u16,
    pub called: Moment,
    pub closed: Option<Moment>,
}

/// How somebody stands at a cohort's door.
#[derive(Clone, Debug)]
pub struct Standing {
    pub application: ApplicationId,
    pub cohort_name: String,
    pub state: ApplicationState,
    /// The organisation that named her.
    pub named_by: Option<String>,
    /// How many are before her on the waiting list.
    pub before: u64,
    pub word: String,
    pub decided: Option<Moment>,
}

/// How long she is told that she was refused, or that her place was taken back.
const TOLD_FOR: domain::moment::Span = domain::moment::Span::days(60);

/// Somebody of this cohort, and who else gave her number; none where that is nobody of this cohort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Double {
    pub name: PersonName,
    pub other: Option<PersonName>,
}

/// Whoever runs a cohort reads no names of others: of somebody elsewhere, only that there is one.
fn doubles(pairs: Vec<[(PersonId, PersonName); 2]>) -> Vec<Double> {
    let here: HashSet<PersonId> = pairs.iter().map(|[(person, _), _]| *person).collect();
    let mut told = HashSet::new();
    let once = pairs
        .into_iter()
        .filter(|[(person, _), (other, _)]| told.insert((*person, *other)) && !told.contains(&(*other, *person)));
    once.map(|[(_, name), (other, other_name)]| Double { name, other: here.contains(&other).then_some(other_name) })
        .collect()
}

impl Telar {
    pub async fn admission_page(&self, visitor: &Visitor, cohort: CohortId) -> Result<AdmissionPage, PageRefused> {
        if !visitor.grants.runs(cohort) {
            return Err(PageRefused::NotFound);
        }
        let (telar, today) = (self.clone(), self.today().to_string());
        self.read(move |reading| {
            let row = reading.cohort(cohort)?.ok_or(PageRefused::NotFound)?;
            let admission = reading.admission(cohort)?;
            let (taken, waiting) = reading.places_taken(cohort)?;
            let known = known(reading)?;
            let mut calls = reading.nomination_calls(cohort)?;
            calls.iter_mut().for_each(|row| row.organisation = known.name_of(&row.organisation).to_owned());
            let organisations: HashMap<NominationCallId, String> =
                calls.iter().map(|row| (row.call, row.organisation.clone())).collect();
            let mut profiles: HashMap<PersonId, Profile> = reading.profiles_applying_to(cohort)?.into_iter().collect();
            let rows = reading.applications_to(cohort)?;
            let accepted = |call| {
                let of_it = rows.iter().filter(|row| row.call == Some(call) && row.state == ApplicationState::Admitted);
                u16::try_from(of_it.count()).unwrap_or(u16::MAX)
            };
            let calls = calls
                .into_iter()
                .map(|row| Call {
                    accepted: accepted(row.call),
                    call: row.call,
                    organisation: row.organisation,
                    code: row.code,
                    places: row.places,
                    named: row.named,
                    called: row.called,
                    closed: row.closed,
                })
                .collect();
            let fresh = reading.named_and_never_here(cohort)?;
            let applicants = rows
                .into_iter()
                .map(|row| Applicant {
                    profile: profiles.remove(&row.person).unwrap_or_default(),
                    named_by: row.call.and_then(|call| organisations.get(&call).cloned()),
                    to_let_in: row.state == ApplicationState::Nominated && fresh.contains_key(&row.person),
                    without_pin: row.state == ApplicationState::Nominated && fresh.get(&row.person) == Some(&false),
                    application: row.application,
                    person: row.person,
                    name: row.name,
                    sector: row.sector,
                    organisation: known.name_of(&row.organisation).to_owned(),
                    municipality: row.municipality,
                    state: row.state,
                    made: row.made,
                    decided: row.decided,
                    word: row.word,
                })
                .collect();
            let mut programmes: Vec<(String, Text)> = Vec::new();
            for version in reading.versions()? {
                if !programmes.iter().any(|(slug, _)| *slug == version.slug) {
                    let title = telar.shelf().take(reading, version.version)?.title.clone();
                    programmes.push((version.slug, title));
                }
            }
            let openness = admission.openness(&today);
            let card = card(&telar, reading, row)?;
            let doubles = doubles(reading.same_numbers_in(cohort)?);
            Ok(AdmissionPage {
                organisations: offered(reading)?,
                card,
                openness,
                admission,
                taken,
                waiting,
                applicants,
                calls,
                programmes,
                doubles,
            })
        })
        .await
    }

    /// How she stands at the doors of cohorts that she is not in.
    pub async fn standings(&self, person: PersonId) -> Result<Vec<Standing>, Unavailable> {
        let now = self.now();
        self.read(move |reading| {
            let mut standings = Vec::new();
            for row in reading.applications_of(person)? {
                let told = row.state.is_open()
                    || (matches!(row.state, ApplicationState::Refused)
                        && row.decided.is_some_and(|decided| now - decided < TOLD_FOR));
                if !told {
                    continue;
                }
                let named_by = match row.call {
                    Some(call) => {
                        let calls = reading.nomination_calls(row.cohort)?;
                        let text = calls.into_iter().find(|it| it.call == call).map(|it| it.organisation);
                        let known = known(reading)?;
                        text.map(|text| known.name_of(&text).to_owned())
                    }
                    None => None,
                };
                let before = match row.state {
                    ApplicationState::Waiting => {
                        let list = reading.applications_to(row.cohort)?;
                        let waiting = list.iter().filter(|it| it.state == ApplicationState::Waiting);
                        waiting.take_while(|it| it.application != row.application).count() as u64
                    }
                    _ => 0,
                };
                standings.push(Standing {
                    application: row.application,
                    cohort_name: row.cohort_name,
                    state: row.state,
                    named_by,
                    before,
                    word: row.word,
                    decided: row.decided,
                });
            }
            Ok(standings)
        })
        .await
    }
}
