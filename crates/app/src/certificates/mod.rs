//! The constancia de participación: issuing, showing, verifying, revoking, printing.

mod certificate;
mod issue_certificate;
mod print;
mod revoke_certificate;
mod verify;

pub use certificate::{CertificateCard, CertificateDocument};
pub use issue_certificate::IssueRefused;
pub use revoke_certificate::RevokeRefused;
pub use verify::{Verification, Verified};
