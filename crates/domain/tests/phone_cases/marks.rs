//! Cases of answers and what they are worth that phone and server are both held to. It must not know either side's code.

use super::cases;
use super::chance::Chance;
use domain::Text;
use domain::ids::ChoiceId;
use domain::quizzes::marking::{Credit, Readings, credit};
use domain::quizzes::{
    Accepted, Answer, Choice, Cloze, Decimal, Feedback, Gap, GapChoice, GapKind, HotSpan, HotText, Item, MatchStem,
    Matching, Numeric, Open, Ordering, Part, QuestionKind, ShortAnswer, Unit, Vignette,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Serialize, Deserialize)]
struct Case {
    key: QuestionKind,
    answer: Answer,
    /// The same as a form sends it.
    fields: Vec<(String, String)>,
    /// The fields without which something is left to answer.
    needs: Vec<String>,
    hundredths: u32,
    unread: u16,
    complete: bool,
}

const TYPED: [&str; 24] = [
    "Qʼeqchiʼ",
    "q’eqchi’",
    "Q'EQCHI'",
    "qeqchi",
    "  qʼeqchiʼ. ",
    "«Q´eqchi`»",
    "Canción",
    "cancion",
    "CANCIO\u{301}N",
    "¿canción?",
    "can ción",
    "Ñusta",
    "nusta",
    "el  relato \u{a0}libre",
    "El relato libre",
    "relato libre",
    "Straße",
    "STRASSE",
    "ΟΔΟΣ",
    "οδοσ",
    "İstanbul",
    "istanbul",
    "ﬁn",
    "a\u{85}b",
];
const NUMBERS: [&str; 16] = [
    "12",
    "12,0",
    "12.5",
    "12,5",
    "-12,5",
    "\u{2212}12,5",
    "+0,5",
    ",5",
    "12 500,5",
    "12500.5",
    "720",
    "0",
    "11,999999999",
    "999999999999999",
    "doce",
    "1.2.3",
];

#[test]
fn the_phone_marks_as_the_server_does() {
    let cases = cases("marking.json", || {
        let mut chance = Chance::new(2);
        (0..550).map(|number| made(&mut chance, number % 11)).collect()
    });
    assert!(cases.len() >= 550);
    for case in &cases {
        let Credit { hundredths, unread } = credit("q", &case.key, Some(&case.answer), &Readings::new());
        assert_eq!((hundredths, unread), (case.hundredths, case.unread), "{:?} to {:?}", case.answer, case.key);
        assert_eq!(case.answer.is_complete(&case.key), case.complete);
    }
    for worth in [0, 100] {
        assert!(cases.iter().filter(|case| case.hundredths == worth).count() > 60, "cases worth {worth}");
    }
    assert!(cases.iter().filter(|case| (1..100).contains(&case.hundredths)).count() > 60, "partly right ones");
}

fn made(chance: &mut Chance, kind: usize) -> Case {
    let (key, answer) = question(chance, kind);
    let (mut fields, mut needs) = (Vec::new(), Vec::new());
    send("answer", &key, &answer, &mut fields);
    wants("answer", &key, &mut needs);
    let Credit { hundredths, unread } = credit("q", &key, Some(&answer), &Readings::new());
    let complete = answer.is_complete(&key);
    Case { key, answer, fields, needs, hundredths, unread, complete }
}

fn id(at: usize) -> ChoiceId {
    ChoiceId(format!("{}", char::from(b'a' + u8::try_from(at).expect("small"))))
}

