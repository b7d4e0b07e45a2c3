//! Questions of every kind by chance, answers that are often right in part, and what is right, said without asking the library.

use domain::Text;
use domain::ids::ChoiceId;
use domain::quizzes::{
    Accepted, Answer, Choice, Cloze, Decimal, Difficulty, Feedback, Form, Gap, GapChoice, GapKind, HotSpan, HotText,
    Item, MatchStem, Matching, Numeric, Open, Ordering, Part, Question, QuestionKind, ShortAnswer, Unit, Vignette,
};
use proptest::prelude::*;
use proptest::sample::{Index, subsequence};
use std::collections::{BTreeMap, BTreeSet};

/// The id of the n-th entry of a list: `a`, `b`, …
pub fn id(place: usize) -> ChoiceId {
    let letter = char::from_digit(10 + u32::try_from(place % 26).unwrap_or(0), 36).unwrap_or('a');
    if place < 26 { ChoiceId(letter.to_string()) } else { ChoiceId(format!("{letter}{}", place / 26)) }
}

fn words(text: &str) -> Text {
    Text::new([("es", text), ("en", text)])
}

pub fn thousandths(number: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}.{:03}", number.unsigned_abs() / 1000, number.unsigned_abs() % 1000)
}

pub fn decimal(number: i64) -> Decimal {
    thousandths(number).parse().expect("it is a number")
}

fn choices(right: Vec<bool>) -> Vec<Choice> {
    let choice = |(place, right): (usize, bool)| Choice {
        id: id(place),
        text: words(&format!("choice {place}")),
        right,
        feedback: words("why"),
    };
    right.into_iter().enumerate().map(choice).collect()
}

fn one_right(count: usize) -> impl Strategy<Value = Vec<bool>> {
    any::<Index>().prop_map(move |at| (0..count).map(|place| place == at.index(count)).collect())
}

/// At least one right and one not.
fn some_right(most: usize) -> impl Strategy<Value = Vec<bool>> {
    let any = proptest::collection::vec(any::<bool>(), 2..=most);
    (any, any_index_pair()).prop_map(|(mut right, (one, other))| {
        let count = right.len();
        let (one, other) = (one.index(count), other.index(count - 1));
        right[one] = true;
        right[if other >= one { other + 1 } else { other }] = false;
        right
    })
}

fn any_index_pair() -> impl Strategy<Value = (Index, Index)> {
    (any::<Index>(), any::<Index>())
}

fn matching() -> impl Strategy<Value = QuestionKind> {
    (2..=10_usize, 2..=12_usize).prop_flat_map(|(stems, options)| {
        proptest::collection::vec(0..options, stems).prop_map(move |to| {
            let stem = |(place, to): (usize, usize)| MatchStem {
                id: id(place),
                text: words(&format!("stem {place}")),
                matches: id(to),
            };
            QuestionKind::Matching(Matching {
                stems: to.into_iter().enumerate().map(stem).collect(),
                options: items(options),
                feedback: Feedback::default(),
            })
        })
    })
}

fn items(count: usize) -> Vec<Item> {
    (0..count).map(|place| Item { id: id(place), text: words(&format!("item {place}")) }).collect()
}

/// Words that people type in Guatemala, each another for another number.
fn typed(number: usize) -> String {
    let stems = ["señal", "Q'eqchiʼ", "acompañar", "k’iche’", "Niñez", "averigüe"];
    format!("{} {}", stems[number % stems.len()], number / stems.len())
}

/// One worth all of it, and others worth what chance gives.
fn accepted() -> impl Strategy<Value = Vec<Accepted>> {
    (proptest::collection::vec(0..=100_u8, 1..6), any::<Index>()).prop_map(|(mut credits, whole)| {
        let count = credits.len();
        credits[whole.index(count)] = 100;
        let one = |(place, credit)| Accepted { text: typed(place), credit, feedback: Text::default() };
        credits.into_iter().enumerate().map(one).collect()
    })
}

fn value() -> impl Strategy<Value = (Decimal, Decimal)> {
    (-100_000..100_000_i64, 0..5_000_i64).prop_map(|(value, tolerance)| (decimal(value), decimal(tolerance)))
}

fn gap() -> impl Strategy<Value = GapKind> {
    prop_oneof![
        accepted().prop_map(|accepted| GapKind::Text { accepted }),
        (2..=8_usize).prop_flat_map(one_right).prop_map(|right| {
            let choice = |(place, right)| GapChoice { id: id(place), text: words(&format!("gap {place}")), right };
            GapKind::Choice { choices: right.into_iter().enumerate().map(choice).collect() }
        }),
        value().prop_map(|(value, tolerance)| GapKind::Number { value, tolerance }),
    ]
}

