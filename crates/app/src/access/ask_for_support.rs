//! She asks for help: a code to say to whoever helps her, good for minutes and once, and hers to take back.

use super::SupportLine;
use super::supports::end;
use crate::{Telar, Unavailable, chance};
use domain::Moment;
use domain::access::SUPPORT_CODE_LASTS;
use domain::facts::SupportEndedBy;
use domain::ids::{PersonId, SupportId};

/// What her page of help shows.
#[derive(Clone, Debug)]
pub struct SupportPage {
    /// A code that can be used, and until when.
    pub code: Option<(String, Moment)>,
    /// Who looked at her pages, the latest first, ten at most.
    pub lines: Vec<SupportLine>,
}

/// Six of an alphabet of thirty: two people's codes are the same once in 700 million; then another is drawn.
const DRAWS: usize = 4;

impl Telar {
    pub async fn support_page(&self, person: PersonId) -> Result<SupportPage, Unavailable> {
        let now = self.now();
        self.read(move |reading| {
            let code = reading.support_code(person)?.filter(|(_, expires)| *expires > now);
            let lines = reading.supports_of(person)?.into_iter().map(|row| SupportLine::of(row, now)).collect();
            Ok(SupportPage { code, lines })
        })
        .await
    }

    /// In place of any code that she had.
    pub async fn make_support_code(&self, person: PersonId) -> Result<(), Unavailable> {
        let drawn = (0..DRAWS).map(|_| chance::code::<6>()).collect::<Result<Vec<_>, _>>()?;
        self.write(move |writing| {
            let expires = writing.now() + SUPPORT_CODE_LASTS;
            for code in &drawn {
                if writing.support_code_is_of(code)?.is_none_or(|(owner, _)| owner == person) {
                    return Ok(writing.set_support_code(person, code, expires)?);
                }
            }
            Err(Unavailable::Store("no code was free".into()))
        })
        .await
    }

    pub async fn take_support_code_back(&self, person: PersonId) -> Result<(), Unavailable> {
        self.write(move |writing| Ok(writing.drop_support_code(person)?)).await
    }

    /// She ends a look at her pages. What is another's, or over, stays as it is.
    pub async fn end_support(&self, person: PersonId, support: SupportId) -> Result<(), Unavailable> {
        self.write(move |writing| {
            if let Some(row) = writing.support(support)?.filter(|row| row.person == person) {
                end(writing, &row, SupportEndedBy::Person)?;
            }
            Ok(())
        })
        .await
    }
}
