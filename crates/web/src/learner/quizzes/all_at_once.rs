//! All questions of an attempt on one page: a form each, saved by itself, and the handing in below.

use super::asked::{self, Asked, NotTaken};
use super::attempt::{Say, place};
use super::map::{self, Marker};
use super::review::HandIn;
use crate::learner::view;
use crate::page::{Frame, Place};
use app::access::Visitor;
use app::quizzes::AttemptPage;
use askama::Template;
use domain::ids::{ActivityId, AttemptId};
use words::Words;

#[derive(Template)]
#[template(path = "learner/all_at_once.html")]
pub struct AllPage {
    frame: Frame,
    who: String,
    now: i64,
    activity: ActivityId,
    attempt: AttemptId,
    /// What one form's refusal leads to; empty where none was refused.
    problem: String,
    problem_href: String,
    place: String,
    title: String,
    asked: Vec<Asked>,
    flag_action: String,
    hand_in: HandIn,
    answered_of: String,
    map: Vec<Marker>,
}

pub fn all(
    visitor: Visitor,
    w: &'static Words,
    page: &AttemptPage,
    (say, not_taken): (Say, Option<&NotTaken>),
) -> AllPage {
    let place = place(w, page);
    let asked = (1..=page.asked.len()).filter_map(|number| asked::asked(w, page, number, not_taken)).collect();
    let refused = not_taken.and_then(|it| page.asked.iter().position(|id| id.as_str() == it.question));
    AllPage {
        who: view::who(visitor.person),
        now: page.now.0,
        frame: Frame::new(w, Some(visitor), Place::Programme, place.clone()),
        activity: page.activity.clone(),
        attempt: page.attempt,
        hand_in: HandIn::of(w, page, matches!(say, Say::Sure)),
        problem: match (say, not_taken) {
            (Say::Problem(words), _) => words,
            (_, Some(refused)) => refused.problem.clone(),
            _ => String::new(),
        },
        problem_href: refused.map_or_else(String::new, |index| map::href(page, index + 1)),
        title: page.title().get(w.language()).to_owned(),
        asked: if page.is_over() { Vec::new() } else { asked },
        flag_action: format!("/attempts/{}/flags", page.attempt),
        place,
        answered_of: map::answered_of(w, page),
        map: map::of(w, page, None),
    }
}
