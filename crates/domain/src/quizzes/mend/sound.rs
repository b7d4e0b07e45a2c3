//! Whether a mended question makes sense as a whole: what is right in it, and whether all that is offered can be told apart. The
//! same that a package's reader asks of an author. It must not know what was written.

use super::{Fault, FaultWhy, What, spot};
use crate::ids::ChoiceId;
use crate::quizzes::marking::comparable;
use crate::quizzes::{Accepted, GapKind, QuestionKind};
use crate::{Text, alike};
use std::collections::BTreeSet;

pub(super) fn check(part: Option<&ChoiceId>, kind: &QuestionKind, faults: &mut Vec<Fault>) {
    let mut checks = Checks { part: part.cloned(), faults };
    match kind {
        QuestionKind::SingleChoice { choices } => {
            checks.right(choices.iter().map(|it| (&it.id, it.right)), Right::NotAll);
            checks.apart(choices.iter().map(|it| (&it.id, &it.text)));
        }
        QuestionKind::MultipleChoice { choices } => {
            checks.right(choices.iter().map(|it| (&it.id, it.right)), Right::NotAll);
            checks.apart(choices.iter().map(|it| (&it.id, &it.text)));
        }
        QuestionKind::TrueFalse { choices } => {
            checks.right(choices.iter().map(|it| (&it.id, it.right)), Right::One);
            checks.apart(choices.iter().map(|it| (&it.id, &it.text)));
        }
        QuestionKind::HotText(text) => checks.right(text.spans.iter().map(|it| (&it.id, it.right)), Right::Some),
        QuestionKind::Matching(matching) => {
            checks.apart(matching.stems.iter().map(|it| (&it.id, &it.text)));
            checks.apart(matching.options.iter().map(|it| (&it.id, &it.text)));
        }
        QuestionKind::ShortAnswer(short) => checks.answers(None, &short.accepted),
        QuestionKind::Cloze(cloze) => {
            for gap in &cloze.gaps {
                match &gap.wants {
                    GapKind::Choice { choices } => {
                        checks.gap(&gap.id, choices.iter().map(|it| (&it.id, it.right, &it.text)))
                    }
                    GapKind::Text { accepted } => checks.answers(Some(&gap.id), accepted),
                    GapKind::Number { .. } => {}
                }
            }
        }
        QuestionKind::Vignette(vignette) => {
            for inner in &vignette.parts {
                check(Some(&inner.id), &inner.kind, checks.faults);
            }
        }
        QuestionKind::Ordering(_) | QuestionKind::Numeric(_) | QuestionKind::Open(_) => {}
    }
}

/// How many may be right.
#[derive(Clone, Copy, PartialEq)]
enum Right {
    One,
    Some,
    /// One at least, and one not.
    NotAll,
}

impl Right {
    fn fault(self, right: usize, all: usize) -> Option<FaultWhy> {
        match self {
            Self::One => (right != 1).then_some(FaultWhy::OneRight),
            _ if right == 0 => Some(FaultWhy::NoneRight),
            Self::NotAll => (right == all).then_some(FaultWhy::AllRight),
            Self::Some => None,
        }
    }
}

struct Checks<'f> {
    part: Option<ChoiceId>,
    faults: &'f mut Vec<Fault>,
}

impl Checks<'_> {
    fn say(&mut self, what: What, id: Option<&ChoiceId>, why: FaultWhy) {
        self.faults.push(Fault { spot: spot(&self.part, what, id), why });
    }

    fn right<'k>(&mut self, all: impl Iterator<Item = (&'k ChoiceId, bool)>, asked: Right) {
        let all: Vec<_> = all.collect();
        let right = all.iter().filter(|(_, right)| *right).count();
        if let Some(why) = asked.fault(right, all.len()) {
            self.say(What::Right, all.first().map(|(id, _)| *id), why);
        }
    }

    /// Said of the second of two.
    fn apart<'k>(&mut self, all: impl Iterator<Item = (&'k ChoiceId, &'k Text)>) {
        let mut seen = BTreeSet::new();
        for (id, text) in all {
            if is_seen(&mut seen, text) {
                self.say(What::Words, Some(id), FaultWhy::SameWords);
            }
        }
    }

    fn gap<'k>(&mut self, gap: &ChoiceId, all: impl Iterator<Item = (&'k ChoiceId, bool, &'k Text)>) {
        let (mut seen, mut right) = (BTreeSet::new(), 0);
        for (id, is_right, text) in all {
            right += usize::from(is_right);
            if is_seen(&mut seen, text) {
                let spot = super::Spot { of: Some(id.clone()), ..spot(&self.part, What::Words, Some(gap)) };
                self.faults.push(Fault { spot, why: FaultWhy::SameWords });
            }
        }
        if let Some(why) = Right::One.fault(right, 0) {
            self.say(What::Right, Some(gap), why);
        }
    }

    /// The first line that fits decides, so that of two alike one would never be met; and what is nothing but marks fits anything
    /// that is nothing but marks.
    fn answers(&mut self, gap: Option<&ChoiceId>, accepted: &[Accepted]) {
        let mut seen = BTreeSet::new();
        for answer in accepted {
            let compared = comparable(&answer.text);
            let why = if compared.is_empty() { FaultWhy::Accepted } else { FaultWhy::SameAnswer };
            if compared.is_empty() || !seen.insert(compared) {
                return self.say(What::Accepted, gap, why);
            }
        }
    }
}

/// Whether the same words stand in one language at least; notes them.
fn is_seen(seen: &mut BTreeSet<(String, String)>, text: &Text) -> bool {
    let mut again = false;
    for (language, words) in text.0.iter().filter(|(_, words)| !words.trim().is_empty()) {
        again |= !seen.insert((language.clone(), alike(words)));
    }
    again
}
