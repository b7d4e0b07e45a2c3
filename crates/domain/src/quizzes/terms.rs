//! What holds for one person at one quiz: the quiz's own limits, the days on which her cohort may take it, and what staff have
//! granted her. It must not know how an attempt is answered.

use super::Quiz;
use crate::Moment;
use crate::moment::Span;
use serde::{Deserialize, Serialize};

/// How long after the time is over an answer still counts: between pressing and sending, and for clocks that differ a little.
pub const GRACE: Span = Span::seconds(30);

/// When a cohort may take a quiz; from `opens` until before `closes`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens: Option<Moment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes: Option<Moment>,
}

/// What staff grant one person, with a reason that stands in the fact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allowance {
    /// More attempts, 0 to 20.
    #[serde(default)]
    pub attempts: u16,
    /// More time, in per cent of the limit, 0 to 300.
    #[serde(default)]
    pub time_per_cent: u16,
    /// More time, in minutes, 0 to 240.
    #[serde(default)]
    pub minutes: u16,
    /// She may still begin and answer until then, though it has closed for others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Moment>,
}

/// All of it put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// How many attempts she has; none is without limit.
    pub attempts: Option<u16>,
    /// How long an attempt takes at most; none is without limit.
    pub limit: Option<Span>,
    pub window: Window,
}

impl Terms {
    /// Allowances add up; the latest `until` counts. One of two tests in parallel forms has one attempt, whatever its file says and
    /// whatever was granted: a second one would meet the form that the other test is to ask.
    pub fn new(quiz: &Quiz, window: Window, allowances: &[Allowance]) -> Self {
        let sum = |of: fn(&Allowance) -> u16| allowances.iter().map(|it| u32::from(of(it))).sum::<u32>();
        let attempts = u32::from(quiz.attempts) + sum(|it| it.attempts);
        let limit = quiz.time_limit.map(|minutes| {
            let whole = i64::from(minutes) * 60;
            let more = whole * i64::from(sum(|it| it.time_per_cent)) / 100 + i64::from(sum(|it| it.minutes)) * 60;
            Span::seconds(whole + more)
        });
        let until = allowances.iter().filter_map(|it| it.until).max();
        let closes = window.closes.map(|closes| until.map_or(closes, |until| until.max(closes)));
        Self {
            attempts: match &quiz.parallel {
                Some(_) => Some(1),
                None => (quiz.attempts > 0).then(|| u16::try_from(attempts).unwrap_or(u16::MAX)),
            },
            limit,
            window: Window { opens: window.opens, closes },
        }
    }

    /// When the bell rings for an attempt: its own time is over, or the quiz closes, whichever comes first; none where neither
    /// will.
    pub fn time_over(&self, begun: Moment) -> Option<Moment> {
        let own = self.limit.map(|limit| begun + limit);
        own.into_iter().chain(self.window.closes).min()
    }

    /// Whether what was done at that moment came too late to count.
    pub fn is_too_late(&self, begun: Moment, done: Moment) -> bool {
        self.time_over(begun).is_some_and(|over| done > over + GRACE)
    }

    /// How many attempts are left after so many were begun; none where there is no limit.
    pub fn left(&self, begun: usize) -> Option<u16> {
        self.attempts.map(|most| most.saturating_sub(u16::try_from(begun).unwrap_or(u16::MAX)))
    }
}
