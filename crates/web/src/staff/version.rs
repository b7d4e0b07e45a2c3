//! A cohort goes on in another version of its programme, or with its days spread in another way: what that would change, and the press
//! that does it.

use crate::State;
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{Form, Id, W, Who};
use app::access::Visitor;
use app::programmes::{Destination, MoveCohort, MoveRefused, ScheduleCard, ScheduleCohort, ScheduleRefused};
use askama::Template;
use axum::extract::State as FromState;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Text;
use domain::ids::{CohortId, CommandId};
use domain::programmes::{Difference, Hours, QuizTerm};
use domain::quizzes::Counting;
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "staff/version.html")]
struct Page {
    frame: Frame,
    cohort: String,
    back: String,
    now: String,
    problem: String,
    schedule_action: String,
    schedules: Vec<Spread>,
    action: String,
    to: Vec<Card>,
}

/// A way to spread the days.
struct Spread {
    id: String,
    title: String,
    summary: String,
    size: String,
    /// Empty for the one in use.
    button: String,
}

struct Card {
    version: String,
    title: String,
    changes: Vec<Change>,
    in_progress: String,
    stranded: String,
    tick: String,
    button: String,
}

/// What would be there, or not, or another; and of which activities.
struct Change {
    words: String,
    titles: Vec<String>,
}

#[derive(Deserialize)]
pub struct Wish {
    command: CommandId,
    #[serde(default)]
    version: String,
    /// `on` where she says that she read what changes.
    #[serde(default)]
    read: String,
}

#[derive(Deserialize)]
pub struct SpreadWish {
    command: CommandId,
    #[serde(default)]
    schedule: String,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(cohort): Id<CohortId>,
) -> Result<Response, Refusal> {
    render(&state, visitor, w, (cohort, String::new())).await
}

pub async fn go_on(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(cohort): Id<CohortId>,
    Form(wish): Form<Wish>,
) -> Result<Response, Refusal> {
    let it = MoveCohort { command: wish.command, cohort, version: wish.version, read: !wish.read.is_empty() };
    let problem = match state.telar.move_cohort(&visitor, it).await {
        Ok(()) => return Ok(Redirect::to(&format!("/cohorts/{cohort}")).into_response()),
        Err(MoveRefused::NotFound) => return Err(Refusal::NotFound),
        Err(MoveRefused::Unavailable(why)) => return Err(why.into()),
        Err(MoveRefused::Unread) => w.version_refused_unread(),
        Err(MoveRefused::There) => w.version_refused_there(),
        Err(MoveRefused::NoVersion) => w.version_refused_none(),
        Err(MoveRefused::OtherContent) => w.results_refused_old(),
    };
    let mut response = render(&state, visitor, w, (cohort, problem)).await?;
    *response.status_mut() = StatusCode::CONFLICT;
    Ok(response)
}

pub async fn spread(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(cohort): Id<CohortId>,
    Form(wish): Form<SpreadWish>,
) -> Result<Response, Refusal> {
    let it = ScheduleCohort { command: wish.command, cohort, schedule: wish.schedule };
    let problem = match state.telar.schedule_cohort(&visitor, it).await {
        Ok(()) => return Ok(Redirect::to(&format!("/cohorts/{cohort}/version")).into_response()),
        Err(ScheduleRefused::NotFound) => return Err(Refusal::NotFound),
        Err(ScheduleRefused::Unavailable(why)) => return Err(why.into()),
        Err(ScheduleRefused::NoSchedule) => w.schedule_refused(),
        Err(ScheduleRefused::OtherContent) => w.results_refused_old(),
    };
    let mut response = render(&state, visitor, w, (cohort, problem)).await?;
    *response.status_mut() = StatusCode::CONFLICT;
    Ok(response)
}

async fn render(
    state: &State,
    visitor: Visitor,
    w: &'static Words,
    (cohort, problem): (CohortId, String),
) -> Result<Response, Refusal> {
    let page = state.telar.moving(&visitor, cohort).await?;
    Ok(page::html(&Page {
        cohort: page.cohort_name,
        back: format!("/cohorts/{cohort}"),
        now: w.version_now(page.now),
        problem,
        schedule_action: format!("/cohorts/{cohort}/schedule"),
        schedules: page.schedules.iter().map(|it| way(w, it)).collect(),
        action: format!("/cohorts/{cohort}/version"),
        to: page.to.iter().map(|it| card(w, it)).collect(),
        frame: Frame::new(w, Some(visitor), Place::Desk, w.version_title()),
    }))
}

