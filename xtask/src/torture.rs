//! `cargo xtask torture`: is an acknowledged answer ever lost, or there twice? The real binary is killed with SIGKILL at random
//! moments under people who save answers, and started again on the same data. They behave as the page's script does: an
//! answer is sent again, as the same command, until the server says that it has it. At the end what the server shows must be
//! what it acknowledged, and the journal must verify. Judges by what it acknowledges and shows, never by its tables.

pub mod ledger;

use crate::chance::{Chance, milliseconds};
use crate::http::Wanted;
use crate::learner::{Attempt, Given, Learner, expect, join_link};
use crate::server::Server;
use crate::workspace::{Profile, command, output, telar};
use ledger::Ledger;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, RwLock};
use std::thread;
use std::time::{Duration, Instant};

const WRITERS: usize = 8;
/// In milliseconds. A run is shorter.
const AN_HOUR: u64 = 3_600_000;
/// A writer that gets no answer for so long has found a server that does not come back.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Options {
    pub cycles: usize,
    pub seed: u64,
    pub profile: Profile,
}

/// What the writers share with the one who kills.
struct Stage {
    /// Where the server listens now; it moves with every start.
    url: RwLock<String>,
    over: AtomicBool,
    acknowledged: AtomicUsize,
    resent: AtomicUsize,
    slowest_start: Mutex<Duration>,
    problems: Mutex<Vec<String>>,
}

pub fn torture(options: &Options) -> Result<(), String> {
    let binary = telar(options.profile)?;
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    println!("torture: {} cycles, seed {}", options.cycles, options.seed);
    let mut chance = Chance::new(options.seed);
    let mut server = Server::demo(&binary, folder.path())?;
    let mut people = gather(&server, &mut chance)?;

    let stage = Stage {
        url: RwLock::new(server.url.clone()),
        over: AtomicBool::new(false),
        acknowledged: AtomicUsize::new(0),
        resent: AtomicUsize::new(0),
        slowest_start: Mutex::new(Duration::ZERO),
        problems: Mutex::new(Vec::new()),
    };
    let started = Instant::now();
    let killed = thread::scope(|scope| {
        for (index, person) in people.iter_mut().enumerate() {
            let (stage, chance) = (&stage, Chance::new(chance.next() ^ index as u64));
            scope.spawn(move || {
                if let Err(problem) = person.write(stage, chance) {
                    stage.problems.lock().expect("no panic holds it").push(format!("person {index}: {problem}"));
                }
            });
        }
        let result = kill_again_and_again(&mut server, options.cycles, &mut chance, &stage, || {
            Server::demo(&binary, folder.path())
        });
        stage.over.store(true, Ordering::SeqCst);
        result
    });
    let mut problems = stage.problems.into_inner().expect("no panic holds it");
    if let Err(problem) = killed {
        problems.push(problem);
    } else {
        for (index, person) in people.iter_mut().enumerate() {
            problems.extend(person.check(&server.url).err().map(|problem| format!("person {index}: {problem}")));
        }
        problems.extend(server.stop().err());
        problems.extend(verify(&binary, folder.path()).err());
    }
    let acknowledged = stage.acknowledged.load(Ordering::Relaxed);
    let result = json!({
        "torture": {"cycles": options.cycles, "seed": options.seed, "acknowledged": acknowledged,
            "resent": stage.resent.load(Ordering::Relaxed), "slowest_start_ms": stage.slowest_start.lock().map(|time| time.as_millis() as u64).unwrap_or_default(),
            "seconds": started.elapsed().as_secs(),
            "problems": problems, "holds": problems.is_empty() && acknowledged > 0},
    });
    println!("{result}");
    if acknowledged == 0 {
        problems.push("no answer was acknowledged: nothing was shown".into());
    }
    if problems.is_empty() {
        return Ok(());
    }
    let kept = folder.keep();
    Err(format!("{}\nthe data is kept in {}", problems.join("\n"), kept.display()))
}

fn kill_again_and_again(
    server: &mut Server,
    cycles: usize,
    chance: &mut Chance,
    stage: &Stage,
    start: impl Fn() -> Result<Server, String>,
) -> Result<(), String> {
    for cycle in 1..=cycles {
        // From the first moments after a start to well within steady work; sometimes during another start's recovery.
        thread::sleep(Duration::from_millis(chance.below(600) as u64));
        if !stage.problems.lock().expect("no panic holds it").is_empty() {
            return Ok(());
        }
        server.kill();
        *server = start().map_err(|problem| format!("cycle {cycle}: the server did not come back: {problem}"))?;
        let mut slowest = stage.slowest_start.lock().expect("no panic holds it");
        *slowest = server.took.max(*slowest);
        drop(slowest);
        stage.url.write().expect("no panic holds it").clone_from(&server.url);
        let every = (cycles / 20).max(1);
        if cycle % every == 0 || cycle == cycles {
            println!(
                "  cycle {cycle} of {cycles}: {} answers acknowledged",
                stage.acknowledged.load(Ordering::Relaxed)
            );
        }
    }
    Ok(())
}

