//! All that runs by itself, in one place: followers (woken by each commit); every half minute, the bytes counted are written
//! down; every hour, the sweep of what has run out, printed certificates that nobody fetched among it.

use crate::{Telar, Unavailable, place};
use domain::moment::Span;
use std::time::Duration;
use tokio::task::JoinHandle;

/// How long a device stays signed in without being used, and how long it is kept how much data somebody used.
const IDLE: Span = Span::days(400);
/// How long a list that was sent and not taken is kept, and what stood in rows that were not.
const KEEP_LISTS: Span = Span::days(7);
/// What a killed process forgets of the counting is no more than this.
const KEEP_DATA_USE_EVERY: Duration = Duration::from_secs(30);

pub(crate) fn start(telar: &Telar) -> JoinHandle<()> {
    let telar = telar.clone();
    tokio::spawn(async move {
        let mut hourly = tokio::time::interval(Duration::from_secs(3_600));
        let mut half_minute = tokio::time::interval(KEEP_DATA_USE_EVERY);
        loop {
            tokio::select! {
                _ = hourly.tick() => sweep(&telar).await,
                _ = half_minute.tick() => {
                    if let Err(error) = telar.keep_data_use().await {
                        tracing::warn!(%error, "the data used was not written down; it tries again in half a minute");
                    }
                }
            }
        }
    })
}

async fn sweep(telar: &Telar) {
    telar.prints().forget_old(telar.now());
    let idle = telar.now() - IDLE;
    let day = place::day(idle).to_string();
    let lists = telar.now() - KEEP_LISTS;
    let swept = telar.write::<_, Unavailable>(move |writing| {
        writing.forget_imports(lists)?;
        Ok(writing.sweep(idle)? + writing.sweep_data_use(&day)?)
    });
    let swept = swept.await;
    if let Err(error) = swept {
        tracing::warn!(%error, "the hourly sweep failed; it tries again in an hour");
    }
}
