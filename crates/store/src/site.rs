//! Who this node is: its name, its epoch, the key it signs with and the secret of its outboxes. Made once, at the first start.

use crate::engine::{Conn, StoreError, params, postgres::STEPS};
use crate::statement::sql;
use domain::facts::{Clock, Digest, HybridClock, Origin, genesis};
use domain::ids::NodeId;
use ed25519_dalek::{Signer, SigningKey, Verifier, VerifyingKey};
use uuid::Uuid;

/// What the writer holds between two batches. It is read anew at the start of each, since on PostgreSQL another process
/// may have written meanwhile, and set back when a job is refused.
#[derive(Clone, Debug)]
pub struct NodeState {
    pub origin: Origin,
    pub seq: u64,
    pub chain: Digest,
    pub position: i64,
    pub clock: HybridClock,
    /// Whether this batch redacted something.
    pub forgot: bool,
}

pub fn value(conn: &mut Conn, name: &str) -> Result<Option<String>, StoreError> {
    conn.first(sql!("SELECT value FROM site WHERE name = ?1"), params![name], |row| row.text(0))
}

pub fn set_value(conn: &mut Conn, name: &str, value: &str) -> Result<(), StoreError> {
    let sql =
        sql!("INSERT INTO site (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    conn.execute(sql, params![name, value]).map(drop)
}

/// How far a store has come into being.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// There is no table of ours.
    Nothing,
    /// The first start was cut short: tables, and nothing in them that anybody said. The next start goes on from there.
    Begun,
    Founded,
    /// What every store has is missing: neither to be read nor to be founded anew.
    Torn,
}

pub fn standing(conn: &mut Conn) -> Result<Standing, StoreError> {
    let tables = conn.tables()?;
    let has = |name: &str| tables.iter().any(|table| table == name);
    if !has("journal") || !has("site") {
        let ours = tables.iter().any(|table| table != STEPS);
        return Ok(if ours { Standing::Torn } else { Standing::Nothing });
    }
    if value(conn, "node")?.is_some() {
        return Ok(Standing::Founded);
    }
    let fact = conn.first(sql!("SELECT position FROM journal LIMIT 1"), params![], |row| row.int(0))?;
    Ok(if fact.is_some() { Standing::Torn } else { Standing::Begun })
}

/// Makes the node's name and key where there are none.
pub fn found(conn: &mut Conn) -> Result<(), StoreError> {
    if value(conn, "node")?.is_none() {
        let node = NodeId(Uuid::from_bytes(random()?));
        begin_epoch(conn, Origin { node, epoch: 1 }, None)?;
    }
    if value(conn, "signing_key")?.is_none() {
        set_value(conn, "signing_key", &hex(&random::<32>()?))?;
    }
    // Also where the store, or the backup that it came from, is older than outboxes are.
    if value(conn, "outbox_secret")?.is_none() {
        set_value(conn, "outbox_secret", &hex(&random::<32>()?))?;
    }
    Ok(())
}

/// Begins a life of the node: from here its facts are numbered from 1 again, chained to the head before.
pub fn begin_epoch(conn: &mut Conn, origin: Origin, head_before: Option<Digest>) -> Result<(), StoreError> {
    set_value(conn, "node", &origin.node.to_string())?;
    set_value(conn, "epoch", &origin.epoch.to_string())?;
    conn.execute(
        sql!("INSERT INTO origins (node, epoch, seq, chain) VALUES (?1, ?2, 0, ?3)"),
        params![origin.node, origin.epoch, genesis(origin, head_before)],
    )?;
    Ok(())
}

pub fn origin(conn: &mut Conn) -> Result<Origin, StoreError> {
    let missing = || StoreError::Unreadable("the node has no name".into());
    let node = value(conn, "node")?.and_then(|node| node.parse().ok()).ok_or_else(missing)?;
    let epoch = value(conn, "epoch")?.and_then(|epoch| epoch.parse().ok()).ok_or_else(missing)?;
    Ok(Origin { node, epoch })
}

