//! The key with which a person's phone seals what it keeps of hers. The phone forgets it when she signs out or leaves in a
//! hurry, and her account gives the same key back when she enters again; so the phone alone can read nothing.

use crate::{Telar, Unavailable};
use domain::ids::PersonId;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

impl Telar {
    /// 32 bytes, the same on every device of hers. They follow from the site's secret, which is in the store and its backups.
    pub async fn outbox_key(&self, person: PersonId) -> Result<[u8; 32], Unavailable> {
        let secret = self.read::<_, Unavailable>(|reading| Ok(reading.outbox_secret()?)).await?;
        Ok(key(&secret, person))
    }
}

/// The words before the id keep this apart from anything else that may once be derived from the same secret.
fn key(secret: &[u8; 32], person: PersonId) -> [u8; 32] {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(secret).unwrap_or_else(|_| unreachable!("a key of any length is taken"));
    mac.update(b"telar outbox key 1\0");
    mac.update(person.0.as_bytes());
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_key_belongs_to_one_person_of_one_site() {
        let person = |n| PersonId(Uuid::from_u128(n));
        assert_eq!(key(&[7; 32], person(1)), key(&[7; 32], person(1)));
        assert_ne!(key(&[7; 32], person(1)), key(&[7; 32], person(2)));
        assert_ne!(key(&[7; 32], person(1)), key(&[8; 32], person(1)));
    }

    #[test]
    fn a_key_stays_the_same_for_ever() {
        // Phones hold what was sealed with it: a change here would lose what waits on them.
        let made = crate::chance::hex(&key(&[7; 32], PersonId(Uuid::from_u128(1))));
        assert_eq!(made, "5ca4bbc34d007c43c951c710c669bfabc8a192c35dbdfadd9459f9fc9506c861");
    }
}
