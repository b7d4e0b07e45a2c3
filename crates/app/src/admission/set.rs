//! Who runs a cohort sets how people come into it.

use super::promote::promote;
use crate::cohorts::line;
use crate::command::{Command, once};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable};
use domain::cohorts::{Admission, Door};
use domain::facts::{AdmissionSet, Subject};
use domain::ids::{CohortId, CommandId, PersonId};
use jiff::civil::Date;
use store::NewFact;

/// The form, as typed.
#[derive(Clone, Debug)]
pub struct SetAdmission {
    pub command: CommandId,
    pub cohort: CohortId,
    pub door: String,
    /// A number, or empty for no limit.
    pub places: String,
    /// `YYYY-MM-DD`, or empty.
    pub opens: String,
    pub closes: String,
    /// A line each.
    pub requirements: String,
    /// The slug of a programme, or empty.
    pub after: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdmissionField {
    Door,
    Places,
    Opens,
    /// No day, or before the one on which it opens.
    Closes,
    /// Too many, or one that is too long.
    Requirements,
    After,
}

impl AdmissionField {
    pub fn name(self) -> &'static str {
        match self {
            Self::Door => "door",
            Self::Places => "places",
            Self::Opens => "opens",
            Self::Closes => "closes",
            Self::Requirements => "requirements",
            Self::After => "after",
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum SetAdmissionRefused {
    #[error("not found")]
    NotFound,
    #[error("fields to mend: {0:?}")]
    Fields(Vec<AdmissionField>),
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(SetAdmissionRefused);

/// The longest requirement, in characters.
const LONGEST: usize = 160;

impl SetAdmission {
    fn read(&self) -> Result<Admission, Vec<AdmissionField>> {
        let mut refused = Vec::new();
        let door: Option<Door> = self.door.parse().map_err(|()| refused.push(AdmissionField::Door)).ok();
        let places = match self.places.trim() {
            "" => None,
            written => match written.parse::<u16>() {
                Ok(places) if (1..=Admission::MOST_PLACES).contains(&places) => Some(places),
                _ => {
                    refused.push(AdmissionField::Places);
                    None
                }
            },
        };
        let mut day = |written: &str, field| match written.trim() {
            "" => None,
            written => {
                let day = written.parse::<Date>().ok().filter(|day| (2000..=2100).contains(&day.year()));
                if day.is_none() {
                    refused.push(field);
                }
                day
            }
        };
        let (opens, closes) = (day(&self.opens, AdmissionField::Opens), day(&self.closes, AdmissionField::Closes));
        if let (Some(opens), Some(closes)) = (opens, closes)
            && closes < opens
        {
            refused.push(AdmissionField::Closes);
        }
        let requirements: Vec<String> =
            self.requirements.lines().map(line).filter(|requirement| !requirement.is_empty()).collect();
        if requirements.len() > Admission::MOST_REQUIREMENTS
            || requirements.iter().any(|it| it.chars().count() > LONGEST)
        {
            refused.push(AdmissionField::Requirements);
        }
        let after = Some(self.after.trim().to_owned()).filter(|slug| !slug.is_empty());
        match (refused.is_empty(), door) {
            (true, Some(door)) => Ok(Admission {
                door,
                places,
                opens: opens.map(|day| day.to_string()),
                closes: closes.map(|day| day.to_string()),
                requirements,
                after,
            }),
            _ => Err(refused),
        }
    }
}

impl Telar {
    /// Sets how people come into a cohort. Whoever waits and has a place by it comes in at once.
    pub async fn set_admission(&self, by: PersonId, it: SetAdmission) -> Result<(), SetAdmissionRefused> {
        let admission = it.read().map_err(SetAdmissionRefused::Fields)?;
        let now = self.now();
        self.write(move |writing| {
            let command = Command::new(it.command, Some(by), "set admission", &(it.cohort, &admission));
            once!(command, writing, SetAdmissionRefused::OtherContent);
            if !writing.grants(by)?.runs(it.cohort) || writing.cohort(it.cohort)?.is_none() {
                return Err(SetAdmissionRefused::NotFound);
            }
            if let Some(slug) = &admission.after
                && !writing.versions()?.iter().any(|row| row.slug == *slug)
            {
                return Err(SetAdmissionRefused::Fields(vec![AdmissionField::After]));
            }
            let what = AdmissionSet { cohort: it.cohort, admission }.into();
            writing.record(vec![NewFact { actor: Some(by), about: Subject::Cohort(it.cohort), what }])?;
            promote(writing, it.cohort, now)?;
            command.answer(writing, &())?;
            Ok(())
        })
        .await
    }
}
