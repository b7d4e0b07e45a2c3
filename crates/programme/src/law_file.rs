//! `topics/TOPIC/law/`: norms, institutions, and the way that a case takes. It must not know any other file, nor which day it is.

use crate::activities::date;
use crate::fields::{At, Need, Table};
use crate::ids::entry_fault;
use crate::sheet_cause::SheetCause;
use crate::sheet_files::Codes;
use crate::source::Source;
use domain::programmes::{Institution, Norm, Route, RouteStart, RouteStep};

pub(crate) fn read_norms(source: &Source<'_>) -> Vec<Norm> {
    list(source, "norm", |table, codes| {
        table.only(&["id", "name", "article", "says", "source", "source_date", "checked", "next_review", "review"]);
        Norm {
            id: codes.read(table),
            name: table.text("name", Need::Required),
            article: table.string_or_blank("article").map(|article| article.value).unwrap_or_default(),
            says: table.text("says", Need::Required),
            source: words(table, "source"),
            source_date: date(table, "source_date", Need::Optional),
            checked: date(table, "checked", if unseen(table) { Need::Optional } else { Need::Required }),
            next_review: date(table, "next_review", Need::Required),
            review: table.review().value,
        }
    })
}

pub(crate) fn read_institutions(source: &Source<'_>) -> Vec<Institution> {
    list(source, "institution", |table, codes| {
        table.only(&["id", "name", "does", "reach", "source", "checked", "review"]);
        Institution {
            id: codes.read(table),
            name: table.text("name", Need::Required),
            does: table.text("does", Need::Required),
            reach: table.text("reach", Need::Required),
            source: words(table, "source"),
            checked: date(table, "checked", Need::Required),
            review: table.review().value,
        }
    })
}

pub(crate) fn read_routes(source: &Source<'_>) -> Vec<Route> {
    list(source, "route", |table, codes| {
        table.only(&["id", "at", "title", "review", "step"]);
        let id = if table.entries.contains_key("id") { table.id("id", entry_fault) } else { None };
        let at = table.word("at", &RouteStart::ALL.map(|at| (at.as_str(), at)), Need::Optional);
        let has = |key| table.entries.contains_key(key);
        match (&id, &at) {
            (Some(id), _) => codes.note(table, id.clone()),
            (None, Some(at)) => codes.note(table, At { value: at.value.as_str().to_owned(), line: at.line }),
            (None, None) if !has("id") && !has("at") => table.problem(table.line, SheetCause::RouteWithoutStart),
            (None, None) => {}
        }
        Route {
            id: id.map(|id| id.value.as_str().into()),
            at: at.map(|at| at.value),
            title: table.text("title", Need::Required),
            review: table.review().value,
            steps: table.tables("step", Need::Required).iter().map(step).collect(),
        }
    })
}

fn step(table: &Table<'_>) -> RouteStep {
    table.only(&["who", "does", "caution"]);
    RouteStep {
        who: table.text("who", Need::Required),
        does: table.text("does", Need::Required),
        caution: table.text("caution", Need::Optional),
    }
}

/// The entries of a file that holds nothing but a list of them.
fn list<T>(source: &Source<'_>, key: &str, read: impl Fn(&Table<'_>, &mut Codes) -> T) -> Vec<T> {
    let all = source.with_table(|table| {
        table.only(&[key]);
        let mut codes = Codes::default();
        table.tables(key, Need::Required).iter().map(|one| read(one, &mut codes)).collect()
    });
    all.unwrap_or_default()
}

fn words(table: &Table<'_>, key: &str) -> String {
    table.string(key, Need::Required).map(|words| words.value).unwrap_or_default()
}

/// Only of a norm that a professional still has to check may nobody have looked the text up.
fn unseen(table: &Table<'_>) -> bool {
    table.entries.get("review").is_some_and(|review| review.get_ref().as_str() == Some("needed"))
}
