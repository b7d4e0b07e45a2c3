//! Questions of every kind by chance, for properties; behind the feature `proptest`, which only tests ask for. All that a page must
//! not tell (what is right, and why) is marked: texts by [`HIDDEN`], numbers by being near [`HIDDEN_NUMBER`].

use super::*;
use crate::Text;
use crate::ids::ChoiceId;
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Stands in every text that nobody may read before she is told.
pub const HIDDEN: char = '☂';
/// The whole part of every number that is asked for.
pub const HIDDEN_NUMBER: i32 = 987_654;

fn text() -> impl Strategy<Value = Text> {
    ("[a-zñ &<>\"«»]{1,14}", "[a-z &<>\"]{1,14}").prop_map(|(es, en)| Text::new([("es", &es), ("en", &en)]))
}

fn hidden() -> impl Strategy<Value = Text> {
    "[a-z]{1,6}".prop_map(|it| Text::new([("es", &format!("{it} {HIDDEN}")), ("en", &format!("{HIDDEN} {it}"))]))
}

fn feedback() -> impl Strategy<Value = Feedback> {
    (hidden(), option::of(hidden()), hidden()).prop_map(|(right, partly, wrong)| Feedback {
        right,
        partly: partly.unwrap_or_default(),
        wrong,
    })
}

fn id(number: usize) -> ChoiceId {
    ChoiceId(char::from(b'a' + u8::try_from(number).unwrap_or(0)).to_string())
}

/// At least one right, at least one not.
fn choices(most: usize) -> impl Strategy<Value = Vec<Choice>> {
    vec((text(), any::<bool>(), hidden()), 2..=most).prop_map(|all| {
        let choice = |(number, (text, right, feedback)): (usize, (Text, bool, Text))| Choice {
            id: id(number),
            text,
            right: (right || number == 0) && number != 1,
            feedback,
        };
        all.into_iter().enumerate().map(choice).collect()
    })
}

fn one_right(most: usize) -> impl Strategy<Value = Vec<Choice>> {
    (choices(most), any::<prop::sample::Index>()).prop_map(|(mut choices, right)| {
        let right = right.index(choices.len());
        choices.iter_mut().enumerate().for_each(|(number, choice)| choice.right = number == right);
        choices
    })
}

fn items(most: usize) -> impl Strategy<Value = Vec<Item>> {
    vec(text(), 2..=most)
        .prop_map(|all| all.into_iter().enumerate().map(|(number, text)| Item { id: id(number), text }).collect())
}

fn accepted() -> impl Strategy<Value = Vec<Accepted>> {
    vec(("[a-z]{1,8}", 0..=100_u8, option::of(hidden())), 1..4).prop_map(|all| {
        let one = |(number, (text, credit, feedback)): (usize, (String, u8, Option<Text>))| Accepted {
            text: format!("{text}{HIDDEN}"),
            // The first that is equal decides; so the best is never behind a worse one of the same words.
            credit: if number == 0 { 100 } else { credit.min(99) },
            feedback: feedback.unwrap_or_default(),
        };
        all.into_iter().enumerate().map(one).collect()
    })
}

fn secret_number() -> impl Strategy<Value = (Decimal, Decimal)> {
    (0..100_i32, 0..5_i32).prop_map(|(hundredths, tolerance)| {
        (format!("{HIDDEN_NUMBER}.{hundredths:02}").parse().unwrap_or_default(), Decimal::from(tolerance))
    })
}

fn gap() -> impl Strategy<Value = GapKind> {
    prop_oneof![
        accepted().prop_map(|accepted| GapKind::Text { accepted }),
        one_right(4).prop_map(|choices| GapKind::Choice {
            choices: choices.into_iter().map(|it| GapChoice { id: it.id, text: it.text, right: it.right }).collect(),
        }),
        secret_number().prop_map(|(value, tolerance)| GapKind::Number { value, tolerance }),
    ]
}

/// A text with so many places in it; `inside` is written between the brackets.
fn text_with(places: usize, inside: impl Fn(usize) -> String) -> Text {
    let words: Vec<String> = (0..places).map(|number| format!("palabra [[{}]] otra", inside(number))).collect();
    Text::new([("es", &words.join(", ")), ("en", &words.join(" and "))])
}

/// The stem of a question of that kind.
pub fn stem_of(kind: &QuestionKind) -> Text {
    match kind {
        QuestionKind::Cloze(cloze) => text_with(cloze.gaps.len(), |number| cloze.gaps[number].id.to_string()),
        _ => Text::new([("es", "¿Qué dice **esto**?"), ("en", "What does **this** say?")]),
    }
}

