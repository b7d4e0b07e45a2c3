//! How people come into a cohort: by which door, how many, from when to when, and who waits. Dates and counts are arguments.

use serde::{Deserialize, Serialize};

/// The door of a cohort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Door {
    /// Whoever has the link is in at once, as long as there are places.
    #[default]
    Link,
    /// Whoever has the link asks, and a coordinator decides.
    Request,
    /// Organisations name their people; the link alone lets nobody in.
    Nomination,
}

impl Door {
    pub const ALL: [Self; 3] = [Self::Nomination, Self::Request, Self::Link];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Request => "request",
            Self::Nomination => "nomination",
        }
    }
}

impl std::str::FromStr for Door {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|it| it.as_str() == word).ok_or(())
    }
}

/// Who may come into a cohort. The default is how cohorts were before it could be set: by the link, at any time, however many.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Admission {
    pub door: Door,
    /// How many can be in it at once, 1 to [`Admission::MOST_PLACES`]; none is no limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub places: Option<u16>,
    /// First and last day on which somebody may come in, `YYYY-MM-DD`, in Guatemala; none is no limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opens: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closes: Option<String>,
    /// What whoever comes in says of herself, in the coordinator's words; each is ticked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub requirements: Vec<String>,
    /// The slug of a programme that must have been completed before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// Whether somebody may come in today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Openness {
    Open,
    /// From that day on, `YYYY-MM-DD`.
    NotYet(String),
    /// Since that day is over.
    Closed(String),
}

/// What happens to whoever stands at the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// She is in.
    Enrol,
    /// A coordinator decides.
    Ask,
    /// All places are taken: she waits for one.
    Wait,
    /// Only who was named comes in here.
    NominationOnly,
}

/// Who stands at the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comer {
    /// By the cohort's link.
    Herself,
    /// An organisation named her, and a place is kept for her.
    Nominated,
}

impl Admission {
    pub const MOST_PLACES: u16 = 10_000;
    pub const MOST_REQUIREMENTS: usize = 6;

    /// `today` is a day as `YYYY-MM-DD`; days of that shape sort as text.
    pub fn openness(&self, today: &str) -> Openness {
        match (&self.opens, &self.closes) {
            (Some(opens), _) if today < opens.as_str() => Openness::NotYet(opens.clone()),
            (_, Some(closes)) if today > closes.as_str() => Openness::Closed(closes.clone()),
            _ => Openness::Open,
        }
    }

    /// How many more may come in, where `taken` are in it or have a place kept for them.
    pub fn free(&self, taken: u64) -> Option<u64> {
        self.places.map(|places| u64::from(places).saturating_sub(taken))
    }

    /// What happens to whoever comes on a day on which it is open. Those who wait already are served before her.
    pub fn entry(&self, comer: Comer, (taken, waiting): (u64, u64)) -> Entry {
        match (comer, self.door) {
            // Her place was counted when she was named.
            (Comer::Nominated, _) => Entry::Enrol,
            (Comer::Herself, Door::Nomination) => Entry::NominationOnly,
            (Comer::Herself, Door::Request) => Entry::Ask,
            (Comer::Herself, Door::Link) if self.free(taken).is_some_and(|free| free <= waiting) => Entry::Wait,
            (Comer::Herself, Door::Link) => Entry::Enrol,
        }
    }

    /// How many of those who wait come in now.
    pub fn promoted(&self, (taken, waiting): (u64, u64)) -> u64 {
        self.free(taken).map_or(waiting, |free| free.min(waiting))
    }
}

/// How far an application is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ApplicationState {
    /// She was named and has not accepted yet. A place is kept for her.
    Nominated,
    /// A coordinator has to decide.
    Asked,
    /// On the waiting list.
    Waiting,
    Admitted,
    Refused,
    /// By herself, or by whoever named her.
    Withdrawn,
}

impl ApplicationState {
    pub const ALL: [Self; 6] =
        [Self::Nominated, Self::Asked, Self::Waiting, Self::Admitted, Self::Refused, Self::Withdrawn];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Nominated => "nominated",
            Self::Asked => "asked",
            Self::Waiting => "waiting",
            Self::Admitted => "admitted",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Whether anything can still come of it.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Nominated | Self::Asked | Self::Waiting)
    }
}

impl std::str::FromStr for ApplicationState {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|it| it.as_str() == word).ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn with_places(door: Door, places: u16) -> Admission {
        Admission { door, places: Some(places), ..Admission::default() }
    }

    #[test]
    fn the_first_and_the_last_day_are_open() {
        let it =
            Admission { opens: Some("2027-01-10".into()), closes: Some("2027-01-20".into()), ..Admission::default() };
        assert_eq!(it.openness("2027-01-09"), Openness::NotYet("2027-01-10".into()));
        assert_eq!(it.openness("2027-01-10"), Openness::Open);
        assert_eq!(it.openness("2027-01-20"), Openness::Open);
        assert_eq!(it.openness("2027-01-21"), Openness::Closed("2027-01-20".into()));
        assert_eq!(Admission::default().openness("1999-01-01"), Openness::Open);
    }

    #[test]
    fn who_waits_is_served_before_who_comes() {
        let it = with_places(Door::Link, 30);
        assert_eq!(it.entry(Comer::Herself, (29, 0)), Entry::Enrol);
        assert_eq!(it.entry(Comer::Herself, (30, 0)), Entry::Wait);
        assert_eq!(it.entry(Comer::Herself, (29, 1)), Entry::Wait);
        assert_eq!(it.entry(Comer::Nominated, (30, 5)), Entry::Enrol);
        assert_eq!(with_places(Door::Request, 1).entry(Comer::Herself, (9, 9)), Entry::Ask);
        assert_eq!(with_places(Door::Nomination, 9).entry(Comer::Herself, (0, 0)), Entry::NominationOnly);
        assert_eq!(Admission::default().entry(Comer::Herself, (100_000, 0)), Entry::Enrol);
    }

    proptest! {
        /// Promotion fills what is free and no more, and then nobody who comes is let in before those who wait.
        #[test]
        fn promotion_never_overfills(places in 1u16..100, taken in 0u64..150, waiting in 0u64..150) {
            let it = with_places(Door::Link, places);
            let promoted = it.promoted((taken, waiting));
            prop_assert!(promoted <= waiting);
            prop_assert!(promoted == 0 || taken + promoted <= u64::from(places));
            let (taken, waiting) = (taken + promoted, waiting - promoted);
            prop_assert_eq!(it.promoted((taken, waiting)), 0);
            if waiting > 0 {
                prop_assert_eq!(it.entry(Comer::Herself, (taken, waiting)), Entry::Wait);
            }
        }
    }
}
