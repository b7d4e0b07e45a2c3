//! What one person has done of a programme.

use super::{Activity, Programme};
use crate::ids::ActivityId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How far one activity has come. A quiz is done when it is passed, or handed in where it is for practice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActivityState {
    #[default]
    NotBegun,
    Begun,
    Done,
}

/// One person's states and best marks; an activity that is absent has not been begun.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    pub states: BTreeMap<ActivityId, ActivityState>,
    /// The best mark of each quiz, in per cent from 0 to 100.
    pub best: BTreeMap<ActivityId, u8>,
}

impl Progress {
    pub fn of(&self, id: &ActivityId) -> ActivityState {
        self.states.get(id).copied().unwrap_or_default()
    }

    pub fn is_done(&self, id: &ActivityId) -> bool {
        self.of(id) == ActivityState::Done
    }

    /// How many activities of the programme are done, of how many.
    pub fn done_of(&self, programme: &Programme) -> (usize, usize) {
        let all = programme.in_order().count();
        let done = programme.in_order().filter(|activity| self.is_done(&activity.id)).count();
        (done, all)
    }

    /// The one thing next: what was begun and not done, else the first in order that is not done.
    pub fn next<'p>(&self, programme: &'p Programme) -> Option<&'p Activity> {
        let open = || programme.in_order().filter(|activity| !self.is_done(&activity.id));
        open().find(|activity| self.of(&activity.id) == ActivityState::Begun).or_else(|| open().next())
    }
}
