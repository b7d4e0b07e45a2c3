//! An answer, and what would have been right, in words: as staff read them in pages and spreadsheets. It must not know marks.

use domain::Text;
use domain::ids::ChoiceId;
use domain::quizzes::{Accepted, Answer, Cloze, Gap, GapKind, HotText, Item, Piece, QuestionKind, Vignette, pieces};
use words::Words;

/// A line for each thing that was answered. What the question does not offer any more is shown as it was kept.
pub fn lines(w: &Words, kind: &QuestionKind, answer: &Answer) -> Vec<String> {
    match (kind, answer) {
        (_, Answer::Choice(id)) => vec![choice(w, kind, id)],
        (_, Answer::Choices(ids)) => ids.iter().map(|id| choice(w, kind, id)).collect(),
        (QuestionKind::Matching(it), Answer::Matches(pairs)) => {
            let line = |(stem, option): (&ChoiceId, &ChoiceId)| {
                let stem_words = it.stems.iter().find(|one| one.id == *stem).map(|one| &one.text);
                pair(w, (stem_words, stem), (words_of(&it.options, option), option))
            };
            pairs.iter().map(line).collect()
        }
        (QuestionKind::Ordering(it), Answer::Order(order)) => {
            let line = |(place, id): (usize, &ChoiceId)| {
                w.results_answer_order(place + 1, known(w, words_of(&it.items, id), id))
            };
            order.iter().enumerate().map(line).collect()
        }
        (_, Answer::Text(text)) => vec![text.clone()],
        (_, Answer::Number { number, unit }) => vec![format!("{number} {unit}").trim().to_owned()],
        (QuestionKind::Cloze(it), Answer::Gaps(gaps)) => gaps.iter().map(|(id, given)| gap(w, it, id, given)).collect(),
        (QuestionKind::Vignette(it), Answer::Parts(parts)) => {
            let of_part = |(place, part): (usize, &domain::quizzes::Part)| {
                let given = parts.get(&part.id)?;
                Some(w.results_part(place + 1, lines(w, &part.kind, given).join("; ")))
            };
            it.parts.iter().enumerate().filter_map(of_part).collect()
        }
        // A form that the question had before: as it was kept.
        (_, Answer::Matches(pairs)) => pairs.iter().map(|(a, b)| pair(w, (None, a), (None, b))).collect(),
        (_, Answer::Order(order)) => order.iter().map(ToString::to_string).collect(),
        (_, Answer::Gaps(gaps)) => gaps.values().cloned().collect(),
        (_, Answer::Parts(parts)) => parts.values().flat_map(|part| lines(w, kind, part)).collect(),
    }
}

/// What is right, a line each; for what a person reads, what she looks for.
pub fn key(w: &Words, kind: &QuestionKind) -> Vec<String> {
    let language = w.language();
    match kind {
        QuestionKind::SingleChoice { choices }
        | QuestionKind::TrueFalse { choices }
        | QuestionKind::MultipleChoice { choices } => {
            choices.iter().filter(|it| it.right).map(|it| it.text.get(language).to_owned()).collect()
        }
        QuestionKind::Matching(it) => {
            let line = |stem: &domain::quizzes::MatchStem| {
                pair(w, (Some(&stem.text), &stem.id), (words_of(&it.options, &stem.matches), &stem.matches))
            };
            it.stems.iter().map(line).collect()
        }
        QuestionKind::Ordering(it) => {
            let line = |(place, item): (usize, &Item)| w.results_answer_order(place + 1, item.text.get(language));
            it.items.iter().enumerate().map(line).collect()
        }
        QuestionKind::ShortAnswer(it) => it.accepted.iter().map(accepted).collect(),
        QuestionKind::Numeric(it) => {
            let unit = it.units.first().map_or("", |unit| unit.name.as_str());
            vec![format!("{} {unit}", within(&it.value, &it.tolerance)).trim().to_owned()]
        }
        QuestionKind::Cloze(Cloze { gaps, .. }) => {
            let line = |gap: &Gap| match &gap.wants {
                GapKind::Text { accepted: all } => all.iter().map(accepted).collect::<Vec<_>>().join(", "),
                GapKind::Choice { choices } => {
                    choices.iter().find(|it| it.right).map_or("", |it| it.text.get(language)).to_owned()
                }
                GapKind::Number { value, tolerance } => within(value, tolerance),
            };
            let line = |(place, gap)| format!("{}: {}", w.results_gap(place + 1), line(gap));
            gaps.iter().enumerate().map(line).collect()
        }
        QuestionKind::HotText(text) => {
            text.spans.iter().filter(|it| it.right).map(|it| marked(text, &it.id, language)).collect()
        }
        QuestionKind::Vignette(Vignette { parts }) => {
            let line = |(place, part): (usize, &domain::quizzes::Part)| {
                w.results_part(place + 1, key(w, &part.kind).join("; "))
            };
            parts.iter().enumerate().map(line).collect()
        }
        QuestionKind::Open(it) => vec![it.criteria.get(language).to_owned()],
    }
}

/// The words of a choice, or of a markable place in a text.
pub fn choice(w: &Words, kind: &QuestionKind, id: &ChoiceId) -> String {
    if let QuestionKind::HotText(text) = kind {
        return marked(text, id, w.language());
    }
    known(w, kind.choices().iter().find(|it| it.id == *id).map(|it| &it.text), id)
}

/// How many letters of a question stand in a table.
const SHORT: usize = 118;

/// A question's words in one line, without marks of Markdown, its gaps as lines: for tables and labels.
pub fn short(stem: &Text, language: &str) -> String {
    let words = pieces(stem.get(language)).into_iter().map(|piece| match piece {
        Piece::Words(words) | Piece::Span { words, .. } => words,
        Piece::Gap(_) => "____",
    });
    let plain: String = words.collect::<String>().chars().filter(|c| !matches!(c, '*' | '#' | '`' | '>')).collect();
    let line = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SHORT) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

