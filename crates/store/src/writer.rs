//! The one writer: a thread that takes what waits, runs it job by job, and commits the lot at once. So sixty people who
//! answer in the same moment cost one wait for the disk, and each is told only after it.

use crate::engine::{Conn, StoreError};
use crate::location::Location;
use crate::site::{self, NodeState};
use crate::store::Writing;
use domain::Moment;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread::JoinHandle;

/// As many jobs as one commit takes: enough for a class, few enough that nobody waits long behind others.
const BATCH: usize = 128;

type Done = Box<dyn FnOnce(Result<(), StoreError>) + Send>;
type Work = Box<dyn FnOnce(&mut Writing<'_>) -> (Outcome, Done) + Send>;
type Listener = Arc<dyn Fn() + Send + Sync>;

struct Job {
    now: Moment,
    work: Work,
    /// Called instead of `work` where the batch failed before its turn.
    fail: Box<dyn FnOnce(StoreError) + Send>,
}

#[derive(PartialEq, Eq)]
enum Outcome {
    Keep,
    Undo,
}

/// Ends all writing for this life of the process, with the reason that everybody is given.
#[derive(Clone, Default)]
pub struct Stop(Arc<OnceLock<StoreError>>);

impl Stop {
    pub fn because(&self, why: StoreError) {
        // The first reason stands.
        let _ = self.0.set(why);
    }

    fn asked(&self) -> Result<(), StoreError> {
        self.0.get().cloned().map_or(Ok(()), Err)
    }
}

pub struct Writer {
    stop: Stop,
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
    listener: Arc<Mutex<Option<Listener>>>,
}

impl Writer {
    pub fn start(location: Location, conn: Conn, node: NodeState) -> Self {
        let (jobs, waiting) = channel();
        let listener = Arc::new(Mutex::new(None));
        let hears = Arc::clone(&listener);
        let stop = Stop::default();
        let mut desk = Desk { location, conn, node, listener: hears, stop: stop.clone() };
        let thread = std::thread::Builder::new().name("writer".into()).spawn(move || desk.run(&waiting)).ok();
        Self { stop, jobs: Some(jobs), thread, listener }
    }

    pub fn stop(&self) -> Stop {
        self.stop.clone()
    }

    pub fn on_commit(&self, listener: Listener) {
        *self.listener.lock().unwrap_or_else(PoisonError::into_inner) = Some(listener);
    }

    pub fn submit<T, E>(
        &self,
        now: Moment,
        f: impl FnOnce(&mut Writing<'_>) -> Result<T, E> + Send + 'static,
        done: impl FnOnce(Result<T, E>) + Send + 'static,
    ) where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let done = Arc::new(Mutex::new(Some(done)));
        let answer = Arc::clone(&done);
        let answer_with = move |result: Result<T, E>| {
            if let Some(done) = answer.lock().unwrap_or_else(PoisonError::into_inner).take() {
                done(result);
            }
        };
        let work: Work = Box::new(move |writing| match catch_unwind(AssertUnwindSafe(|| f(writing))) {
            Ok(Ok(value)) => {
                (Outcome::Keep, Box::new(move |committed| answer_with(committed.map(|()| value).map_err(E::from))))
            }
            Ok(Err(refused)) => (Outcome::Undo, Box::new(move |_| answer_with(Err(refused)))),
            Err(_) => {
                let bug = StoreError::Engine("a write panicked".into());
                (Outcome::Undo, Box::new(move |_| answer_with(Err(bug.into()))))
            }
        });
        let fail = move |error: StoreError| {
            if let Some(done) = done.lock().unwrap_or_else(PoisonError::into_inner).take() {
                done(Err(error.into()));
            }
        };
        let job = Job { now, work, fail: Box::new(fail) };
        let refused = match &self.jobs {
            Some(jobs) => jobs.send(job).err().map(|unsent| unsent.0),
            None => Some(job),
        };
        if let Some(job) = refused {
            (job.fail)(StoreError::Closing);
        }
    }
}

impl Drop for Writer {
    /// Finishes what was handed in, then ends.
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// What the writer's thread holds.
struct Desk {
    location: Location,
    conn: Conn,
    node: NodeState,
    listener: Arc<Mutex<Option<Listener>>>,
    stop: Stop,
}

impl Desk {
    fn run(&mut self, waiting: &Receiver<Job>) {
        while let Ok(first) = waiting.recv() {
            let mut batch = vec![first];
            while batch.len() < BATCH
                && let Ok(job) = waiting.try_recv()
            {
                batch.push(job);
            }
            self.commit(batch);
        }
    }

    fn commit(&mut self, batch: Vec<Job>) {
        let position = self.node.position;
        let mut answers: Vec<Done> = Vec::with_capacity(batch.len());
        let mut batch = batch.into_iter();
        let now = batch.as_slice().first().map_or(Moment(0), |job| job.now);
        let mut committed = self.begin(now);
        while committed.is_ok()
            && let Some(job) = batch.next()
        {
            committed = self.run_job(job, &mut answers);
        }
        if committed.is_ok() {
            committed = self.conn.run("COMMIT");
        }
        if committed.is_err() {
            // Whatever the engine still holds of it must go; a lost connection has nothing left to roll back.
            let _ = self.conn.run("ROLLBACK");
        }
        if committed.is_ok() && self.node.forgot {
            // Before anybody is told that it is gone.
            self.conn.scrub();
        }
        for answer in answers {
            undisturbed(|| answer(committed.clone()));
        }
        if let Err(error) = &committed {
            for job in batch {
                undisturbed(|| (job.fail)(error.clone()));
            }
        }
        if committed.is_ok() && self.node.position > position {
            let listener = self.listener.lock().unwrap_or_else(PoisonError::into_inner).clone();
            if let Some(listener) = listener {
                undisturbed(|| listener());
            }
        }
    }

    fn begin(&mut self, now: Moment) -> Result<(), StoreError> {
        self.stop.asked()?;
        if let Err(error) = self.conn.begin_writing() {
            if !matches!(error, StoreError::Lost(_)) {
                return Err(error);
            }
            self.conn = self.location.open_writer().map_err(|error| StoreError::Lost(error.to_string()))?;
            self.conn.begin_writing()?;
        }
        self.node = site::load(&mut self.conn, Some(&self.node), now)?;
        Ok(())
    }

    fn run_job(&mut self, job: Job, answers: &mut Vec<Done>) -> Result<(), StoreError> {
        if let Err(error) = self.conn.run("SAVEPOINT job") {
            (job.fail)(error.clone());
            return Err(error);
        }
        let before = self.node.clone();
        let (outcome, done) = (job.work)(&mut Writing::new(&mut self.conn, &mut self.node, job.now));
        answers.push(done);
        let mut ended = Ok(());
        if outcome == Outcome::Undo {
            self.node = before;
            ended = self.conn.run("ROLLBACK TO SAVEPOINT job");
        }
        ended = ended.and_then(|()| self.conn.run("RELEASE SAVEPOINT job"));
        ended.map_err(|error| self.conn.gave_up().unwrap_or(error))
    }
}

/// Runs what others handed in. Their bug must not end the one thread that writes.
fn undisturbed(f: impl FnOnce()) {
    if catch_unwind(AssertUnwindSafe(f)).is_err() {
        tracing::error!("what was to be told after a write panicked");
    }
}
