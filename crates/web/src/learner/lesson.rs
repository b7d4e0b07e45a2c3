//! What is read, as it is read: a lesson, a lecture's slides, a video's script, a prompt to discuss; on its page, and as the phone
//! keeps it. It must not know doors.

use super::view;
use crate::page::{self, Frame, Place};
use app::access::Visitor;
use app::learning::{ActivityPage, LoadedProgramme, Passage};
use askama::Template;
use axum::response::Response;
use domain::programmes::{Activity, ActivityState, Body, Figure, Review};
use words::Words;

#[derive(Template)]
#[template(path = "learner/lesson.html", blocks = ["page"])]
struct LessonPage {
    frame: Frame,
    place: String,
    /// The page of its topic; empty where a phone keeps it: it has no such page.
    topic_href: String,
    /// Read by staff: it is not finished here, and these are the ways on, before and after it.
    staff: Option<Vec<(String, String)>>,
    size: String,
    title: String,
    notice: String,
    review: bool,
    /// What it is, where it is no plain text: said above it.
    about: String,
    parts: Vec<Part>,
    slides: Vec<SlideCard>,
    job_aid: Option<Aid>,
    done: bool,
    /// What the button says, and what stands where she has pressed it.
    finish: String,
    finished: String,
    action: String,
    next_href: String,
    next_words: String,
    /// What follows in the programme: where the way goes on while the server cannot say what is next for her.
    following: String,
    problem: String,
}

/// A piece of a text.
enum Part {
    Html(String),
    Try { question: String, answer: String },
}

struct SlideCard {
    /// «3 de 16».
    number: String,
    style: &'static str,
    face: String,
    beside: String,
    figure: String,
    said: String,
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

/// As staff read it, under their cohort's address `base`.
pub fn for_staff(frame: Frame, programme: &LoadedProgramme, (base, activity): (&str, &Activity)) -> Response {
    let w = frame.w;
    let order: Vec<&Activity> = programme.in_order().collect();
    let at = order.iter().position(|it| it.id == activity.id).unwrap_or(0);
    let way = |it: &&Activity, words: fn(&Words, &str) -> String| {
        (format!("{base}/activities/{}", it.id), words(w, it.title.get(w.language())))
    };
    let before = at.checked_sub(1).and_then(|at| order.get(at)).map(|it| way(it, |w, title| w.lesson_before(title)));
    let after = order.get(at + 1).map(|it| way(it, |w, title| w.lesson_next(title)));
    let mut page = lesson(frame, programme, activity);
    page.topic_href = format!("{base}/topics/{}", activity.topic);
    page.staff = Some(before.into_iter().chain(after).collect());
    page.job_aid = page.job_aid.map(|aid| Aid { href: format!("{base}{}", aid.href), ..aid });
    for part in &mut page.parts {
        match part {
            Part::Html(html) => *html = crate::library::under(base, html),
            Part::Try { question, answer } => {
                *question = crate::library::under(base, question);
                *answer = crate::library::under(base, answer);
            }
        }
    }
    page::html(&page)
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
        topic_href: if frame.kept { String::new() } else { format!("/topics/{}", activity.topic) },
        frame: Frame { title: place.clone(), ..frame },
        place,
        staff: None,
        size: view::minutes_and_size(w, programme, activity),
        title: activity.title.get(language).to_owned(),
        notice: activity.notice.get(language).to_owned(),
        review: activity.review == Review::Needed,
        about: match &activity.body {
            Body::Lecture(_) => w.lesson_about_lecture(),
            Body::Video(_) => w.lesson_about_video(),
            Body::Discussion(_) => w.lesson_about_discussion(),
            Body::Lesson(_) | Body::Quiz(_) => String::new(),
        },
        parts: programme.passages(activity.id.as_str(), language).iter().map(part).collect(),
        slides: slides(w, programme, activity),
        job_aid: programme.topic(&activity.topic).and_then(|topic| {
            let title = topic.job_aid.as_ref()?.title.get(language).to_owned();
            Some(Aid { href: format!("/topics/{}/job-aid", topic.id), title })
        }),
        done: false,
        finish: match &activity.body {
            Body::Lecture(_) => w.lesson_finish_lecture(),
            Body::Video(_) => w.lesson_finish_video(),
            Body::Discussion(_) => w.lesson_finish_discussion(),
            Body::Lesson(_) | Body::Quiz(_) => w.lesson_finish(),
        },
        finished: match &activity.body {
            Body::Lesson(_) | Body::Quiz(_) => w.lesson_done(),
            _ => w.lesson_done_other(),
        },
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

fn part(passage: &Passage) -> Part {
    match passage {
        Passage::Html(html) => Part::Html(html.clone()),
        Passage::Try { question, answer } => Part::Try { question: question.clone(), answer: answer.clone() },
    }
}

fn slides(w: &Words, programme: &LoadedProgramme, activity: &Activity) -> Vec<SlideCard> {
    let Body::Lecture(lecture) = &activity.body else { return Vec::new() };
    let all = lecture.slides.len();
    let card = |(at, slide): (usize, &domain::programmes::Slide)| {
        let [face, beside, said] = programme.slide_html(activity.id.as_str(), at, w.language()).map(str::to_owned);
        let figure = slide.figure.as_ref().and_then(|id| programme.figure(id));
        SlideCard {
            number: w.lesson_slide(all, at + 1),
            style: slide.style.as_str(),
            face,
            beside,
            figure: figure.map_or_else(String::new, |figure| drawing(w, figure)),
            said,
        }
    };
    lecture.slides.iter().enumerate().map(card).collect()
}

/// The drawing with its text alternative. What is in it was checked when the package was read.
fn drawing(w: &Words, figure: &Figure) -> String {
    let language = w.language();
    let svg = figure.svg.get(language).or_else(|| figure.svg.values().next());
    let label = format!("{}. {}", figure.title.get(language), figure.description.get(language));
    let label = label.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    svg.map_or_else(String::new, |svg| svg.replacen("<svg", &format!("<svg role=\"img\" aria-label=\"{label}\""), 1))
}
