//! The certificates of a cohort, for its staff: each with its state, how far printing all of them is, and who has none yet.

use super::issue_all::{IssuingCard, without_certificate};
use super::print_all::PrintingCard;
use crate::access::Visitor;
use crate::{PageRefused, Telar};
use domain::Moment;
use domain::certificates::Standing;
use domain::ids::CohortId;
use domain::people::PersonName;
use store::CertificateRow;

#[derive(Clone, Debug)]
pub struct CertificateList {
    pub cohort: CohortId,
    pub name: String,
    pub join_code: String,
    /// Whether she runs it: only then she revokes, reissues and prints.
    pub runs: bool,
    /// The latest first.
    pub certificates: Vec<ListedCertificate>,
    pub printing: Option<PrintingCard>,
    /// Who completed the programme and has none yet, as their certificates would name them; where she runs the cohort.
    pub to_issue: Vec<PersonName>,
    /// While all of those are being issued.
    pub issuing: Option<IssuingCard>,
}

impl CertificateList {
    pub fn holding(&self) -> usize {
        self.certificates.iter().filter(|it| it.standing.holds()).count()
    }
}

#[derive(Clone, Debug)]
pub struct ListedCertificate {
    pub number: String,
    pub name: PersonName,
    pub issued: Moment,
    pub standing: Standing,
    pub revoked: Option<Moment>,
    /// Why it was revoked.
    pub reason: String,
    pub replaced_by: Option<String>,
    /// Why it took another's place.
    pub replaces_because: String,
}

impl From<CertificateRow> for ListedCertificate {
    fn from(row: CertificateRow) -> Self {
        Self {
            standing: row.standing(),
            number: row.number,
            name: row.name,
            issued: row.issued,
            revoked: row.revoked,
            reason: row.reason,
            replaced_by: row.replaced_by,
            replaces_because: row.replaces_because,
        }
    }
}

impl Telar {
    pub async fn certificate_list(&self, visitor: &Visitor, cohort: CohortId) -> Result<CertificateList, PageRefused> {
        if !visitor.grants.sees_people_of(cohort) {
            return Err(PageRefused::NotFound);
        }
        let runs = visitor.grants.runs(cohort);
        let telar = self.clone();
        let (row, rows, without) = self
            .read(move |reading| {
                let row = reading.cohort(cohort)?.ok_or(PageRefused::NotFound)?;
                let without = if runs { without_certificate(&telar, reading, &row)? } else { Vec::new() };
                Ok::<_, PageRefused>((row, reading.certificates_in(cohort)?, without))
            })
            .await?;
        let mut certificates: Vec<ListedCertificate> = rows.into_iter().map(ListedCertificate::from).collect();
        certificates.reverse();
        let mut list = CertificateList {
            cohort,
            name: row.name,
            join_code: row.join_code,
            runs,
            certificates,
            printing: None,
            to_issue: without.into_iter().map(|it| it.name).collect(),
            issuing: None,
        };
        if runs {
            list.issuing = self.issuing().of(cohort);
            let holding = list.certificates.iter().rev().filter(|it| it.standing.holds());
            let numbers: Vec<&str> = holding.map(|it| it.number.as_str()).collect();
            list.printing = self.prints().card(cohort, &numbers);
        }
        Ok(list)
    }
}
