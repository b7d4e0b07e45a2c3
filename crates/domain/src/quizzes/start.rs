//! Whether another attempt may begin. An attempt that began on a phone without signal is decided when it arrives, by when it
//! began. It must not know how an attempt is answered.

use super::{Counting, Quiz, Terms};
use crate::Moment;
use crate::ids::AttemptId;

/// An attempt of the same person at the same quiz that has arrived before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Earlier {
    pub attempt: AttemptId,
    /// When it was handed in; none while it is open.
    pub handed_in: Option<Moment>,
    pub passed: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StartRefused {
    #[error("every attempt has been used")]
    NoneLeft,
    #[error("the quiz is already passed")]
    AlreadyPassed,
    /// None is left, but this one is still open.
    #[error("every attempt has been begun; {0} is still open")]
    GoOn(AttemptId),
    #[error("it opens at {0:?}")]
    NotYet(Moment),
    #[error("it closed at {0:?}")]
    Over(Moment),
}

/// Whether an attempt that begins, or on a phone began, at `begun` is accepted. Of the attempts of a limited quiz each counts
/// from its beginning, in the order of arrival. A gate that was passed before `begun` needs no other attempt; one that was
/// passed since does not undo what was begun in good faith.
pub fn may_start(quiz: &Quiz, terms: &Terms, earlier: &[Earlier], begun: Moment) -> Result<(), StartRefused> {
    let passed_before = |it: &Earlier| it.passed && it.handed_in.is_some_and(|handed_in| handed_in <= begun);
    if quiz.counting == Counting::Gate && earlier.iter().any(passed_before) {
        return Err(StartRefused::AlreadyPassed);
    }
    if terms.left(earlier.len()) == Some(0) {
        let open = earlier.iter().rfind(|it| it.handed_in.is_none());
        return Err(open.map_or(StartRefused::NoneLeft, |open| StartRefused::GoOn(open.attempt)));
    }
    if let Some(opens) = terms.window.opens.filter(|opens| begun < *opens) {
        return Err(StartRefused::NotYet(opens));
    }
    if let Some(closes) = terms.window.closes.filter(|closes| begun >= *closes) {
        return Err(StartRefused::Over(closes));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{quiz, usual};
    use super::super::{Allowance, Window};
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn earlier(number: usize, handed_in: Option<i64>, passed: bool) -> Earlier {
        Earlier { attempt: AttemptId(Uuid::from_u128(number as u128)), handed_in: handed_in.map(Moment), passed }
    }

    fn any_earlier() -> impl Strategy<Value = Vec<Earlier>> {
        let one = (proptest::option::of(0..1_000_i64), any::<bool>());
        proptest::collection::vec(one, 0..6).prop_map(|all| {
            let made = all.into_iter().enumerate();
            made.map(|(number, (handed_in, passed))| earlier(number, handed_in, passed && handed_in.is_some()))
                .collect()
        })
    }

    proptest! {
        #[test]
        fn never_more_attempts_than_the_limit_in_whatever_order_they_arrive(
            limit in 1..5_u16, begun in proptest::collection::vec(0..1_000_i64, 0..12)
        ) {
            let quiz = quiz(limit);
            let mut taken: Vec<Earlier> = Vec::new();
            for (number, begun) in begun.iter().enumerate() {
                match may_start(&quiz, &usual(&quiz), &taken, Moment(*begun)) {
                    Ok(()) => taken.push(earlier(number, None, false)),
                    Err(why) => prop_assert_eq!(why, StartRefused::GoOn(taken[taken.len() - 1].attempt)),
                }
            }
            prop_assert_eq!(taken.len(), begun.len().min(usize::from(limit)));
        }

        #[test]
        fn what_was_begun_before_the_passing_is_accepted_and_what_was_begun_after_is_not(
            all in any_earlier(), begun in 0..1_000_i64
        ) {
            let passed = all.iter().filter(|it| it.passed).filter_map(|it| it.handed_in).min();
            let refused = may_start(&quiz(0), &usual(&quiz(0)), &all, Moment(begun)) == Err(StartRefused::AlreadyPassed);
            prop_assert_eq!(refused, passed.is_some_and(|passed| passed.0 <= begun));
        }

        #[test]
        fn without_limit_and_unpassed_there_is_always_another(all in any_earlier(), begun in 0..1_000_i64) {
            let unpassed: Vec<Earlier> = all.into_iter().map(|it| Earlier { passed: false, ..it }).collect();
            prop_assert_eq!(may_start(&quiz(0), &usual(&quiz(0)), &unpassed, Moment(begun)), Ok(()));
        }

        #[test]
        fn a_practice_is_never_passed_for_good(all in any_earlier(), begun in 0..1_000_i64) {
            let practice = Quiz { counting: Counting::Practice, ..quiz(0) };
            prop_assert_eq!(may_start(&practice, &usual(&practice), &all, Moment(begun)), Ok(()));
        }
    }

    #[test]
    fn with_none_left_an_open_one_is_named() {
        let done = earlier(1, Some(5), false);
        assert_eq!(
            may_start(&quiz(2), &usual(&quiz(2)), &[done, earlier(2, Some(6), false)], Moment(9)),
            Err(StartRefused::NoneLeft)
        );
        let open = earlier(2, None, false);
        assert_eq!(
            may_start(&quiz(2), &usual(&quiz(2)), &[done, open], Moment(9)),
            Err(StartRefused::GoOn(open.attempt))
        );
        assert_eq!(
            may_start(&quiz(3), &usual(&quiz(3)), &[done, open], Moment(9)),
            Ok(()),
            "a second open one while one is left"
        );
    }

    #[test]
    fn it_begins_while_it_is_open_by_when_it_truly_began() {
        let window = Window { opens: Some(Moment(100)), closes: Some(Moment(200)) };
        let terms = |allowances: &[Allowance]| Terms::new(&quiz(0), window, allowances);
        let begins = |at, allowances: &[Allowance]| may_start(&quiz(0), &terms(allowances), &[], Moment(at));
        assert_eq!(begins(99, &[]), Err(StartRefused::NotYet(Moment(100))));
        assert_eq!((begins(100, &[]), begins(199, &[])), (Ok(()), Ok(())));
        assert_eq!(begins(200, &[]), Err(StartRefused::Over(Moment(200))));
        let longer = Allowance { until: Some(Moment(300)), ..Allowance::default() };
        assert_eq!(begins(299, &[longer]), Ok(()));
        let shorter = Allowance { until: Some(Moment(150)), ..Allowance::default() };
        assert_eq!(begins(199, &[shorter]), Ok(()), "an allowance never takes away");
    }

    #[test]
    fn what_is_granted_adds_to_what_the_quiz_gives() {
        let more = Allowance { attempts: 1, ..Allowance::default() };
        let done = |number| earlier(number, Some(5), false);
        let terms = Terms::new(&quiz(1), Window::default(), &[more, more]);
        assert_eq!(may_start(&quiz(1), &terms, &[done(1), done(2)], Moment(9)), Ok(()));
        assert_eq!(may_start(&quiz(1), &terms, &[done(1), done(2), done(3)], Moment(9)), Err(StartRefused::NoneLeft));
        assert_eq!(Terms::new(&quiz(0), Window::default(), &[more]).attempts, None, "of no limit there is no more");
    }
}
