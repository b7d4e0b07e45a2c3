//! What is told of a package that was broken in one place.

use super::common::Files;
use programme::{Problem, read_files};

const AUTHORS: &str = include_str!("../../../../docs/programme-format.md");

pub fn broken(mut files: Files, file: &str, old: &str, new: &str) -> Files {
    let text = String::from_utf8(files[file].clone()).expect("the sample is UTF-8");
    assert!(text.contains(old), "{file} does not hold {old:?}");
    files.insert(file.to_owned(), text.replacen(old, new, 1).into_bytes());
    files
}

pub fn problems(files: &Files) -> Vec<Problem> {
    read_files(files).err().unwrap_or_default()
}

/// Whether the author's guide has the message. What stands in backticks, figures and places differ from case to case.
pub fn in_the_guide(what: &str) -> bool {
    let what = what.split(", in ").next().unwrap_or_default();
    let fixed = what.split('`').step_by(2).flat_map(|part| part.split(|c: char| c.is_ascii_digit()));
    fixed.map(|part| part.trim_matches([' ', '(', ')'])).all(|part| AUTHORS.contains(part))
}

/// The whole list, as `file:line what`.
pub fn told(files: &Files) -> Vec<String> {
    problems(files).iter().map(|one| format!("{}:{} {}", one.file, one.line, one.what)).collect()
}
