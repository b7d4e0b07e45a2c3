//! Who runs a cohort issues the certificates of everybody who completed the programme and has none: with the registered name, in
//! each person's own language, by the same rule as when she takes hers herself. Whoever has one, be it revoked or put in
//! another's place, gets none. Done twice, it issues nothing the second time, so it needs no command and goes on after an
//! interruption from wherever it was.

use super::issue_certificate::{First, stated};
use crate::access::Visitor;
use crate::learning::progress_in;
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance};
use domain::certificates::number;
use domain::facts::Subject;
use domain::ids::{CertificateId, CohortId, EnrolmentId, PersonId};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use store::{CohortRow, MemberRow, NewFact, Reading};

/// Certificates in one write: few enough that learners' answers wait no longer than a moment.
const BATCH: usize = 200;
/// How long the page waits for the end; after that it shows how far it is.
const PATIENCE: Duration = Duration::from_millis(700);

#[derive(Debug, thiserror::Error)]
pub enum IssueAllRefused {
    #[error("not found")]
    NotFound,
    #[error("another node decides for this cohort")]
    NotAuthority,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(IssueAllRefused);

/// How far issuing all of them is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IssuingCard {
    pub done: usize,
    pub all: usize,
}

/// What is being issued now, in this process.
#[derive(Clone, Debug, Default)]
pub(crate) struct Issuing(Arc<Mutex<HashMap<CohortId, IssuingCard>>>);

