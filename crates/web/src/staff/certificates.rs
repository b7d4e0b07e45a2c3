//! The certificates of a cohort: each with its state and what may become of it, who completed the programme and has none, with
//! one press that issues all of those, and all of them as one file, with how far either is. Without script the page looks again
//! by itself or by a link; a program asks for JSON.

use super::quiz_view::Done;
use crate::error::Refusal;
use crate::learner::constancia;
use crate::page::{self, Frame, Place};
use crate::visitor::{Id, W, Who, Wish};
use crate::{State, dates};
use app::certificates::{
    CertificateList, IssueAllRefused, IssuingCard, ListedCertificate, PrintedFile, PrintingCard, PrintingState,
};
use askama::Template;
use axum::body::{Body, Bytes};
use axum::extract::{Query, State as FromState};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::certificates::{Standing, grouped};
use domain::ids::CohortId;
use http_body::{Frame as Piece, SizeHint};
use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use words::Words;

#[derive(Template)]
#[template(path = "staff/certificates.html")]
struct Page {
    frame: Frame,
    cohort: String,
    cohort_href: String,
    here: String,
    runs: bool,
    count: String,
    /// What came of a press.
    said: String,
    problem: String,
    issue: Option<Issue>,
    /// How many there are to print; the button says it.
    print: Option<Print>,
    rows: Vec<Line>,
}

/// Who completed the programme and has none yet, or how far issuing all of those is.
struct Issue {
    title: String,
    names: Vec<String>,
    button: String,
    /// How far it is, in words, while it goes on.
    working: String,
    done: usize,
    all: usize,
}

struct Print {
    action: String,
    button: String,
    /// How far it is, in words, while it is made.
    working: String,
    done: usize,
    all: usize,
    /// Where the file is, when it is ready.
    file: String,
    filename: String,
    size: String,
    problem: String,
}

struct Line {
    number: String,
    href: String,
    name: String,
    issued: String,
    state: String,
    class: &'static str,
    /// What there is to say about the state: since when, why, or by which number.
    note: String,
    replaced_href: String,
    revoke_href: String,
    revoke_label: String,
    reissue_href: String,
    reissue_label: String,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    wish: Wish,
    Id(cohort): Id<CohortId>,
    Query(Done { done }): Query<Done>,
) -> Result<Response, Refusal> {
    let list = state.telar.certificate_list(&visitor, cohort).await?;
    if wish.json {
        return Ok(page::json(&progress(&list)));
    }
    let frame = Frame::new(w, Some(visitor), Place::Desk, w.desk_certificates_title());
    let issued = done == "issued" && list.runs && list.to_issue.is_empty();
    let said = if issued { w.desk_certificates_issued() } else { String::new() };
    let mut response = page::html(&Page { said, ..render(frame, &list) });
    if list.issuing.is_some() {
        // The page looks again by itself, without script too.
        response.headers_mut().insert(header::REFRESH, HeaderValue::from_static("2"));
    }
    Ok(response)
}

pub async fn issue_all(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(cohort): Id<CohortId>,
) -> Result<Response, Refusal> {
    let here = format!("/cohorts/{cohort}/certificates?done=issued");
    match state.telar.issue_certificates(&visitor, cohort).await {
        Ok(_) => Ok(Redirect::to(&here).into_response()),
        Err(IssueAllRefused::NotFound) => Err(Refusal::NotFound),
        Err(IssueAllRefused::Unavailable(why)) => Err(why.into()),
        Err(IssueAllRefused::NotAuthority) => {
            let list = state.telar.certificate_list(&visitor, cohort).await?;
            let frame = Frame::new(w, Some(visitor), Place::Desk, w.desk_certificates_title());
            let page = Page { problem: w.desk_certificates_not_authority(), ..render(frame, &list) };
            let mut response = page::html(&page);
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response)
        }
    }
}

fn progress(list: &CertificateList) -> serde_json::Value {
    let issuing = list.issuing.map(|it| serde_json::json!({ "done": it.done, "all": it.all }));
    let Some(card) = list.printing else {
        return serde_json::json!({ "state": "none", "all": list.holding(), "issuing": issuing });
    };
    let state = match card.state {
        PrintingState::Waiting => "waiting",
        PrintingState::Working => "working",
        PrintingState::Ready { .. } => "ready",
        PrintingState::Failed => "failed",
        PrintingState::Outdated => "outdated",
    };
    serde_json::json!({ "state": state, "done": card.done, "all": card.all, "issuing": issuing })
}

fn render(frame: Frame, list: &CertificateList) -> Page {
    let w = frame.w;
    let here = format!("/cohorts/{}/certificates", list.cohort);
    Page {
        cohort: list.name.clone(),
        cohort_href: format!("/cohorts/{}", list.cohort),
        runs: list.runs,
        count: w.desk_certificates_count(list.holding()),
        said: String::new(),
        problem: String::new(),
        issue: issue(w, list),
        print: (list.runs && list.holding() > 0).then(|| print(w, list, &here)),
        rows: list.certificates.iter().map(|it| line(w, it, list.runs)).collect(),
        here,
        frame,
    }
}

