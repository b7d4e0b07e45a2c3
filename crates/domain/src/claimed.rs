//! When something was done that a phone tells of later. The phone's clock may be wrong by years; what is used of it is the
//! time between two of its readings. It must not know what was done.

use crate::Moment;

/// What a phone says with a command, by its own clock. Without script it says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Claimed {
    /// The clock when it was done.
    pub at: Option<Moment>,
    /// The clock when it was sent, this time. None from pages that corrected `at` by the server's clock themselves.
    pub sent: Option<Moment>,
}

impl Claimed {
    /// When it was done, by the server's clock: as long before `received` as the phone says that it waited. Never later than
    /// `received`, so that a fast clock cannot make an answer stand against all later ones, and with `sent` never before 1970.
    pub fn true_time(self, received: Moment) -> Moment {
        match (self.at, self.sent) {
            (Some(at), Some(sent)) => {
                // Clocks are numbers that somebody sent: they may be anything.
                let waited = sent.0.saturating_sub(at.0).max(0);
                Moment(received.0.saturating_sub(waited).max(0).min(received.0))
            }
            (Some(at), None) => at.min(received),
            (None, _) => received,
        }
    }

    /// What the phone's clock said, for the journal; the server's time where it said nothing.
    pub fn said(self, received: Moment) -> Moment {
        self.at.unwrap_or(received)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const RECEIVED: i64 = 1_800_000_000_000;
    const TEN_YEARS: i64 = 315_360_000_000;

    fn true_time(at: i64, sent: i64, received: i64) -> i64 {
        Claimed { at: Some(Moment(at)), sent: Some(Moment(sent)) }.true_time(Moment(received)).0
    }

    #[test]
    fn what_waited_an_hour_was_done_an_hour_ago() {
        assert_eq!(true_time(5_000, 3_605_000, RECEIVED), RECEIVED - 3_600_000);
    }

    proptest! {
        #[test]
        fn a_clock_that_is_wrong_by_any_constant_changes_nothing(
            waited in 0..TEN_YEARS, wrong in -100 * TEN_YEARS..100 * TEN_YEARS
        ) {
            let right = true_time(RECEIVED - waited, RECEIVED, RECEIVED);
            prop_assert_eq!(right, RECEIVED - waited);
            prop_assert_eq!(true_time(RECEIVED - waited + wrong, RECEIVED + wrong, RECEIVED), right);
        }

        #[test]
        fn nothing_was_done_after_it_arrived_nor_before_1970(
            at in any::<i64>(), sent in any::<i64>(), received in 0..100 * TEN_YEARS
        ) {
            prop_assert!((0..=received).contains(&true_time(at, sent, received)));
        }

        #[test]
        fn what_one_phone_did_keeps_its_order(at in -TEN_YEARS..TEN_YEARS, later in 0..TEN_YEARS, sent in 0..TEN_YEARS, apart in 0..TEN_YEARS) {
            // Sent one after the other, as the outbox does, by a clock that runs on evenly.
            let first = true_time(at, at + later + sent, RECEIVED);
            let second = true_time(at + later, at + later + sent + apart, RECEIVED + apart);
            prop_assert!(first <= second);
        }

        #[test]
        fn without_the_time_of_sending_it_is_the_claimed_one_held_to_the_server_s(at in any::<i64>(), received in 0..TEN_YEARS) {
            let (at, received) = (Moment(at), Moment(received));
            prop_assert_eq!(Claimed { at: Some(at), sent: None }.true_time(received), at.min(received));
            prop_assert_eq!(Claimed { at: None, sent: Some(at) }.true_time(received), received);
            prop_assert_eq!(Claimed::default().said(received), received);
        }
    }
}
