//! Followers: what must happen because of a fact happens here, after its commit. Each reads the journal from where it
//! stopped, so a crash in between repeats the last step and skips none; each step is therefore harmless when repeated.

mod completion;
mod redactions;

use crate::{Telar, Unavailable};
use domain::facts::Fact;
use domain::moment::Span;
use std::time::Duration;
use store::Lease;
use tokio::task::JoinHandle;

/// Facts read at a time.
const PAGE: u32 = 500;
/// How long a process may follow before it must say so again; where it dies, another takes over after this.
const LEASE: Span = Span::minutes(1);
/// Looked at even when nobody wakes it: on PostgreSQL another process may have written.
const AT_LEAST_EVERY: Duration = Duration::from_secs(5);
/// What came together is handled together.
const GATHER: Duration = Duration::from_millis(40);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Follower {
    /// Notes that a programme is completed.
    Completion,
    /// Keeps the list of redactions beside the store.
    Redactions,
}

impl Follower {
    const ALL: [Follower; 2] = [Self::Completion, Self::Redactions];

    fn name(self) -> &'static str {
        match self {
            Self::Completion => "completion",
            Self::Redactions => "redactions",
        }
    }

    async fn follow(self, telar: &Telar, facts: &[Fact]) -> Result<(), Unavailable> {
        match self {
            Self::Completion => completion::follow(telar, facts).await,
            Self::Redactions => redactions::follow(telar, facts).await,
        }
    }
}

/// Ends the followers when dropped.
pub struct Following(Vec<JoinHandle<()>>);

impl Drop for Following {
    fn drop(&mut self) {
        self.0.iter().for_each(JoinHandle::abort);
    }
}

impl Telar {
    /// Starts the followers and what else runs by itself; they end when the answer is dropped.
    pub fn start_followers(&self) -> Following {
        let telar = self.clone();
        let following = tokio::spawn(async move {
            let holder = uuid::Uuid::new_v4().to_string();
            let woken = telar.committed();
            loop {
                for follower in Follower::ALL {
                    if let Err(error) = telar.catch_up_one(follower, &holder).await {
                        tracing::warn!(follower = follower.name(), %error, "a follower could not go on; it tries again");
                    }
                }
                let _ = tokio::time::timeout(AT_LEAST_EVERY, woken.notified()).await;
                tokio::time::sleep(GATHER).await;
            }
        });
        Following(vec![following, crate::schedule::start(self)])
    }

    /// Lets every follower read to the end of the journal, and waits for it.
    pub async fn catch_up(&self) -> Result<(), Unavailable> {
        for follower in Follower::ALL {
            self.catch_up_one(follower, "catch-up").await?;
        }
        Ok(())
    }

    async fn catch_up_one(&self, follower: Follower, holder: &str) -> Result<(), Unavailable> {
        let name = follower.name();
        let newest = self.read::<_, Unavailable>(move |reading| Ok(reading.follower(name)?)).await?;
        if newest.is_some_and(|place| place.behind == 0) {
            return Ok(());
        }
        let (holder, until) = (holder.to_owned(), self.now() + LEASE);
        let lease = self.write::<_, Unavailable>(move |writing| Ok(writing.lease(name, &holder, until)?)).await?;
        let Lease::Held { mut position } = lease else { return Ok(()) };
        loop {
            let page = self.read::<_, Unavailable>(move |reading| Ok(reading.facts_after(position, PAGE)?)).await?;
            let Some((last, _)) = page.last() else { return Ok(()) };
            position = *last;
            let facts: Vec<Fact> = page.into_iter().map(|(_, fact)| fact).collect();
            follower.follow(self, &facts).await?;
            self.write::<_, Unavailable>(move |writing| Ok(writing.follow_to(name, position)?)).await?;
        }
    }
}