fn known(w: &Words, text: Option<&Text>, id: &ChoiceId) -> String {
    text.map_or_else(|| format!("{id} ({})", w.results_answer_gone()), |text| text.get(w.language()).to_owned())
}

fn words_of<'a>(items: &'a [Item], id: &ChoiceId) -> Option<&'a Text> {
    items.iter().find(|it| it.id == *id).map(|it| &it.text)
}

fn pair(w: &Words, stem: (Option<&Text>, &ChoiceId), option: (Option<&Text>, &ChoiceId)) -> String {
    w.results_answer_match(known(w, option.0, option.1), known(w, stem.0, stem.1))
}

/// «hueco 2»: a gap by its place; by its id where it is there no more.
pub fn gap_name(w: &Words, gaps: &[Gap], id: &ChoiceId) -> String {
    let place = gaps.iter().position(|gap| gap.id == *id);
    place.map_or_else(|| format!("{id} ({})", w.results_answer_gone()), |place| w.results_gap(place + 1))
}

/// Words in which gaps stand as `[[a]]`, with each named by its place.
pub fn with_gaps_named(w: &Words, words: &str, kind: &QuestionKind) -> String {
    let QuestionKind::Cloze(Cloze { gaps, .. }) = kind else { return words.to_owned() };
    gaps.iter().enumerate().fold(words.to_owned(), |words, (place, gap)| {
        words.replace(&format!("[[{}]]", gap.id), &format!("[{}]", w.results_gap(place + 1)))
    })
}

fn gap(w: &Words, cloze: &Cloze, id: &ChoiceId, given: &str) -> String {
    let wants = cloze.gaps.iter().find(|gap| gap.id == *id).map(|gap| &gap.wants);
    let words = match wants {
        Some(GapKind::Choice { choices }) => {
            let chosen = choices.iter().find(|it| it.id.as_str() == given);
            known(w, chosen.map(|it| &it.text), &ChoiceId(given.to_owned()))
        }
        _ => given.to_owned(),
    };
    format!("{}: {words}", gap_name(w, &cloze.gaps, id))
}

/// The words that stand as `[[a:these words]]` in a passage.
fn marked(text: &HotText, id: &ChoiceId, language: &str) -> String {
    let start = format!("[[{id}:");
    let after = text.passage.get(language).split_once(&start).map(|(_, after)| after);
    let words = after.and_then(|after| after.split_once("]]")).map(|(words, _)| words);
    words.map_or_else(|| id.to_string(), str::to_owned)
}

fn accepted(it: &Accepted) -> String {
    if it.credit == 100 { it.text.clone() } else { format!("{} ({} %)", it.text, it.credit) }
}

fn within(value: &domain::quizzes::Decimal, tolerance: &domain::quizzes::Decimal) -> String {
    if *tolerance == 0.into() { value.to_string() } else { format!("{value} ± {tolerance}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::quizzes::{Choice, Feedback, HotSpan, MatchStem, Matching, Numeric};
    use std::collections::{BTreeMap, BTreeSet};

    fn text(words: &str) -> Text {
        Text::new([("es", words)])
    }

    #[test]
    fn answers_and_keys_are_said_in_the_questions_own_words() {
        let w = words::in_language("es");
        let choice = |id: &str, words: &str| Choice {
            id: id.into(),
            text: text(words),
            right: id == "a",
            feedback: Text::default(),
        };
        let single = QuestionKind::SingleChoice { choices: vec![choice("a", "Sí"), choice("b", "No")] };
        assert_eq!(lines(w, &single, &Answer::Choice("b".into())), ["No"]);
        assert_eq!(lines(w, &single, &Answer::Choice("z".into())), ["z (ya no se ofrece)"]);
        assert_eq!(key(w, &single), ["Sí"]);
        let item = |id: &str, words: &str| Item { id: id.into(), text: text(words) };
        let matching = QuestionKind::Matching(Matching {
            stems: vec![MatchStem { id: "m1".into(), text: text("Fiscalía"), matches: "o1".into() }],
            options: vec![item("o1", "investiga"), item("o2", "juzga")],
            feedback: Feedback::default(),
        });
        let pairs = BTreeMap::from([("m1".into(), "o2".into())]);
        assert_eq!(lines(w, &matching, &Answer::Matches(pairs)), ["Fiscalía → juzga"]);
        assert_eq!(key(w, &matching), ["Fiscalía → investiga"]);
        let span = |id: &str| HotSpan { id: id.into(), right: id == "b", feedback: Text::default() };
        let hot = QuestionKind::HotText(HotText {
            passage: text("Vino [[a:tarde]] y [[b:lloraba]]."),
            spans: vec![span("a"), span("b")],
            feedback: Feedback::default(),
        });
        assert_eq!(lines(w, &hot, &Answer::Choices(BTreeSet::from(["a".into()]))), ["tarde"]);
        assert_eq!(key(w, &hot), ["lloraba"]);
        let numeric = QuestionKind::Numeric(Numeric {
            value: 72.into(),
            tolerance: 1.into(),
            units: Vec::new(),
            feedback: Feedback::default(),
        });
        assert_eq!(key(w, &numeric), ["72 ± 1"]);
    }

    #[test]
    fn a_line_holds_no_marks_and_not_too_many_letters() {
        let stem = text(&format!("# Un **caso** con [[a]]: {}", "palabra ".repeat(40)));
        let short = short(&stem, "es");
        assert!(short.starts_with("Un caso con ____: palabra") && short.ends_with('…'), "{short}");
        assert!(short.chars().count() <= SHORT + 1);
    }
}
