//! An answer is saved as it is given.

use super::{At, own_attempt, terms};
use crate::command::{Command, OtherContent};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable};
use domain::Claimed;
use domain::facts::{AnswerOutdated, AnswerSaved, AnswerTooLate, Subject, What};
use domain::ids::{AttemptId, CommandId, PersonId, QuestionId};
use domain::quizzes::{Answer, AnswerRefused, InProgress, QuestionKind, Quiz, Replacement, Terms};
use serde::{Deserialize, Serialize};
use store::{AttemptRow, NewFact, Writing};

#[derive(Clone, Debug)]
pub struct SaveAnswer {
    pub command: CommandId,
    pub attempt: AttemptId,
    pub question: QuestionId,
    pub answer: Written,
    /// When she gave it, by the phone's clock; now where the phone did not say.
    pub claimed: Claimed,
}

/// An answer as it comes in.
#[derive(Clone, Debug)]
pub enum Written {
    Answer(Answer),
    /// A form's fields, and how they are read once it is known what kind of question they are for; none where they are blank.
    Form(Vec<(String, String)>, fn(&QuestionKind, &[(String, String)]) -> Option<Answer>),
}

impl From<Answer> for Written {
    fn from(answer: Answer) -> Self {
        Self::Answer(answer)
    }
}

impl Written {
    pub(super) fn read(self, kind: &QuestionKind) -> Option<Answer> {
        match self {
            Self::Answer(answer) => Some(answer),
            Self::Form(fields, read) => read(kind, &fields),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Saved {
    /// It stands.
    Stands,
    /// It is kept; one that was given later stands.
    Older,
    /// It is kept; the time of the quiz was over when she gave it, so it does not count.
    Late,
    /// The same command came before, and was carried out then.
    Again,
}

#[derive(Debug, thiserror::Error)]
pub enum SaveRefused {
    #[error("not found")]
    NotFound,
    #[error("nothing was answered")]
    Blank,
    #[error(transparent)]
    Rule(AnswerRefused),
    #[error("the attempt has been handed in")]
    Closed,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(SaveRefused);

impl Telar {
    pub async fn save_answer(&self, person: PersonId, it: SaveAnswer) -> Result<Saved, SaveRefused> {
        let telar = self.clone();
        self.write(move |writing| {
            let (row, owner) = own_attempt(writing, person, it.attempt)?.ok_or(SaveRefused::NotFound)?;
            let programme = telar.shelf().take(writing, owner.version)?;
            let quiz = programme.activity(row.activity.as_str()).and_then(|activity| activity.quiz());
            let quiz = quiz.ok_or(SaveRefused::NotFound)?;
            let question = quiz.question(it.question.as_str()).ok_or(SaveRefused::Rule(AnswerRefused::NotAsked))?;
            let answer = it.answer.read(&question.kind);
            let content = (it.attempt, &it.question, &answer, it.claimed.at);
            let command = Command::new(it.command, Some(person), "save answer", &content);
            match command.before::<Saved>(writing)? {
                Ok(None) => {}
                Ok(Some(_)) => return Ok(Saved::Again),
                Err(OtherContent) => return Err(SaveRefused::OtherContent),
            }
            if row.submitted.is_some() {
                return Err(SaveRefused::Closed);
            }
            let answer = answer.ok_or(SaveRefused::Blank)?;
            let taking = Taking {
                terms: &terms(writing, quiz, &At::of(&owner, &row.activity))?,
                attempt: it.attempt,
                row: &row,
                person,
                quiz,
            };
            let saved = taking.take(writing, &it.question, answer, it.claimed)?;
            command.answer(writing, &saved)?;
            Ok(saved)
        })
        .await
    }
}

/// An open attempt that takes answers, within one write.
pub(super) struct Taking<'a> {
    pub person: PersonId,
    pub attempt: AttemptId,
    pub row: &'a AttemptRow,
    pub quiz: &'a Quiz,
    pub terms: &'a Terms,
}

impl Taking<'_> {
    /// Writes down what becomes of an answer.
    pub fn take(
        &self,
        writing: &mut Writing<'_>,
        question: &QuestionId,
        answer: Answer,
        claimed: Claimed,
    ) -> Result<Saved, SaveRefused> {
        let (attempt, question) = (self.attempt, question.clone());
        let standing = writing.answer(attempt, &question)?;
        let answers = standing.map(|given| (question.clone(), given)).into_iter().collect();
        let open = InProgress { id: attempt, begun: self.row.started, asked: self.row.asked.clone(), answers };
        let received = writing.now();
        let said = claimed.said(received);
        let replaced =
            open.answer((self.quiz, self.terms), &question, answer, (claimed, received)).map_err(SaveRefused::Rule)?;
        let claimed = said;
        let (what, saved): (What, Saved) = match replaced {
            Replacement::Stands(now) => {
                (AnswerSaved { attempt, question, answer: now.answer, given: now.given, claimed }.into(), Saved::Stands)
            }
            Replacement::Older(old) => (
                AnswerOutdated { attempt, question, answer: old.answer, given: old.given, claimed }.into(),
                Saved::Older,
            ),
            Replacement::TooLate(late) => (
                AnswerTooLate { attempt, question, answer: late.answer, given: late.given, claimed }.into(),
                Saved::Late,
            ),
        };
        writing.record(vec![NewFact { actor: Some(self.person), about: Subject::Person(self.person), what }])?;
        Ok(saved)
    }
}
