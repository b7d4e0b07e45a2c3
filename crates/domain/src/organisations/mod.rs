//! Organisations: ministries, their networks of services, hospitals, courts, schools, associations. People keep what they wrote of where
//! they work; a text belongs to the organisation that bears it as one of its names. It must not know who may keep one.

mod alike;
mod kind;
mod known;
mod logo;
mod name;
mod seat;

pub use alike::{ALIKE, Likeness};
pub use kind::OrganisationKind;
pub use known::{Claim, DEEPEST, Known, Merged, OrganisationCard, Registered};
pub use logo::{LARGEST_LOGO, LOGO_SHOWN, Logo, LogoFault, LogoFormat, WIDEST_LOGO};
pub use name::{LONGEST_NAME, MOST_NAMES, organisation_name};
pub use seat::Seat;
