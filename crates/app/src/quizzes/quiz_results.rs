//! One quiz in a cohort: each person's attempts, and what was answered to each question. The same number of queries for 5
//! people and 5,000.

use super::marking_anew::{Stale, stale};
use super::{quiz_of, seen_cohort, terms::of_programme};
use crate::access::Visitor;
use crate::cohorts::{CohortCard, card};
use crate::learning::LoadedProgramme;
use crate::{PageRefused, Telar};
use domain::Moment;
use domain::ids::{ActivityId, AttemptId, ChoiceId, CohortId, EnrolmentId, PersonId, QuestionId};
use domain::people::PersonName;
use domain::quizzes::{Answer, Counting, QuestionKind, Quiz, Window};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use store::{AttemptRow, GivenRow, MemberRow};

/// How many of the texts that were typed are told; most are only typed once.
const TYPED: usize = 8;

#[derive(Clone, Debug)]
pub struct QuizResults {
    pub card: CohortCard,
    pub programme: Arc<LoadedProgramme>,
    pub activity: ActivityId,
    pub people: Vec<PersonResult>,
    /// In the order of the quiz.
    pub questions: Vec<QuestionResult>,
    pub window: ResultWindow,
    /// Whether she may set its days.
    pub runs: bool,
    pub unread: u64,
    /// What waits to be marked anew after a mend, in all cohorts of the version.
    pub stale: Option<Stale>,
    pub now: Moment,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResultWindow {
    pub now: Window,
    pub of_programme: Window,
}

#[derive(Clone, Debug)]
pub struct PersonResult {
    pub person: PersonId,
    pub enrolment: EnrolmentId,
    pub name: PersonName,
    pub attempts: usize,
    pub state: ResultState,
    /// In per cent, of those handed in.
    pub best: Option<u8>,
    /// The attempt to look at: the best that was handed in, else the one that is open.
    pub attempt: Option<AttemptId>,
    /// When she last began or handed in.
    pub last: Option<Moment>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ResultState {
    NotBegun,
    InProgress,
    /// Handed in; a person has yet to read something of it, and it is not passed without.
    ToRead,
    NotPassed,
    /// Handed in a quiz that is not to be passed.
    HandedIn,
    Passed,
    /// Passed before a question was mended.
    Kept,
}

/// One question over all attempts that were handed in and asked it.
#[derive(Clone, Debug)]
pub struct QuestionResult {
    pub question: QuestionId,
    pub asked: u64,
    pub right: u64,
    pub partly: u64,
    pub wrong: u64,
    pub unread: u64,
    /// What was answered, and how often; the most frequent first where it was typed, in the question's order where chosen.
    pub given: Vec<(Given, u64)>,
}

/// Something that can be answered.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Given {
    Choice(ChoiceId),
    Typed(String),
}

impl QuizResults {
    /// The quiz. Results are only ever made of one.
    pub fn quiz(&self) -> Option<&Quiz> {
        quiz_of(&self.programme, &self.activity).map(|(_, quiz)| quiz)
    }
}

impl Telar {
    pub async fn quiz_results(
        &self,
        visitor: &Visitor,
        cohort: CohortId,
        activity: ActivityId,
    ) -> Result<QuizResults, PageRefused> {
        let (telar, visitor, now) = (self.clone(), visitor.clone(), self.now());
        self.read(move |reading| {
            let (row, programme) = seen_cohort(&telar, reading, (&visitor, cohort))?;
            let (_, quiz) = quiz_of(&programme, &activity).ok_or(PageRefused::NotFound)?;
            let attempts = reading.attempts_in_cohort(cohort, &activity)?;
            let questions = questions(quiz, &attempts, &reading.answers_given_in_cohort(cohort, &activity)?);
            let mut by_person: HashMap<EnrolmentId, Vec<AttemptRow>> = HashMap::new();
            for attempt in attempts {
                by_person.entry(attempt.enrolment).or_default().push(attempt);
            }
            let members = reading.members(cohort)?.into_iter();
            let people: Vec<PersonResult> = members
                .map(|member| {
                    let attempts = by_person.remove(&member.enrolment).unwrap_or_default();
                    person(quiz, member, &attempts)
                })
                .collect();
            let of_programme = of_programme(quiz, &row.starts);
            let window = reading.quiz_window(cohort, &activity)?.unwrap_or(of_programme);
            Ok(QuizResults {
                runs: visitor.grants.runs(cohort),
                stale: stale(reading, row.version, (&activity, quiz))?,
                card: card(&telar, reading, row)?,
                unread: questions.iter().map(|it| it.unread).sum(),
                programme: Arc::clone(&programme),
                window: ResultWindow { now: window, of_programme },
                activity,
                people,
                questions,
                now,
            })
        })
        .await
    }
}

fn person(quiz: &Quiz, member: MemberRow, attempts: &[AttemptRow]) -> PersonResult {
    let handed = attempts.iter().filter_map(|it| it.mark.as_ref().map(|mark| (it, mark)));
    let best = handed.clone().max_by_key(|(it, mark)| (mark.passed, mark.per_cent(), it.number));
    let open = attempts.iter().find(|it| it.submitted.is_none());
    let state = match best {
        Some((_, mark)) if quiz.counting == Counting::Gate && mark.passed => {
            if mark.kept {
                ResultState::Kept
            } else {
                ResultState::Passed
            }
        }
        Some(_) if handed.clone().any(|(_, mark)| mark.unread > 0) => ResultState::ToRead,
        Some(_) if quiz.counting != Counting::Gate => ResultState::HandedIn,
        _ if open.is_some() => ResultState::InProgress,
        Some(_) => ResultState::NotPassed,
        None => ResultState::NotBegun,
    };
    PersonResult {
        person: member.person,
        enrolment: member.enrolment,
        name: member.name,
        attempts: attempts.len(),
        state,
        best: handed.map(|(_, mark)| mark.per_cent()).max(),
        attempt: best.map(|(it, _)| it.attempt).or(open.map(|it| it.attempt)),
        last: attempts.iter().map(|it| it.submitted.unwrap_or(it.started)).max(),
    }
}

fn questions(quiz: &Quiz, attempts: &[AttemptRow], given: &[GivenRow]) -> Vec<QuestionResult> {
    let mut all: BTreeMap<&QuestionId, QuestionResult> = BTreeMap::new();
    for mark in attempts.iter().filter_map(|it| it.mark.as_ref()) {
        for it in &mark.questions {
            let empty = || QuestionResult {
                question: it.question.clone(),
                asked: 0,
                right: 0,
                partly: 0,
                wrong: 0,
                unread: 0,
                given: Vec::new(),
            };
            let result = all.entry(&it.question).or_insert_with(empty);
            result.asked += 1;
            result.unread += u64::from(it.unread);
            match it.hundredths() {
                100.. => result.right += 1,
                1.. => result.partly += 1,
                _ => result.wrong += 1,
            }
        }
    }
    let mut in_order = Vec::with_capacity(quiz.questions.len());
    for question in &quiz.questions {
        let Some(mut result) = all.remove(&question.id) else { continue };
        let rows = given.iter().filter(|row| row.question == question.id);
        result.given = tally(&question.kind, rows);
        in_order.push(result);
    }
    in_order
}

/// How often each choice was marked, each text typed. Matchings, orders, cases and long texts are told by their marks alone.
fn tally<'a>(kind: &QuestionKind, rows: impl Iterator<Item = &'a GivenRow>) -> Vec<(Given, u64)> {
    let mut counts: BTreeMap<Given, u64> = BTreeMap::new();
    let offered: Vec<&ChoiceId> = match kind {
        QuestionKind::HotText(text) => text.spans.iter().map(|it| &it.id).collect(),
        kind => kind.choices().iter().map(|it| &it.id).collect(),
    };
    for row in rows {
        let mut add = |given: Given| *counts.entry(given).or_default() += row.times;
        match (kind, &row.answer) {
            (QuestionKind::Open(_), _) => {}
            (_, Answer::Choice(id)) => add(Given::Choice(id.clone())),
            (_, Answer::Choices(ids)) => ids.iter().for_each(|id| add(Given::Choice(id.clone()))),
            (_, Answer::Text(text)) => add(Given::Typed(text.trim().to_owned())),
            (_, Answer::Number { number, unit }) => add(Given::Typed(format!("{number} {unit}").trim().to_owned())),
            (_, Answer::Matches(_) | Answer::Order(_) | Answer::Gaps(_) | Answer::Parts(_)) => {}
        }
    }
    if !offered.is_empty() {
        let of = |id: &ChoiceId| counts.get(&Given::Choice(id.clone())).copied().unwrap_or_default();
        return offered.into_iter().map(|id| (Given::Choice(id.clone()), of(id))).collect();
    }
    let mut typed: Vec<(Given, u64)> = counts.into_iter().collect();
    typed.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    typed.truncate(TYPED);
    typed
}
