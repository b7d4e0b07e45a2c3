//! Before and after: what a cohort gained between the two tests of a pair, over those who took both, and each person's own line.

use super::quiz_statistics::Link;
use super::quiz_view::Banner;
use crate::State;
use crate::decimals::{decimal, difference};
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{Ids, W, Who};
use app::quizzes::{GainsPage, PersonGain, TestCard};
use askama::Template;
use axum::extract::State as FromState;
use axum::response::Response;
use domain::ids::{CohortId, TopicId};
use domain::statistics::{FEW, FEWEST, Gain, PlotWords};
use words::Words;

#[derive(Template)]
#[template(path = "staff/gains.html")]
struct Page {
    frame: Frame,
    cohort: String,
    back: String,
    banner: Option<Banner>,
    export: String,
    links: Vec<Link>,
    who: Vec<String>,
    few: String,
    says: Vec<String>,
    /// As SVG; empty where there are too few pairs.
    graph: String,
    topics: Vec<TopicLine>,
    people: Vec<PersonLine>,
}

struct TopicLine {
    name: String,
    pairs: String,
    pre: String,
    post: String,
    gain: String,
    interval: String,
}

struct PersonLine {
    name: String,
    pre: String,
    post: String,
    gain: String,
    /// Where the two marks stand on a line from 0 to 100, for who took both.
    line: Option<(f64, f64)>,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Ids(cohort, pair): Ids<CohortId, String>,
) -> Result<Response, Refusal> {
    let found = state.telar.gains(&visitor, cohort, pair).await?;
    let frame = Frame::new(w, Some(visitor), Place::Desk, w.desk_title());
    Ok(page::html(&render(frame, &found)))
}

fn render(frame: Frame, found: &GainsPage) -> Page {
    let w = frame.w;
    let whole = &found.gains.whole;
    let cohort = found.card.cohort;
    let test = |test: &TestCard| Link {
        href: format!("/cohorts/{cohort}/quizzes/{}/statistics", test.activity),
        words: w.gains_test(test.title.get(w.language())),
        current: false,
    };
    Page {
        cohort: found.card.name.clone(),
        links: vec![test(&found.before), test(&found.after)],
        who: who(w, found),
        few: few(w, whole),
        says: says(w, whole),
        graph: graph(w, whole).unwrap_or_default(),
        topics: found.gains.topics.iter().map(|(id, gain)| topic(w, found, (id, gain))).collect(),
        people: found.people.iter().map(|it| person(w, it)).collect(),
        back: format!("/cohorts/{cohort}/quizzes"),
        banner: Banner::of(w, &found.programme, cohort),
        export: format!("/cohorts/{cohort}/gains/{}/people", found.pair),
        frame,
    }
}

/// «18 con las dos pruebas; 5 solo la primera; 2 solo la última», of how many.
fn who(w: &Words, found: &GainsPage) -> Vec<String> {
    let whole = &found.gains.whole;
    let counts =
        [w.gains_both(whole.pairs.len()), w.gains_pre_only(whole.pre_only), w.gains_post_only(whole.post_only)];
    let mut who = vec![w.gains_who(counts.join("; "), found.enrolled)];
    let waiting = found.before.waiting + found.after.waiting;
    if waiting > 0 {
        who.push(w.gains_waiting(waiting));
    }
    if found.out_of_order > 0 {
        who.push(w.gains_out_of_order(found.out_of_order));
    }
    who.push(w.gains_pairs_only());
    who
}

fn few(w: &Words, gain: &Gain) -> String {
    match gain.pairs.len() {
        0 => w.gains_none(),
        pairs if pairs < FEWEST => w.gains_fewest(FEWEST),
        pairs if pairs < FEW => w.gains_few(FEW),
        _ => String::new(),
    }
}

fn is_enough(gain: &Gain) -> bool {
    gain.pairs.len() >= FEWEST
}

/// The mean gain in sentences; nothing with fewer than [`FEWEST`] pairs.
fn says(w: &Words, gain: &Gain) -> Vec<String> {
    let language = w.language();
    let Some(((pre, post), mean)) = gain.pre.zip(gain.post).zip(gain.mean).filter(|_| is_enough(gain)) else {
        return Vec::new();
    };
    let (pre, post) = (decimal(pre, 1, language), decimal(post, 1, language));
    let by = decimal(mean.abs(), 1, language);
    let mut says = vec![match mean {
        _ if difference(mean, 1, language) == decimal(0.0, 1, language) => w.gains_mean_same(post, pre),
        0.0.. => w.gains_mean_up(by, post, pre),
        _ => w.gains_mean_down(by, post, pre),
    }];
    match (gain.interval, gain.d_z) {
        (Some(interval), Some(d_z)) => {
            let (low, high) = (difference(interval.low, 1, language), difference(interval.high, 1, language));
            says.push(w.gains_interval(high, low));
            if interval.low <= 0.0 && interval.high >= 0.0 {
                says.push(w.gains_interval_zero());
            }
            says.push(w.gains_d_z(decimal(d_z, 2, language)));
        }
        _ => says.push(w.gains_interval_none()),
    }
    says.push(w.gains_without_comparison());
    says
}

