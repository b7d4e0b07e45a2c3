//! A helper types the code that she was told: from then on her session shows that person's pages, until it is over.

use super::enter::count;
use super::supports::{end_in_session, may_help};
use super::{EnterRefused, SessionId, Visitor};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance};
use domain::Moment;
use domain::access::SUPPORT_LASTS;
use domain::facts::{Subject, SupportBegun};
use domain::ids::SupportId;
use domain::text::Language;
use store::NewFact;

#[derive(Debug, thiserror::Error)]
pub enum BeginSupportRefused {
    /// There is no such code, it was used, its time is over, or it is of somebody whom she may not help: one answer.
    #[error("no code of somebody whom she helps")]
    Wrong,
    #[error("too many tries")]
    TooMany { until: Moment },
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(BeginSupportRefused);

impl From<EnterRefused> for BeginSupportRefused {
    fn from(refused: EnterRefused) -> Self {
        match refused {
            EnterRefused::Wrong => Self::Wrong,
            EnterRefused::TooMany { until } => Self::TooMany { until },
            EnterRefused::Unavailable(why) => Self::Unavailable(why),
        }
    }
}

impl Telar {
    pub async fn begin_support(&self, visitor: &Visitor, typed: &str) -> Result<(), BeginSupportRefused> {
        let (helper, session) = (visitor.person, visitor.session.0);
        if visitor.acting.is_some() {
            return Err(BeginSupportRefused::Wrong);
        }
        let code: String = typed.chars().filter(char::is_ascii_alphanumeric).take(16).collect();
        let (code, limit) = (code.to_ascii_uppercase(), format!("support:{helper}"));
        let support: SupportId = chance::id(self.now())?;
        let begun = self.write::<_, BeginSupportRefused>(move |writing| {
            let now = writing.now();
            // What is counted stays counted: a wrong code is no refusal of this write.
            let _ = count(writing, &limit)?;
            let found = writing.support_code_is_of(&code)?.filter(|(_, expires)| *expires > now);
            let Some((person, _)) = found else { return Ok(false) };
            let Some(role) = may_help(writing, helper, person)? else { return Ok(false) };
            let Some(row) = writing.person(person)? else { return Ok(false) };
            let what = SupportBegun { support, helper, role, until: now + SUPPORT_LASTS }.into();
            writing.record(vec![NewFact { actor: Some(helper), about: Subject::Person(person), what }])?;
            end_in_session(writing, (helper, session))?;
            writing.drop_support_code(person)?;
            writing.show_support(session, support, &row.language)?;
            writing.clear_limit(&limit)?;
            Ok(true)
        });
        if begun.await? { Ok(()) } else { Err(BeginSupportRefused::Wrong) }
    }

    /// The helper ends it: her session is hers again.
    pub async fn end_acting(&self, visitor: &Visitor) -> Result<(), Unavailable> {
        let (helper, session) = (visitor.owner(), visitor.session.0);
        self.write(move |writing| Ok(end_in_session(writing, (helper, session))?)).await
    }

    /// What a session showed is over; it is its owner's again.
    pub async fn put_support_away(&self, session: SessionId) -> Result<(), Unavailable> {
        self.write(move |writing| Ok(writing.hide_support(session.0)?)).await
    }

    /// The helper reads another person's pages in another language; that person's own stays.
    pub async fn choose_language_acting(&self, session: SessionId, language: &str) -> Result<(), Unavailable> {
        let language: String = language.parse().unwrap_or_else(|_| Language::es()).into();
        self.write(move |writing| Ok(writing.set_support_language(session.0, &language)?)).await
    }
}
