//! The demonstration: every role one link away, and never over a real site. It must not know what is on the pages.

use crate::telar::{Running, command, content, get, shown, telar};
use rustix::process::Signal;
use std::path::Path;

const ROLES: [&str; 6] = ["learner", "facilitator", "assessor", "coordinator", "analyst", "administrator"];

fn demo(folder: &Path) -> Running {
    let folder = shown(folder);
    Running::start(command(&["demo", "--json", "--listen", "127.0.0.1:0", "--data", &folder], &[]))
}

#[test]
fn every_role_is_one_link_away_and_a_second_start_goes_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("demo");
    let first = demo(&data);
    let keys: Vec<&String> = first.ready.as_object().expect("an object").keys().collect();
    assert_eq!(keys, ["sign_in", "url"]);
    let links = first.ready["sign_in"].as_object().expect("an object");
    assert_eq!(links.len(), ROLES.len());
    for role in ROLES {
        let link = links[role].as_str().expect("a link");
        assert!(link.starts_with(&first.url));
        for _ in 0..2 {
            let status = get(link).status;
            assert!(matches!(status, 200 | 303), "{role}: {status}");
        }
    }
    assert_eq!(first.end().code(), Some(0));
    let facts = || telar(&["journal", "verify", "--json", "--data", &shown(&data)]).json()["facts"].as_u64();
    let before = facts();
    assert!(before > Some(100), "a living cohort: {before:?}");
    let second = demo(&data);
    assert_eq!(second.end().code(), Some(0));
    assert_eq!(facts(), before, "nothing was made twice");
}

#[test]
fn a_folder_of_its_own_goes_when_it_ends() {
    let folder = tempfile::tempdir().expect("a folder");
    let temporary = shown(folder.path());
    let running = Running::start(command(&["demo", "--json", "--listen", "127.0.0.1:0"], &[("TMPDIR", &temporary)]));
    let inside = || std::fs::read_dir(folder.path()).expect("readable").count();
    assert_eq!(inside(), 1);
    // The terminal is closed.
    running.signal(Signal::HUP);
    assert_eq!(running.end_already_told().code(), Some(0));
    assert_eq!(inside(), 0);
}

#[test]
fn a_real_site_is_never_opened_as_a_demonstration() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(Running::serve(folder.path(), &[]).end().code(), Some(0));
    let before = content(folder.path());
    let refused = telar(&["demo", "--json", "--data", &shown(folder.path()), "--listen", "127.0.0.1:0"]);
    assert_eq!((refused.code, refused.json()["error"].as_str()), (3, Some("not_a_demonstration")));
    assert!(before == content(folder.path()));
    // Nor by the environment: TELAR_DATA is the real site's.
    let real = shown(folder.path());
    let temporary = tempfile::tempdir().expect("a folder");
    let elsewhere = [("TELAR_DATA", real.as_str()), ("TMPDIR", temporary.path().to_str().expect("UTF-8"))];
    let running = Running::start(command(&["demo", "--json", "--listen", "127.0.0.1:0"], &elsewhere));
    drop(running);
    assert!(before == content(folder.path()));
}

#[test]
fn a_real_site_has_no_demonstration_links() {
    let folder = tempfile::tempdir().expect("a folder");
    let site = Running::serve(folder.path(), &[]);
    for role in ROLES {
        assert_eq!(get(&format!("{}/demo/{role}", site.url)).status, 404);
    }
}
