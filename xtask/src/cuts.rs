//! `cargo xtask cuts`: a learner in headless Chromium answers a quiz through a line that breaks by chance, while the signal goes,
//! pages are reloaded and closed, the browser is killed and the server is killed: whatever her phone said was kept must be
//! with the server at the end, once, in the order in which she gave it. What happens when is decided in
//! `e2e/cuts/cuts.spec.ts`; this module makes the line.

use crate::proxy::{Proxy, Weather};
use crate::setup;
use crate::suite::npm_program;
use crate::workspace::{Profile, root, run, telar};
use std::net::TcpListener;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

pub struct Options {
    pub count: usize,
    pub seed: u64,
    pub profile: Profile,
}

/// Far enough that a cut meets something under way, near enough for hundreds of them.
fn weather(seed: u64) -> Weather {
    Weather {
        down_bits_per_second: 4_000_000,
        up_bits_per_second: 1_500_000,
        delay: Duration::from_millis(25),
        cut_one_in: Some(60),
        seed,
    }
}

pub fn cuts(options: &Options) -> Result<(), String> {
    let binary = telar(options.profile)?;
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    // While this file is there, there is no signal: the browser's side has no other way to say so.
    let silence = folder.path().join("silence");
    let listen = free_port()?;
    let proxy = Proxy::start(listen, weather(options.seed)).map_err(|error| error.to_string())?;
    let done = AtomicBool::new(false);
    println!("seed {}", options.seed);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                proxy.silent.store(silence.exists(), Ordering::Relaxed);
                std::thread::sleep(Duration::from_millis(10));
            }
        });
        let ran = run(npm_program(&root().join("e2e"), "playwright")
            .args(["test", "--config", "cuts.config.ts"])
            .env("TELAR_BINARY", &binary)
            .env("TELAR_CHROMIUM", setup::CHROMIUM)
            .env("TELAR_DEMO", format!(r#"{{"url":"http://{}","sign_in":{{}}}}"#, proxy.address))
            .env("TELAR_LISTEN", listen.to_string())
            .env("TELAR_SILENCE", &silence)
            .env("TELAR_CUTS", options.count.to_string())
            .env("TELAR_SEED", options.seed.to_string()));
        done.store(true, Ordering::Relaxed);
        ran
    })
}

/// One that is free now. The server takes it again after each kill, so it must be known beforehand.
fn free_port() -> Result<std::net::SocketAddr, String> {
    TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr()).map_err(|error| error.to_string())
}
