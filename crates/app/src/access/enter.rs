//! Entering with what one types: the code of a slip, or one's telephone or e-mail where nobody else gave the same; and the slip's PIN or
//! one's own password. Guessing is slowed by account, never by address: a whole class shares one hotspot.

use super::{NewSession, begin};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance};
use domain::Moment;
use domain::ids::PersonId;
use domain::moment::Span;
use domain::people::{Email, Phone};
use store::{Reading, StoreError, Writing};

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

/// Who is meant, and which of her secrets was typed.
enum Typed {
    Pin,
    Password,
}

/// A PIN is six digits; a password never is, since it would be too easy to guess.
fn typed(secret: &str) -> (Typed, String) {
    let digits: String = secret.chars().filter(char::is_ascii_digit).collect();
    let only_digits = secret.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || c == '-');
    if only_digits && digits.len() <= 6 { (Typed::Pin, digits) } else { (Typed::Password, secret.to_owned()) }
}

/// Whom somebody means. None where nobody is, or more than one: then only a code tells them apart.
fn meant(reading: &mut Reading<'_>, name: &str) -> Result<Option<PersonId>, StoreError> {
    if let Ok(email) = Email::parse(name) {
        return Ok(only(reading.people_by_email(email.as_str())?));
    }
    let code: String =
        name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).take(16).collect();
    if let Some(row) = reading.person_by_entry_code(&code)? {
        return Ok(Some(row.person));
    }
    match Phone::parse(name) {
        Ok(phone) => Ok(only(reading.people_by_phone(phone.as_str())?)),
        Err(_) => Ok(None),
    }
}

/// One, where there is one alone.
pub(super) fn only(people: Vec<PersonId>) -> Option<PersonId> {
    match people.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

impl Telar {
    pub async fn enter(&self, name: &str, secret: &str, device: &str) -> Result<NewSession, EnterRefused> {
        let name: String = name.trim().chars().take(254).collect();
        let (kind, secret) = typed(&secret.chars().take(256).collect::<String>());
        let now = self.now();
        // Whoever has to wait is told so by a read: a flood of guesses does not fill the writer's queue.
        let asked = name.clone();
        let (person, limit) = self
            .read::<_, EnterRefused>(move |reading| {
                let person = meant(reading, &asked)?;
                // One account has one count, by whichever name it is tried; who is nobody has one by the name.
                let limit = person.map_or_else(|| format!("pin:{}", asked.to_uppercase()), |it| format!("pin:{it}"));
                tried(reading.limit(&limit)?, now)?;
                Ok((person, limit))
            })
            .await?;
        let counted = limit.clone();
        let (hash, (count, until)) = self
            .write::<_, EnterRefused>(move |writing| {
                let counted = count(writing, &counted)?;
                let hash = match (person, kind) {
                    (Some(person), Typed::Pin) => writing.pin(person)?,
                    (Some(person), Typed::Password) => writing.password(person)?,
                    (None, _) => None,
                };
                Ok((hash, counted))
            })
            .await?;
        let right = self.is_secret(secret, hash).await?;
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
pub(super) fn count(writing: &mut Writing<'_>, limit: &str) -> Result<(u32, Moment), EnterRefused> {
    let now = writing.now();
    let count = tried(writing.limit(limit)?, now)? + 1;
    let over = count.saturating_sub(FREE).min(6);
    let wait = if count >= FREE { Span(Span::minutes(1).0 << over).min(LONGEST) } else { Span::days(1) };
    writing.set_limit(limit, count, now + wait)?;
    Ok((count, now + wait))
}
