//! The rule by which a programme is completed: written in the package, decided here, explained part by part. It must not know
//! in which words a page says what is missing.

use super::{Activity, Modality, Programme, Progress};
use crate::ids::ActivityId;
use crate::quizzes::{Counting, Quiz};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A completion rule. In a package it is written as a table: `all_of = [{ done = "t5-l1" }, { pass = "t5-q" }]`. It only ever
/// asks for more, so that whoever does more is never further away.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// The activity is done.
    Done(ActivityId),
    /// The quiz is passed: its best mark reaches the quiz's own pass mark.
    Pass(ActivityId),
    /// The quiz's best mark reaches this one, in per cent from 1 to 100, whatever the quiz's own pass mark.
    PassWith { quiz: ActivityId, mark: u8 },
    /// The activities that are done take at least so many minutes together; of one modality, or of any. Whole minutes as the
    /// activities state them, added up without rounding.
    Hours {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        modality: Option<Modality>,
        minutes: u16,
    },
    /// Every part holds. No part at all holds too.
    AllOf(Vec<Rule>),
    /// At least `n` of the parts hold; where there are fewer parts, all of them.
    NOf { n: u16, of: Vec<Rule> },
}

/// What a rule says of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub holds: bool,
    /// All that is still missing, in the rule's order; empty where the rule holds, and only there.
    pub missing: Vec<Missing>,
}

/// One thing that is still missing, and by how much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    Finish(ActivityId),
    Pass {
        quiz: ActivityId,
        /// What is asked, in per cent.
        mark: u8,
        /// Her best so far; none where she has handed in nothing.
        best: Option<u8>,
    },
    Hours {
        modality: Option<Modality>,
        /// In minutes. Less is done than asked.
        asked: u32,
        done: u32,
        /// Activities that would add to it.
        open: Vec<ActivityId>,
    },
    /// Any `left` of these; more than that are there to choose from.
    Some {
        left: usize,
        from: Vec<Missing>,
    },
    /// Two or more together, as one of the things to choose from.
    All(Vec<Missing>),
}

impl Verdict {
    /// Of somebody who has completed the programme. It stays so, whatever is marked anew later.
    pub fn completed() -> Self {
        Self { holds: true, missing: Vec::new() }
    }

    /// The activities that would bring her nearer.
    pub fn helpful(&self) -> BTreeSet<&ActivityId> {
        let mut ids = BTreeSet::new();
        self.missing.iter().for_each(|missing| missing.collect(&mut ids));
        ids
    }
}

impl Missing {
    fn collect<'m>(&'m self, ids: &mut BTreeSet<&'m ActivityId>) {
        match self {
            Self::Finish(id) | Self::Pass { quiz: id, .. } => drop(ids.insert(id)),
            Self::Hours { open, .. } => ids.extend(open),
            Self::Some { from: parts, .. } | Self::All(parts) => parts.iter().for_each(|part| part.collect(ids)),
        }
    }
}

impl Programme {
    /// Whether somebody has completed the programme, and what is missing.
    pub fn verdict(&self, progress: &Progress) -> Verdict {
        let missing = self.completion.missing(self, progress);
        Verdict { holds: missing.is_empty(), missing }
    }

    /// Every activity that may count for completion.
    pub fn counting(&self) -> BTreeSet<&ActivityId> {
        let mut ids = BTreeSet::new();
        self.completion.collect(self, &mut ids);
        ids
    }

    /// The mark that completing the programme asks of a quiz, where it is above the quiz's own pass mark: she may take the
    /// quiz again until she has it.
    pub fn mark_above_pass(&self, id: &ActivityId) -> Option<u8> {
        let own = self.activity(id.as_str())?.quiz()?.pass;
        self.completion.highest_mark(id).filter(|mark| *mark > own)
    }

