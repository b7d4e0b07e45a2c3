//! All that a certificate's page and its PDF state.

use crate::{PageRefused, Telar, Unavailable, place};
use domain::certificates::{Endorsement, Period, Standing, parse_number};
use domain::facts::Stated;
use domain::ids::{CohortId, PersonId};
use domain::people::PersonName;
use domain::programmes::{ActivityState, Hours, Progress, Weave};
use domain::{Moment, Text};
use store::{CertificateRow, CohortRow, Reading};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateCard {
    pub number: String,
    pub issued: Moment,
    pub revoked: Option<Moment>,
}

impl From<&CertificateRow> for CertificateCard {
    fn from(row: &CertificateRow) -> Self {
        Self { number: row.number.clone(), issued: row.issued, revoked: row.revoked }
    }
}

#[derive(Clone, Debug)]
pub struct CertificateDocument {
    pub number: String,
    pub name: PersonName,
    pub language: String,
    pub programme: Text,
    pub programme_version: String,
    pub topics: Vec<Text>,
    pub hours: Hours,
    pub cohort: CohortId,
    /// What it states of the cohort, and who stands behind it: as on the day of issue.
    pub stated: Stated,
    pub issued: Moment,
    pub weave: Weave,
    pub chain: String,
    pub signature: String,
    /// The site's public key, in hexadecimal.
    pub public_key: String,
    pub standing: Standing,
    pub revoked: Option<Moment>,
    pub replaced_by: Option<String>,
    /// Whether who looks runs its cohort: she may revoke it and put another in its place.
    pub runs: bool,
}

/// What a certificate says that was issued before certificates carried it: the cohort's own words and days.
pub(super) fn stated(reading: &mut Reading<'_>, row: &CertificateRow) -> Result<Option<Stated>, Unavailable> {
    if row.stated.is_some() {
        return Ok(row.stated.clone());
    }
    Ok(reading.cohort(row.cohort)?.map(|cohort| Stated {
        period: Period::stated((&cohort.starts, &cohort.ends), &place::day(row.issued).to_string()),
        cohort: cohort.name,
        organisation: cohort.organisation,
        endorsement: Endorsement::default(),
    }))
}

pub(super) fn document(
    telar: &Telar,
    reading: &mut Reading<'_>,
    row: CertificateRow,
    runs: bool,
) -> Result<CertificateDocument, PageRefused> {
    let programme = telar.shelf().take(reading, row.version)?;
    let stated = stated(reading, &row)?.ok_or(PageRefused::NotFound)?;
    // The cloth of somebody who completed the programme: what the rule asked for is woven.
    let states = programme.counting().into_iter().map(|id| (id.clone(), ActivityState::Done)).collect();
    Ok(CertificateDocument {
        standing: row.standing(),
        number: row.number,
        name: row.name,
        language: row.language,
        programme: programme.title.clone(),
        programme_version: programme.programme.version.clone(),
        topics: programme.topics.iter().map(|topic| topic.title.clone()).collect(),
        hours: row.hours,
        cohort: row.cohort,
        stated,
        issued: row.issued,
        weave: Weave::of(&programme, &Progress { states, ..Progress::default() }),
        chain: row.chain,
        signature: row.signature,
        public_key: reading.public_key()?,
        revoked: row.revoked,
        replaced_by: row.replaced_by,
        runs,
    })
}

impl Telar {
    /// Her own certificate, or that of somebody in a cohort whose people she sees.
    pub async fn certificate(&self, person: PersonId, number: &str) -> Result<CertificateDocument, PageRefused> {
        let telar = self.clone();
        let number = parse_number(number).ok_or(PageRefused::NotFound)?;
        self.read(move |reading| {
            let row = reading.certificate(&number)?.ok_or(PageRefused::NotFound)?;
            let grants = reading.grants(person)?;
            if row.person != person && !grants.sees_people_of(row.cohort) {
                return Err(PageRefused::NotFound);
            }
            let runs = grants.runs(row.cohort);
            document(&telar, reading, row, runs)
        })
        .await
    }

    /// What is printed for a whole cohort, by the code of its link or its id: the certificates that hold, in the order in
    /// which they were issued. For the machine's own hands: nobody is asked who she is.
    pub async fn certificates_that_hold(&self, cohort: &str) -> Result<Vec<CertificateDocument>, PageRefused> {
        let (telar, cohort) = (self.clone(), cohort.to_owned());
        self.read(move |reading| {
            let found = cohort_called(reading, &cohort)?.ok_or(PageRefused::NotFound)?;
            documents(&telar, reading, found.cohort)
        })
        .await
    }
}

/// A cohort by its id or by the code of its link, as it is typed at the command line.
pub(super) fn cohort_called(reading: &mut Reading<'_>, called: &str) -> Result<Option<CohortRow>, Unavailable> {
    Ok(match called.trim().parse::<CohortId>() {
        Ok(id) => reading.cohort(id)?,
        Err(_) => reading.cohort_by_join_code(&called.trim().to_ascii_uppercase())?,
    })
}

pub(super) fn documents(
    telar: &Telar,
    reading: &mut Reading<'_>,
    cohort: CohortId,
) -> Result<Vec<CertificateDocument>, PageRefused> {
    let rows = reading.certificates_in(cohort)?;
    rows.into_iter().filter(|row| row.standing().holds()).map(|row| document(telar, reading, row, true)).collect()
}
