//! What whoever sent a list sees of it.

use super::check::Remark;
use super::columns::{Column, template};
use super::draft::Body;
use crate::access::Visitor;
use crate::cohorts::{CohortCard, card};
use crate::organisations::offered;
use crate::people::WhoForm;
use crate::{PageRefused, Telar};
use domain::Moment;
use domain::cohorts::{ListState, Outcome, Stand};
use domain::ids::{CohortId, ImportId};
use domain::moment::Span;
use domain::people::PersonName;
use store::{ImportCount, ImportRow, ImportedRow, ImportedRows, Reading, StoreError};

/// How long a list can be taken back.
pub const UNDO_WITHIN: Span = Span::days(1);
/// Rows on one page.
pub const PAGE: u64 = 50;

/// A list of a cohort among its others.
#[derive(Clone, Debug)]
pub struct ListCard {
    pub import: ImportId,
    pub file: String,
    /// None: she has been erased.
    pub author: Option<PersonName>,
    pub sent: Moment,
    pub state: ListState,
    pub rows: u64,
    /// How many of them are named by it.
    pub named: u64,
}

/// Where lists for a cohort are sent.
#[derive(Clone, Debug)]
pub struct ListsPage {
    pub card: CohortCard,
    pub lists: Vec<ListCard>,
    pub keeps_numbers: bool,
}

/// Which rows of a list are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// Those of which there is something to say.
    #[default]
    Remarked,
    All,
    Stand(Stand),
}

/// One row.
#[derive(Clone, Debug)]
pub struct RowCard {
    pub number: u32,
    pub stand: Stand,
    /// What is kept of it; empty once the row was taken.
    pub form: WhoForm,
    pub has_number: bool,
    pub remarks: Vec<Remark>,
    pub double_of: Option<u32>,
    pub outcome: Option<Outcome>,
}

/// One row, to be changed by hand.
#[derive(Clone, Debug)]
pub struct RowPage {
    pub row: RowCard,
    /// Names of organisations to choose from.
    pub organisations: Vec<String>,
}

#[derive(Clone, Debug)]
pub struct ListPage {
    pub import: ImportId,
    pub cohort: CohortId,
    pub card: CohortCard,
    pub file: String,
    pub sent: Moment,
    pub state: ListState,
    pub counts: Vec<ImportCount>,
    /// Heads under which nothing was read.
    pub unused: Vec<String>,
    /// How many more the cohort takes; none without a limit.
    pub free: Option<u64>,
    pub rows: Vec<RowCard>,
    pub show: Show,
    /// Of the rows shown, from 1.
    pub page: u64,
    pub pages: u64,
    /// Until when it can be taken back; none where it cannot.
    pub undo_until: Option<Moment>,
    /// Whether its rows are being taken, or taken back, in this process.
    pub going: bool,
}

impl ListPage {
    /// Of all rows, those of a kind.
    pub fn count(&self, of: impl Fn(&ImportCount) -> bool) -> u64 {
        self.counts.iter().filter(|it| of(it)).map(|it| it.rows).sum()
    }

    /// How many would be named, were there places without limit.
    pub fn to_take(&self) -> u64 {
        self.count(|it| it.stand.counts() && it.outcome.is_none())
    }

    /// How many would be named, were it taken now.
    pub fn fitting(&self) -> u64 {
        self.free.map_or(self.to_take(), |free| free.min(self.to_take()))
    }
}

/// How many places are left for those who are named; none without a limit. Those who wait for a place come before them.
pub(super) fn free_for_named(reading: &mut Reading<'_>, cohort: CohortId) -> Result<Option<u64>, StoreError> {
    let (taken, waiting) = reading.places_taken(cohort)?;
    Ok(reading.admission(cohort)?.free(taken).map(|free| free.saturating_sub(waiting)))
}

/// The list, where this person runs its cohort.
pub(super) fn list_of(
    reading: &mut Reading<'_>,
    visitor: &Visitor,
    import: ImportId,
) -> Result<ImportRow, PageRefused> {
    let row = reading.import(import)?.ok_or(PageRefused::NotFound)?;
    if visitor.grants.runs(row.cohort) { Ok(row) } else { Err(PageRefused::NotFound) }
}

fn row_card(row: &ImportedRow) -> Result<RowCard, PageRefused> {
    let body = if row.body.is_empty() { None } else { Some(Body::read(row)?) };
    let double_of = body.as_ref().and_then(|body| body.double_of);
    Ok(RowCard {
        number: row.number,
        stand: row.stand,
        has_number: body.as_ref().is_some_and(|body| body.number.is_some()),
        remarks: body.as_ref().map_or_else(Vec::new, |body| body.remarks.clone()),
        double_of,
        form: body.map(|body| body.form).unwrap_or_default(),
        outcome: row.outcome,
    })
}

