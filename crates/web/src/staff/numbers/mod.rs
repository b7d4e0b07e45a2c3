//! The analyst's numbers: totals with their denominators by what tells people apart, small cells protected, and no person at all.

mod export;
mod view;

pub use export::{csv, pdf, xlsx};

use super::tile_map::{self, Tile};
use super::view::Step;
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{W, Who};
use crate::{State, dates};
use app::numbers::{Numbers, NumbersGroup};
use askama::Template;
use axum::extract::State as FromState;
use axum::response::Response;
use domain::numbers::{Dimension, KNOWN, Measure};
use domain::people::departments;
use view::{Row, Table, gain_row, table};
use words::Words;

#[derive(Template)]
#[template(path = "staff/numbers.html")]
struct Page {
    frame: Frame,
    cohorts: String,
    published: String,
    empty: bool,
    path_title: String,
    path: Vec<Step>,
    map: String,
    tables: Vec<Table>,
    gains: Vec<Row>,
    /// How people are protected, a sentence or two each.
    how: Vec<String>,
}

pub async fn show(FromState(state): FromState<State>, Who(visitor): Who, W(w): W) -> Result<Response, Refusal> {
    let numbers = state.telar.numbers(&visitor).await?;
    Ok(page::html(&render(Frame::new(w, Some(visitor), Place::Numbers, w.numbers_title()), &numbers)))
}

fn render(frame: Frame, numbers: &Numbers) -> Page {
    let w = frame.w;
    let of_departments = numbers.tables.iter().find(|it| it.dimension == Dimension::Department);
    Page {
        cohorts: w.numbers_cohorts(numbers.cohorts),
        published: published(w, numbers),
        empty: numbers.total.of(Measure::Enrolled).is_none(),
        path_title: w.numbers_total(),
        path: path(w, numbers),
        map: map(w, of_departments.map_or(&[], |it| &it.groups)),
        tables: numbers.tables.iter().map(|it| table(w, it)).collect(),
        gains: numbers.gains.iter().map(|it| gain_row(w, it)).collect(),
        how: how(w),
        frame,
    }
}

fn published(w: &Words, numbers: &Numbers) -> String {
    w.numbers_published(dates::day(numbers.published, w.language()))
}

fn how(w: &Words) -> Vec<String> {
    vec![w.numbers_how_day(), w.numbers_how_missing(KNOWN), w.numbers_how_rest(), w.numbers_how_no_filter()]
}

/// Everybody's path, with who enrolled as the denominator.
fn path(w: &Words, numbers: &Numbers) -> Vec<Step> {
    let all = numbers.total.of(Measure::Enrolled).unwrap_or_default();
    let step = |measure: &Measure| match numbers.total.of(*measure) {
        Some(part) => Step::new(w, view::step(w, *measure), part, all),
        None => Step { words: view::step(w, *measure), of: w.numbers_suppressed_short(), per_cent: 0 },
    };
    Measure::ALL.iter().map(step).collect()
}

fn map(w: &Words, groups: &[NumbersGroup]) -> String {
    let tile = |code: u8| {
        let group = groups.iter().find(|it| it.key == code.to_string());
        group.and_then(|it| it.figures.of(Measure::Enrolled)).map_or(Tile::Protected, Tile::Count)
    };
    // What is not shown is the rule where there are few people, so only what is shown is said.
    let entry = |code: u8, name: &str| match tile(code) {
        Tile::Count(count) => Some(w.numbers_map_entry(count.to_string(), name)),
        Tile::Protected => None,
    };
    let list: Vec<String> =
        departments().iter().filter_map(|department| entry(department.code, department.name)).collect();
    let list = if list.is_empty() { w.desk_departments_none() } else { list.join(", ") };
    tile_map::svg(&w.numbers_map(list), tile)
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::numbers::NumbersTable;
    use domain::numbers::{Group, Move, Past};

    fn past(figures: &[(&str, Measure, u64)]) -> Past {
        let moves = figures.iter().map(|(key, measure, figure)| Move {
            group: if key.is_empty() { Group::All } else { Group::Of(Dimension::Department, (*key).to_owned()) },
            measure: *measure,
            figure: *figure,
        });
        Past::of([moves.collect()])
    }

    fn groups(past: &Past) -> Vec<NumbersGroup> {
        let group = |key: &str| NumbersGroup {
            key: key.into(),
            label: String::new(),
            figures: past.last().figures(&Group::Of(Dimension::Department, key.into())),
        };
        ["1", "16"].map(group).to_vec()
    }

    #[test]
    fn a_suppressed_cell_shows_no_number_anywhere() {
        let past = past(&[("", Measure::Enrolled, 12), ("1", Measure::Enrolled, 9)]);
        let w = words::in_language("es");
        let svg = map(w, &groups(&past));
        assert!(svg.contains("Guatemala 9\"") && svg.contains(">9<"));
        assert_eq!(svg.matches("tile protected").count(), 21, "those of nobody as those of few");
        let table = NumbersTable { dimension: Dimension::Department, groups: groups(&past), rest: [].into() };
        let table = view::table(w, &table);
        assert_eq!(table.rows.iter().map(|row| row.words.as_str()).collect::<Vec<_>>(), ["Guatemala"]);
        assert_eq!(table.hidden, "Menos de 5, o protegido: Alta Verapaz.");
    }

    #[test]
    fn every_number_has_its_denominator() {
        let past = past(&[("", Measure::Enrolled, 12), ("1", Measure::Enrolled, 12), ("1", Measure::Completed, 7)]);
        let table = NumbersTable { dimension: Dimension::Department, groups: groups(&past), rest: [].into() };
        let rows = view::table(words::in_language("es"), &table).rows;
        let cells: Vec<&str> = rows[0].cells.iter().map(|cell| cell.number.as_str()).collect();
        assert_eq!(cells, ["12", "protegido", "7 de 12", "protegido"]);
    }
}
