//! What goes where: the result on standard output (one JSON line with `--json`), everything else on standard error.
//! It must not know what the results mean.

use crate::outcome::{Exit, Problem};
use fast_qr::{ECL, QRBuilder};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;
use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// Who reads standard output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reader {
    Person,
    Script,
}

#[derive(Clone, Copy)]
pub struct Output {
    reader: Reader,
}

impl Output {
    /// Looked for by hand because a command line that clap refuses must already answer in JSON.
    pub fn new(arguments: &[OsString]) -> Self {
        let json =
            arguments.iter().skip(1).take_while(|argument| *argument != "--").any(|argument| argument == "--json");
        Self { reader: if json { Reader::Script } else { Reader::Person } }
    }

    /// A line of the result, for people.
    pub fn say(&self, line: &str) {
        if self.reader == Reader::Person {
            write(std::io::stdout(), line);
        }
    }

    /// The result, for scripts: one line.
    pub fn json(&self, result: &impl Serialize) {
        if self.reader == Reader::Script {
            write(std::io::stdout(), &serde_json::to_string(result).expect("results are plain data"));
        }
    }

    /// A word on the side, for people in both cases.
    pub fn note(&self, line: &str) {
        write(std::io::stderr(), line);
    }

    pub fn problem(&self, problem: &Problem) -> Exit {
        self.json(problem);
        self.note(&problem.what);
        if !problem.remedy.is_empty() {
            self.note(&problem.remedy);
        }
        problem.exit
    }

    pub fn progress(&self, label: String) -> Progress {
        Progress::new(label)
    }

    /// An address to point a telephone at.
    pub fn qr(&self, address: &str) {
        if let Ok(code) = QRBuilder::new(address).ecl(ECL::L).build() {
            self.say(&code.to_str());
        }
    }
}

/// A reader that went away (`telar settings | head`) is no reason to panic.
fn write(mut stream: impl Write, line: &str) {
    let _ = writeln!(stream, "{line}");
    let _ = stream.flush();
}

/// How far long work is: a bar on a terminal; elsewhere (a log, a pipe) a line every few seconds.
pub struct Progress {
    label: String,
    bar: Option<ProgressBar>,
    said: Instant,
}

impl Progress {
    const EVERY: Duration = Duration::from_secs(3);

    fn new(label: String) -> Self {
        let bar = std::io::stderr().is_terminal().then(|| {
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr_with_hz(10));
            bar.set_style(
                ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {eta}").expect("the template is fixed"),
            );
            bar.set_message(label.clone());
            bar
        });
        Self { label, bar, said: Instant::now() }
    }

    pub fn at(&mut self, done: u64, all: u64) {
        match &self.bar {
            Some(bar) => {
                bar.set_length(all.max(done));
                bar.set_position(done);
            }
            None if self.said.elapsed() >= Self::EVERY => {
                self.said = Instant::now();
                write(std::io::stderr(), &format!("{} {done}/{all}", self.label));
            }
            None => {}
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
