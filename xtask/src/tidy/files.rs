//! Rules for single files and for files that belong together: length, opening paragraph, unfinished work, SQL outside its
//! room, addresses and paths that belong to one machine, dependencies without a line, migrations without their pair.

use super::rust_source::parts;
use super::{File, Finding};
use std::collections::{BTreeMap, BTreeSet};

const LONG: usize = 500;
const TOO_LONG: usize = 600;

/// What must not stay in the code; split so that this file does not find itself.
const UNFINISHED: [&str; 4] =
    [concat!("todo", "!"), concat!("unimplemented", "!"), concat!("dbg", "!"), concat!("#[ig", "nore")];
const DRIVERS: [&str; 2] = ["rusqlite", "postgres::"];
/// Words in this order within one string make it SQL.
const SQL: [(&str, &str); 6] = [
    ("SELECT ", " FROM "),
    ("INSERT ", " INTO "),
    ("UPDATE ", " SET "),
    ("DELETE ", " FROM "),
    ("CREATE ", " TABLE "),
    ("ALTER ", " TABLE "),
];
/// Folders that only some machines have.
const MACHINE: [&str; 5] =
    [concat!("/", "work/"), concat!("/", "root/"), concat!("/", "home/"), concat!("/", "Users/"), concat!("/", "tmp/")];

pub fn check(file: &File) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(length(file));
    findings.extend(addresses(file));
    findings.extend(machine_paths(file));
    if file.path.ends_with(".rs") {
        findings.extend(opening(file));
        findings.extend(unfinished(file));
        findings.extend(database_outside_store(file));
    }
    findings
}

fn length(file: &File) -> Option<Finding> {
    let counted = [".rs", ".ts", ".css", ".html", ".typ"].iter().any(|end| file.path.ends_with(end));
    let lines = file.text.lines().count();
    let advice =
        format!("{lines} lines: it has two subjects; give each its file (at most {TOO_LONG}, aim below {LONG})");
    match lines {
        _ if !counted => None,
        0..=LONG => None,
        501..=TOO_LONG => Some(Finding::warning(&file.path, lines, advice)),
        _ => Some(Finding::wrong(&file.path, lines, advice)),
    }
}

fn opening(file: &File) -> Option<Finding> {
    let advice = "begin with one `//!` paragraph: what this module is, and what it must not know";
    (!file.text.starts_with("//!")).then(|| Finding::wrong(&file.path, 1, advice))
}

fn unfinished(file: &File) -> Vec<Finding> {
    let code = parts(&file.text).code;
    let mut findings = Vec::new();
    for (index, line) in code.lines().enumerate() {
        for mark in UNFINISHED.iter().filter(|mark| is_word_in(line, mark)) {
            findings.push(Finding::wrong(
                &file.path,
                index + 1,
                format!("`{mark}` is left here: finish it or take it out"),
            ));
        }
    }
    findings
}

fn database_outside_store(file: &File) -> Vec<Finding> {
    // journeys look at a whole Telar from outside and may look into its store; xtask names the words it looks for.
    let free = ["crates/store/", "crates/journeys/", "xtask/"].iter().any(|room| file.path.starts_with(room));
    if free {
        return Vec::new();
    }
    let parts = parts(&file.text);
    let mut findings = Vec::new();
    for (index, line) in parts.code.lines().enumerate() {
        if DRIVERS.iter().any(|driver| is_word_in(line, driver)) {
            let advice = "a database driver outside `store`: give store a function in the words of its noun";
            findings.push(Finding::wrong(&file.path, index + 1, advice));
        }
    }
    for (line, text) in &parts.strings {
        if is_sql(text) {
            let advice = "SQL outside `store`: move the query there and give it a name";
            findings.push(Finding::wrong(&file.path, *line, advice));
        }
    }
    findings
}

fn is_sql(text: &str) -> bool {
    let flat = format!(" {} ", text.split_whitespace().collect::<Vec<_>>().join(" "));
    SQL.iter().any(|(first, then)| flat.find(first).is_some_and(|at| flat[at + first.len() - 1..].contains(then)))
}

/// `word` in `line`, not as the end of a longer name.
fn is_word_in(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|before| before.is_alphanumeric() || before == '_')
    })
}

fn addresses(file: &File) -> Vec<Finding> {
    if !file.path.ends_with("package-lock.json") {
        return Vec::new();
    }
    let advice = "an address in a lock file: write it again with omit-lockfile-registry-resolved=true";
    let lines = file.text.lines().enumerate();
    lines
        .filter(|(_, line)| line.contains("\"resolved\""))
        .map(|(index, _)| Finding::wrong(&file.path, index + 1, advice))
        .collect()
}

