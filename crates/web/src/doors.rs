//! The only way to add a route. A door is a method, a path and who may pass; the guard of each door asks that before its
//! handler runs, and the table of all doors is what the test "every route as every role" reads. It must not know pages.

use crate::State;
use crate::acting;
use crate::command;
use crate::data_use::{self, Limited};
use crate::error::{self, Refusal};
use crate::visitor::{self, AWAY_COOKIE, Wish};
use app::access::Visitor;
use axum::Router;
use axum::extract::Request;
use axum::handler::Handler;
use axum::http::{HeaderMap, Method, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{MethodFilter, on};
use domain::access::Role;

/// Who may pass a door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anyone, and it stays open after a quick exit: assets, the neutral calendar, the health check. Nobody is looked up.
    Neutral,
    /// Anyone, signed in or not.
    Everyone,
    SignedIn,
    /// Someone with an enrolment.
    Learner,
    /// Someone with a desk: facilitator, assessor, coordinator or administrator.
    Staff,
    /// Analyst or administrator.
    Analyst,
    Administrator,
}

impl Access {
    pub fn admits(self, visitor: &Visitor) -> bool {
        match self {
            Self::Neutral | Self::Everyone | Self::SignedIn => true,
            Self::Learner => visitor.is_learner(),
            Self::Staff => has_desk(visitor),
            Self::Analyst => visitor.grants.sees_numbers(),
            Self::Administrator => visitor.grants.is_administrator(),
        }
    }
}

pub(crate) fn has_desk(visitor: &Visitor) -> bool {
    [Role::Facilitator, Role::Assessor, Role::Coordinator, Role::Administrator]
        .iter()
        .any(|role| visitor.grants.has(*role))
}

type Opening = Box<dyn FnOnce(Router<State>, &State) -> Router<State>>;

#[derive(Default)]
pub struct Doors {
    table: Vec<(Method, &'static str, Access)>,
    openings: Vec<Opening>,
}

impl Doors {
    pub fn new() -> Self {
        Self::default()
    }

    /// A page. It also answers HEAD.
    pub fn get<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, State>,
        T: 'static,
    {
        self.add(MethodFilter::GET, path, access, handler)
    }

    /// A command. What comes from another site is refused before it gets here.
    pub fn post<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, State>,
        T: 'static,
    {
        self.add(MethodFilter::POST, path, access, handler)
    }

    fn add<H, T>(mut self, filter: MethodFilter, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, State>,
        T: 'static,
    {
        let method = if filter == MethodFilter::GET { Method::GET } else { Method::POST };
        self.table.push((method, path, access));
        self.openings.push(Box::new(move |router, state| {
            let door = on(filter, handler);
            router.route(
                path,
                match access {
                    Access::Neutral => door,
                    _ => door.route_layer(from_fn_with_state(Guard { state: state.clone(), access, path }, guard)),
                },
            )
        }));
        self
    }

    pub fn table(&self) -> Vec<(Method, &'static str, Access)> {
        self.table.clone()
    }

    /// Where there is no door, the same guard stands: the page that says so shows whoever is signed in her places, and
    /// nothing after a quick exit.
    pub fn open(self, state: &State) -> Router<State> {
        let router = self.openings.into_iter().fold(Router::new(), |router, opening| opening(router, state));
        let guard = from_fn_with_state(Guard { state: state.clone(), access: Access::Everyone, path: "" }, guard);
        let nowhere = Handler::<_, State>::layer(nowhere, guard);
        router.fallback(nowhere.clone()).method_not_allowed_fallback(nowhere)
    }
}

async fn nowhere() -> Refusal {
    Refusal::NotFound
}

#[derive(Clone)]
struct Guard {
    state: State,
    access: Access,
    path: &'static str,
}

/// Finds who is at the door. What a helper sees of another person is kept nowhere.
async fn guard(axum::extract::State(guard): axum::extract::State<Guard>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let visitor = match visitor::find(&mut parts, &guard.state).await {
        Ok(visitor) => visitor,
        Err(refusal) => return error::page(refusal, None, &Wish::of(&parts.headers)),
    };
    let acts = visitor.as_ref().is_some_and(|visitor| visitor.acting.is_some());
    let response = pass(guard, visitor, Request::from_parts(parts, body), next).await;
    if acts { acting::kept_nowhere(response) } else { response }
}

/// Turns away whom a door is not for, shows the neutral page to whoever left in a hurry, and asks who set herself a limit of data before
/// a page crosses it.
async fn pass(Guard { access, path, .. }: Guard, visitor: Option<Visitor>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let reads = matches!(parts.method, Method::GET | Method::HEAD);
    let wish = Wish::of(&parts.headers);
    let away = visitor.as_ref().is_some_and(|visitor| visitor.away) || left_in_a_hurry(&parts.headers);
    // A sign-in link of the demonstration is opened on purpose, and only redirects.
    if away && reads && !parts.uri.path().starts_with("/demo/") {
        return Redirect::to("/calendar").into_response();
    }
    if let Some(visitor) = &visitor {
        let asked = (reads, &parts.headers);
        let refused = visitor.acting.and_then(|_| acting::refused(path, asked));
        match refused.map(Err).or_else(|| acting::over(visitor, path, asked)) {
            Some(Err(refusal)) => return error::page(refusal, Some(visitor.clone()), &wish),
            Some(Ok(leads)) => return leads.into_response(),
            None => {}
        }
    }
    if !reads && let Some(refusal) = command::turned_away(&parts.headers, visitor.as_ref()) {
        return error::page(refusal, visitor, &wish);
    }
    if access != Access::Everyone {
        match &visitor {
            None if reads => return Redirect::to("/enter").into_response(),
            None => return error::page(Refusal::Forbidden, None, &wish),
            Some(visitor) if !access.admits(visitor) => {
                return error::page(Refusal::NotFound, Some(visitor.clone()), &wish);
            }
            Some(_) => {}
        }
    }
    let limited = visitor.as_ref().filter(|_| reads && !wish.json && data_use::may_ask(path, access));
    let limited = limited.and_then(|visitor| Limited::of(visitor, &parts));
    if let Some(limited) = limited.as_ref().filter(|limited| limited.asks_before(0)) {
        return limited.ask();
    }
    let response = next.run(Request::from_parts(parts, body)).await;
    if let Some(refusal) = Refusal::of(&response) {
        return error::page(refusal, visitor, &wish);
    }
    let response = match limited {
        Some(limited) if shows_a_page(&response) => limited.weigh(response).await,
        _ => response,
    };
    // Work that was under way is kept, but its page is not shown.
    if away && shows_a_page(&response) {
        return Redirect::to("/calendar").into_response();
    }
    response
}

fn left_in_a_hurry(headers: &HeaderMap) -> bool {
    visitor::cookie(headers, AWAY_COOKIE).is_some_and(|value| value == "1")
}

/// A redirect is left alone: where it leads is guarded again, and coming back or entering is one.
fn shows_a_page(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html") || kind.as_bytes() == b"application/pdf")
}
