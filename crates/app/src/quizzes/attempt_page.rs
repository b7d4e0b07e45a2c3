//! What the pages of an attempt show.

use super::gains::{OwnGain, own_gain};
use super::{At, own_attempt, terms};
use crate::learning::LoadedProgramme;
use crate::{PageRefused, Telar};
use domain::ids::{ActivityId, AttemptId, PersonId, QuestionId};
use domain::programmes::Activity;
use domain::quizzes::{Given, Mark, Question, Quiz, is_answered};
use domain::{Moment, Text};
use std::collections::BTreeMap;
use std::sync::Arc;

#[derive(Clone, Debug)]
pub struct AttemptPage {
    pub attempt: AttemptId,
    pub activity: ActivityId,
    pub number: u16,
    pub programme: Arc<LoadedProgramme>,
    pub asked: Vec<QuestionId>,
    pub answers: BTreeMap<QuestionId, Given>,
    /// What she marked to come back to.
    pub flags: Vec<QuestionId>,
    /// The mark, once handed in.
    pub result: Option<Mark>,
    /// Her marks before and after, with the result of the test after.
    pub gain: Option<OwnGain>,
    /// How many attempts she can still begin or go on with, besides this one; none where there is no limit. Only counted once
    /// it is handed in.
    pub attempts_left: Option<u16>,
    /// When the time of a timed quiz is over.
    pub time_over: Option<Moment>,
    pub now: Moment,
    index: usize,
}

impl AttemptPage {
    fn get(&self) -> &Activity {
        &self.programme.programme.activities[self.index]
    }

    /// The quiz. An attempt is only ever made at one.
    pub fn quiz(&self) -> &Quiz {
        match &self.get().body {
            domain::programmes::Body::Quiz(quiz) => quiz,
            domain::programmes::Body::Lesson(_) => unreachable!("an attempt page is only loaded for a quiz"),
        }
    }

    pub fn title(&self) -> &Text {
        &self.get().title
    }

    /// A question by its place in the attempt, from 1.
    pub fn question(&self, number: usize) -> Option<&Question> {
        let id = self.asked.get(number.checked_sub(1)?)?;
        self.quiz().question(id.as_str())
    }

    /// The whole minutes that are left of a timed quiz, rounded down; none where there is no limit, 0 when the time is over.
    pub fn minutes_left(&self) -> Option<i64> {
        self.time_over.map(|over| ((over - self.now).0 / 60_000).max(0))
    }

    /// Whether the time of a timed quiz is over.
    pub fn is_over(&self) -> bool {
        self.time_over.is_some_and(|over| self.now > over)
    }

    pub fn answered(&self) -> usize {
        self.asked.iter().filter(|id| self.is_answered(id)).count()
    }

    /// Whether nothing of that question is left to answer.
    pub fn is_answered(&self, question: &QuestionId) -> bool {
        is_answered(self.quiz(), question, self.answers.get(question))
    }
}

impl Telar {
    pub async fn attempt(&self, person: PersonId, attempt: AttemptId) -> Result<AttemptPage, PageRefused> {
        let telar = self.clone();
        let now = self.now();
        self.read(move |reading| {
            let (row, owner) = own_attempt(reading, person, attempt)?.ok_or(PageRefused::NotFound)?;
            let programme = telar.shelf().take(reading, owner.version)?;
            let index = programme.activities.iter().position(|it| it.id == row.activity && it.quiz().is_some());
            let index = index.ok_or(PageRefused::NotFound)?;
            let quiz = programme.activities[index].quiz().ok_or(PageRefused::NotFound)?;
            let terms = terms(reading, quiz, &At::of(&owner, &row.activity))?;
            let attempts_left = if terms.attempts.is_some() && row.mark.is_some() {
                // One that is open elsewhere was begun, and is still hers to go on with.
                let all = reading.attempts(row.enrolment, &row.activity)?;
                terms.left(all.iter().filter(|it| it.submitted.is_some()).count())
            } else {
                terms.left(usize::from(row.number))
            };
            let flags = reading.flags(attempt)?;
            let gain = match row.mark {
                Some(_) => own_gain(reading, &programme, (row.enrolment, quiz))?,
                None => None,
            };
            Ok(AttemptPage {
                answers: reading.answers(attempt)?,
                time_over: terms.time_over(row.started),
                flags,
                attempt,
                number: row.number,
                attempts_left,
                activity: row.activity,
                asked: row.asked,
                result: row.mark,
                gain,
                programme,
                now,
                index,
            })
        })
        .await
    }
}
