//! The attempts at a quiz as a file for spreadsheets, with the people's names or without.

use super::answers;
use crate::error::Refusal;
use crate::sheet::{self, Cell, Sheet};
use crate::visitor::{Ids, W, Who};
use crate::{State, dates};
use app::quizzes::{AttemptsExport, ExportRow};
use axum::extract::{Query, State as FromState};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::ids::{ActivityId, CohortId};
use serde::Deserialize;
use words::Words;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Names {
    With,
    Without,
}

#[derive(Deserialize)]
pub struct Wish {
    #[serde(default)]
    names: String,
}

pub(super) const CSV: &str = "text/csv; charset=utf-8";
pub(super) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

pub async fn csv(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Ids(cohort, activity): Ids<CohortId, String>,
    Query(wish): Query<Wish>,
) -> Result<Response, Refusal> {
    let export = state.telar.export_attempts(&visitor, cohort, ActivityId(activity)).await?;
    let name = format!("{}.csv", export.activity);
    as_csv(move || table(w, &export, names(&wish)), &name).await
}

pub async fn xlsx(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Ids(cohort, activity): Ids<CohortId, String>,
    Query(wish): Query<Wish>,
) -> Result<Response, Refusal> {
    let export = state.telar.export_attempts(&visitor, cohort, ActivityId(activity)).await?;
    let name = format!("{}.xlsx", export.activity);
    as_xlsx(move || table(w, &export, names(&wish)), &name).await
}

fn names(wish: &Wish) -> Names {
    if wish.names == "no" { Names::Without } else { Names::With }
}

pub(super) fn broken(why: &impl std::fmt::Display) -> Refusal {
    tracing::error!(%why, "a spreadsheet could not be made");
    Refusal::Unavailable
}

pub(super) fn file(bytes: Vec<u8>, kind: &'static str, name: &str) -> Response {
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
    let disposition = disposition.unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [(header::CONTENT_TYPE, HeaderValue::from_static(kind)), (header::CONTENT_DISPOSITION, disposition)];
    (headers, bytes).into_response()
}

/// A table as a file, made off the threads that answer pages.
pub(super) async fn as_csv(table: impl FnOnce() -> Sheet + Send + 'static, name: &str) -> Result<Response, Refusal> {
    let made = tokio::task::spawn_blocking(move || sheet::csv(&table())).await;
    Ok(file(made.map_err(|why| broken(&why))?, CSV, name))
}

pub(super) async fn as_xlsx(table: impl FnOnce() -> Sheet + Send + 'static, name: &str) -> Result<Response, Refusal> {
    let made = tokio::task::spawn_blocking(move || sheet::xlsx(&table())).await;
    Ok(file(made.map_err(|why| broken(&why))?.map_err(|why| broken(&why))?, XLSX, name))
}

fn table(w: &Words, export: &AttemptsExport, names: Names) -> Sheet {
    let mut head = vec![w.results_export_enrolment()];
    if names == Names::With {
        head.push(w.results_export_name());
    }
    head.extend([
        w.results_export_attempt(),
        w.results_export_state(),
        w.results_export_began(),
        w.results_export_handed_in(),
        w.results_export_mark(),
    ]);
    for question in &export.questions {
        head.push(w.results_export_points(question.as_str()));
        head.push(w.results_export_answer(question.as_str()));
    }
    let rows = export.rows.iter().map(|row| cells(w, export, row, names)).collect();
    Sheet { name: export.activity.to_string(), head, rows }
}

fn cells(w: &Words, export: &AttemptsExport, row: &ExportRow, names: Names) -> Vec<Cell> {
    let attempt = &row.attempt;
    let quiz = export.programme.activity(export.activity.as_str()).and_then(|it| it.quiz());
    let gate = quiz.is_some_and(|quiz| quiz.counting == domain::quizzes::Counting::Gate);
    let state = match &attempt.mark {
        None => w.results_state_open(),
        Some(mark) if mark.kept => w.results_state_kept(),
        Some(mark) if mark.passed && gate => w.results_state_passed(),
        Some(mark) if mark.unread > 0 => w.results_state_to_read(),
        Some(_) if gate => w.results_state_not_passed(),
        Some(_) => w.results_state_handed_in(),
    };
    // As spreadsheets sort it, and the same in every language.
    let moment = |moment| Cell::Text(format!("{} {}", dates::iso_day(moment), dates::time(moment)));
    let mut cells = vec![Cell::Text(row.enrolment.to_string())];
    if names == Names::With {
        cells.push(Cell::text(row.name.as_str()));
    }
    cells.extend([
        Cell::Whole(i64::from(attempt.number)),
        Cell::Text(state),
        moment(attempt.started),
        attempt.submitted.map_or(Cell::Empty, moment),
        attempt.mark.as_ref().map_or(Cell::Empty, |mark| Cell::Whole(i64::from(mark.per_cent()))),
    ]);
    for id in &export.questions {
        // What was taken out, or nobody has read yet, has no number: 0 would be taken for one.
        let mark = attempt.mark.as_ref().and_then(|mark| mark.question(id)).filter(|it| it.max > 0 && it.unread == 0);
        cells.push(mark.map_or(Cell::Empty, |mark| Cell::Whole(i64::from(mark.hundredths()))));
        let question = quiz.and_then(|quiz| quiz.question(id.as_str())).zip(row.answers.get(id));
        let words = question.map(|(question, answer)| answers::lines(w, &question.kind, answer).join("; "));
        cells.push(words.map_or(Cell::Empty, Cell::text));
    }
    cells
}