impl Issuing {
    fn with<T>(&self, f: impl FnOnce(&mut HashMap<CohortId, IssuingCard>) -> T) -> T {
        f(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub fn of(&self, cohort: CohortId) -> Option<IssuingCard> {
        self.with(|all| all.get(&cohort).copied())
    }

    /// Nothing where it goes on already. It ends when what this gives back is dropped, however the work ends.
    fn begin(&self, cohort: CohortId, all: usize) -> Option<Going> {
        self.with(|going| {
            if going.contains_key(&cohort) {
                return None;
            }
            going.insert(cohort, IssuingCard { done: 0, all });
            Some(Going { issuing: self.clone(), cohort })
        })
    }
}

struct Going {
    issuing: Issuing,
    cohort: CohortId,
}

impl Going {
    fn go_on(&self, issued: usize) {
        self.issuing.with(|all| {
            if let Some(card) = all.get_mut(&self.cohort) {
                card.done += issued;
            }
        });
    }
}

impl Drop for Going {
    fn drop(&mut self) {
        self.issuing.with(|all| all.remove(&self.cohort));
    }
}

/// Who completed the programme and has no certificate, in the order of their names.
pub(super) fn without_certificate(
    telar: &Telar,
    reading: &mut Reading<'_>,
    cohort: &CohortRow,
) -> Result<Vec<MemberRow>, Unavailable> {
    let programme = telar.shelf().take(reading, cohort.version)?;
    let progress = progress_in(reading, cohort.cohort)?;
    let certificates = reading.certificates_in(cohort.cohort)?;
    let certified: HashSet<EnrolmentId> = certificates.into_iter().map(|it| it.enrolment).collect();
    let none = Default::default();
    let completed = |member: &MemberRow| {
        let progress = progress.get(&member.enrolment).unwrap_or(&none);
        member.completed.is_some() || programme.verdict(progress).holds
    };
    let members = reading.members(cohort.cohort)?.into_iter();
    Ok(members.filter(|it| !certified.contains(&it.enrolment) && completed(it)).collect())
}

impl Telar {
    /// Where it takes longer than a moment it goes on behind: the answer is then how far it is, and the list tells the rest.
    pub async fn issue_certificates(
        &self,
        visitor: &Visitor,
        cohort: CohortId,
    ) -> Result<Option<IssuingCard>, IssueAllRefused> {
        if !visitor.grants.runs(cohort) {
            return Err(IssueAllRefused::NotFound);
        }
        let all = self.count_to_issue(cohort).await?;
        let Some(going) = self.issuing().begin(cohort, all) else { return Ok(self.issuing().of(cohort)) };
        let (telar, by) = (self.clone(), visitor.person);
        let work = tokio::spawn(async move {
            let issued = telar.issue_in_batches((Some(by), cohort), |issued| going.go_on(issued)).await;
            if let Err(why @ IssueAllRefused::Unavailable(_)) = &issued {
                tracing::warn!(%why, "the certificates of a cohort were not all issued");
            }
            issued
        });
        match tokio::time::timeout(PATIENCE, work).await {
            Err(_) => Ok(self.issuing().of(cohort)),
            Ok(Ok(issued)) => issued.map(|_| None),
            Ok(Err(why)) => Err(Unavailable::Store(why.to_string()).into()),
        }
    }

    /// The same by the code of the cohort's link or its id, for the machine's own hands: nobody is asked who she is. `progress`
    /// hears how many of how many. Gives back how many were issued.
    pub async fn issue_certificates_by_code(
        &self,
        cohort: &str,
        mut progress: impl FnMut(usize, usize),
    ) -> Result<usize, IssueAllRefused> {
        let wanted = cohort.to_owned();
        let found = self.read::<_, Unavailable>(move |reading| super::certificate::cohort_called(reading, &wanted));
        let cohort = found.await?.ok_or(IssueAllRefused::NotFound)?.cohort;
        let all = self.count_to_issue(cohort).await?;
        let mut done = 0;
        let went = |issued| {
            done += issued;
            progress(done, all.max(done));
        };
        self.issue_in_batches((None, cohort), went).await
    }

    async fn count_to_issue(&self, cohort: CohortId) -> Result<usize, IssueAllRefused> {
        let telar = self.clone();
        self.read(move |reading| {
            let row = reading.cohort(cohort)?.ok_or(IssueAllRefused::NotFound)?;
            Ok(without_certificate(&telar, reading, &row)?.len())
        })
        .await
    }

    async fn issue_in_batches(
        &self,
        (by, cohort): (Option<PersonId>, CohortId),
        mut went: impl FnMut(usize),
    ) -> Result<usize, IssueAllRefused> {
        let mut all = 0;
        loop {
            let issued = self.issue_some(by, cohort).await?;
            if issued == 0 {
                return Ok(all);
            }
            all += issued;
            went(issued);
        }
    }

    /// Those of one write. Who has none is asked inside it, so that nobody gets two.
    async fn issue_some(&self, by: Option<PersonId>, cohort: CohortId) -> Result<usize, IssueAllRefused> {
        let (telar, now) = (self.clone(), self.now());
        let draw = || Ok((chance::id::<CertificateId>(now)?, number(chance::bytes()?)));
        let drawn: Vec<(CertificateId, String)> = (0..BATCH).map(|_| draw()).collect::<Result<_, Unavailable>>()?;
        self.write(move |writing| {
            let row = writing.cohort(cohort)?.ok_or(IssueAllRefused::NotFound)?;
            if let Some(by) = by
                && !writing.grants(by)?.runs(cohort)
            {
                return Err(IssueAllRefused::NotFound);
            }
            if row.authority != writing.origin().node {
                return Err(IssueAllRefused::NotAuthority);
            }
            let people = without_certificate(&telar, writing, &row)?;
            if people.is_empty() {
                return Ok(0);
            }
            let programme = telar.shelf().take(writing, row.version)?;
            let (head, now) = (writing.signed_head()?, writing.now());
            let stated = stated(&telar, (&row.name, &row.organisation), (&row.starts, &row.ends), now);
            let facts = people.into_iter().zip(drawn).map(|(member, drawn)| {
                let first = First {
                    enrolment: member.enrolment,
                    cohort,
                    stated: stated.clone(),
                    programme: &programme,
                    name: member.name,
                    language: member.language,
                };
                let what = first.issued(drawn, &head, now).into();
                NewFact { actor: by, about: Subject::Person(member.person), what }
            });
            let facts: Vec<NewFact> = facts.collect();
            let issued = facts.len();
            writing.record(facts)?;
            Ok(issued)
        })
        .await
    }
}
