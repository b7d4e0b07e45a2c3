//! A living demonstration: a cohort of 34 fictional people at different points of the programme, made through the same use
//! cases as real people, on the days on which they would have come.

mod answers;
mod organisations;
mod people;
mod populate;
mod staff;

pub use populate::{DemonstrationFailed, populate};

use crate::access::NewSession;
use crate::command::Command;
use crate::{Telar, Unavailable};
use domain::certificates::{Endorsement, Signatory};
use domain::ids::{CommandId, PersonId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Who stands behind the demonstration's certificates: institutions and people that do not exist.
pub fn endorsement() -> Endorsement {
    let signatory = |name: &str, post: &str| Signatory { name: name.into(), post: post.into() };
    Endorsement {
        endorsers: vec!["Instituto de Formación de Ejemplo".into(), "Universidad de Ejemplo".into()],
        signatories: vec![
            signatory("Verónica Chub Macz", "Coordinadora del programa"),
            signatory("Ana Lucía Morales Tzoc", "Directora, Organización de demostración"),
        ],
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DemoRole {
    Learner,
    Facilitator,
    Assessor,
    Coordinator,
    Analyst,
    Administrator,
}

impl DemoRole {
    pub const ALL: [DemoRole; 6] =
        [Self::Learner, Self::Facilitator, Self::Assessor, Self::Coordinator, Self::Analyst, Self::Administrator];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Learner => "learner",
            Self::Facilitator => "facilitator",
            Self::Assessor => "assessor",
            Self::Coordinator => "coordinator",
            Self::Analyst => "analyst",
            Self::Administrator => "administrator",
        }
    }
}

impl std::str::FromStr for DemoRole {
    type Err = ();
    fn from_str(s: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|role| role.as_str() == s).ok_or(())
    }
}

/// Who plays which role.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cast(pub BTreeMap<DemoRole, PersonId>);

/// The command under which the cast is kept in the store, so that a second start finds it.
const CAST: CommandId = CommandId(Uuid::from_u128(0x7e1a_de30_0000_7000_8000_0000_0000_0001));

impl Telar {
    /// The cast of a demonstration that was made on this store before.
    async fn known_cast(&self) -> Result<Option<Cast>, Unavailable> {
        let command = Command::new(CAST, None, "demonstration", &());
        self.write(move |writing| Ok(command.before::<Cast>(writing)?.unwrap_or(None))).await
    }

    async fn keep_cast(&self, cast: Cast) -> Result<(), Unavailable> {
        let command = Command::new(CAST, None, "demonstration", &());
        self.write(move |writing| Ok(command.answer(writing, &cast)?)).await
    }

    /// Signs in as a role of the demonstration; nothing on a site that is none.
    pub async fn demo_session(&self, role: DemoRole, device: &str) -> Result<Option<NewSession>, Unavailable> {
        if !self.is_demo() {
            return Ok(None);
        }
        match self.cast(|cast| cast.0.get(&role).copied()) {
            Some(person) => self.begin_session(person, device).await.map(Some),
            None => Ok(None),
        }
    }
}
