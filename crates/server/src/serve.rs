//! `telar serve`: the site. Opens the store, brings the shipped programme into an empty one, listens, and ends well.

use crate::listen::{self, Door, Signals};
use crate::outcome::{Exit, Problem};
use crate::settings::{Settings, Tls};
use crate::{Context, identity, logs, mail, packs, problems, programmes};
use app::{Options, Telar, Wall};
use domain::certificates::Endorsement;
use serde_json::json;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::runtime::Runtime;
use words::Words;

/// What is opened: a real site never opens as a demonstration, where every role is one GET away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Site,
    Demonstration,
}

/// Threads for work that waits for the disk. The store's readers are fewer, and each idle thread costs memory.
const BLOCKING_THREADS: usize = 8;

pub fn runtime(w: &Words) -> Result<Runtime, Problem> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .max_blocking_threads(BLOCKING_THREADS)
        .build()
        .map_err(|error| Problem::failed("threads", w.cli_threads_failed(error.to_string()), String::new()))
}

pub fn open(context: &Context, public_url: String, kind: Kind) -> Result<Telar, Problem> {
    let options = Options {
        location: context.settings.location(),
        public_url,
        wall: Wall::system(),
        demo: kind == Kind::Demonstration,
        endorsement: match kind {
            Kind::Site => endorsement(&context.settings),
            Kind::Demonstration => app::demonstration::endorsement(),
        },
        identity_key: identity::key(context, kind)?,
        mail: match kind {
            Kind::Site => mail::post(context)?,
            // Its people are invented, and their addresses are somebody's.
            Kind::Demonstration => None,
        },
    };
    Telar::open(options).map_err(|error| problems::open(context, &error))
}

pub fn endorsement(settings: &Settings) -> Endorsement {
    Endorsement { endorsers: settings.endorsers.clone(), signatories: settings.signatories.clone() }
}

/// Writes down what was counted, ends what still runs, and then, outside the runtime, the store: its writer finishes what was
/// handed in.
pub fn close(runtime: Runtime, telar: Telar) {
    if let Err(error) = runtime.block_on(telar.keep_data_use()) {
        tracing::warn!(%error, "the data used in the last half minute was not written down");
    }
    runtime.shutdown_timeout(Duration::from_secs(5));
    drop(telar);
}

pub fn run(context: &Context) -> Result<Exit, Problem> {
    let Context { w, settings, .. } = context;
    logs::start(settings);
    listen::raise_open_files();
    let runtime = runtime(w)?;
    let doors = Bound::new(context, settings.listen)?;
    let telar = open(context, doors.public_url.clone(), Kind::Site)?;
    let served = runtime.block_on(async {
        let signals = Signals::catch(w)?;
        if telar.programme_versions().await.map_err(|error| problems::unavailable(context, &error))?.is_empty() {
            for package in programmes::shipped() {
                programmes::take(context, &telar, &package).await?;
            }
        }
        let link = telar.administrator_link().await.map_err(|error| problems::unavailable(context, &error))?;
        let _followers = telar.start_followers();
        say_ready(context, &doors, link);
        let doors = doors.open(&telar, Kind::Site);
        listen::serve(w, doors, signals).await
    });
    close(runtime, telar);
    served.map(|()| Exit::Done)
}

fn say_ready(context: &Context, bound: &Bound, link: Option<app::access::EntryLink>) {
    let Context { w, out, settings } = context;
    let url = &bound.public_url;
    let administrator = link.as_ref().map(|link| format!("{url}/enter/{}", link.token));
    out.json(&json!({
        "url": url, "listen": bound.address.to_string(), "metrics": bound.metrics.as_ref().map(|(_, address)| address.to_string()),
        "administrator": administrator,
    }));
    out.say(&w.cli_serve_ready(url.as_str()));
    out.say(&w.cli_serve_data(settings.data.to_string_lossy()));
    if let Some((_, metrics)) = &bound.metrics {
        out.say(&w.cli_serve_metrics(format!("http://{metrics}/metrics")));
    }
    if settings.tls == Tls::Off && !bound.address.ip().is_loopback() && !url.starts_with("https://") {
        out.note(&w.cli_serve_plain());
    }
    if let (Some(address), Some(link)) = (administrator, link) {
        out.say("");
        out.say(&w.cli_serve_administrator(when(link.expires)));
        out.say(&format!("  {address}"));
        out.qr(&address);
    }
}

/// A moment as the machine's own clock shows it.
pub fn when(moment: domain::Moment) -> String {
    jiff::Timestamp::from_millisecond(moment.0)
        .map(|at| at.to_zoned_datetime(jiff::tz::TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string())
        .unwrap_or_default()
}

/// The sockets, taken before the store is opened: a port that is not free is said at once and nothing is touched.
pub struct Bound {
    listener: std::net::TcpListener,
    pub address: SocketAddr,
    metrics: Option<(std::net::TcpListener, SocketAddr)>,
    tls: Tls,
    worker: web::Worker,
    pub public_url: String,
}

impl Bound {
    pub fn new(context: &Context, address: SocketAddr) -> Result<Self, Problem> {
        // Before anything else is touched, and long before anybody is told that the site is ready.
        if let Tls::Files { certificate, key } = &context.settings.tls {
            listen::read_certificate(certificate, key)
                .map_err(|why| listen::bad_files(context.w, why, (certificate, key)))?;
        }
        web::pack::choose(packs::chosen(context)?);
        let listener = listen::bind(context.w, address)?;
        let address = listener.local_addr().unwrap_or(address);
        let metrics = match context.settings.metrics {
            Some(metrics) => {
                let listener = listen::bind(context.w, metrics)?;
                let metrics = listener.local_addr().unwrap_or(metrics);
                Some((listener, metrics))
            }
            None => None,
        };
        let public_url = context.settings.public_url(address);
        Ok(Self {
            listener,
            address,
            metrics,
            tls: context.settings.tls.clone(),
            worker: context.settings.worker,
            public_url,
        })
    }

    pub fn open(self, telar: &Telar, kind: Kind) -> Vec<Door> {
        let settings =
            web::Settings { public_url: self.public_url, demo: kind == Kind::Demonstration, worker: self.worker };
        let state = web::State::new(telar.clone(), settings);
        let mut doors = vec![Door { listener: self.listener, router: web::router(state.clone()), tls: self.tls }];
        if let Some((listener, _)) = self.metrics {
            doors.push(Door { listener, router: web::metrics_router(state), tls: Tls::Off });
        }
        doors
    }
}