fn flat_kind() -> impl Strategy<Value = QuestionKind> {
    prop_oneof![
        one_right(8).prop_map(|choices| QuestionKind::SingleChoice { choices }),
        one_right(2).prop_map(|choices| QuestionKind::TrueFalse { choices }),
        choices(10).prop_map(|choices| QuestionKind::MultipleChoice { choices }),
        (items(10), vec((text(), any::<prop::sample::Index>()), 2..=10), feedback()).prop_map(
            |(options, stems, feedback)| {
                let stem = |(number, (text, matches)): (usize, (Text, prop::sample::Index))| MatchStem {
                    id: id(number),
                    text,
                    matches: options[matches.index(options.len())].id.clone(),
                };
                let stems = stems.into_iter().enumerate().map(stem).collect();
                QuestionKind::Matching(Matching { stems, options, feedback })
            }
        ),
        (items(10), feedback()).prop_map(|(items, feedback)| QuestionKind::Ordering(Ordering { items, feedback })),
        (accepted(), feedback())
            .prop_map(|(accepted, feedback)| QuestionKind::ShortAnswer(ShortAnswer { accepted, feedback })),
        (secret_number(), 0..3_usize, feedback()).prop_map(|((value, tolerance), units, feedback)| {
            let unit = |number: usize| Unit { name: ["kg", "g", "h"][number].into(), factor: Decimal::from(1) };
            QuestionKind::Numeric(Numeric { value, tolerance, units: (0..units).map(unit).collect(), feedback })
        }),
        (vec(gap(), 1..6), feedback()).prop_map(|(gaps, feedback)| {
            let gaps = gaps.into_iter().enumerate().map(|(number, wants)| Gap { id: id(number), wants }).collect();
            QuestionKind::Cloze(Cloze { gaps, feedback })
        }),
        (choices(8), feedback()).prop_map(|(choices, feedback)| {
            let passage = text_with(choices.len(), |number| format!("{}:lo dicho {number}", choices[number].id));
            let span = |it: Choice| HotSpan { id: it.id, right: it.right, feedback: it.feedback };
            QuestionKind::HotText(HotText { passage, spans: choices.into_iter().map(span).collect(), feedback })
        }),
        (50..2_000_u16, hidden()).prop_map(|(longest, criteria)| QuestionKind::Open(Open { longest, criteria })),
    ]
}

/// A question's kind with all that belongs to it.
pub fn any_kind() -> impl Strategy<Value = QuestionKind> {
    let part = (flat_kind(), option::of(text())).prop_map(|(kind, tells)| (stem_of(&kind), tells, kind));
    let vignette = vec(part, 1..5).prop_map(|parts| {
        let part = |(number, (stem, tells, kind))| Part {
            id: ChoiceId(format!("p{number}")),
            tells: Option::<Text>::unwrap_or_default(tells),
            stem,
            kind,
        };
        QuestionKind::Vignette(Vignette { parts: parts.into_iter().enumerate().map(part).collect() })
    });
    prop_oneof![5 => flat_kind(), 1 => vignette]
}

fn some_of(ids: Vec<ChoiceId>) -> impl Strategy<Value = BTreeSet<ChoiceId>> {
    let all = ids.len();
    prop::sample::subsequence(ids, 1..=all).prop_map(|some| some.into_iter().collect())
}

/// An answer that such a question offers, whole or not.
pub fn any_answer(kind: &QuestionKind) -> BoxedStrategy<Answer> {
    let short = || "[a-zé'’ &=+.,%]{0,10}[a-z]";
    let typed_number = || "-?[0-9]{1,6}([.,][0-9]{1,3})?";
    match kind {
        QuestionKind::SingleChoice { choices } | QuestionKind::TrueFalse { choices } => {
            let ids: Vec<ChoiceId> = choices.iter().map(|it| it.id.clone()).collect();
            prop::sample::select(ids).prop_map(Answer::Choice).boxed()
        }
        QuestionKind::MultipleChoice { choices } => {
            some_of(choices.iter().map(|it| it.id.clone()).collect()).prop_map(Answer::Choices).boxed()
        }
        QuestionKind::HotText(text) => {
            some_of(text.spans.iter().map(|it| it.id.clone()).collect()).prop_map(Answer::Choices).boxed()
        }
        QuestionKind::Matching(matching) => {
            let stems: Vec<ChoiceId> = matching.stems.iter().map(|it| it.id.clone()).collect();
            let options: Vec<ChoiceId> = matching.options.iter().map(|it| it.id.clone()).collect();
            btree_map(prop::sample::select(stems), prop::sample::select(options), 1..4)
                .prop_map(Answer::Matches)
                .boxed()
        }
        QuestionKind::Ordering(ordering) => {
            let ids: Vec<ChoiceId> = ordering.items.iter().map(|it| it.id.clone()).collect();
            Just(ids).prop_shuffle().prop_map(Answer::Order).boxed()
        }
        QuestionKind::ShortAnswer(_) => short().prop_map(Answer::Text).boxed(),
        QuestionKind::Open(_) => "[a-z &=%]{0,20}(\n[a-z]{1,9}){0,3}[a-z]".prop_map(Answer::Text).boxed(),
        QuestionKind::Numeric(numeric) => {
            let units: Vec<String> =
                std::iter::once(String::new()).chain(numeric.units.iter().map(|unit| unit.name.clone())).collect();
            (typed_number(), prop::sample::select(units))
                .prop_map(|(number, unit)| Answer::Number { number, unit })
                .boxed()
        }
        QuestionKind::Cloze(cloze) => {
            let gap = |gap: &Gap| {
                let fill: BoxedStrategy<String> = match &gap.wants {
                    GapKind::Text { .. } => short().boxed(),
                    GapKind::Number { .. } => typed_number().boxed(),
                    GapKind::Choice { choices } => {
                        let ids: Vec<String> = choices.iter().map(|it| it.id.to_string()).collect();
                        prop::sample::select(ids).boxed()
                    }
                };
                (Just(gap.id.clone()), fill)
            };
            let all: Vec<_> = cloze.gaps.iter().map(gap).collect();
            let many = all.len();
            (all, prop::sample::subsequence((0..many).collect::<Vec<_>>(), 1..=many))
                .prop_map(|(all, some)| Answer::Gaps(some.into_iter().map(|at| all[at].clone()).collect()))
                .boxed()
        }
        QuestionKind::Vignette(vignette) => {
            let parts: Vec<_> =
                vignette.parts.iter().map(|part| (Just(part.id.clone()), any_answer(&part.kind))).collect();
            let most = parts.len();
            (parts, 1..=most)
                .prop_map(|(parts, many)| Answer::Parts(parts.into_iter().take(many).collect::<BTreeMap<_, _>>()))
                .boxed()
        }
    }
}

