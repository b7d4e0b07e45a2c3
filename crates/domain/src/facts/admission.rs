//! What the facts about a cohort say of who may come into it.

use crate::cohorts::Admission;
use crate::ids::{CohortId, NominationCallId};
use serde::{Deserialize, Serialize};

/// From now on people come into the cohort so. About the cohort.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdmissionSet {
    pub cohort: CohortId,
    pub admission: Admission,
}

/// An organisation is asked to name people for the cohort. About the cohort.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NominationsCalled {
    pub call: NominationCallId,
    pub cohort: CohortId,
    pub organisation: String,
    /// How many it may name.
    pub places: u16,
    /// What the organisation's link ends in.
    pub code: String,
}

/// The organisation may name nobody else; who was named stays named. About the cohort.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NominationsClosed {
    pub call: NominationCallId,
}
