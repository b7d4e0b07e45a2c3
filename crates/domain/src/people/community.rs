//! The linguistic communities of Guatemala: the 22 Mayan languages, Xinka, Garífuna and Spanish.

use serde::{Deserialize, Serialize};

/// The code in facts, forms and files, and the name as its speakers' academy writes it. Codes are ISO 639-3; Chalchiteko, which has
/// none, goes by its name. The 22 Mayan languages are those that the Law on National Languages (decree 19-2003) knows.
const LIST: [(&str, &str); 25] = [
    ("acr", "Achi"),
    ("knj", "Akateko"),
    ("agu", "Awakateko"),
    ("chalchiteko", "Chalchiteko"),
    ("caa", "Ch’orti’"),
    ("cac", "Chuj"),
    ("itz", "Itza’"),
    ("ixl", "Ixil"),
    ("cak", "Kaqchikel"),
    ("quc", "K’iche’"),
    ("mam", "Mam"),
    ("mop", "Mopan"),
    ("jac", "Popti’"),
    ("poc", "Poqomam"),
    ("poh", "Poqomchi’"),
    ("kjb", "Q’anjob’al"),
    ("kek", "Q’eqchi’"),
    ("quv", "Sakapulteko"),
    ("qum", "Sipakapense"),
    ("ttc", "Tektiteko"),
    ("tzj", "Tz’utujil"),
    ("usp", "Uspanteko"),
    ("xin", "Xinka"),
    ("cab", "Garífuna"),
    ("spa", "Castellano"),
];

const NAMED: usize = LIST.len();

/// A linguistic community by its code; also `other`, and `not_said` for who prefers not to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LinguisticCommunity(usize);

#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("«{0}» is no linguistic community")]
pub struct UnknownCommunity(pub String);

impl LinguisticCommunity {
    pub const OTHER: Self = Self(NAMED);
    pub const NOT_SAID: Self = Self(NAMED + 1);

    /// Those that have a name, in the order of a form.
    pub fn named() -> impl Iterator<Item = Self> {
        (0..NAMED).map(Self)
    }

    pub fn as_str(self) -> &'static str {
        match LIST.get(self.0) {
            Some((code, _)) => code,
            None if self == Self::OTHER => "other",
            None => "not_said",
        }
    }

    /// Its name, the same in every language; none for `other` and `not_said`.
    pub fn name(self) -> Option<&'static str> {
        LIST.get(self.0).map(|(_, name)| *name)
    }
}

impl std::str::FromStr for LinguisticCommunity {
    type Err = UnknownCommunity;
    fn from_str(code: &str) -> Result<Self, UnknownCommunity> {
        let mut all = Self::named().chain([Self::OTHER, Self::NOT_SAID]);
        all.find(|known| known.as_str() == code).ok_or_else(|| UnknownCommunity(code.to_owned()))
    }
}

impl TryFrom<String> for LinguisticCommunity {
    type Error = UnknownCommunity;
    fn try_from(code: String) -> Result<Self, UnknownCommunity> {
        code.parse()
    }
}

impl From<LinguisticCommunity> for String {
    fn from(it: LinguisticCommunity) -> String {
        it.as_str().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_22_mayan_languages_and_three_others() {
        assert_eq!(LinguisticCommunity::named().count(), 25);
        assert!(LinguisticCommunity::named().all(|it| it.as_str().parse() == Ok(it) && it.name().is_some()));
        assert_eq!("kek".parse::<LinguisticCommunity>().unwrap().name(), Some("Q’eqchi’"));
        assert_eq!("other".parse(), Ok(LinguisticCommunity::OTHER));
        assert_eq!(LinguisticCommunity::NOT_SAID.name(), None);
        assert!("Q’eqchi’".parse::<LinguisticCommunity>().is_err());
    }
}
