//! Listening: the socket, TLS from files or by ACME, and an end that lets requests finish. It must not know what is
//! served: it gets a router.

use crate::outcome::Problem;
use crate::settings::Tls;
use axum::Router;
use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use futures_util::StreamExt;
use rustls_acme::{AcmeConfig, caches::DirCache};
use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, UdpSocket};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use tokio::signal::unix::{Signal, SignalKind, signal};
use words::Words;

/// How long requests may take to finish once the end has come; an answer being saved takes milliseconds.
const GRACE: Duration = Duration::from_secs(10);
/// A connection that says nothing does not keep its place. Slow phones send their first bytes within this.
const FIRST_REQUEST: Duration = Duration::from_secs(30);
/// How often renewed certificate files are looked for, besides on SIGHUP.
const CERTIFICATE_EVERY: Duration = Duration::from_secs(60);

pub fn bind(w: &Words, address: SocketAddr) -> Result<TcpListener, Problem> {
    let listener = TcpListener::bind(address).and_then(|listener| {
        listener.set_nonblocking(true)?;
        Ok(listener)
    });
    listener.map_err(|error| {
        let address = address.to_string();
        match error.kind() {
            ErrorKind::AddrInUse => {
                Problem::failed("port_taken", w.cli_listen_taken(address), w.cli_listen_taken_remedy())
            }
            ErrorKind::PermissionDenied => {
                Problem::failed("port_forbidden", w.cli_listen_forbidden(address), w.cli_listen_forbidden_remedy())
            }
            ErrorKind::AddrNotAvailable => {
                Problem::failed("no_such_address", w.cli_listen_not_here(address), w.cli_listen_not_here_remedy())
            }
            _ => Problem::failed("listen", w.cli_listen_failed(address, error.to_string()), String::new()),
        }
    })
}

/// The address another device can use for a socket bound to `bound`: for "all addresses", the one that routes out.
pub fn reachable(bound: SocketAddr) -> SocketAddr {
    if !bound.ip().is_unspecified() {
        return bound;
    }
    // Nothing is sent: connecting a datagram socket only asks the system which way it would go. 192.0.2.0/24 is
    // reserved for documentation (RFC 5737).
    let outward = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0))
        .and_then(|socket| socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).and_then(|()| socket.local_addr()));
    let ip = outward.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |address| address.ip());
    SocketAddr::new(ip, bound.port())
}

/// One open file a connection: the soft limit of many systems (1,024) is less than a class of phones that keep several.
pub fn raise_open_files() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let limit = getrlimit(Resource::Nofile);
    let wanted = limit.maximum.map_or(65_536, |maximum| maximum.min(65_536));
    if limit.current.is_some_and(|current| current < wanted) {
        let raised = Rlimit { current: Some(wanted), maximum: limit.maximum };
        if let Err(error) = setrlimit(Resource::Nofile, raised) {
            tracing::warn!(%error, "the limit of open files stays low");
        }
    }
}

/// One address to serve on.
pub struct Door {
    pub listener: TcpListener,
    pub router: Router,
    pub tls: Tls,
}

/// The signals that end the process. Made before anybody is told that the site is ready: a signal that nobody waits
/// for yet would kill the process where it stands.
pub struct Signals {
    terminate: Signal,
    interrupt: Signal,
    hangup: Option<Signal>,
}

impl Signals {
    /// Must be called inside the runtime.
    pub fn catch(w: &Words) -> Result<Self, Problem> {
        let catch = |kind| {
            signal(kind)
                .map_err(|error| Problem::failed("signals", w.cli_threads_failed(error.to_string()), String::new()))
        };
        // From here on SIGHUP does not kill: it asks for the certificate to be read again.
        drop(catch(SignalKind::hangup())?);
        Ok(Self {
            terminate: catch(SignalKind::terminate())?,
            interrupt: catch(SignalKind::interrupt())?,
            hangup: None,
        })
    }

    /// For what lives in a terminal: it ends when the terminal is closed. A service takes SIGHUP for "read again".
    pub fn ending_with_the_terminal(self) -> Self {
        Self { hangup: signal(SignalKind::hangup()).ok(), ..self }
    }

