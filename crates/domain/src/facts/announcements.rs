//! What the facts about announcements say.

use crate::ids::{AnnouncementId, CohortId};
use serde::{Deserialize, Serialize};

/// Whoever runs a cohort writes to all of it. About the cohort.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnnouncementMade {
    pub announcement: AnnouncementId,
    pub cohort: CohortId,
    /// Plain text, its lines kept.
    pub text: String,
}

/// It is no longer shown. About the cohort.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnnouncementWithdrawn {
    pub announcement: AnnouncementId,
}
