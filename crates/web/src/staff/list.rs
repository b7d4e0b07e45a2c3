//! A list of people before it is taken, while it is, and after: what there is to say of each row, what will become of it, and the
//! way back.

use super::lists::state_words;
use crate::error::Refusal;
use crate::learner::sector;
use crate::page::{self, Frame, Place};
use crate::people::{Group, Kind, community, groups, path, people, sex};
use crate::visitor::{Form, Id, Ids, W, Who};
use crate::{State, dates};
use app::importing::{
    Doubt, ListColumn, ListPage, NameFault, Remark, RowCard, RowChange, Show, TakeRefused, list_columns,
};
use app::people::WhoForm;
use askama::Template;
use axum::extract::{Query, State as FromState};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::cohorts::{ListState, Outcome, Stand};
use domain::ids::ImportId;
use domain::people::municipality;
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "staff/list.html")]
struct Page {
    frame: Frame,
    cohort: String,
    back: String,
    base: String,
    file: String,
    state: String,
    state_class: &'static str,
    problem: String,
    /// What is to be known before it is taken, or what came of it.
    facts: Vec<String>,
    unused: String,
    /// How far it is, of how many; shown while it is under way.
    working: String,
    done: u64,
    all: u64,
    /// Its work was interrupted: where it goes on.
    go_on: String,
    take: String,
    take_note: String,
    discard: bool,
    undo: String,
    undo_until: String,
    rest: bool,
    shows: Vec<ShowChoice>,
    rows: Vec<Line>,
    previous: String,
    next: String,
    page_words: String,
    draft: bool,
}

struct ShowChoice {
    href: String,
    words: String,
    chosen: bool,
}

struct Line {
    number: u32,
    name: String,
    about: String,
    stand: String,
    class: &'static str,
    remarks: Vec<String>,
    href: String,
    out: bool,
    mend_label: String,
    out_label: String,
    taken: bool,
}

#[derive(Template)]
#[template(path = "staff/list_row.html")]
struct RowPage {
    frame: Frame,
    back: String,
    action: String,
    title: String,
    remarks: Vec<String>,
    groups: Vec<Group>,
    number_note: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Look {
    show: String,
    page: Option<u64>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    #[serde(flatten)]
    form: WhoForm,
    what: String,
}

fn read_show(word: &str) -> Show {
    match word {
        "all" => Show::All,
        word => word.parse().map_or(Show::Remarked, Show::Stand),
    }
}

fn show_word(show: Show) -> &'static str {
    match show {
        Show::Remarked => "remarks",
        Show::All => "all",
        Show::Stand(stand) => stand.as_str(),
    }
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(import): Id<ImportId>,
    Query(look): Query<Look>,
) -> Result<Response, Refusal> {
    let wanted = (read_show(&look.show), look.page.unwrap_or(1));
    let mut page = state.telar.list_page(&visitor, import, wanted).await?;
    if look.show.is_empty() && page.rows.is_empty() {
        page = state.telar.list_page(&visitor, import, (Show::All, 1)).await?;
    }
    let frame = Frame::new(w, Some(visitor), Place::Desk, w.list_title());
    let mut response = page::html(&render(frame, &page, String::new()));
    if page.going {
        // The page shows how far it is, also without script.
        response.headers_mut().insert(header::REFRESH, HeaderValue::from_static("2"));
    }
    Ok(response)
}

pub async fn row(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Ids(import, number): Ids<ImportId, u32>,
) -> Result<Response, Refusal> {
    let app::importing::RowPage { row, organisations } = state.telar.list_row(&visitor, import, number).await?;
    let asks =
        crate::people::Asks { name: true, number: state.telar.asks_identity_number(), organisations: &organisations };
    let mut all = groups(w, &row.form, &[], asks);
    for field in all.iter_mut().flat_map(|group| &mut group.fields) {
        field.required = field.name == "name";
        // Why it is asked is told to her, not to whoever names her.
        field.why.clear();
        match &mut field.kind {
            Kind::Line { autocomplete, .. } => *autocomplete = "off",
            Kind::Choice { none, .. } => *none = w.who_unsaid(),
            Kind::Municipality { choose, .. } => *choose = w.who_unsaid(),
            Kind::Organisation { .. } => {}
        }
    }
    all.iter_mut().for_each(|group| group.note.clear());
    Ok(page::html(&RowPage {
        back: format!("/lists/{import}"),
        action: format!("/lists/{import}/rows/{number}"),
        title: w.list_row_title(number),
        remarks: row.remarks.iter().map(|it| remark(w, it)).collect(),
        groups: all,
        number_note: if row.has_number { w.list_row_number() } else { String::new() },
        frame: Frame::new(w, Some(visitor), Place::Desk, w.list_title()),
    }))
}

