//! Certificates of participation.

use crate::engine::{Row, StoreError, params};
use crate::statement::sql;
use crate::store::Reading;
use domain::Moment;
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
    pub reason: String,
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
    })
}

impl Reading<'_> {
    pub fn certificate(&mut self, number: &str) -> Result<Option<CertificateRow>, StoreError> {
        let sql = sql!(
            "SELECT certificate, person, number, enrolment, cohort, version, name, language, hours, issued, chain, signature, revoked, reason \
             FROM certificates WHERE number = ?1"
        );
        self.conn.first(sql, params![number], read)
    }

    pub fn certificates_of(&mut self, person: PersonId) -> Result<Vec<CertificateRow>, StoreError> {
        let sql = sql!(
            "SELECT certificate, person, number, enrolment, cohort, version, name, language, hours, issued, chain, signature, revoked, reason \
             FROM certificates WHERE person = ?1 ORDER BY issued, certificate"
        );
        self.conn.query(sql, params![person], read)
    }

    pub fn certificates_in(&mut self, cohort: CohortId) -> Result<Vec<CertificateRow>, StoreError> {
        let sql = sql!(
            "SELECT certificate, person, number, enrolment, cohort, version, name, language, hours, issued, chain, signature, revoked, reason \
             FROM certificates WHERE cohort = ?1 ORDER BY issued, certificate"
        );
        self.conn.query(sql, params![cohort], read)
    }
}
