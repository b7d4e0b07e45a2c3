//! What the facts about people say beyond their registration: who they are, what they agreed to, how they came into a cohort and left it.

use crate::cohorts::ApplicationState;
use crate::ids::{ApplicationId, CohortId, EnrolmentId, NominationCallId};
use crate::people::{Profile, Sector};
use serde::{Deserialize, Serialize};

/// Who she is and where she works, whole, as it stands from now on. About the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonDescribed {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<Sector>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub organisation: String,
    /// DDMM.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<u16>,
    pub profile: Profile,
}

/// She agreed to one of the texts that the site asks her to sign. About the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonAgreed {
    pub text: Agreement,
    /// Of the text: `2026-11`.
    pub version: String,
}

/// What people sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Agreement {
    /// How her data are used.
    Consent,
    /// How she treats children, families and colleagues, and what she keeps to herself.
    Conduct,
}

impl Agreement {
    pub const ALL: [Self; 2] = [Self::Consent, Self::Conduct];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::Conduct => "conduct",
        }
    }
}

impl std::str::FromStr for Agreement {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|it| it.as_str() == word).ok_or(())
    }
}

/// She asks to be in a cohort, waits for a place in it, or was named for one. About the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationMade {
    pub application: ApplicationId,
    pub cohort: CohortId,
    /// What an organisation was asked to name people by; none where she came by herself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<NominationCallId>,
    pub state: ApplicationState,
}

/// What became of an application. About the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationDecided {
    pub application: ApplicationId,
    pub state: ApplicationState,
    /// What she is told, in the words of whoever decided; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub word: String,
}

/// She is no longer in the cohort. What she did stays hers. About the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolmentEnded {
    pub enrolment: EnrolmentId,
    /// Why, in the words of whoever ended it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub word: String,
}

/// She is in the cohort again, as before. About the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolmentResumed {
    pub enrolment: EnrolmentId,
}
