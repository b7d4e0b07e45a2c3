//! Backups, restores and the journal.

use crate::telar::{Running, content, get, shown, telar};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

fn on(folder: &Path, line: &[&str]) -> crate::telar::Ran {
    telar(&[line, &["--json", "--data", &shown(folder)]].concat())
}

#[test]
fn a_backup_taken_while_serving_becomes_the_same_site_elsewhere() {
    let folder = tempfile::tempdir().expect("a folder");
    let (here, there) = (folder.path().join("here"), folder.path().join("there"));
    let site = Running::serve(&here, &[]);
    let file = shown(&folder.path().join("telar.backup"));
    let made = on(&here, &["backup", &file]);
    assert_eq!(made.code, 0, "{}", made.err);
    let facts = made.json()["facts"].as_u64().expect("a number");
    assert!(facts > 0);
    assert_eq!(get(&format!("{}/healthz", site.url)).status, 200);
    let restored = on(&there, &["restore", &file]);
    assert_eq!(restored.code, 0, "{}", restored.err);
    assert_eq!(restored.json()["facts"].as_u64(), Some(facts));
    assert!(restored.json()["epoch"].as_u64() > Some(1), "a new life of the node");
    assert!(restored.err.contains("--redactions"), "erasures are spoken of: {}", restored.err);
    for check in [&["journal", "verify"][..], &["journal", "rebuild", "--check"]] {
        let checked = on(&there, check);
        assert_eq!(checked.code, 0, "{}", checked.err);
        assert_eq!(checked.json()["ok"], true);
    }
    let again = Running::serve(&there, &[]);
    assert_eq!(get(&format!("{}/", again.url)).status, 200);
}

#[test]
fn a_fact_that_was_changed_on_the_disk_is_found() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(Running::serve(folder.path(), &[]).end().code(), Some(0));
    assert_eq!(on(folder.path(), &["journal", "verify"]).code, 0);
    // The embedded engine keeps no checksums: one letter of a programme's title, wherever it stands.
    let (file, title) = (folder.path().join("telar.db"), b"Comprehensive care for children".as_slice());
    let mut bytes = std::fs::read(&file).expect("the database");
    let places: Vec<usize> = (0..bytes.len() - title.len()).filter(|at| bytes[*at..].starts_with(title)).collect();
    assert!(!places.is_empty(), "the journal holds the programme");
    for at in places {
        bytes[at] = b'c';
    }
    std::fs::write(&file, bytes).expect("changed");
    let checked = on(folder.path(), &["journal", "verify"]);
    assert_eq!(checked.code, 4, "{}", checked.err);
    assert_eq!(checked.json()["ok"], false);
}

#[test]
fn a_restore_never_overwrites() {
    let folder = tempfile::tempdir().expect("a folder");
    let site = folder.path().join("site");
    assert_eq!(Running::serve(&site, &[]).end().code(), Some(0));
    let file = shown(&folder.path().join("telar.backup"));
    assert_eq!(on(&site, &["backup", &file]).code, 0);
    let before = content(&site);
    let refused = on(&site, &["restore", &file]);
    assert_eq!((refused.code, refused.json()["error"].as_str()), (3, Some("not_empty")));
    assert!(before == content(&site), "nothing was touched");
    let serving = Running::serve(&site, &[]);
    assert_eq!((on(&site, &["restore", &file]).code, on(&site, &["journal", "rebuild"]).code), (3, 3), "in use");
    drop(serving);
}

#[test]
fn what_telar_writes_is_for_its_user_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let site = folder.path().join("site");
    assert_eq!(Running::serve(&site, &[]).end().code(), Some(0));
    let file = folder.path().join("telar.backup");
    assert_eq!(on(&site, &["backup", &shown(&file)]).code, 0);
    for path in [site.clone(), site.join("telar.db"), file] {
        let mode = std::fs::metadata(&path).expect("there").permissions().mode();
        assert_eq!(mode & 0o077, 0, "{path:?}");
    }
}

#[test]
fn a_backup_never_overwrites() {
    let folder = tempfile::tempdir().expect("a folder");
    let site = folder.path().join("site");
    assert_eq!(Running::serve(&site, &[]).end().code(), Some(0));
    let file = folder.path().join("telar.backup");
    std::fs::write(&file, "last week's").expect("written");
    let refused = on(&site, &["backup", &shown(&file)]);
    assert_eq!((refused.code, refused.json()["error"].as_str()), (3, Some("exists")));
    assert_eq!(std::fs::read(&file).expect("there"), b"last week's");
}

