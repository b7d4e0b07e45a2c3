//! Who is asking, from the cookie.

use super::{SessionId, token_hash};
use crate::{Telar, Unavailable};
use domain::Moment;
use domain::access::Grants;
use domain::ids::{EnrolmentId, PersonId};
use domain::moment::Span;
use domain::people::PersonName;

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub struct Visitor {
    pub person: PersonId,
    pub session: SessionId,
    pub name: PersonName,
    /// Her language, as she chose it.
    pub language: String,
    pub grants: Grants,
    pub enrolments: Vec<EnrolmentId>,
    /// When she came to the door, by the server's clock.
    pub at: Moment,
    /// She left by «salir rápido» and has not come back.
    pub away: bool,
}

impl Visitor {
    pub fn is_learner(&self) -> bool {
        !self.enrolments.is_empty()
    }
}

/// How fresh «last seen» is kept: writing it at every page would make every read a write.
const SEEN_EVERY: Span = Span::minutes(10);

impl Telar {
    pub async fn visitor(&self, token: &str) -> Result<Option<Visitor>, Unavailable> {
        let (hash, at) = (token_hash(token), self.now());
        let found = self
            .read::<_, Unavailable>(move |reading| {
                let Some(session) = reading.session(&hash)? else { return Ok(None) };
                let Some(person) = reading.person(session.person)? else { return Ok(None) };
                let visitor = Visitor {
                    person: person.person,
                    session: SessionId(session.session),
                    name: person.name,
                    language: person.language,
                    grants: reading.grants(person.person)?,
                    enrolments: reading.enrolments(person.person)?.into_iter().map(|it| it.enrolment).collect(),
                    at,
                    away: session.away,
                };
                Ok(Some((visitor, session.seen)))
            })
            .await?;
        let Some((visitor, seen)) = found else { return Ok(None) };
        if self.now() - seen > SEEN_EVERY {
            let session = visitor.session.0;
            // A full disk must not keep her from reading.
            let _ = self.write::<_, Unavailable>(move |writing| Ok(writing.see_session(session)?)).await;
        }
        Ok(Some(visitor))
    }
}
