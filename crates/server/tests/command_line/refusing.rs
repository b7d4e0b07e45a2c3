//! What is in the way of a site is said, and left as it is.

use crate::telar::{Running, content, shown, telar};
use std::path::Path;

fn serve(data: &Path) -> crate::telar::Ran {
    telar(&["serve", "--json", "--data", &shown(data), "--listen", "127.0.0.1:0"])
}

#[test]
fn a_data_folder_that_is_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    std::fs::write(&data, "a letter").expect("written");
    let refused = serve(&data);
    assert_eq!((refused.code, refused.json()["error"].as_str()), (1, Some("read_only")));
    assert_eq!(std::fs::read(&data).expect("there"), b"a letter");
    assert!(refused.err.contains("ls -ld"), "{}", refused.err);
}

#[test]
fn the_database_of_another_program() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut header = b"SQLite format 3\0".to_vec();
    header.resize(4096, 0);
    header[68..72].copy_from_slice(&0x0f05_5112_u32.to_be_bytes());
    std::fs::write(folder.path().join("telar.db"), &header).expect("written");
    let refused = serve(folder.path());
    assert_eq!((refused.code, refused.json()["error"].as_str()), (3, Some("foreign")));
    assert_eq!(std::fs::read(folder.path().join("telar.db")).expect("there"), header);
}

#[test]
fn a_file_that_is_no_database() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("telar.db"), "not a database at all").expect("written");
    let refused = serve(folder.path());
    assert_eq!((refused.code, refused.json()["error"].as_str()), (1, Some("corrupt")));
    assert!(refused.err.contains("telar restore"), "{}", refused.err);
    assert!(refused.err.contains("no empieza como") && !refused.err.contains("does"), "{}", refused.err);
    assert_eq!(std::fs::read(folder.path().join("telar.db")).expect("there"), b"not a database at all");
}

#[test]
fn a_site_whose_pages_were_damaged() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(Running::serve(folder.path(), &[]).end().code(), Some(0));
    let file = folder.path().join("telar.db");
    let mut bytes = std::fs::read(&file).expect("the database");
    assert!(bytes.len() > 20 * 4096, "tables were made");
    for byte in &mut bytes[4096..16 * 4096] {
        *byte = 0xa5;
    }
    std::fs::write(&file, &bytes).expect("damaged");
    let refused = serve(folder.path());
    assert_eq!((refused.code, refused.json()["error"].as_str()), (1, Some("corrupt")));
    assert_eq!(std::fs::read(&file).expect("there"), bytes);
    let doctor = telar(&["doctor", "--json", "--data", &shown(folder.path()), "--listen", "127.0.0.1:0"]);
    assert_eq!(doctor.code, 4);
    assert_eq!(doctor.json()["ok"], false);
}

#[test]
fn a_database_that_does_not_answer() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = shown(folder.path());
    // The port of a listener that is gone: nobody is there.
    let port = std::net::TcpListener::bind("127.0.0.1:0").and_then(|one| one.local_addr()).expect("a port").port();
    let url = format!("postgres://telar:s3cret@127.0.0.1:{port}/telar");
    let refused = telar(&["serve", "--json", "--data", &data, "--listen", "127.0.0.1:0", "--database", &url]);
    assert_eq!((refused.code, refused.json()["error"].as_str()), (1, Some("connection")));
    assert!(!refused.err.contains("s3cret"), "{}", refused.err);
}

#[test]
fn reading_where_there_is_no_site_makes_none() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = shown(folder.path());
    let file = shown(&folder.path().join("backup"));
    for line in [&["journal", "verify"][..], &["journal", "rebuild", "--check"], &["backup", &file]] {
        let refused = telar(&[line, &["--json", "--data", &data]].concat());
        assert_eq!((refused.code, refused.json()["error"].as_str()), (3, Some("empty")), "{line:?}");
        assert!(content(folder.path()).is_empty(), "{line:?}");
    }
}

