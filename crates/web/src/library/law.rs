//! The law of a topic: norms with the day on which each was looked up, institutions, and the way that a case takes. It travels with its
//! topic, so a phone may keep it; what depends on the day is left out there.

use super::in_sight::InSight;
use super::words_for;
use crate::dates::stated;
use crate::error::Refusal;
use crate::page::{self, Frame};
use app::learning::LoadedProgramme;
use askama::Template;
use axum::response::Response;
use domain::programmes::{Institution, Law, Norm, Review, Route, Topic};
use words::Words;

#[derive(Template)]
#[template(path = "library/law.html", blocks = ["page"])]
struct Page {
    frame: Frame,
    /// Empty where a phone keeps it: it has no library.
    back: String,
    topic: String,
    norms: Vec<NormCard>,
    institutions: Vec<Office>,
    routes: Vec<Way>,
}

struct NormCard {
    name: String,
    article: String,
    says: String,
    source: String,
    checked: String,
    next: String,
    /// «Por confirmar», «Revisión vencida».
    flags: Vec<String>,
}

struct Office {
    name: String,
    does: String,
    reach: String,
    source: String,
    checked: String,
    flags: Vec<String>,
}

struct Way {
    title: String,
    /// Where it begins; may be empty.
    at: String,
    flags: Vec<String>,
    steps: Vec<StepLine>,
}

struct StepLine {
    who: String,
    does: String,
    caution: String,
}

pub async fn show(sight: InSight) -> Result<Response, Refusal> {
    let (_, (topic, law)) = sight.find(|programme| {
        let topic = programme.topics.iter().find(|topic| topic.id.as_str() == sight.name(0))?;
        Some((topic, programme.sheets.law(&topic.id)?))
    })?;
    let frame = sight.frame(sight.w.library_law());
    Ok(page::html(&Page { back: sight.library(), ..of(frame, (topic, law), &sight.today) }))
}

/// What stands in `<main>`; none where the topic has no law.
pub fn fragment(w: &'static Words, programme: &LoadedProgramme, topic: &Topic) -> Option<String> {
    let law = programme.sheets.law(&topic.id)?;
    Some(page::block(of(Frame::kept(w), (topic, law), "").as_page()))
}

/// `today` is the day it is; empty where the page is kept, and then nothing is said to be overdue.
fn of(frame: Frame, (topic, law): (&Topic, &Law), today: &str) -> Page {
    let w = frame.w;
    Page {
        frame,
        back: String::new(),
        topic: w.programme_topic(topic.number, topic.title.get(w.language())),
        norms: law.norms.iter().map(|norm| card(w, norm, today)).collect(),
        institutions: law.institutions.iter().map(|it| office(w, it)).collect(),
        routes: law.routes.iter().map(|it| way(w, it)).collect(),
    }
}

/// What is to be said beside what a professional still has to check.
pub fn to_confirm(w: &Words, review: Review) -> Vec<String> {
    (review == Review::Needed).then(|| w.library_law_to_confirm()).into_iter().collect()
}

/// What is to be said beside a norm on a day.
pub fn flags(w: &Words, norm: &Norm, today: &str) -> Vec<String> {
    let mut flags = to_confirm(w, norm.review);
    flags.extend(norm.is_overdue(today).then(|| w.library_law_overdue()));
    flags
}

fn card(w: &Words, norm: &Norm, today: &str) -> NormCard {
    let language = w.language();
    let day = |written: &str| stated(written, language);
    NormCard {
        name: norm.name.get(language).to_owned(),
        article: norm.article.clone(),
        says: norm.says.get(language).to_owned(),
        source: match norm.source_date.as_str() {
            "" => w.library_law_source(&norm.source),
            date => w.library_law_source_dated(day(date), &norm.source),
        },
        checked: match norm.checked.as_str() {
            "" => w.library_law_unseen(),
            checked => w.library_law_checked(day(checked)),
        },
        next: w.library_law_next(day(&norm.next_review)),
        flags: flags(w, norm, today),
    }
}

fn office(w: &Words, it: &Institution) -> Office {
    let language = w.language();
    Office {
        name: it.name.get(language).to_owned(),
        does: it.does.get(language).to_owned(),
        reach: it.reach.get(language).to_owned(),
        source: w.library_law_source(&it.source),
        checked: w.library_law_checked(stated(&it.checked, language)),
        flags: to_confirm(w, it.review),
    }
}

fn way(w: &Words, route: &Route) -> Way {
    let language = w.language();
    let steps = route.steps.iter().map(|step| StepLine {
        who: step.who.get(language).to_owned(),
        does: step.does.get(language).to_owned(),
        caution: step.caution.get(language).to_owned(),
    });
    Way {
        title: route.title.get(language).to_owned(),
        at: route.at.map_or_else(String::new, |at| words_for::start(w, at)),
        flags: to_confirm(w, route.review),
        steps: steps.collect(),
    }
}
