//! A learner who has completed the programme takes her certificate of participation.

use crate::command::{Command, once};
use crate::learning::load;
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance, place};
use domain::Moment;
use domain::certificates::{Period, number};
use domain::facts::{CertificateIssued, Stated, Subject};
use domain::ids::{CertificateId, CommandId, EnrolmentId, PersonId};
use domain::programmes::Missing;
use domain::text::Language;
use store::NewFact;

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
            let head = writing.signed_head()?;
            let issued = CertificateIssued {
                certificate,
                number: chosen.clone(),
                enrolment,
                cohort: learning.cohort,
                version: learning.programme.version,
                name: who.name,
                language: language.map_or(who.language, Into::into),
                hours: learning.programme.hours,
                issued: writing.now(),
                chain: head.head,
                signature: head.signature,
                stated: Some(stated(
                    &telar,
                    (&learning.cohort_name, &learning.organisation),
                    (&learning.starts, &learning.ends),
                    writing.now(),
                )),
                replaces: None,
            };
            let about = Subject::Person(person);
            writing.record(vec![NewFact { actor: Some(person), about, what: issued.into() }])?;
            command.answer(writing, &chosen)?;
            Ok(chosen)
        })
        .await
    }
}
