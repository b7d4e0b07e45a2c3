//! Programme versions.

use crate::engine::{Row, StoreError, params};
use crate::statement::sql;
use crate::store::Reading;
use domain::Moment;
use domain::ids::ProgrammeVersionId;
use domain::programmes::Programme;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
pub struct VersionRow {
    pub version: ProgrammeVersionId,
    pub slug: String,
    pub label: String,
    pub digest: String,
    pub imported: Moment,
    /// How many cohorts run it.
    pub cohorts: u64,
}

fn read(row: &Row<'_>) -> Result<VersionRow, StoreError> {
    Ok(VersionRow {
        version: row.parse(0)?,
        slug: row.text(1)?,
        label: row.text(2)?,
        digest: row.text(3)?,
        imported: row.moment(4)?,
        cohorts: row.small(5)?,
    })
}

impl Reading<'_> {
    /// All versions, the latest first.
    pub fn versions(&mut self) -> Result<Vec<VersionRow>, StoreError> {
        let sql = sql!(
            "SELECT v.version, v.slug, v.label, v.digest, v.imported, \
             (SELECT COUNT(*) FROM cohorts c WHERE c.version = v.version) \
             FROM programme_versions v ORDER BY v.imported DESC, v.version DESC"
        );
        self.conn.query(sql, params![], read)
    }

    /// The files that a version was imported from, by path; empty where they were not kept.
    pub fn package_files(&mut self, version: ProgrammeVersionId) -> Result<BTreeMap<String, String>, StoreError> {
        let sql = sql!("SELECT path, text FROM package_files WHERE version = ?1 ORDER BY path");
        let files = self.conn.query(sql, params![version], |row| Ok((row.text(0)?, row.text(1)?)))?;
        Ok(files.into_iter().collect())
    }

    /// Whether the files of a version were kept.
    pub fn has_package_files(&mut self, version: ProgrammeVersionId) -> Result<bool, StoreError> {
        let sql = sql!("SELECT path FROM package_files WHERE version = ?1 LIMIT 1");
        Ok(self.conn.first(sql, params![version], |row| row.text(0))?.is_some())
    }

    /// The content of a version.
    pub fn programme(&mut self, version: ProgrammeVersionId) -> Result<Option<Programme>, StoreError> {
        let sql = sql!("SELECT programme FROM programme_versions WHERE version = ?1");
        self.conn.first(sql, params![version], |row| row.json(0))
    }
}
