//! One quiz in a cohort: its days, each person's attempts, the answers by question, and the way to a spreadsheet.

use super::quiz_view::{self, Banner, Done, Tab, View, quiz_href, tabs};
use super::{answers, quizzes::waiting};
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{Form, Ids, W, Who};
use crate::{State, dates};
use app::access::Visitor;
use app::quizzes::{
    Given, PersonResult, QuestionResult, QuizResults, ResultState, SetWindow, WindowField, WindowRefused, WindowWish,
};
use askama::Template;
use axum::extract::{Query, State as FromState};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Moment;
use domain::ids::{ActivityId, CohortId, CommandId};
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "staff/quiz_results.html")]
struct Page {
    frame: Frame,
    banner: Option<Banner>,
    title: String,
    cohort: String,
    back: String,
    tabs: Vec<Tab>,
    said: String,
    problem: String,
    waiting: String,
    waiting_href: String,
    stale: Option<StaleCard>,
    window: WindowCard,
    runs: bool,
    people: Vec<Line>,
    sorts: Vec<Tab>,
    questions: Vec<QuestionCard>,
    export: String,
}

/// What stands by a question as it was before it was mended.
struct StaleCard {
    words: String,
    href: String,
}

struct WindowCard {
    action: String,
    words: String,
    of_programme: String,
    /// Whether other days hold than the programme's.
    set: bool,
    open: bool,
    fields: WindowWritten,
    opens_problem: String,
    closes_problem: String,
}

struct Line {
    name: String,
    best: String,
    attempts: usize,
    state: String,
    state_class: &'static str,
    last: String,
    attempt_href: String,
    attempt_label: String,
    grant_href: String,
    grant_label: String,
}

struct QuestionCard {
    number: usize,
    stem: String,
    counts: String,
    unread: String,
    given: Vec<GivenLine>,
    href: String,
    label: String,
}

struct GivenLine {
    words: String,
    times: String,
    per_cent: u64,
    right: bool,
}

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    sort: String,
    #[serde(flatten)]
    done: Done,
}

#[derive(Clone, Default, Deserialize)]
pub struct WindowWritten {
    command: Option<CommandId>,
    #[serde(default)]
    wish: String,
    #[serde(default)]
    opens: String,
    #[serde(default)]
    opens_hour: String,
    #[serde(default)]
    closes: String,
    #[serde(default)]
    closes_hour: String,
}

/// What was written about the days, and what is wrong with it.
#[derive(Default)]
struct Refused {
    problem: String,
    written: WindowWritten,
    fields: Vec<WindowField>,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Ids(cohort, activity): Ids<CohortId, String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let results = state.telar.quiz_results(&visitor, cohort, ActivityId(activity)).await?;
    Ok(render(visitor, w, &results, &asked, None))
}

pub async fn set_window(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Ids(cohort, activity): Ids<CohortId, String>,
    Form(written): Form<WindowWritten>,
) -> Result<Response, Refusal> {
    let activity = ActivityId(activity);
    let wish = if written.wish == "programme" {
        WindowWish::OfProgramme
    } else {
        WindowWish::Days {
            opens: (written.opens.clone(), written.opens_hour.clone()),
            closes: (written.closes.clone(), written.closes_hour.clone()),
        }
    };
    let command = written.command.unwrap_or_else(|| uuid::Uuid::now_v7().into());
    let set = SetWindow { command, cohort, activity: activity.clone(), wish };
    let set = state.telar.set_window(&visitor, set).await;
    let (status, problem, fields) = match set {
        Ok(()) => {
            let href = format!("{}?done=window", quiz_href(cohort, &activity));
            return Ok(Redirect::to(&href).into_response());
        }
        Err(WindowRefused::NotFound) => return Err(Refusal::NotFound),
        Err(WindowRefused::Unavailable(why)) => return Err(why.into()),
        Err(WindowRefused::OtherContent) => (StatusCode::CONFLICT, w.results_refused_old(), Vec::new()),
        Err(WindowRefused::Fields(fields)) => (StatusCode::UNPROCESSABLE_ENTITY, w.grant_refused_fields(), fields),
    };
    let results = state.telar.quiz_results(&visitor, cohort, activity).await?;
    let asked = Asked { sort: String::new(), done: Done { done: String::new() } };
    let mut response = render(visitor, w, &results, &asked, Some(Refused { problem, written, fields }));
    *response.status_mut() = status;
    Ok(response)
}

fn render(
    visitor: Visitor,
    w: &'static Words,
    results: &QuizResults,
    asked: &Asked,
    refused: Option<Refused>,
) -> Response {
    let (cohort, activity) = (results.card.cohort, &results.activity);
    let mut people: Vec<&PersonResult> = results.people.iter().collect();
    match asked.sort.as_str() {
        "best" => people.sort_by_key(|it| std::cmp::Reverse((it.best, it.attempts))),
        "last" => people.sort_by_key(|it| std::cmp::Reverse(it.last)),
        _ => {}
    }
    let refused = refused.unwrap_or_default();
    page::html(&Page {
        banner: Banner::of(w, &results.programme, cohort),
        title: quiz_view::quiz_title(w, &results.programme, activity),
        cohort: results.card.name.clone(),
        back: format!("/cohorts/{cohort}/quizzes"),
        tabs: tabs(w, (cohort, activity), View::People),
        said: if asked.done.done == "window" { w.window_saved() } else { String::new() },
        waiting: waiting(w, results.unread),
        waiting_href: format!("/cohorts/{cohort}/reading"),
        stale: results.stale.as_ref().map(|it| StaleCard {
            words: w.results_stale(it.attempts),
            href: format!("{}/questions/{}", quiz_href(cohort, activity), it.question),
        }),
        problem: refused.problem.clone(),
        window: window_card(w, results, refused),
        runs: results.runs,
        people: people.into_iter().map(|person| line(w, (results, cohort), person)).collect(),
        sorts: sorts(w, &quiz_href(cohort, activity), &asked.sort),
        questions: results.questions.iter().enumerate().map(|(place, it)| question(w, results, (place, it))).collect(),
        export: format!("{}/attempts", quiz_href(cohort, activity)),
        frame: Frame::new(w, Some(visitor), Place::Desk, w.results_title()),
    })
}

