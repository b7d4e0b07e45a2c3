//! Programa: the whole cloth with its legend, and day by day what there is to do.

use super::rows;
use super::view::{self, Step};
use crate::completion::{self, List};
use crate::compress::Encoding;
use crate::error::Refusal;
use crate::offline::Topic;
use crate::page::{self, Frame, Place};
use crate::visitor::{W, Who};
use crate::{State, dates};
use app::learning::Learning;
use askama::Template;
use axum::extract::State as FromState;
use axum::http::HeaderMap;
use axum::response::Response;
use domain::programmes::{Activity, ActivityState, Channel, Lasts, Weave, WeaveCell};
use std::collections::BTreeSet;
use words::Words;

#[derive(Template)]
#[template(path = "learner/programme.html")]
struct Page {
    frame: Frame,
    sections: Vec<Section>,
}

struct Section {
    cohort: String,
    done_of: String,
    title: String,
    summary: String,
    hours: String,
    weave: String,
    figures: Vec<Figure>,
    missing: Option<List>,
    channels: Vec<Thread>,
    days: Vec<DayCard>,
    topics: Vec<Download>,
    job_aids: Vec<Aid>,
}

/// A topic that a phone can take along.
pub struct Download {
    pub id: String,
    /// «Tema 5: Indicadores».
    pub name: String,
    /// «Tema 5».
    pub title: String,
    pub number: u8,
    pub version: String,
    pub bytes: usize,
    pub size: String,
}

struct Figure {
    svg: String,
    words: String,
}

struct Thread {
    name: &'static str,
    words: String,
}

struct DayCard {
    id: String,
    title: String,
    /// A long day that is not today's shows its activities when asked.
    folded: bool,
    done_of: String,
    aim: String,
    closing_title: String,
    closing: String,
    size: String,
    activities: Vec<Step>,
}

/// Activities of a day that stand open, whichever day it is.
const LONG: usize = 8;

struct Aid {
    href: String,
    title: String,
    topic: String,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let encoding = Encoding::of(&headers);
    let mut sections = Vec::new();
    for learning in state.telar.learning(visitor.person).await? {
        let pieces = state.offline.take(w, &learning.programme).await;
        let topics = pieces.topics.iter().map(|topic| download(w, topic, encoding)).collect();
        sections.push(section(w, &learning, topics));
    }
    let frame = Frame::new(w, Some(visitor), Place::Programme, w.programme_title());
    Ok(page::html(&Page { frame, sections }))
}

pub fn download(w: &Words, topic: &Topic, encoding: Option<Encoding>) -> Download {
    let bytes = topic.bytes(encoding);
    Download {
        id: topic.id.to_string(),
        name: topic.title.clone(),
        title: w.programme_topic_number(topic.number),
        number: topic.number,
        version: topic.version.clone(),
        bytes,
        size: dates::size(bytes, w.language()),
    }
}

fn section(w: &'static Words, learning: &Learning, topics: Vec<Download>) -> Section {
    let programme = &learning.programme;
    let language = w.language();
    let (done, all) = learning.done_of();
    let days = programme.days.iter().enumerate().map(|(index, day)| {
        let activities: Vec<&Activity> =
            day.activities.iter().filter_map(|id| programme.activity(id.as_str())).collect();
        let minutes: u16 = activities.iter().map(|activity| activity.minutes).sum();
        let done = activities.iter().filter(|it| learning.progress.is_done(&it.id)).count();
        let is_current = learning.next().is_none_or(|next| day.activities.contains(&next.id));
        DayCard {
            id: day.id.to_string(),
            folded: activities.len() > LONG && !is_current,
            done_of: w.today_done_of(activities.len(), done),
            title: rows::title(w, programme, index),
            aim: day.aim.get(language).to_owned(),
            closing_title: if day.lasts == Lasts::Week {
                w.programme_week_closing()
            } else {
                w.programme_day_closing()
            },
            closing: programme.closing_html(day.id.as_str(), language).to_owned(),
            size: w.programme_day_size(minutes),
            activities: activities.into_iter().map(|activity| Step::of(w, learning, activity)).collect(),
        }
    });
    let job_aids = programme.topics.iter().filter_map(|topic| {
        let aid = topic.job_aid.as_ref()?;
        Some(Aid {
            href: format!("/topics/{}/job-aid", topic.id),
            title: aid.title.get(language).to_owned(),
            topic: w.programme_topic(topic.number, topic.title.get(language)),
        })
    });
    let weave = learning.weave();
    let channels: BTreeSet<Channel> = programme.in_order().map(Activity::channel).collect();
    Section {
        cohort: learning.cohort_name.clone(),
        done_of: w.today_done_of(all, done),
        title: programme.title.get(language).to_owned(),
        summary: programme.summary.get(language).to_owned(),
        hours: w.programme_hours(programme.hours.total()),
        figures: figures(w, weave.missing() > 0),
        weave: view::weave(w, &weave),
        missing: completion::missing(w, programme, &learning.verdict.missing),
        channels: channels
            .into_iter()
            .map(|channel| Thread { name: channel.as_str(), words: channel_words(w, channel) })
            .collect(),
        days: days.collect(),
        topics,
        job_aids: job_aids.collect(),
    }
}

/// What the cells of the cloth mean; the mark of what is missing only where there is one.
fn figures(w: &Words, missing: bool) -> Vec<Figure> {
    let cell = |state| WeaveCell::new(Channel::Lesson, state);
    let mut figures = vec![
        figure(cell(ActivityState::NotBegun), w.programme_legend_none()),
        figure(cell(ActivityState::Begun), w.programme_legend_begun()),
        figure(cell(ActivityState::Done), w.programme_legend_done()),
    ];
    if missing {
        let marked = WeaveCell { missing, ..cell(ActivityState::NotBegun) };
        figures.push(figure(marked, w.completion_legend()));
    }
    figures
}

/// One cell of the cloth as an example beside its meaning.
fn figure(cell: WeaveCell, words: String) -> Figure {
    let example = Weave { rows: vec![vec![cell]], done: 0, all: 1 };
    Figure { svg: example.svg(&words), words }
}

fn channel_words(w: &Words, channel: Channel) -> String {
    match channel {
        Channel::Lesson => w.programme_channel_lesson(),
        Channel::Lecture => w.programme_channel_lecture(),
        Channel::Video => w.programme_channel_video(),
        Channel::Forum => w.programme_channel_forum(),
        Channel::Live => w.programme_channel_live(),
        Channel::Practice => w.programme_channel_practice(),
        Channel::Room => w.programme_channel_room(),
    }
}
