//! How a quiz behaves: over whom, its marks, how steady they are, and a table of its questions, each of which opens. With few
//! attempts it says so; with very few there are only counts.

use super::answers;
use super::question_statistics::{self, Opened};
use super::quiz_view::{self, Banner, Tab, View};
use super::view::Step;
use crate::State;
use crate::decimals::decimal;
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{Ids, W, Who};
use app::quizzes::{Breadth, QuizStatistics};
use askama::Template;
use axum::extract::{Query, State as FromState};
use axum::response::Response;
use domain::ids::{ActivityId, CohortId};
use domain::quizzes::Question;
use domain::statistics::{FEW, FEWEST, Item, Items, Look, NoAlpha, Steadiness};
use serde::Deserialize;
use std::cmp::Ordering;
use words::Words;

#[derive(Template)]
#[template(path = "staff/quiz_statistics.html")]
struct Page {
    frame: Frame,
    title: String,
    cohort: String,
    back: String,
    tabs: Vec<Tab>,
    banner: Option<Banner>,
    links: Vec<Link>,
    who: Vec<String>,
    few: String,
    marks: Option<Marks>,
    sorts: Vec<Link>,
    lines: Vec<Line>,
    opened: Vec<Opened>,
    /// Where the same numbers are as a file, but for its ending; empty where there are none.
    export: String,
    export_over: &'static str,
}

/// A way to the same numbers seen otherwise.
pub struct Link {
    pub href: String,
    pub words: String,
    pub current: bool,
}

struct Marks {
    facts: Vec<(String, String)>,
    histogram: Vec<Step>,
    alpha: String,
    steadiness: Vec<String>,
}

struct Line {
    number: usize,
    anchor: String,
    words: String,
    asked: String,
    facility: String,
    discrimination: String,
    rest: String,
    look: String,
    look_class: &'static str,
}

#[derive(Deserialize)]
pub struct Wish {
    #[serde(default)]
    sort: String,
    #[serde(default)]
    over: String,
}

impl Wish {
    pub fn breadth(&self) -> Breadth {
        if self.over == "version" { Breadth::Version } else { Breadth::Cohort }
    }
}

/// By which column: what asks for a look comes first, what has no number last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Number,
    Look,
    Facility,
    Discrimination,
    Rest,
}

impl Sort {
    const ALL: [Self; 5] = [Self::Number, Self::Look, Self::Facility, Self::Discrimination, Self::Rest];

    fn as_str(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Look => "look",
            Self::Facility => "facility",
            Self::Discrimination => "discrimination",
            Self::Rest => "rest",
        }
    }

    fn words(self, w: &Words) -> String {
        match self {
            Self::Number => w.stats_sort_number(),
            Self::Look => w.stats_sort_look(),
            Self::Facility => w.stats_sort_facility(),
            Self::Discrimination => w.stats_sort_discrimination(),
            Self::Rest => w.stats_sort_rest(),
        }
    }

    fn compare(self, one: &Item, other: &Item) -> Ordering {
        let number = |one: Option<f64>, other: Option<f64>| match (one, other) {
            (Some(one), Some(other)) => one.total_cmp(&other),
            (one, other) => other.is_some().cmp(&one.is_some()),
        };
        let look = |item| Look::at(item).map_or(usize::MAX, |look| look as usize);
        match self {
            Self::Number => Ordering::Equal,
            Self::Look => look(one).cmp(&look(other)),
            Self::Facility => one.facility.total_cmp(&other.facility),
            Self::Discrimination => number(one.discrimination, other.discrimination),
            Self::Rest => number(one.item_rest, other.item_rest),
        }
    }
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Ids(cohort, activity): Ids<CohortId, String>,
    Query(wish): Query<Wish>,
) -> Result<Response, Refusal> {
    let sort = Sort::ALL.into_iter().find(|sort| sort.as_str() == wish.sort).unwrap_or(Sort::Number);
    let found = state.telar.quiz_statistics(&visitor, (cohort, ActivityId(activity)), wish.breadth()).await?;
    let frame = Frame::new(w, Some(visitor), Place::Desk, w.desk_title());
    Ok(page::html(&render(frame, &found, sort)))
}

