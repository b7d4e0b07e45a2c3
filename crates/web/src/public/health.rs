//! `GET /healthz`: whether the store answers, for whatever keeps the server running. It says nothing else.

use crate::visitor::App;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

pub async fn show(App(telar): App) -> Response {
    let (status, words) = match telar.healthy().await {
        Ok(()) => (StatusCode::OK, "ok\n"),
        Err(cause) => {
            tracing::error!(%cause, "not healthy");
            (StatusCode::SERVICE_UNAVAILABLE, "unavailable\n")
        }
    };
    (status, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], words).into_response()
}
