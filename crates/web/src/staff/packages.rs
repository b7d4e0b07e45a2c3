//! Programmes come in and go out as ZIP files, while the site is at work. A package with faults is told file by file, and nothing of it
//! stays.

use super::site::version_words;
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::upload::Upload;
use crate::visitor::{Id, W, Who};
use crate::{State, dates};
use app::access::Visitor;
use app::programmes::{ExportRefused, ImportRefused, Outcome, Problem, TakePackageRefused, ZipFault, unzipped, zipped};
use askama::Template;
use axum::extract::{Query, State as FromState};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::ProgrammeVersionId;
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "staff/packages.html")]
struct Page {
    frame: Frame,
    said: String,
    problem: String,
    faults: Vec<Fault>,
    /// How many more there are; empty where all are shown.
    more: String,
    versions: Vec<Version>,
    largest: usize,
    largest_words: String,
}

struct Version {
    title: String,
    words: String,
    href: String,
    file: String,
}

struct Fault {
    place: String,
    what: String,
    remedy: String,
}

#[derive(Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

/// So many faults are shown at once: the first are the ones to mend.
const SHOWN: usize = 100;

#[derive(Default)]
struct Say {
    said: String,
    problem: String,
    faults: Vec<Fault>,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    let said = match done.done.as_str() {
        "new" => w.package_taken(),
        "known" => w.package_known(),
        _ => String::new(),
    };
    render(&state, visitor, w, Say { said, ..Say::default() }).await
}

pub async fn take(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    upload: Upload,
) -> Result<Response, Refusal> {
    let say = match taken(&state, w, &visitor, upload).await? {
        Ok(Outcome::New) => return Ok(Redirect::to("/site/programmes?done=new").into_response()),
        Ok(Outcome::Known) => return Ok(Redirect::to("/site/programmes?done=known").into_response()),
        Err(say) => say,
    };
    let mut response = render(&state, visitor, w, say).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

async fn taken(
    state: &State,
    w: &'static Words,
    visitor: &Visitor,
    upload: Upload,
) -> Result<Result<Outcome, Say>, Refusal> {
    let refused = |problem: String| Ok(Err(Say { problem, ..Say::default() }));
    if upload.file.len() > Upload::KEEPS {
        return refused(w.document_refused_large(dates::size(Upload::KEEPS, w.language())));
    }
    let files = match unzipped(&upload.file) {
        Ok(files) => files,
        Err(ZipFault::NotZip) => return refused(w.package_not_zip()),
        Err(ZipFault::TooLarge) => return refused(w.package_too_large()),
        Err(ZipFault::NoProgramme) => return refused(w.package_no_programme()),
    };
    let import = match state.telar.take_package(visitor, files, w.language()).await {
        Ok(outcome) => return Ok(Ok(outcome)),
        Err(TakePackageRefused::NotFound) => return Err(Refusal::NotFound),
        Err(TakePackageRefused::Faulty(found)) => {
            let fault = |one: Problem| Fault {
                place: format!("{}:{}", one.file, one.line),
                what: one.what,
                remedy: one.remedy,
            };
            let faults = found.into_iter().map(fault).collect();
            return Ok(Err(Say { problem: w.package_faulty(), faults, ..Say::default() }));
        }
        Err(TakePackageRefused::Import(why)) => why,
    };
    match import {
        ImportRefused::LabelTaken(label) => refused(w.package_label_taken(label)),
        ImportRefused::KindChanged { activity, version } => refused(w.package_kind_changed(activity, version)),
        ImportRefused::Unavailable(why) => Err(why.into()),
    }
}

/// A version as the ZIP of the folder that it came from.
pub async fn give(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    Id(version): Id<ProgrammeVersionId>,
) -> Result<Response, Refusal> {
    let site = state.telar.site(&visitor).await?;
    let card = site.versions.iter().find(|card| card.version == version).ok_or(Refusal::NotFound)?;
    let exported = match state.telar.export_programme(&card.slug, Some(&card.label)).await {
        Ok(exported) => exported,
        Err(ExportRefused::NotFound(_) | ExportRefused::NotKept) => return Err(Refusal::NotFound),
        Err(ExportRefused::Unavailable(why)) => return Err(why.into()),
    };
    let zip = zipped(&exported.slug, &exported.files)?;
    let mut response = zip.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/zip"));
    if let Ok(name) =
        HeaderValue::from_str(&format!("attachment; filename=\"{}\"", file_name(&exported.slug, &exported.label)))
    {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}

fn file_name(slug: &str, label: &str) -> String {
    let label: String = label.chars().map(|c| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' }).collect();
    format!("{slug}-{label}.zip")
}

async fn render(state: &State, visitor: Visitor, w: &'static Words, say: Say) -> Result<Response, Refusal> {
    let site = state.telar.site(&visitor).await?;
    let hidden = say.faults.len().saturating_sub(SHOWN);
    Ok(page::html(&Page {
        said: say.said,
        problem: say.problem,
        faults: say.faults.into_iter().take(SHOWN).collect(),
        more: if hidden > 0 { w.package_more(hidden) } else { String::new() },
        versions: site
            .versions
            .iter()
            .map(|it| Version {
                title: it.title.get(w.language()).to_owned(),
                words: version_words(w, it),
                href: format!("/site/programmes/{}", it.version),
                file: file_name(&it.slug, &it.label),
            })
            .collect(),
        largest: Upload::KEEPS,
        largest_words: dates::size(Upload::KEEPS, w.language()),
        frame: Frame::new(w, Some(visitor), Place::Site, w.site_title()),
    }))
}
