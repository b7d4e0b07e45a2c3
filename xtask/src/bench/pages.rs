//! `bench pages`: what a page costs the server, how long people wait for it with many at once, and what it costs a phone.

use super::browser;
use crate::chance::{Chance, milliseconds};
use crate::http::Answer;
use crate::learner::{Attempt, Learner, expect, join_link};
use crate::load::{Measured, page, run, with_status};
use crate::server::Server;
use crate::statistics::Check;
use crate::workspace::{Profile, telar};
use std::io;

const CONNECTIONS: [usize; 2] = [16, 64];
/// Enough for two seconds of processor time at the limit, so that a tick of 10 ms is half a per cent.
const REQUESTS: usize = 6_400;
const CPU_LIMIT: f64 = 0.5;
/// As Chromium asks over plain HTTP (gzip), and as it asks over TLS, which is how Telar is served to people (zstd).
const ENCODINGS: [(&str, &str); 2] = [("zstd", "gzip, deflate, br, zstd"), ("gzip", "gzip, deflate")];

/// A person at work: she asks for pages and saves answers.
struct Worker {
    learner: Learner,
    attempt: Attempt,
    chance: Chance,
    claimed: u64,
    lesson: String,
}

pub fn measure() -> Result<Vec<Check>, String> {
    let binary = telar(Profile::Release)?;
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let server = Server::demo(&binary, folder.path())?;
    let mut workers = people(&server, CONNECTIONS[CONNECTIONS.len() - 1])?;
    let mut checks = Vec::new();
    for (encoding, accepted) in ENCODINGS {
        for worker in &mut workers {
            worker.learner.client.encodings = accepted;
        }
        for connections in CONNECTIONS {
            loads(&server, &mut workers[..connections], encoding, &mut checks)?;
        }
    }
    checks.extend(browser::measure(&server, &binary, &workers[0].lesson)?);
    Ok(checks)
}

/// People of the demonstration's cohort who have begun: they finished the lesson and answered some of the quiz.
fn people(server: &Server, count: usize) -> Result<Vec<Worker>, String> {
    let mut chance = Chance::new(1);
    let link = join_link(server)?;
    let mut workers = Vec::with_capacity(count);
    for index in 0..count {
        let mut learner =
            Learner::joined(&server.url, &link, &format!("Persona de Carga {}", in_letters(index)), &mut chance)?;
        let places = learner.places()?;
        let done = format!("{}/done", places.lesson);
        let command = chance.uuid();
        let finished = learner.client.post(&done, crate::http::Wanted::Page, &[("command", &command)]);
        expect(finished, &[303], "finishing a lesson")?;
        let attempt = learner.begin(&places.quiz, &mut chance)?;
        let mut worker =
            Worker { learner, attempt, chance: Chance::new(index as u64), claimed: 0, lesson: places.lesson };
        for _ in 0..6 {
            expect(worker.save(), &[200], "saving an answer")?;
        }
        workers.push(worker);
    }
    Ok(workers)
}

/// Names have no digits in them.
fn in_letters(index: usize) -> String {
    let letter = |number: usize| char::from(b'a' + (number % 26) as u8);
    format!("{}{}", letter(index / 26), letter(index)).to_uppercase()
}

impl Worker {
    fn save(&mut self) -> io::Result<Answer> {
        self.claimed = milliseconds().max(self.claimed + 1);
        let given = self.attempt.any_answer(&mut self.chance, self.claimed);
        self.learner.save(&self.attempt.path, &given).and_then(|answer| with_status(answer, 200))
    }
}

fn loads(server: &Server, workers: &mut [Worker], encoding: &str, checks: &mut Vec<Check>) -> Result<(), String> {
    type Ask = fn(&mut Worker) -> io::Result<Answer>;
    let pages: [(&str, Ask); 5] = [
        ("Hoy", |worker| page(&mut worker.learner.client, "/today")),
        ("Programa", |worker| page(&mut worker.learner.client, "/programme")),
        ("lesson", |worker| page(&mut worker.learner.client, &worker.lesson)),
        ("quiz question", |worker| page(&mut worker.learner.client, &format!("{}/questions/3", worker.attempt.path))),
        ("save answer", Worker::save),
    ];
    for (name, ask) in pages {
        let connections = workers.len();
        let measured = run(server, workers, REQUESTS / connections, ask)?;
        let what = format!("{name}, {connections} connections, {encoding}");
        eprintln!("{what}: {:.3} ms CPU, {:.0} requests/s", measured.cpu_ms, measured.per_second);
        checks.extend(as_checks(&what, &measured));
    }
    Ok(())
}

fn as_checks(what: &str, measured: &Measured) -> [Check; 7] {
    [
        Check::at_most(format!("cpu ms, {what}"), measured.cpu_ms, "ms", CPU_LIMIT),
        Check::told(format!("requests a second, {what}"), measured.per_second, "1/s"),
        Check::told(format!("p50, {what}"), measured.p50, "ms"),
        Check::told(format!("p95, {what}"), measured.p95, "ms"),
        Check::told(format!("p99, {what}"), measured.p99, "ms"),
        Check::told(format!("bytes an answer, {what}"), measured.bytes, "B"),
        Check::at_most(format!("failed requests of {}, {what}", measured.requests), measured.failures as f64, "", 0.0),
    ]
}
