//! Matching questions: pairs as an author writes them become stems and options, equal right sides one option. It must not know
//! how a page shows them.

use crate::fields::{Need, Table, Words, as_text};
use crate::lists::{Distinct, Ids, within};
use crate::question_kinds::read_feedback;
use crate::quiz_cause::QuizCause;
use domain::alike;
use domain::ids::ChoiceId;
use domain::quizzes::{Item, MatchStem, Matching};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// More entries than this are not read: they are too many by far, which has been told.
const FAR_TOO_MANY: usize = 100;

/// What belongs on the right of a matching question, before it has its id.
struct RightSide {
    /// From which pair or distractor it is; the id follows from it.
    from: String,
    words: Words,
}

pub(crate) fn read_matching(table: &Table<'_>, seed: &str) -> Matching {
    let (mut ids, mut lefts) = (Ids::default(), Distinct::default());
    let mut sides: Vec<RightSide> = Vec::new();
    // By stem: its id, its text and the place of its option.
    let mut stems = Vec::new();
    let pairs = table.tables("pair", Need::Required);
    let distractors = table.tables("distractor", Need::Optional);
    within(table, "pair", pairs.len(), 2..=10);
    // Each is compared with those before it; more than are allowed have been told.
    for pair in pairs.into_iter().take(FAR_TOO_MANY) {
        pair.only(&["id", "left", "right"]);
        let id = ids.read(&pair);
        let left = pair.text_lines("left", Need::Required);
        lefts.note(&pair, &left);
        let words = pair.text_lines("right", Need::Required);
        let place = sides.iter().position(|side| same_in(&side.words, &words).next().is_some());
        let place = match place {
            Some(place) => {
                let earlier = &sides[place].words;
                if same_in(earlier, &words).count() < words.len().max(earlier.len())
                    && let Some((language, line)) = same_in(earlier, &words).next()
                {
                    let language = language.to_owned();
                    pair.problem(words[&language].line, QuizCause::EqualInOne { language, line });
                }
                place
            }
            None => {
                sides.push(RightSide { from: format!("pair/{id}"), words });
                sides.len() - 1
            }
        };
        stems.push((id, as_text(&left), place));
    }
    for distractor in distractors.into_iter().take(FAR_TOO_MANY) {
        distractor.only(&["id", "text"]);
        let id = ids.read(&distractor);
        let words = distractor.text_lines("text", Need::Required);
        let same = sides.iter().find_map(|side| same_in(&side.words, &words).next());
        if let Some((language, line)) = same {
            let language = language.to_owned();
            distractor.problem(words[&language].line, QuizCause::SameWords { language, line });
        }
        sides.push(RightSide { from: format!("distractor/{id}"), words });
    }
    within(table, "option", sides.len(), 2..=12);
    let options = opaque_ids(seed, &sides);
    let stems = stems.into_iter().map(|(id, text, place)| MatchStem { id, text, matches: options[place].clone() });
    let mut options: Vec<Item> =
        options.iter().zip(&sides).map(|(id, side)| Item { id: id.clone(), text: as_text(&side.words) }).collect();
    // Not in the order of the pairs, which would tell which belongs to which.
    let original = table.source.languages.first().map_or("es", String::as_str);
    options.sort_by_cached_key(|option| alike(option.text.get(original)));
    Matching { stems: stems.collect(), options, feedback: read_feedback(table) }
}

/// In which languages two texts have the same words, and on which line those of the first stand.
fn same_in<'w>(one: &'w Words, other: &'w Words) -> impl Iterator<Item = (&'w str, usize)> {
    one.iter().filter_map(|(language, text)| {
        let there = other.get(language).is_some_and(|it| alike(&it.value) == alike(&text.value));
        (there && !text.value.trim().is_empty()).then_some((language.as_str(), text.line))
    })
}

/// Ids for the options of a matching question that do not tell to which pair they belong, and that stay from one version of the
/// programme to the next.
fn opaque_ids(seed: &str, sides: &[RightSide]) -> Vec<ChoiceId> {
    let letters = |number: u32| {
        let letter = |at: u32| char::from_digit(at, 36).unwrap_or('0');
        format!("{}{}", letter(10 + number % 26), letter(number / 26 % 36))
    };
    let mut taken = BTreeSet::new();
    let mut id = |side: &RightSide| {
        let hash = Sha256::digest(format!("{seed}\0{}", side.from).as_bytes());
        let first = u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]]) % (26 * 36);
        let free = (first..).map(letters).find(|id| !taken.contains(id)).unwrap_or_default();
        taken.insert(free.clone());
        ChoiceId::from(free.as_str())
    };
    sides.iter().map(&mut id).collect()
}
