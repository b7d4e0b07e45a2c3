//! A question with its key: mending it, and marking anew what was handed in with it.

use super::answers;
use super::mend_form::{self, Group};
use super::quiz_view::{self, Banner, Done, quiz_href};
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{Form, W, Who};
use crate::{State, dates};
use app::access::Visitor;
use app::quizzes::{ChangedMark, MendQuestion, MendRefused, Preview, QuestionPage, RegradeRefused};
use askama::Template;
use axum::extract::{Path, Query, State as FromState};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::certificates::grouped;
use domain::ids::{ActivityId, CohortId, CommandId, QuestionId};
use domain::quizzes::QuestionKind;
use domain::quizzes::mend::{Fault, Written};
use std::collections::BTreeMap;
use words::Words;

#[derive(Template)]
#[template(path = "staff/question.html")]
struct Page {
    frame: Frame,
    banner: Option<Banner>,
    quiz: String,
    back: String,
    stem: String,
    passage: String,
    withdrawn: bool,
    key_title: String,
    key: Vec<String>,
    choices: Vec<ChoiceLine>,
    said: String,
    problem: String,
    mends: Vec<MendLine>,
    touched: Vec<String>,
    also_in: Vec<String>,
    in_progress: String,
    may_mend: bool,
    action: String,
    seen: u16,
    form_open: bool,
    groups: Vec<Group>,
    withdraw: bool,
    reason: String,
    reason_problem: String,
    regrade: Option<Regrade>,
    regrade_action: String,
    going: Option<Going>,
}

struct ChoiceLine {
    words: String,
    why: String,
    right: bool,
}

struct MendLine {
    reason: String,
    by: String,
}

struct Regrade {
    summary: String,
    up: String,
    down: String,
    changes: bool,
    passes: Vec<ChangedLine>,
    keeps: Vec<ChangedLine>,
    reasons: Vec<String>,
}

struct ChangedLine {
    name: String,
    href: String,
    marks: String,
    certificate: String,
    certificate_href: String,
}

struct Going {
    done: usize,
    all: usize,
    words: String,
}

/// What was written and not taken.
#[derive(Default)]
struct Refused {
    problem: String,
    written: Option<Written>,
    faults: Vec<Fault>,
    reason_problem: String,
}

type Where = (CohortId, ActivityId, QuestionId);

fn place((cohort, activity, question): (String, String, String)) -> Result<Where, Refusal> {
    let cohort = cohort.parse().map_err(|_| Refusal::NotFound)?;
    Ok((cohort, ActivityId(activity), QuestionId(question)))
}

fn href((cohort, activity, question): &Where) -> String {
    format!("{}/questions/{question}", quiz_href(*cohort, activity))
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(path): Path<(String, String, String)>,
    Query(Done { done }): Query<Done>,
) -> Result<Response, Refusal> {
    let place = place(path)?;
    let said = match done.as_str() {
        "mended" => w.mend_saved(),
        "regraded" => w.regrade_done(),
        _ => String::new(),
    };
    render(&state, visitor, w, (place, said), Refused::default()).await
}

pub async fn mend(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(path): Path<(String, String, String)>,
    Form(mut written): Form<BTreeMap<String, String>>,
) -> Result<Response, Refusal> {
    let place = place(path)?;
    let mut take = |name: &str| written.remove(name).unwrap_or_default();
    let command: Option<CommandId> = take("command").parse().ok();
    let (seen, withdrawn, reason) = (take("seen"), take("withdrawn") == "on", take("reason"));
    let mend = MendQuestion {
        command: command.unwrap_or_else(|| uuid::Uuid::now_v7().into()),
        cohort: place.0,
        activity: place.1.clone(),
        question: place.2.clone(),
        written: written.clone(),
        withdrawn,
        reason: reason.clone(),
        seen: seen.parse().unwrap_or_default(),
    };
    let (unprocessable, conflict) = (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::CONFLICT);
    let (status, mut refused) = match state.telar.mend_question(&visitor, mend).await {
        Ok(()) => return Ok(Redirect::to(&format!("{}?done=mended", href(&place))).into_response()),
        Err(MendRefused::NotFound) => return Err(Refusal::NotFound),
        Err(MendRefused::Unavailable(why)) => return Err(why.into()),
        Err(MendRefused::OtherCohorts) => return Err(Refusal::NotFound),
        Err(MendRefused::OtherContent) => {
            (conflict, Refused { problem: w.results_refused_old(), ..Refused::default() })
        }
        Err(MendRefused::Meanwhile) => {
            let mut response = render(
                &state,
                visitor,
                w,
                (place, String::new()),
                Refused { problem: w.mend_refused_meanwhile(), ..Refused::default() },
            )
            .await?;
            *response.status_mut() = conflict;
            return Ok(response);
        }
        Err(MendRefused::NothingLeft) => {
            (unprocessable, Refused { problem: w.mend_refused_nothing_left(), ..Refused::default() })
        }
        Err(MendRefused::Nothing) => {
            (unprocessable, Refused { problem: w.mend_refused_nothing(), ..Refused::default() })
        }
        Err(MendRefused::Faults(faults)) => {
            (unprocessable, Refused { problem: w.mend_refused(), faults, ..Refused::default() })
        }
        Err(MendRefused::Reason) => {
            let reason_problem = w.mend_fault_reason();
            (unprocessable, Refused { problem: w.mend_refused(), reason_problem, ..Refused::default() })
        }
    };
    written.insert("reason".into(), reason);
    if withdrawn {
        written.insert("withdrawn".into(), "on".into());
    }
    refused.written = Some(written);
    let mut response = render(&state, visitor, w, (place, String::new()), refused).await?;
    *response.status_mut() = status;
    Ok(response)
}

