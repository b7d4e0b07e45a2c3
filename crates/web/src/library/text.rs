//! Sheets that are one text: to take care of oneself, to keep at hand, to teach by. One page each, to read and to print. It must not
//! know what is practised with.

use super::in_sight::InSight;
use super::words_for;
use crate::error::Refusal;
use crate::page::{self, Frame};
use app::learning::LoadedProgramme;
use askama::Template;
use axum::response::Response;
use domain::programmes::{Review, Topic};

#[derive(Template)]
#[template(path = "library/text.html")]
pub struct TextPage {
    pub frame: Frame,
    pub back: String,
    pub tag: String,
    pub title: String,
    /// Small lines above the text.
    pub about: Vec<String>,
    pub review: Review,
    pub html: String,
    pub links: Vec<Link>,
}

/// A way on, with a word of caution where it needs one.
pub struct Link {
    pub href: String,
    pub words: String,
    pub caution: String,
}

pub async fn care(sight: InSight) -> Result<Response, Refusal> {
    let (w, language) = (sight.w, sight.w.language());
    let (programme, sheet) =
        sight.find(|programme| programme.sheets.care.iter().find(|it| it.id.as_str() == sight.name(0)))?;
    Ok(page::html(&TextPage {
        frame: sight.frame(w.library_care()),
        back: sight.library(),
        tag: words_for::care(w, sheet.kind),
        title: sheet.title.get(language).to_owned(),
        about: vec![sheet.summary.get(language).to_owned()],
        review: sheet.review,
        html: sight.html(programme.care_html(sheet.id.as_str(), language)),
        links: Vec::new(),
    }))
}

/// How a topic is taught. Learners have no door to it.
pub async fn guide(sight: InSight) -> Result<Response, Refusal> {
    let (w, language) = (sight.w, sight.w.language());
    let (programme, (topic, guide)) = of_topic(&sight, |topic| topic.guide.as_ref())?;
    Ok(page::html(&TextPage {
        frame: sight.frame(w.library_guide()),
        back: sight.library(),
        tag: w.programme_topic(topic.number, topic.title.get(language)),
        title: guide.title.get(language).to_owned(),
        about: vec![w.library_guide_note()],
        review: guide.review,
        html: sight.html(programme.guide_html(topic.id.as_str(), language).unwrap_or_default()),
        links: vec![Link {
            href: format!("{}/topics/{}", sight.base, topic.id),
            words: w.library_guide_topic(),
            caution: String::new(),
        }],
    }))
}

/// As a learner reads it.
pub async fn job_aid(sight: InSight) -> Result<Response, Refusal> {
    let (w, language) = (sight.w, sight.w.language());
    let (programme, (topic, aid)) = of_topic(&sight, |topic| topic.job_aid.as_ref())?;
    Ok(page::html(&TextPage {
        frame: sight.frame(w.lesson_job_aid()),
        back: sight.library(),
        tag: w.programme_topic(topic.number, topic.title.get(language)),
        title: aid.title.get(language).to_owned(),
        about: Vec::new(),
        review: aid.review,
        html: sight.html(programme.job_aid_html(topic.id.as_str(), language).unwrap_or_default()),
        links: Vec::new(),
    }))
}

fn of_topic<'s, T>(
    sight: &'s InSight,
    sheet: impl Fn(&'s Topic) -> Option<T>,
) -> Result<(&'s LoadedProgramme, (&'s Topic, T)), Refusal> {
    sight.find(|programme| {
        let topic = programme.topics.iter().find(|topic| topic.id.as_str() == sight.name(0))?;
        Some((topic, sheet(topic)?))
    })
}
