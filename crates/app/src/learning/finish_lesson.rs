//! A lesson is read to its end.

use super::page::enrolment_with;
use crate::command::{Command, once};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable};
use domain::facts::{ActivityDone, Subject};
use domain::ids::{ActivityId, CommandId, PersonId};
use domain::programmes::Body;
use store::NewFact;

#[derive(Debug, thiserror::Error)]
pub enum FinishRefused {
    #[error("not found")]
    NotFound,
    #[error("only a lesson is finished by saying so")]
    NotALesson,
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
            let body = programme.activity(activity.as_str()).map(|it| &it.body);
            if !matches!(body, Some(Body::Lesson(_))) {
                return Err(FinishRefused::NotALesson);
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
