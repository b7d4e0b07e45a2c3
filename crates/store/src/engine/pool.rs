//! A few connections for reading, handed out one at a time.

use super::{Conn, StoreError};
use std::sync::{Condvar, Mutex, PoisonError};

pub struct Pool {
    idle: Mutex<Vec<Conn>>,
    returned: Condvar,
}

impl Pool {
    pub fn new(conns: Vec<Conn>) -> Self {
        Self { idle: Mutex::new(conns), returned: Condvar::new() }
    }

    /// Waits for a connection and runs `f` in one read transaction. A connection that was lost is opened again by `reopen`.
    pub fn read<T, E: From<StoreError>>(
        &self,
        reopen: impl Fn() -> Result<Conn, StoreError>,
        f: impl FnOnce(&mut Conn) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut guard = Returning { pool: self, conn: Some(self.take()) };
        let Some(conn) = guard.conn.as_mut() else { return Err(StoreError::Closing.into()) };
        if let Err(error) = conn.begin_reading() {
            if !matches!(error, StoreError::Lost(_)) {
                return Err(error.into());
            }
            *conn = reopen()?;
            conn.begin_reading()?;
        }
        let answer = f(conn);
        // A read has nothing to keep: ending it either way is the same, and must not hide the answer's own error.
        let ended = conn.run("ROLLBACK");
        let answer = answer?;
        ended?;
        Ok(answer)
    }

    fn take(&self) -> Conn {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            match idle.pop() {
                Some(conn) => return conn,
                None => idle = self.returned.wait(idle).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }
}

/// Gives the connection back even if the reader panicked.
struct Returning<'p> {
    pool: &'p Pool,
    conn: Option<Conn>,
}

impl Drop for Returning<'_> {
    fn drop(&mut self) {
        if let Some(mut conn) = self.conn.take() {
            if std::thread::panicking() {
                let _ = conn.run("ROLLBACK");
            }
            self.pool.idle.lock().unwrap_or_else(PoisonError::into_inner).push(conn);
            self.pool.returned.notify_one();
        }
    }
}

impl Drop for Pool {
    /// A PostgreSQL connection says goodbye by blocking, which an async thread must not do; the last handle of a store may
    /// be dropped on one. So the connections are closed on a thread of their own.
    fn drop(&mut self) {
        let conns = std::mem::take(self.idle.get_mut().unwrap_or_else(PoisonError::into_inner));
        let closed = std::thread::spawn(move || drop(conns));
        let _ = closed.join();
    }
}
