//! The documents of cohorts' libraries, and what they hold.

use crate::engine::{Row, StoreError, params};
use crate::statement::sql;
use crate::store::{Reading, Writing};
use domain::Moment;
use domain::cohorts::DocumentFormat;
use domain::ids::{CohortId, DocumentId, TopicId};

/// One version of a document.
#[derive(Clone, Debug)]
pub struct DocumentRow {
    pub document: DocumentId,
    pub number: u16,
    pub cohort: CohortId,
    pub topic: Option<TopicId>,
    pub title: String,
    pub note: String,
    pub dated: String,
    pub language: String,
    pub format: DocumentFormat,
    pub bytes: u32,
    pub sha256: String,
    pub kept: Moment,
}

fn read(row: &Row<'_>) -> Result<DocumentRow, StoreError> {
    Ok(DocumentRow {
        document: row.parse(0)?,
        number: row.small(1)?,
        cohort: row.parse(2)?,
        topic: row.opt_text(3)?.map(TopicId),
        title: row.text(4)?,
        note: row.text(5)?,
        dated: row.text(6)?,
        language: row.text(7)?,
        format: row.parse(8)?,
        bytes: row.small(9)?,
        sha256: row.text(10)?,
        kept: row.moment(11)?,
    })
}

impl Reading<'_> {
    /// Every version of every document that is in a cohort's library: documents by their first version, the latest version first.
    pub fn documents(&mut self, cohort: CohortId) -> Result<Vec<DocumentRow>, StoreError> {
        let sql = sql!(
            "SELECT document, number, cohort, topic, title, note, dated, language, format, bytes, sha256, kept FROM documents \
             WHERE cohort = ?1 AND withdrawn IS NULL ORDER BY document, number DESC"
        );
        self.conn.query(sql, params![cohort], read)
    }

    /// One version of a document that is in a library.
    pub fn document(&mut self, document: DocumentId, number: u16) -> Result<Option<DocumentRow>, StoreError> {
        let sql = sql!(
            "SELECT document, number, cohort, topic, title, note, dated, language, format, bytes, sha256, kept FROM documents \
             WHERE document = ?1 AND number = ?2 AND withdrawn IS NULL"
        );
        self.conn.first(sql, params![document, number], read)
    }

    /// What a document holds, as base64; `None` where it is not on this node.
    pub fn document_content(&mut self, sha256: &str) -> Result<Option<String>, StoreError> {
        let sql = sql!("SELECT base64 FROM document_contents WHERE sha256 = ?1");
        self.conn.first(sql, params![sha256], |row| row.text(0))
    }
}

impl Writing<'_> {
    /// Keeps what a document holds, once for all documents that hold the same.
    pub fn keep_document_content(&mut self, sha256: &str, base64: &str) -> Result<(), StoreError> {
        let sql =
            sql!("INSERT INTO document_contents (sha256, base64) VALUES (?1, ?2) ON CONFLICT (sha256) DO NOTHING");
        self.conn.execute(sql, params![sha256, base64]).map(drop)
    }

    /// Removes what no document of any library holds any more, nor any organisation as its logo.
    pub fn drop_document_contents(&mut self) -> Result<(), StoreError> {
        let sql = sql!(
            "DELETE FROM document_contents WHERE sha256 NOT IN (SELECT sha256 FROM documents WHERE withdrawn IS NULL) \
             AND sha256 NOT IN (SELECT logo FROM organisations WHERE logo IS NOT NULL)"
        );
        self.conn.execute(sql, params![]).map(drop)
    }
}
