//! The form by which someone joins: what it holds, what is wrong with it, and its page. It must not know how joining is
//! carried out.

use crate::dates;
use crate::page::{Frame, Place};
use app::access::Visitor;
use app::people::{Field, JoinPage};
use askama::Template;
use domain::people::{Department, NameRefused, Sector, departments};
use serde::Deserialize;
use uuid::Uuid;
use words::Words;

#[derive(Clone, Default, Deserialize)]
pub struct Written {
    pub command: Option<Uuid>,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub sector: String,
    #[serde(default)]
    pub organisation: String,
    #[serde(default)]
    pub municipality: String,
    #[serde(default)]
    pub language: String,
    #[serde(default)]
    pub consent: String,
    /// `another`: she was asked, and is another person with a name that is taken.
    #[serde(default)]
    pub same_name: String,
}

pub struct SectorOption {
    pub code: &'static str,
    pub name: String,
}

/// What stands beside one field, and in the summary above: empty for a field that is well.
#[derive(Default)]
pub struct Problems {
    pub name: String,
    pub sector: String,
    pub organisation: String,
    pub municipality: String,
    pub language: String,
    pub consent: String,
}

#[derive(Template)]
#[template(path = "public/join.html")]
pub struct JoinForm {
    pub frame: Frame,
    pub action: String,
    pub card: Card,
    pub consent_version: &'static str,
    pub written: Written,
    pub problems: Problems,
    pub sectors: Vec<SectorOption>,
    pub departments: &'static [Department],
    /// The name of whoever is signed in on this phone.
    pub already: String,
}

/// What she is about to join.
pub struct Card {
    pub name: String,
    pub programme: String,
    pub summary: String,
    pub dates: String,
    pub organisation: String,
    pub hours: String,
}

/// «Are you that person?»
#[derive(Template)]
#[template(path = "public/join_same_name.html")]
pub struct SameNameQuestion {
    pub frame: Frame,
    pub action: String,
    pub written: Written,
}

impl JoinForm {
    pub fn new(w: &'static Words, visitor: Option<Visitor>, page: JoinPage, mut written: Written) -> Self {
        let language = w.language();
        if written.language.is_empty() {
            written.language = language.to_owned();
        }
        let already = visitor.as_ref().map_or_else(String::new, |visitor| visitor.name.as_str().to_owned());
        let card = page.card;
        Self {
            frame: Frame::new(w, visitor, Place::None, w.join_title()),
            action: format!("/c/{}", card.join_code),
            card: Card {
                name: card.name,
                programme: card.programme.get(language).to_owned(),
                summary: card.summary.get(language).to_owned(),
                dates: dates::from_to(&card.starts, &card.ends, language),
                organisation: card.organisation,
                hours: super::hours(w, card.hours),
            },
            consent_version: page.consent_version,
            written,
            problems: Problems::default(),
            sectors: Sector::ALL
                .into_iter()
                .map(|sector| SectorOption { code: sector.as_str(), name: sector_name(w, sector) })
                .collect(),
            departments: departments(),
            already,
        }
    }

    /// Names what must be corrected; what she wrote stays.
    pub fn with(mut self, fields: &[Field]) -> Self {
        let (w, problems) = (self.frame.w, &mut self.problems);
        for field in fields {
            match field {
                Field::Name(NameRefused::TooShort) => problems.name = w.join_problem_name_short(),
                Field::Name(NameRefused::TooLong) => problems.name = w.join_problem_name_long(),
                Field::Name(NameRefused::Unprintable) => problems.name = w.join_problem_name_marks(),
                Field::Sector => problems.sector = w.join_problem_sector(),
                Field::Organisation => problems.organisation = w.join_problem_organisation(),
                Field::Municipality => problems.municipality = w.join_problem_municipality(),
                Field::Language => problems.language = w.join_problem_language(),
                Field::Consent => problems.consent = w.join_problem_consent(),
            }
        }
        self
    }

    fn is_chosen(&self, municipality: &u16) -> bool {
        self.written.municipality.parse() == Ok(*municipality)
    }

    /// The problems in the order of the fields, each with the field's id, for the summary.
    fn summary(&self) -> Vec<(&'static str, &str)> {
        let problems = &self.problems;
        [
            ("name", &problems.name),
            ("sector", &problems.sector),
            ("organisation", &problems.organisation),
            ("municipality", &problems.municipality),
            ("language", &problems.language),
            ("consent", &problems.consent),
        ]
        .into_iter()
        .filter(|(_, problem)| !problem.is_empty())
        .map(|(id, problem)| (id, problem.as_str()))
        .collect()
    }
}

fn sector_name(w: &Words, sector: Sector) -> String {
    match sector {
        Sector::Health => w.join_sector_health(),
        Sector::Justice => w.join_sector_justice(),
        Sector::Psychosocial => w.join_sector_psychosocial(),
        Sector::Education => w.join_sector_education(),
        Sector::Other => w.join_sector_other(),
    }
}
