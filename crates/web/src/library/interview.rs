//! An interview to practise: the interviewer's sheet, the character's, and what to talk over afterwards, each on a page of its own. It must
//! not know how an interview goes.

use super::in_sight::InSight;
use super::role_play::Opening;
use super::text::{Link, TextPage};
use super::words_for;
use crate::error::Refusal;
use crate::page::{self, Frame};
use app::learning::LoadedProgramme;
use askama::Template;
use axum::response::Response;
use domain::programmes::{Interview, Move};

#[derive(Template)]
#[template(path = "library/interview.html")]
struct InterviewerPage {
    frame: Frame,
    back: String,
    opening: Opening,
    age: String,
    brief: String,
    links: Vec<Link>,
}

#[derive(Template)]
#[template(path = "library/character.html")]
struct CharacterPage {
    frame: Frame,
    back: String,
    title: String,
    kind: String,
    age: String,
    html: String,
    first: String,
    details: Vec<DetailLine>,
    replies: Vec<Replies>,
    own: String,
}

struct DetailLine {
    opens: String,
    cue: String,
    text: String,
}

/// What the character says to one move.
struct Replies {
    to: String,
    texts: Vec<String>,
}

fn found(sight: &InSight) -> Result<(&LoadedProgramme, &Interview), Refusal> {
    sight.find(|programme| programme.sheets.interviews.iter().find(|it| it.about.id.as_str() == sight.name(0)))
}

fn own(sight: &InSight, interview: &Interview) -> String {
    format!("{}/interviews/{}", sight.base, interview.about.id)
}

pub async fn interviewer(sight: InSight) -> Result<Response, Refusal> {
    let w = sight.w;
    let (programme, interview) = found(&sight)?;
    let own = own(&sight, interview);
    let link = |part: &str, words: String, caution: String| Link { href: format!("{own}/{part}"), words, caution };
    Ok(page::html(&InterviewerPage {
        frame: sight.frame(w.library_interview()),
        back: sight.library(),
        opening: Opening::of(&sight, programme, (w.library_interview(), &interview.about)),
        age: w.library_interview_age(interview.age),
        brief: sight.html(programme.interview_html(interview.about.id.as_str(), "brief", w.language())),
        links: vec![
            link("character", w.library_interview_character(), w.library_interview_warning()),
            link("debrief", w.library_interview_debrief(), String::new()),
        ],
    }))
}

pub async fn part(sight: InSight) -> Result<Response, Refusal> {
    match sight.name(1) {
        "character" => character(&sight),
        "debrief" => debrief(&sight),
        _ => Err(Refusal::NotFound),
    }
}

fn character(sight: &InSight) -> Result<Response, Refusal> {
    let (w, language) = (sight.w, sight.w.language());
    let (programme, interview) = found(sight)?;
    let details = interview.details.iter().map(|detail| {
        let cue = detail.cue.get(language);
        DetailLine {
            opens: words_for::opens(w, detail.opens),
            cue: if cue.is_empty() { String::new() } else { w.library_interview_about(cue) },
            text: detail.text.get(language).to_owned(),
        }
    });
    let replies = Move::ALL.map(|to| Replies {
        to: words_for::a_move(w, to),
        texts: interview.replies.iter().filter(|it| it.to == to).map(|it| it.text.get(language).to_owned()).collect(),
    });
    Ok(page::html(&CharacterPage {
        frame: sight.frame(w.library_interview()),
        back: sight.library(),
        title: interview.about.title.get(language).to_owned(),
        kind: words_for::interview(w, interview.kind),
        age: w.library_interview_age(interview.age),
        html: sight.html(programme.interview_html(interview.about.id.as_str(), "character", language)),
        first: interview.opening.get(language).to_owned(),
        details: details.collect(),
        replies: replies.into(),
        own: own(sight, interview),
    }))
}

fn debrief(sight: &InSight) -> Result<Response, Refusal> {
    let (w, language) = (sight.w, sight.w.language());
    let (programme, interview) = found(sight)?;
    Ok(page::html(&TextPage {
        frame: sight.frame(w.library_interview()),
        back: sight.library(),
        tag: w.library_interview_debrief(),
        title: interview.about.title.get(language).to_owned(),
        about: vec![w.library_sit_out()],
        review: interview.about.review,
        html: sight.html(programme.interview_html(interview.about.id.as_str(), "debrief", language)),
        links: vec![Link { href: own(sight, interview), words: w.library_interview_sheet(), caution: String::new() }],
    }))
}
