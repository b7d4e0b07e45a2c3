//! A scene to play: first which part one takes, then the sheet of that part alone. It must not know who plays which.

use super::in_sight::InSight;
use super::rubric;
use super::text::{Link, TextPage};
use super::words_for;
use crate::error::Refusal;
use crate::page::{self, Frame};
use app::learning::LoadedProgramme;
use askama::Template;
use axum::response::Response;
use domain::programmes::{About, Review, RolePlay, RolePlayPart};

/// What is said of something to practise with, before it begins.
#[derive(Template)]
#[template(path = "library/choose.html")]
struct ChoosePage {
    frame: Frame,
    back: String,
    opening: Opening,
    links: Vec<Link>,
}

/// The beginning of a page to practise with.
pub struct Opening {
    pub tag: String,
    pub size: String,
    pub title: String,
    pub summary: String,
    pub notice: String,
    pub review: Review,
    pub rubric: Option<Link>,
}

impl Opening {
    pub fn of(sight: &InSight, programme: &LoadedProgramme, (tag, about): (String, &About)) -> Self {
        let (w, language) = (sight.w, sight.w.language());
        Self {
            tag,
            size: w.library_size(about.minutes),
            title: about.title.get(language).to_owned(),
            summary: about.summary.get(language).to_owned(),
            notice: about.notice.get(language).to_owned(),
            review: about.review,
            rubric: about.rubric.as_ref().and_then(|id| rubric::link(sight, programme, id)),
        }
    }
}

fn found(sight: &InSight) -> Result<(&LoadedProgramme, &RolePlay), Refusal> {
    sight.find(|programme| programme.sheets.role_plays.iter().find(|it| it.about.id.as_str() == sight.name(0)))
}

fn address(sight: &InSight, play: &RolePlay) -> String {
    format!("{}/role-plays/{}", sight.base, play.about.id)
}

pub async fn choose(sight: InSight) -> Result<Response, Refusal> {
    let w = sight.w;
    let (programme, play) = found(&sight)?;
    let link = |part: RolePlayPart| Link {
        href: format!("{}/{}", address(&sight, play), part.as_str()),
        words: words_for::part(w, part),
        caution: String::new(),
    };
    Ok(page::html(&ChoosePage {
        frame: sight.frame(w.library_role_play()),
        back: sight.library(),
        opening: Opening::of(&sight, programme, (w.library_role_play(), &play.about)),
        links: RolePlayPart::ALL.map(link).into(),
    }))
}

pub async fn part(sight: InSight) -> Result<Response, Refusal> {
    let (w, language) = (sight.w, sight.w.language());
    let (programme, play) = found(&sight)?;
    let part = RolePlayPart::of(sight.name(1)).ok_or(Refusal::NotFound)?;
    let only = (part != RolePlayPart::Debrief).then(|| w.library_role_play_only());
    Ok(page::html(&TextPage {
        frame: sight.frame(w.library_role_play()),
        back: sight.library(),
        tag: words_for::part(w, part),
        title: play.about.title.get(language).to_owned(),
        about: only.into_iter().chain([w.library_sit_out()]).collect(),
        review: play.about.review,
        html: sight.html(programme.role_play_html(play.about.id.as_str(), part, language)),
        links: vec![Link {
            href: address(&sight, play),
            words: w.library_role_play_other_part(),
            caution: String::new(),
        }],
    }))
}
