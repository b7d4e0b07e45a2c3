//! How people come into a cohort, for whoever runs it: the door and its places, who asks and who waits, which organisations were asked to
//! name people. Each wish is a form of its own.

use super::view::place;
use crate::error::Refusal;
use crate::learner::sector;
use crate::page::{self, Frame, Place};
use crate::people::{path, state as state_words};
use crate::visitor::{Form, Id, Ids, W, Who};
use crate::{State, dates};
use app::access::Visitor;
use app::admission::{
    AdmissionField, AdmissionPage, Applicant, CallForNominations, CallRefused, DecideRefused, Decision, LeaveRefused,
    SetAdmission, SetAdmissionRefused,
};
use app::cohorts::SLIPS_AT_ONCE;
use askama::Template;
use axum::extract::State as FromState;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::cohorts::{ApplicationState, Door, Openness};
use domain::ids::{ApplicationId, CohortId, CommandId, NominationCallId, PersonId};
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "staff/admission.html")]
struct Page {
    frame: Frame,
    cohort: String,
    back: String,
    base: String,
    problem: String,
    /// How it stands: «34 de 40 lugares · 2 en espera».
    standing: String,
    open: String,
    doors: Vec<DoorChoice>,
    fields: Fields,
    problems: Vec<(&'static str, String)>,
    programmes: Vec<(String, String, bool)>,
    asking: Vec<Line>,
    waiting: Vec<Line>,
    named: Vec<Line>,
    decided: Vec<Line>,
    calls: Vec<CallLine>,
    call: CallWish,
    call_problem: String,
    full: bool,
    doubles: Vec<String>,
    /// How many of those who were named have no slip yet.
    slips: String,
    /// Names of organisations to choose from.
    organisations: Vec<String>,
}

struct DoorChoice {
    code: &'static str,
    name: String,
    note: String,
    chosen: bool,
}

/// What was written in the settings.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Fields {
    command: Option<CommandId>,
    door: String,
    places: String,
    opens: String,
    closes: String,
    requirements: String,
    after: String,
}

struct Line {
    name: String,
    about: String,
    when: String,
    state: String,
    action: String,
    label_admit: String,
    label_refuse: String,
    word: String,
    /// Where a link and a slip for her are made; empty where others let her in.
    link: String,
    person: String,
    label_link: String,
    label_slip: String,
}

