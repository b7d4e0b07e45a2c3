//! What the law says of a topic: norms with the day on which each was looked up, institutions, and the way that a case takes. It must
//! not know which day it is: that is an argument.

use super::Review;
use crate::Text;
use crate::ids::{SheetId, TopicId};
use serde::{Deserialize, Serialize};

/// The law of one topic.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Law {
    pub topic: TopicId,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub norms: Vec<Norm>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub institutions: Vec<Institution>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub routes: Vec<Route>,
}

/// All dates of the law are a year, `2019-03` or `2019-03-13`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Norm {
    pub id: SheetId,
    pub name: Text,
    /// As it is cited; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub article: String,
    pub says: Text,
    /// Where it was read.
    pub source: String,
    /// Of the source; empty where it is not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source_date: String,
    /// When it was looked up.
    pub checked: String,
    /// When it is to be looked up again.
    pub next_review: String,
    #[serde(default)]
    pub review: Review,
}

impl Norm {
    /// Whether it should have been looked up again before `today`, a day as `2019-03-13`. A month or a year is over after its
    /// last day.
    pub fn is_overdue(&self, today: &str) -> bool {
        today.get(..self.next_review.len()).is_some_and(|now| now > self.next_review.as_str())
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Institution {
    pub id: SheetId,
    pub name: Text,
    pub does: Text,
    /// How to reach it.
    pub reach: Text,
    pub source: String,
    pub checked: String,
    #[serde(default)]
    pub review: Review,
}

/// The way that a case takes from where somebody told it. It has an id, or a place where it begins, or both.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Route {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<SheetId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<RouteStart>,
    pub title: Text,
    #[serde(default)]
    pub review: Review,
    pub steps: Vec<RouteStep>,
}

impl Route {
    /// Its id; where it has none, the place where it begins.
    pub fn name(&self) -> &str {
        self.id.as_ref().map_or_else(|| self.at.map_or("", RouteStart::as_str), SheetId::as_str)
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RouteStep {
    pub who: Text,
    pub does: Text,
    /// What to take care of; may be empty.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub caution: Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RouteStart {
    HealthPost,
    School,
    PoliceStation,
    Court,
}

impl RouteStart {
    pub const ALL: [Self; 4] = [Self::HealthPost, Self::School, Self::PoliceStation, Self::Court];

    /// Its name in packages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::HealthPost => "health-post",
            Self::School => "school",
            Self::PoliceStation => "police-station",
            Self::Court => "court",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_norm_is_overdue_when_the_day_month_or_year_is_over() {
        let norm = |next_review: &str| Norm {
            id: "n-1".into(),
            name: Text::default(),
            article: String::new(),
            says: Text::default(),
            source: String::new(),
            source_date: String::new(),
            checked: "2026".into(),
            next_review: next_review.to_owned(),
            review: Review::Done,
        };
        for (next_review, today, overdue) in [
            ("2027-05-25", "2027-05-25", false),
            ("2027-05-25", "2027-05-26", true),
            ("2027-05", "2027-05-31", false),
            ("2027-05", "2027-06-01", true),
            ("2027", "2027-12-31", false),
            ("2027", "2028-01-01", true),
        ] {
            assert_eq!(norm(next_review).is_overdue(today), overdue, "{next_review} on {today}");
        }
    }
}
