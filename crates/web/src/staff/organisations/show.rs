//! One organisation: its page, and the forms that make it, change it, say that it is the same as another, and take that back.

use super::form::FormView;
use super::frame;
use super::words_for::{about, href, kind};
use crate::error::Refusal;
use crate::page::{self, Frame};
use crate::public::{LogoView, logo};
use crate::upload::Upload;
use crate::visitor::{Form, Id, W, Who};
use crate::{State, dates};
use app::access::Visitor;
use app::organisations::{
    Change, Changed, DoubleOf, KeepOrganisation, KeepOrganisationRefused, LogoWish, MOST, MergeOrganisation,
    MergeRefused, OrganisationField, OrganisationForm, SeparateOrganisation, WhatChanged,
};
use askama::Template;
use axum::extract::{Query, State as FromState};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::{CommandId, OrganisationId};
use domain::organisations::DEEPEST;
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "staff/organisation_new.html")]
struct NewPage {
    frame: Frame,
    problem: String,
    form: FormView,
}

#[derive(Template)]
#[template(path = "staff/organisation.html")]
struct Page {
    frame: Frame,
    name: String,
    about: String,
    said: String,
    problem: String,
    base: String,
    logo: Option<LogoView>,
    /// Name and address, the highest first.
    above: Vec<(String, String)>,
    also: String,
    people: String,
    people_under: String,
    under: Vec<Below>,
    /// Where it is the double of another.
    double: Option<Double>,
    doubles: Vec<Double>,
    changes: Vec<Line>,
    /// Absent for those who only read, and for a double.
    form: Option<FormView>,
    form_open: bool,
    merge: MergeView,
    separate: SeparateView,
    writes: bool,
}

struct Below {
    name: String,
    href: String,
    about: String,
    people: String,
}

struct Double {
    name: String,
    href: String,
    note: String,
}

struct Line {
    when: String,
    words: Vec<String>,
}

#[derive(Default)]
struct MergeView {
    open: bool,
    into: String,
    into_problem: String,
    reason: String,
    reason_problem: String,
    names: Vec<String>,
}

#[derive(Default)]
struct SeparateView {
    reason: String,
    problem: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    name: String,
    done: String,
    /// With which it may be one.
    into: String,
}

#[derive(Deserialize)]
pub struct MergeWish {
    command: CommandId,
    #[serde(default)]
    into: String,
    #[serde(default)]
    reason: String,
}

/// What was sent and not taken, or what was done.
#[derive(Default)]
struct Again {
    said: String,
    problem: String,
    form: Option<(OrganisationForm, bool)>,
    refused: Vec<OrganisationField>,
    merge: MergeView,
    separate: SeparateView,
}

fn written(upload: &Upload) -> OrganisationForm {
    let field = |name: &str| upload.text(name).to_owned();
    OrganisationForm {
        name: field("name"),
        other_names: field("other_names"),
        sector: field("sector"),
        kind: field("kind"),
        parent: field("parent"),
        seat: field("seat"),
    }
}

/// A file that is chosen goes before the wish to remove the one that is there.
fn logo_wish(upload: &mut Upload) -> LogoWish {
    let file = std::mem::take(&mut upload.file);
    match (file.is_empty(), upload.text("remove_logo")) {
        (false, _) => LogoWish::New(file),
        (true, "on") => LogoWish::Remove,
        (true, _) => LogoWish::Stay,
    }
}

fn refused(w: &Words, why: KeepOrganisationRefused) -> Result<(String, Vec<OrganisationField>), Refusal> {
    match why {
        KeepOrganisationRefused::NotFound => Err(Refusal::NotFound),
        KeepOrganisationRefused::Unavailable(why) => Err(why.into()),
        KeepOrganisationRefused::Fields(fields) => Ok((w.org_refused_fields(), fields)),
        KeepOrganisationRefused::TooMany => Ok((w.org_refused_many(MOST), Vec::new())),
        KeepOrganisationRefused::OtherContent => Ok((w.site_refused_old(), Vec::new())),
    }
}

pub async fn new(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let form = OrganisationForm { name: asked.name, ..OrganisationForm::default() };
    new_page(&state, visitor, w, (form, String::new(), &[])).await
}

async fn new_page(
    state: &State,
    visitor: Visitor,
    w: &'static Words,
    (form, problem, fields): (OrganisationForm, String, &[OrganisationField]),
) -> Result<Response, Refusal> {
    let names = state.telar.organisation_names(&visitor).await?;
    let form = FormView::new(w, ("/site/organisations".into(), w.org_keep_new()), form, names, fields);
    Ok(page::html(&NewPage { problem, form, frame: frame(w, visitor, w.org_new_title()) }))
}

