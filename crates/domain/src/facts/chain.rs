//! Digests and the chain over them. The digest is over a random salt and the payload: when both are redacted, the chain
//! still verifies and nobody can guess the payload from the digest.

use super::{Fact, Origin};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fmt;

/// SHA-256, written as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Digest(pub [u8; 32]);

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> String {
        digest.to_string()
    }
}

#[derive(Debug, thiserror::Error)]
#[error("a digest is 64 hexadecimal digits")]
pub struct NotADigest;

impl TryFrom<String> for Digest {
    type Error = NotADigest;
    fn try_from(hex: String) -> Result<Self, NotADigest> {
        hex.parse()
    }
}

impl std::str::FromStr for Digest {
    type Err = NotADigest;
    fn from_str(hex: &str) -> Result<Self, NotADigest> {
        if hex.len() != 64 || !hex.is_ascii() {
            return Err(NotADigest);
        }
        let mut bytes = [0; 32];
        for (i, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&hex[i * 2..i * 2 + 2], 16).map_err(|_| NotADigest)?;
        }
        Ok(Self(bytes))
    }
}

/// The digest of a payload: SHA-256 over the salt (16 bytes as 32 hexadecimal digits), one zero byte, the payload's JSON.
pub fn digest_of(salt: &str, payload: &str) -> Digest {
    let mut hash = Sha256::new();
    hash.update(salt.as_bytes());
    hash.update([0]);
    hash.update(payload.as_bytes());
    Digest(hash.finalize().into())
}

/// What the first fact of an origin is chained to: the origin's name, and for a later epoch the head as it was restored.
pub fn genesis(origin: Origin, head_before: Option<Digest>) -> Digest {
    let mut hash = Sha256::new();
    hash.update(b"telar journal 1\0");
    hash.update(origin.node.to_string().as_bytes());
    hash.update(origin.epoch.to_be_bytes());
    if let Some(head) = head_before {
        hash.update(head.0);
    }
    Digest(hash.finalize().into())
}

/// The link of a fact: over the link before it and all of the fact but its payload, for which its digest stands.
pub fn chained(before: Digest, fact: &Fact) -> Digest {
    let mut hash = Sha256::new();
    hash.update(before.0);
    for part in [
        fact.id.to_string(),
        fact.origin.node.to_string(),
        fact.actor.map(|actor| actor.to_string()).unwrap_or_default(),
        fact.about.to_string(),
        fact.kind.clone(),
    ] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    hash.update(fact.origin.epoch.to_be_bytes());
    hash.update(fact.seq.to_be_bytes());
    hash.update(fact.at.0.to_be_bytes());
    hash.update(fact.clock.0.to_be_bytes());
    hash.update(fact.digest.0);
    Digest(hash.finalize().into())
}
