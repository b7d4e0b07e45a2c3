//! What protects every door alike: writes come from our own pages, and answers say what a browser may do with them. It must
//! not know who is signed in.

use crate::State;
use crate::error::Refusal;
use crate::visitor::{SESSION_COOKIE, cookie};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
     connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

/// Refuses a write that another site made the browser send.
pub(crate) async fn same_site(
    axum::extract::State(state): axum::extract::State<State>,
    request: Request,
    next: Next,
) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if !reads && !is_ours(request.headers(), &state.settings.public_url) {
        return Refusal::Elsewhere.into_response();
    }
    next.run(request).await
}

/// Browsers since about 2020 say themselves whether the page that asks is of this site; older ones name the page's origin.
/// What says neither is no browser on someone's behalf, unless it carries a session.
fn is_ours(headers: &HeaderMap, public_url: &str) -> bool {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    match text(HeaderName::from_static("sec-fetch-site")) {
        Some("same-origin" | "none") => return true,
        Some("cross-site") => return false,
        // A neighbour under the same domain is not us; an unknown word is checked like an old browser.
        Some(_) | None => {}
    }
    match text(header::ORIGIN) {
        Some(origin) => {
            let host = text(header::HOST).unwrap_or("");
            let named = origin.split_once("://").map_or("", |(_, host)| host);
            origin == public_url || (!host.is_empty() && named.eq_ignore_ascii_case(host))
        }
        None => cookie(headers, SESSION_COOKIE).is_none(),
    }
}

/// Adds what every answer carries, unless its door said otherwise.
pub(crate) async fn headers(request: Request, next: Next) -> Response {
    let signed_in = cookie(request.headers(), SESSION_COOKIE).is_some();
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let signed_in = signed_in || headers.contains_key(header::SET_COOKIE);
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY);
    // Not `no-referrer`: with it browsers send `Origin: null` on our own forms, and the check of older ones would fail.
    set(header::REFERRER_POLICY, "same-origin");
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    );
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    // What a signed-in person saw stays in no cache; a public page depends on language and cookies, so it is asked for anew.
    set(header::CACHE_CONTROL, if signed_in { "no-store" } else { "private, no-cache" });
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours(pairs: &[(&'static str, &'static str)]) -> bool {
        let headers = pairs
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect();
        is_ours(&headers, "https://telar.example")
    }

    #[test]
    fn writes_are_taken_only_from_our_own_pages() {
        let table: [(&[(&str, &str)], bool); 13] = [
            (&[("sec-fetch-site", "same-origin")], true),
            (&[("sec-fetch-site", "none")], true),
            (&[("sec-fetch-site", "cross-site")], false),
            (&[("sec-fetch-site", "cross-site"), ("origin", "https://telar.example")], false),
            (&[("sec-fetch-site", "same-site"), ("origin", "https://other.example")], false),
            (&[("sec-fetch-site", "same-site"), ("cookie", "telar=x")], false),
            (&[("origin", "https://telar.example"), ("host", "10.0.0.5:8080")], true),
            (&[("origin", "http://10.0.0.5:8080"), ("host", "10.0.0.5:8080"), ("cookie", "telar=x")], true),
            (&[("origin", "https://evil.example"), ("host", "telar.example")], false),
            (&[("origin", "null"), ("host", "telar.example"), ("cookie", "telar=x")], false),
            (&[("host", "telar.example"), ("cookie", "telar=x")], false),
            (&[("host", "telar.example"), ("cookie", "lang=es")], true),
            (&[], true),
        ];
        for (headers, taken) in table {
            assert_eq!(ours(headers), taken, "{headers:?}");
        }
    }

    #[tokio::test]
    async fn every_answer_carries_the_policy_whatever_its_door_says() {
        use axum::http::StatusCode;
        use axum::response::Redirect;
        use axum::routing::get;
        use tower::ServiceExt;
        let router = axum::Router::new()
            .route("/page", get(async || "page"))
            .route("/gone", get(async || Redirect::to("/page")))
            .route("/file", get(async || [(header::CACHE_CONTROL, "public, max-age=31536000, immutable")]))
            .layer(axum::middleware::from_fn(super::headers));
        let ask = |path: &str, signed_in: &'static str| {
            let request = axum::http::Request::get(path).header(header::COOKIE, signed_in);
            router.clone().oneshot(request.body(axum::body::Body::empty()).unwrap())
        };
        for path in ["/page", "/gone", "/file", "/nothing"] {
            let answer = ask(path, "telar=x").await.unwrap();
            assert_eq!(answer.headers()[header::CONTENT_SECURITY_POLICY], CONTENT_SECURITY_POLICY, "{path}");
            assert_eq!(answer.headers()[header::X_CONTENT_TYPE_OPTIONS], "nosniff", "{path}");
            assert_eq!(answer.headers()[header::REFERRER_POLICY], "same-origin", "{path}");
        }
        assert_eq!(ask("/nothing", "").await.unwrap().status(), StatusCode::NOT_FOUND);
        assert_eq!(ask("/page", "telar=x").await.unwrap().headers()[header::CACHE_CONTROL], "no-store");
        assert_eq!(ask("/page", "lang=es").await.unwrap().headers()[header::CACHE_CONTROL], "private, no-cache");
        let file = ask("/file", "telar=x").await.unwrap();
        assert!(file.headers()[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
    }

    #[test]
    fn the_policy_allows_nothing_inline() {
        assert!(CONTENT_SECURITY_POLICY.starts_with("default-src 'none'"));
        assert!(!CONTENT_SECURITY_POLICY.contains("unsafe"));
    }
}
