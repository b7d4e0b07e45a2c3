//! Gains of matched pairs and their drawing: what holds of all data, and small examples worked by hand.

use super::super::*;
use super::{attempts, rows};
use crate::ids::{QuestionId, TopicId};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn topic_of(question: &QuestionId) -> Option<TopicId> {
    ["q-0", "q-1", "q-2"].contains(&question.as_str()).then(|| "t1".into())
}

/// People by number, each with her score of 100.
fn of(scores: &[(u32, u32)]) -> BTreeMap<u32, Score> {
    scores.iter().map(|(person, points)| (*person, Score::of(*points, 100_u32).unwrap())).collect()
}

proptest! {
    #[test]
    fn everybody_is_counted_once_and_every_number_is_finite(pre in rows(0.6), post in rows(0.6), apart in 0..30_usize) {
        let tested = |rows, from: usize| -> BTreeMap<usize, Tested> {
            attempts(rows).iter().enumerate().map(|(at, attempt)| (at + from, Tested::of(attempt, topic_of))).collect()
        };
        let (pre, post) = (tested(&pre, 0), tested(&post, apart));
        let gains = Gains::of(&pre, &post);
        prop_assert_eq!(gains.whole.pairs.len() + gains.whole.pre_only, pre.len());
        prop_assert_eq!(gains.whole.pairs.len() + gains.whole.post_only, post.len());
        for gain in gains.topics.values().chain([&gains.whole]) {
            let n = gain.pairs.len();
            prop_assert_eq!([gain.pre, gain.post, gain.mean].map(|mean| mean.is_some()), [n > 0; 3]);
            prop_assert_eq!(gain.sd.is_some(), n > 1);
            let varies = gain.sd.is_some_and(|sd| sd > 0.0);
            prop_assert_eq!((gain.interval.is_some(), gain.d_z.is_some()), (varies, varies));
            prop_assert!([gain.mean, gain.sd, gain.d_z].iter().flatten().all(|value| value.is_finite()));
            if let (Some(interval), Some(mean)) = (gain.interval, gain.mean) {
                prop_assert!(interval.low < mean && mean < interval.high && interval.low.is_finite());
            }
            let words = PlotWords { label: "", pre: "", post: "" };
            let svg = gain.svg(&words);
            prop_assert_eq!(svg.is_some(), n > 0);
            prop_assert!(!svg.unwrap_or_default().contains("NaN"));
        }
    }

    #[test]
    fn who_is_who_changes_no_bit(scores in proptest::collection::vec((0..=60_u32, 0..=60_u32), 0..30)) {
        let gain = |turn: bool| {
            let of = |side: fn(&(u32, u32)) -> u32| -> BTreeMap<usize, Score> {
                let number = |at: usize| if turn { scores.len() - at } else { at };
                scores.iter().enumerate().map(|(at, pair)| (number(at), Score::of(side(pair), 60_u32).unwrap())).collect()
            };
            Gain::of(&of(|pair| pair.0), &of(|pair| pair.1))
        };
        prop_assert_eq!(format!("{:?}", gain(false)), format!("{:?}", gain(true)));
    }
}

#[test]
fn four_pairs_by_hand() {
    let pre = of(&[(1, 40), (2, 50), (3, 60), (4, 70), (5, 10)]);
    let post = of(&[(1, 60), (2, 60), (3, 60), (4, 80), (6, 90), (7, 95)]);
    let gain = Gain::of(&pre, &post);
    assert_eq!((gain.pairs.len(), gain.pre_only, gain.post_only), (4, 1, 2));
    assert_eq!((gain.pre, gain.post, gain.mean), (Some(55.0), Some(65.0), Some(10.0)));
    let sd = (200.0_f64 / 3.0).sqrt();
    assert_eq!(gain.sd, Some(sd));
    assert_eq!(gain.d_z, Some(10.0 / sd));
    // t(0.975; 3) = 3.182446305284264, as every table has it to three places.
    let half = 3.182_446_305_284_264 * sd / 2.0;
    let interval = gain.interval.unwrap();
    assert!((interval.low - (10.0 - half)).abs() < 1e-9 && (interval.high - (10.0 + half)).abs() < 1e-9);
}

