//! `cargo xtask tidy`: rules of the house that no compiler knows. Each rule is a function from text to findings, so that a small
//! text can show that it bites; this module gathers the files and prints what was found. A finding says where and what to do.

mod directions;
mod files;
mod rust_source;
mod words;

use crate::workspace::{command, output, root};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Something to change, or (a warning) soon to change.
#[derive(Debug, PartialEq, Eq)]
pub struct Finding {
    pub place: String,
    pub what: String,
    pub weight: Weight,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Wrong,
    Warning,
}

impl Finding {
    pub fn wrong(file: &str, line: usize, what: impl Into<String>) -> Finding {
        Finding { place: format!("{file}:{line}"), what: what.into(), weight: Weight::Wrong }
    }

    pub fn warning(file: &str, line: usize, what: impl Into<String>) -> Finding {
        Finding { weight: Weight::Warning, ..Finding::wrong(file, line, what) }
    }
}

/// A text file of the project: its path from the root, with `/`, and what it holds.
pub struct File {
    pub path: String,
    pub text: String,
}

pub fn tidy() -> Result<(), String> {
    let files = project_files()?;
    let mut findings = directions::check(&metadata()?)?;
    for file in &files {
        findings.extend(files::check(file));
    }
    findings.extend(words::unused(&files));
    findings.extend(files::undocumented_dependencies(&files));
    findings.extend(files::unpaired_migrations(&files));
    findings.sort_by(|one, other| one.place.cmp(&other.place));
    for finding in &findings {
        let weight = if finding.weight == Weight::Warning { "warning: " } else { "" };
        println!("{}: {weight}{}", finding.place, finding.what);
    }
    let wrong = findings.iter().filter(|finding| finding.weight == Weight::Wrong).count();
    println!("tidy: {} files read, {wrong} to mend, {} warnings", files.len(), findings.len() - wrong);
    if wrong == 0 { Ok(()) } else { Err(format!("{wrong} findings")) }
}

fn metadata() -> Result<Value, String> {
    let text = output(&mut command("cargo", &["metadata", "--format-version", "1", "--no-deps"]))?;
    serde_json::from_str(&text).map_err(|error| format!("cargo metadata: {error}"))
}

/// Every text file that git knows or would take in: what is ignored is not ours to judge.
fn project_files() -> Result<Vec<File>, String> {
    let list = output(&mut command("git", &["ls-files", "--cached", "--others", "--exclude-standard", "-z"]))?;
    let mut files = Vec::new();
    for path in list.split('\0').filter(|path| !path.is_empty()) {
        let full = root().join(path);
        // Gone from the folder and not yet from git, a link, or no text: nothing to read.
        if Path::new(&full).is_file()
            && let Ok(text) = fs::read_to_string(&full)
        {
            files.push(File { path: path.to_owned(), text });
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files.dedup_by(|one, other| one.path == other.path);
    Ok(files)
}