pub async fn change(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    Ids(import, number): Ids<ImportId, u32>,
    Form(wish): Form<Wish>,
) -> Result<Response, Refusal> {
    let change = match wish.what.as_str() {
        "out" => RowChange::LeaveOut,
        "in" => RowChange::TakeIn,
        _ => RowChange::Written(Box::new(wish.form)),
    };
    state.telar.change_list_row(&visitor, (import, number), change).await?;
    Ok(Redirect::to(&format!("/lists/{import}#r-{number}")).into_response())
}

pub async fn discard(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    Id(import): Id<ImportId>,
) -> Result<Response, Refusal> {
    let page = state.telar.list_page(&visitor, import, (Show::All, 1)).await?;
    state.telar.discard_list(&visitor, import).await?;
    Ok(Redirect::to(&format!("/cohorts/{}/lists", page.cohort)).into_response())
}

pub async fn take(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    Id(import): Id<ImportId>,
) -> Result<Response, Refusal> {
    match state.telar.take_list(&visitor, import).await {
        Ok(()) => Ok(Redirect::to(&format!("/lists/{import}")).into_response()),
        Err(TakeRefused::Unavailable(why)) => Err(why.into()),
        Err(_) => Err(Refusal::NotFound),
    }
}

pub async fn undo(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(import): Id<ImportId>,
) -> Result<Response, Refusal> {
    match state.telar.undo_list(&visitor, import).await {
        Ok(()) => Ok(Redirect::to(&format!("/lists/{import}")).into_response()),
        Err(TakeRefused::Unavailable(why)) => Err(why.into()),
        Err(TakeRefused::NotFound) => Err(Refusal::NotFound),
        Err(TakeRefused::TooLate) => {
            let page = state.telar.list_page(&visitor, import, (Show::All, 1)).await?;
            let frame = Frame::new(w, Some(visitor), Place::Desk, w.list_title());
            let mut response = page::html(&render(frame, &page, w.list_undo_late()));
            *response.status_mut() = StatusCode::CONFLICT;
            Ok(response)
        }
    }
}

fn render(frame: Frame, page: &ListPage, problem: String) -> Page {
    let w = frame.w;
    let base = format!("/lists/{}", page.import);
    let (state, state_class) = state_words(w, page.state);
    let draft = page.state == ListState::Draft;
    let under_way = matches!(page.state, ListState::Taking | ListState::Undoing);
    let (done, all) = progress(page);
    let to_take = page.to_take();
    let look = |page_number: u64| format!("{base}?show={}&page={page_number}", show_word(page.show));
    let left_out =
        page.count(|it| matches!(it.stand, Stand::Faulty | Stand::LeftOut) || it.outcome == Some(Outcome::NoPlace));
    Page {
        cohort: page.card.name.clone(),
        back: format!("/cohorts/{}/lists", page.cohort),
        file: page.file.clone(),
        state,
        state_class,
        problem,
        facts: facts(w, page),
        unused: if page.unused.is_empty() { String::new() } else { w.list_unused(page.unused.join(" · ")) },
        working: match page.state {
            _ if !page.going => String::new(),
            ListState::Undoing => w.list_undoing(all, done),
            _ => w.list_taking(all, done),
        },
        done,
        all,
        go_on: match page.state {
            _ if !under_way || page.going => String::new(),
            ListState::Undoing => format!("{base}/undo"),
            _ => format!("{base}/taking"),
        },
        take: if draft && to_take > 0 { w.list_take(page.fitting()) } else { String::new() },
        take_note: w.list_take_note(),
        discard: draft || page.state == ListState::Sending,
        undo: if page.undo_until.is_some() { format!("{base}/undo") } else { String::new() },
        undo_until: page
            .undo_until
            .map_or_else(String::new, |until| w.list_undo_note(dates::day(until, w.language()), dates::time(until))),
        rest: left_out > 0,
        shows: if draft { shows(w, page, &base) } else { Vec::new() },
        rows: page.rows.iter().map(|it| line(w, it, &base)).collect(),
        previous: if page.page > 1 { look(page.page - 1) } else { String::new() },
        next: if page.page < page.pages { look(page.page + 1) } else { String::new() },
        page_words: if page.pages > 1 { w.list_page(page.page, page.pages) } else { String::new() },
        draft,
        base,
        frame,
    }
}

