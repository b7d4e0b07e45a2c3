//! Entering with the code and the PIN of a printed slip. Guessing is slowed by account, never by address: a whole class
//! shares one hotspot.

use super::NewSession;
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable};
use domain::Moment;
use domain::moment::Span;

/// How many wrong PINs before the account waits, and how long: five, then 1, 2, 4… minutes, an hour at most. A PIN of
/// six digits then takes a guesser years.
const FREE: u32 = 5;
const LONGEST: Span = Span::hours(1);

#[derive(Debug, thiserror::Error)]
pub enum EnterRefused {
    #[error("wrong code or PIN")]
    Wrong,
    #[error("too many tries")]
    TooMany { until: Moment },
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(EnterRefused);

impl Telar {
    pub async fn enter_with_pin(&self, code: &str, pin: &str, device: &str) -> Result<NewSession, EnterRefused> {
        let code: String =
            code.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).take(12).collect();
        let pin: String = pin.chars().filter(char::is_ascii_digit).take(12).collect();
        let limit = format!("pin:{code}");
        let (now, wanted, counted) = (self.now(), code.clone(), limit.clone());
        // Each try is counted before its PIN is looked at, in one write: a hundred sent at once are a hundred tries, and those
        // over the limit wait for no hash.
        let (person, hash, waits) = self
            .write::<_, EnterRefused>(move |writing| {
                let tried = writing.limit(&counted)?;
                if let Some((count, until)) = tried
                    && count >= FREE
                    && until > now
                {
                    return Err(EnterRefused::TooMany { until });
                }
                let count = tried.map_or(0, |(count, _)| count).saturating_add(1);
                let over = count.saturating_sub(FREE).min(6);
                let wait = if count >= FREE { Span(Span::minutes(1).0 << over).min(LONGEST) } else { Span::days(1) };
                let until = now + wait;
                writing.set_limit(&counted, count, until)?;
                let person = writing.person_by_entry_code(&wanted)?.map(|it| it.person);
                let hash = person.map(|person| writing.pin(person)).transpose()?.flatten();
                Ok((person, hash, (count >= FREE).then_some(until)))
            })
            .await?;
        let right = self.is_secret(pin, hash).await?;
        match person.filter(|_| right) {
            Some(person) => {
                self.write::<_, EnterRefused>(move |writing| Ok(writing.clear_limit(&limit)?)).await?;
                Ok(self.begin_session(person, device).await?)
            }
            None => match waits {
                Some(until) => Err(EnterRefused::TooMany { until }),
                None => Err(EnterRefused::Wrong),
            },
        }
    }
}
