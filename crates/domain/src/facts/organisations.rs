//! What the facts about an organisation say. None of them changes what people wrote of where they work.

use crate::ids::OrganisationId;
use crate::organisations::{Logo, OrganisationKind, Seat};
use crate::people::Sector;
use serde::{Deserialize, Serialize};

/// The organisation as it stands from now on, whole. About the organisation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OrganisationKept {
    pub organisation: OrganisationId,
    pub name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_names: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<Sector>,
    pub kind: OrganisationKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<OrganisationId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seat: Option<Seat>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<Logo>,
}

/// The organisation is the same as another, which stands for both from now on. About the one that was the double.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationMerged {
    pub organisation: OrganisationId,
    pub into: OrganisationId,
    pub reason: String,
}

/// It was no double: it stands for itself again. About the one that had been merged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationSeparated {
    pub organisation: OrganisationId,
    pub reason: String,
}
