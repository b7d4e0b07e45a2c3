//! Keys on people's phones: a person's list, and what making one and entering by one have in common. The store holds their public halves;
//! what signs never leaves the phone.

use super::relying::unwritten;
use crate::{Telar, Unavailable};
use domain::Moment;
use domain::ids::PersonId;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use store::PasskeyRow;
use uuid::Uuid;
use webauthn_rs::prelude::{Passkey, WebauthnError};

/// A key's public name: it shows in the list and opens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PasskeyId(pub Uuid);

impl std::fmt::Display for PasskeyId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}

impl std::str::FromStr for PasskeyId {
    type Err = uuid::Error;
    fn from_str(s: &str) -> Result<Self, uuid::Error> {
        Uuid::parse_str(s).map(Self)
    }
}

/// A key that enters as her.
#[derive(Clone, Debug)]
pub struct PasskeyLine {
    pub passkey: PasskeyId,
    /// As she called it.
    pub label: String,
    pub made: Moment,
    /// When it last entered; none where it never has.
    pub used: Option<Moment>,
}

impl Telar {
    /// Hers, oldest first.
    pub async fn passkeys(&self, person: PersonId) -> Result<Vec<PasskeyLine>, Unavailable> {
        self.read(move |reading| {
            let line = |row: PasskeyRow| PasskeyLine {
                passkey: PasskeyId(row.passkey),
                label: row.label,
                made: row.made,
                used: row.used,
            };
            Ok(reading.passkeys(person)?.into_iter().map(line).collect())
        })
        .await
    }

    /// Takes away one of her own keys: from now on it opens nothing. Sessions that it began stay until they are signed out.
    pub async fn remove_passkey(&self, person: PersonId, passkey: PasskeyId) -> Result<(), Unavailable> {
        self.write(move |writing| Ok(writing.remove_passkey(person, passkey.0)?)).await
    }

    /// The name by which a person's phone knows her; it says nothing about her, and is the same for each of her keys, so that on one
    /// phone a new key takes the place of the old one.
    pub(super) async fn passkey_handle(&self, person: PersonId) -> Result<Uuid, Unavailable> {
        let secret = self.read::<_, Unavailable>(|reading| Ok(reading.outbox_secret()?)).await?;
        Ok(handle(&secret, person))
    }
}

/// By what a key is found: its phone's name for it can be long, and opens nothing.
pub(super) fn found_by(credential: &[u8]) -> String {
    crate::chance::hex(&Sha256::digest(credential))
}

pub(super) fn read(kept: &str) -> Result<Passkey, Unavailable> {
    serde_json::from_str(kept).map_err(unwritten)
}

pub(super) fn written(value: &impl serde::Serialize) -> Result<String, Unavailable> {
    serde_json::to_string(value).map_err(unwritten)
}

/// Notes why one was refused: the reason's name alone, since what came with it is somebody's.
pub(super) fn note(why: &WebauthnError) {
    let whole = format!("{why:?}");
    let cause = whole.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    tracing::info!(cause, "a key on a phone was refused");
}

/// 16 of 32 bytes, from the site's secret; the words before the id keep this apart from the outbox's key.
fn handle(secret: &[u8; 32], person: PersonId) -> Uuid {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(secret).unwrap_or_else(|_| unreachable!("a key of any length is taken"));
    mac.update(b"telar passkey handle 1\0");
    mac.update(person.0.as_bytes());
    let bytes: [u8; 32] = mac.finalize().into_bytes().into();
    let mut first = [0; 16];
    first.copy_from_slice(&bytes[..16]);
    Uuid::from_bytes(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_is_one_persons_of_one_site_for_ever() {
        let person = |n| PersonId(Uuid::from_u128(n));
        assert_ne!(handle(&[7; 32], person(1)), handle(&[7; 32], person(2)));
        assert_ne!(handle(&[7; 32], person(1)), handle(&[8; 32], person(1)));
        // Phones hold it: with another, no key that was made before would open anything.
        assert_eq!(handle(&[7; 32], person(1)).to_string(), "f94db54b-d163-204e-01b9-1ceea4428058");
    }
}
