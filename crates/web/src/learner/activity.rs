//! One activity: a lesson to read and finish, or the door of a quiz. It must not know how a quiz is answered.

use super::view;
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{Form, W, Who};
use crate::{State, dates};
use app::access::Visitor;
use app::learning::{ActivityPage, AttemptCard, FinishRefused};
use app::quizzes::StartAttemptRefused;
use askama::Template;
use axum::extract::{Path, State as FromState};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::data_use::Family;
use domain::ids::{AttemptId, CommandId};
use domain::programmes::{Activity, ActivityState, Review};
use domain::quizzes::{Counting, Quiz, StartRefused};
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "learner/lesson.html")]
struct LessonPage {
    frame: Frame,
    place: String,
    size: String,
    title: String,
    notice: String,
    review: bool,
    html: String,
    job_aid: Option<Aid>,
    done: bool,
    action: String,
    next_href: String,
    next_words: String,
    problem: String,
}

struct Aid {
    href: String,
    title: String,
}

#[derive(Template)]
#[template(path = "learner/quiz.html")]
struct QuizPage {
    frame: Frame,
    who: String,
    now: i64,
    place: String,
    size: String,
    title: String,
    summary: String,
    notice: String,
    review: bool,
    what: String,
    questions: String,
    minutes: String,
    pass: String,
    left: String,
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
pub struct Wish {
    command: CommandId,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let activity = state.telar.activity(visitor.person, &id).await?;
    Ok(render(&state, visitor, w, &activity, String::new()))
}

pub async fn finish(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(id): Path<String>,
    Form(wish): Form<Wish>,
) -> Result<Response, Refusal> {
    match state.telar.finish_lesson(visitor.person, &id, wish.command).await {
        Ok(next) => {
            let to = next.map_or_else(|| "/today".to_owned(), |next| format!("/activities/{next}"));
            Ok(Redirect::to(&to).into_response())
        }
        Err(FinishRefused::NotFound | FinishRefused::NotALesson) => Err(Refusal::NotFound),
        Err(FinishRefused::Unavailable(why)) => Err(why.into()),
        Err(FinishRefused::OtherContent) => again(&state, visitor, w, &id, w.lesson_refused_old()).await,
    }
}

pub async fn start(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(id): Path<String>,
    Form(wish): Form<Wish>,
) -> Result<Response, Refusal> {
    match state.telar.start_attempt(visitor.person, &id, wish.command).await {
        Ok(attempt) => Ok(Redirect::to(&first_open(&state, &visitor, attempt).await?).into_response()),
        Err(StartAttemptRefused::NotFound) => Err(Refusal::NotFound),
        Err(StartAttemptRefused::Unavailable(why)) => Err(why.into()),
        // The page itself says why.
        Err(StartAttemptRefused::Rule(_)) => again(&state, visitor, w, &id, String::new()).await,
        Err(StartAttemptRefused::NotAuthority) => again(&state, visitor, w, &id, w.quiz_refused_not_authority()).await,
        Err(StartAttemptRefused::OtherContent) => again(&state, visitor, w, &id, w.lesson_refused_old()).await,
    }
}

/// The first question without an answer; the overview when there is none.
async fn first_open(state: &State, visitor: &Visitor, attempt: AttemptId) -> Result<String, Refusal> {
    let page = state.telar.attempt(visitor.person, attempt).await?;
    let open = page.asked.iter().position(|id| !page.answers.contains_key(id));
    Ok(open
        .map_or_else(|| format!("/attempts/{attempt}"), |open| format!("/attempts/{attempt}/questions/{}", open + 1)))
}

async fn again(
    state: &State,
    visitor: Visitor,
    w: &'static Words,
    id: &str,
    problem: String,
) -> Result<Response, Refusal> {
    let activity = state.telar.activity(visitor.person, id).await?;
    let mut response = render(state, visitor, w, &activity, problem);
    *response.status_mut() = StatusCode::CONFLICT;
    Ok(response)
}

fn render(state: &State, visitor: Visitor, w: &'static Words, page: &ActivityPage, problem: String) -> Response {
    match page.get().quiz() {
        Some(quiz) => {
            let mut response = page::html(&quiz_page(state, visitor, w, (page, quiz), problem));
            // For the data meter: the address alone does not tell it from a lesson.
            response.extensions_mut().insert(Family::Quizzes);
            response
        }
        None => page::html(&lesson_page(visitor, w, page, problem)),
    }
}

fn lesson_page(visitor: Visitor, w: &'static Words, page: &ActivityPage, problem: String) -> LessonPage {
    let activity = page.get();
    let language = w.language();
    let programme = &page.learning.programme;
    let place = view::place(w, programme, activity);
    let next = page.next.as_ref().and_then(|next| programme.activity(next.as_str()));
    LessonPage {
        frame: Frame::new(w, Some(visitor), Place::Programme, place.clone()),
        place,
        size: view::minutes_and_size(w, &page.learning, activity),
        title: activity.title.get(language).to_owned(),
        notice: activity.notice.get(language).to_owned(),
        review: activity.review == Review::Needed,
        html: programme.lesson_html(activity.id.as_str(), language).unwrap_or_default().to_owned(),
        job_aid: page.topic().and_then(|topic| {
            let title = topic.job_aid.as_ref()?.title.get(language).to_owned();
            Some(Aid { href: format!("/topics/{}/job-aid", topic.id), title })
        }),
        done: page.state == ActivityState::Done,
        action: format!("/activities/{}/done", activity.id),
        next_href: next.map_or_else(String::new, |next| format!("/activities/{}", next.id)),
        next_words: next.map_or_else(String::new, |next| w.lesson_next(next.title.get(language))),
        problem,
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
    let language = w.language();
    let place = view::place(w, &page.learning.programme, activity);
    let open = page.open_attempt.is_some();
    let refused = match page.may_start {
        _ if open => String::new(),
        Ok(()) => String::new(),
        Err(StartRefused::NoneLeft) => w.quiz_refused_none_left(quiz.attempts),
        Err(StartRefused::AlreadyPassed) => w.quiz_refused_passed(),
    };
    QuizPage {
        who: view::who(visitor.person),
        now: state.telar.now().0,
        frame: Frame::new(w, Some(visitor), Place::Programme, place.clone()),
        place,
        size: view::minutes_and_size(w, &page.learning, activity),
        title: activity.title.get(language).to_owned(),
        summary: activity.summary.get(language).to_owned(),
        notice: activity.notice.get(language).to_owned(),
        review: needs_review(activity, quiz),
        what: if quiz.counting == Counting::Practice { w.quiz_what_practice() } else { w.quiz_what_gate() },
        questions: w.quiz_questions(quiz.questions.len()),
        minutes: w.quiz_minutes(activity.minutes),
        pass: if quiz.counting == Counting::Gate { w.quiz_pass(quiz.pass) } else { String::new() },
        left: attempts_left(w, quiz, &page.attempts),
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

fn needs_review(activity: &Activity, quiz: &Quiz) -> bool {
    activity.review == Review::Needed || quiz.questions.iter().any(|question| question.review == Review::Needed)
}

fn attempts_left(w: &Words, quiz: &Quiz, attempts: &[AttemptCard]) -> String {
    if quiz.attempts == 0 {
        return w.quiz_attempts_free();
    }
    let used = attempts.iter().filter(|attempt| attempt.submitted.is_some()).count();
    w.quiz_attempts_left(quiz.attempts, usize::from(quiz.attempts).saturating_sub(used))
}

fn earlier(w: &Words, quiz: &Quiz, attempt: &AttemptCard) -> Earlier {
    let (state, state_class) = match (attempt.submitted, attempt.passed, quiz.counting) {
        (None, ..) => (w.quiz_attempt_open(), " wait"),
        (Some(_), _, Counting::Practice) => (w.quiz_handed_in(), " done"),
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
