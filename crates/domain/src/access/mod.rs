//! Roles: what a person may do, and where. It must not know routes or pages.

use crate::ids::{CohortId, PersonId};
use crate::moment::Span;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How long a code can be used by which somebody lets a helper see her pages.
pub const SUPPORT_CODE_LASTS: Span = Span::minutes(15);
/// How long a helper sees them at most.
pub const SUPPORT_LASTS: Span = Span::minutes(30);

/// A role that is granted. Being a learner is not granted: it follows from being enrolled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Facilitator,
    Assessor,
    Coordinator,
    Analyst,
    Administrator,
}

impl Role {
    pub const ALL: [Role; 5] =
        [Self::Facilitator, Self::Assessor, Self::Coordinator, Self::Analyst, Self::Administrator];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Facilitator => "facilitator",
            Self::Assessor => "assessor",
            Self::Coordinator => "coordinator",
            Self::Analyst => "analyst",
            Self::Administrator => "administrator",
        }
    }
}

impl std::str::FromStr for Role {
    type Err = ();
    fn from_str(s: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|role| role.as_str() == s).ok_or(())
    }
}

/// An opaque marker of a person for what her phone keeps, so that somebody else on the same phone neither sends nor sees it.
/// Her id cannot be told from it.
pub fn marker(person: PersonId) -> String {
    let marker = Uuid::new_v5(&person.0, b"answers kept on a phone").simple().to_string();
    marker[..16].to_owned()
}

/// Where a role holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    Site,
    Cohort(CohortId),
}

/// One role of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    pub role: Role,
    pub scope: Scope,
}

/// What a person may do, from her grants.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grants(pub Vec<Grant>);

impl Grants {
    pub fn has(&self, role: Role) -> bool {
        self.0.iter().any(|grant| grant.role == role)
    }

    pub fn is_administrator(&self) -> bool {
        self.0.iter().any(|grant| grant.role == Role::Administrator && grant.scope == Scope::Site)
    }

    fn holds(&self, role: Role, cohort: CohortId) -> bool {
        self.0
            .iter()
            .any(|grant| grant.role == role && (grant.scope == Scope::Site || grant.scope == Scope::Cohort(cohort)))
    }

    /// Whether this role can be taken from her, when so many administer the site: somebody always does.
    pub fn can_lose(&self, grant: Grant, administrators: u64) -> bool {
        let administers = grant.role == Role::Administrator && grant.scope == Scope::Site;
        let times = self.0.iter().filter(|it| **it == grant).count();
        !administers || administrators > 1 || times > 1
    }

    /// Whether she may see the people of a cohort and how far they are.
    pub fn sees_people_of(&self, cohort: CohortId) -> bool {
        self.is_administrator()
            || [Role::Facilitator, Role::Assessor, Role::Coordinator].iter().any(|role| self.holds(*role, cohort))
    }

    /// Whether she runs a cohort: its link, its slips, its people.
    pub fn runs(&self, cohort: CohortId) -> bool {
        self.is_administrator() || self.holds(Role::Coordinator, cohort)
    }

    /// Whether she hands people of a cohort links that enter once.
    pub fn hands_links(&self, cohort: CohortId) -> bool {
        self.runs(cohort) || self.holds(Role::Facilitator, cohort)
    }

    /// Whether what she hands out may enter as somebody with these roles: with a link for an administrator one would be one.
    pub fn may_let_in(&self, other: &Self) -> bool {
        self.is_administrator() || !other.is_staff()
    }

    /// By which of her roles she may see what a person sees who asks her to, when that person has these roles and is in these cohorts;
    /// none where she may not. Whoever has a role is helped by administrators alone: her pages are more than a learner's.
    pub fn helps(&self, other: &Self, cohorts: &[CohortId]) -> Option<Role> {
        if !self.may_let_in(other) {
            return None;
        }
        let of_cohort = |role| cohorts.iter().any(|cohort| self.holds(role, *cohort));
        let role = [Role::Coordinator, Role::Facilitator].into_iter().find(|role| of_cohort(*role));
        role.or(self.is_administrator().then_some(Role::Administrator))
    }

    /// Whether there may be anybody whom she helps.
    pub fn helps_somebody(&self) -> bool {
        self.is_administrator() || self.has(Role::Coordinator) || self.has(Role::Facilitator)
    }

    /// Whether she may see numbers without people.
    pub fn sees_numbers(&self) -> bool {
        self.is_administrator() || self.has(Role::Analyst)
    }

    /// Whether any of her roles is about other people: she then has a desk.
    pub fn is_staff(&self) -> bool {
        !self.0.is_empty()
    }
}
