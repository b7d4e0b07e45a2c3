//! What marking anew would change, attempt by attempt, and why. It writes nothing: `regrade.rs` and `read_answer.rs` do.

use super::quiz_of;
use crate::Unavailable;
use crate::learning::LoadedProgramme;
use domain::facts::{ActivityDone, AttemptMarked, MarkedAnew, Subject, What};
use domain::ids::{ActivityId, AttemptId, CohortId, EnrolmentId, MarkingId, ProgrammeVersionId, QuestionId};
use domain::people::PersonName;
use domain::quizzes::{Counting, Mark, Quiz, differing, mark_attempt, regrade};
use std::collections::{BTreeMap, BTreeSet};
use store::{Reading, Writing};

/// What marking anew would change.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    /// Attempts handed in that met the question.
    pub attempts: usize,
    /// Of those, whose mark would change at all.
    pub changed: usize,
    pub up: usize,
    pub down: usize,
    /// Who would pass by it.
    pub passes: Vec<ChangedMark>,
    /// Who reached what was asked of her and would not by the new mark: she keeps it.
    pub keeps: Vec<ChangedMark>,
    /// The reasons that learners will read, each those of the questions that change hers.
    pub reasons: Vec<String>,
}

#[derive(Clone, Debug)]
pub struct ChangedMark {
    pub attempt: AttemptId,
    pub cohort: CohortId,
    pub name: PersonName,
    /// In per cent.
    pub before: u8,
    pub after: u8,
    /// The number of her certificate, where she has a valid one.
    pub certificate: Option<String>,
}

/// Why each question of a version was mended, as its last mend says.
pub(super) struct Reasons(BTreeMap<QuestionId, String>);

impl Reasons {
    pub fn of(reading: &mut Reading<'_>, version: ProgrammeVersionId) -> Result<Self, Unavailable> {
        let mends = reading.mends(version)?.into_iter();
        Ok(Self(mends.map(|it| (it.question.id, it.reason)).collect()))
    }

    /// The mended questions by which two marks differ, with why; none where no mend is behind it.
    fn behind<'r>(&'r self, before: &Mark, after: &Mark) -> Vec<(&'r QuestionId, &'r str)> {
        let found = differing(before, after).filter_map(|id| self.0.get_key_value(id));
        found.map(|(id, reason)| (id, reason.as_str())).collect()
    }
}

/// What one mark becomes by the questions as they stand now.
pub(super) struct Anew<'r> {
    pub mark: Mark,
    pub reasons: Vec<(&'r QuestionId, &'r str)>,
}

impl Anew<'_> {
    /// The facts by which it stands; about her. Who passes a gate by it has done it.
    pub fn facts(
        self,
        before: &Mark,
        (marking, attempt): (MarkingId, AttemptId),
        gate: Option<ActivityDone>,
    ) -> Vec<What> {
        let done = gate.filter(|_| self.mark.passed && !before.passed);
        let why = self.reasons.first().map_or(MarkedAnew::Read, |(id, _)| MarkedAnew::Mended((*id).clone()));
        let distinct: BTreeSet<&str> = self.reasons.iter().map(|(_, reason)| *reason).collect();
        let reason = distinct.into_iter().collect::<Vec<_>>().join(" ");
        let marked = AttemptMarked { marking, attempt, mark: self.mark, before: before.per_cent(), why, reason };
        [marked.into()].into_iter().chain(done.map(What::from)).collect()
    }
}

pub(super) fn anew<'r>(reasons: &'r Reasons, before: &Mark, mark: Mark) -> Option<Anew<'r>> {
    let mark = regrade(before, mark)?;
    let reasons = reasons.behind(before, &mark);
    Some(Anew { mark, reasons })
}

pub(super) struct Change<'r> {
    pub attempt: AttemptId,
    before: Mark,
    stands: Anew<'r>,
    row: store::HandedInRow,
}

/// Every attempt whose mark would be another, and how many attempts at this quiz met any of these questions.
pub(super) fn changes<'r>(
    reading: &mut Reading<'_>,
    (version, reasons): (ProgrammeVersionId, &'r Reasons),
    (activity, quiz): (&ActivityId, &Quiz),
    questions: &BTreeSet<&QuestionId>,
) -> Result<(Vec<Change<'r>>, usize), Unavailable> {
    let answers = reading.answers_of_version(version, activity)?;
    let readings = reading.readings_of_version(version, activity)?;
    let (none, unread) = (Default::default(), Default::default());
    let (mut changes, mut met) = (Vec::new(), 0);
    for row in reading.handed_in_of_version(version, activity)? {
        let attempt = row.attempt.attempt;
        let meets = row.attempt.asked.iter().any(|id| questions.contains(id));
        let Some(before) = row.attempt.mark.clone().filter(|_| meets) else { continue };
        met += 1;
        let answers = answers.get(&attempt).unwrap_or(&none);
        let readings = readings.get(&attempt).unwrap_or(&unread);
        if let Some(stands) = anew(reasons, &before, mark_attempt(quiz, &row.attempt.asked, answers, readings)) {
            changes.push(Change { attempt, before, stands, row });
        }
    }
    Ok((changes, met))
}

