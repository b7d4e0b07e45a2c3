//! Numbers of identity documents: sealed with a key that is not in the data folder, found again by a keyed hash, never shown whole and
//! never exported. Without a key the number is not asked for at all.

use crate::{Telar, Unavailable, chance};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305, XNonce};
use domain::ids::PersonId;
use domain::people::{Cui, CuiDoubt};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use store::Writing;

/// The key of the site for these numbers: 32 bytes, from which one key seals and another finds.
#[derive(Clone)]
pub struct IdentityKey {
    seals: [u8; 32],
    finds: [u8; 32],
}

#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("a key is 32 bytes as 64 hexadecimal digits")]
pub struct NotAKey;

impl IdentityKey {
    /// Reads the key as a file holds it: 64 hexadecimal digits, spaces around them not counted.
    pub fn parse(text: &str) -> Result<Self, NotAKey> {
        let digits = text.trim().as_bytes();
        if digits.len() != 64 {
            return Err(NotAKey);
        }
        let mut key = [0; 32];
        for (byte, pair) in key.iter_mut().zip(digits.chunks(2)) {
            let pair = std::str::from_utf8(pair).map_err(|_| NotAKey)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| NotAKey)?;
        }
        Ok(Self::of(&key))
    }

    /// A fresh key, as a file holds it.
    pub fn draw() -> Result<String, Unavailable> {
        Ok(chance::hex(&chance::bytes::<32>()?))
    }

    fn of(key: &[u8; 32]) -> Self {
        Self { seals: derived(key, b"telar identity seal 1\0"), finds: derived(key, b"telar identity find 1\0") }
    }

    /// The digits, sealed for one person: a sealed number that is moved to another person's row does not open.
    fn seal(&self, person: PersonId, cui: &Cui) -> Result<String, Unavailable> {
        let nonce = chance::bytes::<24>()?;
        let cipher = XChaCha20Poly1305::new((&self.seals).into());
        let payload = Payload { msg: cui.digits().as_bytes(), aad: person.0.as_bytes() };
        let sealed = cipher
            .encrypt(XNonce::from_slice(&nonce), payload)
            .map_err(|_| Unavailable::Store("an identity number could not be sealed".into()))?;
        Ok(BASE64.encode([nonce.as_slice(), &sealed].concat()))
    }

    /// None where the key is another one, or the row was changed.
    fn open(&self, person: PersonId, sealed: &str) -> Option<Cui> {
        let bytes = BASE64.decode(sealed).ok()?;
        let (nonce, sealed) = bytes.split_at_checked(24)?;
        let cipher = XChaCha20Poly1305::new((&self.seals).into());
        let payload = Payload { msg: sealed, aad: person.0.as_bytes() };
        let digits = cipher.decrypt(XNonce::from_slice(nonce), payload).ok()?;
        Cui::read(std::str::from_utf8(&digits).ok()?)
    }

    /// The same for the same number, whoever gives it.
    fn keyed(&self, cui: &Cui) -> String {
        chance::hex(&derived(&self.finds, cui.digits().as_bytes()))
    }
}

impl std::fmt::Debug for IdentityKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("IdentityKey(…)")
    }
}

fn derived(key: &[u8; 32], what: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap_or_else(|_| unreachable!("a key of any length is taken"));
    mac.update(what);
    mac.finalize().into_bytes().into()
}

/// What her own page says of her number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdentityNumber {
    /// The site has no key: it is not asked for.
    NotAsked,
    None,
    Kept(Option<CuiDoubt>),
    /// It is there, and the key that opens it is not.
    Shut,
}

impl Telar {
    pub fn asks_identity_number(&self) -> bool {
        self.identity_key().is_some()
    }

    /// The number sealed for a person, and the hash by which it is found; none without a key.
    pub(crate) fn seal_identity_number(
        &self,
        person: PersonId,
        cui: &Cui,
    ) -> Result<Option<(String, String)>, Unavailable> {
        let sealed = |key: &IdentityKey| Ok((key.seal(person, cui)?, key.keyed(cui)));
        self.identity_key().map(sealed).transpose()
    }

    /// Keeps the number inside a write that is under way; without a key nothing is kept.
    pub(crate) fn keep_identity_number(
        &self,
        writing: &mut Writing<'_>,
        person: PersonId,
        cui: &Cui,
    ) -> Result<(), Unavailable> {
        if let Some((sealed, keyed)) = self.seal_identity_number(person, cui)? {
            writing.set_identity_number(person, (&sealed, &keyed))?;
        }
        Ok(())
    }

    pub async fn identity_number(&self, person: PersonId) -> Result<IdentityNumber, Unavailable> {
        let Some(key) = self.identity_key().cloned() else { return Ok(IdentityNumber::NotAsked) };
        self.read(move |reading| {
            Ok(match reading.identity_number(person)? {
                None => IdentityNumber::None,
                Some(sealed) => {
                    key.open(person, &sealed).map_or(IdentityNumber::Shut, |cui| IdentityNumber::Kept(cui.doubt()))
                }
            })
        })
        .await
    }

    /// She takes her number back.
    pub async fn drop_identity_number(&self, person: PersonId) -> Result<(), Unavailable> {
        self.write(move |writing| Ok(writing.drop_identity_number(person)?)).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn key(byte: u8) -> IdentityKey {
        IdentityKey::parse(&format!(" {}\n", format!("{byte:02x}").repeat(32))).unwrap()
    }

    #[test]
    fn a_number_opens_with_its_key_for_its_person_alone() {
        let (marta, otto) = (PersonId(Uuid::from_u128(1)), PersonId(Uuid::from_u128(2)));
        let cui = Cui::read("1234 56789 1601").unwrap();
        let sealed = key(7).seal(marta, &cui).unwrap();
        assert!(!sealed.contains("1234") && sealed != key(7).seal(marta, &cui).unwrap());
        assert!(key(7).open(marta, &sealed) == Some(cui.clone()));
        assert!(key(7).open(otto, &sealed).is_none());
        assert!(key(8).open(marta, &sealed).is_none());
        assert!(key(7).open(marta, "no").is_none());
        assert_eq!(key(7).keyed(&cui), key(7).keyed(&Cui::read("1234567891601").unwrap()));
        assert_ne!(key(7).keyed(&cui), key(8).keyed(&cui));
    }

    #[test]
    fn a_key_is_64_digits() {
        assert_eq!(IdentityKey::parse("7").err(), Some(NotAKey));
        assert_eq!(IdentityKey::parse(&"z".repeat(64)).err(), Some(NotAKey));
        assert!(IdentityKey::parse(&IdentityKey::draw().unwrap()).is_ok());
    }
}
