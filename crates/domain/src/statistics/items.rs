//! How each question of a quiz behaves: how hard it is, whether it parts those who know from those who do not, and what draws
//! people away from the right option.

use super::numbers::{correlation, mean, rank};
use super::reliability::alpha;
use super::{FirstAttempt, NoAlpha, Response, Scores};
use crate::ids::QuestionId;
use std::collections::BTreeMap;

/// The item statistics of one quiz, over one attempt a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Items {
    /// The whole attempts, in points of 100 of what each was asked.
    pub scores: Scores,
    /// Cronbach's alpha, at most 1; below 0 where questions run against each other.
    pub alpha: Result<f64, NoAlpha>,
    /// The standard error of measurement, in points of 100; none where alpha is not defined.
    pub standard_error: Option<f64>,
    /// Every question that was asked at least once.
    pub questions: BTreeMap<QuestionId, Item>,
}

/// One question.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// How many people were asked it, 1 or more: the denominator of everything here.
    pub asked: usize,
    /// The mean part of its points that was reached, 0 to 1: near 1 it is easy. Unanswered counts as 0.
    pub facility: f64,
    /// The facility in the upper group less that in the lower group, −1 to 1; none where there are no two groups.
    pub discrimination: Option<f64>,
    /// The item-rest correlation, −1 to 1: of the question's score with the score of the other questions of the same attempt (the
    /// point-biserial correlation, corrected for the question's own part in the total). None below two attempts that asked
    /// anything else, or where either score does not vary.
    pub item_rest: Option<f64>,
    /// How many people are in the upper and in the lower group.
    pub groups: Option<Groups>,
    /// Each option that somebody chose; see [`Item::chose`] for those that nobody did.
    pub options: BTreeMap<String, Chosen>,
    /// Who left it unanswered.
    pub unanswered: Chosen,
}

/// How many people of those who were asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    pub all: usize,
    /// How many of them are in the upper and in the lower group; none where there are no two groups.
    pub groups: Option<Groups>,
}

/// People of the upper and of the lower group: by their whole score, the best and the weakest 27 % of those who were asked (Kelley
/// 1939, *Journal of Educational Psychology* 30, 17–24).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Groups {
    pub upper: usize,
    pub lower: usize,
}

impl Items {
    /// One attempt a person, her first: see [`FirstAttempt`].
    pub fn of(attempts: &[FirstAttempt]) -> Self {
        let scores: Vec<f64> = attempts.iter().map(|attempt| attempt.total().per_cent()).collect();
        let scores = Scores::of(&scores);
        let alpha = alpha(attempts);
        // Alpha is at most 1 but for rounding.
        let standard_error = alpha.ok().zip(scores.sd).map(|(alpha, sd)| sd * (1.0 - alpha).max(0.0).sqrt());
        let mut asked: BTreeMap<&QuestionId, Vec<Asked>> = BTreeMap::new();
        for attempt in attempts {
            for (question, response) in attempt.responses() {
                asked.entry(question).or_default().push(Asked { attempt, response });
            }
        }
        let questions = asked.into_iter().map(|(question, asked)| (question.clone(), Item::of(question, &asked)));
        Self { scores, alpha, standard_error, questions: questions.collect() }
    }
}

/// One attempt that asked the question in hand.
struct Asked<'a> {
    attempt: &'a FirstAttempt,
    response: &'a Response,
}

impl Item {
    fn of(question: &QuestionId, asked: &[Asked]) -> Self {
        let cuts = Cuts::of(asked);
        let nobody = Chosen { all: 0, groups: cuts.map(|_| Groups::default()) };
        let (mut everybody, mut unanswered, mut options) = (nobody, nobody, BTreeMap::new());
        for it in asked {
            everybody.count(cuts, it);
            match &it.response.chosen {
                None => unanswered.count(cuts, it),
                Some(keys) => {
                    for key in keys {
                        options.entry(key.clone()).or_insert(nobody).count(cuts, it);
                    }
                }
            }
        }
        let with_rest: Vec<(f64, f64)> =
            asked.iter().filter_map(|it| Some((it.response.score.share(), it.attempt.rest(question)?))).collect();
        Self {
            asked: asked.len(),
            facility: facility(asked.iter()).unwrap_or(0.0),
            discrimination: cuts.and_then(|cuts| {
                let upper = facility(asked.iter().filter(|it| cuts.is_upper(it)))?;
                Some(upper - facility(asked.iter().filter(|it| cuts.is_lower(it)))?)
            }),
            item_rest: correlation(&with_rest),
            groups: everybody.groups,
            options,
            unanswered,
        }
    }

    /// Who chose this option, also where nobody did.
    pub fn chose(&self, option: &str) -> Chosen {
        let nobody = Chosen { all: 0, groups: self.groups.map(|_| Groups::default()) };
        self.options.get(option).copied().unwrap_or(nobody)
    }
}

impl Chosen {
    fn count(&mut self, cuts: Option<Cuts>, it: &Asked) {
        self.all += 1;
        if let Some((groups, cuts)) = self.groups.as_mut().zip(cuts) {
            groups.upper += usize::from(cuts.is_upper(it));
            groups.lower += usize::from(cuts.is_lower(it));
        }
    }
}

/// The mean part of a question's points that was reached; none where nobody was asked.
fn facility<'a>(asked: impl Iterator<Item = &'a Asked<'a>>) -> Option<f64> {
    let shares: Vec<f64> = asked.map(|it| it.response.score.share()).collect();
    mean(&shares)
}

/// Whole scores at and beyond which a person is in the upper or in the lower group.
#[derive(Clone, Copy)]
struct Cuts {
    upper: i64,
    lower: i64,
}

impl Cuts {
    /// 27 % of those asked, rounded to whole people, at least one. Whoever has the same score as the last one who belongs to a group
    /// belongs to it too, so that chance parts nobody from her equals, and a group may be larger. None where both groups would
    /// then hold the same people.
    fn of(asked: &[Asked]) -> Option<Self> {
        let size = ((27 * asked.len() + 50) / 100).max(1);
        let mut scores: Vec<i64> = asked.iter().map(|it| whole_score(it)).collect();
        scores.sort_unstable();
        let lower = *scores.get(size - 1)?;
        let upper = *scores.get(scores.len().checked_sub(size)?)?;
        (upper > lower).then_some(Self { upper, lower })
    }

    fn is_upper(self, it: &Asked) -> bool {
        whole_score(it) >= self.upper
    }

    fn is_lower(self, it: &Asked) -> bool {
        whole_score(it) <= self.lower
    }
}

fn whole_score(it: &Asked) -> i64 {
    rank(it.attempt.total().per_cent())
}
