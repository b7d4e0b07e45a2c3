//! What somebody says of herself beyond her name and place of work. All of it is hers to leave out.

use super::{Email, LinguisticCommunity, Phone};
use serde::{Deserialize, Serialize};

/// Who she is, as she said. What was not said is empty, and counts as «no data» wherever it is counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// How to be called; empty: by her first name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub called: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<People>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub community: Option<LinguisticCommunity>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub post: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub profession: String,
    /// The number of her licence to practise (*colegiado*), where her profession has one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub licence: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<Path>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    pub needs: Needs,
}

/// What she needs to take part, in her own words. For whoever prepares the days; never counted by person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Needs {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub access: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub diet: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub childcare: String,
    /// Into which language or sign language.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub interpreter: String,
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$of])* #[serde(rename = $word)] $variant),* }

        impl $name {
            pub const ALL: &[$name] = &[$(Self::$variant),*];

            /// The word by which facts, forms and files know it.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }

        impl std::str::FromStr for $name {
            type Err = ();
            fn from_str(word: &str) -> Result<Self, ()> {
                Self::ALL.iter().copied().find(|it| it.as_str() == word).ok_or(())
            }
        }
    };
}
pub(crate) use words;

words! {
    /// As people are asked; nobody has to answer.
    Sex { Woman = "woman", Man = "man", NotSaid = "not_said" }
}

words! {
    /// The peoples that the census of 2018 lists, and «I prefer not to answer». Said by oneself, never told from a name or a place.
    People {
        Maya = "maya",
        Garifuna = "garifuna",
        Xinka = "xinka",
        Afrodescendant = "afrodescendant",
        Ladino = "ladino",
        Foreign = "foreign",
        NotSaid = "not_said",
    }
}

words! {
    /// What she is trained for. Interviewing a child is for those whose office it is; everybody else learns the first account.
    Path { FirstAccount = "first_account", Interview = "interview" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_said_is_not_written_down() {
        assert_eq!(serde_json::to_string(&Profile::default()).unwrap(), r#"{"needs":{}}"#);
        let said = Profile { sex: Some(Sex::NotSaid), people: Some(People::Maya), ..Profile::default() };
        let json = serde_json::to_string(&said).unwrap();
        assert_eq!(json, r#"{"sex":"not_said","people":"maya","needs":{}}"#);
        assert_eq!(serde_json::from_str::<Profile>(&json).unwrap(), said);
    }

    #[test]
    fn every_word_is_read_back() {
        assert!(People::ALL.iter().all(|it| it.as_str().parse() == Ok(*it)));
        assert!(Sex::ALL.iter().all(|it| it.as_str().parse() == Ok(*it)));
        assert!(Path::ALL.iter().all(|it| it.as_str().parse() == Ok(*it)));
        assert_eq!("Maya".parse::<People>(), Err(()));
    }
}
