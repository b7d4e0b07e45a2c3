//! What a list holds before it is taken: each row with what is kept of it, how it stands against the store and against the other rows.

use super::check::{Alike, Checked, Remark, Traits};
use crate::access::Visitor;
use crate::people::WhoForm;
use crate::{Telar, Unavailable, chance};
use domain::cohorts::{ApplicationState, Stand};
use domain::ids::{CohortId, PersonId};
use domain::people::folded;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use store::{ImportedRow, NamedPerson, Reading, StoreError};

/// What stands in a row, as it is kept until it is taken.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Body {
    pub form: WhoForm,
    /// Who she will be, where she has no account.
    pub fresh: PersonId,
    /// The number of her document, sealed for that person, and its keyed hash.
    pub number: Option<(String, String)>,
    pub remarks: Vec<Remark>,
    /// Who she is: an account of the site.
    pub account: Option<PersonId>,
    /// How it stands against the store alone.
    pub base: Stand,
    pub left_out: bool,
    /// The earlier row that is the same person.
    pub double_of: Option<u32>,
}

impl Body {
    pub fn read(row: &ImportedRow) -> Result<Self, Unavailable> {
        let read = serde_json::from_str(&row.body).map_err(|why| StoreError::Unreadable(why.to_string()))?;
        Ok(read)
    }

    pub fn traits(&self) -> Traits {
        Traits::of(&self.form, self.number.as_ref().map(|(_, keyed)| keyed.clone()))
    }

    fn is_faulty(&self) -> bool {
        self.remarks.iter().any(|it| matches!(it, Remark::Name(_)))
    }

    /// How it stands, as [`settle`] left it.
    pub fn stand(&self) -> Stand {
        match self {
            it if it.left_out => Stand::LeftOut,
            it if it.is_faulty() => Stand::Faulty,
            it if it.base == Stand::Here => Stand::Here,
            it if it.double_of.is_some() => Stand::Double,
            it => it.base,
        }
    }

    /// As the store keeps it.
    pub fn row(&self, number: u32) -> Result<ImportedRow, Unavailable> {
        Ok(ImportedRow {
            number,
            person: self.account.unwrap_or(self.fresh),
            body: serde_json::to_string(self).map_err(|why| StoreError::Unreadable(why.to_string()))?,
            stand: self.stand(),
            remarks: u16::try_from(self.remarks.len() + usize::from(self.double_of.is_some())).unwrap_or(u16::MAX),
            outcome: None,
            application: None,
        })
    }
}

/// Which of the rows are the same person as an earlier one, and which only have her name.
pub(super) fn settle(rows: &mut [(u32, Body)]) {
    let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
    let mut by_number: HashMap<String, usize> = HashMap::new();
    let traits: Vec<Traits> = rows.iter().map(|(_, body)| body.traits()).collect();
    for at in 0..rows.len() {
        let mine = &traits[at];
        let (mut double, mut namesake) = (None, None);
        let same_number = mine.keyed.as_ref().and_then(|keyed| by_number.get(keyed)).copied();
        let of_name = by_name.get(&mine.name).into_iter().flatten().copied();
        for earlier in same_number.into_iter().chain(of_name) {
            match mine.alike(&traits[earlier]) {
                Alike::Same => double = double.or(Some(rows[earlier].0)),
                Alike::Namesake => namesake = namesake.or(Some(rows[earlier].0)),
                Alike::Other => {}
            }
        }
        let body = &mut rows[at].1;
        body.double_of = double;
        body.remarks.retain(|it| !matches!(it, Remark::Namesake { .. }));
        if let (None, Some(row)) = (double, namesake) {
            body.remarks.push(Remark::Namesake { row: row as usize });
        }
        if !body.left_out && !body.is_faulty() && double.is_none() {
            by_name.entry(mine.name.clone()).or_default().push(at);
            if let Some(keyed) = &mine.keyed {
                by_number.entry(keyed.clone()).or_insert(at);
            }
        }
    }
}