fn machine_paths(file: &File) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, line) in file.text.lines().enumerate() {
        for folder in MACHINE {
            // Within a longer path or address (`/usr/home/`, `example.org/home/`) it names something else.
            let starts_path = line.match_indices(folder).any(|(at, _)| {
                let before = line[..at].chars().next_back();
                !before.is_some_and(|before| before.is_alphanumeric() || "._-/*}".contains(before))
            });
            if starts_path {
                let advice = format!(
                    "`{folder}…` exists on one machine only: say it from the project's folder or take it as a setting"
                );
                findings.push(Finding::wrong(&file.path, index + 1, advice));
            }
        }
    }
    findings
}

/// Every third-party entry of `[workspace.dependencies]`, every npm and every Python package that is asked for by name has a line that
/// says what it is for.
pub fn undocumented_dependencies(files: &[File]) -> Vec<Finding> {
    const BOOK: &str = "docs/decisions/dependencies.md";
    let book = files.iter().find(|file| file.path == BOOK).map_or("", |file| file.text.as_str());
    let mut findings = Vec::new();
    for file in files {
        let names = match file.path.as_str() {
            "Cargo.toml" => third_party(&file.text),
            path if path.ends_with("/package.json") => npm_packages(&file.text),
            path if path.ends_with("/requirements.txt") => python_packages(&file.text),
            _ => continue,
        };
        for (line, name) in names {
            if !book.contains(&format!("`{name}`")) {
                let advice = format!("`{name}` has no line in {BOOK}: say what for and what else was looked at");
                findings.push(Finding::wrong(&file.path, line, advice));
            }
        }
    }
    findings
}

/// The entries of `dependencies` and `devDependencies`, one a line as npm writes them.
fn npm_packages(manifest: &str) -> Vec<(usize, &str)> {
    let mut within = false;
    let mut names = Vec::new();
    for (index, line) in manifest.lines().enumerate() {
        let line = line.trim();
        if line.ends_with('{') {
            within = line.starts_with("\"dependencies\"") || line.starts_with("\"devDependencies\"");
        } else if line.starts_with('}') {
            within = false;
        } else if within && let Some((name, _)) = line.split_once(':') {
            names.push((index + 1, name.trim_matches('"')));
        }
    }
    names
}

/// One a line, each with its version. What they need themselves stands in `constraints.txt`.
fn python_packages(requirements: &str) -> Vec<(usize, &str)> {
    let lines = requirements.lines().enumerate();
    lines.filter_map(|(index, line)| Some((index + 1, line.split_once("==")?.0.trim()))).collect()
}

fn third_party(manifest: &str) -> Vec<(usize, &str)> {
    let mut within = false;
    let mut names = Vec::new();
    for (index, line) in manifest.lines().enumerate() {
        if line.starts_with('[') {
            within = line.trim() == "[workspace.dependencies]";
        } else if within
            && !line.contains("path =")
            && !line.starts_with('#')
            && let Some((name, _)) = line.split_once('=')
        {
            names.push((index + 1, name.trim()));
        }
    }
    names
}

