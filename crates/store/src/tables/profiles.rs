//! Who people are beyond their registration, what they signed, and the sealed numbers of their identity documents.

use crate::engine::{Row, StoreError, params};
use crate::statement::sql;
use crate::store::{Reading, Writing};
use domain::Moment;
use domain::facts::Agreement;
use domain::ids::{CohortId, PersonId};
use domain::people::{Needs, PersonName, Profile};

/// One text that she signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementRow {
    pub text: Agreement,
    pub version: String,
    pub agreed: Moment,
}

fn agreement(word: &str) -> Result<Agreement, StoreError> {
    word.parse().map_err(|()| StoreError::Unreadable(format!("«{word}» is nothing that people sign")))
}

/// The columns from `first` on, as every statement here names them.
fn read(row: &Row<'_>, first: usize) -> Result<Profile, StoreError> {
    Ok(Profile {
        called: row.text(first)?,
        sex: row.opt_parse(first + 1)?,
        people: row.opt_parse(first + 2)?,
        community: row.opt_parse(first + 3)?,
        post: row.text(first + 4)?,
        profession: row.text(first + 5)?,
        licence: row.text(first + 6)?,
        path: row.opt_parse(first + 7)?,
        phone: row.opt_word(first + 8)?,
        email: row.opt_word(first + 9)?,
        needs: Needs {
            access: row.text(first + 10)?,
            diet: row.text(first + 11)?,
            childcare: row.text(first + 12)?,
            interpreter: row.text(first + 13)?,
        },
    })
}

impl Reading<'_> {
    /// What she said of herself; empty where she said nothing.
    pub fn profile(&mut self, person: PersonId) -> Result<Profile, StoreError> {
        let sql = sql!(
            "SELECT called, sex, people, community, post, profession, licence, path, phone, email, access, diet, childcare, \
             interpreter FROM profiles WHERE person = ?1"
        );
        Ok(self.conn.first(sql, params![person], |row| read(row, 0))?.unwrap_or_default())
    }

    /// The profiles of those who are in a cohort and have one.
    pub fn profiles_in(&mut self, cohort: CohortId) -> Result<Vec<(PersonId, Profile)>, StoreError> {
        let sql = sql!(
            "SELECT p.person, p.called, p.sex, p.people, p.community, p.post, p.profession, p.licence, p.path, p.phone, p.email, \
             p.access, p.diet, p.childcare, p.interpreter FROM profiles p JOIN enrolments e ON e.person = p.person \
             WHERE e.cohort = ?1 AND NOT EXISTS (SELECT 1 FROM enrolment_ends y WHERE y.enrolment = e.enrolment)"
        );
        self.conn.query(sql, params![cohort], |row| Ok((row.parse(0)?, read(row, 1)?)))
    }

    /// The profiles of those who applied to a cohort and have one.
    pub fn profiles_applying_to(&mut self, cohort: CohortId) -> Result<Vec<(PersonId, Profile)>, StoreError> {
        let sql = sql!(
            "SELECT p.person, p.called, p.sex, p.people, p.community, p.post, p.profession, p.licence, p.path, p.phone, p.email, \
             p.access, p.diet, p.childcare, p.interpreter FROM profiles p \
             WHERE p.person IN (SELECT a.person FROM applications a WHERE a.cohort = ?1)"
        );
        self.conn.query(sql, params![cohort], |row| Ok((row.parse(0)?, read(row, 1)?)))
    }

    /// What she signed, beside the consent of her registration, the latest first.
    pub fn agreements(&mut self, person: PersonId) -> Result<Vec<AgreementRow>, StoreError> {
        let sql = sql!(
            "SELECT document, version, agreed FROM agreements WHERE person = ?1 ORDER BY agreed DESC, document, version"
        );
        self.conn.query(sql, params![person], |row| {
            Ok(AgreementRow { text: agreement(&row.text(0)?)?, version: row.text(1)?, agreed: row.moment(2)? })
        })
    }

    /// Her sealed number, where she gave one.
    pub fn identity_number(&mut self, person: PersonId) -> Result<Option<String>, StoreError> {
        let sql = sql!("SELECT sealed FROM identity_numbers WHERE person = ?1");
        self.conn.first(sql, params![person], |row| row.text(0))
    }

    /// Who is in a cohort or asked to be and gave the number of an identity document that somebody else on this site gave as well:
    /// her, and that other person.
    pub fn same_numbers_in(&mut self, cohort: CohortId) -> Result<Vec<[(PersonId, PersonName); 2]>, StoreError> {
        let sql = sql!(
            "SELECT a.person, p.name, b.person, q.name FROM identity_numbers a \
             JOIN identity_numbers b ON b.keyed = a.keyed AND b.person <> a.person \
             JOIN people p ON p.person = a.person JOIN people q ON q.person = b.person \
             WHERE a.person IN (SELECT e.person FROM enrolments e WHERE e.cohort = ?1) \
             OR a.person IN (SELECT y.person FROM applications y WHERE y.cohort = ?1) ORDER BY p.folded, a.person, q.folded, b.person"
        );
        self.conn.query(sql, params![cohort], |row| Ok([(row.parse(0)?, row.word(1)?), (row.parse(2)?, row.word(3)?)]))
    }
}

impl Writing<'_> {
    pub fn set_identity_number(&mut self, person: PersonId, (sealed, keyed): (&str, &str)) -> Result<(), StoreError> {
        let now = self.now();
        let sql = sql!(
            "INSERT INTO identity_numbers (person, sealed, keyed, kept) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (person) \
             DO UPDATE SET sealed = excluded.sealed, keyed = excluded.keyed, kept = excluded.kept"
        );
        self.conn().execute(sql, params![person, sealed, keyed, now]).map(drop)
    }

    pub fn drop_identity_number(&mut self, person: PersonId) -> Result<(), StoreError> {
        self.conn().execute(sql!("DELETE FROM identity_numbers WHERE person = ?1"), params![person]).map(drop)
    }
}