    fn of_modality(&self, modality: Option<Modality>) -> impl Iterator<Item = &Activity> {
        self.activities.iter().filter(move |it| modality.is_none_or(|asked| it.channel().modality() == asked))
    }
}

impl Rule {
    /// A quiz counts as passed by its own mark when its state is done: the state is set by that mark.
    fn missing(&self, programme: &Programme, progress: &Progress) -> Vec<Missing> {
        match self {
            Self::Done(id) | Self::Pass(id) if progress.is_done(id) => Vec::new(),
            Self::Done(id) | Self::Pass(id) => {
                let gate = programme.activity(id.as_str()).and_then(Activity::quiz);
                vec![match gate.filter(|quiz| quiz.counting == Counting::Gate) {
                    Some(Quiz { pass, .. }) => Missing::pass(id, *pass, progress),
                    None => Missing::Finish(id.clone()),
                }]
            }
            Self::PassWith { quiz, mark } if progress.best.get(quiz).is_some_and(|best| best >= mark) => Vec::new(),
            Self::PassWith { quiz, mark } => vec![Missing::pass(quiz, *mark, progress)],
            Self::Hours { modality, minutes } => {
                let (done, open): (Vec<_>, Vec<_>) =
                    programme.of_modality(*modality).partition(|it| progress.is_done(&it.id));
                let (asked, done) = (u32::from(*minutes), done.iter().map(|it| u32::from(it.minutes)).sum());
                let open = || open.iter().map(|it| it.id.clone()).collect();
                let missing = || Missing::Hours { modality: *modality, asked, done, open: open() };
                (done < asked).then(missing).into_iter().collect()
            }
            Self::AllOf(parts) => together(parts.iter().map(|part| part.missing(programme, progress))),
            Self::NOf { n, of } => {
                let parts = of.iter().map(|part| part.missing(programme, progress));
                let open: Vec<Vec<Missing>> = parts.filter(|missing| !missing.is_empty()).collect();
                let left = usize::from(*n).saturating_sub(of.len() - open.len());
                match left {
                    0 => Vec::new(),
                    left if left >= open.len() => together(open),
                    left => vec![Missing::Some { left, from: open.into_iter().map(Missing::one).collect() }],
                }
            }
        }
    }

    fn collect<'r>(&'r self, programme: &'r Programme, ids: &mut BTreeSet<&'r ActivityId>) {
        match self {
            Self::Done(id) | Self::Pass(id) | Self::PassWith { quiz: id, .. } => drop(ids.insert(id)),
            Self::Hours { modality, .. } => ids.extend(programme.of_modality(*modality).map(|it| &it.id)),
            Self::AllOf(parts) | Self::NOf { of: parts, .. } => {
                parts.iter().for_each(|part| part.collect(programme, ids));
            }
        }
    }

    fn highest_mark(&self, id: &ActivityId) -> Option<u8> {
        match self {
            Self::PassWith { quiz, mark } => (quiz == id).then_some(*mark),
            Self::AllOf(parts) | Self::NOf { of: parts, .. } => {
                parts.iter().filter_map(|part| part.highest_mark(id)).max()
            }
            Self::Done(_) | Self::Pass(_) | Self::Hours { .. } => None,
        }
    }
}

impl Missing {
    fn pass(quiz: &ActivityId, mark: u8, progress: &Progress) -> Self {
        Self::Pass { quiz: quiz.clone(), mark, best: progress.best.get(quiz).copied() }
    }

    fn one(mut parts: Vec<Missing>) -> Self {
        if parts.len() == 1 { parts.remove(0) } else { Self::All(parts) }
    }
}

/// All of them, and what is asked twice only once.
fn together(parts: impl IntoIterator<Item = Vec<Missing>>) -> Vec<Missing> {
    let mut all: Vec<Missing> = Vec::new();
    for missing in parts.into_iter().flatten() {
        if !all.contains(&missing) {
            all.push(missing);
        }
    }
    all
}

#[cfg(test)]
mod tests;
