//! The store: readers that each see one moment, and one writer that commits what waits together.

use crate::engine::{self, Conn, Pool, StoreError};
use crate::fold;
use crate::journal::{self, NewFact, ReceiveError};
use crate::lines::{self, Fingerprint};
use crate::location::Location;
use crate::opening::OpenError;
use crate::site::{self, NodeState, Standing};
use crate::writer::{Stop, Writer};
use domain::Moment;
use domain::facts::{Digest, Fact, Origin, Subject};
use std::collections::BTreeMap;
use std::fs::File;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Connections for reading. Two cores serve the pages; a third lets a long report go on beside them.
const READERS: usize = 3;

pub struct Store {
    location: Location,
    readers: Pool,
    writer: Option<Writer>,
    origin: Origin,
    queries: AtomicU64,
    /// Held as long as the store is open.
    _lock: Option<File>,
}

/// One moment of the store, for reading.
pub struct Reading<'c> {
    pub(crate) conn: &'c mut Conn,
}

/// One write: all of it is committed, or none.
pub struct Writing<'c> {
    reading: Reading<'c>,
    node: &'c mut NodeState,
    now: Moment,
}

impl<'c> Deref for Writing<'c> {
    type Target = Reading<'c>;
    fn deref(&self) -> &Reading<'c> {
        &self.reading
    }
}

impl<'c> DerefMut for Writing<'c> {
    fn deref_mut(&mut self) -> &mut Reading<'c> {
        &mut self.reading
    }
}

impl Store {
    /// Opens for this process alone, bringing the tables to this version. Nothing is changed where it refuses.
    pub fn open(location: &Location, now: Moment) -> Result<Self, OpenError> {
        let lock = location.lock()?;
        location.inspect()?;
        location.may_be_written()?;
        let mut conn = location.open_writer()?;
        let small = location.is_small();
        if small {
            location.look_through(&conn)?;
        }
        location.standing(&mut conn)?;
        location.migrate(&mut conn)?;
        let explain = |error| location.explain(error);
        conn.begin_writing().map_err(explain)?;
        site::found(&mut conn).map_err(explain)?;
        conn.run("COMMIT").map_err(explain)?;
        let node = site::load(&mut conn, None, now).map_err(explain)?;
        let origin = node.origin;
        let readers = Self::readers(location)?;
        let writer = Writer::start(location.clone(), conn, node);
        if !small {
            // Nobody waits for a large file to be read: pages come at once, and damage found then stops every write.
            let (location, stop) = (location.clone(), writer.stop());
            std::thread::Builder::new().name("check".into()).spawn(move || look_behind(&location, &stop)).ok();
        }
        Ok(Self {
            location: location.clone(),
            readers,
            writer: Some(writer),
            origin,
            queries: AtomicU64::new(0),
            _lock: Some(lock),
        })
    }

    /// Opens for reading beside a process that may be serving.
    pub fn open_reading(location: &Location) -> Result<Self, OpenError> {
        location.inspect()?;
        if matches!(location, Location::Sqlite { .. }) && !location.file().exists() {
            return Err(OpenError::Empty(location.folder().display().to_string()));
        }
        let explain = |error| location.explain(error);
        let mut conn = location.open_reader().map_err(explain)?;
        if location.standing(&mut conn)? != Standing::Founded {
            return Err(OpenError::Empty(location.name()));
        }
        let origin = site::origin(&mut conn).map_err(explain)?;
        Ok(Self {
            location: location.clone(),
            readers: Pool::new(vec![conn]),
            writer: None,
            origin,
            queries: AtomicU64::new(0),
            _lock: None,
        })
    }

    fn readers(location: &Location) -> Result<Pool, OpenError> {
        let conns: Result<Vec<Conn>, StoreError> = (0..READERS).map(|_| location.open_reader()).collect();
        conns.map(Pool::new).map_err(|error| location.explain(error))
    }

    pub fn location(&self) -> &Location {
        &self.location
    }

    /// Which node this is, and which life of it.
    pub fn origin(&self) -> Origin {
        self.origin
    }

