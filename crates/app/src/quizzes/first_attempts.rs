//! Of each person the first attempt that she handed in, as statistics take it. The same number of queries for 5 people and 5,000.

use crate::Unavailable;
use domain::Moment;
use domain::ids::{ActivityId, CohortId, PersonId, ProgrammeVersionId, QuestionId};
use domain::quizzes::{Answer, Mark, Quiz, chosen};
use domain::statistics::{FirstAttempt, Response, Score};
use std::collections::{BTreeMap, HashMap};
use store::Reading;

/// Whose attempts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Over {
    Cohort(CohortId),
    /// Of everybody in a cohort that runs it.
    Version(ProgrammeVersionId),
}

/// What first attempts are read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    Marks,
    MarksAndAnswers,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Firsts {
    /// How many people have handed in.
    pub handed_in: u64,
    /// Of them, in whose first attempt a person still has to read something; it counts once that is done.
    pub waiting: u64,
    /// The rest of them, but for whom nothing is left of what she was asked.
    pub attempts: BTreeMap<PersonId, FirstAttempt>,
    /// When each of those was begun and handed in.
    pub times: BTreeMap<PersonId, Times>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Times {
    pub begun: Moment,
    pub handed_in: Moment,
}

pub(crate) fn first_attempts(
    reading: &mut Reading<'_>,
    over: Over,
    (activity, quiz): (&ActivityId, &Quiz),
    wanted: Wanted,
) -> Result<Firsts, Unavailable> {
    let rows = match over {
        Over::Cohort(cohort) => reading.first_attempts_in_cohort(cohort, activity)?,
        Over::Version(version) => reading.first_attempts_of_version(version, activity)?,
    };
    let mut answers = match (wanted, over) {
        (Wanted::Marks, _) => HashMap::new(),
        (_, Over::Cohort(cohort)) => reading.first_answers_in_cohort(cohort, activity)?,
        (_, Over::Version(version)) => reading.first_answers_of_version(version, activity)?,
    };
    // Somebody in two cohorts has taken it first in one of them: that row comes first.
    let mut firsts: BTreeMap<PersonId, _> = BTreeMap::new();
    for row in rows {
        firsts.entry(row.person).or_insert(row);
    }
    let mut found = Firsts { handed_in: firsts.len() as u64, ..Firsts::default() };
    for (person, row) in firsts {
        if row.mark.unread > 0 {
            found.waiting += 1;
            continue;
        }
        let answers = answers.remove(&row.attempt).unwrap_or_default();
        let Some(first) = first_attempt(quiz, &row.mark, &answers) else { continue };
        found.attempts.insert(person, first);
        found.times.insert(person, Times { begun: row.started, handed_in: row.submitted });
    }
    Ok(found)
}

/// None where every question that it asked was taken out since.
pub(crate) fn first_attempt(quiz: &Quiz, mark: &Mark, answers: &BTreeMap<QuestionId, Answer>) -> Option<FirstAttempt> {
    FirstAttempt::of(mark.questions.iter().filter(|it| it.max > 0).filter_map(|it| {
        // Of 100, whichever rule gave it: a question that was worth 1 and one that is worth 100 are the same.
        let score = Score::of(it.hundredths(), 100)?;
        let kind = quiz.question(it.question.as_str()).map(|question| &question.kind);
        let chosen = kind.zip(answers.get(&it.question)).map(|(kind, answer)| chosen(kind, answer));
        Some((it.question.clone(), Response { score, chosen }))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::quizzes::{Counting, QuestionMark};

    #[test]
    fn marks_of_both_rules_are_on_one_scale_and_what_was_taken_out_counts_for_nobody() {
        let question = |id: &str, points, max| QuestionMark { question: id.into(), points, max, unread: 0 };
        let mark = |rule, questions| Mark {
            points: 0,
            max: 0,
            passed: false,
            rule,
            questions,
            unread: 0,
            kept: false,
            stood: None,
        };
        let quiz = Quiz::plain(Counting::Gate, 80, vec![]);
        let old = mark(1, vec![question("q-1", 1, 1), question("q-2", 0, 1)]);
        let new = mark(2, vec![question("q-1", 100, 100), question("q-2", 0, 100), question("q-3", 0, 0)]);
        let [old, new] = [old, new].map(|mark| first_attempt(&quiz, &mark, &BTreeMap::new()).unwrap());
        assert_eq!(old, new);
        assert_eq!((new.total().points(), new.total().max()), (100.0, 200.0));
        assert_eq!(first_attempt(&quiz, &mark(2, vec![question("q-3", 0, 0)]), &BTreeMap::new()), None);
    }
}
