//! Makes one method a message out of `locales/`, so that a message that is missing, or misses an argument, fails the build.

#[path = "src/check.rs"]
mod check;

use check::{Completeness, Messages};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The languages that carry every message. The first is the original: what a further language lacks comes from it.
const WHOLE: [&str; 2] = ["es", "en"];

struct Language {
    code: String,
    files: Vec<PathBuf>,
    messages: Messages,
}

fn main() {
    let locales = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap()).join("../../locales").canonicalize().unwrap();
    println!("cargo:rerun-if-changed={}", locales.display());
    println!("cargo:rerun-if-changed=src/check.rs");
    let mut problems = Vec::new();
    let mut languages: Vec<Language> = folders(&locales).iter().map(|folder| language(folder, &mut problems)).collect();
    languages.sort_by_key(|language| {
        (WHOLE.iter().position(|code| *code == language.code).unwrap_or(WHOLE.len()), language.code.clone())
    });
    let (original, others) = languages.split_first().expect("locales/es is missing");
    assert_eq!(original.code, WHOLE[0], "locales/es is missing");
    for other in others {
        let whole = WHOLE.contains(&other.code.as_str());
        let completeness = if whole { Completeness::Whole } else { Completeness::Partial };
        check::compare(&original.messages, &other.messages, completeness, &mut problems);
    }
    if !problems.is_empty() {
        for problem in &problems {
            println!("cargo:error={problem}");
        }
        panic!("the words in locales/ do not agree:\n{}", problems.join("\n"));
    }
    let made = Path::new(&env::var("OUT_DIR").unwrap()).join("words.rs");
    fs::write(made, code(&languages)).unwrap();
}

fn folders(locales: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(locales).expect("locales/ is missing");
    entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect()
}

fn language(folder: &Path, problems: &mut Vec<String>) -> Language {
    let code = folder.file_name().unwrap().to_string_lossy().into_owned();
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ftl"))
        .collect();
    files.sort();
    let mut messages = Messages::new();
    for path in &files {
        let name = format!("locales/{code}/{}", path.file_name().unwrap().to_string_lossy());
        check::read(&name, &fs::read_to_string(path).unwrap(), &mut messages, problems);
    }
    Language { code, files, messages }
}

fn code(languages: &[Language]) -> String {
    let mut out = String::new();
    writeln!(out, "pub(crate) const LANGUAGES: &[&str] = &[").unwrap();
    for language in languages {
        writeln!(out, "    {:?},", language.code).unwrap();
    }
    writeln!(out, "];\npub(crate) const SOURCES: &[&[&str]] = &[").unwrap();
    for language in languages {
        let included: Vec<String> = language.files.iter().map(|file| format!("include_str!({file:?})")).collect();
        writeln!(out, "    &[{}],", included.join(", ")).unwrap();
    }
    writeln!(out, "];\nimpl Words {{").unwrap();
    for (id, message) in &languages[0].messages {
        method(&mut out, id, message, languages);
    }
    out.push_str("}\n");
    out
}

fn method(out: &mut String, id: &str, message: &check::Message, languages: &[Language]) {
    let name = id.replace('-', "_");
    let texts: Option<Vec<String>> = languages
        .iter()
        .map(|language| language.messages.get(id).unwrap_or(message).plain.as_ref().map(|text| format!("{text:?}")))
        .collect();
    writeln!(out, "    /// `{id}` in {}", message.file).unwrap();
    if let Some(texts) = texts {
        writeln!(
            out,
            "    pub fn {name}(&self) -> String {{\n        [{}][self.index].to_owned()\n    }}",
            texts.join(", ")
        )
        .unwrap();
        return;
    }
    let parameters: String =
        message.arguments.iter().map(|argument| format!(", {argument}: impl Into<FluentValue<'a>>")).collect();
    writeln!(out, "    pub fn {name}<'a>(&self{parameters}) -> String {{").unwrap();
    writeln!(out, "        let mut arguments = FluentArgs::with_capacity({});", message.arguments.len()).unwrap();
    for argument in &message.arguments {
        writeln!(out, "        arguments.set({argument:?}, {argument});").unwrap();
    }
    writeln!(out, "        self.format({id:?}, &arguments)\n    }}").unwrap();
}
