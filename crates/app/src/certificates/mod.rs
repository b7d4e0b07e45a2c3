//! The constancia de participación: issuing one or all, showing, verifying, revoking, putting another in its place, printing one or all.

mod certificate;
mod certificate_list;
mod issue_all;
mod issue_certificate;
mod print;
mod print_all;
mod reissue_certificate;
mod revoke_certificate;
mod verify;

pub use certificate::{CertificateCard, CertificateDocument};
pub use certificate_list::{CertificateList, ListedCertificate};
pub(crate) use issue_all::Issuing;
pub use issue_all::{IssueAllRefused, IssuingCard};
pub use issue_certificate::IssueRefused;
pub(crate) use print_all::Prints;
pub use print_all::{PrintedFile, PrintingCard, PrintingState, paper_name};
pub use reissue_certificate::{ReissueCertificate, ReissueRefused};
pub use revoke_certificate::RevokeRefused;
pub use verify::{Verification, Verified};