fn way(w: &Words, it: &ScheduleCard) -> Spread {
    let title = it.title.get(w.language());
    let size = match (it.weeks, it.days) {
        (0, days) => w.schedule_days(days),
        (weeks, 0) => w.schedule_weeks(weeks),
        (weeks, days) => [w.schedule_weeks(weeks), w.schedule_days(days)].join(" · "),
    };
    Spread {
        id: it.schedule.to_string(),
        title: title.to_owned(),
        summary: it.summary.get(w.language()).to_owned(),
        size,
        button: if it.in_use { String::new() } else { w.schedule_choose(title) },
    }
}

fn card(w: &Words, it: &Destination) -> Card {
    let title = |text: &Text| text.get(w.language()).to_owned();
    let of = |heading: String, pick: &dyn Fn(&Difference) -> Option<String>| Change {
        words: heading,
        titles: it.differences.iter().filter_map(pick).collect(),
    };
    let changes = [
        of(w.version_new(), &|one| if let Difference::New(it) = one { Some(title(it)) } else { None }),
        of(w.version_gone(), &|one| if let Difference::Gone(it) = one { Some(title(it)) } else { None }),
        of(w.version_kind(), &|one| if let Difference::Kind(it) = one { Some(title(it)) } else { None }),
        of(w.version_changed(), &|one| if let Difference::Questions(it) = one { Some(title(it)) } else { None }),
        of(w.version_terms(), &|one| match one {
            Difference::Terms(it, what) => Some(format!("{}: {}", title(it), term(w, *what))),
            _ => None,
        }),
        of(w.version_minutes(), &|one| match one {
            Difference::Minutes(it, before, after) => Some(w.version_from_to(*after, *before, title(it))),
            _ => None,
        }),
        of(w.version_whole(), &|one| whole(w, one)),
    ];
    Card {
        version: it.version.to_string(),
        title: w.version_label(it.label.as_str()),
        changes: changes.into_iter().filter(|change| !change.titles.is_empty()).collect(),
        in_progress: if it.in_progress > 0 { w.version_in_progress(it.in_progress) } else { String::new() },
        stranded: if it.stranded > 0 { w.version_stranded(it.stranded) } else { String::new() },
        tick: w.version_read(it.label.as_str()),
        button: w.version_go_on(it.label.as_str()),
    }
}

/// What is another for the whole programme.
fn whole(w: &Words, it: &Difference) -> Option<String> {
    match it {
        Difference::Rule => Some(w.version_rule()),
        Difference::Hours(before, after) => {
            let all = |hours: &Hours| u32::from(hours.own_time) + u32::from(hours.live) + u32::from(hours.in_person);
            Some(w.version_hours(all(after), all(before)))
        }
        Difference::Schedule { instead: Some(title), .. } => Some(w.version_schedule(title.get(w.language()))),
        Difference::ScheduleGone(title) => Some(w.version_schedule_gone(title.get(w.language()))),
        Difference::Rubric(title) => Some(w.version_rubric(title.get(w.language()))),
        Difference::Schedule { instead: None, .. } | Difference::Days => Some(w.version_days()),
        _ => None,
    }
}

/// What a quiz asks, before and after.
fn term(w: &Words, it: QuizTerm) -> String {
    let counting = |it: Counting| match it {
        Counting::Practice => w.version_counting_practice(),
        Counting::Gate => w.version_counting_gate(),
        Counting::Measurement => w.version_counting_measurement(),
    };
    match it {
        QuizTerm::Counting(before, after) => w.version_counting(counting(after), counting(before)),
        QuizTerm::Pass(before, after) => w.version_pass(after, before),
        QuizTerm::Attempts(before, after) => {
            let count = |count: u16| if count == 0 { w.version_no_limit() } else { count.to_string() };
            w.version_attempts(count(after), count(before))
        }
        QuizTerm::TimeLimit(before, after) => {
            let minutes = |minutes: Option<u16>| minutes.map_or_else(|| w.version_no_limit(), |it| it.to_string());
            w.version_time(minutes(after), minutes(before))
        }
        QuizTerm::Manner => w.version_manner(),
    }
}