struct Person {
    learner: Learner,
    attempt: Attempt,
    ledger: Ledger,
}

fn gather(server: &Server, chance: &mut Chance) -> Result<Vec<Person>, String> {
    let link = join_link(server)?;
    let mut people = Vec::new();
    for index in 0..WRITERS {
        let name = format!("Persona de Prueba {}", char::from(b'A' + index as u8));
        let mut learner = Learner::joined(&server.url, &link, &name, chance)?;
        let quiz = learner.places()?.quiz;
        let attempt = learner.begin(&quiz, chance)?;
        people.push(Person { learner, attempt, ledger: Ledger::default() });
    }
    Ok(people)
}

impl Person {
    fn write(&mut self, stage: &Stage, mut chance: Chance) -> Result<(), String> {
        let mut claimed = 0;
        while !stage.over.load(Ordering::SeqCst) {
            // Strictly rising, as the page's script makes it, so that it is known which answer stands; and a second behind
            // the server's clock, which holds every claim to the moment of arrival at the latest.
            claimed = (milliseconds() - 1_000).max(claimed + 2);
            let mut answers =
                vec![self.attempt.any_answer(&mut chance, claimed), self.attempt.any_answer(&mut chance, claimed + 1)];
            // What waited an hour on another phone of hers arrives after what was given since. Within the time that a request
            // may be on its way the order of arrival decides, so it is far longer than that.
            if chance.below(3) == 0 {
                answers[0].claimed -= AN_HOUR;
                answers.reverse();
            }
            for given in answers {
                let said = self.send_until_answered(stage, &given)?;
                self.ledger.acknowledged(given, said);
                stage.acknowledged.fetch_add(1, Ordering::Relaxed);
            }
            if chance.below(8) == 0 {
                let (again, before) = self.ledger.any(&mut chance);
                let said = self.send_until_answered(stage, &again)?;
                ledger::same_answer(&before, &said)?;
                stage.resent.fetch_add(1, Ordering::Relaxed);
            }
        }
        Ok(())
    }

    /// Sends the command until the server says what became of it.
    fn send_until_answered(&mut self, stage: &Stage, given: &Given) -> Result<Value, String> {
        let deadline = Instant::now() + PATIENCE;
        let mut last = String::new();
        while Instant::now() < deadline {
            match self.learner.save(&self.attempt.path, given) {
                Ok(answer) if answer.status == 200 => {
                    let said: Value =
                        serde_json::from_str(&answer.text()).map_err(|error| format!("{error}: {}", answer.text()))?;
                    return if said["saved"].is_string() {
                        Ok(said)
                    } else {
                        Err(format!("200 without `saved`: {said}"))
                    };
                }
                Ok(answer) if answer.status < 500 => {
                    return Err(format!("an answer was refused with {}: {}", answer.status, answer.text()));
                }
                Ok(answer) => last = format!("status {}", answer.status),
                Err(error) => last = error.to_string(),
            }
            thread::sleep(Duration::from_millis(10));
            self.learner.client.move_to(&stage.url.read().expect("no panic holds it"));
        }
        Err(format!("no answer for {} seconds, last: {last}", PATIENCE.as_secs()))
    }

    /// Compares what the pages and her own download show with what was acknowledged.
    fn check(&mut self, url: &str) -> Result<(), String> {
        self.learner.client.move_to(url);
        for (index, question) in self.attempt.questions.iter().enumerate() {
            let shown = self.learner.standing(&self.attempt.path, index + 1)?;
            self.ledger.must_stand(&question.id, shown.as_deref())?;
        }
        let data = expect(self.learner.client.get_json("/me/data.json"), &[200], "/me/data.json")?.text();
        let data: Value = serde_json::from_str(&data).map_err(|error| format!("/me/data.json: {error}"))?;
        self.ledger.must_be_there_once(&data)?;
        // The page of the attempt still takes her to her answers: the attempt was neither lost nor handed in by a kill.
        expect(self.learner.client.get(&self.attempt.path), &[200, 303], "the attempt").map(drop)?;
        let odd =
            self.learner.client.post(&format!("{}/answers", self.attempt.path), Wanted::Json, &[("command", "x")]);
        expect(odd, &[400, 404, 409, 422], "an unreadable answer").map(drop)
    }
}

fn verify(binary: &std::path::Path, data: &std::path::Path) -> Result<(), String> {
    let binary = binary.to_str().ok_or("the binary's path is not text")?;
    let mut verify = command(binary, &["journal", "verify", "--json", "--data"]);
    let said = output(verify.arg(data)).map_err(|problem| format!("the journal does not verify: {problem}"))?;
    println!("  journal: {}", said.lines().last().unwrap_or_default());
    Ok(())
}
