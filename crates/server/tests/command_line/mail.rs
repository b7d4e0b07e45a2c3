//! What the doctor and the start say of the way out for mail. It must not send a letter: the journeys do.

use crate::telar::{Ran, shown, telar};
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;

/// A mail server that wants a user, and takes the password `right`. It serves one line, and ends.
fn server() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("bound").port();
    std::thread::spawn(move || {
        let (stream, _) = listener.accept().expect("somebody comes");
        let (mut lines, mut out) = (BufReader::new(&stream), &stream);
        let mut line = String::new();
        let mut say = |text: &str| out.write_all(format!("{text}\r\n").as_bytes());
        let _ = say("220 here ESMTP");
        while lines.read_line(&mut line).is_ok_and(|length| length > 0) {
            let verb = line.split_whitespace().next().unwrap_or_default().to_owned();
            // Of `\0telar\0right`, in base64.
            let right = line.contains("AHRlbGFyAHJpZ2h0");
            let _ = match verb.as_str() {
                "EHLO" => say("250-here\r\n250 AUTH PLAIN LOGIN"),
                "AUTH" if right => say("235 taken"),
                "AUTH" => say("535 not taken"),
                "QUIT" => say("221 bye"),
                _ => say("250 ok"),
            };
            line.clear();
        }
    });
    port
}

struct Told {
    level: String,
    message: String,
    remedy: String,
}

fn doctor(more: &[&str]) -> (Ran, Told) {
    let folder = tempfile::tempdir().expect("a folder");
    let data = shown(&folder.path().join("site"));
    let ran = telar(&[&["doctor", "--json", "--data", &data, "--listen", "127.0.0.1:0"], more].concat());
    let json = ran.json();
    let found = json["findings"].as_array().expect("a list").iter().find(|one| one["check"] == "mail").cloned();
    let text = |key: &str| found.as_ref().and_then(|one| one[key].as_str()).unwrap_or_default().to_owned();
    let told = Told { level: text("level"), message: text("message"), remedy: text("remedy") };
    (ran, told)
}

#[test]
fn the_doctor_says_whether_the_mail_server_answers_and_takes_who_sends() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("mail.txt");
    let shown_file = shown(&file);
    let with = |password: &str, place: &str| {
        std::fs::write(&file, password).expect("written");
        doctor(&["--mail-server", place, "--mail-password-file", &shown_file, "--mail-from", "telar@a.example"])
    };
    let place = |port: u16| format!("smtp://telar@127.0.0.1:{port}");
    assert_eq!(doctor(&[]).1.level, "good", "no mail is nothing wrong");

    let (ran, told) = with("right\n", &place(server()));
    assert_eq!(told.level, "good", "{} {}", ran.out, ran.err);

    let (ran, told) = with("wr0ng-secret\n", &place(server()));
    assert_eq!((ran.code, told.level.as_str()), (4, "wrong"));
    assert!(told.message.contains("535") && told.remedy.contains(&shown_file), "{} {}", told.message, told.remedy);
    assert!(!ran.out.contains("wr0ng-secret") && !ran.err.contains("wr0ng-secret"), "the password is never printed");

    let closed = TcpListener::bind("127.0.0.1:0").and_then(|it| it.local_addr()).expect("a port").port();
    let (_, told) = with("right", &place(closed));
    assert_eq!(told.level, "wrong");
    assert!(told.remedy.contains(&format!("nc -vz 127.0.0.1 {closed}")), "{}", told.remedy);

    let (_, told) = with("right", &format!("smtps://telar@127.0.0.1:{}", server()));
    assert_eq!(told.level, "wrong", "a server without TLS is told nothing");

    for faulty in ["", "\n", "two\nlines\n"] {
        assert_eq!(with(faulty, &place(closed)).1.level, "wrong", "{faulty:?}");
    }
}

#[test]
fn a_site_does_not_start_without_the_password_that_it_was_told_of() {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, file) = (shown(&folder.path().join("site")), shown(&folder.path().join("none.txt")));
    let mail =
        ["--mail-server", "smtps://telar@smtp.example", "--mail-password-file", &file, "--mail-from", "a@b.example"];
    let refused = telar(&[&["serve", "--json", "--data", &data, "--listen", "127.0.0.1:0"], &mail[..]].concat());
    assert_eq!((refused.code, refused.json()["error"].as_str()), (2, Some("mail")), "{}", refused.err);
    assert!(refused.err.contains(&file), "{}", refused.err);
}

#[test]
fn a_password_in_the_address_of_the_server_is_refused_and_not_repeated() {
    let refused =
        telar(&["settings", "--mail-server", "smtps://telar:s3cret@smtp.example", "--mail-from", "a@b.example"]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("--mail-password-file") && !refused.err.contains("s3cret"), "{}", refused.err);
}
