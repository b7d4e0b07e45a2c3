//! Writing to a whole cohort, and taking it back.

use crate::access::Visitor;
use crate::command::{Command, once};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance};
use domain::facts::{AnnouncementMade, AnnouncementWithdrawn, Subject};
use domain::ids::{AnnouncementId, CohortId, CommandId};
use store::NewFact;

/// The longest text, in characters.
pub const LONGEST: usize = 1_000;

/// The form, as typed.
#[derive(Clone, Debug)]
pub struct Announce {
    pub command: CommandId,
    pub cohort: CohortId,
    pub text: String,
}

#[derive(Debug, thiserror::Error)]
pub enum AnnounceRefused {
    #[error("not found")]
    NotFound,
    #[error("nothing is written")]
    Empty,
    #[error("longer than 1,000 characters")]
    TooLong,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(AnnounceRefused);

/// Lines without what does not show, and no more than one empty line between two.
fn tidy(written: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in written.lines() {
        let line: String = line.chars().filter(|c| !c.is_control()).collect();
        let line = line.trim_end();
        if !(line.is_empty() && lines.last().is_none_or(String::is_empty)) {
            lines.push(line.to_owned());
        }
    }
    lines.join("\n").trim().to_owned()
}

impl Telar {
    pub async fn announce(&self, visitor: &Visitor, it: Announce) -> Result<AnnouncementId, AnnounceRefused> {
        if !visitor.grants.runs(it.cohort) {
            return Err(AnnounceRefused::NotFound);
        }
        let text = tidy(&it.text);
        match text.chars().count() {
            0 => return Err(AnnounceRefused::Empty),
            count if count > LONGEST => return Err(AnnounceRefused::TooLong),
            _ => {}
        }
        let (by, cohort, announcement) = (visitor.person, it.cohort, chance::id(self.now())?);
        self.write(move |writing| {
            let command = Command::new(it.command, Some(by), "announce", &(cohort, &text));
            once!(command, writing, AnnounceRefused::OtherContent);
            writing.cohort(cohort)?.ok_or(AnnounceRefused::NotFound)?;
            let what = AnnouncementMade { announcement, cohort, text }.into();
            writing.record(vec![NewFact { actor: Some(by), about: Subject::Cohort(cohort), what }])?;
            command.answer(writing, &announcement)?;
            Ok(announcement)
        })
        .await
    }

    /// It is shown no longer. One that was taken back before is no refusal.
    pub async fn withdraw_announcement(
        &self,
        visitor: &Visitor,
        (cohort, announcement): (CohortId, AnnouncementId),
    ) -> Result<(), AnnounceRefused> {
        if !visitor.grants.runs(cohort) {
            return Err(AnnounceRefused::NotFound);
        }
        let by = visitor.person;
        self.write(move |writing| {
            let found = writing.announcements(cohort)?.into_iter().find(|row| row.announcement == announcement);
            if found.ok_or(AnnounceRefused::NotFound)?.withdrawn.is_none() {
                let what = AnnouncementWithdrawn { announcement }.into();
                writing.record(vec![NewFact { actor: Some(by), about: Subject::Cohort(cohort), what }])?;
            }
            Ok(())
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_kept_and_what_does_not_show_is_not() {
        assert_eq!(tidy("\n Mañana a las 8.  \r\n\n\n\nLleven\u{7} agua.\n\n"), "Mañana a las 8.\n\nLleven agua.");
        assert_eq!(tidy(" \n\t\n"), "");
    }
}