fn sorts(w: &Words, href: &str, chosen: &str) -> Vec<Tab> {
    let known = matches!(chosen, "best" | "last");
    let sort = |by: &str, name: String| Tab {
        href: format!("{href}?sort={by}#people-title"),
        name,
        current: chosen == by || (by == "name" && !known),
    };
    vec![sort("name", w.results_sort_name()), sort("best", w.results_sort_best()), sort("last", w.results_sort_last())]
}

fn window_card(w: &Words, results: &QuizResults, refused: Refused) -> WindowCard {
    let window = results.window;
    let is_refused = !refused.problem.is_empty();
    let split = |moment: Option<Moment>| {
        moment.map_or_else(Default::default, |moment| (dates::iso_day(moment), dates::time(moment)))
    };
    let ((opens, opens_hour), (closes, closes_hour)) = (split(window.now.opens), split(window.now.closes));
    let now = WindowWritten { command: None, wish: String::new(), opens, opens_hour, closes, closes_hour };
    let problem = |field, words: String| if refused.fields.contains(&field) { words } else { String::new() };
    WindowCard {
        action: format!("{}/window", quiz_href(results.card.cohort, &results.activity)),
        words: quiz_view::window(w, window.now),
        of_programme: if window.now == window.of_programme {
            w.window_is_programme()
        } else {
            w.window_of_programme(quiz_view::window(w, window.of_programme))
        },
        set: window.now != window.of_programme,
        open: is_refused,
        opens_problem: problem(WindowField::Opens, w.window_refused_opens()),
        closes_problem: problem(WindowField::Closes, w.window_refused_closes()),
        fields: if is_refused { refused.written } else { now },
    }
}

/// The state of one person's attempts, in words, and how its tag looks.
pub fn state(w: &Words, state: ResultState) -> (String, &'static str) {
    match state {
        ResultState::NotBegun => (w.results_state_none(), ""),
        ResultState::InProgress => (w.results_state_open(), " wait"),
        ResultState::ToRead => (w.results_state_to_read(), " wait"),
        ResultState::NotPassed => (w.results_state_not_passed(), " wait"),
        ResultState::HandedIn => (w.results_state_handed_in(), " done"),
        ResultState::Passed => (w.results_state_passed(), " done"),
        ResultState::Kept => (w.results_state_kept(), " done"),
    }
}

fn line(w: &Words, (results, cohort): (&QuizResults, CohortId), person: &PersonResult) -> Line {
    let (words, state_class) = state(w, person.state);
    let name = person.name.as_str();
    let grant = format!("/cohorts/{cohort}/people/{}/allowances?activity={}", person.person, results.activity);
    Line {
        name: name.to_owned(),
        best: person.best.map_or_else(|| w.results_no_mark(), |best| w.results_mark(best)),
        attempts: person.attempts,
        state: words,
        state_class,
        last: person.last.map_or_else(|| "–".to_owned(), |last| dates::day_and_time(last, w.language())),
        attempt_href: person
            .attempt
            .map_or_else(String::new, |attempt| format!("/cohorts/{cohort}/attempts/{attempt}")),
        attempt_label: w.results_see_attempt_label(name),
        grant_href: if results.runs { grant } else { String::new() },
        grant_label: w.results_grant_label(name),
    }
}

fn question(w: &Words, results: &QuizResults, (place, it): (usize, &QuestionResult)) -> QuestionCard {
    let number = place + 1;
    let known = results.quiz().and_then(|quiz| quiz.question(it.question.as_str()));
    let all = it.asked.max(1);
    let given = |(given, times): &(Given, u64)| {
        let (words, right) = match given {
            Given::Typed(words) => (words.clone(), false),
            Given::Choice(id) => known.map_or_else(
                || (id.to_string(), false),
                |question| (answers::choice(w, &question.kind, id), is_right(question, id)),
            ),
        };
        GivenLine { words, times: w.desk_of(it.asked, *times), per_cent: (times * 100 / all).min(100), right }
    };
    QuestionCard {
        number,
        stem: known.map_or_else(|| it.question.to_string(), |question| answers::short(&question.stem, w.language())),
        counts: if known.is_some_and(|question| question.withdrawn) {
            w.results_question_withdrawn()
        } else {
            w.results_question_counts(it.asked, it.partly, it.right, it.wrong)
        },
        unread: if it.unread > 0 { w.results_question_unread(it.unread) } else { String::new() },
        given: it.given.iter().map(given).collect(),
        href: format!("{}/questions/{}", quiz_href(results.card.cohort, &results.activity), it.question),
        label: w.results_question_see_label(number),
    }
}

fn is_right(question: &domain::quizzes::Question, id: &domain::ids::ChoiceId) -> bool {
    match &question.kind {
        domain::quizzes::QuestionKind::HotText(text) => text.spans.iter().any(|it| it.id == *id && it.right),
        kind => kind.choices().iter().any(|it| it.id == *id && it.right),
    }
}
