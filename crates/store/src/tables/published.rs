//! Numbers as they were published. None of it is a fact, and none of it is about a person.

use crate::engine::{Row, StoreError, params};
use crate::statement::sql;
use crate::store::{Reading, Writing};
use domain::Moment;
use domain::ids::ProgrammeVersionId;
use domain::numbers::{Group, MeanGain, Move};

/// What stands in the place of a dimension where a figure is everybody's.
const ALL: &str = "all";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicationRow {
    pub published: Moment,
    /// How many cohorts there were.
    pub cohorts: u64,
}

/// A figure that a publication showed otherwise than the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureRow {
    pub published: Moment,
    pub what: Move,
    /// What the group was called then, where its key does not say it; otherwise empty.
    pub label: String,
}

/// A mean gain that a publication showed otherwise than the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GainRow {
    pub published: Moment,
    pub version: ProgrammeVersionId,
    /// The pair of tests, by its word in the programme.
    pub tests: String,
    pub gain: MeanGain,
}

impl Reading<'_> {
    pub fn last_publication(&mut self) -> Result<Option<PublicationRow>, StoreError> {
        let sql = sql!("SELECT published, cohorts FROM publications ORDER BY published DESC LIMIT 1");
        self.conn.first(sql, params![], |row| Ok(PublicationRow { published: row.moment(0)?, cohorts: row.small(1)? }))
    }

    /// Every figure that was ever published, in the order of the publications.
    pub fn published_figures(&mut self) -> Result<Vec<FigureRow>, StoreError> {
        let sql = sql!(
            "SELECT published, dimension, category, measure, label, figure FROM published_figures \
             ORDER BY published, dimension, category, measure"
        );
        self.conn.query(sql, params![], figure)
    }

    /// Every mean gain that was ever published, in the order of the publications.
    pub fn published_gains(&mut self) -> Result<Vec<GainRow>, StoreError> {
        let sql = sql!(
            "SELECT published, version, tests, pairs, pre, post, gain, low, high FROM published_gains \
             ORDER BY published, version, tests"
        );
        self.conn.query(sql, params![], |row| {
            let gain = MeanGain {
                pairs: row.small(3)?,
                pre: row.small(4)?,
                post: row.small(5)?,
                gain: row.small(6)?,
                interval: (row.small(7)?, row.small(8)?),
            };
            Ok(GainRow { published: row.moment(0)?, version: row.parse(1)?, tests: row.text(2)?, gain })
        })
    }
}

fn figure(row: &Row<'_>) -> Result<FigureRow, StoreError> {
    let group = match row.text(1)?.as_str() {
        ALL => Group::All,
        _ => Group::Of(row.parse(1)?, row.text(2)?),
    };
    let what = Move { group, measure: row.parse(3)?, figure: row.small(5)? };
    Ok(FigureRow { published: row.moment(0)?, what, label: row.text(4)? })
}

impl Writing<'_> {
    pub fn add_publication(&mut self, row: PublicationRow) -> Result<(), StoreError> {
        let cohorts = i64::try_from(row.cohorts).unwrap_or(i64::MAX);
        let sql = sql!("INSERT INTO publications (published, cohorts) VALUES (?1, ?2)");
        self.conn().execute(sql, params![row.published, cohorts]).map(drop)
    }

    pub fn add_published_figure(&mut self, row: &FigureRow) -> Result<(), StoreError> {
        let (dimension, category) = match &row.what.group {
            Group::All => (ALL, ""),
            Group::Of(dimension, key) => (dimension.as_str(), key.as_str()),
        };
        let figure = i64::try_from(row.what.figure).unwrap_or(i64::MAX);
        let sql = sql!(
            "INSERT INTO published_figures (published, dimension, category, measure, label, figure) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
        );
        let measure = row.what.measure.as_str();
        self.conn().execute(sql, params![row.published, dimension, category, measure, &row.label, figure]).map(drop)
    }

    pub fn add_published_gain(&mut self, row: &GainRow) -> Result<(), StoreError> {
        let sql = sql!(
            "INSERT INTO published_gains (published, version, tests, pairs, pre, post, gain, low, high) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
        );
        let MeanGain { pairs, pre, post, gain, interval: (low, high) } = row.gain;
        let pairs = i64::try_from(pairs).unwrap_or(i64::MAX);
        let (tests, at) = (&row.tests, row.published);
        self.conn().execute(sql, params![at, row.version, tests, pairs, pre, post, gain, low, high]).map(drop)
    }
}
