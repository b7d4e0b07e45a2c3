//! A topic on one page: what it is for, what she will be able to do, its activities, its sheets, and what it rests on. It must not know
//! what is read in an activity.

use super::rows;
use super::view::Step;
use crate::State;
use crate::compress::Encoding;
use crate::error::Refusal;
use crate::library::{sheets_of, to_confirm};
use crate::page::{self, Frame, Place};
use crate::visitor::{W, Who};
use app::learning::Learning;
use askama::Template;
use axum::extract::{Path, State as FromState};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::programmes::{Reference, Topic};
use words::Words;

#[derive(Template)]
#[template(path = "learner/topic.html")]
struct Page {
    frame: Frame,
    title: String,
    aim: String,
    done_of: String,
    competences: Vec<String>,
    /// Its activities by the row in which they stand.
    rows: Vec<(String, Vec<(usize, Step)>)>,
    /// The first that is not done: its address and the words of the button.
    next: Option<(String, String)>,
    topic: Option<super::programme::Download>,
    /// Its sheets: address, title, kind.
    sheets: Vec<(String, String, String)>,
    references: Vec<Source>,
}

struct Source {
    cite: String,
    /// Empty where it has none.
    url: String,
    date: String,
    note: String,
    flags: Vec<String>,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let all = state.telar.learning(visitor.person).await?;
    let found = all.iter().find_map(|learning| {
        let topic = learning.programme.topics.iter().find(|topic| topic.id.as_str() == id)?;
        Some((learning, topic))
    });
    let (learning, topic) = found.ok_or(Refusal::NotFound)?;
    let pieces = state.offline.take(w, &learning.programme).await;
    let kept = pieces.topics.iter().find(|kept| kept.id == topic.id);
    let download = kept.map(|kept| super::programme::download(w, kept, Encoding::of(&headers)));
    let frame = Frame::new(w, Some(visitor), Place::Programme, w.programme_topic_number(topic.number));
    Ok(page::html(&Page { topic: download, ..of(frame, learning, topic) }))
}

fn of(frame: Frame, learning: &Learning, topic: &Topic) -> Page {
    let (w, programme) = (frame.w, &learning.programme);
    let language = w.language();
    let mine = |id: &&domain::ids::ActivityId| programme.activity(id.as_str()).is_some_and(|it| it.topic == topic.id);
    let mut number = 0;
    let row = |(at, day): (usize, &domain::programmes::Day)| {
        let ids = day.activities.iter().filter(mine).filter_map(|id| programme.activity(id.as_str()));
        let mut numbered = |activity| {
            number += 1;
            (number, Step::of(w, learning, activity))
        };
        let steps: Vec<(usize, Step)> = ids.map(&mut numbered).collect();
        (!steps.is_empty()).then(|| (rows::title(w, programme, at), steps))
    };
    let all = programme.activities.iter().filter(|it| it.topic == topic.id);
    let (count, done) = all.fold((0_usize, 0_usize), |(count, done), it| {
        (count + 1, done + usize::from(learning.progress.is_done(&it.id)))
    });
    let next = programme.in_order().find(|it| it.topic == topic.id && !learning.progress.is_done(&it.id));
    let begun = programme.in_order().any(|it| it.topic == topic.id && learning.progress.states.contains_key(&it.id));
    let competences = programme.competences.iter().filter(|it| topic.competences.contains(&it.id));
    Page {
        title: w.programme_topic(topic.number, topic.title.get(language)),
        aim: topic.aim.get(language).to_owned(),
        done_of: w.today_done_of(count, done),
        competences: competences.map(|it| it.title.get(language).to_owned()).collect(),
        rows: programme.days.iter().enumerate().filter_map(row).collect(),
        next: next.map(|next| {
            let title = next.title.get(language);
            let words = if begun { w.topic_continue(title) } else { w.topic_start(title) };
            (format!("/activities/{}", next.id), words)
        }),
        topic: None,
        sheets: sheets_of(w, programme, ("", topic)),
        references: topic.references.iter().map(|it| source(w, it)).collect(),
        frame,
    }
}

fn source(w: &Words, it: &Reference) -> Source {
    Source {
        cite: it.cite.clone(),
        url: it.url.clone(),
        date: crate::dates::stated(&it.date, w.language()),
        note: it.note.get(w.language()).to_owned(),
        flags: to_confirm(w, it.review),
    }
}
