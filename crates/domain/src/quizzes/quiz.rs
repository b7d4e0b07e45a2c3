//! A quiz as its authors wrote it: its questions, how many of them a person meets and in which order, and what she is shown.

use super::{Difficulty, Form, Question};
use crate::ids::TopicId;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quiz {
    pub counting: Counting,
    /// Pass mark in per cent, 1 to 100. Only a gate is decided by it.
    pub pass: u8,
    /// How many attempts a person has; 0 is without limit.
    #[serde(default)]
    pub attempts: u16,
    /// How long an attempt takes at most, in minutes, 1 to 240; none is without limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_limit: Option<u16>,
    /// All that it may ask. Without draws all of them are asked.
    pub questions: Vec<Question>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub draws: Vec<Draw>,
    #[serde(default, skip_serializing_if = "Shuffle::is_none")]
    pub shuffle: Shuffle,
    #[serde(default, skip_serializing_if = "Layout::is_one_by_one")]
    pub layout: Layout,
    /// When explanations are shown; by its counting where it does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feedback: Option<FeedbackAt>,
    #[serde(default, skip_serializing_if = "Reveal::is_usual")]
    pub reveal: Reveal,
    /// Days of the cohort between which attempts begin and answers count: 1 is its first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens: Option<u16>,
    /// It closes when this day ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes: Option<u16>,
    /// It is one of a pair of tests before and after, in parallel forms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parallel: Option<Parallel>,
}

/// Whether a quiz decides anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    /// Done when handed in, as often as she likes.
    Practice,
    /// Done when passed.
    Gate,
    /// Done when handed in; its mark tells what was learnt between two tests, and decides nothing about a person.
    Measurement,
}

/// So many questions, of those that fit and were not drawn before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draw {
    /// 1 to 200.
    pub count: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<TopicId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub difficulty: Option<Difficulty>,
}

/// What stands in another order for each attempt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shuffle {
    #[default]
    Nothing,
    Questions,
    Choices,
    Both,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    #[default]
    OneByOne,
    AllAtOnce,
}

/// When the explanations of a quiz are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FeedbackAt {
    /// After each answer.
    Once,
    /// When it is handed in.
    End,
    Never,
}

/// What she sees of an attempt that is handed in, besides her mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reveal {
    /// Nothing: the next person may meet the same questions.
    Mark,
    /// Her own answers, and what is said of them.
    #[default]
    Answers,
    /// Also what would have been right, once it is passed or no attempt is left.
    KeyAtEnd,
    /// Also what would have been right.
    Key,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parallel {
    /// What the two tests have in common: the same word in both.
    pub pair: String,
    pub side: Side,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    Before,
    After,
}

impl Quiz {
    /// A quiz that asks all of these questions in their order, and nothing else out of the ordinary.
    pub fn plain(counting: Counting, pass: u8, questions: Vec<Question>) -> Self {
        Self {
            counting,
            pass,
            attempts: 0,
            time_limit: None,
            questions,
            draws: Vec::new(),
            shuffle: Shuffle::Nothing,
            layout: Layout::OneByOne,
            feedback: None,
            reveal: Reveal::Answers,
            opens: None,
            closes: None,
            parallel: None,
        }
    }

    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id.as_str() == id)
    }

    pub fn feedback(&self) -> FeedbackAt {
        self.feedback.unwrap_or(match self.counting {
            Counting::Practice => FeedbackAt::Once,
            Counting::Gate => FeedbackAt::End,
            Counting::Measurement => FeedbackAt::Never,
        })
    }

    /// How many questions one attempt asks.
    pub fn length(&self) -> usize {
        let of = |form: Option<Form>| {
            let there = |question: &&Question| question.is_asked() && (form.is_none() || question.form == form);
            let all = self.questions.iter().filter(there).count();
            let drawn = self.draws.iter().map(|draw| usize::from(draw.count)).sum::<usize>();
            if self.draws.is_empty() { all } else { drawn.min(all) }
        };
        if self.parallel.is_some() { of(Some(Form::A)) } else { of(None) }
    }

    /// Whether an attempt that was handed in settles the activity, given whether it was passed.
    pub fn is_done_by(&self, passed: bool) -> bool {
        passed || self.counting != Counting::Gate
    }
}

impl Shuffle {
    fn is_none(&self) -> bool {
        *self == Self::Nothing
    }
    pub fn questions(self) -> bool {
        matches!(self, Self::Questions | Self::Both)
    }
    pub fn choices(self) -> bool {
        matches!(self, Self::Choices | Self::Both)
    }
}

impl Layout {
    fn is_one_by_one(&self) -> bool {
        *self == Self::OneByOne
    }
}

impl Reveal {
    fn is_usual(&self) -> bool {
        *self == Self::Answers
    }
}
