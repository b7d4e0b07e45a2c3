//! Script, styles and icon: bundled, named by content and compressed once by the build script, kept by browsers for ever.
//! It must not know pages; `layout.html` asks for the paths.

use crate::compress::Encoding;
use crate::error::Refusal;
use crate::visitor::Id;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};

pub struct Asset {
    name: &'static str,
    pub path: &'static str,
    content_type: &'static str,
    pub plain: &'static [u8],
    gzip: &'static [u8],
    zstd: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

pub async fn show(Id(name): Id<String>, headers: HeaderMap) -> Result<Response, Refusal> {
    let asset = ALL.iter().find(|asset| asset.name == name).ok_or(Refusal::NotFound)?;
    let encoding = Encoding::of(&headers);
    let body = match encoding {
        Some(Encoding::Zstd) => asset.zstd,
        Some(Encoding::Gzip) => asset.gzip,
        None => asset.plain,
    };
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.content_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, encoding.value());
    }
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn an_asset_says_once_what_it_is_and_is_kept_for_ever() {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip, zstd"));
        let response = show(Id(STYLE.name.to_owned()), headers).await.unwrap();
        let kinds: Vec<_> = response.headers().get_all(header::CONTENT_TYPE).iter().collect();
        assert_eq!(kinds, ["text/css; charset=utf-8"]);
        assert_eq!(response.headers()[header::CONTENT_ENCODING], "zstd");
        assert!(response.headers()[header::CACHE_CONTROL].to_str().unwrap().ends_with("immutable"));
        assert!(show(Id("app.css".to_owned()), HeaderMap::new()).await.is_err());
    }

    #[test]
    fn every_package_in_a_bundle_has_its_licence_served() {
        let text = std::str::from_utf8(LICENCES.plain).unwrap();
        assert!(PACKAGES.contains(&"idb") && PACKAGES.contains(&"workbox-core"), "{PACKAGES:?}");
        for package in PACKAGES {
            let own = text.lines().any(|line| line.starts_with(&format!("{package} ")));
            assert!(own, "{package} has no licence there");
        }
        let granted =
            text.matches("Permission to use, copy").count() + text.matches("Permission is hereby granted").count();
        assert!(granted >= PACKAGES.len(), "{granted} licences of {}", PACKAGES.len());
    }

    #[test]
    fn script_and_styles_stay_within_their_budget() {
        // 12,000 were full before the phone's pages came: downloads, what is offline, what waits. All of it is one file, kept
        // for ever, of some 5 kB as it travels. 14,000 were full before questions had eleven forms, 16,000 before one of them
        // fitted a phone, and before slides and drawings; 19,500 before pages broke well on paper and drawings could be read at 320 px.
        assert!(STYLE.plain.len() <= 21_000, "styles: {} bytes", STYLE.plain.len());
        assert!(SCRIPT.gzip.len() <= 14_500, "script: {} bytes compressed", SCRIPT.gzip.len());
    }

    #[test]
    fn the_worker_stays_within_its_budget_and_the_manifest_names_what_is_served() {
        assert!(WORKER.gzip.len() <= 14_000, "worker: {} bytes compressed", WORKER.gzip.len());
        let manifest = std::str::from_utf8(MANIFEST.plain).unwrap();
        let served = |path: &str| ALL.iter().any(|asset| format!("\"{}\"", asset.path) == path);
        let named: Vec<_> =
            manifest.split([',', '{', '}', ' ']).filter(|word| word.starts_with("\"/assets/")).collect();
        assert!(named.len() == 3 && named.into_iter().all(served), "{manifest}");
    }

    /// The worker knows no page and the pages no worker: each has its own types.
    #[test]
    fn the_client_s_types_hold() {
        let client = concat!(env!("CARGO_MANIFEST_DIR"), "/../../client");
        let tools = std::path::Path::new(env!("CLIENT_TOOLS"));
        for part in ["tsconfig.json", "src/worker/tsconfig.json"] {
            // The libraries lie with the tools, not in the tree.
            let own = format!("{}/{}", env!("OUT_DIR"), part.replace('/', "-"));
            let settings = serde_json::json!({
                "extends": format!("{client}/{part}"),
                "compilerOptions": { "paths": { "*": [tools.join("node_modules/*")] } },
            });
            std::fs::write(&own, settings.to_string()).unwrap();
            let checked = std::process::Command::new("node")
                .arg(tools.join("node_modules/typescript/bin/tsc"))
                .args(["--noEmit", "--project", &own])
                .output()
                .expect("node runs");
            assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
        }
    }
}
