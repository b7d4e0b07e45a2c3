//! A row of a draft is changed by hand, taken out or taken in again; a draft is thrown away.

use super::check::check;
use super::draft::{Body, settle};
use super::page::list_of;
use crate::access::Visitor;
use crate::people::WhoForm;
use crate::{PageRefused, Telar};
use domain::cohorts::ListState;
use domain::ids::ImportId;
use store::ImportedRows;

/// What becomes of a row.
#[derive(Clone, Debug)]
pub enum RowChange {
    /// As the form has it now. An empty number of a document leaves the one that was there.
    Written(Box<WhoForm>),
    LeaveOut,
    TakeIn,
}

impl Telar {
    /// Changes a row, and what follows for the others: whoever was the same person as she may not be any more.
    pub async fn change_list_row(
        &self,
        visitor: &Visitor,
        (import, number): (ImportId, u32),
        change: RowChange,
    ) -> Result<(), PageRefused> {
        let (telar, visitor) = (self.clone(), visitor.clone());
        self.write(move |writing| {
            let list = list_of(writing, &visitor, import)?;
            if list.state != ListState::Draft {
                return Err(PageRefused::NotFound);
            }
            let all = ImportedRows { stand: None, remarked: false, past: 0, most: u64::from(u32::MAX) };
            let rows = writing.import_rows(import, all)?;
            let read = |row: &store::ImportedRow| Ok::<_, PageRefused>((row.number, Body::read(row)?));
            let mut bodies: Vec<(u32, Body)> = rows.iter().map(read).collect::<Result<_, _>>()?;
            let at = bodies.iter().position(|(it, _)| *it == number).ok_or(PageRefused::NotFound)?;
            match change {
                RowChange::LeaveOut => bodies[at].1.left_out = true,
                RowChange::TakeIn => bodies[at].1.left_out = false,
                RowChange::Written(form) => {
                    let changed =
                        telar.weigh(writing, (&visitor, list.cohort), check(*form, ""), Some(&bodies[at].1))?;
                    bodies[at].1 = Body { left_out: false, ..changed };
                }
            }
            settle(&mut bodies);
            for ((number, body), before) in bodies.iter().zip(&rows) {
                let row = body.row(*number)?;
                if row != *before {
                    writing.set_import_row(import, &row)?;
                }
            }
            Ok(())
        })
        .await
    }

    /// Throws a draft away. One that is gone already is no refusal.
    pub async fn discard_list(&self, visitor: &Visitor, import: ImportId) -> Result<(), PageRefused> {
        let visitor = visitor.clone();
        self.write(move |writing| {
            let list = list_of(writing, &visitor, import)?;
            if matches!(list.state, ListState::Draft | ListState::Sending) {
                writing.drop_import(import)?;
            }
            Ok(())
        })
        .await
    }
}
