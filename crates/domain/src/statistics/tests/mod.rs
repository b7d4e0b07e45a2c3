//! The statistics by property and by examples worked by hand. That the numbers are those of a statistics package is shown in
//! `tests/statistics`.

mod gains;
mod items;

use super::{FirstAttempt, Response, Score};
use proptest::prelude::*;

/// What one person did with one question: points of its worth in sixths, and what she chose.
type Deed = (u32, Option<Vec<&'static str>>);
/// One person: for each question of the quiz what she did, none where she was not asked it.
type Row = Vec<Option<Deed>>;

const OPTIONS: [&str; 4] = ["a", "b", "c", "d"];

fn worth(question: usize) -> f64 {
    [1.0, 2.0, 0.7][question % 3]
}

fn response(question: usize, deed: &Deed) -> Response {
    let score = Score::of(worth(question) * f64::from(deed.0) / 6.0, worth(question)).expect("within its worth");
    match &deed.1 {
        Some(chosen) => Response::answered(score, chosen.iter().copied()),
        None => Response::unanswered(worth(question)).expect("a worth"),
    }
}

fn deed() -> impl Strategy<Value = Deed> {
    let chosen = proptest::option::weighted(0.8, proptest::sample::subsequence(OPTIONS.to_vec(), 0..=3));
    ((0..=6_u32), chosen)
}

/// Up to 40 people and 9 questions, each asked with the given chance.
fn rows(asked: f64) -> impl Strategy<Value = Vec<Row>> {
    (0..40_usize, 1..9_usize).prop_flat_map(move |(people, questions)| {
        let row = proptest::collection::vec(proptest::option::weighted(asked, deed()), questions);
        proptest::collection::vec(row, people)
    })
}

fn attempt_named(row: &Row, name: impl Fn(usize) -> String) -> Option<FirstAttempt> {
    let asked = row.iter().enumerate().filter_map(|(at, deed)| Some((at, deed.as_ref()?)));
    FirstAttempt::of(asked.map(|(at, deed)| (name(at).as_str().into(), response(at, deed))))
}

fn attempts(rows: &[Row]) -> Vec<FirstAttempt> {
    rows.iter().filter_map(|row| attempt_named(row, |at| format!("q-{at}"))).collect()
}

#[test]
fn a_score_is_within_its_worth() {
    for (points, max) in
        [(-0.1, 1.0), (1.1, 1.0), (0.0, 0.0), (0.0, 1e-9), (0.0, 1e9), (f64::NAN, 1.0), (0.0, f64::NAN)]
    {
        assert_eq!(Score::of(points, max), None, "{points} of {max}");
    }
    assert_eq!(Score::of(29_u32, 100_u32).map(Score::per_cent), Some(29.0));
    assert!(Score::of(-0.0, 1.0).is_some_and(|score| score.points().is_sign_positive()));
    assert_eq!(Score::sum([]), None);
    assert_eq!(FirstAttempt::of([]), None);
}