/// A question's kind and an answer to it.
pub fn any_answered() -> impl Strategy<Value = (QuestionKind, Answer)> {
    any_kind().prop_flat_map(|kind| {
        let answer = any_answer(&kind);
        (Just(kind), answer)
    })
}

/// The same question with another key: what looks different for the two tells something.
pub fn another_key(kind: &QuestionKind) -> QuestionKind {
    let other = || Feedback { right: Text::new([("es", "otra")]), ..Feedback::default() };
    let flipped = |choices: &[Choice]| -> Vec<Choice> {
        choices
            .iter()
            .map(|it| Choice { right: !it.right, feedback: Text::new([("es", "otra")]), ..it.clone() })
            .collect()
    };
    match kind {
        QuestionKind::SingleChoice { choices } => QuestionKind::SingleChoice { choices: flipped(choices) },
        QuestionKind::TrueFalse { choices } => QuestionKind::TrueFalse { choices: flipped(choices) },
        QuestionKind::MultipleChoice { choices } => QuestionKind::MultipleChoice { choices: flipped(choices) },
        QuestionKind::Matching(it) => {
            let mut it = Matching { feedback: other(), ..it.clone() };
            let last = it.options[it.options.len() - 1].id.clone();
            let first = it.options[0].id.clone();
            it.stems.iter_mut().for_each(|stem| {
                stem.matches = if stem.matches == last { first.clone() } else { last.clone() };
            });
            QuestionKind::Matching(it)
        }
        QuestionKind::Ordering(it) => {
            QuestionKind::Ordering(Ordering { items: it.items.iter().rev().cloned().collect(), feedback: other() })
        }
        QuestionKind::ShortAnswer(_) => {
            let accepted = vec![Accepted { text: "otra".into(), credit: 100, feedback: Text::default() }];
            QuestionKind::ShortAnswer(ShortAnswer { accepted, feedback: other() })
        }
        QuestionKind::Numeric(it) => QuestionKind::Numeric(Numeric {
            value: Decimal::from(1),
            tolerance: Decimal::from(9),
            feedback: other(),
            ..it.clone()
        }),
        QuestionKind::Cloze(it) => {
            let gap = |gap: &Gap| {
                let wants = match &gap.wants {
                    GapKind::Text { .. } => GapKind::Text {
                        accepted: vec![Accepted { text: "otra".into(), credit: 100, feedback: Text::default() }],
                    },
                    GapKind::Number { .. } => GapKind::Number { value: Decimal::from(1), tolerance: Decimal::from(9) },
                    GapKind::Choice { choices } => GapKind::Choice {
                        choices: choices.iter().map(|it| GapChoice { right: !it.right, ..it.clone() }).collect(),
                    },
                };
                Gap { id: gap.id.clone(), wants }
            };
            QuestionKind::Cloze(Cloze { gaps: it.gaps.iter().map(gap).collect(), feedback: other() })
        }
        QuestionKind::HotText(it) => {
            let span = |it: &HotSpan| HotSpan { right: !it.right, feedback: Text::default(), id: it.id.clone() };
            let (passage, spans) = (it.passage.clone(), it.spans.iter().map(span).collect());
            QuestionKind::HotText(HotText { passage, spans, feedback: other() })
        }
        QuestionKind::Vignette(it) => {
            let part = |part: &Part| Part { kind: another_key(&part.kind), ..part.clone() };
            QuestionKind::Vignette(Vignette { parts: it.parts.iter().map(part).collect() })
        }
        QuestionKind::Open(it) => {
            QuestionKind::Open(Open { longest: it.longest, criteria: Text::new([("es", "otra")]) })
        }
    }
}
