//! The doors of Telar: routes, pages and the frame around them. A handler parses, calls one use case of `app` and renders.
//! This crate must not know SQL or the journal; it cannot name `store`.

mod acting;
mod assets;
mod command;
mod completion;
mod compress;
mod data_use;
pub mod dates;
mod decimals;
mod doors;
mod error;
mod icons;
mod learner;
mod library;
mod meter;
mod observe;
mod offline;
pub mod pack;
mod page;
mod passkeys;
mod people;
mod public;
mod quizzes;
mod security;
mod sheet;
mod staff;
mod state;
mod upload;
mod visitor;
mod wire;

pub use doors::{Access, Doors};
pub use learner::constancia::paper as constancia;
pub use state::{Settings, State, Worker};

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::Method;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use error::Refusal;
use std::any::Any;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use upload::Upload;
use visitor::Wish;

/// Our longest form has a dozen short fields; a door that takes more says so itself.
const LONGEST_FORM: usize = 64 * 1024;
/// The longest work behind a door is a PDF; behind a slow phone, a form that trickles in.
const LONGEST_WAIT: Duration = Duration::from_secs(30);
/// A document of 5 MB at 100 kbit/s takes seven minutes.
const LONGEST_UPLOAD: Duration = Duration::from_secs(10 * 60);

/// Every page and command of the site.
pub fn router(state: State) -> Router {
    doors()
        .open(&state)
        .layer(DefaultBodyLimit::max(LONGEST_FORM))
        .layer(from_fn_with_state(state.clone(), security::same_site))
        .layer(from_fn(in_time))
        .layer(CatchPanicLayer::custom(number_the_panic))
        .layer(from_fn(explain))
        .layer(from_fn(security::headers))
        .layer(from_fn(compress::compress))
        .layer(from_fn_with_state(state.clone(), observe::observe))
        .layer(from_fn_with_state(state.clone(), meter::count))
        .with_state(state)
}

/// `/metrics`, to be served on an address that only the operator reaches.
pub fn metrics_router(state: State) -> Router {
    Router::new().route("/metrics", get(observe::metrics)).with_state(state)
}

/// Every door there is: the test that tries each as everyone reads this table, so that no door can be forgotten.
pub fn door_table() -> Vec<(Method, &'static str, Access)> {
    doors().table()
}

fn doors() -> Doors {
    staff::doors(library::doors(offline::doors(learner::doors(people::agreement_doors(public::doors(Doors::new()))))))
}

/// Turns a refusal that no door explained (a write from elsewhere, too slow, a bug) into its page.
async fn explain(request: Request, next: Next) -> Response {
    let wish = Wish::of(request.headers());
    let response = next.run(request).await;
    match response.extensions().get::<Refusal>() {
        Some(refusal) => error::page(refusal.clone(), None, &wish),
        None => response,
    }
}

async fn in_time(request: Request, next: Next) -> Response {
    let wait = if Upload::is_in(&request) { LONGEST_UPLOAD } else { LONGEST_WAIT };
    match tokio::time::timeout(wait, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Refusal::Unavailable.into_response(),
    }
}

fn number_the_panic(panic: Box<dyn Any + Send>) -> Response {
    let number = uuid::Uuid::new_v4().simple().to_string()[..8].to_owned();
    let cause = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("unknown");
    tracing::error!(number, cause, "a handler panicked");
    Refusal::Broken(number).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_door_is_there_twice() {
        let table = door_table();
        let distinct: BTreeSet<_> = table.iter().map(|(method, path, _)| (method.as_str(), *path)).collect();
        assert_eq!(distinct.len(), table.len());
        assert!(table.len() > 20);
    }

    #[test]
    fn every_write_that_changes_a_person_s_things_asks_who_it_is() {
        // An organisation names its people by its link; nobody is signed in there.
        const FOR_ANYONE: [&str; 13] = [
            "/back",
            "/c/{code}",
            "/n/{code}",
            "/n/{code}/{application}/link",
            "/n/{code}/{application}/withdrawal",
            "/enter",
            "/enter/{token}",
            "/enter/mail",
            "/enter/passkey",
            "/enter/passkey/challenge",
            "/language",
            "/leave",
            "/sign-out",
        ];
        for (method, path, access) in door_table() {
            let open = matches!(access, Access::Neutral | Access::Everyone);
            assert!(method != Method::POST || !open || FOR_ANYONE.contains(&path), "{path} takes writes from anyone");
        }
    }
}
