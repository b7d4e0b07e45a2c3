//! All that runs by itself, in one place: followers (woken by each commit) and, every hour, the sweep of what has run out.

use crate::{Telar, Unavailable};
use domain::moment::Span;
use std::time::Duration;
use tokio::task::JoinHandle;

/// How long a device stays signed in without being used.
const IDLE: Span = Span::days(400);

pub(crate) fn start(telar: &Telar) -> JoinHandle<()> {
    let telar = telar.clone();
    tokio::spawn(async move {
        let mut hourly = tokio::time::interval(Duration::from_secs(3_600));
        loop {
            hourly.tick().await;
            let idle = telar.now() - IDLE;
            let swept = telar.write::<_, Unavailable>(move |writing| Ok(writing.sweep(idle)?)).await;
            if let Err(error) = swept {
                tracing::warn!(%error, "the hourly sweep failed; it tries again in an hour");
            }
        }
    })
}
