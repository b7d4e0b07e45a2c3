//! Load: many connections at once, each asking again as soon as it was answered, and what that took: time to answer as people
//! wait for it, and the server's own processor time. Must not know which page is asked for.

use crate::http::{Answer, Client};
use crate::server::Server;
use crate::statistics::{milliseconds, percentile};
use std::io;
use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

pub struct Measured {
    pub requests: usize,
    pub failures: usize,
    pub cpu_ms: f64,
    pub per_second: f64,
    pub p50: f64,
    pub p95: f64,
    pub p99: f64,
    pub bytes: f64,
}

/// Asks `each` times on every one of the workers' connections. `ask` answers with what came, or fails; an answer counts
/// as failed unless `ask` let it through.
pub fn run<Worker: Send>(
    server: &Server,
    workers: &mut [Worker],
    each: usize,
    ask: impl Fn(&mut Worker) -> io::Result<Answer> + Sync,
) -> Result<Measured, String> {
    let (ready, go) = (Barrier::new(workers.len() + 1), Barrier::new(workers.len() + 1));
    let (cpu, elapsed, results) = thread::scope(|scope| {
        let mut handles = Vec::new();
        for worker in workers.iter_mut() {
            let (ready, go, ask) = (&ready, &go, &ask);
            handles.push(scope.spawn(move || {
                // Opens the connection before the clock starts.
                drop(ask(worker));
                ready.wait();
                go.wait();
                let mut times = Vec::with_capacity(each);
                let (mut failures, mut bytes) = (0, 0);
                for _ in 0..each {
                    let started = Instant::now();
                    match ask(worker) {
                        Ok(answer) => {
                            times.push(started.elapsed());
                            bytes += answer.bytes;
                        }
                        Err(_) => failures += 1,
                    }
                }
                (times, failures, bytes)
            }));
        }
        // Read while everyone waits: the server is idle then.
        ready.wait();
        let before = server.cpu();
        go.wait();
        let started = Instant::now();
        let results: Vec<(Vec<Duration>, usize, usize)> =
            handles.into_iter().filter_map(|handle| handle.join().ok()).collect();
        let elapsed = started.elapsed();
        (server.cpu().and_then(|after| Ok(after - before?)), elapsed, results)
    });
    let cpu = cpu?;
    let failures = results.iter().map(|(_, failures, _)| failures).sum();
    let bytes: usize = results.iter().map(|(_, _, bytes)| bytes).sum();
    let mut times: Vec<Duration> = results.into_iter().flat_map(|(times, _, _)| times).collect();
    times.sort();
    let requests = times.len();
    if requests == 0 {
        return Err("no request was answered".into());
    }
    Ok(Measured {
        requests,
        failures,
        cpu_ms: milliseconds(cpu) / requests as f64,
        per_second: requests as f64 / elapsed.as_secs_f64(),
        p50: milliseconds(percentile(&times, 50.0)),
        p95: milliseconds(percentile(&times, 95.0)),
        p99: milliseconds(percentile(&times, 99.0)),
        bytes: bytes as f64 / requests as f64,
    })
}

/// Lets an answer through when it has this status.
pub fn with_status(answer: Answer, status: u16) -> io::Result<Answer> {
    if answer.status == status {
        return Ok(answer);
    }
    Err(io::Error::other(format!("status {}", answer.status)))
}

/// Asks for a page and takes it when it is one.
pub fn page(client: &mut Client, path: &str) -> io::Result<Answer> {
    client.get(path).and_then(|answer| with_status(answer, 200))
}
