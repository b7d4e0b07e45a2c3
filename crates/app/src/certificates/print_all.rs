//! All the certificates of a cohort as one file: a ZIP of PDFs named by their numbers, made behind the page while it tells how
//! far it is. The same certificates give the same bytes.
//!
//! The file has no name on the disk: it goes when it is forgotten, or with the process. It is forgotten after an hour, when
//! anybody is erased, and when the certificates that hold are no longer those that it has.

use super::certificate::{CertificateDocument, documents};
use crate::access::Visitor;
use crate::{PageRefused, Telar, Unavailable};
use domain::Moment;
use domain::certificates::grouped;
use domain::ids::CohortId;
use domain::moment::Span;
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Semaphore;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// How long it waits to be fetched.
const KEPT: Span = Span::hours(1);

/// The file's name of one certificate: neutral, and nothing but ASCII.
pub fn paper_name(number: &str) -> String {
    format!("constancia-{}.pdf", grouped(number))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrintingState {
    /// Another cohort's are being made; these come next.
    Waiting,
    Working,
    Ready {
        bytes: u64,
    },
    Failed,
    /// Made, and since then a certificate was issued, revoked or replaced.
    Outdated,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrintingCard {
    pub state: PrintingState,
    pub done: usize,
    pub all: usize,
}

#[derive(Clone, Debug)]
pub struct PrintedFile {
    pub file: Arc<File>,
    pub bytes: u64,
}

pub(crate) struct Prints {
    jobs: Mutex<HashMap<CohortId, Arc<Job>>>,
    /// One cohort at a time: a batch takes every processor there is.
    turn: Semaphore,
}

impl Default for Prints {
    fn default() -> Self {
        Self { jobs: Mutex::default(), turn: Semaphore::new(1) }
    }
}

struct Job {
    /// In the order of the file.
    numbers: Vec<String>,
    begun: Moment,
    done: AtomicUsize,
    state: Mutex<JobState>,
}

enum JobState {
    Waiting,
    Working,
    Ready(PrintedFile),
    Failed,
}

impl Job {
    fn set(&self, state: JobState) {
        *self.state.lock().unwrap_or_else(PoisonError::into_inner) = state;
    }

    fn file(&self) -> Option<PrintedFile> {
        match &*self.state.lock().unwrap_or_else(PoisonError::into_inner) {
            JobState::Ready(file) => Some(file.clone()),
            _ => None,
        }
    }

    fn state(&self) -> PrintingState {
        match &*self.state.lock().unwrap_or_else(PoisonError::into_inner) {
            JobState::Waiting => PrintingState::Waiting,
            JobState::Working => PrintingState::Working,
            JobState::Ready(file) => PrintingState::Ready { bytes: file.bytes },
            JobState::Failed => PrintingState::Failed,
        }
    }
}

impl Prints {
    fn job(&self, cohort: CohortId) -> Option<Arc<Job>> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner).get(&cohort).cloned()
    }

    /// `numbers` are those that hold now, in the order in which they were issued.
    pub(super) fn card(&self, cohort: CohortId, numbers: &[&str]) -> Option<PrintingCard> {
        let job = self.job(cohort)?;
        let state = if job.numbers == numbers { job.state() } else { PrintingState::Outdated };
        Some(PrintingCard { state, done: job.done.load(Ordering::Relaxed), all: job.numbers.len() })
    }

    /// Nothing where the same certificates are being made, or are ready, already.
    fn begin(&self, cohort: CohortId, numbers: Vec<String>, now: Moment) -> Option<Arc<Job>> {
        let mut jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        let stands = |job: &Arc<Job>| job.numbers == numbers && job.state() != PrintingState::Failed;
        if jobs.get(&cohort).is_some_and(stands) {
            return None;
        }
        let state = Mutex::new(JobState::Waiting);
        let job = Arc::new(Job { numbers, begun: now, done: AtomicUsize::new(0), state });
        jobs.insert(cohort, Arc::clone(&job));
        Some(job)
    }

    /// Whether this job is still wanted.
    fn holds(&self, cohort: CohortId, job: &Arc<Job>) -> bool {
        self.job(cohort).is_some_and(|standing| Arc::ptr_eq(&standing, job))
    }

    pub(crate) fn forget_all(&self) {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    pub(crate) fn forget_old(&self, now: Moment) {
        let mut jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        jobs.retain(|_, job| now - job.begun < KEPT);
    }
}

#[derive(Debug, thiserror::Error)]
enum Stopped {
    #[error("the file could not be written: {0}")]
    File(#[from] io::Error),
    #[error("the archive could not be written: {0}")]
    Archive(#[from] zip::result::ZipError),
    #[error("it is not wanted any more")]
    Forgotten,
}

impl Telar {
    /// Begins to make the file, where she runs the cohort; the list tells how far it is. `set` fills the paper's words in.
    pub async fn print_certificates(
        &self,
        visitor: &Visitor,
        cohort: CohortId,
        set: impl Fn(&CertificateDocument) -> paper::Certificate + Send + Sync + 'static,
    ) -> Result<(), PageRefused> {
        if !visitor.grants.runs(cohort) {
            return Err(PageRefused::NotFound);
        }
        let telar = self.clone();
        let papers = self.read(move |reading| documents(&telar, reading, cohort)).await?;
        if papers.is_empty() {
            return Ok(());
        }
        let numbers = papers.iter().map(|it| it.number.clone()).collect();
        let Some(job) = self.prints().begin(cohort, numbers, self.now()) else { return Ok(()) };
        let telar = self.clone();
        tokio::spawn(async move {
            let _turn = telar.prints().turn.acquire().await;
            job.set(JobState::Working);
            let (at_work, working) = (telar.clone(), Arc::clone(&job));
            let made = telar.off(move || at_work.make((cohort, &working), &papers, set)).await;
            match made {
                Ok(Ok(file)) => job.set(JobState::Ready(file)),
                Ok(Err(why)) => {
                    tracing::warn!(%why, "the certificates of a cohort were not printed");
                    job.set(JobState::Failed);
                }
                Err(why) => {
                    tracing::error!(%why, "printing the certificates of a cohort ended");
                    job.set(JobState::Failed);
                }
            }
        });
        Ok(())
    }

    fn make(
        &self,
        (cohort, job): (CohortId, &Arc<Job>),
        papers: &[CertificateDocument],
        set: impl Fn(&CertificateDocument) -> paper::Certificate + Sync,
    ) -> Result<PrintedFile, Unavailable> {
        let failed = |why: &dyn std::fmt::Display| Unavailable::Store(why.to_string());
        // On the disk of the data: what a system has as its temporary folder is often memory.
        let file = tempfile::tempfile_in(self.store().location().folder()).map_err(|why| failed(&why))?;
        let mut archive = ZipWriter::new(file);
        // No clock and no machine in it, and nothing packed twice: a PDF is packed already.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        paper::certificates(
            papers.len(),
            threads,
            |number| set(&papers[number]),
            |number, bytes| {
                if !self.prints().holds(cohort, job) {
                    return Err(Stopped::Forgotten);
                }
                archive.start_file(paper_name(&papers[number].number), options)?;
                archive.write_all(&bytes)?;
                job.done.store(number + 1, Ordering::Relaxed);
                Ok(())
            },
        )
        .map_err(|why| failed(&why))?;
        let file = archive.finish().map_err(|why| failed(&why))?;
        let bytes = file.metadata().map_err(|why| failed(&why))?.len();
        Ok(PrintedFile { file: Arc::new(file), bytes })
    }

    /// The file, where it is ready and holds what holds now.
    pub async fn printed_certificates(
        &self,
        visitor: &Visitor,
        cohort: CohortId,
    ) -> Result<Option<PrintedFile>, PageRefused> {
        let list = self.certificate_list(visitor, cohort).await?;
        if !list.runs {
            return Err(PageRefused::NotFound);
        }
        match list.printing.map(|card| card.state) {
            Some(PrintingState::Ready { .. }) => Ok(self.prints().job(cohort).and_then(|job| job.file())),
            _ => Ok(None),
        }
    }
}
