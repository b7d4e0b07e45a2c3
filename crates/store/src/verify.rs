//! Whether the journal is what it says: every chain unbroken, every payload the one that was digested.

use crate::engine::StoreError;
use crate::store::Reading;
use crate::{Progress, Store};
use domain::facts::{Origin, chained, digest_of};

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Verified {
    pub facts: u64,
    pub redacted: u64,
    pub origins: usize,
    /// This node's own head: `node/epoch/seq/link`.
    pub head: String,
}

#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    #[error("fact {seq} of {node} (epoch {epoch}) is missing")]
    Missing { node: String, epoch: u32, seq: u64 },
    #[error("fact {seq} of {node} (epoch {epoch}) does not continue the chain")]
    Chain { node: String, epoch: u32, seq: u64 },
    #[error("fact {seq} of {node} (epoch {epoch}) holds another payload than was digested")]
    Digest { node: String, epoch: u32, seq: u64 },
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Store {
    pub fn verify(&self, progress: Progress<'_>) -> Result<Verified, VerifyError> {
        let own = self.origin();
        self.read(|reading| verify(reading, own, progress))
    }
}

pub(crate) fn verify(reading: &mut Reading<'_>, own: Origin, progress: Progress<'_>) -> Result<Verified, VerifyError> {
    let all = reading.fact_count()?;
    let origins = reading.origins()?;
    let mut verified = Verified { facts: 0, redacted: 0, origins: origins.len(), head: String::new() };
    for (origin, last, link) in &origins {
        let place = |seq| (origin.node.to_string(), origin.epoch, seq);
        let mut before = None;
        let mut seq = 0;
        while seq < *last {
            let facts = reading.facts_of(*origin, seq, 1_000)?;
            if facts.is_empty() {
                let (node, epoch, seq) = place(seq + 1);
                return Err(VerifyError::Missing { node, epoch, seq });
            }
            for fact in facts {
                let (node, epoch, at) = place(fact.seq);
                if fact.seq != seq + 1 {
                    return Err(VerifyError::Missing { node, epoch, seq: seq + 1 });
                }
                let links = match before {
                    Some(link) => chained(link, &fact) == fact.chain,
                    None => begins(reading, &fact)?,
                };
                if !links {
                    return Err(VerifyError::Chain { node, epoch, seq: at });
                }
                match &fact.payload {
                    Some(payload) if digest_of(&payload.salt, &payload.json) != fact.digest => {
                        return Err(VerifyError::Digest { node, epoch, seq: at });
                    }
                    Some(_) => {}
                    None => verified.redacted += 1,
                }
                before = Some(fact.chain);
                seq = fact.seq;
                verified.facts += 1;
            }
            progress(verified.facts, all);
        }
        if seq != *last || before.is_some_and(|before| before != *link) {
            let (node, epoch, seq) = place(*last);
            return Err(VerifyError::Chain { node, epoch, seq });
        }
        if *origin == own {
            verified.head = format!("{}/{}/{last}/{link}", origin.node, origin.epoch);
        }
    }
    if verified.facts != all {
        let (node, epoch, seq) = (own.node.to_string(), own.epoch, all);
        return Err(VerifyError::Missing { node, epoch, seq });
    }
    Ok(verified)
}

/// Whether the first fact of an origin is chained to where that life began.
fn begins(reading: &mut Reading<'_>, fact: &domain::facts::Fact) -> Result<bool, StoreError> {
    crate::journal::first_link(reading.conn, fact).map(|_| true).or_else(|error| match error {
        crate::ReceiveError::Store(error) => Err(error),
        _ => Ok(false),
    })
}
