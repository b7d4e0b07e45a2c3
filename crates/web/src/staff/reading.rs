//! The answers of a cohort that wait for a reader: one at a time, the oldest first, and not whose it is.

use super::attempt::{ReadForm, ReadWritten, read_form};
use super::quiz_view::{self, Banner};
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{Id, W, Who};
use crate::{State, dates};
use app::access::Visitor;
use app::learning::LoadedProgramme;
use askama::Template;
use axum::extract::{Query, State as FromState};
use axum::response::Response;
use domain::ids::{ActivityId, AttemptId, CohortId};
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "staff/reading.html")]
struct Page {
    frame: Frame,
    banner: Option<Banner>,
    cohort: String,
    back: String,
    said: String,
    problem: String,
    waiting: String,
    next: Option<Answer>,
    later_href: String,
    start_href: String,
}

struct Answer {
    quiz: String,
    handed_in: String,
    /// HTML, as the next two: what a case told first, what it told before it asked this, and what it asks.
    case: String,
    tells: String,
    stem: String,
    criteria: String,
    text: String,
    form: ReadForm,
}

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    done: String,
    /// How many are left for later.
    #[serde(default)]
    skip: String,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(cohort): Id<CohortId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let said = if asked.done == "read" { w.read_saved() } else { String::new() };
    let skip = asked.skip.parse().unwrap_or_default();
    render(&state, visitor, w, (cohort, skip), Said { said, ..Said::default() }).await
}

#[derive(Default)]
struct Said {
    said: String,
    problem: String,
    again: Option<(AttemptId, ReadWritten)>,
}

/// The page again after something was not taken: with what was written, where the same answer is still the next.
pub async fn again(
    state: &State,
    visitor: Visitor,
    w: &'static Words,
    cohort: CohortId,
    (problem, again): (String, Option<(AttemptId, ReadWritten)>),
) -> Result<Response, Refusal> {
    render(state, visitor, w, (cohort, 0), Said { said: String::new(), problem, again }).await
}

async fn render(
    state: &State,
    visitor: Visitor,
    w: &'static Words,
    (cohort, skip): (CohortId, usize),
    said: Said,
) -> Result<Response, Refusal> {
    let queue = state.telar.answers_to_read(&visitor, cohort, skip).await?;
    let next = queue.next.map(|it| {
        let same = said.again.filter(|(attempt, written)| *attempt == it.attempt && written.answer == it.key);
        let fresh = ReadWritten { answer: it.key.clone(), ..ReadWritten::default() };
        let written = same.map_or(fresh, |(_, written)| written);
        Answer {
            quiz: quiz_view::quiz_title(w, &queue.programme, &it.activity),
            handed_in: w.read_handed_in(dates::day_and_time(it.handed_in, w.language())),
            case: match it.key.split_once('/') {
                Some((question, _)) => stem(&queue.programme, (&it.activity, question), w),
                None => String::new(),
            },
            tells: {
                let tells = queue.programme.tells_html(it.activity.as_str(), &it.key, w.language());
                tells.unwrap_or_default().to_owned()
            },
            stem: stem(&queue.programme, (&it.activity, &it.key), w),
            criteria: it.criteria.get(w.language()).to_owned(),
            text: it.text,
            form: read_form(w, format!("/cohorts/{cohort}/attempts/{}/readings", it.attempt), &written),
        }
    });
    let here = format!("/cohorts/{cohort}/reading");
    Ok(page::html(&Page {
        banner: Banner::of(w, &queue.programme, cohort),
        cohort: queue.cohort_name,
        back: format!("/cohorts/{cohort}/quizzes"),
        said: said.said,
        problem: said.problem,
        waiting: w.read_waiting(queue.waiting),
        later_href: if next.is_some() && queue.place + 1 < queue.waiting {
            format!("{here}?skip={}", queue.place + 1)
        } else {
            String::new()
        },
        start_href: if skip > 0 && queue.waiting > 0 { here } else { String::new() },
        next,
        frame: Frame::new(w, Some(visitor), Place::Desk, w.read_title()),
    }))
}

/// What was asked, as HTML. A reading's key is also the place of its question, or part, in the programme.
pub fn stem(programme: &LoadedProgramme, (activity, at): (&ActivityId, &str), w: &Words) -> String {
    programme.stem_html(activity.as_str(), at, w.language()).unwrap_or_default().to_owned()
}
