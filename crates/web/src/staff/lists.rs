//! Where lists of people for a cohort are sent, and those that were.

use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::upload::Upload;
use crate::visitor::{Id, W, Who};
use crate::{State, dates};
use app::access::Visitor;
use app::importing::{ListCard, ListFault, MOST_ROWS, SendRefused, TableFault};
use askama::Template;
use axum::extract::State as FromState;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::cohorts::ListState;
use domain::ids::CohortId;
use words::Words;

#[derive(Template)]
#[template(path = "staff/lists.html")]
struct Page {
    frame: Frame,
    cohort: String,
    back: String,
    base: String,
    problem: String,
    largest: usize,
    largest_words: String,
    rows: usize,
    keeps_numbers: bool,
    lists: Vec<Line>,
}

struct Line {
    href: String,
    file: String,
    about: String,
    state: String,
    class: &'static str,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(cohort): Id<CohortId>,
) -> Result<Response, Refusal> {
    render(&state, visitor, w, (cohort, String::new())).await
}

pub async fn send(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(cohort): Id<CohortId>,
    mut upload: Upload,
) -> Result<Response, Refusal> {
    let file = std::mem::take(&mut upload.file);
    let problem = match state.telar.send_list(&visitor, cohort, (&upload.name, file, Upload::KEEPS)).await {
        Ok(import) => return Ok(Redirect::to(&format!("/lists/{import}")).into_response()),
        Err(SendRefused::NotFound) => return Err(Refusal::NotFound),
        Err(SendRefused::Unavailable(why)) => return Err(why.into()),
        Err(SendRefused::File(fault)) => fault_words(w, fault),
    };
    let mut response = render(&state, visitor, w, (cohort, problem)).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

fn fault_words(w: &Words, fault: ListFault) -> String {
    match fault {
        ListFault::NoFile => w.list_refused_no_file(),
        ListFault::TooLarge => w.document_refused_large(dates::size(Upload::KEEPS, w.language())),
        ListFault::Table(TableFault::NotATable) => w.list_refused_not_a_table(),
        ListFault::Table(TableFault::TooManyRows) => w.list_refused_many(MOST_ROWS),
        ListFault::Table(TableFault::Empty) => w.list_refused_empty(),
        ListFault::NoHeads => w.list_refused_heads(),
        ListFault::Nobody => w.list_refused_nobody(),
    }
}

async fn render(
    state: &State,
    visitor: Visitor,
    w: &'static Words,
    (cohort, problem): (CohortId, String),
) -> Result<Response, Refusal> {
    let page = state.telar.lists_page(&visitor, cohort).await?;
    Ok(page::html(&Page {
        cohort: page.card.name,
        back: format!("/cohorts/{cohort}/admission"),
        base: format!("/cohorts/{cohort}"),
        problem,
        largest: Upload::KEEPS,
        largest_words: dates::size(Upload::KEEPS, w.language()),
        rows: MOST_ROWS,
        keeps_numbers: page.keeps_numbers,
        lists: page.lists.iter().map(|it| line(w, it)).collect(),
        frame: Frame::new(w, Some(visitor), Place::Desk, w.list_title()),
    }))
}

fn line(w: &Words, it: &ListCard) -> Line {
    let (state, class) = state_words(w, it.state);
    let author = it.author.as_ref().map_or_else(|| w.list_author_gone(), |name| name.as_str().to_owned());
    let day = dates::day(it.sent, w.language());
    let about = match it.state {
        ListState::Taking | ListState::Taken => w.list_line_taken(author, day, it.named, it.rows),
        _ => w.list_line(author, day, it.rows),
    };
    Line { href: format!("/lists/{}", it.import), file: it.file.clone(), about, state, class }
}

pub(super) fn state_words(w: &Words, state: ListState) -> (String, &'static str) {
    match state {
        ListState::Sending => (w.list_state_broken(), ""),
        ListState::Draft => (w.list_state_draft(), " now"),
        ListState::Taking => (w.list_state_taking(), " now"),
        ListState::Taken => (w.list_state_taken(), " done"),
        ListState::Undoing => (w.list_state_undoing(), " now"),
        ListState::Undone => (w.list_state_undone(), ""),
    }
}
