//! A lesson, or anything else that is read, is finished: she says so.

use super::page::enrolment_with;
use crate::command::{Command, once};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable};
use domain::facts::{ActivityDone, Subject};
use domain::ids::{ActivityId, CommandId, PersonId};
use store::NewFact;

#[derive(Debug, thiserror::Error)]
pub enum FinishRefused {
    #[error("not found")]
    NotFound,
    #[error("a quiz is not finished by saying so")]
    NotRead,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(FinishRefused);

impl Telar {
    /// Notes that she has read it; answers with the activity that comes next.
    pub async fn finish_lesson(
        &self,
        person: PersonId,
        activity: &str,
        command: CommandId,
    ) -> Result<Option<ActivityId>, FinishRefused> {
        let (telar, activity) = (self.clone(), ActivityId(activity.to_owned()));
        self.write(move |writing| {
            let command = Command::new(command, Some(person), "finish lesson", &activity);
            once!(command, writing, FinishRefused::OtherContent);
            let found = enrolment_with(&telar, writing, person, &activity)?;
            let (row, programme) = found.ok_or(FinishRefused::NotFound)?;
            if programme.activity(activity.as_str()).is_none_or(|it| it.quiz().is_some()) {
                return Err(FinishRefused::NotRead);
            }
            let next = programme.in_order().skip_while(|it| it.id != activity).nth(1).map(|it| it.id.clone());
            let what = ActivityDone { enrolment: row.enrolment, activity }.into();
            writing.record(vec![NewFact { actor: Some(person), about: Subject::Person(person), what }])?;
            command.answer(writing, &next)?;
            Ok(next)
        })
        .await
    }
}
