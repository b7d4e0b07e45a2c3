//! `GET /sw.js`: the worker, told what to keep; or, with the setting `worker = "off"`, one that takes itself and its caches away.
//! And the manifest by which a browser installs the app. It must not know what the worker does.

use super::kit::KIT;
use crate::assets;
use crate::compress::Packed;
use crate::state::Worker;
use crate::visitor::Site;
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Serialize;
use std::sync::LazyLock;

#[derive(Serialize)]
struct Told {
    version: &'static str,
    precache: [&'static str; 4],
    kit: &'static str,
}

static ON: LazyLock<Packed> = LazyLock::new(|| {
    // The pictures of the app are the phone's own once it is installed.
    let precache = [assets::SCRIPT, assets::PHONE, assets::STYLE, assets::ICON].map(|asset| asset.path);
    let told = Told { version: &KIT.version, precache, kit: "/kit.json" };
    let told = serde_json::to_string(&told).unwrap_or_default();
    Packed::new([b"self.__KIT=", told.as_bytes(), b";\n", assets::WORKER.plain].concat())
});

static OFF: LazyLock<Packed> = LazyLock::new(|| Packed::new(assets::WORKER_OFF.plain.to_vec()));

static MANIFEST: LazyLock<Packed> = LazyLock::new(|| Packed::new(assets::MANIFEST.plain.to_vec()));

pub async fn show(Site(settings): Site, headers: HeaderMap) -> Response {
    let worker = match settings.worker {
        Worker::On => &*ON,
        Worker::Off => &*OFF,
    };
    // Browsers ask again at every navigation; the page must never be left with a worker that the server took back.
    worker.revalidated(&headers, "text/javascript; charset=utf-8")
}

pub async fn manifest(headers: HeaderMap) -> Response {
    MANIFEST.revalidated(&headers, "application/manifest+json")
}