/// Of every kind but the vignette.
pub fn plain_kind() -> impl Strategy<Value = QuestionKind> {
    let feedback = Feedback::default;
    prop_oneof![
        (2..=8_usize).prop_flat_map(one_right).prop_map(|right| QuestionKind::SingleChoice { choices: choices(right) }),
        one_right(2).prop_map(|right| QuestionKind::TrueFalse { choices: choices(right) }),
        some_right(10).prop_map(|right| QuestionKind::MultipleChoice { choices: choices(right) }),
        matching(),
        (2..=10_usize)
            .prop_map(move |count| QuestionKind::Ordering(Ordering { items: items(count), feedback: feedback() })),
        accepted().prop_map(move |accepted| QuestionKind::ShortAnswer(ShortAnswer { accepted, feedback: feedback() })),
        (value(), any::<bool>()).prop_map(move |((value, tolerance), hours)| {
            let unit = |name: &str, factor| Unit { name: name.into(), factor: Decimal::from(factor) };
            let units = if hours { vec![unit("min", 1), unit("h", 60)] } else { Vec::new() };
            QuestionKind::Numeric(Numeric { value, tolerance, units, feedback: feedback() })
        }),
        proptest::collection::vec(gap(), 1..=12).prop_map(move |gaps| {
            let gaps = gaps.into_iter().enumerate().map(|(place, wants)| Gap { id: id(place), wants }).collect();
            QuestionKind::Cloze(Cloze { gaps, feedback: feedback() })
        }),
        some_right(30).prop_map(move |right| {
            let span = |(place, right)| HotSpan { id: id(place), right, feedback: Text::default() };
            let spans = right.into_iter().enumerate().map(span).collect();
            QuestionKind::HotText(HotText { passage: words("a text"), spans, feedback: feedback() })
        }),
        (50..=10_000_u16).prop_map(|longest| QuestionKind::Open(Open { longest, criteria: words("what counts") })),
    ]
}

/// Of every kind.
pub fn kind() -> impl Strategy<Value = QuestionKind> {
    let part = |(place, kind)| Part { id: id(place), tells: Text::default(), stem: words("and now?"), kind };
    let vignette = proptest::collection::vec(plain_kind(), 1..=8).prop_map(move |kinds| {
        QuestionKind::Vignette(Vignette { parts: kinds.into_iter().enumerate().map(part).collect() })
    });
    prop_oneof![3 => plain_kind(), 1 => vignette]
}

pub fn question(id: &str, kind: QuestionKind) -> Question {
    Question::new(id.into(), words("what?"), kind, Difficulty::Basic)
}

/// Questions of a pool: of three topics, three difficulties and, where they have them, two forms.
pub fn pool(forms: bool) -> impl Strategy<Value = Vec<Question>> {
    let one = (0..3_usize, 0..3_usize, any::<bool>());
    proptest::collection::vec(one, 1..40).prop_map(move |rows| {
        let made = rows.into_iter().enumerate().map(|(place, (topic, difficulty, first))| Question {
            topic: Some(format!("t{topic}").as_str().into()),
            difficulty: [Difficulty::Basic, Difficulty::Applied, Difficulty::Demanding][difficulty],
            form: forms.then_some(if first { Form::A } else { Form::B }),
            ..question(&format!("q-{place}"), QuestionKind::TrueFalse { choices: choices(vec![true, false]) })
        });
        made.collect()
    })
}

