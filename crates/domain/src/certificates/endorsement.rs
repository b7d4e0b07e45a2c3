//! Who stands behind a certificate: the organisations that endorse the programme and the people whose names are under the
//! lines to sign on. It must not know where a site writes them down.

use serde::{Deserialize, Serialize};

/// As many endorsers as have room on the page without pushing the person from its middle.
pub const MOST_ENDORSERS: usize = 4;
/// Two lines to sign on stand side by side.
pub const MOST_SIGNATORIES: usize = 2;
/// Characters of one name or post: a line and a half of the page.
pub const LONGEST: usize = 120;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signatory {
    pub name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub post: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Endorsement {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub endorsers: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatories: Vec<Signatory>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EndorsementRefused {
    #[error("more than {0}")]
    TooMany(usize),
    #[error("longer than {LONGEST} characters")]
    TooLong,
    #[error("a control character")]
    Unprintable,
    #[error("a post without a name")]
    NoName,
}

impl Endorsement {
    /// Names with `;` between them, as a setting holds them: «Ministerio de ejemplo; Universidad de ejemplo».
    pub fn parse_endorsers(text: &str) -> Result<Vec<String>, EndorsementRefused> {
        let names: Vec<String> = text.split(';').map(tidied).filter(|name| !name.is_empty()).collect();
        if names.len() > MOST_ENDORSERS {
            return Err(EndorsementRefused::TooMany(MOST_ENDORSERS));
        }
        names.into_iter().map(printable).collect()
    }

    /// Names, each with its post after the first comma, and `;` between them: «Ana Ejemplo, Directora; Luis Ejemplo, Decano».
    pub fn parse_signatories(text: &str) -> Result<Vec<Signatory>, EndorsementRefused> {
        let people: Vec<&str> = text.split(';').filter(|person| !person.trim().is_empty()).collect();
        if people.len() > MOST_SIGNATORIES {
            return Err(EndorsementRefused::TooMany(MOST_SIGNATORIES));
        }
        let signatory = |person: &str| {
            let (name, post) = person.split_once(',').unwrap_or((person, ""));
            let (name, post) = (printable(tidied(name))?, printable(tidied(post))?);
            if name.is_empty() {
                return Err(EndorsementRefused::NoName);
            }
            Ok(Signatory { name, post })
        };
        people.into_iter().map(signatory).collect()
    }
}

fn tidied(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn printable(text: String) -> Result<String, EndorsementRefused> {
    if text.chars().any(char::is_control) {
        Err(EndorsementRefused::Unprintable)
    } else if text.chars().count() > LONGEST {
        Err(EndorsementRefused::TooLong)
    } else {
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_and_posts_are_told_apart() {
        let signatory = |name: &str, post: &str| Signatory { name: name.into(), post: post.into() };
        let two = Endorsement::parse_signatories(" Ana  Ejemplo, Directora, Hospital X ;Luis Ejemplo;").unwrap();
        assert_eq!(two, [signatory("Ana Ejemplo", "Directora, Hospital X"), signatory("Luis Ejemplo", "")]);
        assert_eq!(Endorsement::parse_signatories("a;b;c"), Err(EndorsementRefused::TooMany(2)));
        assert_eq!(Endorsement::parse_signatories(", Directora"), Err(EndorsementRefused::NoName));
        assert_eq!(Endorsement::parse_endorsers("a;b;c;d;e"), Err(EndorsementRefused::TooMany(4)));
        assert_eq!(Endorsement::parse_endorsers(&"x".repeat(121)), Err(EndorsementRefused::TooLong));
        assert_eq!(Endorsement::parse_endorsers("a\u{7}b"), Err(EndorsementRefused::Unprintable));
        assert_eq!(Endorsement::parse_endorsers("").unwrap(), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn whatever_is_written_gives_few_short_printable_names_or_a_refusal(text in any::<String>()) {
            if let Ok(names) = Endorsement::parse_endorsers(&text) {
                prop_assert!(names.len() <= MOST_ENDORSERS);
                prop_assert!(names.iter().all(|name| (1..=LONGEST).contains(&name.chars().count())));
            }
            if let Ok(people) = Endorsement::parse_signatories(&text) {
                prop_assert!(people.len() <= MOST_SIGNATORIES);
                prop_assert!(people.iter().all(|it| !it.name.is_empty() && !it.name.contains(',')));
            }
        }
    }
}
