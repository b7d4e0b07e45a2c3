//! What several pages about quizzes show alike: the banner of what is not reviewed, the views of one quiz, its days in words,
//! what was granted. It must not know requests.

use crate::dates;
use app::learning::LoadedProgramme;
use app::quizzes::Granted;
use domain::ids::{ActivityId, CohortId};
use domain::quizzes::Window;
use words::Words;

/// What of the version that the cohort runs a professional has not reviewed; stands on each of the cohort's pages.
pub struct Banner {
    pub words: String,
    pub href: String,
}

impl Banner {
    pub fn of(w: &Words, programme: &LoadedProgramme, cohort: CohortId) -> Option<Self> {
        let count = programme.review_needed();
        (count > 0).then(|| Self { words: w.review_banner(count), href: format!("/cohorts/{cohort}/review") })
    }
}

/// A view of one quiz in a cohort.
pub struct Tab {
    pub href: String,
    pub name: String,
    pub current: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    People,
    Statistics,
}

/// The views of one quiz; the one that is shown is said to be.
pub fn tabs(w: &Words, (cohort, activity): (CohortId, &ActivityId), here: View) -> Vec<Tab> {
    let tab = |view: View, href: String, name: String| Tab { href, name, current: view == here };
    let statistics = format!("{}/statistics", quiz_href(cohort, activity));
    vec![
        tab(View::People, quiz_href(cohort, activity), w.results_tab_people()),
        tab(View::Statistics, statistics, w.stats_title()),
    ]
}

pub fn quiz_href(cohort: CohortId, activity: &ActivityId) -> String {
    format!("/cohorts/{cohort}/quizzes/{activity}")
}

/// The title of a quiz.
pub fn quiz_title(w: &Words, programme: &LoadedProgramme, activity: &ActivityId) -> String {
    programme.activity(activity.as_str()).map_or_else(String::new, |it| it.title.get(w.language()).to_owned())
}

/// «Del 8 de febrero de 2027, 00:00 al 9 de febrero de 2027, 00:00».
pub fn window(w: &Words, window: Window) -> String {
    let written = |moment| dates::day_and_time(moment, w.language());
    match (window.opens.map(written), window.closes.map(written)) {
        (None, None) => w.results_window_always(),
        (Some(opens), None) => w.results_window_from(opens),
        (None, Some(closes)) => w.results_window_until(closes),
        (Some(opens), Some(closes)) => w.results_window_from_until(closes, opens),
    }
}

/// Something that was granted: what, and why, by whom, when.
pub struct GrantLine {
    pub what: String,
    pub why: String,
    pub by: String,
}

pub fn granted(w: &Words, programme: &LoadedProgramme, it: &Granted) -> GrantLine {
    let given = &it.allowance;
    let mut what: Vec<String> = Vec::new();
    if given.attempts > 0 {
        what.push(w.grant_line_attempts(given.attempts));
    }
    if given.minutes > 0 {
        what.push(w.grant_line_minutes(given.minutes));
    }
    if given.time_per_cent > 0 {
        what.push(w.grant_line_per_cent(given.time_per_cent));
    }
    if let Some(until) = given.until {
        what.push(w.grant_line_until(dates::day_and_time(until, w.language())));
    }
    let place = it.activity.as_ref().map_or_else(|| w.grant_all_quizzes(), |id| quiz_title(w, programme, id));
    GrantLine {
        what: format!("{place}: {}", what.join(", ")),
        why: it.reason.clone(),
        by: w.results_comment_by(it.by.as_str(), dates::day_and_time(it.at, w.language())),
    }
}

/// What a page says when it comes back from a write, by the word in its address.
#[derive(serde::Deserialize)]
pub struct Done {
    #[serde(default)]
    pub done: String,
}
