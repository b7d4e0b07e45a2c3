//! `bench quizzes`: eleven hundred people in one test of forty questions, each saving an answer every ten seconds, on this machine's
//! two processors together with the load itself. Times count from when an answer was due, so a server that falls behind cannot
//! hide it. In the middle the server is killed and started again; at the end everybody's own data must hold what was
//! acknowledged, once. It must not know how answers are stored.

use super::package::{copy, import, open_cohort};
use crate::chance::{Chance, milliseconds};
use crate::http::Wanted;
use crate::learner::{Attempt, Given, Learner, Question, expect};
use crate::load::{Measured, page, run, with_status};
use crate::server::{Server, programme};
use crate::statistics::{Check, milliseconds as in_ms, percentile};
use crate::torture::ledger::Ledger;
use crate::workspace::{Profile, telar};
use serde_json::Value;
use std::path::Path;
use std::sync::RwLock;
use std::thread;
use std::time::{Duration, Instant};
use std::{fs, io};

const PEOPLE: usize = 1_100;
const QUESTIONS: usize = 40;
const EVERY: Duration = Duration::from_secs(10);
/// Answers that each person gives before the kill, and after it.
const ROUNDS: usize = 4;
/// Threads that speak for the people: enough that one slow answer holds up few others.
const SPEAKERS: usize = 24;
const P99_LIMIT: f64 = 200.0;
const CPU_LIMIT: f64 = 0.5;
/// Requests by which processor time is measured.
const REQUESTS: usize = 6_400;
/// How long somebody goes on trying to be heard.
const PATIENCE: Duration = Duration::from_secs(60);

struct Person {
    learner: Learner,
    attempt: Attempt,
    ledger: Ledger,
    chance: Chance,
    claimed: u64,
    waited: Vec<Duration>,
}

/// Where the server listens now; it moves with every start.
struct Stage {
    url: RwLock<String>,
}

pub fn measure() -> Result<Vec<Check>, String> {
    let binary = telar(Profile::Release)?;
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let (data, package) = (folder.path().join("data"), folder.path().join("package"));
    Server::demo(&binary, &data)?.stop()?;
    write_package(&package).map_err(|error| format!("{}: {error}", package.display()))?;
    import(&binary, &package, &data)?;
    let mut server = Server::demo(&binary, &data)?;
    let link = open_cohort(&server, "2026.quiz")?;
    let mut people = gather(&server, &link)?;
    let mut checks = costs(&server, &mut people)?;
    for person in &mut people {
        person.claimed = milliseconds();
    }

    eprintln!("{PEOPLE} people, an answer every {} s", EVERY.as_secs());
    let stage = Stage { url: RwLock::new(server.url.clone()) };
    let before = server.cpu()?;
    rounds(&mut people, &stage, || Ok(()))?;
    let cpu = server.cpu()? - before;
    let waited = waits(&mut people);
    checks.extend(as_told("waiting for an answer to be saved", &waited));
    checks.push(Check::at_most(
        "p99, an answer saved, 1,100 people",
        in_ms(percentile(&waited, 99.0)),
        "ms",
        P99_LIMIT,
    ));
    let span = EVERY.as_secs_f64() * ROUNDS as f64;
    checks.push(Check::told(
        "processor time of the server in it, of one processor",
        100.0 * cpu.as_secs_f64() / span,
        "%",
    ));

    eprintln!("the same, with the server killed in the middle");
    let restarted = rounds(&mut people, &stage, || {
        thread::sleep(EVERY * ROUNDS as u32 / 2);
        server.kill();
        server = Server::demo(&binary, &data)?;
        stage.url.write().expect("no panic holds it").clone_from(&server.url);
        Ok(server.took)
    })?;
    let across = waits(&mut people);
    checks.push(Check::told("from the kill to serving again", in_ms(restarted), "ms"));
    checks.push(Check::told("longest wait across the kill", in_ms(across.last().copied().unwrap_or_default()), "ms"));
    checks.push(Check::at_most("answers lost or doubled", lost(&server, &mut people)? as f64, "", 0.0));
    checks.extend(hand_in(&server, &mut people)?);
    server.stop()?;
    Ok(checks)
}

/// How long everybody waited since this was asked last, in order.
fn waits(people: &mut [Person]) -> Vec<Duration> {
    let mut waited: Vec<Duration> = people.iter_mut().flat_map(|person| std::mem::take(&mut person.waited)).collect();
    waited.sort();
    waited
}

