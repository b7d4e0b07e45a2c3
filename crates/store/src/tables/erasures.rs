//! Requests for erasure that wait.

use crate::engine::{Row, StoreError, params};
use crate::statement::sql;
use crate::store::Reading;
use domain::Moment;
use domain::facts::CertificateRecords;
use domain::ids::{ErasureId, PersonId};

#[derive(Clone, Debug)]
pub struct ErasureRow {
    pub erasure: ErasureId,
    pub person: PersonId,
    pub certificates: CertificateRecords,
    pub asked: Moment,
}

fn read(row: &Row<'_>) -> Result<ErasureRow, StoreError> {
    Ok(ErasureRow { erasure: row.parse(0)?, person: row.parse(1)?, certificates: row.word(2)?, asked: row.moment(3)? })
}

impl Reading<'_> {
    /// Requests that wait, the oldest first.
    pub fn erasures(&mut self) -> Result<Vec<ErasureRow>, StoreError> {
        let sql = sql!(
            "SELECT erasure, person, certificates, asked FROM erasures WHERE ended IS NULL ORDER BY asked, erasure"
        );
        self.conn.query(sql, params![], read)
    }

    pub fn erasure_of(&mut self, person: PersonId) -> Result<Option<ErasureRow>, StoreError> {
        let sql = sql!("SELECT erasure, person, certificates, asked FROM erasures WHERE person = ?1 AND ended IS NULL");
        self.conn.first(sql, params![person], read)
    }
}
