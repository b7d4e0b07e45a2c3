//! Random quizzes and tests from a seed, in the shapes that real ones take and in those that break formulas. Must not know what is
//! computed from them.

use domain::statistics::{FirstAttempt, Response, Score};
use std::collections::BTreeMap;

/// SplitMix64 (Steele, Lea and Flood 2014): a row of numbers that is the same on every machine.
pub struct Chance(pub u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From 0 to below 1.
    fn part(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, end: usize) -> usize {
        (self.part() * end as f64) as usize
    }
}

/// How a quiz is made.
#[derive(Clone, Copy)]
struct Shape {
    people: usize,
    questions: usize,
    /// The chance that a person is asked a question: 1 where everybody meets every question.
    asked: f64,
    /// Into how many equal parts a question's points can be had: 1 is right or wrong.
    parts: usize,
    /// How far answers follow from what a person knows: 0 is guessing, 1 is certain.
    knows: f64,
    /// What the questions are worth, in turn.
    worth: &'static [f64],
}

const FULL: Shape = Shape { people: 60, questions: 12, asked: 1.0, parts: 1, knows: 0.7, worth: &[1.0] };

/// Every shape three times with other chance.
pub fn quizzes(chance: &mut Chance) -> Vec<Vec<FirstAttempt>> {
    let shapes = [
        FULL,
        Shape { knows: 0.0, ..FULL },
        // Everybody has everything right or everything wrong: alpha is 1 and ties are long.
        Shape { knows: 1.0, ..FULL },
        Shape { parts: 3, worth: &[1.0, 2.0, 0.7], ..FULL },
        Shape { parts: 7, worth: &[1.0, 5.0], people: 200, questions: 20, ..FULL },
        Shape { asked: 0.6, parts: 4, ..FULL },
        // A draw of few: some have met one question only, and so have no rest.
        Shape { asked: 0.15, parts: 2, people: 120, worth: &[1.0, 3.0], ..FULL },
        Shape { people: 1_100, questions: 10, ..FULL },
        Shape { questions: 1, parts: 5, ..FULL },
        Shape { questions: 2, people: 8, ..FULL },
        Shape { people: 2, ..FULL },
        Shape { people: 3, parts: 3, ..FULL },
        Shape { people: 1, ..FULL },
        Shape { people: 0, ..FULL },
        // No points to be had at all: nothing varies.
        Shape { parts: 0, people: 9, ..FULL },
    ];
    shapes.iter().flat_map(|shape| [shape; 3]).map(|shape| quiz(chance, shape)).collect()
}

fn quiz(chance: &mut Chance, shape: &Shape) -> Vec<FirstAttempt> {
    let hard: Vec<f64> = (0..shape.questions).map(|_| chance.part()).collect();
    let people = (0..shape.people).filter_map(|_| {
        let able = chance.part();
        let asked: Vec<usize> = (0..shape.questions).filter(|_| chance.part() < shape.asked).collect();
        let asked = asked.into_iter().map(|at| {
            let worth = shape.worth[at % shape.worth.len()];
            (format!("q-{at}").as_str().into(), response(chance, shape, worth, (able, hard[at])))
        });
        FirstAttempt::of(asked)
    });
    people.collect()
}

fn response(chance: &mut Chance, shape: &Shape, worth: f64, (able, hard): (f64, f64)) -> Response {
    let sure = if shape.knows == 1.0 { able.round() } else { able / (able + hard + 1e-3) };
    let reached = sure * shape.knows + chance.part() * (1.0 - shape.knows);
    let parts = (reached * (shape.parts + 1) as f64).floor().min(shape.parts as f64);
    if parts == 0.0 && chance.part() < 0.3 {
        return Response::unanswered(worth).expect("a worth");
    }
    let score = Score::of(worth * parts / shape.parts.max(1) as f64, worth).expect("within its worth");
    let chosen: &[&str] = match chance.below(8) {
        _ if parts == shape.parts as f64 => &["a"],
        0..3 => &["b"],
        3 => &["c"],
        4 => &["b", "d"],
        5 => &["á «e»"],
        _ => &[],
    };
    Response::answered(score, chosen.iter().copied())
}

type Scores = BTreeMap<usize, Score>;

/// A pre-test and a post-test: scores by person.
pub fn tests(chance: &mut Chance) -> Vec<(Scores, Scores)> {
    let sizes = [0, 1, 2, 2, 3, 3, 4, 5, 8, 13, 20, 31, 60, 100, 101, 300, 1_100, 10_000];
    let mut tests: Vec<(Scores, Scores)> = sizes.iter().map(|people| test(chance, *people, (0.9, 0.8))).collect();
    // Nobody in both; everybody in both; everybody the same gain.
    let (pre, _) = test(chance, 10, (1.0, 0.0));
    let (_, post) = test(chance, 10, (0.0, 1.0));
    tests.push((pre, post));
    tests.push(test(chance, 40, (1.0, 1.0)));
    let of = |points: usize| -> Scores {
        (0..6).map(|person| (person, Score::of((points + person) as f64, 12.0).expect("of 12"))).collect()
    };
    tests.push((of(1), of(4)));
    tests
}

fn test(chance: &mut Chance, people: usize, (before, after): (f64, f64)) -> (Scores, Scores) {
    let (mut pre, mut post) = (Scores::new(), Scores::new());
    for person in 0..people {
        let able = chance.part();
        let mut score = |able: f64| Score::of(((able + chance.part()) * 15.0).floor().min(30.0), 30.0).expect("of 30");
        let (first, then) = (score(able), score((able + 0.2).min(1.0)));
        if chance.part() < before {
            pre.insert(person, first);
        }
        if chance.part() < after {
            post.insert(person, then);
        }
    }
    (pre, post)
}
