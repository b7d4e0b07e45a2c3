//! The analyst's numbers: totals with their denominators, small cells protected, and no person at all.

use super::tile_map::{self, Tile};
use super::view::{self, Step};
use crate::decimals::{decimal, difference};
use crate::error::Refusal;
use crate::learner::sector;
use crate::page::{self, Frame, Place};
use crate::visitor::{W, Who};
use crate::{State, dates};
use app::numbers::{Cell, GainCell, GainNumbers, LeftOut, Numbers};
use askama::Template;
use axum::extract::State as FromState;
use axum::response::Response;
use domain::people::departments;
use words::Words;

#[derive(Template)]
#[template(path = "staff/numbers.html")]
struct Page {
    frame: Frame,
    cohorts: String,
    as_of: String,
    empty: bool,
    path_title: String,
    path: Vec<Step>,
    map: String,
    tables: Vec<Table>,
    gains: Vec<GainRow>,
}

struct Table {
    anchor: &'static str,
    title: String,
    caption: String,
    by: String,
    rows: Vec<Row>,
}

struct Row {
    words: String,
    /// None: suppressed.
    cells: Option<Cells>,
}

struct GainRow {
    words: String,
    /// How many count in no pair, since they took the two in the other order.
    left_out: String,
    /// None: suppressed.
    cells: Option<GainCells>,
}

struct GainCells {
    pairs: String,
    pre: String,
    post: String,
    gain: String,
    interval: String,
}

#[derive(Debug, PartialEq)]
struct Cells {
    enrolled: String,
    completed: String,
    certified: String,
}

pub async fn show(FromState(state): FromState<State>, Who(visitor): Who, W(w): W) -> Result<Response, Refusal> {
    let numbers = state.telar.numbers(&visitor).await?;
    Ok(page::html(&render(Frame::new(w, Some(visitor), Place::Numbers, w.numbers_title()), &numbers)))
}

fn render(frame: Frame, numbers: &Numbers) -> Page {
    let w = frame.w;
    let sectors = numbers.sectors.iter().map(|(of, cell)| row(w, sector(w, *of), cell)).collect();
    let by_department = numbers.departments.iter().map(|(code, cell)| row(w, department(w, *code), cell)).collect();
    Page {
        cohorts: w.numbers_cohorts(numbers.cohorts),
        as_of: w.numbers_as_of(dates::day(numbers.as_of, w.language()), dates::time(numbers.as_of)),
        empty: numbers.total.enrolled == 0,
        path_title: w.numbers_total(),
        path: view::protected_path(w, &numbers.total),
        map: map(w, &numbers.departments),
        tables: vec![
            table(w, "sectors", (w.numbers_sectors(), w.desk_sector()), sectors),
            table(w, "departments", (w.numbers_departments(), w.numbers_department()), by_department),
        ],
        gains: numbers.gains.iter().map(|it| gain_row(w, it)).collect(),
        frame,
    }
}

fn gain_row(w: &Words, it: &GainNumbers) -> GainRow {
    let language = w.language();
    let cells = |cell: GainCell| GainCells {
        pairs: w.desk_of(cell.enrolled, cell.pairs),
        pre: decimal(cell.pre, 1, language),
        post: decimal(cell.post, 1, language),
        gain: difference(cell.mean, 1, language),
        interval: cell.interval.map_or_else(
            || w.desk_no_data(),
            |it| w.gains_interval_short(difference(it.high, 1, language), difference(it.low, 1, language)),
        ),
    };
    let words = w.numbers_gains_version(it.programme.get(language), it.version.as_str());
    let left_out = match it.of.map(|cell| cell.left_out) {
        None | Some(LeftOut::Nobody) => String::new(),
        Some(LeftOut::Few) => w.numbers_gains_left_few(domain::statistics::FEWEST),
        Some(LeftOut::Count(count)) => w.gains_out_of_order(count),
    };
    GainRow { words, left_out, cells: it.of.map(cells) }
}

fn table(w: &Words, anchor: &'static str, (title, by): (String, String), rows: Vec<Row>) -> Table {
    Table { anchor, title, caption: w.numbers_table(by.to_lowercase()), by, rows }
}

fn department(w: &Words, code: u8) -> String {
    let found = departments().iter().find(|department| department.code == code);
    found.map_or_else(|| w.desk_no_data(), |department| department.name.to_owned())
}

fn row(w: &Words, words: String, cell: &Cell) -> Row {
    Row { words, cells: cells(w, cell) }
}

fn cells(w: &Words, cell: &Cell) -> Option<Cells> {
    match cell {
        Cell::Suppressed => None,
        Cell::Count { enrolled, completed, certified } => {
            let part =
                |count: &Option<u64>| count.map_or_else(|| w.numbers_suppressed_short(), |it| w.desk_of(*enrolled, it));
            Some(Cells { enrolled: enrolled.to_string(), completed: part(completed), certified: part(certified) })
        }
    }
}

fn map(w: &Words, cells: &[(u8, Cell)]) -> String {
    let tile = |code: u8| match cells.iter().find(|(known, _)| *known == code).map(|(_, cell)| cell) {
        Some(Cell::Suppressed) => Tile::Protected,
        Some(Cell::Count { enrolled, .. }) => Tile::Count(*enrolled),
        None => Tile::Count(0),
    };
    let entry = |code: u8, name: &str| match tile(code) {
        Tile::Count(0) => None,
        Tile::Count(count) => Some(w.numbers_map_entry(count.to_string(), name)),
        Tile::Protected => Some(w.numbers_map_entry(w.numbers_suppressed_short(), name)),
    };
    let list: Vec<String> =
        departments().iter().filter_map(|department| entry(department.code, department.name)).collect();
    let list = if list.is_empty() { w.desk_departments_none() } else { list.join(", ") };
    tile_map::svg(&w.numbers_map(list), tile)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suppressed_cell_shows_no_number_anywhere() {
        let w = words::in_language("es");
        assert_eq!(cells(w, &Cell::Suppressed), None);
        let svg =
            map(w, &[(16, Cell::Suppressed), (1, Cell::Count { enrolled: 9, completed: Some(5), certified: Some(5) })]);
        assert!(svg.contains("Guatemala 9, Alta Verapaz protegido"));
        assert_eq!(svg.matches("tile protected").count(), 1);
    }

    #[test]
    fn every_number_has_its_denominator() {
        let cell = Cell::Count { enrolled: 12, completed: Some(7), certified: None };
        let expected = Cells { enrolled: "12".into(), completed: "7 de 12".into(), certified: "protegido".into() };
        assert_eq!(cells(words::in_language("es"), &cell), Some(expected));
    }
}