/// The tests' PostgreSQL server by an address that carries a password, in the schema that is named; where there is one.
fn database(schema: &str) -> Option<String> {
    let server = std::env::var("TELAR_TEST_POSTGRES").ok().filter(|url| !url.is_empty())?;
    let (scheme, rest) = server.split_once("://").expect("an address");
    let (user, place) = rest.rsplit_once('@').expect("a user");
    // A server that trusts this machine takes any password.
    let user = if user.contains(':') { user.to_owned() } else { format!("{user}:s3cret") };
    Some(format!("{scheme}://{user}@{place}?options=-c%20search_path%3D{schema}"))
}

#[test]
fn a_database_of_postgresql_that_holds_the_tables_of_others() {
    // PostgreSQL's own catalogue: tables enough, and none of ours.
    let Some(url) = database("pg_catalog") else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let (site, data) = (folder.path().join("site"), shown(&folder.path().join("data")));
    assert_eq!(Running::serve(&site, &[]).end().code(), Some(0));
    let file = shown(&folder.path().join("telar.backup"));
    assert_eq!(telar(&["backup", &file, "--data", &shown(&site)]).code, 0);
    let other = shown(&folder.path().join("other.backup"));
    for line in [
        &["serve", "--listen", "127.0.0.1:0"][..],
        &["restore", &file],
        &["backup", &other],
        &["journal", "verify"],
        &["journal", "rebuild"],
    ] {
        let refused = telar(&[line, &["--json", "--data", &data, "--database", &url]].concat());
        assert_eq!((refused.code, refused.json()["error"].as_str()), (3, Some("foreign")), "{line:?} {}", refused.err);
        assert!(refused.err.contains("postgres://127.0.0.1") && refused.err.contains("--database"), "{}", refused.err);
        assert!(!refused.err.contains("s3cret") && !refused.out.contains("s3cret"), "{}", refused.err);
    }
    let doctor = telar(&["doctor", "--data", &data, "--listen", "127.0.0.1:0", "--database", &url]);
    assert_eq!(doctor.code, 4, "{}", doctor.out);
    assert!(doctor.out.contains("postgres://127.0.0.1") && !doctor.out.contains("telar.db"), "{}", doctor.out);
    assert!(!doctor.out.contains("s3cret"), "{}", doctor.out);
}

#[test]
fn the_doctor_speaks_of_the_database_of_postgresql() {
    // A schema that is not there: no table lies in it.
    let Some(url) = database("nowhere") else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let doctor = telar(&["doctor", "--data", &shown(folder.path()), "--listen", "127.0.0.1:0", "--database", &url]);
    assert_eq!(doctor.code, 0, "{}", doctor.out);
    assert!(!doctor.out.contains("telar.db") && !doctor.out.contains("s3cret"), "{}", doctor.out);
    assert!(doctor.out.contains("--database 'postgres://"), "{}", doctor.out);
}

#[test]
fn what_is_damaged_is_said_in_the_language_of_whoever_asks() {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, file) = (shown(folder.path()), folder.path().join("telar.db"));
    assert_eq!(Running::serve(folder.path(), &[]).end().code(), Some(0));
    let whole = std::fs::read(&file).expect("the database");
    let log = folder.path().join("telar.db-wal");
    for (bytes, beside, words) in [
        (b"a letter".as_slice(), b"".as_slice(), "no empieza como una base de datos"),
        (&whole[..whole.len() - 1], b"", "le falta el final"),
        (b"", b"what was written last", "está vacía y su bitácora no"),
    ] {
        std::fs::write(&file, bytes).expect("written");
        std::fs::write(&log, beside).expect("written");
        for command in ["serve", "doctor"] {
            let said = telar(&[command, "--language", "es", "--data", &data, "--listen", "127.0.0.1:0"]);
            assert!(format!("{}{}", said.out, said.err).contains(words), "{command}: {}{}", said.out, said.err);
        }
    }
}