struct CallLine {
    organisation: String,
    about: String,
    url: String,
    close: String,
    closed: String,
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct CallWish {
    command: Option<CommandId>,
    organisation: String,
    places: String,
}

#[derive(Deserialize)]
pub struct DecideWish {
    command: CommandId,
    decision: String,
    #[serde(default)]
    word: String,
}

#[derive(Deserialize)]
pub struct RemoveWish {
    #[serde(default)]
    word: String,
}

/// What was sent and not taken.
#[derive(Default)]
struct Again {
    problem: String,
    fields: Option<Fields>,
    refused: Vec<AdmissionField>,
    call: CallWish,
    call_problem: String,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(cohort): Id<CohortId>,
) -> Result<Response, Refusal> {
    render(&state, visitor, w, (cohort, Again::default())).await
}

pub async fn set(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(cohort): Id<CohortId>,
    Form(fields): Form<Fields>,
) -> Result<Response, Refusal> {
    let wish = fields.clone();
    let set = SetAdmission {
        command: wish.command.ok_or(Refusal::Unreadable)?,
        cohort,
        door: wish.door,
        places: wish.places,
        opens: wish.opens,
        closes: wish.closes,
        requirements: wish.requirements,
        after: wish.after,
    };
    let again = match state.telar.set_admission(visitor.person, set).await {
        Ok(()) => return Ok(Redirect::to(&format!("/cohorts/{cohort}/admission")).into_response()),
        Err(SetAdmissionRefused::NotFound) => return Err(Refusal::NotFound),
        Err(SetAdmissionRefused::Unavailable(why)) => return Err(why.into()),
        Err(SetAdmissionRefused::OtherContent) => Again { problem: w.site_refused_old(), ..Again::default() },
        Err(SetAdmissionRefused::Fields(refused)) => {
            Again { problem: w.site_refused_fields(), fields: Some(fields), refused, ..Again::default() }
        }
    };
    refuse(&state, visitor, w, (cohort, again)).await
}

pub async fn decide(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Ids(cohort, application): Ids<CohortId, ApplicationId>,
    Form(wish): Form<DecideWish>,
) -> Result<Response, Refusal> {
    let decision: Decision = wish.decision.parse().map_err(|()| Refusal::Unreadable)?;
    let decided = state
        .telar
        .decide_application(visitor.person, (cohort, application), (wish.command, decision, &wish.word))
        .await;
    let problem = match decided {
        Ok(_) => return Ok(Redirect::to(&format!("/cohorts/{cohort}/admission")).into_response()),
        Err(DecideRefused::NotFound) => return Err(Refusal::NotFound),
        Err(DecideRefused::Unavailable(why)) => return Err(why.into()),
        Err(DecideRefused::Decided) => w.admission_refused_decided(),
        Err(DecideRefused::TooLong) => w.admission_refused_long(),
        Err(DecideRefused::OtherContent) => w.site_refused_old(),
    };
    refuse(&state, visitor, w, (cohort, Again { problem, ..Again::default() })).await
}

pub async fn call(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(cohort): Id<CohortId>,
    Form(wish): Form<CallWish>,
) -> Result<Response, Refusal> {
    let call = CallForNominations {
        command: wish.command.ok_or(Refusal::Unreadable)?,
        cohort,
        organisation: wish.organisation.clone(),
        places: wish.places.clone(),
    };
    let call_problem = match state.telar.call_for_nominations(visitor.person, call).await {
        Ok(_) => return Ok(Redirect::to(&format!("/cohorts/{cohort}/admission#calls")).into_response()),
        Err(CallRefused::NotFound) => return Err(Refusal::NotFound),
        Err(CallRefused::Unavailable(why)) => return Err(why.into()),
        Err(CallRefused::Organisation) => w.admission_refused_organisation(),
        Err(CallRefused::Places) => w.admission_refused_call_places(),
        Err(CallRefused::OtherContent) => w.site_refused_old(),
    };
    refuse(&state, visitor, w, (cohort, Again { call: wish, call_problem, ..Again::default() })).await
}

pub async fn close_call(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    Ids(cohort, call): Ids<CohortId, NominationCallId>,
) -> Result<Response, Refusal> {
    match state.telar.close_nominations(visitor.person, (cohort, call)).await {
        Ok(()) => Ok(Redirect::to(&format!("/cohorts/{cohort}/admission#calls")).into_response()),
        Err(CallRefused::Unavailable(why)) => Err(why.into()),
        Err(_) => Err(Refusal::NotFound),
    }
}

/// Ends somebody's enrolment.
pub async fn remove(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    Ids(cohort, person): Ids<CohortId, PersonId>,
    Form(wish): Form<RemoveWish>,
) -> Result<Response, Refusal> {
    match state.telar.remove_from_cohort(visitor.person, (cohort, person), &wish.word).await {
        Ok(()) => Ok(Redirect::to(&format!("/cohorts/{cohort}")).into_response()),
        Err(LeaveRefused::NotFound) => Err(Refusal::NotFound),
        Err(LeaveRefused::Completed) => Err(Refusal::Conflict),
        Err(LeaveRefused::Unavailable(why)) => Err(why.into()),
    }
}

async fn refuse(
    state: &State,
    visitor: Visitor,
    w: &'static Words,
    again: (CohortId, Again),
) -> Result<Response, Refusal> {
    let mut response = render(state, visitor, w, again).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

async fn render(
    state: &State,
    visitor: Visitor,
    w: &'static Words,
    (cohort, again): (CohortId, Again),
) -> Result<Response, Refusal> {
    let page = state.telar.admission_page(&visitor, cohort).await?;
    let language = w.language();
    let fields = again.fields.unwrap_or_else(|| stands(&page));
    let of = |wanted: &[ApplicationState]| -> Vec<Line> {
        let those = page.applicants.iter().filter(|it| wanted.contains(&it.state));
        those.map(|it| line(w, cohort, it)).collect()
    };
    let free = page.admission.free(page.taken);
    let door = |door: Door| DoorChoice {
        code: door.as_str(),
        name: door_name(w, door),
        note: door_note(w, door),
        chosen: fields.door == door.as_str(),
    };
    Ok(page::html(&Page {
        cohort: page.card.name.clone(),
        back: format!("/cohorts/{cohort}"),
        base: format!("/cohorts/{cohort}"),
        problem: again.problem,
        standing: match page.admission.places {
            Some(places) => w.admission_standing(places, page.taken, page.waiting),
            None => w.admission_standing_free(page.taken),
        },
        open: match &page.openness {
            Openness::Open => String::new(),
            Openness::NotYet(day) => w.join_not_yet(dates::written_day(day, language)),
            Openness::Closed(day) => w.join_closed(dates::written_day(day, language)),
        },
        doors: Door::ALL.map(door).into(),
        problems: again.refused.iter().map(|field| (field.name(), field_problem(w, *field))).collect(),
        programmes: page
            .programmes
            .iter()
            .map(|(slug, title)| (slug.clone(), title.get(language).to_owned(), *slug == fields.after))
            .collect(),
        fields,
        asking: of(&[ApplicationState::Asked]),
        waiting: of(&[ApplicationState::Waiting]),
        named: of(&[ApplicationState::Nominated]),
        decided: of(&[ApplicationState::Admitted, ApplicationState::Refused, ApplicationState::Withdrawn]),
        calls: page.calls.iter().map(|it| call_line(state, w, cohort, it)).collect(),
        organisations: page.organisations.clone(),
        call: again.call,
        call_problem: again.call_problem,
        full: free == Some(0),
        slips: match page.applicants.iter().filter(|it| it.without_pin).count() {
            0 => String::new(),
            count => w.admission_slips(count.min(SLIPS_AT_ONCE), count),
        },
        doubles: page
            .doubles
            .iter()
            .map(|it| match &it.other {
                Some(other) => w.admission_double(it.name.as_str(), other.as_str()),
                None => w.admission_double_elsewhere(it.name.as_str()),
            })
            .collect(),
        frame: Frame::new(w, Some(visitor), Place::Desk, w.desk_title()),
    }))
}

impl Page {
    fn problem_of(&self, field: &str) -> &str {
        self.problems.iter().find(|(name, _)| *name == field).map_or("", |(_, words)| words)
    }
}

/// The settings as they stand, as a form holds them.
fn stands(page: &AdmissionPage) -> Fields {
    let it = &page.admission;
    Fields {
        command: None,
        door: it.door.as_str().to_owned(),
        places: it.places.map_or_else(String::new, |places| places.to_string()),
        opens: it.opens.clone().unwrap_or_default(),
        closes: it.closes.clone().unwrap_or_default(),
        requirements: it.requirements.join("\n"),
        after: it.after.clone().unwrap_or_default(),
    }
}

fn line(w: &Words, cohort: CohortId, it: &Applicant) -> Line {
    let name = it.name.as_str();
    let about = [
        it.profile.post.clone(),
        place(&it.organisation, it.municipality),
        it.sector.map_or_else(String::new, |of| sector(w, Some(of))),
        it.profile.path.map_or_else(String::new, |of| path(w, of)),
        it.profile.phone.as_ref().map_or_else(String::new, |phone| phone.spoken()),
        it.named_by.as_ref().map_or_else(String::new, |by| w.admission_named_by(by.as_str())),
    ];
    Line {
        about: about.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · "),
        when: dates::day(it.decided.unwrap_or(it.made), w.language()),
        state: state_words(w, it.state),
        action: format!("/cohorts/{cohort}/applications/{}", it.application),
        label_admit: w.admission_admit_label(name),
        label_refuse: w.admission_refuse_label(name),
        word: it.word.clone(),
        link: if it.to_let_in { format!("/cohorts/{cohort}/people/{}/entry-link", it.person) } else { String::new() },
        person: it.person.to_string(),
        label_link: w.desk_link_make_label(name),
        label_slip: w.desk_slip_make_label(name),
        name: name.to_owned(),
    }
}

fn call_line(state: &State, w: &Words, cohort: CohortId, it: &app::admission::Call) -> CallLine {
    CallLine {
        organisation: it.organisation.clone(),
        about: w.admission_call_about(it.accepted, it.named, it.places),
        url: state.settings.address(&format!("/n/{}", it.code)),
        close: if it.closed.is_none() {
            format!("/cohorts/{cohort}/nominations/{}/closing", it.call)
        } else {
            String::new()
        },
        closed: it.closed.map_or_else(String::new, |at| w.admission_call_closed(dates::day(at, w.language()))),
    }
}

fn door_name(w: &Words, door: Door) -> String {
    match door {
        Door::Link => w.admission_door_link(),
        Door::Request => w.admission_door_request(),
        Door::Nomination => w.admission_door_nomination(),
    }
}

fn door_note(w: &Words, door: Door) -> String {
    match door {
        Door::Link => w.admission_door_link_note(),
        Door::Request => w.admission_door_request_note(),
        Door::Nomination => w.admission_door_nomination_note(),
    }
}

fn field_problem(w: &Words, field: AdmissionField) -> String {
    match field {
        AdmissionField::Door => w.admission_refused_door(),
        AdmissionField::Places => w.admission_refused_places(),
        AdmissionField::Opens => w.admission_refused_opens(),
        AdmissionField::Closes => w.admission_refused_closes(),
        AdmissionField::Requirements => w.admission_refused_requirements(),
        AdmissionField::After => w.admission_refused_after(),
    }
}
