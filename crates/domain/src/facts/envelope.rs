//! The envelope of every fact. It must not know what the kinds mean.

use super::{Clock, Digest};
use crate::Moment;
use crate::ids::{CohortId, FactId, NodeId, OrganisationId, PersonId, ProgrammeVersionId};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// Who wrote a fact down: a node, and which life of it. Restoring a backup begins a new epoch, so that a sequence number
/// that other nodes may hold is never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Origin {
    pub node: NodeId,
    /// 1 in the first life of a node; in a later one the second since 1970 in which it began.
    pub epoch: u32,
}

/// Whom or what a fact is about, and whose rows it changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Subject {
    Site,
    Person(PersonId),
    Cohort(CohortId),
    Programme(ProgrammeVersionId),
    Organisation(OrganisationId),
}

#[derive(Debug, thiserror::Error)]
#[error("«{0}» is no subject of facts")]
pub struct UnknownSubject(pub String);

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Site => f.write_str("site"),
            Self::Person(id) => write!(f, "person:{id}"),
            Self::Cohort(id) => write!(f, "cohort:{id}"),
            Self::Programme(id) => write!(f, "programme:{id}"),
            Self::Organisation(id) => write!(f, "organisation:{id}"),
        }
    }
}

impl FromStr for Subject {
    type Err = UnknownSubject;
    fn from_str(s: &str) -> Result<Self, UnknownSubject> {
        let unknown = || UnknownSubject(s.to_owned());
        if s == "site" {
            return Ok(Self::Site);
        }
        let (what, id) = s.split_once(':').ok_or_else(unknown)?;
        let id = Uuid::parse_str(id).map_err(|_| unknown())?;
        match what {
            "person" => Ok(Self::Person(PersonId(id))),
            "cohort" => Ok(Self::Cohort(CohortId(id))),
            "programme" => Ok(Self::Programme(ProgrammeVersionId(id))),
            "organisation" => Ok(Self::Organisation(OrganisationId(id))),
            _ => Err(unknown()),
        }
    }
}

impl TryFrom<String> for Subject {
    type Error = UnknownSubject;
    fn try_from(s: String) -> Result<Self, UnknownSubject> {
        s.parse()
    }
}

impl From<Subject> for String {
    fn from(subject: Subject) -> String {
        subject.to_string()
    }
}

/// A fact as it stands in the journal and travels between nodes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    pub id: FactId,
    #[serde(flatten)]
    pub origin: Origin,
    /// From 1, without gaps within an origin.
    pub seq: u64,
    /// The wall clock of the node that wrote it down.
    pub at: Moment,
    pub clock: Clock,
    /// Who did it; none where the site itself did.
    pub actor: Option<PersonId>,
    pub about: Subject,
    /// What happened, with the version of its payload: `answer.saved/1`.
    pub kind: String,
    /// None once redacted.
    #[serde(flatten)]
    pub payload: Option<Payload>,
    pub digest: Digest,
    pub chain: Digest,
}

/// What redaction removes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payload {
    /// 16 random bytes as 32 hexadecimal digits.
    pub salt: String,
    /// The payload's JSON, to the byte as digested.
    #[serde(rename = "payload")]
    pub json: String,
}

impl Fact {
    /// The order in which the facts of one subject are folded: the same on every node.
    pub fn order(&self) -> (Clock, Origin, FactId) {
        (self.clock, self.origin, self.id)
    }
}
