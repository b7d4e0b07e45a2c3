//! A site that starts, serves and ends as a service manager expects. It must not know what is on the pages.

use crate::telar::{Running, get, read_answer, shown, telar};
use rustix::process::Signal;
use std::io::Write;
use std::net::{TcpListener, TcpStream};
use std::time::Duration;

#[test]
fn an_empty_folder_becomes_a_site_that_says_who_may_administer_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let site = Running::serve(&folder.path().join("new"), &[]);
    assert_eq!(get(&format!("{}/healthz", site.url)).status, 200);
    let link = site.ready["administrator"].as_str().expect("a link").to_owned();
    assert!(link.starts_with(&format!("{}/enter/", site.url)), "{link}");
    assert_eq!(get(&link).status, 200, "the link shows its button");
    assert_eq!(get(&link).status, 200, "and looking at it does not spend it");
    assert_eq!(site.end().code(), Some(0), "SIGTERM is a good end");
    let again = Running::serve(&folder.path().join("new"), &[]);
    assert_eq!(get(&format!("{}/", again.url)).status, 200);
}

#[test]
fn a_request_under_way_is_answered_before_the_end() {
    let folder = tempfile::tempdir().expect("a folder");
    let site = Running::serve(folder.path(), &[]);
    let host = site.url.strip_prefix("http://").expect("plain").to_owned();
    let mut stream = TcpStream::connect(&host).expect("it listens");
    let body = "code=AAAA-AAAA&pin=000000";
    let (first, rest) = body.split_at(5);
    let head = format!(
        "POST /enter HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{first}",
        body.len()
    );
    stream.write_all(head.as_bytes()).expect("sent");
    std::thread::sleep(Duration::from_millis(200));
    site.signal(Signal::TERM);
    std::thread::sleep(Duration::from_millis(200));
    stream.write_all(rest.as_bytes()).expect("the connection is still there");
    let answer = read_answer(&mut stream);
    assert!((200..500).contains(&answer.status), "{}", answer.status);
    assert!(TcpStream::connect(&host).is_err(), "nobody new is let in");
    assert_eq!(site.end_already_told().code(), Some(0));
}

#[test]
fn metrics_have_an_address_of_their_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let site = Running::serve(folder.path(), &["--metrics", "127.0.0.1:0"]);
    let metrics = format!("http://{}/metrics", site.ready["metrics"].as_str().expect("an address"));
    let told = get(&metrics);
    assert_eq!(told.status, 200);
    assert!(!told.body.is_empty());
    assert_eq!(get(&format!("{}/metrics", site.url)).status, 404);
}

#[test]
fn a_port_that_is_taken_is_said_and_nothing_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("bound").to_string();
    let data = folder.path().join("site");
    let refused = telar(&["serve", "--json", "--data", &shown(&data), "--listen", &address]);
    assert_eq!(refused.code, 1);
    assert_eq!(refused.json()["error"], "port_taken");
    assert!(refused.err.contains("--listen"), "{}", refused.err);
    assert!(!data.exists());
}

#[test]
fn two_processes_do_not_share_a_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let site = Running::serve(folder.path(), &[]);
    let second = telar(&["serve", "--json", "--data", &shown(folder.path()), "--listen", "127.0.0.1:0"]);
    assert_eq!(second.code, 3);
    assert_eq!(second.json()["error"], "locked");
    assert!(second.err.contains("Otra copia de Telar usa la carpeta"), "{}", second.err);
    assert_eq!(get(&format!("{}/healthz", site.url)).status, 200, "the first goes on");
}
