//! The names by which facts point at things. Most are UUIDs; what a programme's authors write by hand is a short code.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

macro_rules! uuid_id {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.as_hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(s: &str) -> Result<Self, uuid::Error> {
                Uuid::parse_str(s).map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )*};
}

uuid_id! {
    /// One fact of the journal; a UUIDv7, so that ids sort by the time they were made.
    FactId,
    /// One server, or one database that several servers share.
    NodeId,
    /// What a page or phone made to name one wish, so that a wish sent twice is carried out once.
    CommandId,
    PersonId,
    CohortId,
    EnrolmentId,
    ProgrammeVersionId,
    AttemptId,
    CertificateId,
    GrantId,
    ErasureId,
    /// What staff granted one person at a quiz.
    AllowanceId,
    /// An attempt marked anew: by a reader, or after a question was mended.
    MarkingId,
    /// What staff wrote to a person about her attempt.
    CommentId,
    /// Somebody's wish to be in a cohort, or an organisation's that she be in it.
    ApplicationId,
    /// What whoever runs a cohort wrote to all of it.
    AnnouncementId,
    /// A list of people that was sent for a cohort.
    ImportId,
    /// An organisation asked to name people for a cohort.
    NominationCallId,
    /// A guideline or another document of a cohort's library, over all its versions.
    DocumentId,
    /// A ministry, a hospital, a court, an association: where people work.
    OrganisationId,
    /// One time for which somebody who helps sees what a person sees.
    SupportId,
}

macro_rules! code_id {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(code: &str) -> Self {
                Self(code.to_owned())
            }
        }
    )*};
}

code_id! {
    /// An activity inside a programme. 2 to 24 of `a-z 0-9 -`; a neutral word, since it shows in addresses.
    ActivityId,
    /// A topic inside a programme, written as an activity's id is.
    TopicId,
    /// A day inside a programme, written as an activity's id is.
    DayId,
    /// One way to spread a programme's activities over days, written as an activity's id is.
    ScheduleId,
    /// A question inside a quiz, written as an activity's id is.
    QuestionId,
    /// A choice inside a question: one or two small letters or digits.
    ChoiceId,
    /// Something that people can do after a programme.
    CompetenceId,
    /// A drawing of a programme.
    FigureId,
    /// A sheet of a programme, or an entry of one: a rubric, a role play, a term, a norm, a criterion.
    SheetId,
}

/// Whether `code` may name an activity, topic, day or question: 2 to 24 of `a-z`, `0-9` and `-`.
pub fn is_code(code: &str) -> bool {
    (2..=24).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
