//! No word without a place: each message in `locales/` must be named by some source or template, as its method or by its id.

use super::{File, Finding};
use std::collections::BTreeSet;

/// Spanish is the language that must be whole; the build compares the others with it.
const FIRST: &str = "locales/es/";

pub fn unused(files: &[File]) -> Vec<Finding> {
    let mut named = BTreeSet::new();
    for file in files.iter().filter(|file| is_source(&file.path)) {
        let is_name = |character: char| character.is_alphanumeric() || character == '_' || character == '-';
        named.extend(file.text.split(|character| !is_name(character)).filter(|word| !word.is_empty()));
    }
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.path.starts_with(FIRST) && file.path.ends_with(".ftl")) {
        for (line, id) in messages(&file.text) {
            let used_by_another = file.text.contains(&format!("{{ {id} }}"));
            if !named.contains(id) && !named.contains(id.replace('-', "_").as_str()) && !used_by_another {
                findings.push(Finding::wrong(
                    &file.path,
                    line,
                    format!("no page or program says `{id}`: use it, or remove it in every language"),
                ));
            }
        }
    }
    findings
}

fn is_source(path: &str) -> bool {
    let source = [".rs", ".html", ".ts", ".typ"].iter().any(|end| path.ends_with(end));
    source && (path.starts_with("crates/") || path.starts_with("client/"))
}

/// Messages (not terms, which start with a dash) and their lines.
fn messages(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().filter_map(|(index, line)| {
        let id = line.split_once('=')?.0.trim_end();
        let starts = line.starts_with(|character: char| character.is_ascii_alphabetic());
        let is_id =
            id.chars().all(|character| character.is_ascii_alphanumeric() || character == '-' || character == '_');
        (starts && is_id).then_some((index + 1, id))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> File {
        File { path: path.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn a_message_that_nobody_says_is_found() {
        let files = [
            file(
                "locales/es/public.ftl",
                "# a = comment\njoin-title = Únase\njoin-lost = Nadie\n    .attribute = x\n-brand = Telar\n",
            ),
            file("crates/web/templates/join.html", "<h1>{{ w.join_title() }}</h1>"),
        ];
        let findings = unused(&files);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].place, "locales/es/public.ftl:3");
        assert!(findings[0].what.contains("`join-lost`"));
    }

    #[test]
    fn a_part_of_a_longer_name_does_not_count() {
        let files = [
            file("locales/es/a.ftl", "join = x\n"),
            file("crates/web/src/a.rs", "w.join_title(); rejoin(); // joined"),
        ];
        assert_eq!(unused(&files).len(), 1);
    }

    #[test]
    fn ids_and_methods_both_count() {
        let files = [
            file("locales/es/a.ftl", "cli-help = x\nquiz-saved = y\n"),
            file("crates/server/src/a.rs", "say(\"cli-help\")"),
            file("client/src/a.ts", "const w = words['quiz-saved']"),
        ];
        assert_eq!(unused(&files), []);
    }
}
