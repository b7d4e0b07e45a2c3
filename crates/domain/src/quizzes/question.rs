//! A quiz and its questions, as written.

use crate::ids::{ChoiceId, QuestionId};
use crate::moment::Span;
use crate::programmes::Review;
use crate::{Moment, Text};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quiz {
    pub counting: Counting,
    /// Pass mark in per cent, 1 to 100. For a practice quiz it is shown and decides nothing.
    pub pass: u8,
    /// How many attempts a person has; 0 is without limit.
    #[serde(default)]
    pub attempts: u16,
    /// How long an attempt takes at most, in minutes, 1 to 240; none is without limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_limit: Option<u16>,
    pub questions: Vec<Question>,
}

/// Whether a quiz decides anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    /// Feedback at once after each answer; done when handed in.
    Practice,
    /// Feedback when handed in; done when passed.
    Gate,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    pub id: QuestionId,
    /// Markdown.
    pub stem: Text,
    #[serde(flatten)]
    pub kind: QuestionKind,
    pub difficulty: Difficulty,
    #[serde(default)]
    pub review: Review,
}

/// The forms that a question takes. Each marks itself in `mark.rs`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum QuestionKind {
    /// Two to eight choices, exactly one of them right.
    SingleChoice { choices: Vec<Choice> },
    /// Two choices, in the order true, false; exactly one of them right.
    TrueFalse { choices: Vec<Choice> },
}

impl QuestionKind {
    pub fn choices(&self) -> &[Choice] {
        match self {
            Self::SingleChoice { choices } | Self::TrueFalse { choices } => choices,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    pub id: ChoiceId,
    pub text: Text,
    #[serde(default)]
    pub right: bool,
    /// What someone who chose this learns from it.
    pub feedback: Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Difficulty {
    Basic,
    Applied,
    Demanding,
}

/// What a person answers to one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    Choice(ChoiceId),
}

/// How long after the time is over an answer still counts: between pressing and sending, and for clocks that differ a little.
pub const GRACE: Span = Span::seconds(30);

impl Quiz {
    /// When the time of an attempt is over; none where there is no limit.
    pub fn time_over(&self, begun: Moment) -> Option<Moment> {
        self.time_limit.map(|minutes| begun + Span::minutes(i64::from(minutes)))
    }

    /// Whether what was done at that moment came too late to count.
    pub fn is_too_late(&self, begun: Moment, done: Moment) -> bool {
        self.time_over(begun).is_some_and(|over| done > over + GRACE)
    }

    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id.as_str() == id)
    }
}

impl Question {
    /// Whether the answer is one that this question offers.
    pub fn accepts(&self, answer: &Answer) -> bool {
        match answer {
            Answer::Choice(id) => self.kind.choices().iter().any(|choice| choice.id == *id),
        }
    }

    pub fn choice(&self, id: &ChoiceId) -> Option<&Choice> {
        self.kind.choices().iter().find(|choice| choice.id == *id)
    }
}