fn gather(server: &Server, link: &str) -> Result<Vec<Person>, String> {
    let mut chance = Chance::new(5);
    let mut people = Vec::with_capacity(PEOPLE);
    let questions: Vec<Question> = (1..=QUESTIONS)
        .map(|number| Question { id: question_id(number), choices: ["a", "b", "c", "d"].map(str::to_owned).to_vec() })
        .collect();
    for index in 0..PEOPLE {
        let name = format!("Persona de Examen {}", in_letters(index));
        let mut learner = Learner::joined(&server.url, link, &name, &mut chance)?;
        let command = chance.uuid();
        let begun = learner.client.post("/activities/t5-big/attempts", Wanted::Page, &[("command", &command)]);
        let begun = expect(begun, &[303], "beginning")?;
        let to = begun.header("location").ok_or("beginning led nowhere")?;
        let id = to.trim_start_matches("/attempts/").split('/').next().unwrap_or_default().to_owned();
        let attempt = Attempt { path: format!("/attempts/{id}"), questions: questions.clone() };
        let chance = Chance::new(1_000 + index as u64);
        let waited = Vec::new();
        people.push(Person { learner, attempt, ledger: Ledger::default(), chance, claimed: milliseconds(), waited });
        if (index + 1) % 100 == 0 {
            eprintln!("{} of {PEOPLE} have begun", index + 1);
        }
    }
    Ok(people)
}

/// What one page and one answer cost the server, at 64 connections.
fn costs(server: &Server, people: &mut [Person]) -> Result<Vec<Check>, String> {
    let some = &mut people[..64];
    for person in some.iter_mut() {
        person.learner.client.encodings = "gzip, deflate, br, zstd";
    }
    let each = REQUESTS / some.len();
    let asked =
        run(server, some, each, |it| page(&mut it.learner.client, &format!("{}/questions/17", it.attempt.path)))?;
    let saved = run(server, some, each, |it| {
        let given = it.next();
        let answer = it.learner.save(&it.attempt.path, &given).and_then(|answer| with_status(answer, 200))?;
        it.ledger.acknowledged(given, said(&answer.text())?);
        Ok(answer)
    })?;
    for person in some {
        person.learner.client.encodings = "identity";
    }
    let cost = |what: &str, it: &Measured| {
        [
            Check::at_most(format!("cpu ms, {what}"), it.cpu_ms, "ms", CPU_LIMIT),
            Check::at_most(format!("failed requests of {}, {what}", it.requests), it.failures as f64, "", 0.0),
        ]
    };
    Ok(cost("question of forty", &asked).into_iter().chain(cost("save answer", &saved)).collect())
}

impl Person {
    fn next(&mut self) -> Given {
        self.claimed = milliseconds().max(self.claimed + 1);
        self.attempt.any_answer(&mut self.chance, self.claimed)
    }

    /// Sends it until the server says that it has it.
    fn save(&mut self, stage: &Stage) -> Result<(), String> {
        let given = self.next();
        let deadline = Instant::now() + PATIENCE;
        let mut last = String::new();
        while Instant::now() < deadline {
            match self.learner.save(&self.attempt.path, &given) {
                Ok(answer) if answer.status == 200 => {
                    self.ledger.acknowledged(given, said(&answer.text()).map_err(|error| error.to_string())?);
                    return Ok(());
                }
                Ok(answer) if answer.status < 500 => {
                    return Err(format!("refused with {}: {}", answer.status, answer.text()));
                }
                Ok(answer) => last = format!("status {}", answer.status),
                Err(error) => last = error.to_string(),
            }
            thread::sleep(Duration::from_millis(20));
            self.learner.client.move_to(&stage.url.read().expect("no panic holds it"));
        }
        Err(format!("no answer for {} seconds, last: {last}", PATIENCE.as_secs()))
    }
}

fn said(text: &str) -> io::Result<Value> {
    serde_json::from_str(text).map_err(io::Error::other)
}

/// Everybody saves [`ROUNDS`] answers, [`EVERY`] apart and spread evenly; meanwhile `aside` does what it does.
fn rounds<T>(people: &mut [Person], stage: &Stage, aside: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    let count = people.len();
    let start = Instant::now() + Duration::from_millis(200);
    thread::scope(|scope| {
        let speakers: Vec<_> = (0..SPEAKERS)
            .zip(shared_out(people))
            .map(|(_, mut share)| {
                scope.spawn(move || {
                    for round in 0..ROUNDS {
                        for (place, person) in &mut share {
                            let due = start + EVERY * round as u32 + EVERY.mul_f64(*place as f64 / count as f64);
                            thread::sleep(due.saturating_duration_since(Instant::now()));
                            person.save(stage)?;
                            person.waited.push(due.elapsed());
                        }
                    }
                    Ok::<(), String>(())
                })
            })
            .collect();
        let done = aside();
        for speaker in speakers {
            speaker.join().map_err(|_| "a speaker panicked".to_owned())??;
        }
        done
    })
}

/// Each speaker's share of the people, taken in turns, with everybody's place among all.
fn shared_out(people: &mut [Person]) -> Vec<Vec<(usize, &mut Person)>> {
    let mut shares: Vec<Vec<(usize, &mut Person)>> = (0..SPEAKERS).map(|_| Vec::new()).collect();
    for (place, person) in people.iter_mut().enumerate() {
        shares[place % SPEAKERS].push((place, person));
    }
    shares
}

