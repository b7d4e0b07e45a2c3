//! More attempts or time for one person: the form, and what she was given before.

use super::quiz_view::{self, Banner, GrantLine, quiz_title};
use crate::State;
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{Form, Ids, W, Who};
use app::access::Visitor;
use app::quizzes::{
    AllowanceField, AllowancesPage, GrantAllowance, GrantRefused, GrantWish, MOST_ATTEMPTS, MOST_MINUTES, MOST_PER_CENT,
};
use askama::Template;
use axum::extract::{Query, State as FromState};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::{CohortId, CommandId, PersonId};
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "staff/allowances.html")]
struct Page {
    frame: Frame,
    banner: Option<Banner>,
    to: String,
    back: String,
    own: bool,
    said: String,
    problem: String,
    action: String,
    quizzes: Vec<QuizOption>,
    activity_problem: String,
    fields: Vec<Field>,
    reason: String,
    reason_problem: String,
    granted: Vec<GrantLine>,
}

struct QuizOption {
    id: String,
    title: String,
    chosen: bool,
}

struct Field {
    name: &'static str,
    kind: &'static str,
    label: String,
    hint: String,
    value: String,
    problem: String,
}

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    activity: String,
    #[serde(default)]
    done: String,
}

#[derive(Default, Deserialize)]
pub struct Written {
    command: Option<CommandId>,
    #[serde(default)]
    activity: String,
    #[serde(default)]
    attempts: String,
    #[serde(default)]
    minutes: String,
    #[serde(default)]
    per_cent: String,
    #[serde(default)]
    until_day: String,
    #[serde(default)]
    until_hour: String,
    #[serde(default)]
    reason: String,
}

#[derive(Default)]
struct Said {
    said: String,
    problem: String,
    written: Written,
    fields: Vec<AllowanceField>,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Ids(cohort, person): Ids<CohortId, PersonId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let page = state.telar.allowances(&visitor, cohort, person).await?;
    let said = Said {
        said: if asked.done == "granted" { w.grant_done() } else { String::new() },
        written: Written { activity: asked.activity, ..Written::default() },
        ..Said::default()
    };
    Ok(render(visitor, w, (&page, cohort), said))
}

pub async fn grant(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Ids(cohort, person): Ids<CohortId, PersonId>,
    Form(written): Form<Written>,
) -> Result<Response, Refusal> {
    let wish = GrantWish {
        activity: written.activity.clone(),
        attempts: written.attempts.clone(),
        minutes: written.minutes.clone(),
        per_cent: written.per_cent.clone(),
        until_day: written.until_day.clone(),
        until_hour: written.until_hour.clone(),
        reason: written.reason.clone(),
    };
    let command = written.command.unwrap_or_else(|| uuid::Uuid::now_v7().into());
    let granted = state.telar.grant_allowance(&visitor, GrantAllowance { command, cohort, person, wish }).await;
    let (status, problem, fields) = match granted {
        Ok(()) => {
            let href = format!(
                "/cohorts/{cohort}/people/{person}/allowances?done=granted&activity={}",
                // Only what a form offered comes back in an address.
                written.activity.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>()
            );
            return Ok(Redirect::to(&href).into_response());
        }
        Err(GrantRefused::NotFound) => return Err(Refusal::NotFound),
        Err(GrantRefused::Unavailable(why)) => return Err(why.into()),
        Err(GrantRefused::OtherContent) => (StatusCode::CONFLICT, w.results_refused_old(), Vec::new()),
        Err(GrantRefused::Own) => (StatusCode::UNPROCESSABLE_ENTITY, w.grant_own(), Vec::new()),
        Err(GrantRefused::Fields(fields)) => {
            let nothing = fields.contains(&AllowanceField::Nothing);
            let problem = if nothing { w.grant_refused_nothing() } else { w.grant_refused_fields() };
            (StatusCode::UNPROCESSABLE_ENTITY, problem, fields)
        }
    };
    let page = state.telar.allowances(&visitor, cohort, person).await?;
    let mut response = render(visitor, w, (&page, cohort), Said { said: String::new(), problem, written, fields });
    *response.status_mut() = status;
    Ok(response)
}

