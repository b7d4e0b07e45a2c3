//! A topic's job aid: one page to print and keep at hand, also on the phone.

use crate::State;
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{W, Who};
use app::learning::LoadedProgramme;
use askama::Template;
use axum::extract::{Path, State as FromState};
use axum::response::Response;
use domain::programmes::Topic;
use words::Words;

#[derive(Template)]
#[template(path = "learner/job_aid.html", blocks = ["page"])]
struct Page {
    frame: Frame,
    topic: String,
    title: String,
    html: String,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let programmes = state.telar.programmes(visitor.person).await?;
    let frame = Frame::new(w, Some(visitor), Place::Programme, w.lesson_job_aid());
    let found = programmes.iter().find_map(|programme| {
        let topic = programme.topics.iter().find(|topic| topic.id.as_str() == id)?;
        topic.job_aid.as_ref().map(|_| (programme, topic))
    });
    let (programme, topic) = found.ok_or(Refusal::NotFound)?;
    Ok(page::html(&sheet(frame, programme, topic)))
}

/// What stands in `<main>`; none where the topic has no job aid.
pub fn fragment(w: &'static Words, programme: &LoadedProgramme, topic: &Topic) -> Option<String> {
    topic.job_aid.as_ref().map(|_| page::block(sheet(Frame::kept(w), programme, topic).as_page()))
}

fn sheet(frame: Frame, programme: &LoadedProgramme, topic: &Topic) -> Page {
    let w = frame.w;
    Page {
        frame,
        topic: w.programme_topic(topic.number, topic.title.get(w.language())),
        title: topic.job_aid.as_ref().map_or("", |aid| aid.title.get(w.language())).to_owned(),
        html: programme.job_aid_html(topic.id.as_str(), w.language()).unwrap_or_default().to_owned(),
    }
}