fn progress(page: &ListPage) -> (u64, u64) {
    match page.state {
        ListState::Undoing => {
            let left = page.count(|it| matches!(it.outcome, Some(Outcome::Named | Outcome::Invited)));
            let done =
                page.count(|it| matches!(it.outcome, Some(Outcome::Gone | Outcome::Withdrawn | Outcome::Stayed)));
            (done, left + done)
        }
        _ => (page.count(|it| it.outcome.is_some()), page.count(|it| it.stand.counts())),
    }
}

fn facts(w: &Words, page: &ListPage) -> Vec<String> {
    let stands = |stand| page.count(|it| it.stand == stand);
    let stayed_out = stands(Stand::Faulty) + stands(Stand::LeftOut);
    let came = |outcome| page.count(|it| it.outcome == Some(outcome));
    let all: Vec<(u64, String)> = match page.state {
        ListState::Draft | ListState::Sending => {
            let beyond = page.to_take() - page.fitting();
            vec![
                (stands(Stand::New), w.list_fact_new(stands(Stand::New))),
                (stands(Stand::Known), w.list_fact_known(stands(Stand::Known))),
                (stands(Stand::Here), w.list_fact_here(stands(Stand::Here))),
                (stands(Stand::Double), w.list_fact_double(stands(Stand::Double))),
                (stands(Stand::Faulty), w.list_fact_faulty(stands(Stand::Faulty))),
                (stands(Stand::LeftOut), w.list_fact_left_out(stands(Stand::LeftOut))),
                (beyond, w.list_fact_beyond(beyond, page.free.unwrap_or_default())),
            ]
        }
        _ => vec![
            (came(Outcome::Named), w.list_fact_named(came(Outcome::Named))),
            (came(Outcome::Invited), w.list_fact_invited(came(Outcome::Invited))),
            (came(Outcome::Met), w.list_fact_met(came(Outcome::Met))),
            (came(Outcome::NoPlace), w.list_fact_no_place(came(Outcome::NoPlace))),
            (came(Outcome::Gone), w.list_fact_gone(came(Outcome::Gone))),
            (came(Outcome::Withdrawn), w.list_fact_withdrawn(came(Outcome::Withdrawn))),
            (came(Outcome::Stayed), w.list_fact_stayed(came(Outcome::Stayed))),
            (stands(Stand::Here), w.list_fact_here(stands(Stand::Here))),
            (stands(Stand::Double), w.list_fact_double(stands(Stand::Double))),
            (stayed_out, w.list_fact_stayed_out(stayed_out)),
        ],
    };
    all.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect()
}

fn shows(w: &Words, page: &ListPage, base: &str) -> Vec<ShowChoice> {
    let remarked = page.counts.iter().map(|it| it.remarked).sum();
    let all = page.count(|_| true);
    let mut choices = vec![(Show::Remarked, w.list_show_remarks(), remarked), (Show::All, w.list_show_all(), all)];
    for stand in Stand::ALL {
        choices.push((Show::Stand(*stand), stand_words(w, *stand).0, page.count(|it| it.stand == *stand)));
    }
    choices
        .into_iter()
        .filter(|(show, _, count)| *count > 0 || *show == page.show)
        .map(|(show, words, count)| ShowChoice {
            href: format!("{base}?show={}", show_word(show)),
            words: format!("{words} ({count})"),
            chosen: show == page.show,
        })
        .collect()
}

