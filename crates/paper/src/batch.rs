//! Many papers in one go, on as many threads as are given, handed over in order as they are ready. Few are in flight at a
//! time, whatever the number: what is printed is taken away before more is made.

use std::sync::mpsc::sync_channel;
use std::thread;

use crate::certificate::{Certificate, job};
use crate::press::{PaperError, print};

/// Papers that each thread may be ahead of what was taken.
const AHEAD: usize = 2;
/// Why a batch ended before its end.
#[derive(Debug, thiserror::Error)]
pub enum BatchError<E> {
    #[error("paper {0}: {1}")]
    Paper(usize, PaperError),
    /// Whoever takes the papers would have no more.
    #[error(transparent)]
    Taken(E),
    #[error("a thread did not begin: {0}")]
    Thread(std::io::Error),
}

/// Prints the certificates `0..count`, each as [`crate::certificate`] prints it, byte for byte, and gives them to `take` in
/// that order.
///
/// # Errors
/// At the first paper that cannot be printed, and when `take` refuses one; those before it were taken.
pub fn certificates<E>(
    count: usize,
    threads: usize,
    data: impl Fn(usize) -> Certificate + Sync,
    mut take: impl FnMut(usize, Vec<u8>) -> Result<(), E>,
) -> Result<(), BatchError<E>> {
    let threads = threads.clamp(1, count.max(1));
    thread::scope(|scope| {
        let mut hands = Vec::with_capacity(threads);
        for first in 0..threads {
            let (give, taken) = sync_channel(AHEAD);
            let data = &data;
            let work = move || {
                for number in (first..count).step_by(threads) {
                    // Remembering what papers share was measured too: finding it again takes longer than setting it.
                    let printed = print(&job(&data(number)));
                    // Nobody takes any more: the batch ended.
                    if give.send(printed).is_err() {
                        return;
                    }
                }
            };
            thread::Builder::new().name("press".into()).spawn_scoped(scope, work).map_err(BatchError::Thread)?;
            hands.push(taken);
        }
        for number in 0..count {
            // A thread that ends early has panicked; the scope passes its panic on.
            let Ok(printed) = hands[number % threads].recv() else { break };
            let bytes = printed.map_err(|why| BatchError::Paper(number, why))?;
            take(number, bytes).map_err(BatchError::Taken)?;
        }
        Ok(())
    })
}