fn question(chance: &mut Chance, kind: usize) -> (QuestionKind, Answer) {
    let feedback = Feedback::default;
    match kind {
        0 | 1 => {
            let choices = choices(if kind == 0 { chance.between(2, 6) } else { 2 }, |at| at == 0);
            let answer = Answer::Choice(chance.of(&choices).id.clone());
            let key =
                if kind == 0 { QuestionKind::SingleChoice { choices } } else { QuestionKind::TrueFalse { choices } };
            (key, answer)
        }
        2 => {
            let right = chance.between(1, 3);
            let choices = choices(chance.between(4, 7), |at| at < right);
            let answer = some(chance, &choices, |it| it.id.clone());
            (QuestionKind::MultipleChoice { choices }, answer)
        }
        3 => {
            let options: Vec<Item> = (0..4).map(|at| Item { id: id(at), text: Text::default() }).collect();
            let stems: Vec<MatchStem> = (0..chance.between(2, 5))
                .map(|at| MatchStem { id: id(at + 10), text: Text::default(), matches: chance.of(&options).id.clone() })
                .collect();
            let mut pairs = BTreeMap::new();
            for stem in &stems {
                match chance.below(4) {
                    0 => {}
                    1 => drop(pairs.insert(stem.id.clone(), chance.of(&options).id.clone())),
                    _ => drop(pairs.insert(stem.id.clone(), stem.matches.clone())),
                }
            }
            if pairs.is_empty() {
                pairs.insert(stems[0].id.clone(), id(0));
            }
            (QuestionKind::Matching(Matching { stems, options, feedback: feedback() }), Answer::Matches(pairs))
        }
        4 => {
            let items: Vec<Item> =
                (0..chance.between(2, 6)).map(|at| Item { id: id(at), text: Text::default() }).collect();
            let mut order: Vec<ChoiceId> = items.iter().map(|item| item.id.clone()).collect();
            for _ in 0..chance.below(4) {
                let at = chance.below(order.len() - 1);
                order.swap(at, at + 1);
            }
            (QuestionKind::Ordering(Ordering { items, feedback: feedback() }), Answer::Order(order))
        }
        5 => {
            let typed = (*chance.of(&TYPED)).to_owned();
            (
                QuestionKind::ShortAnswer(ShortAnswer { accepted: accepts(chance), feedback: feedback() }),
                Answer::Text(typed),
            )
        }
        6 => {
            let unit = |name: &str, factor: &str| Unit { name: name.into(), factor: number(factor) };
            let units = match chance.below(3) {
                0 => vec![],
                1 => vec![unit("h", "1")],
                _ => vec![unit("h", "1"), unit("min", "0.016666667"), unit("d", "24")],
            };
            let given = (*chance.of(&NUMBERS[..14])).to_owned();
            let name = units.get(chance.below(units.len().max(1))).map_or_else(String::new, |it| it.name.clone());
            let (value, tolerance) = near(chance, &given);
            let unit = if chance.one_in(4) { String::new() } else { name };
            (
                QuestionKind::Numeric(Numeric { value, tolerance, units, feedback: feedback() }),
                Answer::Number { number: given, unit },
            )
        }
        7 => {
            let gaps: Vec<(Gap, Option<String>)> = (0..chance.between(1, 4)).map(|at| gap(chance, at)).collect();
            let mut given: BTreeMap<ChoiceId, String> =
                gaps.iter().filter_map(|(gap, given)| Some((gap.id.clone(), given.clone()?))).collect();
            let gaps: Vec<Gap> = gaps.into_iter().map(|(gap, _)| gap).collect();
            if given.is_empty() {
                given.insert(gaps[0].id.clone(), "12".into());
            }
            (QuestionKind::Cloze(Cloze { gaps, feedback: feedback() }), Answer::Gaps(given))
        }
        8 => {
            let spans: Vec<HotSpan> = (0..chance.between(2, 8))
                .map(|at| HotSpan { id: id(at), right: at == 0 || chance.one_in(3), feedback: Text::default() })
                .collect();
            let answer = some(chance, &spans, |it| it.id.clone());
            (QuestionKind::HotText(HotText { passage: Text::default(), spans, feedback: feedback() }), answer)
        }
        9 => (
            QuestionKind::Open(Open { longest: 500, criteria: Text::default() }),
            Answer::Text("Primero la escucho, después le explico.".into()),
        ),
        _ => {
            let made: Vec<(Part, Answer)> = (0..chance.between(2, 4))
                .map(|at| {
                    let kind = chance.below(10);
                    let (kind, answer) = question(chance, kind);
                    (
                        Part {
                            id: ChoiceId(format!("p{}", at + 1)),
                            tells: Text::default(),
                            stem: Text::default(),
                            kind,
                        },
                        answer,
                    )
                })
                .collect();
            let answered = chance.between(1, made.len());
            let parts = made.iter().map(|(part, _)| part.clone()).collect();
            let answers = made.into_iter().take(answered).map(|(part, answer)| (part.id, answer)).collect();
            (QuestionKind::Vignette(Vignette { parts }), Answer::Parts(answers))
        }
    }
}

fn choices(count: usize, right: impl Fn(usize) -> bool) -> Vec<Choice> {
    let choice = |at| Choice { id: id(at), text: Text::default(), right: right(at), feedback: Text::default() };
    (0..count).map(choice).collect()
}

