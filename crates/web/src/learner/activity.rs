//! The doors of one activity: reading and finishing a lesson, and the page before a quiz. It must not know how a quiz is
//! answered.

use super::quizzes::About;
use super::quizzes::question_href;
use super::{lesson, view};
use crate::command::{self, Bare, Said, Sent, Taken};
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{W, Who};
use crate::{State, dates};
use app::access::Visitor;
use app::learning::{ActivityPage, AttemptCard, FinishRefused};
use app::quizzes::{StartAttempt, StartAttemptRefused};
use askama::Template;
use axum::extract::{Path, State as FromState};
use axum::response::Response;
use domain::Moment;
use domain::data_use::Family;
use domain::ids::{ActivityId, AttemptId};
use domain::quizzes::{Counting, Quiz, StartRefused};
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "learner/quiz.html")]
struct QuizPage {
    frame: Frame,
    who: String,
    now: i64,
    place: String,
    about: About,
    activity: String,
    /// The attempt that is open; empty where none is.
    attempt: String,
    time_left: String,
    refused: String,
    problem: String,
    action: String,
    button: String,
    earlier: Vec<Earlier>,
}

struct Earlier {
    href: String,
    title: String,
    state: String,
    state_class: &'static str,
    date: String,
    mark: String,
}

#[derive(Deserialize)]
pub struct Start {
    /// The id that the phone gave the attempt; empty from a page, where the server chooses.
    #[serde(default)]
    attempt: String,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let activity = state.telar.open_activity(&visitor, &id).await?;
    Ok(render(&state, visitor, w, &activity, String::new()))
}

pub async fn finish(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(id): Path<String>,
    sent: Sent<Bare>,
) -> Result<Response, Refusal> {
    let outcome = match state.telar.finish_lesson(visitor.person, &id, sent.command).await {
        Ok(next) => {
            let next = next.map_or_else(|| "/today".to_owned(), |next| format!("/activities/{next}"));
            Ok(Taken::new("done", next))
        }
        Err(FinishRefused::NotFound | FinishRefused::NotRead) => return Err(Refusal::NotFound),
        Err(FinishRefused::Unavailable(why)) => return Err(why.into()),
        Err(FinishRefused::OtherContent) => Err(Said::conflict("other_content", w.lesson_refused_old())),
    };
    command::answer(sent.json, outcome, async |said| again(&state, visitor, w, (&id, said.words)).await).await
}

pub async fn start(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(id): Path<String>,
    sent: Sent<Start>,
) -> Result<Response, Refusal> {
    let attempt = match sent.fields.attempt.as_str() {
        "" => None,
        chosen => Some(chosen.parse::<AttemptId>().map_err(|_| Refusal::Unreadable)?),
    };
    let start =
        StartAttempt { command: sent.command, activity: ActivityId(id.clone()), attempt, claimed: sent.claimed };
    let outcome = match state.telar.start_attempt(visitor.person, start).await {
        Ok(attempt) => Ok(Taken::new("started", place_to_go_on(&state, &visitor, attempt).await?)),
        Err(StartAttemptRefused::NotFound) => return Err(Refusal::NotFound),
        Err(StartAttemptRefused::Unavailable(why)) => return Err(why.into()),
        // The page itself says why.
        Err(StartAttemptRefused::Rule(_)) if !sent.json => Err(Said::conflict("rule", String::new())),
        Err(StartAttemptRefused::Rule(why)) => Err(not_started(w, why)),
        Err(StartAttemptRefused::NotAuthority) => Err(Said::conflict("not_authority", w.quiz_refused_not_authority())),
        Err(StartAttemptRefused::OtherContent) => Err(Said::conflict("other_content", w.lesson_refused_old())),
    };
    command::answer(sent.json, outcome, async |said| again(&state, visitor, w, (&id, said.words)).await).await
}

/// What the phone says of an attempt that began there and was not accepted: what was answered in it stays on the phone.
fn not_started(w: &Words, why: StartRefused) -> Said {
    let when = |moment| dates::day_and_time(moment, w.language());
    match why {
        StartRefused::NotYet(opens) => Said::conflict("not_yet", w.quiz_refused_not_yet(when(opens))),
        StartRefused::Over(closes) => Said::conflict("over", w.quiz_refused_closed_since(when(closes))),
        StartRefused::AlreadyPassed => Said::conflict("passed", w.quiz_not_started_passed()),
        StartRefused::NoneLeft => Said::conflict("none_left", w.quiz_not_started_none_left()),
        StartRefused::GoOn(open) => {
            Said::conflict("go_on", w.quiz_not_started_go_on()).leading_to(format!("/attempts/{open}"))
        }
    }
}