/// Whether she is in the cohort, or stands at its door.
pub(super) fn is_here(reading: &mut Reading<'_>, person: PersonId, cohort: CohortId) -> Result<bool, StoreError> {
    let stands = |state: ApplicationState| state.is_open() || state == ApplicationState::Admitted;
    Ok(reading.enrolments(person)?.iter().any(|it| it.cohort == cohort)
        || reading.applications_of(person)?.iter().any(|it| it.cohort == cohort && stands(it.state)))
}

/// Whether whoever sends the list sees this person elsewhere too.
fn is_seen(reading: &mut Reading<'_>, visitor: &Visitor, person: PersonId) -> Result<bool, StoreError> {
    if visitor.grants.is_administrator() {
        return Ok(true);
    }
    let runs = |cohort| visitor.grants.runs(cohort);
    Ok(reading.enrolments(person)?.iter().any(|it| runs(it.cohort))
        || reading.applications_of(person)?.iter().any(|it| runs(it.cohort)))
}

fn traits_of(it: &NamedPerson) -> Traits {
    let form = WhoForm {
        name: it.name.as_str().to_owned(),
        organisation: it.organisation.clone(),
        municipality: it.municipality.map_or_else(String::new, |code| code.to_string()),
        phone: it.phone.clone().unwrap_or_default(),
        ..WhoForm::default()
    };
    Traits::of(&form, it.keyed.clone())
}

/// Who of the site is meant by a row.
pub(super) struct Met {
    pub account: Option<PersonId>,
    pub base: Stand,
    pub remark: Option<Remark>,
}

/// Whoever is in the cohort is known by her name, and so is whoever the sender sees elsewhere. Of others the name alone tells
/// nothing: they are known by the number of their document, or by name and telephone together.
pub(super) fn meet(
    reading: &mut Reading<'_>,
    (visitor, cohort): (&Visitor, CohortId),
    mine: &Traits,
    name: &str,
) -> Result<Met, StoreError> {
    let mut those = match &mine.keyed {
        Some(keyed) => reading.people_of_number(keyed)?,
        None => Vec::new(),
    };
    those.extend(reading.people_of_name(&folded(name))?);
    let mut met = Met { account: None, base: Stand::New, remark: None };
    for one in those {
        let hers = traits_of(&one);
        match mine.alike(&hers) {
            Alike::Other => {}
            Alike::Namesake => {
                if met.remark.is_none() && is_here(reading, one.person, cohort)? {
                    met.remark = Some(Remark::NamesakeHere);
                }
            }
            Alike::Same => {
                let by_number = mine.keyed.is_some() && mine.keyed == hers.keyed;
                let remark = (by_number && mine.name != hers.name).then_some(Remark::OtherName);
                if is_here(reading, one.person, cohort)? {
                    return Ok(Met { account: Some(one.person), base: Stand::Here, remark });
                }
                let sure = by_number || (mine.phone.is_some() && mine.phone == hers.phone);
                if met.account.is_none() && (sure || is_seen(reading, visitor, one.person)?) {
                    met = Met { account: Some(one.person), base: Stand::Known, remark };
                }
            }
        }
    }
    Ok(met)
}

impl Telar {
    /// A row that was read, against the store. `before` is who she was to be, and her number, where the row was changed by hand.
    pub(super) fn weigh(
        &self,
        reading: &mut Reading<'_>,
        whom: (&Visitor, CohortId),
        it: Checked,
        before: Option<&Body>,
    ) -> Result<Body, Unavailable> {
        let fresh = before.map_or_else(|| chance::id(self.now()), |body| Ok(body.fresh))?;
        let mut remarks = it.remarks;
        let number = match &it.cui {
            Some(cui) => {
                let sealed = self.seal_identity_number(fresh, cui)?;
                if sealed.is_none() {
                    remarks.retain(|it| !matches!(it, Remark::Number(_)));
                    remarks.push(Remark::NumberNotKept);
                }
                sealed
            }
            None => before.and_then(|body| body.number.clone()),
        };
        let mine = Traits::of(&it.form, number.as_ref().map(|(_, keyed)| keyed.clone()));
        let met = meet(reading, whom, &mine, &it.form.name)?;
        remarks.extend(met.remark);
        Ok(Body {
            form: it.form,
            fresh,
            number,
            remarks,
            account: met.account,
            base: met.base,
            left_out: before.is_some_and(|body| body.left_out),
            double_of: None,
        })
    }
}
