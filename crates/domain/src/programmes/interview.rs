//! An interview that is practised with a character who does not exist: what the interviewer knows, what the character tells to
//! whom asks well, and what she answers. It must not know how it is played or judged.

use super::About;
use crate::Text;
use crate::ids::SheetId;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interview {
    pub about: About,
    pub kind: InterviewKind,
    /// Of the character, in years: 3 to 17.
    pub age: u8,
    /// What the interviewer knows before she begins, as Markdown.
    pub brief: Text,
    /// Who the character is, as Markdown: for the adult who plays her.
    pub character: Text,
    /// The character's first words.
    pub opening: Text,
    pub details: Vec<Detail>,
    /// Several for each move.
    pub replies: Vec<Reply>,
    /// What to talk over afterwards, as Markdown.
    pub debrief: Text,
}

/// What makes the interview what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InterviewKind {
    Neutral,
    Reluctance,
    Silence,
    Distress,
    Interpreter,
    Retraction,
}

/// A piece of the story in the character's words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Detail {
    pub id: SheetId,
    pub text: Text,
    pub opens: Opens,
    /// What was asked about; always there but for an invitation.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub cue: Text,
}

/// What opens a piece of the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Opens {
    Invitation,
    Cue,
    Directive,
}

/// What the character says when no piece of the story opens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    pub to: Move,
    pub text: Text,
}

/// What an interviewer may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Move {
    Invitation,
    Cue,
    Directive,
    Option,
    Suggestive,
    Support,
    Silence,
}

impl InterviewKind {
    pub const ALL: [Self; 6] =
        [Self::Neutral, Self::Reluctance, Self::Silence, Self::Distress, Self::Interpreter, Self::Retraction];

    /// Its name in packages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Reluctance => "reluctance",
            Self::Silence => "silence",
            Self::Distress => "distress",
            Self::Interpreter => "interpreter",
            Self::Retraction => "retraction",
        }
    }
}

impl Opens {
    pub const ALL: [Self; 3] = [Self::Invitation, Self::Cue, Self::Directive];

    /// Its name in packages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Cue => "cue",
            Self::Directive => "directive",
        }
    }
}

impl Move {
    pub const ALL: [Self; 7] =
        [Self::Invitation, Self::Cue, Self::Directive, Self::Option, Self::Suggestive, Self::Support, Self::Silence];

    /// Its name in packages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Cue => "cue",
            Self::Directive => "directive",
            Self::Option => "option",
            Self::Suggestive => "suggestive",
            Self::Support => "support",
            Self::Silence => "silence",
        }
    }
}
