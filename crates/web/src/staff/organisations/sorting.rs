//! What people wrote and what is of no organisation yet, and organisations that may be one.

use super::frame;
use super::list::Pages;
use super::words_for::{about, href};
use crate::State;
use crate::error::Refusal;
use crate::page::{self, Frame};
use crate::visitor::{Form, W, Who};
use app::access::Visitor;
use app::organisations::{AddName, AddNameRefused, MayBeOne, WrittenText};
use askama::Template;
use axum::extract::{Query, State as FromState};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::{CommandId, OrganisationId};
use domain::organisations::MOST_NAMES;
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "staff/organisations_sorting.html")]
struct Page {
    frame: Frame,
    said: String,
    problem: String,
    texts: Vec<Text>,
    page: usize,
    pages: Pages,
    pairs: Vec<Pair>,
    names: Vec<String>,
}

struct Text {
    text: String,
    people: String,
    make_label: String,
    which: String,
    /// Name of an organisation, what the button says, and its label.
    near: Vec<(String, String, String)>,
    /// What was typed and not taken.
    typed: String,
    problem: String,
}

struct Pair {
    one: String,
    one_about: String,
    other: String,
    other_about: String,
    /// The page of the second, where it is merged into the first.
    href: String,
    label: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    page: Option<usize>,
    /// The organisation that was given a name.
    named: Option<OrganisationId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    command: Option<CommandId>,
    text: String,
    organisation: String,
    page: Option<usize>,
}

/// What was sent and not taken.
#[derive(Default)]
struct Again {
    said: String,
    problem: String,
    wish: Wish,
}

pub async fn sorting(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let said = match asked.named {
        Some(id) => w.org_sorting_done(state.telar.organisation_page(&visitor, id).await?.card.name),
        None => String::new(),
    };
    render(&state, visitor, w, (asked.page.unwrap_or(1), Again { said, ..Again::default() })).await
}

/// «Es la misma que…».
pub async fn name(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Form(wish): Form<Wish>,
) -> Result<Response, Refusal> {
    let command = wish.command.ok_or(Refusal::Unreadable)?;
    let page = wish.page.unwrap_or(1);
    let it = AddName { command, text: wish.text.clone(), organisation: wish.organisation.clone() };
    let problem = match state.telar.add_organisation_name(&visitor, it).await {
        Ok(id) => {
            let to = format!("/site/organisations/sorting?page={page}&named={id}");
            return Ok(Redirect::to(&to).into_response());
        }
        Err(AddNameRefused::NotFound) => return Err(Refusal::NotFound),
        Err(AddNameRefused::Unavailable(why)) => return Err(why.into()),
        Err(AddNameRefused::Text) => w.org_sorting_text(),
        Err(AddNameRefused::Taken(name)) => w.org_sorting_taken(name),
        Err(AddNameRefused::Organisation) => w.org_refused_parent(),
        Err(AddNameRefused::TooMany) => w.org_sorting_names(MOST_NAMES, wish.organisation.as_str()),
        Err(AddNameRefused::OtherContent) => w.site_refused_old(),
    };
    let mut response = render(&state, visitor, w, (page, Again { problem, wish, ..Again::default() })).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

async fn render(
    state: &State,
    visitor: Visitor,
    w: &'static Words,
    (page, again): (usize, Again),
) -> Result<Response, Refusal> {
    let sorting = state.telar.organisations_to_sort(&visitor, page).await?;
    let texts: Vec<Text> = sorting.texts.iter().map(|it| text(w, it, &again)).collect();
    let beside = texts.iter().any(|it| !it.problem.is_empty());
    Ok(page::html(&Page {
        said: again.said,
        // What was wrong stands beside its text, where that is on this page still.
        problem: if beside { String::new() } else { again.problem },
        page: sorting.page,
        pages: Pages::new(w, sorting.page, sorting.pages),
        pairs: sorting.pairs.iter().map(|it| pair(w, it)).collect(),
        names: sorting.names,
        frame: frame(w, visitor, w.org_title()),
        texts,
    }))
}

fn text(w: &Words, it: &WrittenText, again: &Again) -> Text {
    let text = it.text.as_str();
    let this = again.wish.text == it.text;
    let near = |name: &String| {
        (name.clone(), w.org_sorting_same(name.as_str()), w.org_sorting_same_label(name.as_str(), text))
    };
    Text {
        people: if it.people == 0 { w.org_sorting_called() } else { w.org_people(it.people) },
        make_label: w.org_sorting_make_label(text),
        which: w.org_sorting_which(text),
        near: it.near.iter().map(near).collect(),
        typed: if this { again.wish.organisation.clone() } else { String::new() },
        problem: if this { again.problem.clone() } else { String::new() },
        text: it.text.clone(),
    }
}

fn pair(w: &Words, it: &MayBeOne) -> Pair {
    Pair {
        label: w.org_pair_label(it.one.name.as_str(), it.other.name.as_str()),
        href: href(&it.other),
        one_about: about(w, &it.one),
        other_about: about(w, &it.other),
        one: it.one.name.clone(),
        other: it.other.name.clone(),
    }
}
