//! Organisations: who administers the site keeps them and says which are the same; who runs a cohort reads them. What people wrote of
//! where they work is never changed: a text belongs to the organisation that bears it as one of its names.

mod add_name;
mod form;
mod keep;
mod known;
mod list;
mod logo;
mod merge;
mod page;
mod sorting;

pub use add_name::{AddName, AddNameRefused};
pub use domain::organisations::{Known, OrganisationCard};
pub use form::{OrganisationField, OrganisationForm};
pub use keep::{
    KeepManyRefused, KeepOrganisation, KeepOrganisationRefused, KeepOrganisations, LogoWish, MOST, Wanted,
    keep_organisations,
};
pub use known::known;
pub(crate) use known::offered;
pub use list::{OrganisationLine, OrganisationList};
pub use logo::LogoContent;
pub use merge::{MergeOrganisation, MergeRefused, SeparateOrganisation};
pub use page::{Change, Changed, DoubleOf, OrganisationPage, WhatChanged};
pub use sorting::{MayBeOne, Sorting, WrittenText};

use crate::access::Visitor;
use domain::access::Role;

/// Who reads organisations: whoever administers the site, and whoever runs a cohort.
fn reads(visitor: &Visitor) -> bool {
    visitor.grants.is_administrator() || visitor.grants.has(Role::Coordinator)
}
