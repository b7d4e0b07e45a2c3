//! A list is sent: read, weighed row by row, and kept as a draft. Nobody is registered by that.

use super::check::checked;
use super::columns::{Heads, find};
use super::draft::{Body, settle};
use super::table::{TableFault, read};
use crate::access::Visitor;
use crate::cohorts::line;
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance};
use domain::cohorts::ListState;
use domain::ids::{CohortId, ImportId};
use store::ImportRow;

/// Rows in one write: few enough that learners' answers wait no longer than a moment.
pub(super) const BATCH: usize = 200;

/// How many lists one person has waiting for one cohort.
const MOST_DRAFTS: usize = 10;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ListFault {
    #[error("no file")]
    NoFile,
    #[error("larger than a list may be")]
    TooLarge,
    #[error(transparent)]
    Table(#[from] TableFault),
    #[error("no row says which column holds the names")]
    NoHeads,
    #[error("nobody stands below the heads")]
    Nobody,
}

#[derive(Debug, thiserror::Error)]
pub enum SendRefused {
    #[error("not found")]
    NotFound,
    #[error(transparent)]
    File(#[from] ListFault),
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(SendRefused);

impl Telar {
    /// Reads a list for a cohort, at most `largest` bytes. The oldest of more than [`MOST_DRAFTS`] of the same person gives way.
    pub async fn send_list(
        &self,
        visitor: &Visitor,
        cohort: CohortId,
        (name, bytes, largest): (&str, Vec<u8>, usize),
    ) -> Result<ImportId, SendRefused> {
        if !visitor.grants.runs(cohort) {
            return Err(SendRefused::NotFound);
        }
        match bytes.len() {
            0 => return Err(ListFault::NoFile.into()),
            size if size > largest => return Err(ListFault::TooLarge.into()),
            _ => {}
        }
        let (rows, heads) = self.off(move || table(&bytes)).await??;
        let unused = heads.unused.join("\n");
        let (telar, whom) = (self.clone(), visitor.clone());
        let rows = self.read::<_, SendRefused>(move |reading| {
            reading.cohort(cohort)?.ok_or(SendRefused::NotFound)?;
            let mut bodies: Vec<(u32, Body)> = Vec::new();
            for (number, it) in checked(&rows, &heads) {
                let number = u32::try_from(number).unwrap_or(u32::MAX);
                bodies.push((number, telar.weigh(reading, (&whom, cohort), it, None)?));
            }
            settle(&mut bodies);
            Ok(bodies)
        });
        let rows = rows.await?;
        if rows.is_empty() {
            return Err(ListFault::Nobody.into());
        }
        let id: ImportId = chance::id(self.now())?;
        let import = ImportRow {
            import: id,
            cohort,
            author: visitor.person,
            file: line(name).chars().take(120).collect(),
            state: ListState::Sending,
            unused,
            sent: self.now(),
            taken: None,
        };
        let author = visitor.person;
        self.write::<_, SendRefused>(move |writing| {
            let unfinished = |it: &store::ListedImport| {
                matches!(it.import.state, ListState::Sending | ListState::Draft) && it.import.author == author
            };
            for old in writing.imports_of(cohort)?.iter().filter(|it| unfinished(it)).skip(MOST_DRAFTS - 1) {
                writing.drop_import(old.import.import)?;
            }
            Ok(writing.add_import(&import)?)
        })
        .await?;
        for some in rows.chunks(BATCH) {
            let rows: Vec<_> = some.iter().map(|(number, body)| body.row(*number)).collect::<Result<_, _>>()?;
            self.write::<_, SendRefused>(move |writing| {
                Ok(rows.iter().try_for_each(|row| writing.set_import_row(id, row))?)
            })
            .await?;
        }
        self.write::<_, SendRefused>(move |writing| Ok(writing.set_import_state(id, ListState::Draft, None)?)).await?;
        Ok(id)
    }
}

/// The rows of a file, and where its columns are.
fn table(bytes: &[u8]) -> Result<(Vec<super::table::Row>, Heads), ListFault> {
    let rows = read(bytes)?;
    let heads = find(rows.iter().map(|row| row.cells.as_slice())).ok_or(ListFault::NoHeads)?;
    Ok((rows, heads))
}
