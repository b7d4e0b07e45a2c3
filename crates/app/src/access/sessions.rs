//! Sessions: one a device.

use super::supports::{end_all_of, end_in_session};
use super::token_hash;
use crate::{Telar, Unavailable, chance};
use domain::Moment;
use domain::ids::PersonId;
use store::{SessionRow, StoreError, Writing};
use uuid::Uuid;

/// A session's public name: it shows in the list of devices and opens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionId(pub Uuid);

impl std::fmt::Display for SessionId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}

impl std::str::FromStr for SessionId {
    type Err = uuid::Error;
    fn from_str(s: &str) -> Result<Self, uuid::Error> {
        Uuid::parse_str(s).map(Self)
    }
}

/// A session that has just begun; the token is for the cookie and is known nowhere else.
#[derive(Clone, Debug)]
pub struct NewSession {
    pub token: String,
    pub person: PersonId,
}

/// A device on which she is signed in.
#[derive(Clone, Debug)]
pub struct Device {
    pub session: SessionId,
    /// «Chrome · Android», as the browser said.
    pub label: String,
    pub created: Moment,
    pub seen: Moment,
}

/// Begins a session inside a write that is under way.
pub(crate) fn begin(
    writing: &mut Writing<'_>,
    person: PersonId,
    device: &str,
    token: &str,
) -> Result<NewSession, StoreError> {
    let now = writing.now();
    let row = SessionRow {
        session: Uuid::new_v4(),
        person,
        label: device.chars().filter(|c| !c.is_control()).take(80).collect(),
        created: now,
        seen: now,
        away: false,
    };
    writing.add_session(&token_hash(token), &row)?;
    Ok(NewSession { token: token.to_owned(), person })
}

/// Ends a session of this person, and what it shows of another.
pub(super) fn end(writing: &mut Writing<'_>, person: PersonId, session: Uuid) -> Result<(), StoreError> {
    end_in_session(writing, (person, session))?;
    writing.end_session(person, session)
}

impl Telar {
    pub(crate) async fn begin_session(&self, person: PersonId, device: &str) -> Result<NewSession, Unavailable> {
        let (device, token) = (device.to_owned(), chance::token()?);
        self.write(move |writing| Ok(begin(writing, person, &device, &token)?)).await
    }

    /// She left by «salir rápido»: until she comes back, her pages show nothing.
    pub async fn leave_quickly(&self, session: SessionId) -> Result<(), Unavailable> {
        self.write(move |writing| Ok(writing.set_away(session.0, true)?)).await
    }

    pub async fn come_back(&self, session: SessionId) -> Result<(), Unavailable> {
        self.write(move |writing| Ok(writing.set_away(session.0, false)?)).await
    }

    /// Ends this session. Whoever sees her pages to help her sees them no longer: she is not here to say when it is enough.
    pub async fn sign_out(&self, visitor: &super::Visitor) -> Result<(), Unavailable> {
        let (owner, session, herself) = (visitor.owner(), visitor.session, visitor.acting.is_none());
        self.write(move |writing| {
            if herself {
                end_all_of(writing, owner)?;
            }
            Ok(end(writing, owner, session.0)?)
        })
        .await
    }

    /// Ends one of her own sessions.
    pub async fn sign_out_device(&self, person: PersonId, session: SessionId) -> Result<(), Unavailable> {
        self.write(move |writing| Ok(end(writing, person, session.0)?)).await
    }

    pub async fn devices(&self, person: PersonId) -> Result<Vec<Device>, Unavailable> {
        self.read(move |reading| {
            let rows = reading.sessions(person)?;
            let device = |row: SessionRow| Device {
                session: SessionId(row.session),
                label: row.label,
                created: row.created,
                seen: row.seen,
            };
            Ok(rows.into_iter().map(device).collect())
        })
        .await
    }
}
