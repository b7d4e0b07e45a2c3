//! The whole application: the store, the clock, what is kept in memory, and how a verb reads and writes.

use crate::Unavailable;
use crate::certificates::{Issuing, Prints};
use crate::data_use::Meter;
use crate::importing::Lists;
use crate::learning::Shelf;
use crate::mail::{Mail, MailCounts};
use crate::people::IdentityKey;
use domain::certificates::Endorsement;
use domain::facts::Origin;
use domain::{Moment, moment::Span};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use store::{Location, OpenError, Reading, Store, StoreError, Writing};
use tokio::sync::{Notify, Semaphore, oneshot};

/// The wall clock, as an argument: the system's, or one that is set by hand (a demonstration's past, a test).
#[derive(Clone, Debug)]
pub struct Wall(Option<Arc<AtomicI64>>);

impl Wall {
    pub fn system() -> Self {
        Self(None)
    }

    pub fn fixed(moment: Moment) -> Self {
        Self(Some(Arc::new(AtomicI64::new(moment.0))))
    }

    pub fn now(&self) -> Moment {
        match &self.0 {
            Some(set) => Moment(set.load(Ordering::SeqCst)),
            None => Moment(jiff::Timestamp::now().as_millisecond()),
        }
    }

    /// Sets a clock that is set by hand; the system's stays as it is.
    pub fn set(&self, moment: Moment) {
        if let Some(set) = &self.0 {
            set.store(moment.0, Ordering::SeqCst);
        }
    }

    pub fn advance(&self, span: Span) {
        if let Some(set) = &self.0 {
            set.fetch_add(span.0, Ordering::SeqCst);
        }
    }
}

pub struct Options {
    pub location: Location,
    /// Where people reach this site, without a slash at the end: `https://telar.example.org`.
    pub public_url: String,
    pub wall: Wall,
    /// A demonstration lets anybody sign in as any role.
    pub demo: bool,
    /// Who stands behind the certificates that are issued from now on.
    pub endorsement: Endorsement,
    /// Seals numbers of identity documents; without it they are not asked for.
    pub identity_key: Option<IdentityKey>,
    /// How this site sends mail; without it no page speaks of mail.
    pub mail: Option<Mail>,
}

/// The application. Cheap to clone; every verb is one of its methods.
#[derive(Clone)]
pub struct Telar {
    inner: Arc<Inner>,
    wall: Wall,
}

struct Inner {
    store: Store,
    public_url: String,
    demo: bool,
    endorsement: Endorsement,
    identity_key: Option<IdentityKey>,
    mail: Option<Mail>,
    shelf: Shelf,
    /// A password hash takes 19 MiB: two at a time, so that a whole class signing in does not fill the memory.
    hashes: Semaphore,
    /// One document at a time: setting a page is heavy on memory and done seldom.
    press: Semaphore,
    /// All the certificates of a cohort, as they are made and wait to be fetched.
    prints: Prints,
    issuing: Issuing,
    lists: Lists,
    committed: Arc<Notify>,
    meter: Meter,
    regrading: crate::quizzes::Regrading,
    people: Mutex<crate::demonstration::Cast>,
}

impl Telar {
    /// Opens the store and makes it ready to serve. Blocks.
    pub fn open(options: Options) -> Result<Self, OpenError> {
        let store = Store::open(&options.location, options.wall.now())?;
        Ok(Self::with(store, options))
    }

    /// Opens beside a process that may be serving, to read only: what writes is refused. Blocks.
    pub fn open_reading(options: Options) -> Result<Self, OpenError> {
        let store = Store::open_reading(&options.location)?;
        Ok(Self::with(store, options))
    }

    fn with(store: Store, options: Options) -> Self {
        let committed = Arc::new(Notify::new());
        let tell = Arc::clone(&committed);
        store.on_commit(move || tell.notify_one());
        let inner = Inner {
            store,
            public_url: options.public_url.trim_end_matches('/').to_owned(),
            demo: options.demo,
            endorsement: options.endorsement,
            identity_key: options.identity_key,
            mail: options.mail,
            shelf: Shelf::default(),
            hashes: Semaphore::new(2),
            press: Semaphore::new(1),
            prints: Prints::default(),
            issuing: Issuing::default(),
            lists: Lists::default(),
            committed,
            meter: Meter::default(),
            regrading: crate::quizzes::Regrading::default(),
            people: Mutex::default(),
        };
        Self { inner: Arc::new(inner), wall: options.wall }
    }

