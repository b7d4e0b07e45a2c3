//! Running `telar` and talking to it.

use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};

pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    /// The one line that `--json` prints.
    pub fn json(&self) -> Value {
        assert_eq!(self.out.lines().count(), 1, "one line, not: {}\n{}", self.out, self.err);
        serde_json::from_str(&self.out).expect("a JSON line")
    }
}

/// The binary in an environment that says nothing but what is given.
pub fn command(arguments: &[&str], variables: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_telar"));
    command.args(arguments).env_clear().envs(variables.iter().copied());
    command
}

pub fn telar(arguments: &[&str]) -> Ran {
    telar_in(arguments, &[])
}

pub fn telar_in(arguments: &[&str], variables: &[(&str, &str)]) -> Ran {
    let output = command(arguments, variables).stdin(Stdio::null()).output().expect("telar runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("telar speaks UTF-8");
    Ran { code: output.status.code().expect("an exit code"), out: text(output.stdout), err: text(output.stderr) }
}

/// A `telar serve` or `telar demo` that is up. It ends with the test.
pub struct Running {
    child: Child,
    pub ready: Value,
    pub url: String,
}

impl Running {
    pub fn serve(folder: &Path, more: &[&str]) -> Self {
        let folder = folder.to_string_lossy();
        let arguments = ["serve", "--json", "--listen", "127.0.0.1:0", "--data", &folder];
        Self::start(command(&[&arguments, more].concat(), &[]))
    }

    pub fn start(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("telar starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("piped")).read_line(&mut line).expect("a line");
        let mut stderr = child.stderr.take().expect("piped");
        if line.is_empty() {
            let mut said = String::new();
            let _ = stderr.read_to_string(&mut said);
            panic!("telar ended before it was ready: {said}");
        }
        // Read on, so that telar never waits for a full pipe.
        std::thread::spawn(move || std::io::copy(&mut stderr, &mut std::io::sink()));
        let ready: Value = serde_json::from_str(&line).unwrap_or_else(|_| panic!("a JSON line, not {line}"));
        let url = ready["url"].as_str().expect("a url").to_owned();
        Self { child, ready, url }
    }

    pub fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).expect("the process is there");
    }

    /// Waits for one that was told to end.
    pub fn end_already_told(mut self) -> ExitStatus {
        self.child.wait().expect("it ends")
    }

    /// Ends it as a service manager does, and waits.
    pub fn end(mut self) -> ExitStatus {
        self.signal(Signal::TERM);
        self.child.wait().expect("it ends")
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub struct Answer {
    pub status: u16,
    pub body: String,
}

pub fn get(url: &str) -> Answer {
    let rest = url.strip_prefix("http://").expect("plain http");
    let (host, path) = rest.split_once('/').map_or((rest, ""), |(host, path)| (host, path));
    let mut stream = TcpStream::connect(host).expect("it listens");
    let request = format!("GET /{path} HTTP/1.1\r\nHost: {host}\r\nAccept: */*\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).expect("sent");
    read_answer(&mut stream)
}

pub fn read_answer(stream: &mut impl Read) -> Answer {
    let mut bytes = Vec::new();
    // A TLS peer may close without saying so: what came counts.
    let _ = stream.read_to_end(&mut bytes);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let status = text.split(' ').nth(1).and_then(|status| status.parse().ok());
    let body = text.split_once("\r\n\r\n").map_or(String::new(), |(_, body)| body.to_owned());
    Answer { status: status.unwrap_or_else(|| panic!("an HTTP answer, not {text:?}")), body }
}

/// Every file of a folder with its content, to see that nothing was touched.
pub fn content(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_file())
        .map(|path| (path.to_string_lossy().into_owned(), std::fs::read(&path).expect("readable")))
        .collect();
    files.sort();
    files
}

pub fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
