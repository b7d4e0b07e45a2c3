//! «Salir rápido»: marks session and browser as away, and shows the neutral page until she comes back by herself. The
//! neutral page and these two doors are all that is open meanwhile; the guard of the doors sees to that.

use crate::State;
use crate::error::Refusal;
use crate::visitor::{Cookie, find, with_cookie};
use axum::extract::{Request, State as Of};
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Redirect, Response};

/// A page that cannot send a form may also link here: it changes nothing but the mark.
pub async fn leave(Of(state): Of<State>, request: Request) -> Result<Response, Refusal> {
    let mut parts = request.into_parts().0;
    // Leaving must not fail because the store does: the cookie alone keeps every page away.
    if let Ok(Some(visitor)) = find(&mut parts, &state).await
        && let Err(cause) = state.telar.leave_quickly(visitor.session).await
    {
        tracing::error!(%cause, "the session was not marked as away");
    }
    let mut response = with_cookie(Redirect::to("/calendar").into_response(), Cookie::Away, &state.settings);
    // Pages kept by the browser go; its history stays, and the help page says so.
    response.headers_mut().insert(HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\""));
    Ok(response)
}

pub async fn come_back(Of(state): Of<State>, request: Request) -> Result<Response, Refusal> {
    let mut parts = request.into_parts().0;
    if let Some(visitor) = find(&mut parts, &state).await? {
        state.telar.come_back(visitor.session).await?;
    }
    Ok(with_cookie(Redirect::to("/").into_response(), Cookie::ComeBack, &state.settings))
}