fn href(found: &QuizStatistics, breadth: Breadth, sort: Sort) -> String {
    let over = if breadth == Breadth::Version { "over=version&" } else { "" };
    let (cohort, activity) = (found.card.cohort, &found.activity);
    format!("/cohorts/{cohort}/quizzes/{activity}/statistics?{over}sort={}", sort.as_str())
}

fn export(found: &QuizStatistics) -> String {
    format!("{}/statistics", quiz_view::quiz_href(found.card.cohort, &found.activity))
}

fn render(frame: Frame, found: &QuizStatistics, sort: Sort) -> Page {
    let w = frame.w;
    let cohort = found.card.cohort;
    // A question keeps its number in the quiz, also where another stands before it here.
    let questions = found.quiz().map_or(&[][..], |quiz| &quiz.questions).iter().zip(1..);
    let mut items: Vec<(usize, &Question, &Item)> = Vec::new();
    if let Some(all) = &found.items {
        let asked =
            questions.filter_map(|(question, number)| Some((number, question, all.questions.get(&question.id)?)));
        items.extend(asked);
    }
    items.sort_by(|one, other| sort.compare(one.2, other.2));
    Page {
        title: quiz_view::quiz_title(w, &found.programme, &found.activity),
        cohort: found.card.name.clone(),
        back: format!("/cohorts/{cohort}/quizzes"),
        tabs: quiz_view::tabs(w, (cohort, &found.activity), View::Statistics),
        banner: Banner::of(w, &found.programme, cohort),
        links: links(w, found, sort),
        export_over: if found.breadth == Breadth::Version { "?over=version" } else { "" },
        export: if found.items.is_some() { export(found) } else { String::new() },
        who: who(w, found),
        few: few(w, found.counted),
        marks: found.items.as_ref().map(|items| marks(w, items)),
        sorts: Sort::ALL
            .map(|to| Link { href: href(found, found.breadth, to), words: to.words(w), current: to == sort })
            .into(),
        lines: items.iter().map(|it| line(w, *it)).collect(),
        opened: items.iter().map(|it| question_statistics::opened(w, found, *it)).collect(),
        frame,
    }
}

fn links(w: &Words, found: &QuizStatistics, sort: Sort) -> Vec<Link> {
    let mut links = Vec::new();
    if let Some(cohorts) = found.cohorts.filter(|cohorts| *cohorts > 1) {
        let to = |breadth, words| Link { href: href(found, breadth, sort), words, current: found.breadth == breadth };
        links.push(to(Breadth::Cohort, w.stats_over_cohort()));
        links.push(to(Breadth::Version, w.stats_over_version(cohorts)));
    }
    if let Some(parallel) = found.quiz().and_then(|quiz| quiz.parallel.as_ref()) {
        let href = format!("/cohorts/{}/gains/{}", found.card.cohort, parallel.pair);
        links.push(Link { href, words: w.gains_title(), current: false });
    }
    links
}

/// Who is in these numbers, and who is not.
fn who(w: &Words, found: &QuizStatistics) -> Vec<String> {
    let mut who = vec![w.stats_who(found.enrolled, found.handed_in)];
    if found.waiting > 0 {
        who.push(w.stats_waiting(found.waiting));
    }
    who
}

/// What a small number of attempts is worth; empty where there are enough.
fn few(w: &Words, counted: usize) -> String {
    match counted {
        0 => w.stats_none(),
        counted if counted < FEWEST => w.stats_fewest(FEWEST),
        counted if counted < FEW => w.stats_few(FEW),
        _ => String::new(),
    }
}

