//! Words in several languages, by group and by the alphabet, with a search that needs no script. What a language lacks is not shown; staff
//! see how much it is.

use super::in_sight::{InSight, Reader};
use super::list::Asked;
use super::words_for;
use crate::error::Refusal;
use crate::page::{self, Frame};
use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use domain::people::likened;
use domain::programmes::{Review, Term, TermGroup};
use words::Words;

#[derive(Template)]
#[template(path = "library/glossary.html")]
struct Page {
    frame: Frame,
    back: String,
    own: String,
    asked: String,
    found: String,
    groups: Vec<Group>,
    /// For staff.
    missing: String,
}

struct Group {
    title: String,
    words: Vec<Word>,
}

struct Word {
    word: String,
    meaning: String,
    review: Review,
    others: Vec<InLanguage>,
}

struct InLanguage {
    code: String,
    language: String,
    word: String,
}

pub async fn show(sight: InSight, Query(asked): Query<Asked>) -> Result<Response, Refusal> {
    let w = sight.w;
    let mut all: Vec<&Term> = Vec::new();
    for term in sight.programmes.iter().flat_map(|programme| &programme.sheets.glossary) {
        // Two programmes of hers may hold the same words.
        if !all.contains(&term) {
            all.push(term);
        }
    }
    if all.is_empty() {
        return Err(Refusal::NotFound);
    }
    let (asked, likened_words) = (asked.words(), likened(&asked.words()));
    let mut shown: Vec<&Term> = all.iter().copied().filter(|term| term.is_found_by(&likened_words)).collect();
    shown.sort_by_key(|term| likened(term.words.get(w.language())));
    let group = |group: TermGroup| Group {
        title: words_for::group(w, group),
        words: shown.iter().filter(|term| term.group == group).map(|term| word(w, term)).collect(),
    };
    Ok(page::html(&Page {
        frame: sight.frame(w.library_glossary()),
        back: sight.library(),
        own: format!("{}/glossary", sight.base),
        found: match (asked.is_empty(), shown.len()) {
            (true, _) => String::new(),
            (false, 0) => w.library_found_none(&asked),
            (false, count) => w.library_glossary_found(count, &asked),
        },
        groups: TermGroup::ALL.map(group).into_iter().filter(|group| !group.words.is_empty()).collect(),
        missing: if sight.reader == Reader::Learner { String::new() } else { missing(w, &all) },
        asked,
    }))
}

fn word(w: &Words, term: &Term) -> Word {
    let language = w.language();
    let order = ["es", "en"].into_iter().chain(Term::OFFERED);
    let others = order.filter(|code| *code != language && term.words.has(code)).map(|code| InLanguage {
        code: code.to_owned(),
        language: words_for::language(w, code),
        word: term.words.get(code).to_owned(),
    });
    Word {
        word: term.words.get(language).to_owned(),
        meaning: term.meaning.get(language).to_owned(),
        review: term.review,
        others: others.collect(),
    }
}

/// How many words each offered language lacks, of those that one says to a child: the field's own are for staff.
fn missing(w: &Words, all: &[&Term]) -> String {
    let said = all.iter().filter(|term| term.group != TermGroup::Field);
    let lacks = Term::OFFERED.map(|code| (code, said.clone().filter(|term| !term.words.has(code)).count()));
    let lines: Vec<String> = lacks
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(code, count)| w.library_glossary_missing_one(count, words_for::language(w, code)))
        .collect();
    if lines.is_empty() { w.library_glossary_none_missing() } else { w.library_glossary_missing(lines.join("; ")) }
}
