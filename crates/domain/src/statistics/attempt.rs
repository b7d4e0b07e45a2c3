//! What the item statistics are made from: one attempt a person, question by question, as it was marked.

use super::Score;
use crate::ids::QuestionId;
use std::collections::{BTreeMap, BTreeSet};

/// A person's first submitted attempt at a quiz, with every question that it asked. Later attempts are made by people who have
/// seen the feedback, and an attempt in which something is still to be marked has no score yet: the caller leaves both out.
#[derive(Clone, Debug, PartialEq)]
pub struct FirstAttempt {
    responses: BTreeMap<QuestionId, Response>,
    total: Score,
}

/// What one person did with one question that she was asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    pub score: Score,
    /// The options that she chose, by a key that names each within its question: several where several may be chosen, none where
    /// the question has no options. `None` is another thing: she left the question unanswered.
    pub chosen: Option<BTreeSet<String>>,
}

impl Response {
    /// An answer with the options that she chose; without any where the question has no options.
    pub fn answered<'a>(score: Score, chosen: impl IntoIterator<Item = &'a str>) -> Self {
        Self { score, chosen: Some(chosen.into_iter().map(str::to_owned).collect()) }
    }

    /// Asked and left unanswered: 0 of `max` points; none where `max` is no worth for a question, see [`Score::of`].
    pub fn unanswered(max: impl Into<f64>) -> Option<Self> {
        Some(Self { score: Score::of(0.0, max)?, chosen: None })
    }
}

impl FirstAttempt {
    /// Takes every question that was *asked*, answered or not; one that she never met is left out. Each stands once. None where
    /// nothing was asked: such an attempt says nothing and has no score.
    pub fn of(asked: impl IntoIterator<Item = (QuestionId, Response)>) -> Option<Self> {
        let responses: BTreeMap<QuestionId, Response> = asked.into_iter().collect();
        let total = Score::sum(responses.values().map(|response| response.score))?;
        Some(Self { responses, total })
    }

    pub fn responses(&self) -> &BTreeMap<QuestionId, Response> {
        &self.responses
    }

    /// All points of all questions that it asked.
    pub fn total(&self) -> Score {
        self.total
    }

    /// The part reached of all but one of its questions, 0 to 1; none where nothing else was asked.
    pub(super) fn rest(&self, without: &QuestionId) -> Option<f64> {
        let one = self.responses.get(without).filter(|_| self.responses.len() > 1)?.score;
        Some((self.total.points() - one.points()) / (self.total.max() - one.max()))
    }
}
