//! `bench start`: how long until the first page can be read, on an empty folder and on one in use, and how much memory the
//! server takes at rest and with many at once.

use super::replay;
use crate::chance::Chance;
use crate::http::Client;
use crate::learner::{Learner, join_link};
use crate::load::page;
use crate::server::Server;
use crate::statistics::{Check, milliseconds, percentile};
use crate::workspace::{Profile, telar};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Starts measured on each kind of folder; the middle one counts.
const STARTS: usize = 5;
const AT_ONCE: usize = 64;
const PAGES_EACH: usize = 40;

pub fn measure() -> Result<Vec<Check>, String> {
    let binary = telar(Profile::Release)?;
    let mut empty = Vec::new();
    for _ in 0..STARTS {
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        empty.push(first_page(&binary, folder.path())?);
    }
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    // A folder with people in it, as the demonstration makes them.
    Server::demo(&binary, folder.path())?.stop()?;
    let mut used = Vec::new();
    for _ in 0..STARTS {
        used.push(first_page(&binary, folder.path())?);
    }
    let server = Server::demo(&binary, folder.path())?;
    drop(page(&mut Client::new(&server.url), "/"));
    let rest = server.memory()?;
    let busy = with_many(&server)?;
    let mut checks = vec![
        Check::at_most("first page, a folder in use", middle(used), "s", 0.3),
        Check::at_most("first page, an empty folder", middle(empty), "s", 1.0),
        Check::at_most("memory at rest (PSS)", rest.pss, "MB", 40.0),
        Check::told("memory at rest (RSS)", rest.rss, "MB"),
        Check::at_most("memory, 64 at once (PSS)", busy.pss, "MB", 120.0),
        Check::told("memory, 64 at once (RSS)", busy.rss, "MB"),
    ];
    drop(server);
    checks.extend(replay::measure()?);
    Ok(checks)
}

fn middle(mut times: Vec<Duration>) -> f64 {
    times.sort();
    milliseconds(percentile(&times, 50.0)) / 1000.0
}

/// From the start of `telar serve` to the end of the first page that it gives.
pub fn first_page(binary: &Path, data: &Path) -> Result<Duration, String> {
    let port = TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .map_err(|error| error.to_string())?
        .port();
    let address = format!("127.0.0.1:{port}");
    let mut command = Command::new(binary);
    command.args(["serve", "--listen", &address, "--data"]).arg(data);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let started = Instant::now();
    let mut child = command.spawn().map_err(|error| error.to_string())?;
    let mut client = Client::new(&format!("http://{address}"));
    let took = loop {
        if page(&mut client, "/").is_ok() {
            break Ok(started.elapsed());
        }
        if started.elapsed() > Duration::from_secs(30) || child.try_wait().is_ok_and(|ended| ended.is_some()) {
            break Err("telar serve gave no page".to_owned());
        }
        thread::sleep(Duration::from_millis(1));
    };
    drop(crate::workspace::run(&mut crate::workspace::command("kill", &["-TERM", &child.id().to_string()])));
    drop(child.wait());
    took
}

/// The most memory seen while 64 people sign in and read at once: passwords are hashed by PIN entries too, so that some of
/// them come by a slip that does not exist.
fn with_many(server: &Server) -> Result<crate::server::Memory, String> {
    let link = join_link(server)?;
    let mut chance = Chance::new(2);
    let seeds: Vec<u64> = (0..AT_ONCE).map(|_| chance.next()).collect();
    let mut most = server.memory()?;
    thread::scope(|scope| {
        let workers: Vec<_> = seeds.iter().map(|seed| scope.spawn(|| sign_in_and_read(server, &link, *seed))).collect();
        while workers.iter().any(|worker| !worker.is_finished()) {
            let now = server.memory()?;
            most.pss = most.pss.max(now.pss);
            most.rss = most.rss.max(now.rss);
            thread::sleep(Duration::from_millis(20));
        }
        for worker in workers {
            worker.join().map_err(|_| "a reader panicked".to_owned())??;
        }
        Ok(most)
    })
}

fn sign_in_and_read(server: &Server, link: &str, seed: u64) -> Result<(), String> {
    let mut chance = Chance::new(seed);
    let letters: String = (0..8).map(|_| char::from(b'a' + chance.below(26) as u8)).collect();
    let mut learner = Learner::joined(&server.url, link, &format!("Persona {letters}"), &mut chance)?;
    let fields = [("code", "ZZZZZZ"), ("pin", "000000")];
    // Refused, after the work of a sign-in.
    learner.client.post("/enter", crate::http::Wanted::Page, &fields).map_err(|error| error.to_string())?;
    let places = learner.places()?;
    // Compressing takes memory too.
    learner.client.encodings = "gzip, deflate, br, zstd";
    for _ in 0..PAGES_EACH {
        for path in ["/today", "/programme", &places.lesson] {
            page(&mut learner.client, path).map_err(|error| format!("{path}: {error}"))?;
        }
    }
    Ok(())
}
