//! What can be chosen or typed in a question, each under a key that is the same in every attempt: what statistics count, and what
//! they are called. It must not know who chose what.

use super::marking::{Readings, accepted, comparable, credit, gap_credit};
use super::{Answer, Cloze, GapKind, Matching, Piece, QuestionKind, pieces};
use crate::Text;
use crate::ids::ChoiceId;
use crate::people::folded;
use std::collections::BTreeSet;

/// Between the id of a part and what was answered in it. Ids hold neither of these two.
const PART: char = '/';
/// Between what is asked and what was put to it: a stem and its option, a gap and its text.
const TO: char = '→';

/// One thing that can be chosen or was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chooses<'a> {
    pub key: String,
    /// What it is called, from the outside in: the part, the stem or gap, the option.
    pub label: Vec<Label<'a>>,
    /// Whether choosing it is right; of an ordering's item, that it stands in its place.
    pub right: bool,
}

/// A piece of what an option is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label<'a> {
    Words(&'a Text),
    /// Words that can be marked in a passage, by the id of the span.
    Span(&'a Text, &'a ChoiceId),
    /// A part of a vignette, or a gap, by its place from 1.
    Part(usize),
    Gap(usize),
    Typed(String),
}

impl Label<'_> {
    /// The words in a language; none for a part and a gap, which have a number.
    pub fn words(&self, language: &str) -> Option<String> {
        match self {
            Self::Words(text) => Some(text.get(language).to_owned()),
            Self::Span(passage, id) => pieces(passage.get(language)).into_iter().find_map(|piece| match piece {
                Piece::Span { id: found, words } if found == id.as_str() => Some(words.to_owned()),
                _ => None,
            }),
            Self::Part(_) | Self::Gap(_) => None,
            Self::Typed(text) => Some(text.clone()),
        }
    }
}

/// The keys of what one answer chose: of an ordering the items that stand in their place; of an open answer none, since no two
/// are alike. What was typed is folded first, as marking compares it.
pub fn chosen(kind: &QuestionKind, answer: &Answer) -> BTreeSet<String> {
    match (kind, answer) {
        (_, Answer::Choice(id)) => [id.to_string()].into(),
        (_, Answer::Choices(ids)) => ids.iter().map(ToString::to_string).collect(),
        (_, Answer::Matches(pairs)) => pairs.iter().map(|(stem, option)| format!("{stem}{TO}{option}")).collect(),
        (QuestionKind::Ordering(ordering), Answer::Order(order)) => {
            let placed = ordering.items.iter().zip(order).filter(|(item, placed)| item.id == **placed);
            placed.map(|(item, _)| item.id.to_string()).collect()
        }
        (QuestionKind::ShortAnswer(_), Answer::Text(text)) => [text_key(text)].into(),
        (_, Answer::Number { number, unit }) => [format!("{} {unit}", number_key(number)).trim_end().to_owned()].into(),
        (QuestionKind::Cloze(cloze), Answer::Gaps(gaps)) => {
            let filled = cloze.gaps.iter().filter_map(|gap| Some((gap, gaps.get(&gap.id)?)));
            filled.map(|(gap, text)| format!("{}{TO}{}", gap.id, gap_key(&gap.wants, text))).collect()
        }
        (QuestionKind::Vignette(vignette), Answer::Parts(parts)) => vignette
            .parts
            .iter()
            .filter_map(|part| Some((part, parts.get(&part.id)?)))
            .flat_map(|(part, answer)| {
                chosen(&part.kind, answer).into_iter().map(|key| format!("{}{PART}{key}", part.id))
            })
            .collect(),
        _ => BTreeSet::new(),
    }
}