fn issue(w: &Words, list: &CertificateList) -> Option<Issue> {
    if list.to_issue.is_empty() && list.issuing.is_none() {
        return None;
    }
    let IssuingCard { done, all } = list.issuing.unwrap_or(IssuingCard { done: 0, all: list.to_issue.len() });
    let working = |_| w.desk_certificates_issuing(all, done);
    Some(Issue {
        title: w.desk_certificates_without(list.to_issue.len()),
        names: list.to_issue.iter().map(|it| it.as_str().to_owned()).collect(),
        button: w.desk_certificates_issue(list.to_issue.len()),
        working: list.issuing.map_or_else(String::new, working),
        done,
        all,
    })
}

fn print(w: &Words, list: &CertificateList, here: &str) -> Print {
    let mut print = Print {
        action: format!("{here}/file"),
        button: w.desk_certificates_print(list.holding()),
        working: String::new(),
        done: 0,
        all: list.holding(),
        file: String::new(),
        filename: format!("constancias-{}.zip", list.join_code),
        size: String::new(),
        problem: String::new(),
    };
    let Some(PrintingCard { state, done, all }) = list.printing else { return print };
    match state {
        PrintingState::Waiting => print.working = w.desk_certificates_waiting(),
        PrintingState::Working => (print.working, print.done) = (w.desk_certificates_working(all, done), done),
        PrintingState::Ready { bytes } => {
            print.file = format!("{here}/file");
            let bytes = usize::try_from(bytes).unwrap_or(usize::MAX);
            print.size = w.desk_certificates_size(all, dates::size(bytes, w.language()));
        }
        PrintingState::Failed => print.problem = w.desk_certificates_failed(),
        PrintingState::Outdated => print.problem = w.desk_certificates_outdated(),
    }
    print
}

fn line(w: &Words, it: &ListedCertificate, runs: bool) -> Line {
    let (number, name) = (grouped(&it.number), it.name.as_str());
    let (state, class) = match it.standing {
        Standing::Valid => (w.desk_certificates_valid(), " done"),
        Standing::Replaced => (w.desk_certificates_replaced(), ""),
        Standing::Revoked => (w.desk_certificate_revoked(), " now"),
    };
    let replaced = it.replaced_by.as_deref().map(grouped);
    let mut notes = Vec::new();
    if let Some(at) = it.revoked {
        notes.push(w.desk_certificates_revoked_note(dates::day(at, w.language()), it.reason.as_str()));
    }
    if runs && !it.replaces_because.is_empty() {
        notes.push(w.desk_certificates_because(it.replaces_because.as_str()));
    }
    let action = |offered: bool, path: &str| {
        if runs && offered { format!("/certificates/{number}/{path}") } else { String::new() }
    };
    Line {
        href: format!("/certificates/{number}"),
        name: name.to_owned(),
        issued: dates::day(it.issued, w.language()),
        state,
        class,
        note: notes.join(" · "),
        replaced_href: replaced.map_or_else(String::new, |number| format!("/certificates/{number}")),
        revoke_href: action(it.standing.holds(), "revocation"),
        revoke_label: w.desk_revoke_label(name),
        reissue_href: action(it.replaced_by.is_none(), "reissue"),
        reissue_label: w.desk_reissue_label(name),
        number,
    }
}

pub async fn print_all(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    Id(cohort): Id<CohortId>,
) -> Result<Response, Refusal> {
    let settings = Arc::clone(&state.settings);
    let set = move |document: &app::certificates::CertificateDocument| constancia::paper(document, &settings);
    state.telar.print_certificates(&visitor, cohort, set).await?;
    Ok(Redirect::to(&format!("/cohorts/{cohort}/certificates#print")).into_response())
}

pub async fn file(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    Id(cohort): Id<CohortId>,
) -> Result<Response, Refusal> {
    let list = state.telar.certificate_list(&visitor, cohort).await?;
    let Some(PrintedFile { file, bytes }) = state.telar.printed_certificates(&visitor, cohort).await? else {
        return Ok(Redirect::to(&format!("/cohorts/{cohort}/certificates#print")).into_response());
    };
    let headers = [
        (header::CONTENT_TYPE, "application/zip".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"constancias-{}.zip\"", list.join_code)),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, Body::new(Pieces { file, at: 0, end: bytes })).into_response())
}

/// A file as a body, piece by piece: 80 MB of papers never stand in memory. A piece is small enough to be read where it is sent.
struct Pieces {
    file: Arc<File>,
    at: u64,
    end: u64,
}

const PIECE: u64 = 64 * 1024;

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<io::Result<Piece<Bytes>>>> {
        let wanted = (self.end - self.at).min(PIECE);
        if wanted == 0 {
            return Poll::Ready(None);
        }
        let mut piece = vec![0; usize::try_from(wanted).unwrap_or_default()];
        let read = self.file.read_exact_at(&mut piece, self.at);
        self.at = if read.is_ok() { self.at + wanted } else { self.end };
        Poll::Ready(Some(read.map(|()| Piece::data(piece.into()))))
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.end - self.at)
    }
}