fn graph(w: &Words, gain: &Gain) -> Option<String> {
    let (pre, post) = gain.pre.zip(gain.post).filter(|_| is_enough(gain))?;
    let risen = gain.pairs.iter().filter(|pair| pair.gain() > 0.0).count();
    let fallen = gain.pairs.iter().filter(|pair| pair.gain() < 0.0).count();
    let language = w.language();
    let same = gain.pairs.len() - risen - fallen;
    let (before, after) = (w.gains_before(), w.gains_after());
    let numbers = w.gains_graph_means(gain.pairs.len(), decimal(post, 1, language), decimal(pre, 1, language));
    let label = [numbers, w.gains_graph_moves(fallen, risen, same)].join(" ");
    gain.svg(&PlotWords { label: &label, pre: &before, post: &after })
}

fn topic(w: &Words, found: &GainsPage, (id, gain): (&TopicId, &Gain)) -> TopicLine {
    let language = w.language();
    let topic = found.programme.topic(id);
    let number = |value: Option<f64>, write: fn(f64, usize, &str) -> String| match value.filter(|_| is_enough(gain)) {
        Some(value) => write(value, 1, language),
        None if is_enough(gain) => w.desk_no_data(),
        None => w.gains_too_few(),
    };
    let interval = gain
        .interval
        .filter(|_| is_enough(gain))
        .map(|it| w.gains_interval_short(difference(it.high, 1, language), difference(it.low, 1, language)));
    TopicLine {
        name: topic.map_or_else(|| id.to_string(), |topic| topic.title.get(language).to_owned()),
        pairs: gain.pairs.len().to_string(),
        pre: number(gain.pre, decimal),
        post: number(gain.post, decimal),
        gain: number(gain.mean, difference),
        interval: interval.unwrap_or_else(|| if is_enough(gain) { w.desk_no_data() } else { w.gains_too_few() }),
    }
}

fn person(w: &Words, it: &PersonGain) -> PersonLine {
    let language = w.language();
    let mark = |value: Option<f64>| value.map_or_else(|| w.gains_not_taken(), |value| decimal(value, 1, language));
    let pair = it.pair();
    PersonLine {
        name: it.name.as_str().to_owned(),
        pre: mark(it.pre),
        post: mark(it.post),
        gain: pair.map_or_else(|| no_pair(w, it), |pair| difference(pair.gain(), 1, language)),
        line: pair.map(|pair| (pair.pre, pair.post)),
    }
}

/// Why there is no difference of hers.
pub(super) fn no_pair(w: &Words, it: &PersonGain) -> String {
    if it.out_of_order { w.gains_no_pair_order() } else { w.gains_no_pair() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::statistics::Score;
    use std::collections::BTreeMap;

    fn gain(pairs: &[(u32, u32)]) -> Gain {
        let of = |side: fn(&(u32, u32)) -> u32| -> BTreeMap<usize, Score> {
            let scores = pairs.iter().enumerate();
            scores.filter_map(|(person, pair)| Some((person, Score::of(side(pair), 100)?))).collect()
        };
        Gain::of(&of(|pair| pair.0), &of(|pair| pair.1))
    }

    #[test]
    fn the_mean_gain_is_said_in_words_with_its_interval() {
        let w = words::in_language("es");
        let says = says(w, &gain(&[(40, 50), (50, 70), (60, 70), (30, 60), (45, 70)]));
        assert!(says[0].contains("19,0") && says[0].contains("45,0") && says[0].contains("64,0"), "{says:?}");
        assert!(says[1].contains("+7,9") && says[1].contains("+30,1"), "{says:?}");
        let fell = super::says(w, &gain(&[(50, 40), (70, 50), (70, 60), (60, 30), (70, 45)]));
        assert!(fell[0].contains("19,0") && fell[1].contains("−30,1"), "{fell:?}");
        assert_ne!(fell[0], says[0]);
    }

    #[test]
    fn fewer_than_five_pairs_give_no_mean_and_no_drawing() {
        let w = words::in_language("es");
        let four = gain(&[(40, 50), (50, 70), (60, 70), (30, 60)]);
        assert!(says(w, &four).is_empty() && graph(w, &four).is_none());
        assert!(few(w, &four).contains("menos de 5"));
    }

    #[test]
    fn where_everybody_gained_the_same_there_is_no_interval_and_it_is_said() {
        let w = words::in_language("es");
        let same = gain(&[(40, 50), (50, 60), (60, 70), (30, 40), (45, 55)]);
        assert!(says(w, &same).contains(&w.gains_interval_none()));
        let still = gain(&[(40, 40); 5]);
        assert!(says(w, &still)[0].contains("igual"), "{:?}", says(w, &still));
    }

    #[test]
    fn the_drawing_says_its_numbers_in_words() {
        let w = words::in_language("es");
        let svg = graph(w, &gain(&[(40, 50), (50, 70), (60, 50), (30, 60), (45, 45)])).unwrap();
        assert!(svg.contains("3 suben") && svg.contains("1 baja") && svg.contains("1 queda igual"), "{svg}");
    }
}