/// Everything that is offered, in the order in which it is written; what people type is not among it.
pub fn offered(kind: &QuestionKind) -> Vec<Chooses<'_>> {
    match kind {
        QuestionKind::SingleChoice { choices }
        | QuestionKind::TrueFalse { choices }
        | QuestionKind::MultipleChoice { choices } => {
            choices.iter().map(|it| one(it.id.to_string(), Label::Words(&it.text), it.right)).collect()
        }
        QuestionKind::HotText(text) => {
            text.spans.iter().map(|it| one(it.id.to_string(), Label::Span(&text.passage, &it.id), it.right)).collect()
        }
        QuestionKind::Matching(matching) => matchings(matching),
        QuestionKind::Ordering(ordering) => {
            ordering.items.iter().map(|it| one(it.id.to_string(), Label::Words(&it.text), true)).collect()
        }
        QuestionKind::Cloze(cloze) => gap_choices(cloze),
        QuestionKind::Vignette(vignette) => {
            let parts = vignette.parts.iter().enumerate();
            parts
                .flat_map(|(place, part)| {
                    offered(&part.kind).into_iter().map(move |it| it.within(&part.id, PART, Label::Part(place + 1)))
                })
                .collect()
        }
        QuestionKind::ShortAnswer(_) | QuestionKind::Numeric(_) | QuestionKind::Open(_) => Vec::new(),
    }
}

/// What was typed, from its key; none for the key of something that is offered, or of what is not in the question any more.
pub fn typed<'a>(kind: &'a QuestionKind, key: &str) -> Option<Chooses<'a>> {
    let said = |right: bool| Some(one(key.to_owned(), Label::Typed(key.to_owned()), right));
    match kind {
        QuestionKind::ShortAnswer(short) => said(accepted(&short.accepted, key).is_some_and(|it| it.credit == 100)),
        QuestionKind::Numeric(_) => {
            let (number, unit) = key.split_once(' ').unwrap_or((key, ""));
            let answer = Answer::Number { number: number.into(), unit: unit.into() };
            said(credit("", kind, Some(&answer), &Readings::new()).hundredths == 100)
        }
        QuestionKind::Cloze(cloze) => {
            let (id, text) = key.split_once(TO)?;
            let (place, gap) = cloze.gaps.iter().enumerate().find(|(_, gap)| gap.id.as_str() == id)?;
            let right = match gap.wants {
                GapKind::Choice { .. } => return None,
                GapKind::Text { .. } | GapKind::Number { .. } => gap_credit(&gap.wants, text) == 100,
            };
            let typed = one(text.to_owned(), Label::Typed(text.to_owned()), right);
            Some(typed.within(&gap.id, TO, Label::Gap(place + 1)))
        }
        QuestionKind::Vignette(vignette) => {
            let (id, rest) = key.split_once(PART)?;
            let (place, part) = vignette.parts.iter().enumerate().find(|(_, part)| part.id.as_str() == id)?;
            Some(typed(&part.kind, rest)?.within(&part.id, PART, Label::Part(place + 1)))
        }
        _ => None,
    }
}

fn one<'a>(key: String, label: Label<'a>, right: bool) -> Chooses<'a> {
    Chooses { key, label: vec![label], right }
}

impl<'a> Chooses<'a> {
    /// The same, as a part of something larger.
    fn within(self, id: &ChoiceId, between: char, label: Label<'a>) -> Self {
        let key = format!("{id}{between}{}", self.key);
        Self { key, label: std::iter::once(label).chain(self.label).collect(), ..self }
    }
}

fn matchings(matching: &Matching) -> Vec<Chooses<'_>> {
    let mut all = Vec::with_capacity(matching.stems.len() * matching.options.len());
    for stem in &matching.stems {
        for option in &matching.options {
            all.push(Chooses {
                key: format!("{}{TO}{}", stem.id, option.id),
                label: vec![Label::Words(&stem.text), Label::Words(&option.text)],
                right: option.id == stem.matches,
            });
        }
    }
    all
}

fn gap_choices(cloze: &Cloze) -> Vec<Chooses<'_>> {
    let mut all = Vec::new();
    for (place, gap) in cloze.gaps.iter().enumerate() {
        let GapKind::Choice { choices } = &gap.wants else { continue };
        for it in choices {
            let choice = one(it.id.to_string(), Label::Words(&it.text), it.right);
            all.push(choice.within(&gap.id, TO, Label::Gap(place + 1)));
        }
    }
    all
}

fn gap_key(wants: &GapKind, given: &str) -> String {
    match wants {
        GapKind::Choice { .. } => given.to_owned(),
        GapKind::Text { .. } => text_key(given),
        GapKind::Number { .. } => number_key(given),
    }
}

/// As marking compares it; of what is signs alone, the signs.
fn text_key(written: &str) -> String {
    let key = comparable(written);
    if key.is_empty() { folded(written) } else { key }
}

/// The same number under one key, however it was written: `2,50` and `2.5`.
fn number_key(written: &str) -> String {
    let number = written.parse::<super::Decimal>();
    number.map_or_else(|_| folded(written), |number| number.to_string())
}