/// Some of them, at least one.
fn some<T>(chance: &mut Chance, all: &[T], id: impl Fn(&T) -> ChoiceId) -> Answer {
    let first = id(chance.of(all));
    let rest = all.iter().filter(|_| chance.one_in(3)).map(&id);
    Answer::Choices(rest.chain([first]).collect())
}

fn accepts(chance: &mut Chance) -> Vec<Accepted> {
    let accepted = |chance: &mut Chance| Accepted {
        text: (*chance.of(&TYPED)).trim().to_owned(),
        credit: *chance.of(&[100, 100, 50, 0]),
        feedback: Text::default(),
    };
    (0..chance.between(3, 12)).map(|_| accepted(chance)).collect()
}

fn number(text: &str) -> Decimal {
    text.parse().expect("a number")
}

/// What may be right or not by a hair.
fn near(chance: &mut Chance, given: &str) -> (Decimal, Decimal) {
    match chance.below(3) {
        0 => (number(given), number("0")),
        1 => (number("12"), number("0,5")),
        _ => (number("12"), number("0,000000001")),
    }
}

fn gap(chance: &mut Chance, at: usize) -> (Gap, Option<String>) {
    let answered = !chance.one_in(4);
    let (wants, given) = match chance.below(3) {
        0 => (GapKind::Text { accepted: accepts(chance) }, (*chance.of(&TYPED)).to_owned()),
        1 => {
            let choice = |at| GapChoice { id: id(at), text: Text::default(), right: at == 0 };
            (GapKind::Choice { choices: (0..3).map(choice).collect() }, id(chance.below(3)).0)
        }
        _ => {
            let given = (*chance.of(&NUMBERS)).to_owned();
            let (value, tolerance) = near(chance, chance_number(&given));
            (GapKind::Number { value, tolerance }, given)
        }
    };
    (Gap { id: id(at), wants }, answered.then_some(given))
}

fn chance_number(given: &str) -> &str {
    if given.parse::<Decimal>().is_ok() { given } else { "12" }
}

/// As a form sends it; the wire stands in `web`'s reader of answers.
fn send(name: &str, key: &QuestionKind, answer: &Answer, fields: &mut Vec<(String, String)>) {
    let mut field = |name: String, value: &str| fields.push((name, value.to_owned()));
    match answer {
        Answer::Choice(id) => field(name.into(), id.as_str()),
        Answer::Choices(ids) => ids.iter().for_each(|id| field(name.into(), id.as_str())),
        Answer::Text(text) => field(name.into(), text),
        Answer::Matches(pairs) => {
            let QuestionKind::Matching(matching) = key else { panic!("of a matching") };
            for stem in &matching.stems {
                let option = pairs.get(&stem.id).map_or("", ChoiceId::as_str);
                field(format!("{name}.{}", stem.id), option);
            }
        }
        Answer::Order(order) => {
            // As the rows stand on the page, which is any order.
            let QuestionKind::Ordering(ordering) = key else { panic!("of an ordering") };
            for item in &ordering.items {
                let place = order.iter().position(|id| *id == item.id).expect("an item") + 1;
                field(format!("{name}.{}", item.id), &place.to_string());
            }
        }
        Answer::Number { number, unit } => {
            field(name.into(), number);
            field(format!("{name}.unit"), unit);
        }
        Answer::Gaps(gaps) => gaps.iter().for_each(|(id, given)| field(format!("{name}.{id}"), given)),
        Answer::Parts(parts) => {
            let QuestionKind::Vignette(vignette) = key else { panic!("of a vignette") };
            for part in &vignette.parts {
                let Some(answer) = parts.get(&part.id) else { continue };
                send(&format!("{name}.{}", part.id), &part.kind, answer, fields);
            }
        }
    }
}

fn wants(name: &str, key: &QuestionKind, needs: &mut Vec<String>) {
    match key {
        QuestionKind::Matching(it) => needs.extend(it.stems.iter().map(|stem| format!("{name}.{}", stem.id))),
        QuestionKind::Ordering(it) => needs.extend(it.items.iter().map(|item| format!("{name}.{}", item.id))),
        QuestionKind::Cloze(it) => needs.extend(it.gaps.iter().map(|gap| format!("{name}.{}", gap.id))),
        QuestionKind::Vignette(it) => {
            for part in &it.parts {
                wants(&format!("{name}.{}", part.id), &part.kind, needs);
            }
        }
        _ => needs.push(name.into()),
    }
}
