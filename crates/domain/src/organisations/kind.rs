//! What an organisation is, in a short closed list that fits Guatemala.

use crate::people::words;
use serde::{Deserialize, Serialize};

words! {
    /// In the order of a form: health, justice and protection, education, the rest.
    OrganisationKind {
        Ministry = "ministry",
        /// A ministry's network of services: a health area, a departmental directorate, a district.
        Network = "network",
        Hospital = "hospital",
        HealthCentre = "health_centre",
        HealthPost = "health_post",
        /// Of peace, of first instance, of childhood; tribunals too.
        Court = "court",
        /// Of the Public Ministry, with its model of attention to victims.
        Prosecutor = "prosecutor",
        Police = "police",
        /// The Attorney General of the Nation, who represents children.
        AttorneyGeneral = "attorney_general",
        /// Forensic sciences.
        Forensic = "forensic",
        /// Another body of the State: who protects, attends to victims, or watches over rights.
        StateBody = "state_body",
        School = "school",
        University = "university",
        Municipality = "municipality",
        /// Associations, foundations, churches, cooperation.
        Ngo = "ngo",
        Other = "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_read_back() {
        assert!(OrganisationKind::ALL.iter().all(|it| it.as_str().parse() == Ok(*it)));
        assert_eq!("Hospital".parse::<OrganisationKind>(), Err(()));
    }
}