pub async fn regrade(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    Path(path): Path<(String, String, String)>,
) -> Result<Response, Refusal> {
    let place = place(path)?;
    let what = (place.1.clone(), place.2.clone());
    match state.telar.regrade(&visitor, place.0, what).await {
        Ok(None) => Ok(Redirect::to(&format!("{}?done=regraded", href(&place))).into_response()),
        Ok(Some(_)) => Ok(Redirect::to(&href(&place)).into_response()),
        Err(RegradeRefused::NotFound | RegradeRefused::OtherCohorts) => Err(Refusal::NotFound),
        Err(RegradeRefused::Unavailable(why)) => Err(why.into()),
    }
}

async fn render(
    state: &State,
    visitor: Visitor,
    w: &'static Words,
    (place, said): (Where, String),
    refused: Refused,
) -> Result<Response, Refusal> {
    let page = state.telar.question_page(&visitor, place.0, (place.1.clone(), place.2.clone())).await?;
    let going =
        page.work.map(|work| Going { done: work.done, all: work.all, words: w.regrade_going(work.all, work.done) });
    let is_going = going.is_some();
    let written = refused.written.as_ref();
    let kind = &page.question.kind;
    let mut response = page::html(&Page {
        banner: Banner::of(w, &page.programme, place.0),
        quiz: quiz_view::quiz_title(w, &page.programme, &page.activity),
        back: quiz_href(place.0, &page.activity),
        stem: stem(w, &page),
        passage: passage(w, kind),
        withdrawn: page.question.withdrawn,
        key_title: if matches!(kind, QuestionKind::Open(_)) { w.mend_key_open() } else { w.mend_key() },
        choices: choices(w, kind),
        key: if kind.choices().is_empty() { answers::key(w, kind) } else { Vec::new() },
        said,
        mends: page.mends.iter().map(|it| mend_line(w, it)).collect(),
        touched: page
            .touched
            .iter()
            .map(|it| w.mend_touched(it.name.as_str(), w.desk_cohort_people(it.people)))
            .collect(),
        also_in: page.quizzes.iter().map(|it| quiz_view::quiz_title(w, &page.programme, it)).collect(),
        in_progress: w.mend_in_progress(page.in_progress),
        may_mend: page.may_mend,
        action: href(&place),
        seen: page.seen,
        form_open: written.is_some(),
        groups: mend_form::groups(w, &page.question, written, &refused.faults),
        withdraw: written.map_or(page.question.withdrawn, |written| written.contains_key("withdrawn")),
        reason: written.and_then(|written| written.get("reason")).cloned().unwrap_or_default(),
        reason_problem: refused.reason_problem,
        problem: refused.problem,
        regrade: page.preview.as_ref().filter(|_| !is_going).map(|preview| regrade_card(w, preview)),
        regrade_action: format!("{}/regrade", href(&place)),
        going,
        frame: Frame::new(w, Some(visitor), Place::Desk, w.mend_title()),
    });
    if is_going {
        // The page looks again by itself, without script too.
        response.headers_mut().insert(header::REFRESH, HeaderValue::from_static("2"));
    }
    Ok(response)
}

fn stem(w: &Words, page: &QuestionPage) -> String {
    let html = page.programme.stem_html(page.activity.as_str(), page.question.id.as_str(), w.language());
    answers::with_gaps_named(w, html.unwrap_or_default(), &page.question.kind)
}

fn passage(w: &Words, kind: &QuestionKind) -> String {
    match kind {
        QuestionKind::HotText(text) => text.passage.get(w.language()).to_owned(),
        _ => String::new(),
    }
}

fn choices(w: &Words, kind: &QuestionKind) -> Vec<ChoiceLine> {
    let line = |it: &domain::quizzes::Choice| ChoiceLine {
        words: it.text.get(w.language()).to_owned(),
        why: it.feedback.get(w.language()).to_owned(),
        right: it.right,
    };
    kind.choices().iter().map(line).collect()
}

fn mend_line(w: &Words, it: &app::quizzes::MendCard) -> MendLine {
    MendLine {
        reason: it.reason.clone(),
        by: w.results_comment_by(it.by.as_str(), dates::day_and_time(it.at, w.language())),
    }
}

fn regrade_card(w: &Words, preview: &Preview) -> Regrade {
    let line = |it: &ChangedMark| ChangedLine {
        name: it.name.as_str().to_owned(),
        href: format!("/cohorts/{}/attempts/{}", it.cohort, it.attempt),
        marks: w.regrade_line(it.after, it.before),
        certificate: it.certificate.as_ref().map_or_else(String::new, |it| w.regrade_certificate(grouped(it))),
        certificate_href: it
            .certificate
            .as_ref()
            .map_or_else(String::new, |number| format!("/certificates/{}", grouped(number))),
    };
    Regrade {
        summary: w.regrade_attempts(preview.attempts, preview.changed),
        up: w.regrade_up(preview.up),
        down: w.regrade_down(preview.down),
        changes: preview.changed > 0,
        passes: preview.passes.iter().map(line).collect(),
        keeps: preview.keeps.iter().map(line).collect(),
        reasons: preview.reasons.iter().map(|it| w.regrade_reason(it.as_str())).collect(),
    }
}
