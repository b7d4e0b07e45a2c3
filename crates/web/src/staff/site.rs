//! The administrator's page: programmes, cohorts, the team, requests to erase, and how the machine is.

use super::desk::{self, Card};
use super::view;
use crate::error::Refusal;
use crate::learner::{LanguageChoice, LinkWords, languages, link_page, name_words};
use crate::page::{self, Frame, Place};
use crate::visitor::{Form, W, Who};
use crate::{State, dates};
use app::access::Visitor;
use app::cohorts::{CohortField, OpenCohort, OpenCohortRefused};
use app::people::{ErasureCard, NameStaff, NameStaffRefused};
use app::programmes::VersionCard;
use askama::Template;
use axum::extract::{Query, State as FromState};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Text;
use domain::access::Role;
use domain::ids::{CommandId, ScheduleId};
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "staff/site.html")]
struct Page {
    frame: Frame,
    said: String,
    problem: String,
    erasures: Vec<Erasure>,
    erasures_count: String,
    cohorts: Vec<Card>,
    /// Where there are more than are named: how many.
    all_cohorts: String,
    versions: Vec<Version>,
    /// Names of organisations to choose from.
    organisations: Vec<String>,
    open: OpenForm,
    staff_form: StaffForm,
    staff: Vec<Member>,
    engine: String,
    node: String,
    epoch: u32,
    facts: u64,
    head: String,
}

struct Erasure {
    name: String,
    asked: String,
    cohorts: String,
    href: String,
    label: String,
}

struct Version {
    title: String,
    words: String,
    options: Vec<VersionOption>,
}

/// What a cohort may take: a version, and where it has several, one of its schedules.
struct VersionOption {
    /// `VERSION`, or `VERSION/SCHEDULE`.
    value: String,
    words: String,
}

struct OpenForm {
    fields: Vec<FieldView>,
}

struct FieldView {
    name: &'static str,
    label: String,
    kind: &'static str,
    value: String,
    hint: String,
    problem: String,
}

struct StaffForm {
    name: String,
    name_problem: String,
    roles: Vec<RoleChoice>,
    role_problem: String,
    cohort: String,
    cohort_problem: String,
    languages: Vec<LanguageChoice>,
}

struct RoleChoice {
    code: &'static str,
    name: String,
    chosen: bool,
}

struct Member {
    name: String,
    href: String,
    role: String,
    place: String,
}

#[derive(Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

#[derive(Default, Deserialize)]
pub struct OpenWish {
    command: Option<CommandId>,
    #[serde(default)]
    name: String,
    #[serde(default)]
    version: String,
    #[serde(default)]
    starts: String,
    #[serde(default)]
    ends: String,
    #[serde(default)]
    organisation: String,
}

#[derive(Default, Deserialize)]
pub struct StaffWish {
    command: Option<CommandId>,
    #[serde(default)]
    name: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    cohort: String,
    #[serde(default)]
    language: String,
}

/// What was written in the two forms, and what is wrong with it.
#[derive(Default)]
struct Forms {
    said: String,
    problem: String,
    open: OpenWish,
    refused: Vec<CohortField>,
    staff: StaffWish,
    staff_name_problem: String,
    staff_role_problem: String,
    staff_cohort_problem: String,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    let said = if done.done == "erasure" { w.site_erasure_done() } else { String::new() };
    render(&state, visitor, w, Forms { said, ..Forms::default() }).await
}

pub async fn open_cohort(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Form(wish): Form<OpenWish>,
) -> Result<Response, Refusal> {
    let open = OpenCohort {
        command: wish.command.ok_or(Refusal::Unreadable)?,
        name: wish.name.clone(),
        version: wish.version.split_once('/').map_or(wish.version.as_str(), |(version, _)| version).to_owned(),
        schedule: wish.version.split_once('/').map_or("", |(_, schedule)| schedule).to_owned(),
        starts: wish.starts.clone(),
        ends: wish.ends.clone(),
        organisation: wish.organisation.clone(),
    };
    let (status, forms) = match state.telar.open_cohort(visitor.person, open).await {
        Ok(cohort) => return Ok(Redirect::to(&format!("/cohorts/{cohort}")).into_response()),
        Err(OpenCohortRefused::Forbidden) => return Err(Refusal::NotFound),
        Err(OpenCohortRefused::Unavailable(why)) => return Err(why.into()),
        Err(OpenCohortRefused::OtherContent) => {
            (StatusCode::CONFLICT, Forms { problem: w.site_refused_old(), ..Forms::default() })
        }
        Err(OpenCohortRefused::Fields(refused)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, Forms { problem: w.site_refused_fields(), refused, ..Forms::default() })
        }
    };
    again(&state, visitor, w, (status, Forms { open: wish, ..forms })).await
}

