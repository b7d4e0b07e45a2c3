//! Printing the certificates of a cohort, while its site runs.

use crate::telar::{Ran, Running, command, shown, telar};
use std::path::Path;
use store::{Location, Store};

fn print(data: &Path, cohort: &str, to: &Path) -> Ran {
    let line = ["certificates", "print", "--json", "--public-url", "https://telar.example.org", "--cohort", cohort];
    telar(&[&line[..], &["--data", &shown(data), "--to", &shown(to)]].concat())
}

#[test]
fn they_are_printed_beside_a_running_site_and_again_to_the_byte() {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, papers) = (folder.path().join("data"), folder.path().join("papers"));
    let line = ["demo", "--json", "--listen", "127.0.0.1:0", "--data", &shown(&data)];
    let site = Running::start(command(&line, &[]));
    let store = Store::open_reading(&Location::Sqlite { folder: data.clone() }).expect("it opens beside the site");
    let code = store.read(|reading| reading.cohorts()).expect("cohorts").remove(0).join_code;
    let first = print(&data, &code, &papers);
    assert_eq!(first.code, 0, "{}", first.err);
    let count = first.json()["written"].as_u64().expect("a number");
    assert!(count > 0 && first.json()["certificates"] == count);
    let names: Vec<_> = std::fs::read_dir(&papers).expect("the folder").map(|it| it.expect("a file").path()).collect();
    assert_eq!(names.len() as u64, count);
    let read = |path: &Path| std::fs::read(path).expect("a paper");
    assert!(read(&names[0]).starts_with(b"%PDF-"));

    // Elsewhere from the start, the small letters of the code as good as capitals: the same bytes.
    let elsewhere = folder.path().join("elsewhere");
    assert_eq!(print(&data, &code.to_lowercase(), &elsewhere).json()["written"], count);
    for path in &names {
        assert!(read(path) == read(&elsewhere.join(path.file_name().expect("a name"))), "{}", path.display());
    }
    assert_eq!(print(&data, &code, &papers).json()["same"], count);

    std::fs::write(&names[0], "a letter").expect("changed");
    let refused = print(&data, &code, &papers);
    assert_eq!((refused.code, &refused.json()["error"]), (3, &"file_exists".into()));
    assert_eq!(read(&names[0]), b"a letter");
    let name = names[0].file_name().expect("a name").to_string_lossy().into_owned();
    assert!(refused.json()["message"].as_str().is_some_and(|it| it.contains(&format!("archivo {name}"))));
    // Issuing writes: it waits until the site is stopped, and says so.
    let issue = |code: &str| telar(&["certificates", "issue", "--json", "--cohort", code, "--data", &shown(&data)]);
    let locked = issue(&code);
    assert_eq!((locked.code, &locked.json()["error"]), (3, &"locked".into()));
    let unknown = print(&data, "ZZZZZZ", &papers);
    assert_eq!((unknown.code, &unknown.json()["error"]), (3, &"no_such_cohort".into()));
    assert_eq!(telar(&["certificates", "print", "--cohort", &code]).code, 2, "where to is asked for");
    drop((site, store));
    let issued = issue(&code);
    assert_eq!(issued.code, 0, "{}", issued.err);
    let more = issued.json()["issued"].as_u64().expect("a number");
    let after = print(&data, &code, &folder.path().join("after"));
    assert_eq!(after.json()["certificates"], count + more);
    assert_eq!(issue(&code).json()["issued"], 0, "a second time changes nothing");
    let unknown = issue("ZZZZZZ");
    assert_eq!((unknown.code, &unknown.json()["error"]), (3, &"no_such_cohort".into()));
    let nowhere = folder.path().join("nowhere");
    let missing = telar(&["certificates", "issue", "--json", "--cohort", &code, "--data", &shown(&nowhere)]);
    assert_ne!(missing.code, 0, "a mistyped folder is given no new site");
    assert!(!nowhere.join("telar.db").exists());
}
