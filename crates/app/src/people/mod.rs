//! People: joining, choosing, taking one's data along, being erased.

mod agreements;
mod ask_erasure;
mod carry_out_erasure;
mod choose_language;
mod describe;
pub(crate) mod erasures;
mod identity_number;
mod join;
mod join_page;
mod my_data;
mod name_staff;
mod rename;
mod roles;
mod who;

pub use agreements::{CONDUCT, CONSENT, Signature, Signed, agreement_html};
pub use ask_erasure::AskErasureRefused;
pub use carry_out_erasure::CarryOutRefused;
pub use describe::{DescribeRefused, MyProfile};
pub use erasures::{ErasureCard, PendingErasure};
pub use identity_number::{IdentityKey, IdentityNumber, NotAKey};
pub(crate) use join::admit;
pub use join::{Field, Join, JoinRefused, Joined, Outcome, SameName};
pub use join_page::JoinPage;
pub use my_data::MyData;
pub use name_staff::{NameStaff, NameStaffRefused, NamedStaff};
pub use rename::RenameRefused;
pub use roles::{FoundPeople, GiveRole, GrantRow, PersonPage, RoleRefused};
pub use who::{Who, WhoField, WhoForm};
