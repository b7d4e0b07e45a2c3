//! The rule by which a programme is completed: written in the package, decided here, explained on the page.

use super::Progress;
use crate::ids::ActivityId;
use serde::{Deserialize, Serialize};

/// A completion rule. In a package it is written as a table: `all_of = [{ done = "t5-l1" }, { pass = "t5-q" }]`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// The activity is done.
    Done(ActivityId),
    /// The quiz is passed: its best mark reaches the quiz's own pass mark.
    Pass(ActivityId),
    /// Every part holds. No part at all holds too.
    AllOf(Vec<Rule>),
    /// At least `n` of the parts hold.
    NOf { n: u16, of: Vec<Rule> },
}

/// What a rule says of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub holds: bool,
    /// Activities that are still missing, in the rule's order; for «n of» all that could still count.
    pub missing: Vec<ActivityId>,
}

impl Rule {
    /// Decides the rule. A quiz counts as passed when its state is done: the state is set by the quiz's own pass mark.
    pub fn decide(&self, progress: &Progress) -> Verdict {
        match self {
            Self::Done(id) | Self::Pass(id) => {
                let holds = progress.is_done(id);
                Verdict { holds, missing: if holds { vec![] } else { vec![id.clone()] } }
            }
            Self::AllOf(parts) => Self::at_least(parts.len(), parts, progress),
            Self::NOf { n, of } => Self::at_least(usize::from(*n), of, progress),
        }
    }

    fn at_least(n: usize, parts: &[Rule], progress: &Progress) -> Verdict {
        let verdicts: Vec<Verdict> = parts.iter().map(|part| part.decide(progress)).collect();
        let holds = verdicts.iter().filter(|verdict| verdict.holds).count() >= n;
        let missing = if holds { vec![] } else { verdicts.into_iter().flat_map(|verdict| verdict.missing).collect() };
        Verdict { holds, missing }
    }

    /// Every activity that the rule names.
    pub fn names(&self) -> Vec<&ActivityId> {
        match self {
            Self::Done(id) | Self::Pass(id) => vec![id],
            Self::AllOf(parts) | Self::NOf { of: parts, .. } => parts.iter().flat_map(Self::names).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programmes::ActivityState;

    fn progress(done: &[&str]) -> Progress {
        Progress { states: done.iter().map(|id| ((*id).into(), ActivityState::Done)).collect(), ..Progress::default() }
    }

    #[test]
    fn all_of_names_what_is_missing_in_order() {
        let rule = Rule::AllOf(vec![Rule::Done("l1".into()), Rule::Done("l2".into()), Rule::Pass("q1".into())]);
        let verdict = rule.decide(&progress(&["l2"]));
        assert!(!verdict.holds);
        assert_eq!(verdict.missing, vec!["l1".into(), "q1".into()]);
        assert!(rule.decide(&progress(&["l1", "l2", "q1"])).holds);
    }

    #[test]
    fn n_of_holds_with_enough_parts_and_then_misses_nothing() {
        let rule = Rule::NOf { n: 1, of: vec![Rule::Done("l1".into()), Rule::Done("l2".into())] };
        assert_eq!(rule.decide(&progress(&["l2"])), Verdict { holds: true, missing: vec![] });
        assert_eq!(rule.decide(&progress(&[])).missing.len(), 2);
    }
}