    /// Reads at one moment. Blocks; never call it on an async thread.
    pub fn read<T, E: From<StoreError>>(&self, f: impl FnOnce(&mut Reading<'_>) -> Result<T, E>) -> Result<T, E> {
        let before = engine::queries();
        let answer = self.readers.read(|| self.location.open_reader(), |conn| f(&mut Reading { conn }));
        self.queries.fetch_add(engine::queries() - before, Ordering::Relaxed);
        answer
    }

    /// How many queries all reads have made since it was opened: a list makes the same number for 5 rows and 5,000.
    pub fn queries(&self) -> u64 {
        self.queries.load(Ordering::Relaxed)
    }

    /// Hands a write to the writer. `done` is called on the writer's thread once the commit has reached the disk, or with
    /// what went wrong. Where `f` refuses, nothing of its own is kept.
    pub fn submit<T, E>(
        &self,
        now: Moment,
        f: impl FnOnce(&mut Writing<'_>) -> Result<T, E> + Send + 'static,
        done: impl FnOnce(Result<T, E>) + Send + 'static,
    ) where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        match &self.writer {
            Some(writer) => writer.submit(now, f, done),
            None => done(Err(StoreError::ReadOnly.into())),
        }
    }

    /// Writes and waits until the commit has reached the disk.
    pub fn write<T, E>(
        &self,
        now: Moment,
        f: impl FnOnce(&mut Writing<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (send, receive) = std::sync::mpsc::sync_channel(1);
        self.submit(now, f, move |answer| {
            // Nobody waits any more: the process is ending.
            let _ = send.send(answer);
        });
        receive.recv().unwrap_or_else(|_| Err(StoreError::Closing.into()))
    }

    /// Calls `f` after every commit that added facts.
    pub fn on_commit(&self, f: impl Fn() + Send + Sync + 'static) {
        if let Some(writer) = &self.writer {
            writer.on_commit(Arc::new(f));
        }
    }

    /// Waits for what is under way and closes.
    pub fn close(&mut self) {
        self.writer = None;
    }
}

/// Looks through the file beside those who read it.
fn look_behind(location: &Location, stop: &Stop) {
    let looked =
        location.open_reader().map_err(|error| location.explain(error)).and_then(|conn| location.look_through(&conn));
    match looked {
        Ok(()) => tracing::info!("the database was looked through: it is whole"),
        Err(OpenError::Corrupt { why, .. }) => {
            tracing::error!(%why, "the database is damaged: nothing more is written; see telar doctor");
            stop.because(StoreError::Corrupt(why.to_string()));
        }
        Err(why) => tracing::warn!(%why, "the database could not be looked through"),
    }
}

impl Reading<'_> {
    /// From which the key of each person's outbox follows.
    pub fn outbox_secret(&mut self) -> Result<[u8; 32], StoreError> {
        site::outbox_secret(self.conn)
    }
}

impl Writing<'_> {
    pub fn now(&self) -> Moment {
        self.now
    }

    pub fn origin(&self) -> Origin {
        self.node.origin
    }

    /// Writes facts down and folds them into the tables.
    pub fn record(&mut self, facts: Vec<NewFact>) -> Result<Vec<Fact>, StoreError> {
        journal::append(self.reading.conn, self.node, self.now, facts)
    }

    /// Takes facts of other nodes.
    pub fn receive(&mut self, facts: &[Fact]) -> Result<u64, ReceiveError> {
        journal::receive(self.reading.conn, self.node, self.now, facts)
    }

    /// The head of this node's chain as of now, with the site's public key and signature over it.
    pub fn signed_head(&mut self) -> Result<SignedHead, StoreError> {
        let head =
            format!("{}/{}/{}/{}", self.node.origin.node, self.node.origin.epoch, self.node.seq, self.node.chain);
        let (public_key, signature) = site::sign(self.reading.conn, &head)?;
        Ok(SignedHead { head, public_key, signature })
    }

    pub(crate) fn conn(&mut self) -> &mut Conn {
        self.reading.conn
    }

    pub(crate) fn new<'c>(conn: &'c mut Conn, node: &'c mut NodeState, now: Moment) -> Writing<'c> {
        Writing { reading: Reading { conn }, node, now }
    }
}

/// A statement of the site about its journal: node, epoch, number and link of the last fact, signed with Ed25519.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct SignedHead {
    pub head: String,
    pub public_key: String,
    pub signature: String,
}

impl SignedHead {
    pub fn verifies(&self) -> bool {
        site::is_signed(&self.public_key, &self.head, &self.signature)
    }
}

impl Reading<'_> {
    /// The facts after a position, in the order in which they arrived here; at most `most`.
    pub fn facts_after(&mut self, position: i64, most: u32) -> Result<Vec<(i64, Fact)>, StoreError> {
        journal::after(self.conn, position, most)
    }

    /// The facts about a subject, oldest first.
    pub fn facts_about(&mut self, subject: Subject) -> Result<Vec<Fact>, StoreError> {
        let mut facts = journal::about(self.conn, subject)?;
        facts.sort_by_key(Fact::order);
        Ok(facts)
    }

    /// The facts of one origin after a sequence number.
    pub fn facts_of(&mut self, origin: Origin, after: u64, most: u32) -> Result<Vec<Fact>, StoreError> {
        journal::of_origin(self.conn, origin, after, most)
    }

    /// Every origin whose facts are here, with the head of its chain.
    pub fn origins(&mut self) -> Result<Vec<(Origin, u64, Digest)>, StoreError> {
        self.conn.query(
            crate::statement::sql!("SELECT node, epoch, seq, chain FROM origins ORDER BY node, epoch"),
            crate::engine::params![],
            |row| Ok((Origin { node: row.parse(0)?, epoch: row.small(1)? }, row.small(2)?, row.parse(3)?)),
        )
    }

    /// The site's public key (Ed25519, hexadecimal): with it anyone checks the signatures that the site gave.
    pub fn public_key(&mut self) -> Result<String, StoreError> {
        site::public_key(self.conn)
    }

    pub fn fact_count(&mut self) -> Result<u64, StoreError> {
        // Those of an origin are numbered from 1 without a gap.
        let sql = crate::statement::sql!("SELECT CAST(COALESCE(SUM(seq), 0) AS BIGINT) FROM origins");
        Ok(self.conn.first(sql, crate::engine::params![], |row| row.small(0))?.unwrap_or_default())
    }

    /// A fingerprint of each table that follows from the journal: equal wherever the same facts are, on either engine.
    pub fn fingerprints(&mut self) -> Result<BTreeMap<String, Fingerprint>, StoreError> {
        let tables = fold::DERIVED.into_iter();
        tables.map(|(table, _)| Ok((table.to_owned(), lines::fingerprint(self.conn, table)?))).collect()
    }
}