/// What marking anew every attempt that met the question would change, in all quizzes that ask it.
pub(super) fn preview(
    reading: &mut Reading<'_>,
    version: ProgrammeVersionId,
    (programme, question): (&LoadedProgramme, &QuestionId),
) -> Result<Preview, Unavailable> {
    let certificates = reading.certificates_of_version(version)?;
    let reasons = Reasons::of(reading, version)?;
    let mut preview = Preview::default();
    let mut told = BTreeSet::new();
    for (activity, quiz) in programme.quizzes_with(question) {
        let asked = programme.mark_above_pass(activity);
        let (changes, met) = changes(reading, (version, &reasons), (activity, quiz), &[question].into())?;
        preview.attempts += met;
        preview.changed += changes.len();
        for Change { attempt, before, stands, row } in changes {
            told.extend(stands.reasons.iter().map(|(_, reason)| *reason));
            let stands = stands.mark;
            let share = |mark: &Mark| {
                let (points, max) = mark.hundredths();
                (u64::from(points) * 1_000_000).checked_div(u64::from(max)).unwrap_or(0)
            };
            preview.up += usize::from(share(&stands) > share(&before));
            preview.down += usize::from(share(&stands) < share(&before));
            let certificate = certificates.get(&row.attempt.enrolment).map(|(number, _)| number.clone());
            let (cohort, name) = (row.cohort, row.name);
            let falls_below = asked.is_some_and(|asked| before.counts() >= asked && stands.per_cent() < asked);
            let (passes, keeps) = (stands.passed && !before.passed, stands.kept || falls_below);
            let (before, after) = (before.per_cent(), stands.per_cent());
            let changed = ChangedMark { attempt, cohort, name, before, after, certificate };
            if passes {
                preview.passes.push(changed);
            } else if keeps {
                preview.keeps.push(changed);
            }
        }
    }
    preview.reasons = told.into_iter().map(str::to_owned).collect();
    Ok(preview)
}

/// Attempts at a quiz that stand by questions as they were before a mend, and one of those questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    pub attempts: usize,
    pub question: QuestionId,
}

pub(super) fn stale(
    reading: &mut Reading<'_>,
    version: ProgrammeVersionId,
    (activity, quiz): (&ActivityId, &Quiz),
) -> Result<Option<Stale>, Unavailable> {
    let reasons = Reasons::of(reading, version)?;
    let mended: BTreeSet<&QuestionId> =
        quiz.questions.iter().map(|it| &it.id).filter(|id| reasons.0.contains_key(id)).collect();
    if mended.is_empty() {
        return Ok(None);
    }
    let (changes, _) = changes(reading, (version, &reasons), (activity, quiz), &mended)?;
    let question = changes.iter().find_map(|it| it.stands.reasons.first()).map(|(id, _)| (*id).clone());
    Ok(question.map(|question| Stale { attempts: changes.len(), question }))
}

/// The facts of one attempt marked anew; none where nothing changes, or she is gone meanwhile.
pub(super) fn marked_anew(
    writing: &mut Writing<'_>,
    (programme, reasons): (&LoadedProgramme, &Reasons),
    (attempt, marking): (AttemptId, MarkingId),
) -> Result<Option<(Subject, Vec<What>)>, Unavailable> {
    let Some(row) = writing.attempt(attempt)? else { return Ok(None) };
    let (Some(before), Some(owner)) = (row.mark, writing.enrolment(row.enrolment)?) else { return Ok(None) };
    let Some((_, quiz)) = quiz_of(programme, &row.activity) else { return Ok(None) };
    let answers = writing.answers(attempt)?.into_iter().map(|(id, given)| (id, given.answer)).collect();
    let readings = writing.readings_given(attempt)?;
    let found = anew(reasons, &before, mark_attempt(quiz, &row.asked, &answers, &readings));
    let gate = gate(quiz, (row.enrolment, &row.activity));
    let facts = found.map_or_else(Vec::new, |anew| anew.facts(&before, (marking, attempt), gate));
    Ok(Some((Subject::Person(owner.person), facts)))
}

/// What passing a quiz does: a practice and a measurement were done when they were handed in.
pub(super) fn gate(quiz: &Quiz, (enrolment, activity): (EnrolmentId, &ActivityId)) -> Option<ActivityDone> {
    let is_gate = quiz.counting == Counting::Gate;
    is_gate.then(|| ActivityDone { enrolment, activity: activity.clone() })
}
