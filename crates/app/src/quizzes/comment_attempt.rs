//! Staff write to a person about her attempt, or about one question of it.

use super::{COMMENT, attempt_in, note};
use crate::access::Visitor;
use crate::command::{Command, once};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance};
use domain::facts::{AttemptCommented, Subject};
use domain::ids::{AttemptId, CohortId, CommandId, CommentId, QuestionId};
use store::NewFact;

#[derive(Clone, Debug)]
pub struct CommentAttempt {
    pub command: CommandId,
    pub cohort: CohortId,
    pub attempt: AttemptId,
    /// None where it is about the attempt as a whole.
    pub question: Option<QuestionId>,
    pub text: String,
}

#[derive(Debug, thiserror::Error)]
pub enum CommentRefused {
    #[error("not found")]
    NotFound,
    #[error("a comment has 1 to 2,000 characters")]
    Text,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(CommentRefused);

impl Telar {
    pub async fn comment_attempt(&self, visitor: &Visitor, it: CommentAttempt) -> Result<(), CommentRefused> {
        if !visitor.grants.sees_people_of(it.cohort) {
            return Err(CommentRefused::NotFound);
        }
        let text = note(&it.text, (1, COMMENT)).ok_or(CommentRefused::Text)?;
        let (by, comment) = (visitor.person, chance::id::<CommentId>(self.now())?);
        self.write(move |writing| {
            let command = Command::new(it.command, Some(by), "comment attempt", &(it.attempt, &it.question, &text));
            once!(command, writing, CommentRefused::OtherContent);
            let (row, owner) = attempt_in(writing, it.cohort, it.attempt)?.ok_or(CommentRefused::NotFound)?;
            if it.question.as_ref().is_some_and(|question| !row.asked.contains(question)) {
                return Err(CommentRefused::NotFound);
            }
            let what = AttemptCommented { comment, attempt: it.attempt, question: it.question, text }.into();
            writing.record(vec![NewFact { actor: Some(by), about: Subject::Person(owner.person), what }])?;
            command.answer(writing, &())?;
            Ok(())
        })
        .await
    }
}