impl Telar {
    pub async fn lists_page(&self, visitor: &Visitor, cohort: CohortId) -> Result<ListsPage, PageRefused> {
        if !visitor.grants.runs(cohort) {
            return Err(PageRefused::NotFound);
        }
        let telar = self.clone();
        self.read(move |reading| {
            let row = reading.cohort(cohort)?.ok_or(PageRefused::NotFound)?;
            let lists = reading.imports_of(cohort)?.into_iter().map(|it| ListCard {
                import: it.import.import,
                file: it.import.file,
                author: it.author,
                sent: it.import.sent,
                state: it.import.state,
                rows: it.rows,
                named: it.named,
            });
            Ok(ListsPage {
                lists: lists.collect(),
                card: card(&telar, reading, row)?,
                keeps_numbers: telar.asks_identity_number(),
            })
        })
        .await
    }

    /// `page` counts from 1; one past the last shows the last.
    pub async fn list_page(
        &self,
        visitor: &Visitor,
        import: ImportId,
        (show, page): (Show, u64),
    ) -> Result<ListPage, PageRefused> {
        let (telar, visitor, now) = (self.clone(), visitor.clone(), self.now());
        self.read(move |reading| {
            let list = list_of(reading, &visitor, import)?;
            let counts = reading.import_counts(import)?;
            let shown = |it: &ImportCount| match show {
                Show::All => it.rows,
                Show::Remarked => it.remarked,
                Show::Stand(stand) if it.stand == stand => it.rows,
                Show::Stand(_) => 0,
            };
            let of: u64 = counts.iter().map(shown).sum();
            let pages = of.div_ceil(PAGE).max(1);
            let page = page.clamp(1, pages);
            let rows = reading.import_rows(
                import,
                ImportedRows {
                    stand: if let Show::Stand(stand) = show { Some(stand) } else { None },
                    remarked: show == Show::Remarked,
                    past: (page - 1) * PAGE,
                    most: PAGE,
                },
            )?;
            let cohort = reading.cohort(list.cohort)?.ok_or(PageRefused::NotFound)?;
            let free = free_for_named(reading, list.cohort)?;
            let until = list.taken.map(|taken| taken + UNDO_WITHIN);
            Ok(ListPage {
                import,
                cohort: list.cohort,
                card: card(&telar, reading, cohort)?,
                file: list.file,
                sent: list.sent,
                undo_until: until.filter(|until| list.state == ListState::Taken && *until > now),
                state: list.state,
                counts,
                unused: list.unused.lines().map(str::to_owned).collect(),
                free,
                rows: rows.iter().map(row_card).collect::<Result<_, _>>()?,
                show,
                page,
                pages,
                going: telar.lists().goes(import),
            })
        })
        .await
    }

    /// One row of a draft, to be changed by hand.
    pub async fn list_row(&self, visitor: &Visitor, import: ImportId, number: u32) -> Result<RowPage, PageRefused> {
        let visitor = visitor.clone();
        self.read(move |reading| {
            let list = list_of(reading, &visitor, import)?;
            if list.state != ListState::Draft {
                return Err(PageRefused::NotFound);
            }
            let row = reading.import_row(import, number)?.ok_or(PageRefused::NotFound)?;
            Ok(RowPage { row: row_card(&row)?, organisations: offered(reading)? })
        })
        .await
    }

    /// The rows that are not taken, to be mended in a file of their own and sent again. Numbers of documents are not among what is
    /// given.
    pub async fn rows_left(&self, visitor: &Visitor, import: ImportId) -> Result<Vec<RowCard>, PageRefused> {
        let visitor = visitor.clone();
        self.read(move |reading| {
            list_of(reading, &visitor, import)?;
            let of = ImportedRows { stand: None, remarked: false, past: 0, most: u64::from(u32::MAX) };
            let rows = reading.import_rows(import, of)?;
            let left = rows.iter().filter(|row| {
                matches!(row.stand, Stand::Faulty | Stand::LeftOut) || row.outcome == Some(Outcome::NoPlace)
            });
            left.filter(|row| !row.body.is_empty()).map(row_card).collect()
        })
        .await
    }
}

/// The heads of a template in a language, with the field under each; the department's and what a form calls nothing are none.
pub fn list_columns(language: &str) -> Vec<(&'static str, ListColumn)> {
    let what = |column| match column {
        Column::Given | Column::Surname => ListColumn::Field("name"),
        Column::Department => ListColumn::Department,
        Column::Field(name) => ListColumn::Field(name),
    };
    template(language).map(|(column, head)| (head, what(column))).collect()
}

/// What stands in a column of a list as Telar writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListColumn {
    Department,
    Field(&'static str),
}
