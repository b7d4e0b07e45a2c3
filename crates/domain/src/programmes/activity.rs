//! One thing to do in a programme.

use super::{Discussion, Lecture, Video};
use crate::Text;
use crate::ids::{ActivityId, TopicId};
use crate::quizzes::Quiz;
use serde::{Deserialize, Serialize};

/// One thing to do: a lesson to read, a lecture to follow, a video to watch, something to discuss, a quiz to take.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Activity {
    pub id: ActivityId,
    pub topic: TopicId,
    pub title: Text,
    /// One or two sentences for Hoy and Programa: what it is about and what it is good for.
    pub summary: Text,
    /// How long it takes most people, in minutes: 1 to 240.
    pub minutes: u16,
    /// Words of the content notice; empty where the content is not heavy.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub notice: Text,
    #[serde(default)]
    pub review: Review,
    pub body: Body,
}

impl Activity {
    pub fn channel(&self) -> Channel {
        match self.body {
            Body::Lesson(_) => Channel::Lesson,
            Body::Lecture(_) => Channel::Lecture,
            Body::Video(_) => Channel::Video,
            Body::Discussion(_) => Channel::Forum,
            Body::Quiz(_) => Channel::Practice,
        }
    }

    pub fn quiz(&self) -> Option<&Quiz> {
        match &self.body {
            Body::Quiz(quiz) => Some(quiz),
            _ => None,
        }
    }
}

impl Activity {
    pub(super) fn quiz_mut(&mut self) -> Option<&mut Quiz> {
        match &mut self.body {
            Body::Quiz(quiz) => Some(quiz),
            _ => None,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Body {
    Lesson(Lesson),
    Lecture(Lecture),
    Video(Video),
    Discussion(Discussion),
    Quiz(Quiz),
}

/// A text to read, as Markdown (CommonMark; raw HTML is not allowed).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lesson {
    pub markdown: Text,
}

/// One page that is printed and kept at hand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JobAid {
    pub title: Text,
    pub markdown: Text,
    #[serde(default)]
    pub review: Review,
}

/// Whether a professional still has to check what is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Review {
    #[default]
    Done,
    Needed,
}

/// The thread colour of an activity: by which channel it reaches people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    Lesson,
    Lecture,
    Video,
    Forum,
    Live,
    Practice,
    Room,
}

/// In which way time is spent: as a certificate states hours, and a completion rule asks for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// On one's own, at any time.
    OwnTime,
    /// Live, at a distance.
    Live,
    /// Face to face.
    InPerson,
}

impl Channel {
    /// What is there at any time is one's own time, whoever made it; only what happens at an hour or in a place is not.
    pub fn modality(self) -> Modality {
        match self {
            Self::Lesson | Self::Lecture | Self::Video | Self::Forum | Self::Practice => Modality::OwnTime,
            Self::Live => Modality::Live,
            Self::Room => Modality::InPerson,
        }
    }

    /// The name used in style sheets: `--thread-lesson`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Lesson => "lesson",
            Self::Lecture => "lecture",
            Self::Video => "video",
            Self::Forum => "forum",
            Self::Live => "live",
            Self::Practice => "practice",
            Self::Room => "room",
        }
    }

    /// The thread's colour on white, `#rrggbb`. The same in the style sheet and on paper.
    pub fn colour(self) -> &'static str {
        match self {
            Self::Lesson => "#2b3a8c",
            Self::Lecture => "#6b3fa0",
            Self::Video => "#1f78ad",
            Self::Forum => "#0f7a5a",
            Self::Live => "#b3243b",
            Self::Practice => "#d08a12",
            Self::Room => "#a9542a",
        }
    }
}