    /// The same application seen at another time: how a demonstration lives its past.
    pub fn at(&self, wall: Wall) -> Self {
        Self { inner: Arc::clone(&self.inner), wall }
    }

    pub fn now(&self) -> Moment {
        self.wall.now()
    }

    pub fn is_demo(&self) -> bool {
        self.inner.demo
    }

    pub fn public_url(&self) -> &str {
        &self.inner.public_url
    }

    pub(crate) fn identity_key(&self) -> Option<&IdentityKey> {
        self.inner.identity_key.as_ref()
    }

    pub(crate) fn mail(&self) -> Option<&Mail> {
        self.inner.mail.as_ref()
    }

    /// What came of the mails of this process.
    pub fn mail_counts(&self) -> MailCounts {
        self.mail().map(Mail::counts).unwrap_or_default()
    }

    pub fn origin(&self) -> Origin {
        self.inner.store.origin()
    }

    /// The store itself, for what is done at the command line: backup, verify, rebuild.
    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    /// Whether the store answers.
    pub async fn healthy(&self) -> Result<(), Unavailable> {
        self.read(|reading| Ok(reading.origins().map(drop)?)).await
    }

    /// How many facts the journal holds.
    pub async fn facts(&self) -> Result<u64, Unavailable> {
        self.read(|reading| Ok(reading.fact_count()?)).await
    }

    pub(crate) fn shelf(&self) -> &Shelf {
        &self.inner.shelf
    }

    pub(crate) fn hashes(&self) -> &Semaphore {
        &self.inner.hashes
    }

    pub(crate) fn press(&self) -> &Semaphore {
        &self.inner.press
    }

    pub(crate) fn prints(&self) -> &Prints {
        &self.inner.prints
    }

    pub(crate) fn issuing(&self) -> &Issuing {
        &self.inner.issuing
    }

    pub(crate) fn lists(&self) -> &Lists {
        &self.inner.lists
    }

    pub(crate) fn endorsement(&self) -> &Endorsement {
        &self.inner.endorsement
    }

    pub(crate) fn committed(&self) -> Arc<Notify> {
        Arc::clone(&self.inner.committed)
    }

    pub(crate) fn meter(&self) -> &Meter {
        &self.inner.meter
    }

    pub(crate) fn regrading(&self) -> &crate::quizzes::Regrading {
        &self.inner.regrading
    }

    pub(crate) fn cast<T>(&self, f: impl FnOnce(&mut crate::demonstration::Cast) -> T) -> T {
        f(&mut self.inner.people.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Reads at one moment, off the async threads: one whole read, never query by query.
    pub(crate) async fn read<T, E>(
        &self,
        f: impl FnOnce(&mut Reading<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Unavailable> + Send + 'static,
    {
        let inner = Arc::clone(&self.inner);
        self.off(move || inner.store.read(|reading| f(reading).map_err(Failure::Refused)).map_err(Failure::into))
            .await?
    }

    /// Writes in one transaction and answers once it is on the disk. Where `f` refuses, nothing is kept.
    pub(crate) async fn write<T, E>(
        &self,
        f: impl FnOnce(&mut Writing<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Unavailable> + Send + 'static,
    {
        let (send, receive) = oneshot::channel();
        self.inner.store.submit(
            self.now(),
            move |writing| f(writing).map_err(Failure::Refused),
            move |answer: Result<T, Failure<E>>| {
                // Whoever asked may be gone; what was written stands.
                let _ = send.send(answer);
            },
        );
        match receive.await {
            Ok(answer) => answer.map_err(Failure::into),
            Err(_) => Err(Unavailable::Store("the store is closing".into()).into()),
        }
    }

    /// Runs heavy work off the async threads.
    pub(crate) async fn off<T: Send + 'static>(
        &self,
        f: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Unavailable> {
        tokio::task::spawn_blocking(f).await.map_err(|why| Unavailable::Store(why.to_string()))
    }
}

/// A verb's own refusal, or the store's.
enum Failure<E> {
    Refused(E),
    Store(StoreError),
}

impl<E> From<StoreError> for Failure<E> {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl<E: From<Unavailable>> Failure<E> {
    fn into(self) -> E {
        match self {
            Self::Refused(refused) => refused,
            Self::Store(error) => Unavailable::from(error).into(),
        }
    }
}
