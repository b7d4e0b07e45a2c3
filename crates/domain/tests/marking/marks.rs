//! The mark of a whole attempt.

use crate::questions::{answer, kind, question, right};
use domain::ids::QuestionId;
use domain::quizzes::marking::Readings;
use domain::quizzes::{Answer, Counting, Mark, Question, QuestionMark, Quiz, RULE_VERSION, mark_attempt, standing};
use proptest::prelude::*;
use std::collections::BTreeMap;

type Answers = BTreeMap<QuestionId, Answer>;

fn quiz_and_answers() -> impl Strategy<Value = (Quiz, Answers)> {
    let answered = kind().prop_flat_map(|kind| {
        let given = proptest::option::weighted(
            0.8,
            prop_oneof![answer(&kind), Just(right(&kind).unwrap_or(Answer::Text("x".into())))],
        );
        (Just(kind), given)
    });
    (proptest::collection::vec(answered, 1..8), 1..=100_u8).prop_map(|(rows, pass)| {
        let (mut questions, mut answers) = (Vec::new(), Answers::new());
        for (place, (kind, given)) in rows.into_iter().enumerate() {
            let question: Question = question(&format!("q-{place}"), kind);
            answers.extend(given.map(|given| (question.id.clone(), given)));
            questions.push(question);
        }
        (Quiz::plain(Counting::Gate, pass, questions), answers)
    })
}

fn all_of(quiz: &Quiz) -> Vec<QuestionId> {
    quiz.questions.iter().map(|it| it.id.clone()).collect()
}

fn marked(quiz: &Quiz, answers: &Answers) -> Mark {
    mark_attempt(quiz, &all_of(quiz), answers, &Readings::new())
}

proptest! {
    #[test]
    fn a_mark_is_the_sum_of_its_questions_and_passes_without_rounding((quiz, answers) in quiz_and_answers()) {
        let mark = marked(&quiz, &answers);
        prop_assert_eq!(mark.points, mark.questions.iter().map(|it| it.points).sum::<u32>());
        prop_assert_eq!(mark.max, 100 * u32::try_from(quiz.questions.len()).expect("few"));
        prop_assert!(mark.questions.iter().all(|it| it.points <= it.max));
        prop_assert_eq!(mark.passed, f64::from(mark.points) * 100.0 >= f64::from(mark.max) * f64::from(quiz.pass));
        prop_assert!(mark.passed == (mark.per_cent() >= quiz.pass), "whole per cent round down, so they say the same");
        prop_assert_eq!(mark.rule, RULE_VERSION);
        let nothing = marked(&quiz, &Answers::new());
        prop_assert_eq!((nothing.points, nothing.passed, nothing.unread), (0, false, 0));
    }

    #[test]
    fn what_was_taken_out_counts_for_nobody((quiz, answers) in quiz_and_answers(), at in any::<proptest::sample::Index>()) {
        let place = at.index(quiz.questions.len());
        let mut mended = quiz.clone();
        mended.questions[place].withdrawn = true;
        let after = mark_attempt(&mended, &all_of(&quiz), &answers, &Readings::new());
        let mut without = quiz.clone();
        let taken = without.questions.remove(place).id;
        let expected = marked(&without, &answers);
        prop_assert_eq!((after.points, after.max, after.passed, after.unread), (expected.points, expected.max, expected.passed, expected.unread));
        let row = after.question(&taken).expect("it is still listed");
        prop_assert_eq!((row.points, row.max, row.is_right()), (0, 0, false));
        // Not there at all any more, it counts as little.
        let gone = mark_attempt(&without, &all_of(&quiz), &answers, &Readings::new());
        prop_assert_eq!((gone.points, gone.max), (expected.points, expected.max));
    }

    #[test]
    fn the_order_of_the_questions_changes_nothing((quiz, answers) in quiz_and_answers()) {
        let mut turned = quiz.clone();
        turned.questions.reverse();
        let (one, other) = (marked(&quiz, &answers), marked(&turned, &answers));
        prop_assert_eq!((one.points, one.max, one.passed), (other.points, other.max, other.passed));
    }

    #[test]
    fn a_regrade_never_takes_a_pass_away((quiz, before) in quiz_and_answers(), after in 1..=100_u8) {
        let first = marked(&quiz, &before);
        let stricter = Quiz { pass: after, ..quiz };
        let anew = marked(&stricter, &before);
        let stands = standing(&first, anew.clone());
        prop_assert_eq!(stands.passed, first.passed || anew.passed);
        prop_assert_eq!(stands.kept, first.passed && !anew.passed);
        prop_assert_eq!((stands.points, stands.max), (anew.points, anew.max), "the points are those of the new rule");
        // And however often it is marked again.
        prop_assert_eq!(standing(&stands, anew).passed, stands.passed);
    }

    #[test]
    fn a_mark_reads_back_as_it_was_written((quiz, answers) in quiz_and_answers()) {
        let mark = marked(&quiz, &answers);
        let json = serde_json::to_string(&mark).expect("JSON");
        prop_assert_eq!(serde_json::from_str::<Mark>(&json).expect("reads back"), mark);
    }
}

#[test]
fn a_mark_of_the_first_rule_reads_as_before() {
    let written = r#"{"points":9,"max":12,"passed":false,"rule":1,"questions":[{"question":"t5-q-01","points":1},{"question":"t5-q-02","points":0}]}"#;
    let mark: Mark = serde_json::from_str(written).expect("it reads");
    assert_eq!((mark.per_cent(), mark.hundredths(), mark.unread, mark.kept), (75, (900, 1_200), 0, false));
    let row = |id: &str, points| QuestionMark { question: id.into(), points, max: 1, unread: 0 };
    assert_eq!(mark.questions, [row("t5-q-01", 1), row("t5-q-02", 0)]);
    assert_eq!(
        mark.questions.iter().map(|it| (it.is_right(), it.hundredths())).collect::<Vec<_>>(),
        [(true, 100), (false, 0)]
    );
    assert_eq!(serde_json::to_string(&mark).expect("JSON"), written, "and is written to the same bytes");
}
