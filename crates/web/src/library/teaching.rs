//! What learners read, for those who teach it: a topic with its activities, and each of these. Nothing is begun or finished here, and a
//! quiz leads to its own page for staff.

use super::in_sight::InSight;
use super::list::sheets_of;
use crate::error::Refusal;
use crate::learner::{kind, lesson_for_staff, minutes_and_size};
use crate::page::{self, Frame};
use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use domain::programmes::Review;

#[derive(Template)]
#[template(path = "library/topic.html")]
struct TopicPage {
    frame: Frame,
    back: String,
    title: String,
    aim: String,
    competences: Vec<String>,
    guide: String,
    activities: Vec<Line>,
    sheets: Vec<(String, String, String)>,
}

struct Line {
    href: String,
    title: String,
    about: String,
    review: bool,
}

pub async fn topic(sight: InSight) -> Result<Response, Refusal> {
    let (w, language) = (sight.w, sight.w.language());
    let (programme, topic) =
        sight.find(|programme| programme.topics.iter().find(|topic| topic.id.as_str() == sight.name(0)))?;
    let activities = programme.in_order().filter(|it| it.topic == topic.id).map(|it| Line {
        href: format!("{}/activities/{}", sight.base, it.id),
        title: it.title.get(language).to_owned(),
        about: [kind(w, it), minutes_and_size(w, programme, it)].join(" · "),
        review: it.review == Review::Needed,
    });
    let competences = programme.competences.iter().filter(|it| topic.competences.contains(&it.id));
    Ok(page::html(&TopicPage {
        frame: sight.frame(w.programme_topic_number(topic.number)),
        back: sight.library(),
        title: w.programme_topic(topic.number, topic.title.get(language)),
        aim: topic.aim.get(language).to_owned(),
        competences: competences.map(|it| it.title.get(language).to_owned()).collect(),
        guide: topic.guide.as_ref().map_or_else(String::new, |_| format!("{}/guides/{}", sight.base, topic.id)),
        activities: activities.collect(),
        sheets: sheets_of(w, programme, (&sight.base, topic)),
    }))
}

pub async fn activity(sight: InSight) -> Result<Response, Refusal> {
    let (programme, activity) = sight.find(|programme| programme.activity(sight.name(0)))?;
    if activity.quiz().is_some() {
        return Ok(Redirect::to(&format!("{}/quizzes/{}", sight.base, activity.id)).into_response());
    }
    Ok(lesson_for_staff(sight.frame(String::new()), programme, (&sight.base, activity)))
}
