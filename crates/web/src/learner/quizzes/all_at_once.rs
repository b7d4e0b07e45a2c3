//! All questions of an attempt on one page, and the handing in below. With script each has a form of its own that the outbox
//! saves; without, there is one form of all, so that no press loses what was marked elsewhere.

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
    /// When the time is over; empty where there is no limit.
    over: String,
    /// What one form's refusal leads to; empty where none was refused.
    problem: String,
    problem_href: String,
    place: String,
    title: String,
    asked: Vec<Asked>,
    flag_action: String,
    save_all: String,
    hand_in: HandIn,
    answered_of: String,
    map: Vec<Marker>,
}

pub fn all(visitor: Visitor, w: &'static Words, page: &AttemptPage, (say, not_taken): (Say, &[NotTaken])) -> AllPage {
    let place = place(w, page);
    let place_of = |it: &NotTaken| page.asked.iter().position(|id| id.as_str() == it.question);
    let refused: Vec<(usize, &NotTaken)> = not_taken.iter().filter_map(|it| Some((place_of(it)? + 1, it))).collect();
    let at = |number: usize| refused.iter().find(|(of, _)| *of == number).map(|(_, it)| *it);
    let asked = (1..=page.asked.len()).filter_map(|number| asked::asked(w, page, number, at(number))).collect();
    // Which, and why; the others are saved.
    let told =
        refused.iter().map(|(number, it)| format!("{}: {}", w.quiz_question_of(page.asked.len(), *number), it.problem));
    AllPage {
        who: view::who(&visitor),
        now: page.now.0,
        frame: Frame::new(w, Some(visitor), Place::Programme, place.clone()),
        activity: page.activity.clone(),
        attempt: page.attempt,
        over: page.time_over.map_or_else(String::new, |over| over.0.to_string()),
        hand_in: HandIn::of(w, page, matches!(say, Say::Sure)),
        problem: match say {
            Say::Problem(words) => words,
            _ => told.collect::<Vec<_>>().join(" "),
        },
        problem_href: refused.first().map_or_else(String::new, |(number, _)| map::href(page, *number)),
        title: page.title().get(w.language()).to_owned(),
        asked: if page.is_over() { Vec::new() } else { asked },
        flag_action: format!("/attempts/{}/flags", page.attempt),
        save_all: format!("/attempts/{}/answers/all", page.attempt),
        place,
        answered_of: map::answered_of(w, page),
        map: map::of(w, page, None),
    }
}