pub async fn name_staff(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Form(wish): Form<StaffWish>,
) -> Result<Response, Refusal> {
    let command = wish.command.ok_or(Refusal::Unreadable)?;
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let fields = || Forms { problem: w.site_refused_fields(), ..Forms::default() };
    let Ok(cohort) = Some(wish.cohort.as_str()).filter(|id| !id.is_empty()).map(str::parse).transpose() else {
        let forms = Forms { staff_cohort_problem: w.site_name_staff_refused_cohort(), staff: wish, ..fields() };
        return again(&state, visitor, w, (unprocessable, forms)).await;
    };
    let (name, role, language) = (wish.name.clone(), wish.role.clone(), wish.language.clone());
    let named = state.telar.name_staff(visitor.person, NameStaff { command, name, role, cohort, language }).await;
    let (status, forms) = match named {
        Ok(named) => {
            let words = LinkWords {
                title: w.site_named_title(named.name.as_str()),
                how: w.site_named_how(dates::day(named.link.expires, w.language()), dates::time(named.link.expires)),
                qr: w.site_named_qr(),
                back: "/site".into(),
                back_words: w.site_back(),
            };
            return Ok(link_page(
                &state,
                Frame::new(w, Some(visitor), Place::Site, w.site_title()),
                &named.link,
                words,
            ));
        }
        Err(NameStaffRefused::Forbidden) => return Err(Refusal::NotFound),
        Err(NameStaffRefused::Unavailable(why)) => return Err(why.into()),
        Err(NameStaffRefused::OtherContent) => {
            (StatusCode::CONFLICT, Forms { problem: w.site_refused_old(), ..Forms::default() })
        }
        Err(NameStaffRefused::Name(why)) => {
            (unprocessable, Forms { staff_name_problem: name_words(w, why), ..fields() })
        }
        Err(NameStaffRefused::Role) => {
            (unprocessable, Forms { staff_role_problem: w.site_name_staff_refused_role(), ..fields() })
        }
        Err(NameStaffRefused::Cohort) => {
            (unprocessable, Forms { staff_cohort_problem: w.site_name_staff_refused_cohort(), ..fields() })
        }
    };
    again(&state, visitor, w, (status, Forms { staff: wish, ..forms })).await
}

async fn again(
    state: &State,
    visitor: Visitor,
    w: &'static Words,
    (status, forms): (StatusCode, Forms),
) -> Result<Response, Refusal> {
    let mut response = render(state, visitor, w, forms).await?;
    *response.status_mut() = status;
    Ok(response)
}

async fn render(state: &State, visitor: Visitor, w: &'static Words, forms: Forms) -> Result<Response, Refusal> {
    let site = state.telar.site(&visitor).await?;
    let everywhere = w.site_staff_everywhere();
    Ok(page::html(&Page {
        frame: Frame::new(w, Some(visitor), Place::Site, w.site_title()),
        erasures_count: w.site_erasures_count(site.erasures.len()),
        erasures: site.erasures.iter().map(|card| erasure(w, card)).collect(),
        all_cohorts: if site.cohort_count > site.cohorts.len() as u64 {
            w.site_cohorts_all(site.cohort_count)
        } else {
            String::new()
        },
        cohorts: site.cohorts.iter().map(|cohort| desk::card(w, cohort)).collect(),
        versions: site.versions.iter().map(|version| version_line(w, version)).collect(),
        organisations: site.organisations,
        open: open_form(w, &forms.open, &forms.refused),
        staff: site
            .staff
            .iter()
            .map(|member| Member {
                href: format!("/site/people/{}", member.person),
                name: member.name.as_str().to_owned(),
                role: view::role(w, member.role),
                place: member.cohort.clone().unwrap_or_else(|| everywhere.clone()),
            })
            .collect(),
        engine: site.engine.to_owned(),
        node: site.node,
        epoch: site.epoch,
        facts: site.facts,
        head: site.head,
        said: forms.said,
        problem: forms.problem,
        staff_form: StaffForm {
            name: forms.staff.name,
            name_problem: forms.staff_name_problem,
            roles: roles(w, &forms.staff.role),
            role_problem: forms.staff_role_problem,
            cohort: forms.staff.cohort,
            cohort_problem: forms.staff_cohort_problem,
            languages: languages(if forms.staff.language.is_empty() { w.language() } else { &forms.staff.language }),
        },
    }))
}

