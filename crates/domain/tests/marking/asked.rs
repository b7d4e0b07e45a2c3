//! Which questions an attempt asks.

use crate::questions::pool;
use domain::ids::{AttemptId, QuestionId};
use domain::quizzes::{
    Counting, Difficulty, Draw, Form, Parallel, Question, Quiz, Shuffle, Side, asked, form_for, shuffled,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn attempt() -> impl Strategy<Value = AttemptId> {
    any::<u128>().prop_map(|number| AttemptId(uuid::Uuid::from_u128(number)))
}

fn draw() -> impl Strategy<Value = Draw> {
    let topic = proptest::option::of(0..3_usize);
    let difficulty = proptest::option::of(0..3_usize);
    (1..8_u16, topic, difficulty).prop_map(|(count, topic, difficulty)| Draw {
        count,
        topic: topic.map(|topic| format!("t{topic}").as_str().into()),
        difficulty: difficulty.map(|at| [Difficulty::Basic, Difficulty::Applied, Difficulty::Demanding][at]),
    })
}

fn fits(draw: &Draw, question: &Question) -> bool {
    draw.topic.as_ref().is_none_or(|topic| question.topic.as_ref() == Some(topic))
        && draw.difficulty.is_none_or(|difficulty| question.difficulty == difficulty)
}

fn drawing(questions: Vec<Question>, draws: Vec<Draw>) -> Quiz {
    Quiz { draws, ..Quiz::plain(Counting::Practice, 80, questions) }
}

proptest! {
    #[test]
    fn a_draw_takes_as_many_as_it_says_of_what_fits(questions in pool(false), draw in draw(), attempt in attempt()) {
        let there = questions.iter().filter(|it| fits(&draw, it)).count();
        let quiz = drawing(questions, vec![draw.clone()]);
        let asked = asked(&quiz, attempt, "p");
        prop_assert_eq!(asked.len(), there.min(usize::from(draw.count)));
        prop_assert!(asked.iter().all(|id| quiz.question(id.as_str()).is_some_and(|it| fits(&draw, it))));
    }

    #[test]
    fn nothing_is_asked_twice_and_each_stratum_has_its_number(
        questions in pool(false), counts in proptest::collection::vec(1..4_u16, 3), rest in 1..6_u16, attempt in attempt()
    ) {
        // One draw a topic, and one of whatever is left.
        let stratum = |(topic, count): (usize, &u16)| Draw { count: *count, topic: Some(format!("t{topic}").as_str().into()), difficulty: None };
        let mut draws: Vec<Draw> = counts.iter().enumerate().map(stratum).collect();
        draws.push(Draw { count: rest, topic: None, difficulty: None });
        let quiz = drawing(questions, draws.clone());
        let asked = asked(&quiz, attempt, "p");
        let distinct: BTreeSet<&QuestionId> = asked.iter().collect();
        prop_assert_eq!(distinct.len(), asked.len());
        for draw in &draws[..3] {
            let of = |ids: &mut dyn Iterator<Item = &Question>| ids.filter(|it| fits(draw, it)).count();
            let there = of(&mut quiz.questions.iter());
            let here = of(&mut asked.iter().filter_map(|id| quiz.question(id.as_str())));
            prop_assert!(here >= there.min(usize::from(draw.count)));
        }
        let most = draws.iter().map(|it| usize::from(it.count)).sum::<usize>();
        prop_assert!(asked.len() <= most && asked.len() <= quiz.questions.len());
        let strata: usize = counts.iter().enumerate().map(|(topic, count)| {
            quiz.questions.iter().filter(|it| fits(&stratum((topic, count)), it)).count().min(usize::from(*count))
        }).sum();
        prop_assert_eq!(asked.len(), (strata + usize::from(rest)).min(quiz.questions.len()));
    }

    #[test]
    fn the_order_in_the_file_changes_nothing_of_what_is_drawn(
        questions in pool(false), draws in proptest::collection::vec(draw(), 0..4), attempt in attempt(), shuffles in any::<bool>()
    ) {
        let shuffle = if shuffles { Shuffle::Both } else { Shuffle::Nothing };
        let quiz = Quiz { shuffle, ..drawing(questions, draws) };
        let mut turned = quiz.clone();
        turned.questions.reverse();
        let (one, mut other) = (asked(&quiz, attempt, "p"), asked(&turned, attempt, "p"));
        if !shuffles {
            // Then what is drawn stands as in the file.
            other.reverse();
        }
        prop_assert_eq!(one, other);
    }

    #[test]
    fn what_was_taken_out_is_not_asked(questions in pool(false), draws in proptest::collection::vec(draw(), 0..4), attempt in attempt(), out in any::<proptest::sample::Index>()) {
        let mut quiz = drawing(questions, draws);
        let place = out.index(quiz.questions.len());
        quiz.questions[place].withdrawn = true;
        let id = quiz.questions[place].id.clone();
        prop_assert!(!asked(&quiz, attempt, "p").contains(&id));
    }

    #[test]
    fn nobody_meets_a_question_before_and_after(
        questions in pool(true), person in "[a-z0-9-]{1,36}", pair in "[a-z]{2,8}", before in attempt(), after in attempt(),
        draws in proptest::collection::vec(draw(), 0..3)
    ) {
        let test = |side| Quiz {
            parallel: Some(Parallel { pair: pair.clone(), side }),
            ..drawing(questions.clone(), draws.clone())
        };
        let (first, second) = (asked(&test(Side::Before), before, &person), asked(&test(Side::After), after, &person));
        prop_assert!(first.iter().all(|id| !second.contains(id)));
        let forms: BTreeSet<Form> = [Side::Before, Side::After].map(|side| form_for(&person, &pair, side)).into();
        prop_assert_eq!(forms.len(), 2);
        // Another attempt at the same test meets the same form.
        let again = asked(&test(Side::Before), after, &person);
        let form = |ids: &[QuestionId]| ids.iter().filter_map(|id| test(Side::Before).question(id.as_str()).and_then(|it| it.form)).collect::<BTreeSet<_>>();
        prop_assert!(form(&first).len() <= 1 && form(&again).is_subset(&BTreeSet::from([form_for(&person, &pair, Side::Before)])));
    }

    #[test]
    fn choices_are_put_in_another_order_and_none_is_lost(count in 1..12_usize, attempt in attempt(), question in "[a-z0-9-]{2,10}") {
        let all: Vec<_> = (0..count).map(crate::questions::id).collect();
        let shown: BTreeSet<_> = shuffled(attempt, &question, &all, |id| id).into_iter().cloned().collect();
        prop_assert_eq!(shown, all.into_iter().collect::<BTreeSet<_>>());
    }
}

/// Either form is as likely, and so is every question of a draw: within five standard deviations.
#[test]
fn chance_is_fair() {
    let people = 4_000;
    let first_a = (0..people).filter(|n| form_for(&format!("person-{n}"), "pair", Side::Before) == Form::A).count();
    assert!((1_842..=2_158).contains(&first_a), "{first_a}");
    let kind = || domain::quizzes::QuestionKind::TrueFalse { choices: Vec::new() };
    let questions: Vec<Question> = (0..10).map(|n| crate::questions::question(&format!("q-{n}"), kind())).collect();
    let quiz = drawing(questions, vec![Draw { count: 3, topic: None, difficulty: None }]);
    let mut times = [0; 10];
    for attempt in 0..4_000_u128 {
        for id in asked(&quiz, AttemptId(uuid::Uuid::from_u128(attempt)), "p") {
            times[id.as_str()[2..].parse::<usize>().expect("its number")] += 1;
        }
    }
    assert!(times.iter().all(|times| (1_055..=1_345).contains(times)), "{times:?}");
}
