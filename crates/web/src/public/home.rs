//! The first page. Whoever is signed in goes on to where her day begins; a code typed from a poster leads to its cohort.

use crate::doors::has_desk;
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{App, MaybeWho, Site, W};
use app::PageRefused;
use app::access::{DemoRole, Visitor};
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "public/home.html")]
struct HomePage {
    frame: Frame,
    demo: Vec<DemoLink>,
    code: String,
    code_is_wrong: bool,
}

struct DemoLink {
    href: String,
    name: String,
}

/// Where someone's day begins.
pub(super) fn landing(visitor: &Visitor) -> &'static str {
    if visitor.is_learner() {
        "/today"
    } else if visitor.grants.is_administrator() {
        "/site"
    } else if has_desk(visitor) {
        "/desk"
    } else if visitor.grants.sees_numbers() {
        "/numbers"
    } else {
        "/today"
    }
}

pub async fn show(MaybeWho(visitor): MaybeWho, W(w): W, Site(settings): Site) -> Response {
    match visitor {
        Some(visitor) => Redirect::to(landing(&visitor)).into_response(),
        None => page::html(&HomePage::new(w, None, settings.demo)),
    }
}

#[derive(Deserialize)]
pub struct Typed {
    #[serde(default)]
    code: String,
}

pub async fn find_cohort(
    MaybeWho(visitor): MaybeWho,
    W(w): W,
    App(telar): App,
    Site(settings): Site,
    Query(typed): Query<Typed>,
) -> Result<Response, Refusal> {
    // Some paste the whole link.
    let code = typed.code.trim().trim_end_matches('/').rsplit('/').next().unwrap_or("").to_ascii_uppercase();
    match telar.join_page(&code, None).await {
        Ok(page) => Ok(Redirect::to(&format!("/c/{}", page.card.join_code)).into_response()),
        Err(PageRefused::Unavailable(why)) => Err(why.into()),
        Err(PageRefused::NotFound) => {
            let page = HomePage { code, code_is_wrong: true, ..HomePage::new(w, visitor, settings.demo) };
            Ok((StatusCode::NOT_FOUND, page::html(&page)).into_response())
        }
    }
}

impl HomePage {
    fn new(w: &'static Words, visitor: Option<Visitor>, demo: bool) -> Self {
        let links = [
            (DemoRole::Learner, w.home_demo_learner()),
            (DemoRole::Coordinator, w.home_demo_coordinator()),
            (DemoRole::Facilitator, w.home_demo_facilitator()),
            (DemoRole::Assessor, w.home_demo_assessor()),
            (DemoRole::Analyst, w.home_demo_analyst()),
            (DemoRole::Administrator, w.home_demo_administrator()),
        ];
        let link = |(role, name): (DemoRole, String)| DemoLink { href: format!("/demo/{}", role.as_str()), name };
        Self {
            frame: Frame::new(w, visitor, Place::None, w.home_title()),
            demo: if demo { links.into_iter().map(link).collect() } else { Vec::new() },
            code: String::new(),
            code_is_wrong: false,
        }
    }
}
