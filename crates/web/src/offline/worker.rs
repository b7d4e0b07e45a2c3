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
    precache: Vec<&'static str>,
    kit: &'static str,
}

static ON: LazyLock<Packed> = LazyLock::new(|| {
    let precache = assets::ALL.iter().map(|asset| asset.path).collect();
    let told = Told { version: &KIT.version, precache, kit: "/kit.json" };
    let told = serde_json::to_string(&told).unwrap_or_default();
    Packed::new([b"self.__KIT=", told.as_bytes(), b";\n", bundle()].concat())
});

static OFF: LazyLock<Packed> = LazyLock::new(|| Packed::new(bundle_off().to_vec()));

static MANIFEST: LazyLock<Packed> = LazyLock::new(|| Packed::new(install().to_vec()));

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

/// The worker's own script.
fn bundle() -> &'static [u8] {
    b"self.addEventListener(\"fetch\",()=>{});\n"
}

/// The script that ends a worker: it removes its caches and itself, and leaves what people wrote on the phone alone.
fn bundle_off() -> &'static [u8] {
    b"self.addEventListener(\"install\",()=>self.skipWaiting());\n\
      self.addEventListener(\"activate\",(event)=>event.waitUntil((async()=>{\n\
      for(const key of await caches.keys())await caches.delete(key);\n\
      await self.registration.unregister();\n\
      })()));\n"
}

fn install() -> &'static [u8] {
    br#"{"id":"/","name":"Telar","short_name":"Telar","start_url":"/","scope":"/","display":"standalone","icons":[]}"#
}