    pub async fn end(&mut self) {
        let hangup = async {
            match &mut self.hangup {
                Some(hangup) => hangup.recv().await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
            _ = hangup => {}
        }
    }
}

/// Serves until the process is told to end, then lets running requests finish. A second signal cuts them off.
pub async fn serve(w: &'static Words, doors: Vec<Door>, signals: Signals) -> Result<(), Problem> {
    // Only the first provider installed counts, and all of ours are the same.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let handle = Handle::new();
    let ended = tokio::spawn(end(handle.clone(), signals));
    let mut running = tokio::task::JoinSet::new();
    for door in doors {
        running.spawn(open(w, door, handle.clone()));
    }
    let mut result = Ok(());
    while let Some(one) = running.join_next().await {
        let one = one.unwrap_or_else(|panic| Err(Problem::failed("panic", panic.to_string(), String::new())));
        if one.is_err() && result.is_ok() {
            result = one;
            handle.graceful_shutdown(Some(GRACE));
        }
    }
    ended.abort();
    result
}

async fn end(handle: Handle<SocketAddr>, mut signals: Signals) {
    signals.end().await;
    tracing::info!("ending: running requests finish");
    handle.graceful_shutdown(Some(GRACE));
    signals.end().await;
    handle.shutdown();
}

async fn open(w: &'static Words, door: Door, handle: Handle<SocketAddr>) -> Result<(), Problem> {
    let Door { listener, router, tls } = door;
    let service = router.into_make_service();
    let failed = |error: std::io::Error| Problem::failed("serve", w.cli_serve_failed(error.to_string()), String::new());
    let config = match tls {
        Tls::Off => {
            let server = axum_server::from_tcp(listener).map_err(failed)?;
            return ready(server.handle(handle)).serve(service).await.map_err(failed);
        }
        Tls::Files { certificate, key } => from_files(w, certificate, key).await?,
        Tls::Acme { domain, contact, cache, directory } => by_acme(domain, contact, cache, directory),
    };
    let server = axum_server::from_tcp_rustls(listener, config).map_err(failed)?;
    ready(server.handle(handle)).serve(service).await.map_err(failed)
}

fn ready<A>(server: axum_server::Server<SocketAddr, A>) -> axum_server::Server<SocketAddr, A> {
    server.first_request_timeout(FIRST_REQUEST).accept_error_handler(|_, error| {
        // EMFILE and ENFILE: the process or the machine has no file left for a connection.
        match error.raw_os_error() {
            Some(23 | 24) => tracing::error!("no open files left: raise LimitNOFILE of the service"),
            _ => tracing::debug!(%error, "a connection was not accepted"),
        }
    })
}

/// Whether the files hold a certificate and its key, for who only wants to know.
pub fn read_certificate(certificate: &Path, key: &Path) -> Result<(), String> {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| error.to_string())?;
    runtime.block_on(RustlsConfig::from_pem_file(certificate, key)).map(drop).map_err(|error| error.to_string())
}

pub fn bad_files(w: &Words, why: String, (certificate, key): (&Path, &Path)) -> Problem {
    let files = format!("{}, {}", certificate.display(), key.display());
    Problem::failed("tls_files", w.cli_tls_files_bad(why, files), w.cli_tls_files_remedy())
}

async fn from_files(w: &'static Words, certificate: PathBuf, key: PathBuf) -> Result<RustlsConfig, Problem> {
    let read = RustlsConfig::from_pem_file(&certificate, &key).await;
    let config = read.map_err(|error| bad_files(w, error.to_string(), (&certificate, &key)))?;
    tokio::spawn(reload(config.clone(), certificate, key));
    Ok(config)
}

/// A renewed certificate is taken without a restart. Files that cannot be read (half written) leave the old one.
async fn reload(config: RustlsConfig, certificate: PathBuf, key: PathBuf) {
    let Ok(mut told) = signal(SignalKind::hangup()) else { return };
    let mut taken = changed(&certificate, &key);
    loop {
        let forced = tokio::select! {
            _ = told.recv() => true,
            () = tokio::time::sleep(CERTIFICATE_EVERY) => false,
        };
        let now = changed(&certificate, &key);
        if !forced && now == taken {
            continue;
        }
        match config.reload_from_pem_file(&certificate, &key).await {
            Ok(()) => {
                taken = now;
                tracing::info!("the certificate was read again");
            }
            Err(error) => tracing::error!(%error, "the certificate cannot be read: the old one stays"),
        }
    }
}

fn changed(certificate: &Path, key: &Path) -> [Option<SystemTime>; 2] {
    [certificate, key].map(|file| std::fs::metadata(file).and_then(|about| about.modified()).ok())
}

/// By TLS-ALPN-01, on the same port as the site. The resolver answers a challenge with its own certificate and all
/// others with the site's, so one configuration serves both.
fn by_acme(domain: String, contact: String, cache: PathBuf, directory: Option<String>) -> RustlsConfig {
    let mut config = AcmeConfig::new([domain])
        .contact_push(format!("mailto:{contact}"))
        .cache(DirCache::new(cache))
        .directory_lets_encrypt(true);
    if let Some(directory) = directory {
        config = config.directory(directory);
    }
    let mut state = config.state();
    let mut tls = rustls::ServerConfig::builder().with_no_client_auth().with_cert_resolver(state.resolver());
    tls.alpn_protocols = [&b"h2"[..], b"http/1.1", b"acme-tls/1"].map(<[u8]>::to_vec).to_vec();
    tokio::spawn(async move {
        while let Some(event) = state.next().await {
            match event {
                Ok(done) => tracing::info!(?done, "acme"),
                Err(error) => tracing::error!(%error, "acme: it will be tried again"),
            }
        }
    });
    RustlsConfig::from_config(Arc::new(tls))
}