fn render(visitor: Visitor, w: &'static Words, (page, cohort): (&AllowancesPage, CohortId), said: Said) -> Response {
    let written = &said.written;
    let quiz = |activity: &domain::programmes::Activity| {
        activity.quiz().map(|_| QuizOption {
            id: activity.id.to_string(),
            title: quiz_title(w, &page.programme, &activity.id),
            chosen: written.activity == activity.id.as_str(),
        })
    };
    let problem = |input: &str| {
        let words = said.fields.iter().map(|field| refused(w, *field)).filter(|(of, _)| *of == input);
        words.map(|(_, words)| words).collect::<Vec<_>>().join(" ")
    };
    let field = |name, kind, (label, hint): (String, String), value: &str, problem: String| Field {
        name,
        kind,
        label,
        hint,
        value: value.to_owned(),
        problem,
    };
    let fields = vec![
        field(
            "attempts",
            "number",
            (w.grant_attempts(), w.grant_attempts_hint()),
            &written.attempts,
            problem("attempts"),
        ),
        field("minutes", "number", (w.grant_minutes(), w.grant_minutes_hint()), &written.minutes, problem("minutes")),
        field(
            "per_cent",
            "number",
            (w.grant_per_cent(), w.grant_per_cent_hint()),
            &written.per_cent,
            problem("per_cent"),
        ),
        field(
            "until_day",
            "date",
            (w.grant_until_day(), w.grant_until_hint()),
            &written.until_day,
            problem("until_day"),
        ),
        field("until_hour", "time", (w.grant_until_hour(), String::new()), &written.until_hour, String::new()),
    ];
    page::html(&Page {
        banner: Banner::of(w, &page.programme, cohort),
        to: w.grant_to(page.name.as_str()),
        back: format!("/cohorts/{cohort}/quizzes"),
        own: page.own,
        action: format!("/cohorts/{cohort}/people/{}/allowances", page.person),
        quizzes: page.programme.in_order().filter_map(quiz).collect(),
        activity_problem: problem("activity"),
        fields,
        reason: written.reason.clone(),
        reason_problem: problem("reason"),
        granted: page.granted.iter().map(|it| quiz_view::granted(w, &page.programme, it)).collect(),
        said: said.said,
        problem: said.problem,
        frame: Frame::new(w, Some(visitor), Place::Desk, w.grant_title()),
    })
}

/// Beside which input it is said, and in which words.
fn refused(w: &Words, field: AllowanceField) -> (&'static str, String) {
    match field {
        AllowanceField::Activity => ("activity", w.grant_refused_activity()),
        AllowanceField::Attempts => ("attempts", w.grant_refused_attempts()),
        AllowanceField::AttemptsTogether(there) => ("attempts", w.grant_refused_together(MOST_ATTEMPTS, there)),
        AllowanceField::AttemptsOfParallel => ("attempts", w.grant_refused_parallel()),
        AllowanceField::Minutes => ("minutes", w.grant_refused_minutes()),
        AllowanceField::MinutesTogether(there) => ("minutes", w.grant_refused_together(MOST_MINUTES, there)),
        AllowanceField::MinutesUntimed => ("minutes", w.grant_refused_untimed()),
        AllowanceField::PerCent => ("per_cent", w.grant_refused_per_cent()),
        AllowanceField::PerCentTogether(there) => ("per_cent", w.grant_refused_together(MOST_PER_CENT, there)),
        AllowanceField::PerCentUntimed => ("per_cent", w.grant_refused_untimed()),
        AllowanceField::Until => ("until_day", w.grant_refused_until()),
        AllowanceField::Nothing => ("", String::new()),
        AllowanceField::Reason => ("reason", w.grant_refused_reason()),
    }
}
