//! Leaving: somebody takes her application back or leaves a cohort, or who runs it ends her enrolment. What she did stays hers, and the
//! place goes to who waits.

use super::promote::promote;
use crate::cohorts::line;
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable};
use domain::cohorts::ApplicationState;
use domain::facts::{ApplicationDecided, EnrolmentEnded, Subject};
use domain::ids::{ApplicationId, CohortId, EnrolmentId, PersonId};
use store::NewFact;

#[derive(Debug, thiserror::Error)]
pub enum LeaveRefused {
    #[error("not found")]
    NotFound,
    /// Whoever completed stays on the list of those who did.
    #[error("the programme is completed")]
    Completed,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(LeaveRefused);

impl Telar {
    /// She takes her application back. Saying so twice changes nothing.
    pub async fn withdraw_application(&self, person: PersonId, application: ApplicationId) -> Result<(), LeaveRefused> {
        let now = self.now();
        self.write(move |writing| {
            let row = writing.application(application)?.filter(|row| row.person == person);
            let row = row.ok_or(LeaveRefused::NotFound)?;
            if !row.state.is_open() {
                return Ok(());
            }
            let what =
                ApplicationDecided { application, state: ApplicationState::Withdrawn, word: String::new() }.into();
            writing.record(vec![NewFact { actor: Some(person), about: Subject::Person(person), what }])?;
            promote(writing, row.cohort, now)?;
            Ok(())
        })
        .await
    }

    /// She leaves a cohort.
    pub async fn leave_cohort(&self, person: PersonId, enrolment: EnrolmentId) -> Result<(), LeaveRefused> {
        self.end_enrolment(person, (person, None), enrolment, String::new()).await
    }

    /// Who runs a cohort ends somebody's enrolment in it, with a word to her.
    pub async fn remove_from_cohort(
        &self,
        by: PersonId,
        (cohort, person): (CohortId, PersonId),
        word: &str,
    ) -> Result<(), LeaveRefused> {
        let enrolment = self.read::<_, LeaveRefused>(move |reading| {
            if !reading.grants(by)?.runs(cohort) {
                return Err(LeaveRefused::NotFound);
            }
            let row = reading.enrolments(person)?.into_iter().find(|row| row.cohort == cohort);
            row.map(|row| row.enrolment).ok_or(LeaveRefused::NotFound)
        });
        let enrolment = enrolment.await?;
        let word: String = line(word).chars().take(500).collect();
        self.end_enrolment(by, (person, Some(cohort)), enrolment, word).await
    }

    async fn end_enrolment(
        &self,
        by: PersonId,
        (person, run): (PersonId, Option<CohortId>),
        enrolment: EnrolmentId,
        word: String,
    ) -> Result<(), LeaveRefused> {
        let now = self.now();
        self.write(move |writing| {
            let row = writing.enrolments(person)?.into_iter().find(|row| row.enrolment == enrolment);
            let row = row.filter(|row| run.is_none_or(|cohort| cohort == row.cohort)).ok_or(LeaveRefused::NotFound)?;
            if run.is_some() && !writing.grants(by)?.runs(row.cohort) {
                return Err(LeaveRefused::NotFound);
            }
            if row.completed.is_some() {
                return Err(LeaveRefused::Completed);
            }
            let what = EnrolmentEnded { enrolment, word }.into();
            writing.record(vec![NewFact { actor: Some(by), about: Subject::Person(person), what }])?;
            promote(writing, row.cohort, now)?;
            Ok(())
        })
        .await
    }
}
