//! What every door is given. It must not know routes.

use crate::observe::Metrics;
use crate::offline;
use app::Telar;
use app::access::Relying;
use axum::extract::FromRef;
use std::sync::Arc;

#[derive(Clone)]
pub struct State {
    pub telar: Telar,
    pub settings: Arc<Settings>,
    pub(crate) metrics: Arc<Metrics>,
    /// The site as keys on phones know it; none where browsers make none for its address.
    pub(crate) passkeys: Option<Arc<Relying>>,
    /// What phones take along.
    pub(crate) offline: Arc<offline::Shelf>,
}

/// What the site's operator chose.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Scheme, host and port under which people reach the site; no slash at the end.
    pub public_url: String,
    /// A demonstration: `/demo/{role}` signs in, and every page says so.
    pub demo: bool,
    pub worker: Worker,
}

/// Whether phones get the worker that opens pages without signal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Worker {
    #[default]
    On,
    /// They get one that takes itself and its caches away: the way out where a worker is broken.
    Off,
}

impl State {
    pub fn new(telar: Telar, mut settings: Settings) -> Self {
        let end = settings.public_url.trim_end_matches('/').len();
        settings.public_url.truncate(end);
        let passkeys = Relying::at(&settings.public_url).map(Arc::new);
        Self { telar, passkeys, settings: Arc::new(settings), metrics: Arc::default(), offline: Arc::default() }
    }
}

impl Settings {
    /// The whole address of a page: for QR codes, slips and links that leave the site.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.public_url)
    }

    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

impl FromRef<State> for Telar {
    fn from_ref(state: &State) -> Telar {
        state.telar.clone()
    }
}

impl FromRef<State> for Arc<Settings> {
    fn from_ref(state: &State) -> Arc<Settings> {
        state.settings.clone()
    }
}
