//! Script, styles and icon: bundled, named by content and compressed once by the build script, kept by browsers for ever.
//! It must not know pages; `layout.html` asks for the paths.

use crate::error::Refusal;
use crate::visitor::Id;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};

pub struct Asset {
    name: &'static str,
    pub path: &'static str,
    content_type: &'static str,
    plain: &'static [u8],
    gzip: &'static [u8],
    zstd: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

pub async fn show(Id(name): Id<String>, headers: HeaderMap) -> Result<Response, Refusal> {
    let asset = ALL.iter().find(|asset| asset.name == name).ok_or(Refusal::NotFound)?;
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or("");
    let (encoding, body) = asset.encoded(accepted);
    let mut answer: Vec<(HeaderName, HeaderValue)> = vec![
        (header::CONTENT_TYPE, HeaderValue::from_static(asset.content_type)),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
        (header::VARY, HeaderValue::from_static("accept-encoding")),
    ];
    if let Some(encoding) = encoding {
        answer.push((header::CONTENT_ENCODING, HeaderValue::from_static(encoding)));
    }
    let mut response = body.into_response();
    response.headers_mut().extend(answer);
    Ok(response)
}

impl Asset {
    fn encoded(&self, accepted: &str) -> (Option<&'static str>, &'static [u8]) {
        let takes = |name: &str| {
            accepted.split(',').any(|one| {
                let mut parts = one.split(';').map(str::trim);
                parts.next() == Some(name) && !parts.any(|quality| matches!(quality, "q=0" | "q=0.0"))
            })
        };
        if takes("zstd") {
            (Some("zstd"), self.zstd)
        } else if takes("gzip") {
            (Some("gzip"), self.gzip)
        } else {
            (None, self.plain)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_encoding_that_the_browser_takes_is_sent() {
        assert_eq!(STYLE.encoded("gzip, deflate, br, zstd").0, Some("zstd"));
        assert_eq!(STYLE.encoded("gzip, zstd;q=0").0, Some("gzip"));
        assert_eq!(STYLE.encoded("").0, None);
    }

    #[test]
    fn script_and_styles_stay_within_their_budget() {
        assert!(STYLE.plain.len() <= 12_000, "styles: {} bytes", STYLE.plain.len());
        assert!(SCRIPT.gzip.len() <= 6_000, "script: {} bytes compressed", SCRIPT.gzip.len());
    }

    #[test]
    fn the_client_s_types_hold() {
        let client = concat!(env!("CARGO_MANIFEST_DIR"), "/../../client");
        let tools = std::path::Path::new(env!("CLIENT_TOOLS"));
        let checked = std::process::Command::new("node")
            .arg(tools.join("node_modules/typescript/bin/tsc"))
            .args(["--noEmit", "--project", client])
            .output()
            .expect("node runs");
        assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
    }
}
