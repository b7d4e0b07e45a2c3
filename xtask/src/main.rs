//! `cargo xtask`: what developers and CI run. Reads the command line and calls the command; must not know how any of them works.

mod bench;
mod chance;
mod cuts;
mod html;
mod http;
mod learner;
mod load;
mod postgres;
mod proxy;
mod server;
mod setup;
mod statistics;
mod suite;
mod tidy;
mod torture;
mod workspace;

use std::process::ExitCode;
use workspace::Profile;

const HELP: &str = "cargo xtask COMMAND

  setup                     install what the tests need and is missing
  test [--only GROUP]       everything that must hold before a change lands
  tidy                      the rules of the house that no compiler knows
  bench pages [--json]      CPU, waiting, bytes and first paint of the main pages
  bench offline [--json]    a topic's download on the reference line, starting without signal, the data meter
  bench certificates [--json] 1,000 certificates in one go: seconds, memory, the same bytes again
  bench people [--json]     a list of 5,000 people; pages beside 100,000 people and 5 million facts
  bench start [--json]      time to the first page, memory, replay of a million facts
  torture [--cycles N] [--seed S] [--release]
                            kill the server under people who save answers
  cuts [--count N] [--seed S] [--release]
                            cut signal, page, browser and server under a learner who answers
  shots [DIR]               pictures of every page, phone and desk, light and dark
  proxy ADDRESS             a slow, far line in front of a server, as a phone has it";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("xtask: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<(), String> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["setup"] => setup::setup(),
        ["test"] => suite::test(None),
        ["test", "--only", group] => suite::test(Some(group)),
        ["tidy"] => tidy::tidy(),
        ["bench", name, options @ ..] => bench::bench(name, json(options)?),
        ["torture", options @ ..] => {
            let Trial { times, seed, profile } = trial("torture", "--cycles", 20, options)?;
            torture::torture(&torture::Options { cycles: times, seed, profile })
        }
        ["cuts", options @ ..] => {
            let Trial { times, seed, profile } = trial("cuts", "--count", 200, options)?;
            cuts::cuts(&cuts::Options { count: times, seed, profile })
        }
        ["shots"] => shots("shots"),
        ["shots", folder] => shots(folder),
        ["proxy", address] => serve_proxy(address),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}\n\nGroups of the test: {}", suite::names());
            Ok(())
        }
        other => Err(format!("cannot read: {}\n\n{HELP}", other.join(" "))),
    }
}

fn json(options: &[&str]) -> Result<bench::Form, String> {
    match options {
        [] => Ok(bench::Form::Table),
        ["--json"] => Ok(bench::Form::Line),
        other => Err(format!("bench does not know {}", other.join(" "))),
    }
}

/// How often, by which chance and with which binary something is tried.
struct Trial {
    times: usize,
    seed: u64,
    profile: Profile,
}

fn trial(what: &str, times: &str, usual: usize, mut options: &[&str]) -> Result<Trial, String> {
    let number = |text: &str| text.parse::<u64>().map_err(|_| format!("{text} is no number"));
    let mut read = Trial { times: usual, seed: chance::Chance::seed(), profile: Profile::Dev };
    loop {
        options = match options {
            [] => return Ok(read),
            [name, count, rest @ ..] if *name == times => {
                read.times = number(count)? as usize;
                rest
            }
            ["--seed", seed, rest @ ..] => {
                read.seed = number(seed)?;
                rest
            }
            ["--release", rest @ ..] => {
                read.profile = Profile::Release;
                rest
            }
            other => return Err(format!("{what} does not know {}", other.join(" "))),
        };
    }
}

/// Pictures for people to look at; `folder` is taken from the `e2e` folder when it is not absolute.
fn shots(folder: &str) -> Result<(), String> {
    suite::browse("shots.config.ts", Profile::Dev, &[("TELAR_SHOTS", folder)])
}

/// Until it is interrupted.
fn serve_proxy(address: &str) -> Result<(), String> {
    let server = address.trim_start_matches("http://").trim_end_matches('/');
    let server = server.parse().map_err(|_| format!("{address} is no address like 127.0.0.1:8080"))?;
    let proxy = proxy::Proxy::start(server, proxy::Weather::alta_verapaz()).map_err(|error| error.to_string())?;
    println!("http://{} leads to {server} over 400 kbit/s down, 150 up, 400 ms there and back", proxy.address);
    loop {
        std::thread::park();
    }
}
