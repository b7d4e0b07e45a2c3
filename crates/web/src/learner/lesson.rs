//! A lesson as it is read: on its page, and as the phone keeps it. It must not know doors.

use super::view;
use crate::page::{self, Frame, Place};
use app::access::Visitor;
use app::learning::{ActivityPage, LoadedProgramme};
use askama::Template;
use axum::response::Response;
use domain::programmes::{Activity, ActivityState, Review};
use words::Words;

#[derive(Template)]
#[template(path = "learner/lesson.html", blocks = ["page"])]
struct LessonPage {
    frame: Frame,
    place: String,
    size: String,
    title: String,
    notice: String,
    review: bool,
    html: String,
    job_aid: Option<Aid>,
    done: bool,
    action: String,
    next_href: String,
    next_words: String,
    /// What follows in the programme: where the way goes on while the server cannot say what is next for her.
    following: String,
    problem: String,
}

struct Aid {
    href: String,
    title: String,
}

pub fn render(visitor: Visitor, w: &'static Words, page: &ActivityPage, problem: String) -> Response {
    let (programme, activity) = (&page.learning.programme, page.get());
    let next = page.next.as_ref().and_then(|next| programme.activity(next.as_str()));
    page::html(&LessonPage {
        done: page.state == ActivityState::Done,
        next_href: next.map_or_else(String::new, |next| format!("/activities/{}", next.id)),
        next_words: next.map_or_else(String::new, |next| w.lesson_next(next.title.get(w.language()))),
        problem,
        ..lesson(Frame::new(w, Some(visitor), Place::Programme, String::new()), programme, activity)
    })
}

/// What stands in `<main>`, the same for everybody: as for someone who has not finished it.
pub fn fragment(w: &'static Words, programme: &LoadedProgramme, activity: &Activity) -> String {
    page::block(lesson(Frame::kept(w), programme, activity).as_page())
}

/// The page but for what is this person's.
fn lesson(frame: Frame, programme: &LoadedProgramme, activity: &Activity) -> LessonPage {
    let w = frame.w;
    let language = w.language();
    let place = view::place(w, programme, activity);
    LessonPage {
        frame: Frame { title: place.clone(), ..frame },
        place,
        size: view::minutes_and_size(w, programme, activity),
        title: activity.title.get(language).to_owned(),
        notice: activity.notice.get(language).to_owned(),
        review: activity.review == Review::Needed,
        html: programme.lesson_html(activity.id.as_str(), language).unwrap_or_default().to_owned(),
        job_aid: programme.topic(&activity.topic).and_then(|topic| {
            let title = topic.job_aid.as_ref()?.title.get(language).to_owned();
            Some(Aid { href: format!("/topics/{}/job-aid", topic.id), title })
        }),
        done: false,
        action: format!("/activities/{}/done", activity.id),
        next_href: String::new(),
        next_words: String::new(),
        following: programme
            .in_order()
            .skip_while(|other| other.id != activity.id)
            .nth(1)
            .map_or_else(|| "/today".into(), |next| format!("/activities/{}", next.id)),
        problem: String::new(),
    }
}
