//! Cohorts as staff see and run them.

mod cards;
mod desk;
mod library;
mod make_entry_link_for;
mod make_slips;
mod open_cohort;
mod people_list;
mod review;

pub use cards::{CohortCard, SomeCohorts, VersionCard};
pub(crate) use cards::{card, version_cards};
pub use desk::{CohortPage, Funnel, Need, PersonRow};
pub use library::CohortLibrary;
pub use make_slips::{SLIPS_AT_ONCE, SlipCard, SlipsFor};
pub(crate) use open_cohort::line;
pub use open_cohort::{CohortField, OpenCohort, OpenCohortRefused};
pub use people_list::{Order, PEOPLE_ON_PAGE, PeopleAsked, Standing};
pub use review::ReviewPage;
