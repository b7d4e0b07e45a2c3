//! What the doctor finds, and the line that mends it. It must not know how the store looks at itself.

use crate::telar::{Ran, Running, shown, telar};

fn level(doctor: &Ran, check: &str) -> String {
    let json = doctor.json();
    let found = json["findings"].as_array().expect("a list").iter().find(|one| one["check"] == check).cloned();
    found.map_or(String::new(), |one| one["level"].as_str().expect("a level").to_owned())
}

#[test]
fn a_good_site_has_nothing_wrong_and_is_reminded_of_its_backup() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = shown(folder.path());
    let site = Running::serve(folder.path(), &[]);
    let listen = site.ready["listen"].as_str().expect("an address").to_owned();
    let doctor = || telar(&["doctor", "--json", "--data", &data, "--listen", &listen]);
    let before = doctor();
    assert_eq!(before.code, 0, "{}", before.out);
    assert_eq!((level(&before, "database"), level(&before, "port")), ("good".to_owned(), "good".to_owned()));
    assert_eq!(level(&before, "backup"), "warning");
    let file = shown(&folder.path().join("telar.backup"));
    assert_eq!(telar(&["backup", &file, "--data", &data]).code, 0);
    assert_eq!(level(&doctor(), "backup"), "good");
}

#[test]
fn what_is_wrong_comes_with_the_line_that_mends_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = shown(folder.path());
    let line = [
        "doctor",
        "--data",
        &data,
        "--listen",
        "127.0.0.1:0",
        "--tls",
        "files",
        "--tls-certificate",
        "none.pem",
        "--tls-key",
        "none.pem",
        "--public-url",
        "http://telar.example",
    ];
    let people = telar(&line);
    assert_eq!(people.code, 4);
    assert!(people.out.contains("→ public_url = \"https://telar.example\""), "{}", people.out);
    let script = telar(&[&line[..], &["--json"]].concat());
    assert_eq!((level(&script, "tls"), level(&script, "public_url")), ("wrong".to_owned(), "wrong".to_owned()));
    assert_eq!(level(&script, "database"), "warning", "there is none yet");
}
