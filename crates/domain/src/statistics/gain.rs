//! What people gained between a pre-test and a post-test, over matched pairs: those who have taken both. It must not know which
//! forms of a test count as parallel, or when each was taken.

use super::numbers::{deviation, mean};
use super::{FirstAttempt, Score};
use crate::ids::{QuestionId, TopicId};
use statrs::distribution::{ContinuousCDF, StudentsT};
use std::collections::{BTreeMap, BTreeSet};

/// One person's score in a pre-test or post-test, as a whole and by topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Tested {
    pub whole: Score,
    /// The topics of which the test asked something.
    pub topics: BTreeMap<TopicId, Score>,
}

impl Tested {
    /// From her first submitted attempt; a question without a topic counts in the whole only.
    pub fn of(attempt: &FirstAttempt, topic_of: impl Fn(&QuestionId) -> Option<TopicId>) -> Self {
        let mut topics: BTreeMap<TopicId, Vec<Score>> = BTreeMap::new();
        for (question, response) in attempt.responses() {
            if let Some(topic) = topic_of(question) {
                topics.entry(topic).or_default().push(response.score);
            }
        }
        let topics = topics.into_iter().filter_map(|(topic, scores)| Some((topic, Score::sum(scores)?)));
        Self { whole: attempt.total(), topics: topics.collect() }
    }
}

/// The gain over a whole test, and over each topic of which either test asked something.
#[derive(Clone, Debug, PartialEq)]
pub struct Gains {
    pub whole: Gain,
    pub topics: BTreeMap<TopicId, Gain>,
}

impl Gains {
    /// The scores before and after, each by person.
    pub fn of<Person: Ord>(pre: &BTreeMap<Person, Tested>, post: &BTreeMap<Person, Tested>) -> Self {
        let topics: BTreeSet<&TopicId> =
            pre.values().chain(post.values()).flat_map(|tested| tested.topics.keys()).collect();
        let by_topic = topics.into_iter().map(|topic| {
            let of_topic = |tests| scores(tests, |tested: &Tested| tested.topics.get(topic).copied());
            (topic.clone(), Gain::of(&of_topic(pre), &of_topic(post)))
        });
        let topics = by_topic.collect();
        let whole = |tests| scores(tests, |tested: &Tested| Some(tested.whole));
        Self { whole: Gain::of(&whole(pre), &whole(post)), topics }
    }
}

fn scores<Person: Ord>(
    tests: &BTreeMap<Person, Tested>,
    score: impl Fn(&Tested) -> Option<Score>,
) -> BTreeMap<&Person, Score> {
    tests.iter().filter_map(|(person, tested)| Some((person, score(tested)?))).collect()
}

/// The gain of matched pairs, in points of 100.
#[derive(Clone, Debug, PartialEq)]
pub struct Gain {
    /// Those who have taken both, by their scores; nothing says who is who. Their number is the denominator of everything below.
    pub pairs: Vec<Pair>,
    /// How many have taken the pre-test only; they count in nothing below.
    pub pre_only: usize,
    /// How many have taken the post-test only; they count in nothing below.
    pub post_only: usize,
    /// The mean score of the pairs before, 0 to 100; none without a pair.
    pub pre: Option<f64>,
    /// The mean score of the pairs after, 0 to 100; none without a pair.
    pub post: Option<f64>,
    /// The mean of post less pre, −100 to 100; none without a pair.
    pub mean: Option<f64>,
    /// The sample standard deviation (n − 1) of the gains, 0 or more; none below two pairs.
    pub sd: Option<f64>,
    /// The 95 % confidence interval of the mean gain; none below two pairs, or where all have gained the same.
    pub interval: Option<Interval>,
    /// The effect size d_z: the mean gain in standard deviations of the gains (Cohen 1988, *Statistical Power Analysis for the
    /// Behavioral Sciences*, 2.3.5). None where the interval is none.
    pub d_z: Option<f64>,
}

/// One person before and after, in points of 100.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    pub pre: f64,
    pub post: f64,
}

/// From `low` to `high`, both in points of 100. It is not cut at −100 and 100: where it goes beyond, there are too few pairs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

impl Pair {
    /// Post less pre, −100 to 100.
    pub fn gain(self) -> f64 {
        self.post - self.pre
    }
}

impl Gain {
    /// The scores before and after, each by person.
    pub fn of<Person: Ord>(pre: &BTreeMap<Person, Score>, post: &BTreeMap<Person, Score>) -> Self {
        let both = pre.iter().filter_map(|(person, before)| Some((before, post.get(person)?)));
        let mut pairs: Vec<Pair> =
            both.map(|(before, after)| Pair { pre: before.per_cent(), post: after.per_cent() }).collect();
        pairs.sort_by(|a, b| a.pre.total_cmp(&b.pre).then(a.post.total_cmp(&b.post)));
        let gains: Vec<f64> = pairs.iter().map(|pair| pair.gain()).collect();
        let (mean_gain, sd) = (mean(&gains), deviation(&gains));
        let varied = mean_gain.zip(sd.filter(|sd| *sd > 0.0));
        Self {
            pre_only: pre.len() - pairs.len(),
            post_only: post.len() - pairs.len(),
            pre: mean(&pairs.iter().map(|pair| pair.pre).collect::<Vec<_>>()),
            post: mean(&pairs.iter().map(|pair| pair.post).collect::<Vec<_>>()),
            mean: mean_gain,
            sd,
            interval: varied.and_then(|(mean, sd)| Interval::around(mean, sd, pairs.len())),
            d_z: varied.map(|(mean, sd)| mean / sd),
            pairs,
        }
    }
}

impl Interval {
    /// Student's t with n − 1 degrees of freedom (Student 1908, *Biometrika* 6, 1–25).
    fn around(mean: f64, sd: f64, n: usize) -> Option<Self> {
        let t = StudentsT::new(0.0, 1.0, n.checked_sub(1)? as f64).ok()?.inverse_cdf(0.975);
        let half = t * sd / (n as f64).sqrt();
        Some(Self { low: mean - half, high: mean + half })
    }
}