fn marks(w: &Words, items: &Items) -> Marks {
    let (scores, language) = (&items.scores, w.language());
    let points = |value: Option<f64>| {
        value.map_or_else(|| w.desk_no_data(), |value| w.stats_of_hundred(decimal(value, 1, language)))
    };
    let spread = scores.sd.map_or_else(|| w.desk_no_data(), |sd| w.stats_points(decimal(sd, 1, language)));
    let tenth = |(place, count): (usize, &usize)| {
        let to = if place == 9 { 100 } else { place * 10 + 9 };
        Step::new(w, w.stats_tenth(place * 10, to), *count as u64, scores.n as u64)
    };
    let (alpha, mut steadiness) = match items.alpha {
        Ok(alpha) => {
            let words = match Steadiness::of(alpha) {
                Steadiness::Good => w.stats_alpha_good(),
                Steadiness::Fair => w.stats_alpha_fair(),
                Steadiness::Poor => w.stats_alpha_poor(),
            };
            (decimal(alpha, 2, language), vec![words])
        }
        Err(why) => (w.desk_no_data(), vec![no_alpha(w, why)]),
    };
    if let Some(error) = items.standard_error {
        steadiness.push(w.stats_error(decimal(error, 1, language)));
    }
    Marks {
        facts: vec![
            (w.stats_mean(), points(scores.mean)),
            (w.stats_median(), points(scores.median)),
            (w.stats_sd(), spread),
        ],
        histogram: scores.histogram.iter().enumerate().map(tenth).collect(),
        alpha,
        steadiness,
    }
}

fn no_alpha(w: &Words, why: NoAlpha) -> String {
    match why {
        NoAlpha::TooFewAttempts => w.stats_alpha_none_attempts(),
        NoAlpha::DifferentQuestions => w.stats_alpha_none_different(),
        NoAlpha::TooFewQuestions => w.stats_alpha_none_questions(),
        NoAlpha::NoVariance => w.stats_alpha_none_variance(),
    }
}

fn line(w: &Words, (number, question, item): (usize, &Question, &Item)) -> Line {
    let language = w.language();
    let index = |value: Option<f64>| value.map_or_else(|| w.desk_no_data(), |value| decimal(value, 2, language));
    let look = Look::at(item);
    Line {
        number,
        anchor: question_statistics::anchor(&question.id),
        words: answers::short(&question.stem, language),
        asked: item.asked.to_string(),
        facility: decimal(item.facility, 2, language),
        discrimination: index(item.discrimination),
        rest: index(item.item_rest),
        look: look.map_or_else(String::new, |look| question_statistics::look(w, look)),
        look_class: if look == Some(Look::WrongWay) { " wait" } else { "" },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::statistics::Chosen;

    fn item(facility: f64, rest: Option<f64>) -> Item {
        Item {
            asked: 12,
            facility,
            discrimination: None,
            item_rest: rest,
            groups: None,
            options: [].into(),
            unanswered: Chosen { all: 0, groups: None },
        }
    }

    #[test]
    fn what_asks_for_a_look_comes_first_and_what_has_no_number_last() {
        let (wrong, hard, fine, unknown) =
            (item(0.5, Some(-0.2)), item(0.1, Some(0.3)), item(0.6, Some(0.4)), item(0.97, None));
        let order = |sort: Sort| {
            let mut all = [&unknown, &fine, &hard, &wrong];
            all.sort_by(|one, other| sort.compare(one, other));
            all.map(|item| item.facility)
        };
        assert_eq!(order(Sort::Look), [0.5, 0.97, 0.1, 0.6]);
        assert_eq!(order(Sort::Rest), [0.5, 0.1, 0.6, 0.97]);
        assert_eq!(order(Sort::Facility), [0.1, 0.5, 0.6, 0.97]);
        assert_eq!(order(Sort::Number), [0.97, 0.6, 0.1, 0.5], "as the quiz has them");
    }

    #[test]
    fn small_numbers_are_said_to_be_small() {
        let w = words::in_language("es");
        assert_eq!(few(w, 10), "");
        assert!(few(w, 9).contains("menos de 10"));
        assert!(few(w, 4).contains("menos de 5"));
        assert_ne!(few(w, 0), few(w, 4));
    }
}
