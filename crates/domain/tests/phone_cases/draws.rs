//! Cases of draws, orders and forms that phone and server are both held to. It must not know either side's code.

use super::cases;
use super::chance::Chance;
use domain::Text;
use domain::ids::{AttemptId, ChoiceId, QuestionId, TopicId};
use domain::quizzes::{
    Counting, Difficulty, Draw, Form, Item, Open, Ordering, Parallel, Question, QuestionKind, Quiz, Shuffle, Side,
    asked, first_order, shuffled,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a phone is told of a quiz to draw from it; as `web` writes it into what is downloaded.
#[derive(Serialize, Deserialize)]
struct Told {
    shuffle: Shuffle,
    draws: Vec<Draw>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    parallel: Option<Parallel>,
    questions: Vec<ToldQuestion>,
}

#[derive(Serialize, Deserialize)]
struct ToldQuestion {
    id: QuestionId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    topic: Option<TopicId>,
    difficulty: Difficulty,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    form: Option<Form>,
}

#[derive(Serialize, Deserialize)]
struct Case {
    quiz: Told,
    attempt: AttemptId,
    person: String,
    asked: Vec<QuestionId>,
    /// Of the first question asked: what it offers, and in which order that stands in this attempt.
    offered: Vec<ChoiceId>,
    stands: Vec<ChoiceId>,
}

#[test]
fn the_phone_draws_as_the_server_does() {
    let cases = cases("draws.json", || {
        let mut chance = Chance::new(1);
        (0..300).map(|_| made(&mut chance)).collect()
    });
    assert!(cases.len() >= 300);
    for case in &cases {
        let quiz = quiz(&case.quiz);
        let now = asked(&quiz, case.attempt, &case.person);
        assert_eq!(now, case.asked);
        assert_eq!(now.iter().collect::<BTreeSet<_>>().len(), now.len(), "none twice");
        let first = case.asked.first().map_or("", QuestionId::as_str);
        assert_eq!(order(case.attempt, first, &case.offered), case.stands);
    }
    let short = |case: &&Case| case.asked.len() < quiz(&case.quiz).draws.iter().map(|it| usize::from(it.count)).sum();
    assert!(cases.iter().filter(short).count() > 20, "draws that want more than there is are among them");
    assert!(cases.iter().any(|case| case.quiz.parallel.is_some() && !case.asked.is_empty()));
}

fn quiz(told: &Told) -> Quiz {
    let question = |told: &ToldQuestion| Question {
        topic: told.topic.clone(),
        form: told.form,
        ..Question::new(
            told.id.clone(),
            Text::default(),
            QuestionKind::Open(Open { longest: 50, criteria: Text::default() }),
            told.difficulty,
        )
    };
    Quiz {
        shuffle: told.shuffle,
        draws: told.draws.clone(),
        parallel: told.parallel.clone(),
        ..Quiz::plain(Counting::Gate, 80, told.questions.iter().map(question).collect())
    }
}

/// Choices and the items of an ordering stand by the same rule.
fn order(attempt: AttemptId, question: &str, offered: &[ChoiceId]) -> Vec<ChoiceId> {
    let stands: Vec<ChoiceId> = shuffled(attempt, question, offered, |id| id).into_iter().cloned().collect();
    let item = |id: &ChoiceId| Item { id: id.clone(), text: Text::default() };
    let ordering =
        Ordering { items: offered.iter().map(item).collect(), feedback: domain::quizzes::Feedback::default() };
    assert_eq!(first_order(attempt, question, &ordering), stands);
    stands
}

fn made(chance: &mut Chance) -> Case {
    let parallel = chance.one_in(3).then(|| Parallel {
        pair: (*chance.of(&["entrada-y-salida", "antes·después"])).into(),
        side: *chance.of(&[Side::Before, Side::After]),
    });
    let topics = [None, None, Some("t1"), Some("t2")];
    let difficulties = [Difficulty::Basic, Difficulty::Applied, Difficulty::Demanding];
    let topic = |chance: &mut Chance| chance.of(&topics).map(|topic| TopicId(topic.into()));
    let questions = (0..chance.between(1, 9))
        .map(|number| ToldQuestion {
            id: QuestionId(format!("t1-q-{number:02}")),
            topic: topic(chance),
            difficulty: *chance.of(&difficulties),
            form: parallel.as_ref().map(|_| *chance.of(&[Form::A, Form::B])),
        })
        .collect();
    let draws = (0..chance.below(4))
        .map(|_| Draw {
            count: u16::try_from(chance.between(1, 4)).expect("small"),
            topic: topic(chance),
            difficulty: chance.one_in(2).then(|| *chance.of(&difficulties)),
        })
        .collect();
    let shuffle = *chance.of(&[Shuffle::Nothing, Shuffle::Questions, Shuffle::Choices, Shuffle::Both]);
    let told = Told { shuffle, draws, parallel, questions };
    let random = (chance.below(usize::MAX) as u128) << 64 | chance.below(usize::MAX) as u128;
    let attempt = AttemptId(uuid::Uuid::from_u128(random));
    let person = format!("{:016x}", chance.below(usize::MAX));
    let asked = asked(&quiz(&told), attempt, &person);
    let offered: Vec<ChoiceId> =
        (0..chance.between(2, 8)).map(|at| ChoiceId(format!("{}", (b'a' + at as u8) as char))).collect();
    let stands = order(attempt, asked.first().map_or("", QuestionId::as_str), &offered);
    Case { quiz: told, attempt, person, asked, offered, stands }
}
