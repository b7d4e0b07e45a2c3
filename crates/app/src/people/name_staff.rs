//! The administrator names somebody to a role, and hands her a link that enters once.

use super::roles::role_scope;
use crate::access::{EntryLink, LINK_LASTS, new_link};
use crate::command::{Command, OtherContent};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance};
use domain::access::{Role, Scope};
use domain::facts::{PersonRegistered, RoleGranted, Subject, What};
use domain::ids::{CohortId, CommandId, PersonId};
use domain::people::{NameRefused, PersonName};
use domain::text::Language;
use store::{NewFact, Purpose};

#[derive(Clone, Debug)]
pub struct NameStaff {
    pub command: CommandId,
    pub name: String,
    pub role: String,
    /// The cohort where the role holds; none for the whole site, as it is for analysts and administrators.
    pub cohort: Option<CohortId>,
    pub language: String,
}

#[derive(Debug, thiserror::Error)]
pub enum NameStaffRefused {
    #[error("only an administrator names staff")]
    Forbidden,
    #[error(transparent)]
    Name(NameRefused),
    #[error("unknown role")]
    Role,
    #[error("this role needs a cohort")]
    Cohort,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(NameStaffRefused);

#[derive(Clone, Debug)]
pub struct NamedStaff {
    pub person: PersonId,
    pub link: EntryLink,
    pub name: PersonName,
}

impl Telar {
    pub async fn name_staff(&self, by: PersonId, it: NameStaff) -> Result<NamedStaff, NameStaffRefused> {
        let name = PersonName::parse(&it.name).map_err(NameStaffRefused::Name)?;
        let role: Role = it.role.parse().map_err(|()| NameStaffRefused::Role)?;
        let scope = role_scope(role, it.cohort).ok_or(NameStaffRefused::Cohort)?;
        let language: String = it.language.parse().unwrap_or_else(|_| Language::es()).into();
        let (new, grant) = (chance::id::<PersonId>(self.now())?, chance::id(self.now())?);
        let (entry_code, token) = (chance::code::<6>()?, chance::token()?);
        self.write(move |writing| {
            let command = Command::new(it.command, Some(by), "name staff", &(name.as_str(), role, scope));
            let person = match command.before::<PersonId>(writing)? {
                Err(OtherContent) => return Err(NameStaffRefused::OtherContent),
                // The form came again: the same person, with a fresh link.
                Ok(Some(person)) => writing.person(person)?.ok_or(NameStaffRefused::OtherContent)?.person,
                Ok(None) => {
                    if !writing.grants(by)?.is_administrator() {
                        return Err(NameStaffRefused::Forbidden);
                    }
                    if let Scope::Cohort(cohort) = scope
                        && writing.cohort(cohort)?.is_none()
                    {
                        return Err(NameStaffRefused::Cohort);
                    }
                    let registered = PersonRegistered {
                        person: new,
                        name: name.clone(),
                        language,
                        sector: None,
                        organisation: String::new(),
                        municipality: None,
                        consent: None,
                        entry_code,
                    };
                    let facts: Vec<What> = vec![registered.into(), RoleGranted { grant, role, scope }.into()];
                    let about = Subject::Person(new);
                    writing.record(facts.into_iter().map(|what| NewFact { actor: Some(by), about, what }).collect())?;
                    command.answer(writing, &new)?;
                    new
                }
            };
            Ok(NamedStaff {
                person,
                link: new_link(writing, Purpose::Enter, Some(person), (&token, LINK_LASTS))?,
                name,
            })
        })
        .await
    }
}
