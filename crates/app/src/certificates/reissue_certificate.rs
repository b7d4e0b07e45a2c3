//! Who runs the cohort puts another certificate in the place of one: with the corrected name or in the other language, or
//! after a revocation. The old number points on to the new one.

use super::issue_certificate::stated;
use crate::command::{Command, once};
use crate::learning::load;
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance};
use domain::certificates::{self, Change, Standing, may_reissue, number, parse_number};
use domain::facts::{CertificateIssued, PersonRenamed, Replaces, Subject};
use domain::ids::{CertificateId, CommandId, PersonId};
use domain::people::{NameRefused, PersonName};
use domain::text::Language;
use store::NewFact;

#[derive(Clone, Debug)]
pub struct ReissueCertificate {
    pub command: CommandId,
    /// The number of the one whose place it takes, as it was typed or linked.
    pub number: String,
    pub name: String,
    pub language: Language,
    pub reason: String,
}

#[derive(Debug, thiserror::Error)]
pub enum ReissueRefused {
    #[error("not found")]
    NotFound,
    #[error(transparent)]
    Name(NameRefused),
    /// A reason of 5 to 300 characters is asked for.
    #[error("a reason is needed")]
    Reason,
    #[error(transparent)]
    Rule(certificates::ReissueRefused),
    /// One that was revoked is followed by another only where the completion rule holds.
    #[error("the programme is not completed")]
    NotCompleted,
    #[error("another node decides for this cohort")]
    NotAuthority,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(ReissueRefused);

impl Telar {
    /// Gives back the new number. The person's own name is corrected with it.
    pub async fn reissue_certificate(&self, by: PersonId, it: ReissueCertificate) -> Result<String, ReissueRefused> {
        let telar = self.clone();
        let old = parse_number(&it.number).ok_or(ReissueRefused::NotFound)?;
        let certificate: CertificateId = chance::id(self.now())?;
        let chosen = number(chance::bytes()?);
        self.write(move |writing| {
            let language: String = it.language.into();
            let content = (&old, &it.name, &language, &it.reason);
            let command = Command::new(it.command, Some(by), "reissue certificate", &content);
            once!(command, writing, ReissueRefused::OtherContent);
            let row = writing.certificate(&old)?.ok_or(ReissueRefused::NotFound)?;
            if !writing.grants(by)?.runs(row.cohort) {
                return Err(ReissueRefused::NotFound);
            }
            // Of somebody who was erased only the record stays: nothing is issued to her any more.
            let who = writing.person(row.person)?.ok_or(ReissueRefused::NotFound)?;
            let cohort = writing.cohort(row.cohort)?.ok_or(ReissueRefused::NotFound)?;
            let name = PersonName::parse(&it.name).map_err(ReissueRefused::Name)?;
            let reason = it.reason.split_whitespace().collect::<Vec<_>>().join(" ");
            if !(5..=300).contains(&reason.chars().count()) {
                return Err(ReissueRefused::Reason);
            }
            let change = Change { name: (&row.name, &name), language: (&row.language, &language) };
            may_reissue((row.standing(), row.replaced_by.is_some()), change).map_err(ReissueRefused::Rule)?;
            if row.standing() == Standing::Revoked {
                let learning = load(&telar, writing, row.person)?.into_iter().find(|it| it.enrolment == row.enrolment);
                if !learning.is_some_and(|it| it.completed.is_some() || it.verdict.holds) {
                    return Err(ReissueRefused::NotCompleted);
                }
            }
            if cohort.authority != writing.origin().node {
                return Err(ReissueRefused::NotAuthority);
            }
            let head = writing.signed_head()?;
            let now = writing.now();
            let about = Subject::Person(row.person);
            let fact = |what| NewFact { actor: Some(by), about, what };
            let mut facts = Vec::new();
            if who.name != name {
                facts.push(fact(PersonRenamed { name: name.clone() }.into()));
            }
            let issued = CertificateIssued {
                certificate,
                number: chosen.clone(),
                enrolment: row.enrolment,
                cohort: row.cohort,
                version: row.version,
                name,
                language,
                hours: row.hours,
                issued: now,
                chain: head.head,
                signature: head.signature,
                stated: Some(stated(&telar, (&cohort.name, &cohort.organisation), (&cohort.starts, &cohort.ends), now)),
                replaces: Some(Replaces { certificate: row.certificate, reason }),
            };
            facts.push(fact(issued.into()));
            writing.record(facts)?;
            command.answer(writing, &chosen)?;
            Ok(chosen)
        })
        .await
    }
}
