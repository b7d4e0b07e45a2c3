//! What a topic teaches with beside lessons and quizzes: lectures as slides, videos, prompts to discuss, drawings, and what whoever
//! teaches it needs. Texts are Markdown. It must not know how a slide looks.

use super::Review;
use crate::Text;
use crate::ids::{CompetenceId, FigureId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Slides in their order, each with what is said to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lecture {
    pub slides: Vec<Slide>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Slide {
    #[serde(default)]
    pub style: SlideStyle,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<FigureId>,
    /// What it shows.
    pub face: Text,
    /// The second column; empty where there is one.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub beside: Text,
    /// What is said while it stands: the transcript.
    pub said: Text,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SlideStyle {
    #[default]
    Plain,
    /// The first, with the lecture's name.
    Cover,
    /// One sentence.
    Statement,
    List,
    Columns,
    /// Something to think about before it goes on.
    Question,
    Figure,
}

impl SlideStyle {
    pub const ALL: [Self; 7] =
        [Self::Plain, Self::Cover, Self::Statement, Self::List, Self::Columns, Self::Question, Self::Figure];

    /// Its name in packages and style sheets.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Cover => "cover",
            Self::Statement => "statement",
            Self::List => "list",
            Self::Columns => "columns",
            Self::Question => "question",
            Self::Figure => "figure",
        }
    }
}

/// A video by its script: what is seen and what is heard, scene by scene.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Video {
    pub script: Text,
}

/// Something to think over with others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Discussion {
    pub prompt: Text,
}

/// A drawing made for the programme, by language as SVG that was checked: shapes and words, nothing that runs or loads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    pub id: FigureId,
    pub title: Text,
    /// What is seen in it, in words: its text alternative.
    pub description: Text,
    pub svg: BTreeMap<String, String>,
}

/// How a topic is taught: for those who teach it alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Guide {
    pub title: Text,
    pub markdown: Text,
    #[serde(default)]
    pub review: Review,
}

/// A work that a topic rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reference {
    pub cite: String,
    /// Of the work: a year, `2019-03` or `2019-03-13`.
    pub date: String,
    /// `https://…`; empty where none is known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// What it is used for here; may be empty.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub note: Text,
    #[serde(default)]
    pub review: Review,
}

/// Something that people can do after the programme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Competence {
    pub id: CompetenceId,
    pub title: Text,
}
