//! Two organisations are found to be one; or one that was merged stands for itself again. Nothing that people wrote changes.

use super::known::known;
use crate::access::Visitor;
use crate::cohorts::line;
use crate::command::{Command, once};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable};
use domain::facts::{Clock, OrganisationMerged, OrganisationSeparated, Subject};
use domain::ids::{CommandId, OrganisationId};
use domain::organisations::{DEEPEST, Merged};
use store::NewFact;

#[derive(Clone, Debug)]
pub struct MergeOrganisation {
    pub command: CommandId,
    /// The double.
    pub organisation: OrganisationId,
    /// A name of the one that stands for both.
    pub into: String,
    pub reason: String,
}

#[derive(Clone, Debug)]
pub struct SeparateOrganisation {
    pub command: CommandId,
    pub organisation: OrganisationId,
    pub reason: String,
}

#[derive(Debug, thiserror::Error)]
pub enum MergeRefused {
    #[error("not found")]
    NotFound,
    #[error("nobody bears the name that was written")]
    Into,
    #[error("it is the same already")]
    Same,
    /// The one that would stand lies under the double.
    #[error("the one that would stand lies under it")]
    Below,
    #[error("there would be more than {DEEPEST} levels")]
    Deep,
    #[error("a reason has 3 to 300 characters")]
    Reason,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(MergeRefused);

fn reason(written: &str) -> Result<String, MergeRefused> {
    let reason = line(written);
    let fits = (3..=300).contains(&reason.chars().count()) && !reason.contains(['<', '>']);
    if fits { Ok(reason) } else { Err(MergeRefused::Reason) }
}

impl Telar {
    /// Gives the one that stands for both.
    pub async fn merge_organisation(
        &self,
        visitor: &Visitor,
        it: MergeOrganisation,
    ) -> Result<OrganisationId, MergeRefused> {
        if !visitor.grants.is_administrator() {
            return Err(MergeRefused::NotFound);
        }
        let (by, reason) = (visitor.person, reason(&it.reason));
        self.write(move |writing| {
            let content = (it.organisation, &it.into, reason.as_deref().unwrap_or_default());
            let command = Command::new(it.command, Some(by), "merge organisation", &content);
            once!(command, writing, MergeRefused::OtherContent);
            let known = known(writing)?;
            let row = known.row(it.organisation).filter(|row| known.stands(row.organisation) == row.organisation);
            let row = row.ok_or(MergeRefused::NotFound)?;
            let into = known.of(&it.into).ok_or(MergeRefused::Into)?.organisation;
            if into == it.organisation {
                return Err(MergeRefused::Same);
            }
            if known.is_under(into, it.organisation) {
                return Err(MergeRefused::Below);
            }
            let mut merged = row.clone();
            merged.merged = Some(Merged { into, at: Clock(i64::MAX) });
            if known.with(merged).levels_through(into) > DEEPEST {
                return Err(MergeRefused::Deep);
            }
            let reason = reason?;
            let what = OrganisationMerged { organisation: it.organisation, into, reason }.into();
            writing.record(vec![NewFact { actor: Some(by), about: Subject::Organisation(it.organisation), what }])?;
            command.answer(writing, &into)?;
            Ok(into)
        })
        .await
    }

    pub async fn separate_organisation(&self, visitor: &Visitor, it: SeparateOrganisation) -> Result<(), MergeRefused> {
        if !visitor.grants.is_administrator() {
            return Err(MergeRefused::NotFound);
        }
        let (by, reason) = (visitor.person, reason(&it.reason));
        self.write(move |writing| {
            let content = (it.organisation, reason.as_deref().unwrap_or_default());
            let command = Command::new(it.command, Some(by), "separate organisation", &content);
            once!(command, writing, MergeRefused::OtherContent);
            let known = known(writing)?;
            let row = known.row(it.organisation).ok_or(MergeRefused::NotFound)?;
            row.merged.ok_or(MergeRefused::Same)?;
            let what = OrganisationSeparated { organisation: it.organisation, reason: reason? }.into();
            writing.record(vec![NewFact { actor: Some(by), about: Subject::Organisation(it.organisation), what }])?;
            command.answer(writing, &())?;
            Ok(())
        })
        .await
    }
}