/// A migration has the same name in the folder of each engine.
pub fn unpaired_migrations(files: &[File]) -> Vec<Finding> {
    let mut engines: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for file in files {
        if let Some(path) = file.path.strip_prefix("crates/store/migrations/")
            && let Some((engine, name)) = path.split_once('/')
        {
            engines.entry(engine).or_default().insert(name);
        }
    }
    let all: BTreeSet<&str> = engines.values().flatten().copied().collect();
    let mut findings = Vec::new();
    for (engine, names) in &engines {
        for missing in all.difference(names) {
            let path = format!("crates/store/migrations/{engine}/{missing}");
            findings.push(Finding::wrong(&path, 1, "this migration exists for another engine only: write its pair"));
        }
    }
    if engines.len() == 1 {
        findings.push(Finding::wrong(
            "crates/store/migrations",
            1,
            "migrations for one engine only: write their pairs",
        ));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::Weight;

    fn file(path: &str, text: &str) -> File {
        File { path: path.to_owned(), text: text.to_owned() }
    }

    fn whats(path: &str, text: &str) -> Vec<String> {
        check(&file(path, text)).into_iter().map(|finding| format!("{}: {}", finding.place, finding.what)).collect()
    }

    #[test]
    fn a_good_module_has_no_findings() {
        let text = "//! What it is.\n\n// A word about SELECT … FROM in a comment is no SQL.\nfn a() -> &'static str { \"SELECT your seat\" }\n";
        assert_eq!(whats("crates/app/src/a.rs", text), Vec::<String>::new());
    }

    #[test]
    fn a_module_without_a_paragraph_is_found() {
        assert!(whats("crates/app/src/a.rs", "use std::fs;\n")[0].starts_with("crates/app/src/a.rs:1: begin with"));
    }

    #[test]
    fn long_files_are_warned_of_and_then_refused() {
        let lines = |count: usize| format!("//! x\n{}", "\n".repeat(count - 1));
        assert_eq!(check(&file("a.rs", &lines(500))), []);
        assert_eq!(check(&file("a.rs", &lines(501)))[0].weight, Weight::Warning);
        assert_eq!(check(&file("a.rs", &lines(601)))[0].weight, Weight::Wrong);
        assert_eq!(check(&file("a.md", &lines(2000))), []);
    }

    #[test]
    fn unfinished_work_is_found_where_it_stands() {
        for mark in UNFINISHED {
            let text = format!("//! x\nfn a() {{\n    {mark}(1)\n}}\n");
            assert!(whats("crates/web/src/a.rs", &text)[0].starts_with("crates/web/src/a.rs:3:"), "{mark}");
            assert_eq!(
                whats("crates/web/src/a.rs", &format!("//! x\n// {mark}\nfn my_{mark}() {{}}\n")).len(),
                0,
                "{mark}"
            );
        }
    }

    #[test]
    fn drivers_and_sql_live_in_store() {
        let driver = "//! x\nuse rusqlite::Connection;\n";
        assert!(whats("crates/app/src/a.rs", driver)[0].contains("database driver"));
        assert_eq!(whats("crates/store/src/a.rs", driver).len(), 0);
        let sql = "//! x\nconst Q: &str = \"\n  SELECT name\n  FROM people\";\n";
        assert_eq!(
            whats("crates/web/src/a.rs", sql),
            ["crates/web/src/a.rs:2: SQL outside `store`: move the query there and give it a name"]
        );
        assert!(is_sql("DELETE FROM t") && is_sql("INSERT INTO t VALUES (1)") && is_sql("UPDATE t SET a = 1"));
        assert!(is_sql("CREATE TABLE t (a)") && !is_sql("Please SELECT one") && !is_sql("select from the list"));
    }

    #[test]
    fn addresses_in_lock_files_are_found() {
        let lock = "{\n  \"version\": \"1\",\n  \"resolved\": \"x\"\n}\n";
        assert!(whats("client/package-lock.json", lock)[0].starts_with("client/package-lock.json:3:"));
        assert_eq!(whats("client/package.json", lock).len(), 0);
    }

    #[test]
    fn paths_of_one_machine_are_found() {
        let path = format!("see {}me/notes\n", MACHINE[2]);
        assert!(whats("README.md", &path)[0].starts_with("README.md:1:"));
        assert_eq!(whats("README.md", &format!("see example.org{}x and /usr{}y\n", MACHINE[2], MACHINE[2])).len(), 0);
    }

    #[test]
    fn a_dependency_without_a_line_is_found() {
        let manifest = "[workspace]\nx = 1\n[workspace.dependencies]\ndomain = { path = \"d\" }\n# why\nserde = \"1\"\ntoml = \"1\"\n[profile.dev]\ny = 1\n";
        let book = "| `serde` | data in and out |\n";
        let findings =
            undocumented_dependencies(&[file("Cargo.toml", manifest), file("docs/decisions/dependencies.md", book)]);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].place, "Cargo.toml:7");
        assert_eq!(undocumented_dependencies(&[file("Cargo.toml", manifest)]).len(), 2);
        let package =
            "{\n  \"name\": \"x\",\n  \"devDependencies\": {\n    \"@a/b\": \"1\",\n    \"c\": \"2\"\n  }\n}\n";
        let findings = undocumented_dependencies(&[
            file("e2e/package.json", package),
            file("docs/decisions/dependencies.md", "`c`"),
        ]);
        assert_eq!(findings.len(), 1);
        assert!(findings[0].place == "e2e/package.json:4" && findings[0].what.starts_with("`@a/b`"));
        let findings = undocumented_dependencies(&[
            file("crates/domain/tests/statistics/requirements.txt", "a==1\nb==2.0\n"),
            file("docs/decisions/dependencies.md", "`a`"),
        ]);
        assert_eq!(findings.len(), 1);
        assert!(findings[0].place.ends_with("/requirements.txt:2") && findings[0].what.starts_with("`b`"));
    }

    #[test]
    fn a_migration_without_its_pair_is_found() {
        let mut files = vec![
            file("crates/store/migrations/sqlite/V1__a.sql", ""),
            file("crates/store/migrations/postgres/V1__a.sql", ""),
        ];
        assert_eq!(unpaired_migrations(&files), []);
        files.push(file("crates/store/migrations/sqlite/V2__b.sql", ""));
        assert_eq!(unpaired_migrations(&files)[0].place, "crates/store/migrations/postgres/V2__b.sql:1");
        assert_eq!(unpaired_migrations(&[file("crates/store/migrations/sqlite/V1__a.sql", "")]).len(), 1);
    }
}
