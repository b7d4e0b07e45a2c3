//! The people of a cohort as a list, in the columns in which a list comes in. Numbers of documents never leave.

use crate::access::Visitor;
use crate::people::WhoForm;
use crate::{PageRefused, Telar};
use domain::cohorts::ApplicationState;
use domain::ids::{CohortId, PersonId};
use domain::people::Profile;
use std::collections::HashMap;

/// Somebody of a cohort.
#[derive(Clone, Debug)]
pub struct ListedPerson {
    pub form: WhoForm,
    /// None: she is in it. Else how her application stands.
    pub state: Option<ApplicationState>,
}

#[derive(Clone, Debug)]
pub struct PeopleList {
    pub cohort_name: String,
    pub join_code: String,
    /// Who is in the cohort by name, then who stands at its door in the order in which they came.
    pub people: Vec<ListedPerson>,
}

impl Telar {
    /// A fixed number of queries, however many people.
    pub async fn people_list(&self, visitor: &Visitor, cohort: CohortId) -> Result<PeopleList, PageRefused> {
        if !visitor.grants.runs(cohort) {
            return Err(PageRefused::NotFound);
        }
        self.read(move |reading| {
            let row = reading.cohort(cohort)?.ok_or(PageRefused::NotFound)?;
            let mut profiles: HashMap<PersonId, Profile> = reading.profiles_in(cohort)?.into_iter().collect();
            profiles.extend(reading.profiles_applying_to(cohort)?);
            let none = Profile::default();
            let mut people: Vec<ListedPerson> = Vec::new();
            for it in reading.members(cohort)? {
                let known = (it.sector, it.organisation.as_str(), it.municipality);
                let form = WhoForm::known(&it.name, known, profiles.get(&it.person).unwrap_or(&none));
                people.push(ListedPerson { form, state: None });
            }
            for it in reading.applications_to(cohort)?.into_iter().filter(|it| it.state.is_open()) {
                let known = (it.sector, it.organisation.as_str(), it.municipality);
                let form = WhoForm::known(&it.name, known, profiles.get(&it.person).unwrap_or(&none));
                people.push(ListedPerson { form, state: Some(it.state) });
            }
            Ok(PeopleList { cohort_name: row.name, join_code: row.join_code, people })
        })
        .await
    }
}
