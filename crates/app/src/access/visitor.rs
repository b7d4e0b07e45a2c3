//! Who is asking, from the cookie.

use super::{SessionId, token_hash};
use crate::{Telar, Unavailable, data_use};
use domain::Moment;
use domain::access::Grants;
use domain::data_use::Allowance;
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
    /// Her own limit of data and where she is in this month; none where she set none.
    pub allowance: Option<Allowance>,
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
        let (hash, today, at) = (token_hash(token), self.today(), self.now());
        let seen_as = hash.clone();
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
                    allowance: data_use::allowance(reading, session.person, today)?,
                };
                Ok(Some((visitor, session.seen)))
            })
            .await?;
        let Some((mut visitor, seen)) = found else {
            self.meter().forget(&seen_as);
            return Ok(None);
        };
        self.meter().learn(seen_as, visitor.person);
        if let Some(allowance) = &mut visitor.allowance {
            allowance.used +=
                self.meter().not_yet_kept(visitor.person, today).iter().map(|it| it.bytes.total()).sum::<u64>();
        }
        if self.now() - seen > SEEN_EVERY {
            let session = visitor.session.0;
            // A full disk must not keep her from reading.
            let _ = self.write::<_, Unavailable>(move |writing| Ok(writing.see_session(session)?)).await;
        }
        Ok(Some(visitor))
    }
}