fn stand_words(w: &Words, stand: Stand) -> (String, &'static str) {
    match stand {
        Stand::New => (w.list_stand_new(), " done"),
        Stand::Known => (w.list_stand_known(), " done"),
        Stand::Here => (w.list_stand_here(), ""),
        Stand::Double => (w.list_stand_double(), ""),
        Stand::Faulty => (w.list_stand_faulty(), " now"),
        Stand::LeftOut => (w.list_stand_left_out(), ""),
    }
}

fn outcome_words(w: &Words, outcome: Outcome) -> String {
    match outcome {
        Outcome::Named => w.list_outcome_named(),
        Outcome::Invited => w.list_outcome_invited(),
        Outcome::Met => w.list_stand_here(),
        Outcome::NoPlace => w.list_outcome_no_place(),
        Outcome::Gone => w.list_outcome_gone(),
        Outcome::Withdrawn => w.list_outcome_withdrawn(),
        Outcome::Stayed => w.list_outcome_stayed(),
    }
}

fn line(w: &Words, it: &RowCard, base: &str) -> Line {
    let (stand, class) = stand_words(w, it.stand);
    let form = &it.form;
    let place = form.municipality.parse().ok().and_then(municipality);
    let about = [
        form.sector.parse().ok().map_or_else(String::new, |it| sector(w, Some(it))),
        form.organisation.clone(),
        place.map_or_else(String::new, |(it, of)| format!("{}, {}", it.name, of.name)),
        form.post.clone(),
        form.profession.clone(),
        form.sex.parse().map_or_else(|()| String::new(), |it| sex(w, it)),
        form.people.parse().map_or_else(|()| String::new(), |it| people(w, it)),
        form.community.parse().map_or_else(|_| String::new(), |it| community(w, it)),
        form.path.parse().map_or_else(|()| String::new(), |it| path(w, it)),
        form.phone.clone(),
        form.email.clone(),
        if it.has_number { w.list_has_number() } else { String::new() },
    ];
    let mut remarks: Vec<String> = it.remarks.iter().map(|it| remark(w, it)).collect();
    if let (Stand::Double, Some(row)) = (it.stand, it.double_of) {
        remarks.push(w.list_remark_double(row));
    }
    Line {
        number: it.number,
        about: about.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · "),
        stand: it.outcome.map_or(stand, |outcome| outcome_words(w, outcome)),
        class,
        remarks,
        href: format!("{base}/rows/{}", it.number),
        out: it.stand == Stand::LeftOut,
        mend_label: w.list_mend_label(form.name.as_str(), it.number),
        out_label: w.list_out_label(form.name.as_str(), it.number),
        taken: form.name.is_empty(),
        name: form.name.clone(),
    }
}

/// A field as lists head its column.
fn field(w: &Words, name: &str) -> String {
    let column = list_columns(w.language())
        .into_iter()
        .find(|(_, column)| matches!(column, ListColumn::Field(it) if *it == name));
    column.map_or_else(|| name.to_owned(), |(head, _)| head.to_owned())
}

pub(super) fn remark(w: &Words, it: &Remark) -> String {
    match it {
        Remark::Mended { field: name, written, kept } => {
            w.list_remark_mended(field(w, name), kept.as_str(), written.as_str())
        }
        Remark::Emptied { field: name, written } => w.list_remark_emptied(field(w, name), written.as_str()),
        Remark::SeveralPlaces { written } => w.list_remark_several(written.as_str()),
        Remark::Number(Doubt::Length) => w.list_remark_number_length(),
        Remark::Number(Doubt::Check) => w.list_remark_number_check(),
        Remark::Number(Doubt::Place) => w.list_remark_number_place(),
        Remark::Number(Doubt::Placeholder) => w.list_remark_number_placeholder(),
        Remark::NumberNotKept => w.list_remark_number_not_kept(),
        Remark::Name(NameFault::Short) => w.join_problem_name_short(),
        Remark::Name(NameFault::Long) => w.join_problem_name_long(),
        Remark::Name(NameFault::Marks) => w.join_problem_name_marks(),
        Remark::Name(NameFault::Formula) => w.list_remark_formula(),
        Remark::Namesake { row } => w.list_remark_namesake(*row),
        Remark::NamesakeHere => w.list_remark_namesake_here(),
        Remark::OtherName => w.list_remark_other_name(),
    }
}
