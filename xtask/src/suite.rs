//! `cargo xtask test`: everything that must hold before a change lands, in the order that fails soonest, each group under a
//! heading and timed. What the runners print is shown as it comes. Stops at the first group that fails, and still ends with
//! the table of what ran.

use crate::postgres::Postgres;
use crate::server::Server;
use crate::workspace::{Profile, command, root, run, telar};
use crate::{cuts, setup, tidy, torture};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

const CYCLES: usize = 20;
const CUTS: usize = 16;

type Group = (&'static str, fn() -> Result<(), String>);

const GROUPS: [Group; 10] = [
    ("setup", setup::setup),
    ("format", format),
    ("clippy", clippy),
    ("tidy", tidy::tidy),
    ("rust", rust),
    ("types", types),
    ("client", client),
    ("journeys", journeys),
    ("torture", torture),
    ("cuts", cuts),
];

pub fn names() -> String {
    GROUPS.map(|(name, _)| name).join(", ")
}

/// Runs every group, or the one that is named.
pub fn test(only: Option<&str>) -> Result<(), String> {
    let wanted: Vec<&Group> = GROUPS.iter().filter(|(name, _)| only.is_none_or(|only| only == *name)).collect();
    if wanted.is_empty() {
        return Err(format!("no such group; there are: {}", names()));
    }
    let mut done: Vec<(&str, Duration, Result<(), String>)> = Vec::new();
    for (name, group) in &wanted {
        println!("\n== {name} ==");
        let started = Instant::now();
        let result = group();
        let failed = result.is_err();
        done.push((name, started.elapsed(), result));
        if failed {
            break;
        }
    }
    println!("\n== summary ==");
    let mut failure = None;
    for (name, took, result) in &done {
        let verdict = if result.is_ok() { "passed" } else { "FAILED" };
        println!("{name:<10} {verdict:<7} {:>7.1} s", took.as_secs_f64());
        if let Err(problem) = result {
            failure = Some(format!("{name}: {problem}"));
        }
    }
    for (name, _) in &wanted[done.len()..] {
        println!("{name:<10} not run");
    }
    let failed = usize::from(failure.is_some());
    println!("groups: {} passed, {failed} failed", done.len() - failed);
    failure.map_or(Ok(()), Err)
}

fn format() -> Result<(), String> {
    run(&mut command("cargo", &["fmt", "--all", "--check"]))
}

fn clippy() -> Result<(), String> {
    run(&mut command("cargo", &["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"]))
}

/// With a PostgreSQL of their own: the store's tests refuse to run on one engine only.
fn rust() -> Result<(), String> {
    let postgres = Postgres::start()?;
    println!("PostgreSQL for the tests: {}", postgres.url);
    let mut tests = command("cargo", &["test", "--workspace"]);
    run(tests.env("TELAR_TEST_POSTGRES", &postgres.url).env("TELAR_TEST_REQUIRE_POSTGRES", "1"))
}

fn types() -> Result<(), String> {
    // The worker's world has other names than a page's.
    for (folder, project) in [("client", "."), ("client", "src/worker"), ("e2e", ".")] {
        run(npm_program(&root().join(folder), "tsc").args(["--noEmit", "--project", project]))?;
        println!("{folder} {project}: no type errors");
    }
    Ok(())
}

/// A program of the npm packages that lie in this folder, started there.
pub fn npm_program(folder: &Path, name: &str) -> Command {
    let mut program = command(&format!("node_modules/.bin/{name}"), &[]);
    program.current_dir(folder);
    program
}

/// The client's pure logic: each test is bundled with what it imports, and run by node's own runner.
fn client() -> Result<(), String> {
    let folder = root().join("client");
    let entries = fs::read_dir(folder.join("test")).map_err(|error| format!("client/test: {error}"))?;
    let paths = entries.flatten().map(|entry| entry.path());
    let tests: Vec<PathBuf> = paths.filter(|path| path.to_string_lossy().ends_with(".test.ts")).collect();
    if tests.is_empty() {
        return Err("client/test has no test".into());
    }
    let bundled = tempfile::tempdir().map_err(|error| error.to_string())?;
    let mut bundle = npm_program(&folder, "esbuild");
    bundle.args(["--bundle", "--platform=node", "--format=esm"]);
    bundle
        .args(["--log-level=warning", "--out-extension:.js=.mjs"])
        .arg(format!("--outdir={}", bundled.path().display()));
    run(bundle.args(&tests))?;
    let mut node = command("node", &["--test"]);
    let names = tests.iter().filter_map(|path| path.file_stem());
    node.args(names.map(|name| bundled.path().join(format!("{}.mjs", name.to_string_lossy()))));
    run(&mut node)
}

/// Journeys of people in a real browser, against a demonstration of the binary as just built.
fn journeys() -> Result<(), String> {
    browse("playwright.config.ts", Profile::Dev, &[])
}

fn torture() -> Result<(), String> {
    let seed = crate::chance::Chance::seed();
    torture::torture(&torture::Options { cycles: CYCLES, seed, profile: Profile::Dev })
}

fn cuts() -> Result<(), String> {
    cuts::cuts(&cuts::Options { count: CUTS, seed: crate::chance::Chance::seed(), profile: Profile::Dev })
}

/// Starts a demonstration on an empty folder and runs Playwright on it. The browser's side finds the server by
/// `TELAR_DEMO` (the line it printed when ready) and its own servers by `TELAR_BINARY`.
pub fn browse(config: &str, profile: Profile, environment: &[(&str, &str)]) -> Result<(), String> {
    let binary = telar(profile)?;
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let server = Server::demo(&binary, folder.path())?;
    browse_on(&server, config, environment, &binary)
}

/// The same on a server that already runs.
pub fn browse_on(server: &Server, config: &str, environment: &[(&str, &str)], binary: &Path) -> Result<(), String> {
    run(npm_program(&root().join("e2e"), "playwright")
        .args(["test", "--config", config])
        .env("TELAR_DEMO", server.ready.to_string())
        .env("TELAR_BINARY", binary)
        .env("TELAR_CHROMIUM", setup::CHROMIUM)
        .envs(environment.iter().copied()))
}
