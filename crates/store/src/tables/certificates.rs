//! Certificates of participation, each with what its paper says and what came in its place.

use crate::engine::{Row, StoreError, params};
use crate::statement::sql;
use crate::store::Reading;
use domain::Moment;
use domain::certificates::Standing;
use domain::facts::Stated;
use domain::ids::{CertificateId, CohortId, EnrolmentId, PersonId, ProgrammeVersionId};
use domain::people::PersonName;
use domain::programmes::Hours;

#[derive(Clone, Debug)]
pub struct CertificateRow {
    pub certificate: CertificateId,
    pub person: PersonId,
    pub number: String,
    pub enrolment: EnrolmentId,
    pub cohort: CohortId,
    pub version: ProgrammeVersionId,
    pub name: PersonName,
    pub language: String,
    pub hours: Hours,
    pub issued: Moment,
    pub chain: String,
    pub signature: String,
    pub revoked: Option<Moment>,
    /// Why it was revoked.
    pub reason: String,
    /// None where it was issued before certificates carried it.
    pub stated: Option<Stated>,
    /// Why it took another's place; empty where it is the first.
    pub replaces_because: String,
    /// The number that came in its place.
    pub replaced_by: Option<String>,
}

impl CertificateRow {
    pub fn standing(&self) -> Standing {
        Standing::of(self.revoked.is_some(), self.replaced_by.is_some())
    }
}

fn read(row: &Row<'_>) -> Result<CertificateRow, StoreError> {
    Ok(CertificateRow {
        certificate: row.parse(0)?,
        person: row.parse(1)?,
        number: row.text(2)?,
        enrolment: row.parse(3)?,
        cohort: row.parse(4)?,
        version: row.parse(5)?,
        name: row.word(6)?,
        language: row.text(7)?,
        hours: row.json(8)?,
        issued: row.moment(9)?,
        chain: row.text(10)?,
        signature: row.text(11)?,
        revoked: row.opt_moment(12)?,
        reason: row.opt_text(13)?.unwrap_or_default(),
        stated: row.opt_json(14)?,
        replaces_because: row.opt_text(15)?.unwrap_or_default(),
        replaced_by: row.opt_text(16)?,
    })
}

/// All that [`read`] takes. Where two came in the place of one (nodes that did not know of each other), the later one counts.
macro_rules! certificates_where {
    ($ending:literal) => {
        sql!(concat!(
            "SELECT c.certificate, c.person, c.number, c.enrolment, c.cohort, c.version, c.name, c.language, c.hours, c.issued, \
             c.chain, c.signature, c.revoked, c.reason, p.stated, p.reason, n.number \
             FROM certificates c LEFT JOIN certificate_papers p ON p.certificate = c.certificate \
             LEFT JOIN certificates n ON n.certificate = (SELECT MAX(x.certificate) FROM certificate_papers x \
             WHERE x.replaces = c.certificate AND x.about = c.about) WHERE ",
            $ending
        ))
    };
}

impl Reading<'_> {
    pub fn certificate(&mut self, number: &str) -> Result<Option<CertificateRow>, StoreError> {
        self.conn.first(certificates_where!("c.number = ?1"), params![number], read)
    }

    pub fn certificates_of(&mut self, person: PersonId) -> Result<Vec<CertificateRow>, StoreError> {
        self.conn.query(certificates_where!("c.person = ?1 ORDER BY c.issued, c.certificate"), params![person], read)
    }

    pub fn certificates_in(&mut self, cohort: CohortId) -> Result<Vec<CertificateRow>, StoreError> {
        self.conn.query(certificates_where!("c.cohort = ?1 ORDER BY c.issued, c.certificate"), params![cohort], read)
    }
}
