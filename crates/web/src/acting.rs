//! What stands open to a helper who sees another person's pages: the one place that says it. Nothing may be changed; what is that person's
//! alone (how she enters, what she takes along, how she is erased) is not shown, nor what is of somebody's role. A door that is not named
//! here is shut. It must not know what a page shows.

use crate::error::Refusal;
use app::access::Visitor;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::{Redirect, Response};

/// Pages that she sees.
const SHOWN: [&str; 32] = [
    "/",
    "/c",
    "/c/{code}",
    "/c/{code}/qr",
    "/agreements/{text}/{version}",
    "/verify",
    "/verify/{number}",
    "/who-to-tell",
    "/help",
    "/today",
    "/programme",
    "/activities/{id}",
    "/attempts/{id}",
    "/attempts/{id}/questions/{n}",
    "/topics/{id}",
    "/topics/{id}/job-aid",
    "/topics/{id}/law",
    "/library",
    "/glossary",
    "/care/{name}",
    "/role-plays/{name}",
    "/role-plays/{name}/{part}",
    "/interviews/{name}",
    "/interviews/{name}/{part}",
    "/cases/{name}",
    "/rubrics/{name}",
    "/enrolments/{id}/certificate",
    "/certificates/{number}",
    "/applications/{id}",
    "/me",
    "/me/profile",
    // Leads back to where she is, also when the form is sent twice.
    "/support",
];

/// Writes that are about the helper herself: she ends it, leaves, reads in another language, begins what she has begun.
const TAKEN: [&str; 6] = ["/support", "/support/ending", "/language", "/leave", "/back", "/sign-out"];

/// Whose outbox sends.
const OUTBOX: [&str; 2] = ["telar-person", "telar-command"];

/// Why a door stays shut to a helper.
pub(crate) fn refused(path: &str, (reads, headers): (bool, &HeaderMap)) -> Option<Refusal> {
    // Where there is no door, the page that says so.
    let open = if reads { path.is_empty() || SHOWN.contains(&path) } else { TAKEN.contains(&path) };
    if open {
        return None;
    }
    // What waits on the helper's own phone goes on waiting.
    let waits = OUTBOX.iter().any(|name| headers.contains_key(*name));
    Some(match (reads, waits) {
        (_, true) => Refusal::SomeoneElse,
        (true, false) => Refusal::NotShown,
        (false, false) => Refusal::OnlyLooking,
    })
}

/// What the session showed is over and the helper was not told: she is told before anything else, so that no page or form of another
/// person is taken for her own. What script asks for goes on, and so does her own outbox.
pub(crate) fn over(
    visitor: &Visitor,
    path: &str,
    (reads, headers): (bool, &HeaderMap),
) -> Option<Result<Redirect, Refusal>> {
    let accepts = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    let by_script = accepts.is_some_and(|accepts| !accepts.contains("text/html"));
    if !visitor.was_acting || by_script || path == "/support" || (!reads && TAKEN.contains(&path)) {
        return None;
    }
    Some(if reads { Ok(Redirect::to("/support")) } else { Err(Refusal::SupportOver) })
}

/// No script runs on such a page, so that her phone keeps nothing of it and sends nothing; and no cache holds it.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'none'; img-src 'self' data:; connect-src 'none'; \
     worker-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'none'";

pub(crate) fn kept_nowhere(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The browser forgets what it saw; what waits on the phone is not touched.
pub(crate) fn forgotten(mut response: Response) -> Response {
    let clear = HeaderName::from_static("clear-site-data");
    response.headers_mut().insert(clear, HeaderValue::from_static("\"cache\""));
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Access;
    use axum::http::Method;

    #[test]
    fn every_door_that_is_named_is_there() {
        let doors = crate::door_table();
        let there = |wanted: Method, path: &str| doors.iter().any(|(method, at, _)| *method == wanted && *at == path);
        assert!(SHOWN.iter().all(|path| there(Method::GET, path)));
        assert!(TAKEN.iter().all(|path| there(Method::POST, path)));
    }

    #[test]
    fn no_door_of_a_role_is_open_and_no_write_goes_round_the_guard() {
        for (method, path, access) in crate::door_table() {
            let reads = method == Method::GET;
            let open = refused(path, (reads, &HeaderMap::new())).is_none();
            let of_a_role = matches!(access, Access::Staff | Access::Analyst | Access::Administrator);
            assert!(!(open && of_a_role), "{path}");
            // Nobody is looked up at a neutral door.
            assert!(reads || access != Access::Neutral || TAKEN.contains(&path), "{path}");
        }
    }

    #[test]
    fn what_waits_on_the_helper_s_phone_is_not_refused_for_good() {
        let headers = HeaderMap::from_iter([(HeaderName::from_static("telar-person"), HeaderValue::from_static("x"))]);
        assert_eq!(refused("/attempts/{id}/answers", (false, &headers)), Some(Refusal::SomeoneElse));
        assert_eq!(refused("/attempts/{id}/answers", (false, &HeaderMap::new())), Some(Refusal::OnlyLooking));
    }
}
