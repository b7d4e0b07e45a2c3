//! Entering with the code and the PIN of a printed slip. Guessing is slowed by account, never by address: a whole class
//! shares one hotspot.

use super::{NewSession, begin};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance};
use domain::Moment;
use domain::moment::Span;
use store::Writing;

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
        let (now, asked, counted) = (self.now(), limit.clone(), limit.clone());
        // Whoever has to wait is told so by a read: a flood of guesses does not fill the writer's queue.
        self.read(move |reading| tried(reading.limit(&asked)?, now).map(drop)).await?;
        let (person, hash, (count, until)) = self
            .write::<_, EnterRefused>(move |writing| {
                let counted = count(writing, &counted)?;
                let person = writing.person_by_entry_code(&code)?.map(|it| it.person);
                let hash = person.map(|person| writing.pin(person)).transpose()?.flatten();
                Ok((person, hash, counted))
            })
            .await?;
        let right = self.is_secret(pin, hash).await?;
        match person.filter(|_| right) {
            Some(person) => {
                let (device, token) = (device.to_owned(), chance::token()?);
                self.write(move |writing| {
                    writing.clear_limit(&limit)?;
                    Ok(begin(writing, person, &device, &token)?)
                })
                .await
            }
            None if count >= FREE => Err(EnterRefused::TooMany { until }),
            None => Err(EnterRefused::Wrong),
        }
    }
}

/// How often this account was tried, where it does not have to wait now.
fn tried(limit: Option<(u32, Moment)>, now: Moment) -> Result<u32, EnterRefused> {
    match limit {
        Some((count, until)) if count >= FREE && until > now => Err(EnterRefused::TooMany { until }),
        other => Ok(other.map_or(0, |(count, _)| count)),
    }
}

/// Counts a try as wrong before its PIN is looked at, in the write that asks whether there may be one; the right PIN takes
/// the count back. So a thousand guesses at once are no more than five in turn, and no more than five wait for a turn to be
/// hashed: those who enter meanwhile with another code do not wait for the rest.
fn count(writing: &mut Writing<'_>, limit: &str) -> Result<(u32, Moment), EnterRefused> {
    let now = writing.now();
    let count = tried(writing.limit(limit)?, now)? + 1;
    let over = count.saturating_sub(FREE).min(6);
    let wait = if count >= FREE { Span(Span::minutes(1).0 << over).min(LONGEST) } else { Span::days(1) };
    writing.set_limit(limit, count, now + wait)?;
    Ok((count, now + wait))
}
