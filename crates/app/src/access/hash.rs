//! Hashing PINs with argon2id: 19 MiB and two passes each, two at a time.

use crate::{Telar, Unavailable, chance};
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Argon2, Params};

fn hasher() -> Argon2<'static> {
    // OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
    let params = Params::new(19 * 1024, 2, 1, None).unwrap_or_default();
    Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params)
}

impl Telar {
    pub(crate) async fn hash(&self, secret: String) -> Result<String, Unavailable> {
        let salt = chance::bytes::<16>()?;
        let _turn = self.hashes().acquire().await;
        let hashed =
            self.off(move || hasher().hash_password_with_salt(secret.as_bytes(), &salt).map(|it| it.to_string()));
        hashed.await?.map_err(|why| Unavailable::Store(why.to_string()))
    }

    /// Whether the secret is the one that was hashed. Where there is no hash, the same work is done and the answer is no, so
    /// that time does not tell which codes exist.
    pub(crate) async fn is_secret(&self, secret: String, hash: Option<String>) -> Result<bool, Unavailable> {
        let _turn = self.hashes().acquire().await;
        self.off(move || match hash.as_deref().map(PasswordHash::new) {
            Some(Ok(hash)) => hasher().verify_password(secret.as_bytes(), &hash).is_ok(),
            _ => {
                let _ = hasher().hash_password_with_salt(secret.as_bytes(), b"nobody nobody no");
                false
            }
        })
        .await
    }
}
