//! A topic's job aid: one page to print and keep at hand.

use crate::State;
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{W, Who};
use askama::Template;
use axum::extract::{Path, State as FromState};
use axum::response::Response;

#[derive(Template)]
#[template(path = "learner/job_aid.html")]
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
    let learnings = state.telar.learning(visitor.person).await?;
    let found = learnings.iter().find_map(|learning| {
        let topic = learning.programme.topics.iter().find(|topic| topic.id.as_str() == id)?;
        let html = learning.programme.job_aid_html(&id, w.language())?;
        Some((topic, topic.job_aid.as_ref()?, html.to_owned()))
    });
    let (topic, aid, html) = found.ok_or(Refusal::NotFound)?;
    let title = aid.title.get(w.language()).to_owned();
    let topic = w.programme_topic(topic.number, topic.title.get(w.language()));
    let frame = Frame::new(w, Some(visitor), Place::Programme, w.lesson_job_aid());
    Ok(page::html(&Page { frame, topic, title, html }))
}
