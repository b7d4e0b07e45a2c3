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