pub async fn keep(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    mut upload: Upload,
) -> Result<Response, Refusal> {
    let form = written(&upload);
    let it = KeepOrganisation {
        command: upload.id("command")?,
        organisation: None,
        form: form.clone(),
        logo: logo_wish(&mut upload),
    };
    let (problem, fields) = match state.telar.keep_organisation(&visitor, it).await {
        Ok(id) => return Ok(Redirect::to(&format!("/site/organisations/{id}?done=kept")).into_response()),
        Err(why) => refused(w, why)?,
    };
    let mut response = new_page(&state, visitor, w, (form, problem, &fields)).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

pub async fn change(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(organisation): Id<OrganisationId>,
    mut upload: Upload,
) -> Result<Response, Refusal> {
    let (form, remove) = (written(&upload), upload.text("remove_logo") == "on");
    let it = KeepOrganisation {
        command: upload.id("command")?,
        organisation: Some(organisation),
        form: form.clone(),
        logo: logo_wish(&mut upload),
    };
    let (problem, refused) = match state.telar.keep_organisation(&visitor, it).await {
        Ok(id) => return Ok(Redirect::to(&format!("/site/organisations/{id}?done=kept")).into_response()),
        Err(why) => refused(w, why)?,
    };
    let again = Again { problem, form: Some((form, remove)), refused, ..Again::default() };
    once_more(&state, visitor, w, (organisation, again)).await
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(organisation): Id<OrganisationId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let said = match asked.done.as_str() {
        "kept" => w.org_kept(),
        "merged" => w.org_merged(),
        "separated" => w.org_separated(),
        _ => String::new(),
    };
    let merge = MergeView { open: !asked.into.is_empty(), into: asked.into, ..MergeView::default() };
    render(&state, visitor, w, (organisation, Again { said, merge, ..Again::default() })).await
}

pub async fn merge(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(organisation): Id<OrganisationId>,
    Form(wish): Form<MergeWish>,
) -> Result<Response, Refusal> {
    let it =
        MergeOrganisation { command: wish.command, organisation, into: wish.into.clone(), reason: wish.reason.clone() };
    let mut merge = MergeView { open: true, into: wish.into, reason: wish.reason, ..MergeView::default() };
    let mut problem = String::new();
    match state.telar.merge_organisation(&visitor, it).await {
        Ok(into) => return Ok(Redirect::to(&format!("/site/organisations/{into}?done=merged")).into_response()),
        Err(MergeRefused::NotFound) => return Err(Refusal::NotFound),
        Err(MergeRefused::Unavailable(why)) => return Err(why.into()),
        Err(MergeRefused::Into) => merge.into_problem = w.org_merge_refused_into(),
        Err(MergeRefused::Same) => merge.into_problem = w.org_merge_refused_same(),
        Err(MergeRefused::Below) => merge.into_problem = w.org_merge_refused_below(),
        Err(MergeRefused::Deep) => merge.into_problem = w.org_merge_refused_deep(DEEPEST),
        Err(MergeRefused::Reason) => merge.reason_problem = w.org_refused_reason(),
        Err(MergeRefused::OtherContent) => problem = w.site_refused_old(),
    }
    once_more(&state, visitor, w, (organisation, Again { problem, merge, ..Again::default() })).await
}

pub async fn separate(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(organisation): Id<OrganisationId>,
    Form(wish): Form<MergeWish>,
) -> Result<Response, Refusal> {
    let it = SeparateOrganisation { command: wish.command, organisation, reason: wish.reason.clone() };
    let mut again =
        Again { separate: SeparateView { reason: wish.reason, ..SeparateView::default() }, ..Again::default() };
    match state.telar.separate_organisation(&visitor, it).await {
        // Somebody was quicker: it stands for itself already.
        Ok(()) | Err(MergeRefused::Same) => {
            return Ok(Redirect::to(&format!("/site/organisations/{organisation}?done=separated")).into_response());
        }
        Err(MergeRefused::Unavailable(why)) => return Err(why.into()),
        Err(MergeRefused::Reason) => again.separate.problem = w.org_refused_reason(),
        Err(MergeRefused::OtherContent) => again.problem = w.site_refused_old(),
        Err(_) => return Err(Refusal::NotFound),
    }
    once_more(&state, visitor, w, (organisation, again)).await
}

async fn once_more(
    state: &State,
    visitor: Visitor,
    w: &'static Words,
    what: (OrganisationId, Again),
) -> Result<Response, Refusal> {
    let mut response = render(state, visitor, w, what).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

async fn render(
    state: &State,
    visitor: Visitor,
    w: &'static Words,
    (organisation, again): (OrganisationId, Again),
) -> Result<Response, Refusal> {
    let page = state.telar.organisation_page(&visitor, organisation).await?;
    let base = format!("/site/organisations/{organisation}");
    let is_double = page.double_of.is_some();
    let changes_it = page.writes && !is_double;
    let (typed, remove_logo) = again.form.clone().unwrap_or_else(|| (page.form.clone(), false));
    let name = if is_double { page.form.name.clone() } else { page.card.name.clone() };
    let has_logo = page.card.logo.is_some();
    let form = changes_it.then(|| {
        let form = FormView::new(w, (base.clone(), w.org_keep()), typed, page.names.clone(), &again.refused);
        FormView { has_logo, remove_logo, ..form }
    });
    Ok(page::html(&Page {
        about: if is_double { String::new() } else { about(w, &page.card) },
        said: again.said,
        problem: again.problem,
        logo: page.card.logo.as_ref().filter(|_| !is_double).map(|it| logo(w, &page.card.name, it)),
        above: page.above.iter().rev().map(|card| (card.name.clone(), href(card))).collect(),
        also: if is_double { String::new() } else { page.card.other_names.join(" · ") },
        people: people(w, page.people),
        people_under: if page.people_with_those_under > page.people {
            w.org_people_under(page.people_with_those_under)
        } else {
            String::new()
        },
        under: page
            .under
            .iter()
            .map(|(card, people)| Below {
                name: card.name.clone(),
                href: href(card),
                about: about(w, card),
                people: w.org_people(*people),
            })
            .collect(),
        double: page.double_of.as_ref().map(|it| double(w, it)),
        doubles: page.doubles.iter().map(|it| double(w, it)).collect(),
        changes: page.changes.iter().map(|it| line(w, it)).collect(),
        form,
        form_open: again.form.is_some(),
        merge: MergeView { names: page.names.clone(), ..again.merge },
        separate: again.separate,
        writes: page.writes,
        frame: frame(w, visitor, w.org_title()),
        name,
        base,
    }))
}

fn people(w: &Words, people: u64) -> String {
    match people {
        0 => w.org_people_none(),
        1 => w.org_people_one(),
        many => w.org_people_own(w.org_people(many)),
    }
}

fn by(w: &Words, by: Option<&domain::people::PersonName>) -> String {
    by.map_or_else(String::new, |name| w.org_by(name.as_str()))
}

fn double(w: &Words, it: &DoubleOf) -> Double {
    let when = dates::day(it.at, w.language());
    Double {
        name: it.name.clone(),
        href: format!("/site/organisations/{}", it.organisation),
        note: w.org_double_note(by(w, it.by.as_ref()), when, it.reason.as_str()),
    }
}

fn line(w: &Words, it: &Change) -> Line {
    let who = it.by.as_ref().map(|name| format!(" · {}", name.as_str())).unwrap_or_default();
    let words = match &it.what {
        WhatChanged::Made(name) => vec![w.org_change_made(name.as_str())],
        WhatChanged::Kept(changed) => changed.iter().map(|one| changed_words(w, one)).collect(),
        WhatChanged::Merged { into, reason } => vec![w.org_change_merged(into.as_str(), reason.as_str())],
        WhatChanged::Separated { reason } => vec![w.org_change_separated(reason.as_str())],
        WhatChanged::Took { double, reason } => vec![w.org_change_took(double.as_str(), reason.as_str())],
    };
    Line { when: format!("{}{who}", dates::day_and_time(it.at, w.language())), words }
}

fn changed_words(w: &Words, it: &Changed) -> String {
    match it {
        Changed::Name { before, after } => w.org_change_name(after.as_str(), before.as_str()),
        Changed::NameAdded(name) => w.org_change_added(name.as_str()),
        Changed::NameGone(name) => w.org_change_gone(name.as_str()),
        Changed::Kind(it) => w.org_change_kind(kind(w, *it)),
        Changed::Sector => w.org_change_sector(),
        Changed::Parent(Some(name)) => w.org_change_parent(name.as_str()),
        Changed::Parent(None) => w.org_change_parent_none(),
        Changed::Seat(seat) if seat.is_empty() => w.org_change_seat_none(),
        Changed::Seat(seat) => w.org_change_seat(seat.as_str()),
        Changed::Logo => w.org_change_logo(),
        Changed::LogoGone => w.org_change_logo_gone(),
    }
}
