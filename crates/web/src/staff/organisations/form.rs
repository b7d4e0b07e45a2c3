//! The form about an organisation: its fields as they stand or as they were typed, and what is to be mended beside each.

use super::words_for::kind;
use crate::dates;
use crate::learner::sector;
use app::organisations::{OrganisationField, OrganisationForm};
use domain::organisations::{DEEPEST, LARGEST_LOGO, LogoFault, MOST_NAMES, OrganisationKind, WIDEST_LOGO};
use domain::people::{Department, Sector, departments};
use words::Words;

pub struct FormView {
    pub action: String,
    pub button: String,
    pub written: OrganisationForm,
    pub kinds: Vec<(&'static str, String)>,
    pub sectors: Vec<(&'static str, String)>,
    pub departments: &'static [Department],
    pub names: Vec<String>,
    pub has_logo: bool,
    pub remove_logo: bool,
    /// Beside which field, and what.
    pub problems: Vec<(&'static str, String)>,
    pub largest: usize,
    pub largest_words: String,
    pub large: String,
}

impl FormView {
    pub fn new(
        w: &Words,
        (action, button): (String, String),
        written: OrganisationForm,
        names: Vec<String>,
        refused: &[OrganisationField],
    ) -> Self {
        let largest_words = dates::size(LARGEST_LOGO, w.language());
        Self {
            action,
            button,
            written,
            kinds: OrganisationKind::ALL.iter().map(|it| (it.as_str(), kind(w, *it))).collect(),
            sectors: Sector::ALL.map(|it| (it.as_str(), sector(w, Some(it)))).into(),
            departments: departments(),
            names,
            has_logo: false,
            remove_logo: false,
            problems: refused.iter().map(|field| (field.name(), problem(w, field))).collect(),
            largest: LARGEST_LOGO,
            large: w.org_refused_logo_large(largest_words.as_str()),
            largest_words,
        }
    }

    /// All that is wrong with a field, in one text; empty where it is well.
    pub fn problem(&self, field: &str) -> String {
        let all: Vec<&str> =
            self.problems.iter().filter(|(name, _)| *name == field).map(|(_, words)| words.as_str()).collect();
        all.join(" ")
    }

    pub fn department(&self, code: &u8) -> bool {
        self.written.seat.trim() == code.to_string()
    }

    pub fn municipality(&self, code: &u16) -> bool {
        self.written.seat.trim() == code.to_string()
    }
}

fn problem(w: &Words, field: &OrganisationField) -> String {
    match field {
        OrganisationField::Name => w.org_refused_name(),
        OrganisationField::NameTaken(name) => w.org_refused_taken(name.as_str()),
        OrganisationField::OtherName(line) => w.org_refused_other_name(line.as_str()),
        OrganisationField::OtherNames => w.org_refused_other_names(MOST_NAMES),
        OrganisationField::OtherNameTaken(line, name) => w.org_refused_other_taken(line.as_str(), name.as_str()),
        OrganisationField::Sector => w.org_refused_sector(),
        OrganisationField::Kind => w.org_refused_kind(),
        OrganisationField::Parent => w.org_refused_parent(),
        OrganisationField::ParentBelow => w.org_refused_parent_below(),
        OrganisationField::ParentDeep => w.org_refused_parent_deep(DEEPEST),
        OrganisationField::Seat => w.org_refused_seat(),
        OrganisationField::Logo(LogoFault::TooLarge) => {
            w.org_refused_logo_large(dates::size(LARGEST_LOGO, w.language()))
        }
        OrganisationField::Logo(LogoFault::TooWide) => w.org_refused_logo_wide(WIDEST_LOGO.to_string()),
        OrganisationField::Logo(LogoFault::UnknownFormat) => w.org_refused_logo_format(),
        OrganisationField::Logo(LogoFault::Broken) => w.org_refused_logo_broken(),
    }
}