/// An answer that the question offers, whole or not.
pub fn answer(kind: &QuestionKind) -> BoxedStrategy<Answer> {
    let ids = |count: usize| subsequence((0..count).collect::<Vec<_>>(), 1..=count);
    let set = |places: Vec<usize>| Answer::Choices(places.into_iter().map(id).collect());
    match kind {
        QuestionKind::SingleChoice { choices } | QuestionKind::TrueFalse { choices } => {
            (0..choices.len()).prop_map(|place| Answer::Choice(id(place))).boxed()
        }
        QuestionKind::MultipleChoice { choices } => ids(choices.len()).prop_map(set).boxed(),
        QuestionKind::HotText(text) => ids(text.spans.len()).prop_map(set).boxed(),
        QuestionKind::Matching(matching) => {
            let options = matching.options.len();
            let stems = matching.stems.clone();
            proptest::collection::vec(0..=options, stems.len())
                .prop_filter_map("something is matched", move |to| {
                    // A third of what chance says is put right, so that much of it is.
                    let pair = |(stem, to): (&MatchStem, usize)| match to {
                        to if to == options => None,
                        to if to % 3 == 0 => Some((stem.id.clone(), stem.matches.clone())),
                        to => Some((stem.id.clone(), id(to))),
                    };
                    let pairs: BTreeMap<_, _> = stems.iter().zip(to).filter_map(pair).collect();
                    (!pairs.is_empty()).then_some(Answer::Matches(pairs))
                })
                .boxed()
        }
        QuestionKind::Ordering(ordering) => {
            let order: Vec<ChoiceId> = ordering.items.iter().map(|item| item.id.clone()).collect();
            Just(order).prop_shuffle().prop_map(Answer::Order).boxed()
        }
        QuestionKind::ShortAnswer(_) => (0..8_usize).prop_map(|number| Answer::Text(typed(number))).boxed(),
        QuestionKind::Numeric(numeric) => {
            let units: Vec<String> =
                std::iter::once(String::new()).chain(numeric.units.iter().map(|it| it.name.clone())).collect();
            (near(numeric.value), proptest::sample::select(units))
                .prop_map(|(number, unit)| Answer::Number { number, unit })
                .boxed()
        }
        QuestionKind::Cloze(cloze) => {
            let each: Vec<_> = cloze.gaps.iter().map(|gap| proptest::option::weighted(0.8, fill(&gap.wants))).collect();
            let gaps = cloze.gaps.clone();
            each.prop_filter_map("something is filled", move |filled| {
                let all = gaps.iter().zip(filled).filter_map(|(gap, text)| Some((gap.id.clone(), text?)));
                let all: BTreeMap<_, _> = all.collect();
                (!all.is_empty()).then_some(Answer::Gaps(all))
            })
            .boxed()
        }
        QuestionKind::Vignette(vignette) => {
            let each: Vec<_> = vignette.parts.iter().map(|part| answer(&part.kind)).collect();
            let count = each.len();
            (each, 1..=count)
                .prop_map(|(answers, given)| {
                    Answer::Parts(answers.into_iter().take(given).enumerate().map(|(at, it)| (id(at), it)).collect())
                })
                .boxed()
        }
        QuestionKind::Open(_) => Just(Answer::Text("a text".into())).boxed(),
    }
}

/// The value itself, or something else.
fn near(value: Decimal) -> impl Strategy<Value = String> {
    prop_oneof![Just(value.to_string()), (-100_000..100_000_i64).prop_map(thousandths)]
}

fn fill(wants: &GapKind) -> BoxedStrategy<String> {
    match wants {
        GapKind::Text { .. } => (0..8_usize).prop_map(typed).boxed(),
        GapKind::Choice { choices } => (0..choices.len()).prop_map(|place| id(place).to_string()).boxed(),
        GapKind::Number { value, .. } => near(*value).boxed(),
    }
}

/// What is right in all of it; none of what a person reads.
pub fn right(kind: &QuestionKind) -> Option<Answer> {
    let all = |of: Vec<(ChoiceId, bool)>| {
        Answer::Choices(of.into_iter().filter(|(_, right)| *right).map(|(id, _)| id).collect::<BTreeSet<_>>())
    };
    Some(match kind {
        QuestionKind::SingleChoice { choices } | QuestionKind::TrueFalse { choices } => {
            Answer::Choice(choices.iter().find(|choice| choice.right)?.id.clone())
        }
        QuestionKind::MultipleChoice { choices } => all(choices.iter().map(|it| (it.id.clone(), it.right)).collect()),
        QuestionKind::HotText(text) => all(text.spans.iter().map(|it| (it.id.clone(), it.right)).collect()),
        QuestionKind::Matching(matching) => {
            Answer::Matches(matching.stems.iter().map(|stem| (stem.id.clone(), stem.matches.clone())).collect())
        }
        QuestionKind::Ordering(ordering) => Answer::Order(ordering.items.iter().map(|it| it.id.clone()).collect()),
        QuestionKind::ShortAnswer(short) => Answer::Text(whole_text(&short.accepted)?),
        QuestionKind::Numeric(numeric) => Answer::Number { number: numeric.value.to_string(), unit: String::new() },
        QuestionKind::Cloze(cloze) => {
            let filled: Option<BTreeMap<_, _>> =
                cloze.gaps.iter().map(|gap| Some((gap.id.clone(), right_fill(&gap.wants)?))).collect();
            Answer::Gaps(filled?)
        }
        QuestionKind::Vignette(vignette) => {
            let parts: Option<BTreeMap<_, _>> =
                vignette.parts.iter().map(|part| Some((part.id.clone(), right(&part.kind)?))).collect();
            Answer::Parts(parts?)
        }
        QuestionKind::Open(_) => return None,
    })
}

fn whole_text(accepted: &[Accepted]) -> Option<String> {
    accepted.iter().find(|it| it.credit == 100).map(|it| it.text.clone())
}

pub fn right_fill(wants: &GapKind) -> Option<String> {
    match wants {
        GapKind::Text { accepted } => whole_text(accepted),
        GapKind::Choice { choices } => choices.iter().find(|it| it.right).map(|it| it.id.to_string()),
        GapKind::Number { value, .. } => Some(value.to_string()),
    }
}
