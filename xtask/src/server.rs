//! The `telar` binary as a process: started on a data folder, waited for until it says that it is ready, measured through
//! `/proc`, killed or stopped. Must not know what is asked of it over HTTP.

use crate::workspace::root;
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// Making the demonstration's people through the use cases takes its time in the dev profile.
const PATIENCE: Duration = Duration::from_secs(300);

pub struct Server {
    child: Child,
    pub url: String,
    /// The line it printed when ready.
    pub ready: Value,
    /// From the start of the process to that line.
    pub took: Duration,
}

/// The programme that is measured with and that journeys walk through: small, and the same as the shipped one grows.
pub fn programme() -> PathBuf {
    root().join("crates/journeys/fixtures/indicadores")
}

impl Server {
    /// `telar demo` on this folder: filled when empty, served as it is when not.
    pub fn demo(binary: &Path, data: &Path) -> Result<Server, String> {
        let mut command = Command::new(binary);
        command.args(["demo", "--json", "--listen", "127.0.0.1:0", "--programme"]).arg(programme());
        command.arg("--data").arg(data);
        Server::start(command)
    }

    /// Starts the command, which must print one line of JSON with its `url` when it is ready.
    pub fn start(mut command: Command) -> Result<Server, String> {
        let started = Instant::now();
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("cannot start {:?}: {error}", command.get_program()))?;
        let stdout = child.stdout.take().expect("piped above");
        let (tell, told) = mpsc::channel();
        // Goes on reading after the first line, so that the server never writes into a closed pipe.
        std::thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                drop(tell.send((line, started.elapsed())));
            }
        });
        let deadline = started + PATIENCE;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            let Ok((line, took)) = told.recv_timeout(left) else {
                drop(child.kill());
                let status = child.wait().map(|status| status.to_string()).unwrap_or_default();
                return Err(format!("the server said nothing with a url before its end ({status})"));
            };
            let Ok(ready) = serde_json::from_str::<Value>(&line) else { continue };
            if let Some(url) = ready["url"].as_str() {
                let url = url.trim_end_matches('/').to_owned();
                return Ok(Server { child, url, ready, took });
            }
        }
    }

    /// The path that signs in as this role, without the server's address (it may listen elsewhere after a restart).
    pub fn sign_in(&self, role: &str) -> Result<String, String> {
        let link =
            self.ready["sign_in"][role].as_str().ok_or_else(|| format!("no sign-in for {role} in {}", self.ready))?;
        let path = link.split_once("://").map_or(link, |(_, rest)| rest.find('/').map_or("/", |at| &rest[at..]));
        Ok(path.to_owned())
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// SIGKILL, and the wait until it is gone.
    pub fn kill(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }

    /// SIGTERM, and the wait until it has closed its store by itself.
    pub fn stop(mut self) -> Result<(), String> {
        crate::workspace::run(&mut crate::workspace::command("kill", &["-TERM", &self.pid().to_string()]))?;
        let status = self.child.wait().map_err(|error| error.to_string())?;
        if status.success() { Ok(()) } else { Err(format!("the server ended with {status} when asked to stop")) }
    }

    /// Processor time of all its threads so far, in user and in kernel (fields 14 and 15 of proc(5), in ticks of 10 ms).
    pub fn cpu(&self) -> Result<Duration, String> {
        let stat = read(&format!("/proc/{}/stat", self.pid()))?;
        ticks(&stat).map(|ticks| Duration::from_millis(ticks * 10)).ok_or_else(|| format!("cannot read {stat}"))
    }

    /// Memory in megabytes: its share of pages (PSS) and all that is resident (RSS).
    pub fn memory(&self) -> Result<Memory, String> {
        let rollup = read(&format!("/proc/{}/smaps_rollup", self.pid()))?;
        let field = |name| kilobytes(&rollup, name).ok_or_else(|| format!("no {name} in smaps_rollup"));
        Ok(Memory { pss: field("Pss:")? as f64 / 1024.0, rss: field("Rss:")? as f64 / 1024.0 })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

pub struct Memory {
    pub pss: f64,
    pub rss: f64,
}

fn read(path: &str) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))
}

/// utime and stime; the name in brackets may hold spaces, so fields are counted from the last bracket.
fn ticks(stat: &str) -> Option<u64> {
    let fields: Vec<&str> = stat[stat.rfind(')')? + 1..].split_whitespace().collect();
    Some(fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?)
}

fn kilobytes(rollup: &str, name: &str) -> Option<u64> {
    rollup.lines().find(|line| line.starts_with(name))?.split_whitespace().nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn processor_time_is_user_and_kernel() {
        let stat = "42 (a (b) c) S 1 42 42 0 -1 4194560 1 2 3 4 150 30 7 8 20 0 5 0 100 1000 10";
        assert_eq!(ticks(stat), Some(180));
        assert_eq!(ticks("42 (short) S 1"), None);
    }

    #[test]
    fn memory_is_read_by_name() {
        let rollup = "55d-7ff ---p 0 0 0 [rollup]\nRss:   20480 kB\nPss:   10240 kB\nPss_Anon: 1 kB\n";
        assert_eq!(kilobytes(rollup, "Pss:"), Some(10240));
        assert_eq!(kilobytes(rollup, "Rss:"), Some(20480));
        assert_eq!(kilobytes(rollup, "Swap:"), None);
    }
}
