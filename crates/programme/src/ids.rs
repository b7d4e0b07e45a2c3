//! Which ids an author may write, and which known word is nearest to a mistyped one.

use crate::cause::Cause;
use domain::ids::is_code;

/// Beginnings of words that tell too much: an id shows in the address line, over a shoulder and in the history of a shared
/// phone. Compared with the beginning of each part between hyphens, so that «terapeuta» is not taken for «rape».
const TELLING: [&str; 26] = [
    "abus",
    "violenc",
    "violac",
    "violent",
    "violad",
    "sexua",
    "sexo",
    "rape",
    "rapist",
    "incest",
    "trauma",
    "victim",
    "agresi",
    "agresor",
    "maltrat",
    "denunc",
    "suicid",
    "porn",
    "abort",
    "assault",
    "molest",
    "pederast",
    "pedof",
    "paedo",
    "survivor",
    "sobrevivi",
];

/// What is wrong with an id of an activity, topic, day, question or sheet.
pub(crate) fn code_fault(id: &str) -> Option<Cause> {
    entry_fault(id).or_else(|| neutral_fault(id))
}

/// What is wrong with an id that shows in no address: of an entry in a list that has no page of its own.
pub(crate) fn entry_fault(id: &str) -> Option<Cause> {
    (!is_code(id)).then(|| Cause::NotACode { id: id.to_owned() })
}

/// What is wrong with a programme's slug: as a code, but up to 60 long.
pub(crate) fn slug_fault(slug: &str) -> Option<Cause> {
    let fits = (2..=60).contains(&slug.len());
    if !fits || !slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
        return Some(Cause::NotASlug { slug: slug.to_owned() });
    }
    neutral_fault(slug)
}

/// What is wrong with a choice's id.
pub(crate) fn choice_fault(id: &str) -> Option<Cause> {
    let fits = (1..=2).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    (!fits).then(|| Cause::NotAChoiceId { id: id.to_owned() })
}

fn neutral_fault(id: &str) -> Option<Cause> {
    let telling = id.split('-').find(|part| TELLING.iter().any(|word| part.starts_with(word)))?;
    Some(Cause::NotNeutral { id: id.to_owned(), word: telling.to_owned() })
}

/// The known word that `typed` was most likely meant to be, if one is near enough.
pub(crate) fn nearest<'k>(typed: &str, known: impl IntoIterator<Item = &'k str>) -> Option<String> {
    // A very long word is nobody's slip, and comparing it would take quadratic time.
    if typed.len() > 100 {
        return None;
    }
    let far = (typed.chars().count() / 3).max(2);
    let scored = known.into_iter().map(|word| (strsim::damerau_levenshtein(typed, word), word));
    scored.filter(|(distance, _)| *distance <= far).min().map(|(_, word)| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_neutral_codes() {
        for good in ["t5-l1", "d1", "terapeuta-1", "violeta", "sexto-dia", "considerar"] {
            assert_eq!(code_fault(good), None, "{good}");
        }
        for bad in ["", "x", "T5", "t5_l1", "niña", "a-very-long-id-that-never-ends", "t5 l1", "../x"] {
            assert!(matches!(code_fault(bad), Some(Cause::NotACode { .. })), "{bad}");
        }
        for telling in ["t5-abuso", "violencia-1", "tema-sexual", "trauma"] {
            assert!(matches!(code_fault(telling), Some(Cause::NotNeutral { .. })), "{telling}");
            assert_eq!(entry_fault(telling), None, "an entry's id shows nowhere");
        }
        assert_eq!(choice_fault("a"), None);
        assert!(choice_fault("abc").is_some() && choice_fault("A").is_some() && choice_fault("").is_some());
        assert!(slug_fault("atencion-integral").is_none() && slug_fault("Atención").is_some());
    }

    #[test]
    fn the_nearest_word_is_found_or_none() {
        assert_eq!(nearest("minuts", ["minutes", "title"]).as_deref(), Some("minutes"));
        assert_eq!(nearest("colour", ["minutes", "title"]), None);
        assert_eq!(nearest(&"x".repeat(200), ["xx"]), None);
    }
}
