//! TLS from files, to a client that trusts one certificate alone. It must not reach beyond this machine.

use crate::telar::{Running, read_answer, shown, telar};
use rustix::process::Signal;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};
use std::io::Write;
use std::net::TcpStream;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Writes a certificate that nobody signed but itself, and its key.
fn certificate(folder: &Path) -> CertificateDer<'static> {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    std::fs::write(folder.join("cert.pem"), made.cert.pem()).expect("written");
    std::fs::write(folder.join("key.pem"), made.key_pair.serialize_pem()).expect("written");
    made.cert.der().clone()
}

/// The status of `/healthz` for a client that trusts this one certificate alone.
fn status(port: u16, trusted: &CertificateDer<'static>) -> Option<u16> {
    let mut roots = RootCertStore::empty();
    roots.add(trusted.clone()).expect("a certificate");
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from("localhost").expect("a name");
    let connection = ClientConnection::new(Arc::new(config), name).expect("a connection");
    let mut stream = StreamOwned::new(connection, TcpStream::connect(("127.0.0.1", port)).expect("it listens"));
    stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").ok()?;
    Some(read_answer(&mut stream).status)
}

#[test]
fn tls_from_files_and_a_renewed_certificate_without_a_restart() {
    let folder = tempfile::tempdir().expect("a folder");
    let old = certificate(folder.path());
    let (cert, key) = (shown(&folder.path().join("cert.pem")), shown(&folder.path().join("key.pem")));
    let data = folder.path().join("site");
    let site = Running::serve(&data, &["--tls", "files", "--tls-certificate", &cert, "--tls-key", &key]);
    let port = site.url.strip_prefix("https://127.0.0.1:").expect("https").parse().expect("a port");
    assert_eq!(status(port, &old), Some(200));
    let new = certificate(folder.path());
    site.signal(Signal::HUP);
    let until = Instant::now() + Duration::from_secs(10);
    while status(port, &new) != Some(200) {
        assert!(Instant::now() < until, "the new certificate is served");
        std::thread::sleep(Duration::from_millis(50));
    }
    assert_eq!(status(port, &old), None, "the old one is gone");
}

#[test]
fn a_certificate_that_cannot_be_served_is_said_before_anything_is_ready() {
    let folder = tempfile::tempdir().expect("a folder");
    certificate(folder.path());
    let other = tempfile::tempdir().expect("a folder");
    certificate(other.path());
    let here = |file: &str| shown(&folder.path().join(file));
    let another_key = shown(&other.path().join("key.pem"));
    let data = folder.path().join("site");
    for (cert, key) in [
        (here("missing.pem"), here("key.pem")),
        (here("cert.pem"), here("missing.pem")),
        (here("key.pem"), here("cert.pem")),
        (here("cert.pem"), another_key),
    ] {
        let line = ["serve", "--json", "--listen", "127.0.0.1:0", "--data", &shown(&data)];
        let refused = telar(&[&line[..], &["--tls", "files", "--tls-certificate", &cert, "--tls-key", &key]].concat());
        assert_eq!((refused.code, refused.json()["error"].as_str()), (1, Some("tls_files")), "{cert} {key}");
        assert!(!data.exists(), "and nothing was touched");
    }
}
