//! Who is asking, from the cookie.

use super::supports::going_on;
use super::{Acting, SessionId, SupportLine, token_hash};
use crate::{Telar, Unavailable, data_use};
use domain::Moment;
use domain::access::Grants;
use domain::data_use::Allowance;
use domain::ids::{EnrolmentId, PersonId};
use domain::moment::Span;
use domain::people::PersonName;
use store::{Reading, SessionRow, StoreError, SupportRow};

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
    /// Where it is a helper's session that shows this person's pages: she changes nothing, and has no roles meanwhile.
    pub acting: Option<Acting>,
    /// What this session showed of another person is over, and she has not been told.
    pub was_acting: bool,
    /// Who sees her pages now. A helper is not told.
    pub seen_by: Vec<SupportLine>,
}

impl Visitor {
    pub fn is_learner(&self) -> bool {
        !self.enrolments.is_empty()
    }

    /// Whose session it is: herself, but for a helper who sees another person's pages.
    pub fn owner(&self) -> PersonId {
        self.acting.map_or(self.person, |acting| acting.helper)
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
                let owner = session.person;
                let beside = reading.session_support((session.session, owner), at)?;
                let was_acting = beside.shows.is_some();
                let shows = match beside.shows {
                    Some((support, language)) => going_on(reading, (owner, support), at)?.map(|row| (row, language)),
                    None => None,
                };
                if let Some((support, language)) = shows {
                    let Some(visitor) = acting(reading, &session, (&support, language), at)? else { return Ok(None) };
                    return Ok(Some((visitor, session.seen)));
                }
                let Some(person) = reading.person(owner)? else { return Ok(None) };
                let seen_by = if beside.is_seen { reading.supports_now(owner, at)? } else { Vec::new() };
                let visitor = Visitor {
                    person: person.person,
                    session: SessionId(session.session),
                    name: person.name,
                    language: person.language,
                    grants: reading.grants(person.person)?,
                    enrolments: reading.enrolments(person.person)?.into_iter().map(|it| it.enrolment).collect(),
                    at,
                    away: session.away,
                    allowance: data_use::allowance(reading, owner, today)?,
                    acting: None,
                    was_acting,
                    seen_by: seen_by.into_iter().map(|row| SupportLine::of(row, at)).collect(),
                };
                Ok(Some((visitor, session.seen)))
            })
            .await?;
        let Some((mut visitor, seen)) = found else {
            self.meter().forget(&seen_as);
            return Ok(None);
        };
        self.meter().learn(seen_as, visitor.owner());
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

/// The helper as she sees it: the other person, without anybody's roles, and without a limit of data, since the bytes are the helper's own.
fn acting(
    reading: &mut Reading<'_>,
    session: &SessionRow,
    (support, language): (&SupportRow, String),
    at: Moment,
) -> Result<Option<Visitor>, StoreError> {
    let Some(person) = reading.person(support.person)? else { return Ok(None) };
    Ok(Some(Visitor {
        person: person.person,
        session: SessionId(session.session),
        name: person.name,
        language,
        grants: Grants::default(),
        enrolments: reading.enrolments(person.person)?.into_iter().map(|it| it.enrolment).collect(),
        at,
        away: session.away,
        allowance: None,
        acting: Some(Acting { support: support.support, helper: support.helper, until: support.until }),
        was_acting: false,
        seen_by: Vec::new(),
    }))
}
