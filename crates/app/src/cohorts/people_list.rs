//! Which people of a cohort are looked at, and in which order: the same for the page and for the file.

use super::PersonRow;
use domain::ids::PersonId;
use domain::people::{Sector, likened};
use std::cmp::Reverse;

/// People on one page.
pub const PEOPLE_ON_PAGE: usize = 50;

/// How far somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    NeedsAHand,
    /// Has not begun anything.
    NotBegun,
    /// Began, and has not completed.
    OnTheWay,
    Completed,
    Certified,
}

impl Standing {
    pub const ALL: [Self; 5] = [Self::NeedsAHand, Self::NotBegun, Self::OnTheWay, Self::Completed, Self::Certified];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::NeedsAHand => "needs",
            Self::NotBegun => "not_begun",
            Self::OnTheWay => "on_the_way",
            Self::Completed => "completed",
            Self::Certified => "certified",
        }
    }

    fn is(self, row: &PersonRow) -> bool {
        match self {
            Self::NeedsAHand => row.needs.is_some(),
            Self::NotBegun => !row.begun,
            Self::OnTheWay => row.begun && !row.completed,
            Self::Completed => row.completed,
            Self::Certified => row.certificate.as_ref().is_some_and(|it| it.revoked.is_none()),
        }
    }
}

impl std::str::FromStr for Standing {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|it| it.as_str() == word).ok_or(())
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    Name,
    /// Who has done least first.
    Progress,
    /// Who was last here longest ago first.
    Seen,
    /// The best mark first.
    Mark,
    /// By department, then municipality.
    Place,
}

impl Order {
    pub const ALL: [Self; 5] = [Self::Name, Self::Progress, Self::Seen, Self::Mark, Self::Place];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Progress => "progress",
            Self::Seen => "seen",
            Self::Mark => "mark",
            Self::Place => "place",
        }
    }
}

impl std::str::FromStr for Order {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|it| it.as_str() == word).ok_or(())
    }
}

/// What is asked of a list of people. Each part that is empty asks nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeopleAsked {
    /// In her name or her organisation, without accents and capitals.
    pub text: String,
    pub sector: Option<Sector>,
    /// 1 to 22; 0 is who said none.
    pub department: Option<u8>,
    pub standing: Option<Standing>,
    /// One person alone.
    pub person: Option<PersonId>,
    pub order: Order,
}

impl PeopleAsked {
    pub fn of<'a>(&self, all: &'a [PersonRow]) -> Vec<&'a PersonRow> {
        let text = likened(&self.text);
        let asked = |row: &&PersonRow| {
            let named = || likened(row.name.as_str()).contains(&text) || likened(&row.organisation).contains(&text);
            (text.is_empty() || named())
                && self.sector.is_none_or(|sector| row.sector == Some(sector))
                && self.department.is_none_or(|code| department(row) == code)
                && self.standing.is_none_or(|standing| standing.is(row))
                && self.person.is_none_or(|person| row.person == person)
        };
        // They come by name; what follows keeps that order among equals.
        let mut rows: Vec<&PersonRow> = all.iter().filter(asked).collect();
        match self.order {
            Order::Name => {}
            Order::Progress => rows.sort_by_key(|row| row.done),
            Order::Seen => rows.sort_by_key(|row| row.seen.unwrap_or(domain::Moment(0))),
            Order::Mark => rows.sort_by_key(|row| Reverse(row.best)),
            Order::Place => rows.sort_by_key(|row| row.municipality.unwrap_or(u16::MAX)),
        }
        rows
    }
}

/// 1 to 22; 0 is no data.
fn department(row: &PersonRow) -> u8 {
    row.municipality.and_then(|code| u8::try_from(code / 100).ok()).unwrap_or(0)
}
