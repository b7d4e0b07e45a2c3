//! The administrator looks somebody up, gives her a role or takes one away, and hands her a link that enters once.

use crate::access::{EntryLink, LINK_LASTS, Visitor, new_link};
use crate::command::{Command, OtherContent};
use crate::organisations::known;
use crate::unavailable::or_unavailable;
use crate::{PageRefused, Telar, Unavailable, chance};
use domain::access::{Role, Scope};
use domain::facts::{RoleGranted, RoleWithdrawn, Subject};
use domain::ids::{CohortId, CommandId, GrantId, PersonId};
use domain::people::{PersonName, folded};
pub use store::GrantRow;
use store::{NewFact, PersonRow, Purpose, Reading};

/// How many people a search shows.
const MOST_FOUND: usize = 50;

/// People whose names hold what was looked for.
#[derive(Clone, Debug)]
pub struct FoundPeople {
    pub people: Vec<PersonRow>,
    /// There are more than are shown.
    pub more: bool,
}

/// Somebody, as the administrator sees her.
#[derive(Clone, Debug)]
pub struct PersonPage {
    pub person: PersonRow,
    pub roles: Vec<GrantRow>,
    /// Names of the cohorts where she learns.
    pub learns_in: Vec<String>,
    /// Cohorts in which a role can be given, the latest first.
    pub cohorts: Vec<(CohortId, String)>,
}

/// The form, as typed.
#[derive(Clone, Debug)]
pub struct GiveRole {
    pub command: CommandId,
    pub person: PersonId,
    pub role: String,
    /// The cohort where the role holds; none for the whole site, as it is for analysts and administrators.
    pub cohort: Option<CohortId>,
}

#[derive(Debug, thiserror::Error)]
pub enum RoleRefused {
    /// No such person or role, or whoever asks does not administer.
    #[error("not found")]
    NotFound,
    #[error("unknown role")]
    Role,
    #[error("this role needs a cohort")]
    Cohort,
    #[error("she holds that role there already")]
    Held,
    #[error("somebody has to administer the site")]
    LastAdministrator,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(RoleRefused);

/// How many cohorts a form offers, those that began last.
const COHORTS_OFFERED: u64 = 50;

impl Telar {
    /// Nobody where nothing was looked for: 100,000 names help nobody.
    pub async fn find_people(&self, visitor: &Visitor, words: &str) -> Result<FoundPeople, PageRefused> {
        if !visitor.grants.is_administrator() {
            return Err(PageRefused::NotFound);
        }
        let looked_for = folded(words);
        if looked_for.is_empty() {
            return Ok(FoundPeople { people: Vec::new(), more: false });
        }
        self.read(move |reading| {
            let mut people = reading.people_named(&looked_for, MOST_FOUND as u64 + 1)?;
            let more = people.len() > MOST_FOUND;
            people.truncate(MOST_FOUND);
            let known = known(reading)?;
            people.iter_mut().for_each(|it| it.organisation = known.name_of(&it.organisation).to_owned());
            Ok(FoundPeople { people, more })
        })
        .await
    }

    pub async fn person_page(&self, visitor: &Visitor, person: PersonId) -> Result<PersonPage, PageRefused> {
        if !visitor.grants.is_administrator() {
            return Err(PageRefused::NotFound);
        }
        self.read(move |reading| {
            let mut row = reading.person(person)?.ok_or(PageRefused::NotFound)?;
            row.organisation = known(reading)?.name_of(&row.organisation).to_owned();
            Ok(PersonPage {
                person: row,
                roles: reading.roles_of(person)?,
                learns_in: reading.enrolments(person)?.into_iter().map(|it| it.cohort_name).collect(),
                cohorts: reading.cohort_names(COHORTS_OFFERED)?,
            })
        })
        .await
    }

    /// Gives a role to somebody who is registered. The same form twice gives it once.
    pub async fn give_role(&self, by: PersonId, it: GiveRole) -> Result<(), RoleRefused> {
        let role: Role = it.role.parse().map_err(|()| RoleRefused::Role)?;
        let scope = role_scope(role, it.cohort).ok_or(RoleRefused::Cohort)?;
        let grant: GrantId = chance::id(self.now())?;
        self.write(move |writing| {
            let command = Command::new(it.command, Some(by), "give role", &(it.person, role, scope));
            match command.before::<GrantId>(writing)? {
                Ok(Some(_)) => return Ok(()),
                Ok(None) => administers(writing, by)?,
                Err(OtherContent) => return Err(RoleRefused::OtherContent),
            }
            writing.person(it.person)?.ok_or(RoleRefused::NotFound)?;
            if let Scope::Cohort(cohort) = scope
                && writing.cohort(cohort)?.is_none()
            {
                return Err(RoleRefused::Cohort);
            }
            let held = writing.grants(it.person)?.0;
            if held.iter().any(|grant| grant.role == role && grant.scope == scope) {
                return Err(RoleRefused::Held);
            }
            let what = RoleGranted { grant, role, scope }.into();
            writing.record(vec![NewFact { actor: Some(by), about: Subject::Person(it.person), what }])?;
            command.answer(writing, &grant)?;
            Ok(())
        })
        .await
    }

    /// Takes a role away, at once on all her devices; what she did with it stays. Returns whose it was. Saying so twice changes nothing,
    /// and says so by not finding it.
    pub async fn withdraw_role(&self, by: PersonId, grant: GrantId) -> Result<PersonId, RoleRefused> {
        self.write(move |writing| {
            administers(writing, by)?;
            let row = writing.role(grant)?.ok_or(RoleRefused::NotFound)?;
            let administrators = writing.administrators()?;
            if !writing.grants(row.person)?.can_lose(row.grant, administrators) {
                return Err(RoleRefused::LastAdministrator);
            }
            let what = RoleWithdrawn { grant }.into();
            writing.record(vec![NewFact { actor: Some(by), about: Subject::Person(row.person), what }])?;
            Ok(row.person)
        })
        .await
    }

    /// A link that enters once, for whoever lost her phone and has no slip.
    pub async fn link_for(&self, by: PersonId, person: PersonId) -> Result<(PersonName, EntryLink), RoleRefused> {
        let token = chance::token()?;
        self.write(move |writing| {
            administers(writing, by)?;
            let row = writing.person(person)?.ok_or(RoleRefused::NotFound)?;
            Ok((row.name, new_link(writing, Purpose::Enter, Some(person), (&token, LINK_LASTS))?))
        })
        .await
    }
}

/// Where a role holds: analysts and administrators everywhere, the others in a cohort. None where it is not said.
pub(super) fn role_scope(role: Role, cohort: Option<CohortId>) -> Option<Scope> {
    match (role, cohort) {
        (Role::Analyst | Role::Administrator, _) => Some(Scope::Site),
        (_, Some(cohort)) => Some(Scope::Cohort(cohort)),
        (_, None) => None,
    }
}

fn administers(reading: &mut Reading<'_>, by: PersonId) -> Result<(), RoleRefused> {
    if reading.grants(by)?.is_administrator() { Ok(()) } else { Err(RoleRefused::NotFound) }
}