#[test]
fn what_is_undefined_is_none() {
    let nobody = Gain::of(&of(&[(1, 40)]), &of(&[(2, 40)]));
    assert_eq!((nobody.pre_only, nobody.post_only, nobody.mean, nobody.pre), (1, 1, None, None));
    let one = Gain::of(&of(&[(1, 40)]), &of(&[(1, 50)]));
    assert_eq!((one.mean, one.sd, one.interval, one.d_z), (Some(10.0), None, None, None));
    let same = Gain::of(&of(&[(1, 40), (2, 50)]), &of(&[(1, 50), (2, 60)]));
    assert_eq!((same.mean, same.sd, same.interval, same.d_z), (Some(10.0), Some(0.0), None, None));
}

#[test]
fn topics_count_their_own_pairs() {
    let row = |questions: &[(&str, u32)]| {
        let asked = questions.iter().map(|(question, points)| {
            (QuestionId::from(*question), Response::answered(Score::of(*points, 2_u32).unwrap(), []))
        });
        Tested::of(&FirstAttempt::of(asked).unwrap(), topic_of)
    };
    let pre = BTreeMap::from([("ana", row(&[("q-0", 1), ("q-9", 2)])), ("bea", row(&[("q-9", 1)]))]);
    let post = BTreeMap::from([("ana", row(&[("q-1", 2), ("q-2", 0)])), ("bea", row(&[("q-1", 1)]))]);
    let gains = Gains::of(&pre, &post);
    assert_eq!(gains.whole.pairs.len(), 2);
    let topic = &gains.topics[&"t1".into()];
    assert_eq!(topic.pairs, [Pair { pre: 50.0, post: 50.0 }]);
    assert_eq!((topic.pre_only, topic.post_only), (0, 1));
}

#[test]
fn the_slopegraph_draws_equal_lines_once_and_says_words_safely() {
    let pre = of(&[(1, 40), (2, 40), (3, 60), (4, 100)]);
    let post = of(&[(1, 60), (2, 60), (3, 30), (4, 0)]);
    let words = PlotWords { label: "4 \"pairs\" & <more>", pre: "Antes", post: "Des<pués" };
    let svg = Gain::of(&pre, &post).svg(&words).unwrap();
    assert!(svg.contains("aria-label=\"4 &quot;pairs&quot; &amp; &lt;more&gt;\""));
    assert!(svg.contains(">Antes</text>") && svg.contains(">Des&lt;pués</text>"));
    assert_eq!((svg.matches("class=\"line rise\"").count(), svg.matches("class=\"line fall\"").count()), (1, 2));
    assert!(svg.contains("stroke-width=\"2.1\"") && svg.contains("M40 156.0L304 116.0"), "two people, one line: {svg}");
    assert!(svg.contains("M40 36.0L304 236.0"), "from 100 to 0");
    assert_eq!(svg.matches("stroke-dasharray").count(), 2);
    assert_eq!(svg.matches("<circle class=\"mean\"").count(), 2);
    let one = Gain::of(&of(&[(1, 40)]), &of(&[(1, 50)])).svg(&words).unwrap();
    assert!(!one.contains("mean"), "one person's line is the mean already");
}

#[test]
fn one_person_is_a_ring_and_a_dot_on_a_scale() {
    let words = PlotWords { label: "de 0 a 100", pre: "Antes: 0", post: "Después: 100" };
    let svg = Pair { pre: 0.0, post: 100.0 }.svg(&words);
    assert!(svg.contains("<circle class=\"pre\" cx=\"28.0\"") && svg.contains("<circle class=\"post\" cx=\"272.0\""));
    assert!(svg.contains("text-anchor=\"start\" fill=\"currentColor\" stroke=\"none\">Antes: 0<"));
    assert!(svg.contains("text-anchor=\"end\" fill=\"currentColor\" stroke=\"none\">Después: 100<"));
    assert!(svg.contains("M28.0 36H272.0"));
}
