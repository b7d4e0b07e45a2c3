//! Lists of people for a cohort, as spreadsheets and CSV files: sent, looked through, mended, taken, and for a day taken back. Nobody is
//! registered before the list is taken; whoever is, is named for the cohort and accepts herself.

mod change;
mod check;
mod columns;
mod draft;
mod export;
mod page;
mod send;
mod table;
mod take;
mod values;

pub use change::RowChange;
pub use check::{Doubt, NameFault, Remark};
pub use export::{ListedPerson, PeopleList};
pub use page::{ListCard, ListColumn, ListPage, ListsPage, PAGE, RowCard, RowPage, Show, UNDO_WITHIN, list_columns};
pub use send::{ListFault, SendRefused};
pub use table::{MOST_ROWS, TableFault};
pub(crate) use take::Lists;
pub use take::TakeRefused;
pub use values::choice as known_choice;
