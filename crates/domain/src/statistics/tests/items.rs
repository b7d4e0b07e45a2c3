//! Item statistics: what holds of all data, and small examples worked by hand.

use super::super::*;
use super::{Row, attempt_named, attempts, response, rows};
use proptest::prelude::*;

/// Equal to the bit: the printed form of a number is its own and no other's, and keeps the sign of 0.
fn bits(what: &impl std::fmt::Debug) -> String {
    format!("{what:?}")
}

fn within(value: f64, range: std::ops::RangeInclusive<f64>) -> bool {
    value.is_finite() && (range.start() - 1e-9..=range.end() + 1e-9).contains(&value)
}

proptest! {
    #[test]
    fn the_order_of_attempts_questions_and_options_changes_no_bit(
        (rows, mixed) in rows(0.8).prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
    ) {
        let straight = Items::of(&attempts(&rows));
        prop_assert_eq!(bits(&straight), bits(&Items::of(&attempts(&mixed))));
        // Questions whose ids sort the other way round, asked and answered in the other order, are other questions with the same
        // numbers.
        let name = |at: usize| format!("q-{}", 99 - at);
        let turned: Vec<FirstAttempt> = rows.iter().filter_map(|row| {
            let asked: Vec<_> = row.iter().enumerate().filter_map(|(at, deed)| Some((at, deed.clone()?))).rev().collect();
            FirstAttempt::of(asked.into_iter().map(|(at, (points, chosen))| {
                let chosen = chosen.map(|chosen| chosen.into_iter().rev().collect());
                (name(at).as_str().into(), response(at, &(points, chosen)))
            }))
        }).collect();
        let turned = Items::of(&turned);
        prop_assert_eq!(bits(&straight.scores), bits(&turned.scores));
        prop_assert_eq!(bits(&straight.alpha), bits(&turned.alpha));
        for (question, item) in &straight.questions {
            let at: usize = question.as_str()[2..].parse().unwrap();
            prop_assert_eq!(bits(item), bits(&turned.questions[&name(at).as_str().into()]));
        }
    }

    #[test]
    fn every_number_is_finite_and_in_its_range(rows in rows(0.8)) {
        let attempts = attempts(&rows);
        let items = Items::of(&attempts);
        let scores = &items.scores;
        prop_assert_eq!(scores.n, attempts.len());
        prop_assert_eq!(scores.histogram.iter().sum::<usize>(), attempts.len());
        prop_assert_eq!(scores.mean.is_some(), !attempts.is_empty());
        prop_assert_eq!(scores.sd.is_some(), attempts.len() >= 2);
        prop_assert!([scores.mean, scores.median].iter().flatten().all(|value| within(*value, 0.0..=100.0)));
        prop_assert!(items.alpha.is_err() || items.alpha.is_ok_and(|alpha| within(alpha, f64::MIN..=1.0)));
        prop_assert_eq!(items.standard_error.is_some(), items.alpha.is_ok());
        prop_assert!(items.standard_error.is_none_or(|error| within(error, 0.0..=f64::MAX)));
        for item in items.questions.values() {
            prop_assert!(item.asked >= 1 && within(item.facility, 0.0..=1.0));
            prop_assert!(item.discrimination.is_none_or(|index| within(index, -1.0..=1.0)));
            prop_assert!(item.item_rest.is_none_or(|correlation| within(correlation, -1.0..=1.0)));
            prop_assert_eq!(item.discrimination.is_some(), item.groups.is_some());
            let groups = item.groups.unwrap_or_default();
            prop_assert!(groups.upper + groups.lower <= item.asked, "nobody is in both groups");
            for chosen in item.options.values().chain([&item.unanswered]) {
                let within = chosen.groups.unwrap_or_default();
                prop_assert!(within.upper <= groups.upper && within.lower <= groups.lower);
                prop_assert!(within.upper + within.lower <= chosen.all && chosen.all <= item.asked);
                prop_assert_eq!(chosen.groups.is_some(), item.groups.is_some());
            }
        }
    }

    #[test]
    fn a_whole_matrix_has_an_alpha_unless_nothing_varies(rows in rows(0.5)) {
        // Whoever was not asked is asked, and leaves it unanswered.
        let whole = |row: Row| row.into_iter().map(|deed| Some(deed.unwrap_or((0, None)))).collect();
        let rows: Vec<Row> = rows.into_iter().map(whole).collect();
        let attempts = attempts(&rows);
        let alpha = Items::of(&attempts).alpha;
        prop_assert!(alpha != Err(NoAlpha::DifferentQuestions));
        if attempts.len() >= 2 && attempts[0].responses().len() >= 2 {
            let first = attempts[0].total().per_cent();
            let same = attempts.iter().all(|attempt| (attempt.total().per_cent() - first).abs() < 1e-9);
            prop_assert_eq!(alpha.is_err(), same);
        }
    }
}

