//! The map of an attempt: each question with how far it is answered, by word and shape, and whether she marked it to come back to.

use app::quizzes::{AttemptPage, Standing};
use domain::ids::QuestionId;
use domain::quizzes::Layout;
use words::Words;

/// One question on the map.
pub struct Marker {
    pub href: String,
    pub number: usize,
    pub words: String,
    /// For style and script: `answered`, `partly`, `open`, `withdrawn`.
    pub state: &'static str,
    pub flagged: bool,
    pub here: bool,
}

pub fn of(w: &Words, page: &AttemptPage, here: Option<usize>) -> Vec<Marker> {
    let marker = |(index, id): (usize, &QuestionId)| {
        let (words, state) = state(w, page.standing(id));
        let number = index + 1;
        let (flagged, here) = (page.flags.contains(id), here == Some(number));
        Marker { href: href(page, number), number, words, state, flagged, here }
    };
    page.asked.iter().enumerate().map(marker).collect()
}

fn state(w: &Words, standing: Standing) -> (String, &'static str) {
    match standing {
        Standing::Answered => (w.quiz_map_answered(), "answered"),
        Standing::Partly => (w.quiz_map_partly(), "partly"),
        Standing::Open | Standing::Outdated => (w.quiz_map_open(), "open"),
        Standing::Withdrawn => (w.quiz_map_withdrawn(), "withdrawn"),
    }
}

/// Where a question of an attempt is: on a page of its own, or on the page of all.
pub fn href(page: &AttemptPage, number: usize) -> String {
    match page.quiz().layout {
        Layout::OneByOne => format!("/attempts/{}/questions/{number}", page.attempt),
        Layout::AllAtOnce => format!("/attempts/{}#q{number}", page.attempt),
    }
}

pub fn answered_of(w: &Words, page: &AttemptPage) -> String {
    w.quiz_answered_of(page.to_answer(), page.answered())
}