/// How many acknowledged answers are not there, or there twice, by everybody's own download.
fn lost(server: &Server, people: &mut [Person]) -> Result<usize, String> {
    let mut problems = 0;
    for person in people {
        person.learner.client.move_to(&server.url);
        let data = expect(person.learner.client.get_json("/me/data.json"), &[200], "/me/data.json")?.text();
        let data: Value = serde_json::from_str(&data).map_err(|error| format!("/me/data.json: {error}"))?;
        if let Err(problem) = person.ledger.must_be_there_once(&data) {
            eprintln!("{problem}");
            problems += 1;
        }
    }
    Ok(problems)
}

/// The bell rings: everybody hands in within two seconds.
fn hand_in(server: &Server, people: &mut [Person]) -> Result<Vec<Check>, String> {
    let count = people.len();
    let start = Instant::now() + Duration::from_millis(200);
    let within = Duration::from_secs(2);
    let mut waited: Vec<Duration> = thread::scope(|scope| {
        let speakers: Vec<_> = shared_out(people)
            .into_iter()
            .map(|share| {
                scope.spawn(move || {
                    let mut waited = Vec::new();
                    for (place, person) in share {
                        let due = start + within.mul_f64(place as f64 / count as f64);
                        thread::sleep(due.saturating_duration_since(Instant::now()));
                        person.learner.client.move_to(&server.url);
                        let command = person.chance.uuid();
                        let fields = [("command", command.as_str()), ("unanswered", "wrong")];
                        let path = format!("{}/submission", person.attempt.path);
                        expect(person.learner.client.post(&path, Wanted::Json, &fields), &[200], "handing in")?;
                        waited.push(due.elapsed());
                    }
                    Ok::<_, String>(waited)
                })
            })
            .collect();
        let mut all = Vec::new();
        for speaker in speakers {
            all.extend(speaker.join().map_err(|_| "a speaker panicked".to_owned())??);
        }
        Ok::<_, String>(all)
    })?;
    waited.sort();
    Ok(as_told("handing in, all within 2 s", &waited).into_iter().collect())
}

fn as_told(what: &str, waited: &[Duration]) -> [Check; 3] {
    let at = |part| in_ms(percentile(waited, part));
    [
        Check::told(format!("p50, {what}"), at(50.0), "ms"),
        Check::told(format!("p95, {what}"), at(95.0), "ms"),
        Check::told(format!("p99, {what}"), at(99.0), "ms"),
    ]
}

/// Names have no digits in them.
fn in_letters(index: usize) -> String {
    let letter = |number: usize| char::from(b'A' + (number % 26) as u8);
    [letter(index / 676), letter(index / 26), letter(index)].iter().collect()
}

fn question_id(number: usize) -> String {
    format!("t5-big-{number:02}")
}

/// The shipped programme with one more quiz, of forty questions, under another version.
fn write_package(to: &Path) -> io::Result<()> {
    copy(&programme(), to)?;
    let file = to.join("programme.toml");
    let written = fs::read_to_string(&file)?;
    let written = written
        .replace("version = \"2026.1\"", "version = \"2026.quiz\"")
        .replace("\"t5-c\", \"t5-q\"", "\"t5-c\", \"t5-big\", \"t5-q\"");
    fs::write(&file, written)?;
    let mut quiz = "id = \"t5-big\"\ntitle.es = \"Prueba\"\ntitle.en = \"Test\"\nsummary.es = \"Para medir.\"\n\
         summary.en = \"To measure with.\"\nminutes = 60\ncounting = \"gate\"\npass = 80\nattempts = 1\n"
        .to_owned();
    for number in 1..=QUESTIONS {
        quiz.push_str(&format!(
            "\n[[question]]\nid = \"{}\"\nkind = \"single_choice\"\ndifficulty = \"applied\"\n\
             stem.es = \"Pregunta {number}: una persona llega al puesto de salud y cuenta que está preocupada. ¿Qué hace usted primero?\"\n\
             stem.en = \"Question {number}: somebody comes to the health post and says that she is worried. What do you do first?\"\n",
            question_id(number)
        ));
        for choice in ["a", "b", "c", "d"] {
            let right = if choice == "b" { "right = true\n" } else { "" };
            quiz.push_str(&format!(
                "[[question.choice]]\nid = \"{choice}\"\ntext.es = \"La opción {choice} de la pregunta {number}, con sus palabras.\"\n\
                 text.en = \"Option {choice} of question {number}, in its words.\"\n{right}\
                 feedback.es = \"Por qué sí o por qué no.\"\nfeedback.en = \"Why, or why not.\"\n"
            ));
        }
    }
    fs::write(to.join("topics/t5/t5-big.toml"), quiz)
}
