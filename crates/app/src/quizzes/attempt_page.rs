//! What the pages of an attempt show.

use super::own_attempt;
use crate::learning::LoadedProgramme;
use crate::{PageRefused, Telar};
use domain::ids::{ActivityId, AttemptId, PersonId, QuestionId};
use domain::programmes::Activity;
use domain::quizzes::{Given, Mark, Question, Quiz};
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
    /// The mark, once handed in.
    pub result: Option<Mark>,
    /// How many attempts are left after this one; none where there is no limit.
    pub attempts_left: Option<u16>,
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

    pub fn answered(&self) -> usize {
        self.asked.iter().filter(|id| self.answers.contains_key(*id)).count()
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
            let limit = programme.activities[index].quiz().map_or(0, |quiz| quiz.attempts);
            Ok(AttemptPage {
                answers: reading.answers(attempt)?,
                attempt,
                number: row.number,
                attempts_left: (limit > 0).then(|| limit.saturating_sub(row.number)),
                activity: row.activity,
                asked: row.asked,
                result: row.mark,
                programme,
                now,
                index,
            })
        })
        .await
    }
}
