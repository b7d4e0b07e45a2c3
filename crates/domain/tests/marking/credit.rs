//! What one answer is worth.

use crate::questions::{answer, decimal, id, kind, plain_kind, right, right_fill, thousandths};
use domain::ids::AttemptId;
use domain::ids::ChoiceId;
use domain::quizzes::marking::{Credit, Readings, credit, gap_credit, reading_key};
use domain::quizzes::{
    Accepted, Answer, Decimal, Feedback, GapKind, Numeric, QuestionKind, ShortAnswer, Unit, first_order,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// What an answer is worth, where nobody has read anything.
fn worth(kind: &QuestionKind, given: &Answer) -> u32 {
    credit("q", kind, Some(given), &Readings::new()).hundredths
}

fn kind_and_answer() -> impl Strategy<Value = (QuestionKind, Answer)> {
    kind().prop_flat_map(|kind| {
        let given = answer(&kind);
        (Just(kind), given)
    })
}

/// Whether every bit of it is right, said once more in another way than marking does.
fn is_all_right(kind: &QuestionKind, given: &Answer) -> bool {
    match (kind, given) {
        (QuestionKind::ShortAnswer(short), Answer::Text(text)) => {
            short.accepted.iter().find(|it| it.text == *text).is_some_and(|it| it.credit == 100)
        }
        (QuestionKind::Numeric(numeric), Answer::Number { number, unit }) => {
            let factor = numeric.units.iter().find(|it| it.name == *unit).map_or(Decimal::from(1), |it| it.factor);
            is_near(numeric.value, numeric.tolerance, number.parse::<Decimal>().expect("a number").times(factor))
        }
        (QuestionKind::Cloze(cloze), Answer::Gaps(gaps)) => {
            cloze.gaps.iter().all(|gap| gaps.get(&gap.id).is_some_and(|text| is_gap_right(&gap.wants, text)))
        }
        (QuestionKind::Vignette(vignette), Answer::Parts(parts)) => {
            vignette.parts.iter().all(|part| parts.get(&part.id).is_some_and(|given| is_all_right(&part.kind, given)))
        }
        (QuestionKind::Open(_), _) => false,
        _ => right(kind).as_ref() == Some(given),
    }
}

fn is_near(value: Decimal, tolerance: Decimal, given: Decimal) -> bool {
    value.distance(given) <= tolerance
}

fn is_gap_right(wants: &GapKind, text: &str) -> bool {
    match wants {
        GapKind::Text { accepted } => accepted.iter().any(|it| it.text == text && it.credit == 100),
        GapKind::Choice { .. } => right_fill(wants).as_deref() == Some(text),
        GapKind::Number { value, tolerance } => is_near(*value, *tolerance, text.parse().expect("a number")),
    }
}

/// The same question with everything in it listed the other way round, but for the items of an ordering: their order is what is asked.
fn turned(kind: &QuestionKind) -> QuestionKind {
    let mut turned = kind.clone();
    match &mut turned {
        QuestionKind::SingleChoice { choices }
        | QuestionKind::TrueFalse { choices }
        | QuestionKind::MultipleChoice { choices } => choices.reverse(),
        QuestionKind::Matching(matching) => {
            matching.stems.reverse();
            matching.options.reverse();
        }
        QuestionKind::ShortAnswer(short) => short.accepted.reverse(),
        QuestionKind::Numeric(numeric) => numeric.units.reverse(),
        QuestionKind::Cloze(cloze) => {
            cloze.gaps.reverse();
            for gap in &mut cloze.gaps {
                match &mut gap.wants {
                    GapKind::Text { accepted } => accepted.reverse(),
                    GapKind::Choice { choices } => choices.reverse(),
                    GapKind::Number { .. } => {}
                }
            }
        }
        QuestionKind::HotText(text) => text.spans.reverse(),
        QuestionKind::Vignette(vignette) => {
            vignette.parts.reverse();
            for part in &mut vignette.parts {
                part.kind = self::turned(&part.kind);
            }
        }
        QuestionKind::Ordering(_) | QuestionKind::Open(_) => {}
    }
    turned
}

proptest! {
    #[test]
    fn never_below_nothing_nor_above_all_whatever_is_answered(
        (kind, own) in kind_and_answer(), (_, other) in kind_and_answer(), read in 0..1_000_u32
    ) {
        let readings: Readings = [("q".to_owned(), read), ("q/a".to_owned(), read)].into();
        for given in [&own, &other] {
            prop_assert!(credit("q", &kind, Some(given), &readings).hundredths <= 100);
        }
    }

    #[test]
    fn what_the_question_does_not_offer_is_worth_nothing(kind in kind(), place in 30..60_usize) {
        let unknown = id(place);
        for given in [
            Answer::Choice(unknown.clone()),
            Answer::Choices([unknown.clone()].into()),
            Answer::Matches([(unknown.clone(), id(0)), (id(0), unknown.clone())].into()),
            Answer::Order(vec![unknown.clone(); 2]),
            Answer::Gaps([(unknown.clone(), "1".into())].into()),
            Answer::Parts([(unknown, Answer::Choice(id(0)))].into()),
            Answer::Number { number: "many".into(), unit: String::new() },
        ] {
            prop_assert!(!given.fits(&kind));
            prop_assert_eq!(worth(&kind, &given), 0);
        }
    }

    #[test]
    fn all_of_it_only_where_all_of_it_is_right((kind, given) in kind_and_answer()) {
        prop_assert!(given.fits(&kind));
        prop_assert_eq!(worth(&kind, &given) == 100, is_all_right(&kind, &given));
    }

    #[test]
    fn what_is_right_is_worth_all_of_it(kind in kind()) {
        if let Some(right) = right(&kind) {
            prop_assert!(right.fits(&kind) && right.is_complete(&kind));
            prop_assert_eq!(credit("q", &kind, Some(&right), &Readings::new()), Credit { hundredths: 100, unread: 0 });
        }
    }

    #[test]
    fn the_order_of_what_is_listed_changes_nothing((kind, given) in kind_and_answer()) {
        prop_assert_eq!(worth(&turned(&kind), &given), worth(&kind, &given));
    }

    #[test]
    fn no_answer_is_worth_nothing(kind in kind()) {
        prop_assert_eq!(credit("q", &kind, None, &Readings::new()), Credit::default());
        for blank in [Answer::Text(String::new()), Answer::Choices([].into()), Answer::Matches([].into()),
            Answer::Gaps([].into()), Answer::Parts([].into()), Answer::Order(Vec::new())] {
            prop_assert!(!blank.fits(&kind));
            prop_assert_eq!(worth(&kind, &blank), 0);
        }
    }

    #[test]
    fn putting_one_more_thing_right_never_costs_anything((kind, given) in kind_and_answer(), at in any::<proptest::sample::Index>()) {
        let better = match (&kind, &given) {
            (QuestionKind::Matching(matching), Answer::Matches(pairs)) => {
                let stem = &matching.stems[at.index(matching.stems.len())];
                let mut pairs = pairs.clone();
                pairs.insert(stem.id.clone(), stem.matches.clone());
                Answer::Matches(pairs)
            }
            (QuestionKind::Cloze(cloze), Answer::Gaps(gaps)) => {
                let gap = &cloze.gaps[at.index(cloze.gaps.len())];
                let mut gaps = gaps.clone();
                gaps.insert(gap.id.clone(), right_fill(&gap.wants).expect("one is worth all of it"));
                Answer::Gaps(gaps)
            }
            (QuestionKind::Vignette(vignette), Answer::Parts(parts)) => {
                let part = &vignette.parts[at.index(parts.len())];
                let mut parts = parts.clone();
                if let Some(right) = right(&part.kind) {
                    parts.insert(part.id.clone(), right);
                }
                Answer::Parts(parts)
            }
            (QuestionKind::MultipleChoice { choices }, Answer::Choices(marked)) => {
                let choice = &choices[at.index(choices.len())];
                let mut marked = marked.clone();
                if choice.right { marked.insert(choice.id.clone()); } else { marked.remove(&choice.id); }
                Answer::Choices(marked)
            }
            (QuestionKind::HotText(text), Answer::Choices(marked)) => {
                let span = &text.spans[at.index(text.spans.len())];
                let mut marked = marked.clone();
                if span.right { marked.insert(span.id.clone()); } else { marked.remove(&span.id); }
                Answer::Choices(marked)
            }
            // Two neighbours that stand the wrong way round change places.
            (QuestionKind::Ordering(ordering), Answer::Order(order)) => {
                let place = |id: &ChoiceId| ordering.items.iter().position(|item| item.id == *id);
                let mut order = order.clone();
                let at = at.index(order.len() - 1);
                if place(&order[at]) > place(&order[at + 1]) { order.swap(at, at + 1); }
                Answer::Order(order)
            }
            _ => given.clone(),
        };
        prop_assert!(worth(&kind, &better) >= worth(&kind, &given));
    }

    #[test]
    fn an_order_turned_round_is_worth_nothing_and_every_item_is_shown(count in 2..=10_usize, attempt in any::<u128>()) {
        let QuestionKind::Ordering(ordering) = ordering(count) else { unreachable!() };
        let shown = first_order(AttemptId(uuid::Uuid::from_u128(attempt)), "q", &ordering);
        let kind = QuestionKind::Ordering(ordering.clone());
        prop_assert!(Answer::Order(shown).fits(&kind));
        let turned = ordering.items.iter().rev().map(|item| item.id.clone()).collect();
        prop_assert_eq!(worth(&kind, &Answer::Order(turned)), 0);
    }

    #[test]
    fn accents_capitals_spaces_and_apostrophes_make_no_difference(
        words in proptest::collection::vec("[a-zñáéíóúü]{1,6}('[a-z]{1,3})?", 1..4),
        apostrophe in proptest::sample::select(vec!["'", "’", "ʼ"]), capitals in any::<bool>(), plain in any::<bool>(),
        around in proptest::sample::select(vec![("", ""), ("  ", " "), ("¿", "?"), ("«", "».")])
    ) {
        let text = words.join(" ");
        let mut typed = text.replace('\'', apostrophe).replace(' ', "  ");
        if capitals { typed = typed.to_uppercase(); }
        if plain {
            for (with, without) in [("á", "a"), ("é", "e"), ("í", "i"), ("ó", "o"), ("ú", "u"), ("ü", "u"), ("ñ", "n")] {
                typed = typed.replace(with, without).replace(&with.to_uppercase(), &without.to_uppercase());
            }
        }
        let accepted = vec![Accepted { text, credit: 100, feedback: Default::default() }];
        let kind = QuestionKind::ShortAnswer(ShortAnswer { accepted, feedback: Feedback::default() });
        prop_assert_eq!(worth(&kind, &Answer::Text(format!("{}{typed}{}", around.0, around.1))), 100);
        prop_assert_eq!(worth(&kind, &Answer::Text(format!("{typed}x"))), 0);
    }

    #[test]
    fn a_tolerance_counts_to_its_last_digit_and_no_further(
        value in -100_000..100_000_i64, tolerance in 0..5_000_i64, above in any::<bool>(), comma in any::<bool>()
    ) {
        let sign = if above { 1 } else { -1 };
        let numeric = Numeric { value: decimal(value), tolerance: decimal(tolerance), units: Vec::new(), feedback: Feedback::default() };
        let gap = GapKind::Number { value: numeric.value, tolerance: numeric.tolerance };
        let kind = QuestionKind::Numeric(numeric);
        let typed = |number: String| if comma { number.replace('.', ",") } else { number };
        let at = |thousandth: i64| Answer::Number { number: typed(thousandths(thousandth)), unit: String::new() };
        prop_assert_eq!(worth(&kind, &at(value + sign * tolerance)), 100);
        prop_assert_eq!(worth(&kind, &at(value + sign * (tolerance + 1))), 0);
        prop_assert_eq!(gap_credit(&gap, &typed(thousandths(value + sign * tolerance))), 100);
        prop_assert_eq!(gap_credit(&gap, &typed(thousandths(value + sign * (tolerance + 1)))), 0);
    }

    #[test]
    fn a_unit_is_only_another_way_to_write_it(hours in 0..1_000_i32, tolerance in 0..60_i32) {
        let unit = |name: &str, factor| Unit { name: name.into(), factor: Decimal::from(factor) };
        let numeric = Numeric {
            value: Decimal::from(hours * 60),
            tolerance: Decimal::from(tolerance),
            units: vec![unit("min", 1), unit("h", 60)],
            feedback: Feedback::default(),
        };
        let kind = QuestionKind::Numeric(numeric);
        let typed = |number: i32, unit: &str| Answer::Number { number: number.to_string(), unit: unit.into() };
        prop_assert_eq!(worth(&kind, &typed(hours, "h")), 100);
        prop_assert_eq!(worth(&kind, &typed(hours * 60, "min")), 100);
        prop_assert_eq!(worth(&kind, &typed(hours * 60, "")), 100, "without a unit it is in that of the value");
        prop_assert_eq!(worth(&kind, &typed(hours + 1, "h")), 0);
    }

    #[test]
    fn what_a_person_reads_counts_nothing_until_she_has_read_it(kinds in proptest::collection::vec(plain_kind(), 1..5), given in 0..=100_u32) {
        let open = QuestionKind::Open(domain::quizzes::Open { longest: 500, criteria: Default::default() });
        let part = |(place, kind): (usize, QuestionKind)| domain::quizzes::Part {
            id: id(place), tells: Default::default(), stem: Default::default(), kind,
        };
        let all: Vec<QuestionKind> = std::iter::once(open).chain(kinds).collect();
        let count = u32::try_from(all.len()).expect("few");
        let kind = QuestionKind::Vignette(domain::quizzes::Vignette { parts: all.into_iter().enumerate().map(part).collect() });
        let parts = Answer::Parts(BTreeMap::from([(id(0), Answer::Text("a text".into()))]));
        let unread = credit("q", &kind, Some(&parts), &Readings::new());
        prop_assert_eq!(unread, Credit { hundredths: 0, unread: 1 });
        let readings = Readings::from([(reading_key("q", Some(&id(0))), given)]);
        let read = credit("q", &kind, Some(&parts), &readings);
        prop_assert_eq!(read, Credit { hundredths: given / count, unread: 0 });
    }
}

fn ordering(count: usize) -> QuestionKind {
    let items = (0..count).map(|place| domain::quizzes::Item { id: id(place), text: Default::default() }).collect();
    QuestionKind::Ordering(domain::quizzes::Ordering { items, feedback: Feedback::default() })
}

/// The same figures stand in `docs/marking.md`.
#[test]
fn the_examples_of_the_guide() {
    let kinds = |right: &[bool]| {
        let choice = |(place, right): (usize, &bool)| domain::quizzes::Choice {
            id: id(place),
            text: Default::default(),
            right: *right,
            feedback: Default::default(),
        };
        QuestionKind::MultipleChoice { choices: right.iter().enumerate().map(choice).collect() }
    };
    let three_of_five = kinds(&[true, true, true, false, false]);
    let marked = |places: &[usize]| Answer::Choices(places.iter().map(|place| id(*place)).collect());
    assert_eq!(worth(&three_of_five, &marked(&[0, 1])), 66);
    assert_eq!(worth(&three_of_five, &marked(&[0, 1, 3])), 33);
    assert_eq!(worth(&three_of_five, &marked(&[0, 1, 2, 3, 4])), 33);
    assert_eq!(worth(&three_of_five, &marked(&[0, 3, 4])), 0);
    let order = |places: &[usize]| Answer::Order(places.iter().map(|place| id(*place)).collect());
    assert_eq!(worth(&ordering(4), &order(&[0, 1, 3, 2])), 66);
    assert_eq!(worth(&ordering(4), &order(&[3, 0, 1, 2])), 0);
    assert_eq!(worth(&ordering(4), &order(&[1, 0, 3, 2])), 33);
}