/// Where she was, on whichever device; the overview when nothing is open.
async fn place_to_go_on(state: &State, visitor: &Visitor, attempt: AttemptId) -> Result<String, Refusal> {
    let page = state.telar.attempt(visitor.person, attempt).await?;
    let place = page.place_to_go_on().filter(|_| !page.is_over());
    Ok(place.map_or_else(|| format!("/attempts/{attempt}"), |number| question_href(&page, number)))
}

async fn again(
    state: &State,
    visitor: Visitor,
    w: &'static Words,
    (id, problem): (&str, String),
) -> Result<Response, Refusal> {
    let activity = state.telar.activity(visitor.person, id).await?;
    Ok(render(state, visitor, w, &activity, problem))
}

fn render(state: &State, visitor: Visitor, w: &'static Words, page: &ActivityPage, problem: String) -> Response {
    match page.get().quiz() {
        Some(quiz) => {
            let mut response = page::html(&quiz_page(state, visitor, w, (page, quiz), problem));
            // For the data meter: the address alone does not tell it from a lesson.
            response.extensions_mut().insert(Family::Quizzes);
            response
        }
        None => lesson::render(visitor, w, page, problem),
    }
}

fn quiz_page(
    state: &State,
    visitor: Visitor,
    w: &'static Words,
    (page, quiz): (&ActivityPage, &Quiz),
    problem: String,
) -> QuizPage {
    let activity = page.get();
    let place = view::place(w, &page.learning.programme, activity);
    let open = page.open_attempt.is_some();
    let refused = match page.may_start {
        _ if open => String::new(),
        Ok(()) => String::new(),
        // Where one is open, the page goes on with it.
        Err(StartRefused::NoneLeft | StartRefused::GoOn(_)) => {
            w.quiz_refused_none_left(page.terms.and_then(|terms| terms.attempts).unwrap_or(quiz.attempts))
        }
        Err(why @ (StartRefused::NotYet(_) | StartRefused::Over(_))) => not_started(w, why).words,
        Err(StartRefused::AlreadyPassed) => w.quiz_refused_passed(),
    };
    QuizPage {
        who: view::who(&visitor),
        now: state.telar.now().0,
        frame: Frame::new(w, Some(visitor), Place::Programme, place.clone()),
        place,
        about: About::of(
            w,
            &page.learning.programme,
            (activity, quiz),
            (attempts_left(w, page, quiz), page.terms.as_ref()),
        ),
        activity: activity.id.to_string(),
        attempt: page.open_attempt.map_or_else(String::new, |attempt| attempt.to_string()),
        time_left: open_time_left(w, page, state.telar.now()),
        refused,
        problem,
        action: format!("/activities/{}/attempts", activity.id),
        button: match (open, page.attempts.is_empty()) {
            (true, _) => w.quiz_continue(),
            (false, true) => w.quiz_start(),
            (false, false) => w.quiz_again(),
        },
        earlier: page.attempts.iter().map(|attempt| earlier(w, quiz, attempt)).collect(),
    }
}

/// How much time the open attempt at a timed quiz has left; empty where there is none.
fn open_time_left(w: &Words, page: &ActivityPage, now: Moment) -> String {
    let open = page.attempts.iter().rfind(|attempt| attempt.submitted.is_none());
    let over = open.zip(page.terms).and_then(|(open, terms)| terms.time_over(open.started));
    over.map_or_else(String::new, |over| view::time_left(w, over, now))
}

fn attempts_left(w: &Words, page: &ActivityPage, quiz: &Quiz) -> String {
    let Some(terms) = page.terms else { return w.quiz_attempts_free() };
    let Some(most) = terms.attempts else { return w.quiz_attempts_free() };
    let used = page.attempts.iter().filter(|attempt| attempt.submitted.is_some()).count();
    let left = w.quiz_attempts_left(most, terms.left(used).map_or(0, usize::from));
    match most.saturating_sub(quiz.attempts) {
        0 => left,
        more => format!("{left}, {}", w.quiz_attempts_granted(more)),
    }
}

fn earlier(w: &Words, quiz: &Quiz, attempt: &AttemptCard) -> Earlier {
    let (state, state_class) = match (attempt.submitted, attempt.passed, quiz.counting) {
        (None, ..) => (w.quiz_attempt_open(), " wait"),
        (Some(_), _, Counting::Practice | Counting::Measurement) => (w.quiz_handed_in(), " done"),
        (Some(_), true, _) => (w.quiz_passed(), " done"),
        (Some(_), false, _) => (w.quiz_not_yet(), " wait"),
    };
    Earlier {
        href: format!("/attempts/{}", attempt.attempt),
        title: w.quiz_attempt(attempt.number),
        state,
        state_class,
        date: dates::day(attempt.submitted.unwrap_or(attempt.started), w.language()),
        mark: attempt.per_cent.map_or_else(String::new, |mark| w.quiz_per_cent(mark)),
    }
}