/// The head of an origin's chain, as far as it has arrived here.
pub fn head(conn: &mut Conn, origin: Origin) -> Result<Option<(u64, Digest)>, StoreError> {
    let sql = sql!("SELECT seq, chain FROM origins WHERE node = ?1 AND epoch = ?2");
    conn.first(sql, params![origin.node, origin.epoch], |row| Ok((row.small(0)?, row.parse(1)?)))
}

pub fn set_head(conn: &mut Conn, origin: Origin, seq: u64, chain: Digest) -> Result<(), StoreError> {
    let sql = sql!(
        "INSERT INTO origins (node, epoch, seq, chain) VALUES (?1, ?2, ?3, ?4) \
         ON CONFLICT (node, epoch) DO UPDATE SET seq = excluded.seq, chain = excluded.chain"
    );
    conn.execute(sql, params![origin.node, origin.epoch, seq as i64, chain]).map(drop)
}

pub fn load(conn: &mut Conn, before: Option<&NodeState>, now: domain::Moment) -> Result<NodeState, StoreError> {
    let origin = origin(conn)?;
    let (seq, chain) = head(conn, origin)?.ok_or_else(|| StoreError::Unreadable("the node has no chain".into()))?;
    let last = sql!("SELECT position, clock FROM journal ORDER BY position DESC LIMIT 1");
    let (position, clock) =
        conn.first(last, params![], |row| Ok((row.int(0)?, Clock(row.int(1)?))))?.unwrap_or_default();
    // Never behind the last fact written here, but not pulled ahead by one whose clock ran days ahead: `tick` takes care of
    // the subject that it was about.
    let mut hybrid = before.map_or_else(HybridClock::default, |state| state.clock);
    hybrid.observe(now, clock);
    Ok(NodeState { origin, seq, chain, position, clock: hybrid, forgot: false })
}

fn key(conn: &mut Conn) -> Result<SigningKey, StoreError> {
    let unreadable = || StoreError::Unreadable("the site's signing key".into());
    let hex = value(conn, "signing_key")?.ok_or_else(unreadable)?;
    let digest: Digest = hex.parse().map_err(|_| unreadable())?;
    Ok(SigningKey::from_bytes(&digest.0))
}

/// The site's public key (Ed25519, hexadecimal).
pub fn public_key(conn: &mut Conn) -> Result<String, StoreError> {
    Ok(hex(key(conn)?.verifying_key().as_bytes()))
}

/// From which the key of each person's outbox follows.
pub fn outbox_secret(conn: &mut Conn) -> Result<[u8; 32], StoreError> {
    let unreadable = || StoreError::Unreadable("the secret of the outboxes".into());
    let hex = value(conn, "outbox_secret")?.ok_or_else(unreadable)?;
    let digest: Digest = hex.parse().map_err(|_| unreadable())?;
    Ok(digest.0)
}

/// The site's public key and its signature (Ed25519, hexadecimal) over the text of `head`.
pub fn sign(conn: &mut Conn, head: &str) -> Result<(String, String), StoreError> {
    let key = key(conn)?;
    Ok((hex(key.verifying_key().as_bytes()), hex(&key.sign(head.as_bytes()).to_bytes())))
}

/// Whether `signature` is the signature over `head` by the holder of `public`, both in hexadecimal.
pub fn is_signed(public: &str, head: &str, signature: &str) -> bool {
    let (Ok(public), Some((first, second))) = (public.parse::<Digest>(), signature.split_at_checked(64)) else {
        return false;
    };
    let (Ok(first), Ok(second), Ok(public)) =
        (first.parse::<Digest>(), second.parse::<Digest>(), VerifyingKey::from_bytes(&public.0))
    else {
        return false;
    };
    let mut bytes = [0; 64];
    bytes[..32].copy_from_slice(&first.0);
    bytes[32..].copy_from_slice(&second.0);
    public.verify(head.as_bytes(), &ed25519_dalek::Signature::from_bytes(&bytes)).is_ok()
}

pub fn random<const N: usize>() -> Result<[u8; N], StoreError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|why| StoreError::Engine(format!("no random numbers: {why}")))?;
    Ok(bytes)
}

pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}
