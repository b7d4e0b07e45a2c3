//! A password of one's own, beside the PIN of a slip: for who likes to type one, and for staff who enter from many machines.

use super::SessionId;
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable};
use domain::ids::PersonId;

/// The shortest and the longest, in characters.
const SHORTEST: usize = 8;
const LONGEST: usize = 128;

#[derive(Debug, thiserror::Error)]
pub enum PasswordRefused {
    #[error("8 to 128 characters")]
    Length,
    /// Guessed in less than 10^8 tries, as zxcvbn reckons: score 0 to 2 of 4.
    #[error("too easy to guess")]
    Weak,
    #[error("the two are not the same")]
    Differs,
    /// The one that stands has to be said first.
    #[error("wrong password")]
    Wrong,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(PasswordRefused);

/// What is typed to set one.
#[derive(Clone, Default)]
pub struct NewPassword {
    /// The one that stands; empty where there is none.
    pub current: String,
    pub new: String,
    pub again: String,
}

/// How many wrong passwords somebody who is signed in may say before she waits.
const LIMIT: &str = "password";

impl Telar {
    /// The code by which she enters.
    pub async fn entry_code(&self, person: PersonId) -> Result<String, Unavailable> {
        self.read(move |reading| Ok(reading.person(person)?.map_or_else(String::new, |row| row.entry_code))).await
    }

    pub async fn has_password(&self, person: PersonId) -> Result<bool, Unavailable> {
        self.read(move |reading| Ok(reading.password(person)?.is_some())).await
    }

    /// Sets her password, and ends her sessions on every other device: whoever was in with the old one is out.
    pub async fn set_password(
        &self,
        (person, session): (PersonId, SessionId),
        it: NewPassword,
    ) -> Result<(), PasswordRefused> {
        self.say_current(person, it.current).await?;
        if it.new != it.again {
            return Err(PasswordRefused::Differs);
        }
        if !(SHORTEST..=LONGEST).contains(&it.new.chars().count()) {
            return Err(PasswordRefused::Length);
        }
        let known = self
            .read::<_, Unavailable>(move |reading| {
                let row = reading.person(person)?;
                Ok(row.map_or_else(Vec::new, |row| {
                    vec![row.name.as_str().to_lowercase(), row.organisation.to_lowercase(), row.entry_code]
                }))
            })
            .await?;
        let new = it.new.clone();
        // zxcvbn takes its time over a long text: off the threads that answer others.
        let strong = self.off(move || is_strong(&new, &known)).await?;
        if !strong {
            return Err(PasswordRefused::Weak);
        }
        let hash = self.hash(it.new).await?;
        self.write(move |writing| {
            writing.set_password(person, &hash)?;
            for row in writing.sessions(person)? {
                if row.session != session.0 {
                    super::sessions::end(writing, person, row.session)?;
                }
            }
            Ok(())
        })
        .await
    }

    /// She enters without one again.
    pub async fn drop_password(&self, person: PersonId, current: String) -> Result<(), PasswordRefused> {
        self.say_current(person, current).await?;
        self.write(move |writing| Ok(writing.drop_password(person)?)).await
    }

    /// Where one stands it has to be said: a phone that was left open does not give the account away.
    async fn say_current(&self, person: PersonId, current: String) -> Result<(), PasswordRefused> {
        let hash = self.read::<_, Unavailable>(move |reading| Ok(reading.password(person)?)).await?;
        let Some(hash) = hash else { return Ok(()) };
        let limit = format!("{LIMIT}:{person}");
        let counted = limit.clone();
        self.write::<_, super::EnterRefused>(move |writing| super::enter::count(writing, &counted))
            .await
            .map_err(|_| PasswordRefused::Wrong)?;
        if !self.is_secret(current, Some(hash)).await? {
            return Err(PasswordRefused::Wrong);
        }
        self.write(move |writing| Ok(writing.clear_limit(&limit)?)).await
    }
}

/// Whether it takes 10^8 tries or more to guess it, by somebody who knows her name, her place of work and her code.
fn is_strong(password: &str, known: &[String]) -> bool {
    let words: Vec<&str> = known.iter().flat_map(|text| text.split_whitespace()).collect();
    zxcvbn::zxcvbn(password, &words).score() >= zxcvbn::Score::Three
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_easy_to_guess_is_refused() {
        let known = ["marta xol".to_owned(), "puesto de salud chamil".to_owned(), "K7M2QP".to_owned()];
        for weak in ["password", "12345678", "Guatemala2026", "martaxol1", "chamil2026", "qwertyuiop"] {
            assert!(!is_strong(weak, &known), "{weak}");
        }
        for strong in ["tres loros cruzan el puente", "Hilo-de-maguey-verde-9"] {
            assert!(is_strong(strong, &known), "{strong}");
        }
    }
}
