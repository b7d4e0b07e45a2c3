//! What the facts about a person say of those who looked at her pages to help her.

use crate::Moment;
use crate::access::Role;
use crate::ids::{PersonId, SupportId};
use serde::{Deserialize, Serialize};

/// Somebody to whom she gave a code sees what she sees, and can change nothing. It ends by itself at `until`; only an end before that
/// is a fact of its own. About the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportBegun {
    pub support: SupportId,
    pub helper: PersonId,
    /// By which of her roles the helper was let in.
    pub role: Role,
    /// By the server's clock.
    pub until: Moment,
}

/// It ended before its time. About the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportEnded {
    pub support: SupportId,
    pub by: SupportEndedBy,
}

/// Who ended it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SupportEndedBy {
    /// Whose pages they were.
    Person,
    Helper,
}

impl SupportEndedBy {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Helper => "helper",
        }
    }
}
