//! Words in several languages, as a programme carries them. It must not know the interface's own words (`words` does).

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// An ISO 639 code of two or three small letters: `es`, `en`, `quc`, `kek`, `mam`, `cak`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Language(String);

#[derive(Debug, thiserror::Error)]
#[error("«{0}» is not a language code; write two or three small letters, such as es or quc")]
pub struct NotALanguage(pub String);

impl Language {
    pub fn es() -> Self {
        Self("es".into())
    }
    pub fn en() -> Self {
        Self("en".into())
    }
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Language {
    type Error = NotALanguage;
    fn try_from(code: String) -> Result<Self, NotALanguage> {
        let fits = (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase());
        if fits { Ok(Self(code)) } else { Err(NotALanguage(code)) }
    }
}

impl std::str::FromStr for Language {
    type Err = NotALanguage;
    fn from_str(code: &str) -> Result<Self, NotALanguage> {
        Self::try_from(code.to_owned())
    }
}

impl From<Language> for String {
    fn from(language: Language) -> String {
        language.0
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Words as the eye compares them in a list: without regard to capitals and spaces.
pub fn alike(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The same words side by side in each language of a programme. Spanish is the original.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(pub BTreeMap<String, String>);

impl Text {
    pub fn new<const N: usize>(words: [(&str, &str); N]) -> Self {
        Self(words.into_iter().map(|(l, w)| (l.to_owned(), w.to_owned())).collect())
    }

    /// The words in `language`; else in Spanish; else in whichever language there is; else nothing.
    pub fn get(&self, language: &str) -> &str {
        self.0.get(language).or_else(|| self.0.get("es")).or_else(|| self.0.values().next()).map_or("", String::as_str)
    }

    pub fn has(&self, language: &str) -> bool {
        self.0.get(language).is_some_and(|words| !words.trim().is_empty())
    }

    pub fn is_empty(&self) -> bool {
        self.0.values().all(|words| words.trim().is_empty())
    }
}
