//! The journal: appending what happened here, receiving what happened elsewhere, and forgetting what must be forgotten.

use crate::engine::{Conn, Row, StoreError, params};
use crate::fold;
use crate::site::{self, NodeState};
use crate::statement::sql;
use domain::Moment;
use domain::facts::{
    CertificateRecords, Clock, Digest, Fact, Origin, Payload, Subject, What, chained, digest_of, genesis,
};
use domain::ids::{FactId, PersonId};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A fact that is about to be written down here.
#[derive(Clone, Debug)]
pub struct NewFact {
    pub actor: Option<PersonId>,
    pub about: Subject,
    pub what: What,
}

/// Why a fact from another node is not taken. Nothing of the batch is.
#[derive(Debug, thiserror::Error)]
pub enum ReceiveError {
    #[error("fact {0} came before with other content")]
    OtherContent(FactId),
    #[error("fact {id} is number {seq} of its node, and {expected} is the next")]
    Gap { id: FactId, seq: u64, expected: u64 },
    #[error("fact {0} does not continue the chain")]
    Chain(FactId),
    #[error("the payload of fact {0} is not the one that was digested")]
    Digest(FactId),
    #[error(transparent)]
    Store(#[from] StoreError),
}

pub(crate) fn read_fact(row: &Row<'_>) -> Result<Fact, StoreError> {
    let payload = match (row.opt_text(9)?, row.opt_text(10)?) {
        (Some(salt), Some(json)) => Some(Payload { salt, json }),
        _ => None,
    };
    Ok(Fact {
        id: row.parse(0)?,
        origin: Origin { node: row.parse(1)?, epoch: row.small(2)? },
        seq: row.small(3)?,
        at: row.moment(4)?,
        clock: Clock(row.int(5)?),
        actor: row.opt_parse(6)?,
        about: row.parse(7)?,
        kind: row.text(8)?,
        payload,
        digest: row.parse(11)?,
        chain: row.parse(12)?,
    })
}

/// Writes down what happened here and folds it into the tables.
pub(crate) fn append(
    conn: &mut Conn,
    node: &mut NodeState,
    now: Moment,
    facts: Vec<NewFact>,
) -> Result<Vec<Fact>, StoreError> {
    let mut written = Vec::with_capacity(facts.len());
    for new in facts {
        let json = new.what.json().map_err(|why| StoreError::Unreadable(why.to_string()))?;
        let salt = site::hex(&site::random::<16>()?);
        let seen = latest(conn, new.about)?;
        let digest = digest_of(&salt, &json);
        let mut fact = Fact {
            id: FactId(uuid_v7(now)?),
            origin: node.origin,
            seq: node.seq + 1,
            at: now,
            clock: node.clock.tick(now, seen),
            actor: new.actor,
            about: new.about,
            kind: new.what.kind().to_owned(),
            payload: Some(Payload { salt, json }),
            digest,
            chain: digest,
        };
        fact.chain = chained(node.chain, &fact);
        node.position += 1;
        (node.seq, node.chain) = (fact.seq, fact.chain);
        if is_forgotten(conn, &fact)? {
            // Whoever was erased stays erased: what still happens about her leaves its place in the chain and no more.
            fact.payload = None;
            insert(conn, &fact, node.position, now)?;
        } else {
            insert(conn, &fact, node.position, now)?;
            fold::apply(conn, &fact, &new.what)?;
            node.forgot |= forget(conn, &fact, &new.what)?;
        }
        written.push(fact);
    }
    if !written.is_empty() {
        site::set_head(conn, node.origin, node.seq, node.chain)?;
    }
    Ok(written)
}

/// Takes facts of other nodes (or of this node's earlier life): each origin's facts in order, after those already here.
/// What is here already is passed over.
pub(crate) fn receive(conn: &mut Conn, node: &mut NodeState, now: Moment, facts: &[Fact]) -> Result<u64, ReceiveError> {
    let mut touched = BTreeSet::new();
    let mut taken = 0;
    for fact in facts {
        if let Some((digest, chain)) = known(conn, fact.id)? {
            if digest != fact.digest || chain != fact.chain {
                return Err(ReceiveError::OtherContent(fact.id));
            }
            continue;
        }
        let (seq, before) = match site::head(conn, fact.origin)? {
            Some(head) => head,
            None => (0, first_link(conn, fact)?),
        };
        if fact.seq != seq + 1 {
            return Err(ReceiveError::Gap { id: fact.id, seq: fact.seq, expected: seq + 1 });
        }
        if chained(before, fact) != fact.chain {
            return Err(ReceiveError::Chain(fact.id));
        }
        if fact.payload.as_ref().is_some_and(|payload| digest_of(&payload.salt, &payload.json) != fact.digest) {
            return Err(ReceiveError::Digest(fact.id));
        }
        let mut fact = fact.clone();
        if is_forgotten(conn, &fact)? {
            fact.payload = None;
        }
        node.position += 1;
        node.clock.observe(now, fact.clock);
        insert(conn, &fact, node.position, now)?;
        site::set_head(conn, fact.origin, fact.seq, fact.chain)?;
        if let Some(what) = fold::read(&fact)? {
            node.forgot |= forget(conn, &fact, &what)?;
        }
        touched.insert(fact.about);
        taken += 1;
    }
    for subject in touched {
        refold(conn, subject)?;
    }
    Ok(taken)
}

/// What the first fact of an origin must be chained to. The first life begins from the origin's name. A later life begins
/// from the last fact that the restored backup had, which any node can look for among the facts of the lives before; or
/// from the name again, where the backup had none.
pub(crate) fn first_link(conn: &mut Conn, fact: &Fact) -> Result<Digest, ReceiveError> {
    let links = conn.query(
        sql!("SELECT chain FROM journal WHERE node = ?1 AND epoch < ?2 ORDER BY epoch DESC, seq DESC"),
        params![fact.origin.node, fact.origin.epoch],
        |row| row.parse::<Digest>(0),
    )?;
    let heads = links.into_iter().map(Some).chain([None]);
    heads
        .map(|head| genesis(fact.origin, head))
        .find(|first| chained(*first, fact) == fact.chain)
        .ok_or(ReceiveError::Chain(fact.id))
}

fn known(conn: &mut Conn, id: FactId) -> Result<Option<(Digest, Digest)>, StoreError> {
    let sql = sql!("SELECT digest, chain FROM journal WHERE id = ?1");
    conn.first(sql, params![id], |row| Ok((row.parse(0)?, row.parse(1)?)))
}

fn latest(conn: &mut Conn, about: Subject) -> Result<Clock, StoreError> {
    let sql = sql!("SELECT clock FROM journal WHERE about = ?1 ORDER BY clock DESC LIMIT 1");
    Ok(conn.first(sql, params![about], |row| row.int(0))?.map_or_else(Clock::default, Clock))
}

pub(crate) fn insert(conn: &mut Conn, fact: &Fact, position: i64, received: Moment) -> Result<(), StoreError> {
    let sql = sql!(
        "INSERT INTO journal (position, id, node, epoch, seq, at, clock, actor, about, kind, salt, payload, digest, chain, received) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)"
    );
    let (salt, json) = match &fact.payload {
        Some(payload) => (Some(payload.salt.as_str()), Some(payload.json.as_str())),
        None => (None, None),
    };
    conn.execute(
        sql,
        params![
            position,
            fact.id,
            fact.origin.node,
            fact.origin.epoch,
            fact.seq as i64,
            fact.at,
            fact.clock.0,
            fact.actor,
            fact.about,
            fact.kind.as_str(),
            salt,
            json,
            fact.digest,
            fact.chain,
            received
        ],
    )
    .map(drop)
}

/// Carries out a redaction on the journal itself: what it names loses its payload and its salt. Tells whether it was one.
fn forget(conn: &mut Conn, fact: &Fact, what: &What) -> Result<bool, StoreError> {
    match what {
        What::PersonErased(erased) => {
            fold::apply(conn, fact, what)?;
            let kinds = conn.query(
                sql!("SELECT id, kind FROM journal WHERE about = ?1 AND payload IS NOT NULL"),
                params![fact.about],
                |row| Ok((row.text(0)?, row.text(1)?)),
            )?;
            for (id, kind) in kinds {
                if !What::outlives_erasure(&kind, erased.certificates) {
                    drop_payload(conn, fact.about, &id)?;
                }
            }
        }
        What::FactsRedacted(redacted) => {
            fold::apply(conn, fact, what)?;
            for id in &redacted.facts {
                drop_payload(conn, fact.about, &id.to_string())?;
            }
        }
        _ => return Ok(false),
    }
    refold(conn, fact.about).map(|_| true)
}

fn drop_payload(conn: &mut Conn, about: Subject, id: &str) -> Result<(), StoreError> {
    // A redaction reaches only facts about its own subject, and never another redaction.
    conn.execute(
        sql!(
            "UPDATE journal SET salt = NULL, payload = NULL WHERE id = ?1 AND about = ?2 \
             AND kind NOT IN ('person.erased/1', 'facts.redacted/1')"
        ),
        params![id, about],
    )
    .map(drop)
}

/// Whether a redaction that arrived before covers this fact.
fn is_forgotten(conn: &mut Conn, fact: &Fact) -> Result<bool, StoreError> {
    let targets =
        conn.query(sql!("SELECT target, certificates FROM redactions WHERE about = ?1"), params![fact.about], |row| {
            Ok((row.text(0)?, row.opt_text(1)?))
        })?;
    let id = fact.id.to_string();
    Ok(targets.iter().any(|(target, certificates)| {
        let records = match certificates.as_deref() {
            Some("go") => CertificateRecords::Go,
            _ => CertificateRecords::Stay,
        };
        (*target == id && !What::outlives_erasure(&fact.kind, CertificateRecords::Go))
            || (target == "everything" && !What::outlives_erasure(&fact.kind, records))
    }))
}

/// Folds one subject again, from all of its facts in their order.
pub(crate) fn refold(conn: &mut Conn, subject: Subject) -> Result<u64, StoreError> {
    fold::clear(conn, subject)?;
    replay(conn, subject)
}

/// Folds one subject that has no rows yet.
pub(crate) fn replay(conn: &mut Conn, subject: Subject) -> Result<u64, StoreError> {
    let mut facts = about(conn, subject)?;
    facts.sort_by_key(Fact::order);
    for fact in &facts {
        if let Some(what) = fold::read(fact)? {
            fold::apply(conn, fact, &what)?;
        }
    }
    Ok(facts.len() as u64)
}

/// All facts about a subject, in no order.
pub(crate) fn about(conn: &mut Conn, subject: Subject) -> Result<Vec<Fact>, StoreError> {
    conn.query(
        sql!(
            "SELECT id, node, epoch, seq, at, clock, actor, about, kind, salt, payload, digest, chain FROM journal \
             WHERE about = ?1 ORDER BY clock"
        ),
        params![subject],
        read_fact,
    )
}

/// The facts after a position, as followers read them; at most `most`.
pub(crate) fn after(conn: &mut Conn, position: i64, most: u32) -> Result<Vec<(i64, Fact)>, StoreError> {
    conn.query(
        sql!(
            "SELECT id, node, epoch, seq, at, clock, actor, about, kind, salt, payload, digest, chain, position \
             FROM journal WHERE position > ?1 ORDER BY position LIMIT ?2"
        ),
        params![position, most],
        |row| Ok((row.int(13)?, read_fact(row)?)),
    )
}

/// The facts of one origin after a sequence number, as another node asks for them; at most `most`.
pub(crate) fn of_origin(conn: &mut Conn, origin: Origin, after: u64, most: u32) -> Result<Vec<Fact>, StoreError> {
    conn.query(
        sql!(
            "SELECT id, node, epoch, seq, at, clock, actor, about, kind, salt, payload, digest, chain FROM journal \
             WHERE node = ?1 AND epoch = ?2 AND seq > ?3 ORDER BY seq LIMIT ?4"
        ),
        params![origin.node, origin.epoch, after as i64, most],
        read_fact,
    )
}

fn uuid_v7(now: Moment) -> Result<Uuid, StoreError> {
    let millis = u64::try_from(now.0).unwrap_or_default();
    Ok(uuid::Builder::from_unix_timestamp_millis(millis, &site::random()?).into_uuid())
}
