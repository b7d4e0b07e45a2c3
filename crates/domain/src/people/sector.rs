//! The sectors that the programme trains.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sector {
    Health,
    Justice,
    Psychosocial,
    Education,
    Other,
}

impl Sector {
    pub const ALL: [Sector; 5] = [Self::Health, Self::Justice, Self::Psychosocial, Self::Education, Self::Other];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Health => "health",
            Self::Justice => "justice",
            Self::Psychosocial => "psychosocial",
            Self::Education => "education",
            Self::Other => "other",
        }
    }
}

impl std::str::FromStr for Sector {
    type Err = ();
    fn from_str(s: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|sector| sector.as_str() == s).ok_or(())
    }
}