fn roles(w: &Words, chosen: &str) -> Vec<RoleChoice> {
    let choice =
        |role: Role| RoleChoice { code: role.as_str(), name: view::role(w, role), chosen: role.as_str() == chosen };
    // The one needed most first.
    [Role::Coordinator, Role::Facilitator, Role::Assessor, Role::Analyst, Role::Administrator].map(choice).into()
}

fn erasure(w: &Words, card: &ErasureCard) -> Erasure {
    Erasure {
        name: card.name.as_str().to_owned(),
        asked: w.site_erasure_asked(dates::day(card.asked, w.language())),
        cohorts: card.cohorts.join(", "),
        href: format!("/site/erasures/{}", card.erasure),
        label: w.site_erasure_open_label(card.name.as_str()),
    }
}

fn version_line(w: &Words, version: &VersionCard) -> Version {
    let title = version.title.get(w.language()).to_owned();
    let label = w.site_version(version.label.as_str());
    let option = |schedule: &(ScheduleId, Text)| VersionOption {
        value: format!("{}/{}", version.version, schedule.0),
        words: format!("{title} · {label} · {}", schedule.1.get(w.language())),
    };
    let mut options: Vec<VersionOption> = version.schedules.iter().map(option).collect();
    if options.is_empty() {
        options.push(VersionOption { value: version.version.to_string(), words: format!("{title} · {label}") });
    }
    Version { options, title, words: version_words(w, version) }
}

/// What a line says of a version.
pub fn version_words(w: &Words, version: &VersionCard) -> String {
    let words = [
        w.site_version(version.label.as_str()),
        w.site_version_imported(dates::day(version.imported, w.language())),
        w.site_version_cohorts(version.cohorts),
        w.site_version_review(version.review_needed),
    ];
    words.join(" · ")
}

fn open_form(w: &Words, wish: &OpenWish, refused: &[CohortField]) -> OpenForm {
    let problem = |name: &str| {
        let field = refused.iter().find(|field| field.name() == name);
        field.map_or_else(String::new, |field| match field {
            CohortField::Name => w.site_open_refused_name(),
            CohortField::Version => w.site_open_refused_version(),
            CohortField::Starts => w.site_open_refused_starts(),
            CohortField::Ends => w.site_open_refused_ends(),
            CohortField::Organisation => w.site_open_refused_organisation(),
        })
    };
    let field = |name: &'static str, kind: &'static str, label: String, value: &str| FieldView {
        name,
        label,
        kind,
        value: value.to_owned(),
        hint: if name == "name" { w.site_open_name_hint() } else { String::new() },
        problem: problem(name),
    };
    OpenForm {
        fields: vec![
            field("name", "text", w.site_open_name(), &wish.name),
            field("version", "", w.site_open_version(), &wish.version),
            field("starts", "date", w.site_open_starts(), &wish.starts),
            field("ends", "date", w.site_open_ends(), &wish.ends),
            field("organisation", "text", w.site_open_organisation(), &wish.organisation),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_field_says_so_beside_itself_and_keeps_what_was_written() {
        let wish = OpenWish { name: "C".into(), ends: "ayer".into(), ..OpenWish::default() };
        let form = open_form(words::in_language("es"), &wish, &[CohortField::Name, CohortField::Ends]);
        let problems: Vec<&str> =
            form.fields.iter().filter(|field| !field.problem.is_empty()).map(|field| field.name).collect();
        assert_eq!(problems, ["name", "ends"]);
        assert_eq!(form.fields[3].value, "ayer");
    }
}
