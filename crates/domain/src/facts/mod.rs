//! Facts: what people did, written once. A fact is immutable; pages read tables that are the fold of the facts.
//!
//! Each fact is **about** one subject (a person, a cohort, a programme version, an organisation, the site), and the tables that follow from
//! it hold rows of that subject alone. So the whole state is, subject by subject, the fold of its facts in the order of
//! `(clock, node, id)`; where facts arrive late or are redacted, that one subject is folded again.

mod admission;
mod announcements;
mod chain;
mod clock;
mod envelope;
mod kinds;
mod organisations;
mod people;
mod support;

pub use admission::{AdmissionSet, NominationsCalled, NominationsClosed};
pub use announcements::{AnnouncementMade, AnnouncementWithdrawn};
pub use chain::{Digest, chained, digest_of, genesis};
pub use clock::{Clock, HybridClock, MAX_AHEAD};
pub use envelope::{Fact, Origin, Payload, Subject, UnknownSubject};
pub use kinds::*;
pub use organisations::{OrganisationKept, OrganisationMerged, OrganisationSeparated};
pub use people::{
    Agreement, ApplicationDecided, ApplicationMade, EnrolmentEnded, EnrolmentResumed, PersonAgreed, PersonDescribed,
};
pub use support::{SupportBegun, SupportEnded, SupportEndedBy};
