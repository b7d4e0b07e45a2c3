//! The queue of open answers that wait for a reader in a cohort, the oldest first. Whose they are is not said, so that the
//! answer alone is read.

use super::{quiz_of, seen_cohort};
use crate::access::Visitor;
use crate::learning::LoadedProgramme;
use crate::{PageRefused, Telar};
use domain::ids::{ActivityId, AttemptId, CohortId};
use domain::quizzes::marking::to_read;
use domain::{Moment, Text};
use std::collections::BTreeSet;
use std::sync::Arc;

#[derive(Clone, Debug)]
pub struct ReadingQueue {
    pub cohort_name: String,
    pub programme: Arc<LoadedProgramme>,
    /// How many wait, those of the visitor herself apart: she reads none of her own.
    pub waiting: usize,
    /// The one to read now.
    pub next: Option<AnswerToRead>,
    /// Which is passed over when she leaves this one for later.
    pub place: usize,
}

#[derive(Clone, Debug)]
pub struct AnswerToRead {
    pub attempt: AttemptId,
    pub activity: ActivityId,
    /// `quizzes::marking::reading_key`: also where the programme has what was asked.
    pub key: String,
    pub criteria: Text,
    pub text: String,
    pub handed_in: Moment,
}

impl Telar {
    /// `skip` answers are left for later.
    pub async fn answers_to_read(
        &self,
        visitor: &Visitor,
        cohort: CohortId,
        skip: usize,
    ) -> Result<ReadingQueue, PageRefused> {
        let (telar, visitor) = (self.clone(), visitor.clone());
        self.read(move |reading| {
            let (row, programme) = seen_cohort(&telar, reading, (&visitor, cohort))?;
            let waiting = reading.attempts_to_read(cohort)?;
            let others = waiting.into_iter().filter(|it| it.person != visitor.person);
            let (mut place, mut count, mut next) = (0, 0, None);
            for it in others {
                let Some((_, quiz)) = quiz_of(&programme, &it.attempt.activity) else { continue };
                let unread = it.attempt.mark.as_ref().map_or(0, |mark| usize::from(mark.unread));
                count += unread;
                if next.is_some() || place + unread <= skip {
                    place += if next.is_some() { 0 } else { unread };
                    continue;
                }
                let answers = reading.answers(it.attempt.attempt)?;
                let read = reading.readings(it.attempt.attempt)?;
                let read: BTreeSet<&str> = read.iter().map(|read| read.answer.as_str()).collect();
                for id in &it.attempt.asked {
                    let found = quiz.question(id.as_str()).filter(|question| question.is_asked()).zip(answers.get(id));
                    let Some((question, given)) = found else { continue };
                    for open in to_read(question, &given.answer).iter().filter(|it| !read.contains(it.key.as_str())) {
                        if place >= skip && next.is_none() {
                            next = Some(AnswerToRead {
                                attempt: it.attempt.attempt,
                                activity: it.attempt.activity.clone(),
                                key: open.key.clone(),
                                criteria: open.criteria.clone(),
                                text: open.text.to_owned(),
                                handed_in: it.attempt.submitted.unwrap_or(it.attempt.started),
                            });
                        }
                        place += usize::from(next.is_none());
                    }
                }
            }
            Ok(ReadingQueue { cohort_name: row.name, programme: Arc::clone(&programme), waiting: count, next, place })
        })
        .await
    }
}
