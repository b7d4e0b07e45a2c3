//! The pack of a country: what depends on where Telar serves, as a folder of files. Today that is the card «¿A quién aviso?». A process
//! serves one country, so its pack is chosen once, before the first page; it is Guatemala's where nobody chose.

use serde::Deserialize;
use std::sync::OnceLock;

/// A pack that was read and found whole.
#[derive(Clone, Debug)]
pub struct Pack {
    pub numbers: Vec<Number>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Number {
    pub call: String,
    /// The one to call when someone is in danger now.
    #[serde(default)]
    pub first: bool,
    pub es: String,
    pub en: String,
    /// Who says so.
    pub source: String,
    /// When they said it: a year, `2025-12` or `2025-12-24`.
    pub date: String,
}

/// What is wrong with a pack's file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackFault {
    #[error("{0}")]
    NotReadable(String),
    #[error("there is no number")]
    Empty,
    #[error("exactly one number has first = true: the one to call when someone is in danger now")]
    First,
    #[error("«{0}» is no telephone number")]
    Call(String),
    #[error("the number {0} lacks words, a source or a date such as 2025-12-24")]
    Unconfirmed(String),
}

#[derive(Deserialize)]
struct File {
    number: Vec<Number>,
}

impl Pack {
    /// The name of the card's file inside the folder of a pack.
    pub const CARD: &'static str = "who-to-tell.toml";

    /// Reads the text of [`Pack::CARD`]. A number without a source and a date is no confirmed number, and the pack is refused.
    pub fn parse(card: &str) -> Result<Self, PackFault> {
        let file: File = toml::from_str(card).map_err(|why| PackFault::NotReadable(why.to_string()))?;
        if file.number.is_empty() {
            return Err(PackFault::Empty);
        }
        for number in &file.number {
            let dialled = |c: char| c.is_ascii_digit() || c == '+';
            if number.call.is_empty() || number.call.len() > 15 || !number.call.chars().all(dialled) {
                return Err(PackFault::Call(number.call.clone()));
            }
            let said = [&number.es, &number.en, &number.source].iter().all(|text| !text.trim().is_empty());
            if !said || !is_stated(&number.date) {
                return Err(PackFault::Unconfirmed(number.call.clone()));
            }
        }
        if file.number.iter().filter(|number| number.first).count() != 1 {
            return Err(PackFault::First);
        }
        Ok(Self { numbers: file.number })
    }
}

/// A year, a month of one, or a day that there is.
fn is_stated(date: &str) -> bool {
    let whole = match date.len() {
        4 => format!("{date}-01-01"),
        7 => format!("{date}-01"),
        _ => date.to_owned(),
    };
    whole.parse::<jiff::civil::Date>().is_ok_and(|day| (2000..=2100).contains(&day.year()))
}

static CHOSEN: OnceLock<Pack> = OnceLock::new();

/// Chooses the pack of this process. The first choice stands.
pub fn choose(pack: Pack) {
    let _ = CHOSEN.set(pack);
}

pub(crate) fn chosen() -> &'static Pack {
    CHOSEN.get_or_init(|| {
        let written = include_str!("../../../packs/gt/who-to-tell.toml");
        Pack::parse(written).unwrap_or_else(|why| panic!("packs/gt/who-to-tell.toml: {why}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const NUMBER: &str = "call = \"110\"\nes = \"a\"\nen = \"b\"\nsource = \"c\"\n";

    fn parse(more: &str) -> Result<Pack, PackFault> {
        Pack::parse(&format!("[[number]]\n{NUMBER}{more}"))
    }

    #[test]
    fn only_confirmed_numbers_make_a_pack() {
        assert!(parse("first = true\ndate = \"2025-12-24\"").is_ok());
        assert!(parse("first = true\ndate = \"2025\"").is_ok());
        assert_eq!(parse("date = \"2025\"").err(), Some(PackFault::First));
        for date in ["2025-02-30", "ayer", "1999", ""] {
            let found = parse(&format!("first = true\ndate = \"{date}\"")).err();
            assert_eq!(found, Some(PackFault::Unconfirmed("110".into())), "{date}");
        }
        assert!(matches!(parse("first = true").err(), Some(PackFault::NotReadable(_))), "a number without a date");
        let wrong = "[[number]]\nfirst = true\ndate = \"2025\"\n".to_owned() + &NUMBER.replace("110", "uno");
        assert_eq!(Pack::parse(&wrong).err(), Some(PackFault::Call("uno".into())));
    }

    #[test]
    fn guatemala_has_the_numbers_that_were_confirmed() {
        let calls: Vec<&str> = chosen().numbers.iter().map(|number| number.call.as_str()).collect();
        assert_eq!(calls, ["110", "1510", "1546", "122", "123"]);
    }
}