#[test]
fn a_sealed_backup_opens_with_its_passphrase_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let (site, other) = (folder.path().join("site"), folder.path().join("other"));
    assert_eq!(Running::serve(&site, &[]).end().code(), Some(0));
    let write = |name: &str, text: &str| {
        std::fs::write(folder.path().join(name), text).expect("written");
        shown(&folder.path().join(name))
    };
    let (right, wrong, empty) =
        (write("right", "tres hilos rojos\n"), write("wrong", "dos hilos\n"), write("empty", "\n"));
    let file = shown(&folder.path().join("telar.backup"));
    assert_eq!(on(&site, &["backup", &file, "--passphrase-file", &empty]).code, 2);
    assert_eq!(on(&site, &["backup", &file, "--passphrase-file", &right]).json()["sealed"], true);
    let refused = |line: &[&str]| on(&other, line).json()["error"].as_str().map(str::to_owned);
    assert_eq!(refused(&["restore", &file]).as_deref(), Some("sealed"));
    assert_eq!(refused(&["restore", &file, "--passphrase-file", &wrong]).as_deref(), Some("wrong_key"));
    assert!(!other.join("telar.db").exists(), "nothing was written");
    assert_eq!(on(&other, &["restore", &file, "--passphrase-file", &right]).code, 0);
}

#[test]
fn a_damaged_backup_is_refused_before_anything_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let (site, other) = (folder.path().join("site"), folder.path().join("other"));
    assert_eq!(Running::serve(&site, &[]).end().code(), Some(0));
    let file = folder.path().join("telar.backup");
    assert_eq!(on(&site, &["backup", &shown(&file)]).code, 0);
    let bytes = std::fs::read(&file).expect("there");
    std::fs::write(&file, &bytes[..bytes.len() / 2]).expect("cut");
    let refused = on(&other, &["restore", &shown(&file)]);
    assert_eq!((refused.code, refused.json()["error"].as_str()), (3, Some("damaged")));
    std::fs::write(&file, "a letter").expect("written");
    assert_eq!(on(&other, &["restore", &shown(&file)]).json()["error"], "not_a_backup");
    assert!(!other.join("telar.db").exists(), "nothing was written");
}

#[test]
fn a_programme_is_checked_by_file_and_line() {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../programmes/atencion-integral");
    let sound = telar(&["programme", "check", &shown(&shipped), "--json"]);
    assert_eq!(sound.code, 0, "{}", sound.err);
    assert_eq!(sound.json()["ok"], true);
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("programme.toml"), "format = 1\ntitle = [\n").expect("written");
    let broken = telar(&["programme", "check", &shown(folder.path()), "--json"]);
    assert_eq!(broken.code, 4);
    let problems = broken.json()["problems"].as_array().expect("a list").clone();
    assert!(
        problems.iter().any(|one| one["file"] == "programme.toml" && one["line"].as_u64() > Some(0)),
        "{problems:?}"
    );
}

#[test]
fn the_programme_that_ships_is_there_already() {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../programmes/atencion-integral");
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(Running::serve(folder.path(), &[]).end().code(), Some(0));
    let imported = on(folder.path(), &["programme", "import", &shown(&shipped)]);
    assert_eq!(imported.code, 0, "{}", imported.err);
    assert_eq!(imported.json()["new"], false);
}

/// Every file of a folder, by its path inside.
fn files_of(folder: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    let mut found = std::collections::BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(here) = open.pop() {
        for entry in std::fs::read_dir(here).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("inside").to_string_lossy().into_owned();
                found.insert(name, std::fs::read(&path).expect("a file"));
            }
        }
    }
    found
}

#[test]
fn what_was_imported_comes_out_again_equal_to_the_byte() {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../programmes/atencion-integral");
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(Running::serve(folder.path(), &[]).end().code(), Some(0));
    let to = folder.path().join("out");
    let export = |more: &[&str]| {
        let to = shown(&to);
        on(folder.path(), &[&["programme", "export", "--slug", "atencion-integral", "--to", &to], more].concat())
    };
    let other = export(&["--label", "1999"]);
    assert_eq!((other.code, other.json()["error"].as_str()), (3, Some("no_such_version")));
    let exported = export(&[]);
    assert_eq!(exported.code, 0, "{}", exported.err);
    assert!(files_of(&to) == files_of(&shipped), "the same files, to the byte");
    assert_eq!(export(&[]).json()["error"], "folder_not_empty", "nothing is overwritten");
}
