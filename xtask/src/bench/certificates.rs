//! `bench certificates`: 1,000 certificates in one go, in the terminal and behind the page, with the demonstration's programme. How
//! long, how much memory, whether a second time gives the same bytes, and how long the page ever waits meanwhile.

use crate::http::{Client, Wanted};
use crate::learner::expect;
use crate::server::Server;
use crate::statistics::Check;
use crate::workspace::{Profile, command, output, telar};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const COUNT: usize = 1_000;

pub fn measure() -> Result<Vec<Check>, String> {
    let text = |error: std::io::Error| error.to_string();
    let binary = telar(Profile::Release)?;
    let folder = tempfile::tempdir().map_err(text)?;
    // The shipped programme and a cohort, as the demonstration makes them.
    Server::demo(&binary, folder.path())?.stop()?;
    let data = folder.path().to_str().ok_or("the temporary folder's path is not text")?;
    let count = COUNT.to_string();
    let making =
        ["run", "--quiet", "--release", "--package", "store", "--example", "many_certificates", "--", data, &count];
    let code = output(&mut command("cargo", &making))?.trim().to_owned();

    let papers = tempfile::tempdir().map_err(text)?;
    let (first, second) = (papers.path().join("first"), papers.path().join("second"));
    let once = print(&binary, (data, &code), &first)?;
    let twice = print(&binary, (data, &code), &second)?;
    let (size, differing) = compare(&first, &second)?;
    let mut checks = vec![
        Check::at_least("certificates printed", once.count, "", COUNT as f64),
        Check::at_most("1,000 certificates in the terminal", once.seconds * COUNT as f64 / once.count, "s", 30.0),
        Check::told("the same again", twice.seconds, "s"),
        Check::at_most("files that differ when repeated", differing as f64, "", 0.0),
        Check::at_most("most memory in the terminal", once.memory.max(twice.memory), "MB", 120.0),
        Check::told("one certificate", size as f64 / once.count / 1000.0, "kB"),
    ];
    let server = Server::demo(&binary, folder.path())?;
    checks.extend(behind_the_page(&server)?);
    server.stop()?;
    Ok(checks)
}

struct Printed {
    seconds: f64,
    memory: f64,
    count: f64,
}

fn print(binary: &Path, (data, cohort): (&str, &str), to: &Path) -> Result<Printed, String> {
    let started = Instant::now();
    let mut child = Command::new(binary)
        .args(["certificates", "print", "--json", "--public-url", "https://telar.example.org", "--data", data])
        .args(["--cohort", cohort, "--to"])
        .arg(to)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| error.to_string())?;
    let mut memory: f64 = 0.0;
    while child.try_wait().map_err(|error| error.to_string())?.is_none() {
        memory = memory.max(peak(child.id()).unwrap_or_default());
        thread::sleep(Duration::from_millis(20));
    }
    let seconds = started.elapsed().as_secs_f64();
    let done = child.wait_with_output().map_err(|error| error.to_string())?;
    let told: Value = serde_json::from_slice(&done.stdout).map_err(|error| error.to_string())?;
    let count = told["certificates"].as_f64().ok_or_else(|| format!("printing failed: {told}"))?;
    Ok(Printed { seconds, memory, count })
}

/// The most that a process ever had in memory, in megabytes.
fn peak(pid: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<f64>().ok()? / 1024.0)
}

/// How many bytes are in a folder, and how many of its files are not the same in the other.
fn compare(folder: &Path, other: &Path) -> Result<(u64, usize), String> {
    let (mut size, mut differing) = (0, 0);
    for entry in fs::read_dir(folder).map_err(|error| error.to_string())? {
        let entry = entry.map_err(|error| error.to_string())?;
        let bytes = fs::read(entry.path()).map_err(|error| error.to_string())?;
        size += bytes.len() as u64;
        differing += usize::from(fs::read(other.join(entry.file_name())).ok().is_none_or(|there| there != bytes));
    }
    Ok((size, differing))
}

/// The coordinator asks for all of them and looks how far it is, as her page does.
fn behind_the_page(server: &Server) -> Result<[Check; 3], String> {
    let mut client = Client::new(&server.url);
    let text = |error: std::io::Error| error.to_string();
    expect(client.get(&server.sign_in("coordinator")?), &[200, 303], "the coordinator's sign-in")?;
    // The desk of one cohort is that cohort's page.
    let desk = expect(client.get("/desk"), &[303], "the coordinator's desk")?;
    let cohort = desk.header("location").ok_or("the desk leads to no cohort")?.to_owned();
    let (page, file) = (format!("{cohort}/certificates"), format!("{cohort}/certificates/file"));
    let started = Instant::now();
    expect(client.post(&file, Wanted::Page, &[]), &[303], "asking for the file")?;
    let mut slowest = started.elapsed();
    loop {
        let asked = Instant::now();
        let told = client.get_json(&page).map_err(text)?.text();
        slowest = slowest.max(asked.elapsed());
        let told: Value = serde_json::from_str(&told).map_err(|error| format!("{error}: {told}"))?;
        match told["state"].as_str() {
            Some("ready") => break,
            Some("waiting" | "working") if started.elapsed() < Duration::from_secs(300) => {
                thread::sleep(Duration::from_millis(100));
            }
            _ => return Err(format!("the file was not made: {told}")),
        }
    }
    let took = started.elapsed().as_secs_f64();
    Ok([
        Check::at_most("1,000 certificates behind the page", took, "s", 30.0),
        Check::at_most("the longest answer meanwhile", slowest.as_secs_f64(), "s", 1.0),
        Check::told("most memory of the server", peak(server.pid()).unwrap_or(f64::NAN), "MB"),
    ])
}
