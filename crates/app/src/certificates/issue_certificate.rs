//! A learner who has completed the programme takes her certificate of participation.

use crate::command::{Command, once};
use crate::learning::{LoadedProgramme, load};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance, place};
use domain::Moment;
use domain::certificates::{Period, number};
use domain::facts::{CertificateIssued, Stated, Subject};
use domain::ids::{CertificateId, CohortId, CommandId, EnrolmentId, PersonId};
use domain::people::PersonName;
use domain::programmes::Missing;
use domain::text::Language;
use store::{NewFact, SignedHead};

#[derive(Debug, thiserror::Error)]
pub enum IssueRefused {
    #[error("not found")]
    NotFound,
    /// The completion rule does not hold; this is missing.
    #[error("{} things are missing", .0.len())]
    Missing(Vec<Missing>),
    /// One was revoked, with a reason: whoever runs the cohort decides what follows, not she.
    #[error("her certificate was revoked")]
    Revoked,
    #[error("another node decides for this cohort")]
    NotAuthority,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(IssueRefused);

/// What the paper says of the cohort on the day of issue, and who stands behind it then.
pub(super) fn stated(telar: &Telar, (cohort, organisation): (&str, &str), days: (&str, &str), now: Moment) -> Stated {
    Stated {
        cohort: cohort.to_owned(),
        organisation: organisation.to_owned(),
        period: Period::stated(days, &place::day(now).to_string()),
        endorsement: telar.endorsement().clone(),
    }
}

/// A person's first certificate of a cohort: all that differs from one to another.
pub(super) struct First<'a> {
    pub enrolment: EnrolmentId,
    pub cohort: CohortId,
    pub stated: Stated,
    pub programme: &'a LoadedProgramme,
    pub name: PersonName,
    pub language: String,
}

impl First<'_> {
    pub fn issued(
        self,
        (certificate, number): (CertificateId, String),
        head: &SignedHead,
        now: Moment,
    ) -> CertificateIssued {
        CertificateIssued {
            certificate,
            number,
            enrolment: self.enrolment,
            cohort: self.cohort,
            version: self.programme.version,
            name: self.name,
            language: self.language,
            hours: self.programme.hours,
            issued: now,
            chain: head.head.clone(),
            signature: head.signature.clone(),
            stated: Some(self.stated),
            replaces: None,
        }
    }
}

impl Telar {
    /// Issues the certificate in her name as it stands, in the language of her pages.
    pub async fn issue_certificate(
        &self,
        person: PersonId,
        enrolment: EnrolmentId,
        command: CommandId,
    ) -> Result<String, IssueRefused> {
        self.issue_certificate_in(person, enrolment, command, None).await
    }

    /// Issues the certificate in her name as it stands, in the language that she chose for it; where there is one that stands,
    /// gives back its number.
    pub async fn issue_certificate_in(
        &self,
        person: PersonId,
        enrolment: EnrolmentId,
        command: CommandId,
        language: Option<Language>,
    ) -> Result<String, IssueRefused> {
        let telar = self.clone();
        let certificate: CertificateId = chance::id(self.now())?;
        let chosen = number(chance::bytes()?);
        self.write(move |writing| {
            let command = Command::new(command, Some(person), "issue certificate", &(enrolment, &language));
            once!(command, writing, IssueRefused::OtherContent);
            let learning = load(&telar, writing, person)?.into_iter().find(|it| it.enrolment == enrolment);
            let learning = learning.ok_or(IssueRefused::NotFound)?;
            if let Some(standing) = learning.certificate {
                if standing.revoked.is_some() {
                    return Err(IssueRefused::Revoked);
                }
                command.answer(writing, &standing.number)?;
                return Ok(standing.number);
            }
            if !learning.verdict.holds {
                return Err(IssueRefused::Missing(learning.verdict.missing));
            }
            if learning.authority != writing.origin().node {
                return Err(IssueRefused::NotAuthority);
            }
            let who = writing.person(person)?.ok_or(IssueRefused::NotFound)?;
            let (cohort, days) = (
                (learning.cohort_name.as_str(), learning.organisation.as_str()),
                (learning.starts.as_str(), learning.ends.as_str()),
            );
            let first = First {
                enrolment,
                cohort: learning.cohort,
                stated: stated(&telar, cohort, days, writing.now()),
                programme: &learning.programme,
                name: who.name,
                language: language.map_or(who.language, Into::into),
            };
            let head = writing.signed_head()?;
            let issued = first.issued((certificate, chosen.clone()), &head, writing.now());
            let about = Subject::Person(person);
            writing.record(vec![NewFact { actor: Some(person), about, what: issued.into() }])?;
            command.answer(writing, &chosen)?;
            Ok(chosen)
        })
        .await
    }
}
