//! Before handing in: what is still to answer, and the handing in itself.

use super::attempt::{Say, place};
use super::late::{self, Late};
use super::map::{self, Marker};
use crate::learner::view;
use crate::page::{Frame, Place};
use app::access::Visitor;
use app::quizzes::AttemptPage;
use askama::Template;
use domain::ids::{ActivityId, AttemptId};
use words::Words;

#[derive(Template)]
#[template(path = "learner/review.html")]
pub struct ReviewPage {
    frame: Frame,
    who: String,
    now: i64,
    activity: ActivityId,
    attempt: AttemptId,
    problem: String,
    place: String,
    hand_in: HandIn,
    answered_of: String,
    map: Vec<Marker>,
}

/// The card from which an attempt is handed in.
pub struct HandIn {
    pub action: String,
    pub label: String,
    pub summary: String,
    /// How many she marked to come back to, in words; empty where none is.
    pub flagged: String,
    /// The words that ask once more; empty while nothing is to be asked.
    pub sure: String,
    pub time_left: String,
    /// The time is over: nothing more can be answered, only handed in.
    pub over: bool,
    pub open_href: String,
    pub open_words: String,
    pub late: Vec<Late>,
}

impl HandIn {
    pub fn of(w: &'static Words, page: &AttemptPage, asks_once_more: bool) -> Self {
        let over = page.is_over();
        let first_open = page.open_from(1).filter(|_| !over);
        let open = page.to_answer() - page.answered();
        Self {
            action: format!("/attempts/{}/submission", page.attempt),
            label: format!("{} · {}", place(w, page), w.quiz_hand_in()),
            summary: match open {
                _ if over => w.quiz_review_over(),
                0 => w.quiz_review_all(),
                open => w.quiz_review_open(open),
            },
            flagged: if page.flags.is_empty() || over {
                String::new()
            } else {
                w.quiz_review_flagged(page.flags.len())
            },
            sure: if asks_once_more && open > 0 && !over { w.quiz_sure_open(open) } else { String::new() },
            time_left: page.time_over.map_or_else(String::new, |over| view::time_left(w, over, page.now)),
            over,
            late: late::of(w, page),
            open_href: first_open.map_or_else(String::new, |number| map::href(page, number)),
            open_words: first_open.map_or_else(String::new, |number| w.quiz_answer_open(number)),
        }
    }
}

pub fn review(visitor: Visitor, w: &'static Words, page: &AttemptPage, say: Say) -> ReviewPage {
    let place = place(w, page);
    ReviewPage {
        who: view::who(&visitor),
        now: page.now.0,
        frame: Frame::new(w, Some(visitor), Place::Programme, place.clone()),
        activity: page.activity.clone(),
        attempt: page.attempt,
        hand_in: HandIn::of(w, page, matches!(say, Say::Sure)),
        problem: if let Say::Problem(words) = say { words } else { String::new() },
        place,
        answered_of: map::answered_of(w, page),
        map: map::of(w, page, None),
    }
}