/// Points of 6 for each question; everybody is asked everything, and chooses what her letter says.
fn table(rows: &[(&[u32], &'static str)]) -> Vec<FirstAttempt> {
    let rows: Vec<Row> = rows
        .iter()
        .map(|(points, option)| points.iter().map(|points| Some((*points, Some(vec![*option])))).collect())
        .collect();
    attempts(&rows)
}

/// One question worth 1, with its score in sixths.
fn scores(sixths: &[u32]) -> Items {
    let rows: Vec<Row> = sixths.iter().map(|sixths| vec![Some((*sixths, Some(vec!["a"])))]).collect();
    Items::of(&attempts(&rows))
}

#[test]
fn three_people_and_two_questions_by_hand() {
    // Question 0 is worth 1, question 1 is worth 2: points 1, 1, 0 and 2, 0, 0; whole 3, 1, 0 of 3.
    let items = Items::of(&table(&[(&[6, 6], "a"), (&[6, 0], "b"), (&[0, 0], "b")]));
    let near = |value: Option<f64>, expected: f64| assert!(value.is_some_and(|value| (value - expected).abs() < 1e-12));
    // Sample variances: 1/3 and 4/3 of the questions, 7/3 of the whole: 2 × (1 − 5/7).
    near(items.alpha.ok(), 4.0 / 7.0);
    near(items.scores.mean, 400.0 / 9.0);
    near(items.scores.median, 100.0 / 3.0);
    let sd = (7.0_f64 / 3.0).sqrt() * 100.0 / 3.0;
    near(items.scores.sd, sd);
    near(items.standard_error, sd * (3.0_f64 / 7.0).sqrt());
    assert_eq!(items.scores.histogram, [1, 0, 0, 1, 0, 0, 0, 0, 0, 1]);
    let item = &items.questions[&"q-0".into()];
    near(Some(item.facility), 2.0 / 3.0);
    near(item.discrimination, 1.0);
    // (1, 1), (1, 0), (0, 0): covariance 1/6 over variances of 1/3 each.
    near(item.item_rest, 0.5);
    assert_eq!(item.groups, Some(Groups { upper: 1, lower: 1 }));
    assert_eq!(item.chose("a"), Chosen { all: 1, groups: Some(Groups { upper: 1, lower: 0 }) });
    assert_eq!(item.chose("b"), Chosen { all: 2, groups: Some(Groups { upper: 0, lower: 1 }) });
    assert_eq!(item.chose("d"), Chosen { all: 0, groups: Some(Groups { upper: 0, lower: 0 }) });
}

#[test]
fn who_has_the_same_score_as_the_last_of_a_group_belongs_to_it() {
    // 27 % of 10 are 3: the third best has 5, and so has a fourth; the third weakest has 0, and so have two more.
    let groups = |sixths: &[u32]| scores(sixths).questions[&"q-0".into()].groups;
    assert_eq!(groups(&[6, 6, 5, 5, 3, 0, 0, 0, 0, 0]), Some(Groups { upper: 4, lower: 5 }));
    assert_eq!(groups(&[6, 6, 6, 6, 6, 6, 6, 6, 5, 5]), None, "the third weakest is among the best");
    assert_eq!(groups(&[6, 6, 6, 6, 6, 6, 6, 5, 5, 5]), Some(Groups { upper: 7, lower: 3 }));
    assert_eq!(groups(&[4, 4]), None);
    assert_eq!(groups(&[4]), None);
}

#[test]
fn unanswered_counts_as_nothing_and_not_asked_counts_nowhere() {
    let row = |first: Option<Option<Vec<&'static str>>>| {
        let first = first.map(|chosen| (if chosen.is_some() { 6 } else { 0 }, chosen));
        vec![first, Some((6, Some(vec![])))]
    };
    let rows = [row(Some(Some(vec!["a"]))), row(Some(None)), row(None)];
    let items = Items::of(&attempts(&rows));
    let item = &items.questions[&"q-0".into()];
    assert_eq!((item.asked, item.unanswered.all, item.facility), (2, 1, 0.5));
    assert_eq!(items.questions[&"q-1".into()].unanswered.all, 0, "a question without options was answered");
    assert_eq!(items.alpha, Err(NoAlpha::DifferentQuestions));
    assert_eq!(items.scores.n, 3);
}

#[test]
fn where_there_is_no_alpha_the_reason_is_given() {
    assert_eq!(Items::of(&[]).alpha, Err(NoAlpha::TooFewAttempts));
    assert_eq!(Items::of(&table(&[(&[6, 0], "a")])).alpha, Err(NoAlpha::TooFewAttempts));
    assert_eq!(scores(&[1, 2]).alpha, Err(NoAlpha::TooFewQuestions));
    // Worth 1 and 2: 2/6 of 1 and 3/6 of 2 are as much as 4/6 of 1 and 2/6 of 2, but for rounding.
    assert_eq!(Items::of(&table(&[(&[2, 3], "a"), (&[4, 2], "a")])).alpha, Err(NoAlpha::NoVariance));
    let worth = |max: f64| FirstAttempt::of([("q-0".into(), Response::unanswered(max).unwrap())]).unwrap();
    assert_eq!(Items::of(&[worth(1.0), worth(2.0)]).alpha, Err(NoAlpha::DifferentQuestions));
}

#[test]
fn what_only_rounding_parts_is_the_same() {
    // Three thirds added in other orders are not the same number; 0.1 + 0.2 + 0.3 is the known example.
    let row = |parts: [f64; 3]| {
        let asked = parts.iter().enumerate().map(|(at, points)| {
            (format!("q-{at}").as_str().into(), Response::answered(Score::of(*points, 0.7).unwrap(), []))
        });
        FirstAttempt::of(asked).unwrap()
    };
    let items = Items::of(&[row([0.1, 0.2, 0.3]), row([0.6, 0.0, 0.0]), row([0.3, 0.3, 0.0])]);
    assert_eq!(items.scores.sd, Some(0.0));
    assert_eq!(items.alpha, Err(NoAlpha::NoVariance));
    assert!(items.questions.values().all(|item| item.discrimination.is_none()));
}

#[test]
fn a_score_at_a_tenth_belongs_to_the_tenth_that_it_begins() {
    let row = |points: u32, max: u32| {
        let response = Response::answered(Score::of(points, max).unwrap(), []);
        FirstAttempt::of([("q-0".into(), response)]).unwrap()
    };
    let tenths: Vec<FirstAttempt> = (0..=10).map(|tenth| row(tenth * 3, 30)).collect();
    assert_eq!(Items::of(&tenths).scores.histogram, [1, 1, 1, 1, 1, 1, 1, 1, 1, 2]);
    assert_eq!(Items::of(&[row(29, 100), row(299, 1000)]).scores.histogram[2], 2);
}

#[test]
fn an_attempt_keeps_what_it_asked() {
    let attempt = attempt_named(&vec![Some((3, None)), None], |at| format!("q-{at}")).unwrap();
    assert_eq!(attempt.responses().len(), 1);
    assert_eq!(attempt.total().per_cent(), 0.0, "what was left unanswered has no points");
}