#[cfg(test)]
mod tests {
    use super::super::any::{any_answered, any_kind};
    use super::super::{Accepted, Feedback, Gap, GapChoice, Numeric, Part, ShortAnswer, Unit, Vignette, model_answer};
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Every key that an answer has is either offered or typed, never both, so that a page can name each.
        #[test]
        fn whatever_is_chosen_has_a_name((kind, answer) in any_answered()) {
            let offered: BTreeSet<String> = offered(&kind).into_iter().map(|it| it.key).collect();
            for key in chosen(&kind, &answer) {
                let typed = typed(&kind, &key);
                prop_assert!(offered.contains(&key) != typed.is_some(), "{key}");
                if let Some(typed) = typed {
                    prop_assert_eq!(&typed.key, &key);
                    prop_assert!(typed.label.iter().all(|label| !matches!(label.words("es"), Some(words) if words.is_empty())));
                }
            }
        }

        #[test]
        fn no_two_options_have_the_same_key_and_each_has_words(kind in any_kind()) {
            let all = offered(&kind);
            let keys: BTreeSet<&String> = all.iter().map(|it| &it.key).collect();
            prop_assert_eq!(keys.len(), all.len());
            for it in &all {
                let last = it.label.last().and_then(|label| label.words("es"));
                prop_assert!(last.is_some_and(|words| !words.is_empty()), "{:?}", it);
            }
        }

        /// Who answers all of it right has chosen right things only.
        #[test]
        fn a_right_answer_chooses_what_is_right(kind in any_kind()) {
            let Some(answer) = model_answer(&kind) else { return Ok(()) };
            for key in chosen(&kind, &answer) {
                let found = offered(&kind).into_iter().find(|it| it.key == key).or_else(|| typed(&kind, &key));
                prop_assert!(found.is_some_and(|it| it.right), "{key} of {kind:?}");
            }
        }
    }

    #[test]
    fn what_is_typed_alike_is_one_key() {
        let accepted = vec![Accepted { text: "Xʼeʼ".into(), credit: 100, feedback: Text::default() }];
        let short = QuestionKind::ShortAnswer(ShortAnswer { accepted, feedback: Feedback::default() });
        let of = |text: &str| chosen(&short, &Answer::Text(text.into()));
        assert_eq!(of("  X'E'. "), of("xʼeʼ"));
        assert_eq!(of("..."), ["...".to_owned()].into());
        let unit = |name: &str, factor: &str| Unit { name: name.into(), factor: factor.parse().unwrap() };
        let numeric = QuestionKind::Numeric(Numeric {
            value: "2.5".parse().unwrap(),
            tolerance: "0".parse().unwrap(),
            units: vec![unit("kg", "1"), unit("g", "0.001")],
            feedback: Feedback::default(),
        });
        let of = |number: &str, unit: &str| {
            chosen(&numeric, &Answer::Number { number: number.into(), unit: unit.into() }).pop_first().unwrap()
        };
        assert_eq!(of("2,50", "kg"), "2.5 kg");
        assert_eq!(of("2.5", ""), "2.5");
        assert!(typed(&numeric, &of("2500", "g")).unwrap().right);
        assert!(!typed(&numeric, &of("2500", "kg")).unwrap().right);
    }

    #[test]
    fn what_is_inside_something_says_where() {
        let choice = |id: &str, right| GapChoice { id: id.into(), text: Text::new([("es", id)]), right };
        let gap =
            Gap { id: "g".into(), wants: GapKind::Choice { choices: vec![choice("a", true), choice("b", false)] } };
        let kind = QuestionKind::Cloze(Cloze { gaps: vec![gap], feedback: Feedback::default() });
        let part = Part { id: "p1".into(), tells: Text::default(), stem: Text::default(), kind };
        let vignette = QuestionKind::Vignette(Vignette { parts: vec![part] });
        let offered = offered(&vignette);
        assert_eq!(offered.iter().map(|it| it.key.as_str()).collect::<Vec<_>>(), ["p1/g→a", "p1/g→b"]);
        assert_eq!(offered[0].label[..2], [Label::Part(1), Label::Gap(1)]);
        assert_eq!(offered[0].label[2].words("es").as_deref(), Some("a"));
    }
}
