//! The publication as files: a spreadsheet with a sheet a table, a document, and one table as CSV. Each says what the page says, is
//! named by the day of the publication, and is the same to the byte until the next.

use super::super::quiz_export::{CSV, XLSX, broken, file};
use super::view::{Row, gain_row, gain_words, head, name, names, part, rest_words, step, table};
use super::{how, published};
use crate::error::Refusal;
use crate::learner::pdf_file;
use crate::sheet::{self, Cell, Sheet};
use crate::visitor::{Id, W, Who};
use crate::{State, dates};
use app::numbers::{GainNumbers, Numbers, NumbersTable};
use axum::extract::State as FromState;
use axum::response::Response;
use domain::numbers::{Dimension, Figures, Measure};
use words::Words;

pub async fn xlsx(FromState(state): FromState<State>, Who(visitor): Who, W(w): W) -> Result<Response, Refusal> {
    let numbers = state.telar.numbers(&visitor).await?;
    let named = format!("{}.xlsx", stem(&numbers));
    let made = tokio::task::spawn_blocking(move || sheet::book(&sheets(w, &numbers), numbers.published)).await;
    Ok(file(made.map_err(|why| broken(&why))?.map_err(|why| broken(&why))?, XLSX, &named))
}

pub async fn pdf(FromState(state): FromState<State>, Who(visitor): Who, W(w): W) -> Result<Response, Refusal> {
    let numbers = state.telar.numbers(&visitor).await?;
    let bytes = state.telar.tables_pdf(paper(w, &numbers)).await?;
    Ok(pdf_file(&format!("{}.pdf", stem(&numbers)), bytes))
}

pub async fn csv(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(wanted): Id<Dimension>,
) -> Result<Response, Refusal> {
    let numbers = state.telar.numbers(&visitor).await?;
    let found = numbers.tables.iter().find(|it| it.dimension == wanted).ok_or(Refusal::NotFound)?;
    let bytes = sheet::csv(&counts(w, found, &numbers.total));
    Ok(file(bytes, CSV, &format!("{}-{}.csv", stem(&numbers), wanted.as_str())))
}

fn stem(numbers: &Numbers) -> String {
    format!("numeros-{}", dates::iso_day(numbers.published))
}

fn sheets(w: &Words, numbers: &Numbers) -> Vec<Sheet> {
    let mut sheets = vec![how_to_read(w, numbers)];
    sheets.extend(numbers.tables.iter().map(|it| counts(w, it, &numbers.total)));
    if !numbers.gains.is_empty() {
        sheets.push(gains(w, &numbers.gains));
    }
    sheets
}

fn how_to_read(w: &Words, numbers: &Numbers) -> Sheet {
    let mut lines = vec![published(w, numbers), w.numbers_intro(), w.numbers_cohorts(numbers.cohorts)];
    lines.extend([w.numbers_steps(), w.numbers_protected_note()]);
    lines.extend(how(w));
    let notes = numbers.tables.iter().map(|it| names(w, it.dimension)).filter(|(.., note)| !note.is_empty());
    lines.extend(notes.map(|(title, _, note)| format!("{title}: {note}")));
    if !numbers.gains.is_empty() {
        lines.push(format!("{}: {}", w.numbers_gains(), w.numbers_gains_note()));
    }
    let rows = lines.into_iter().map(|line| vec![Cell::text(line)]).collect();
    Sheet { name: w.numbers_sheet_read(), head: vec![w.numbers_title()], rows }
}

fn count(count: u64) -> Cell {
    Cell::Whole(i64::try_from(count).unwrap_or(i64::MAX))
}

/// A table with the total above its groups; what is not shown is a word, so that no spreadsheet takes it for nought.
fn counts(w: &Words, of: &NumbersTable, total: &Figures) -> Sheet {
    let (title, by, _) = names(w, of.dimension);
    let protected = || Cell::text(w.numbers_suppressed());
    let row = |words: String, figures: &Figures| {
        let cells = Measure::ALL.iter().map(|measure| figures.of(*measure).map_or_else(protected, count));
        std::iter::once(Cell::text(words)).chain(cells).collect::<Vec<_>>()
    };
    let mut rows = vec![row(w.numbers_everybody(), total)];
    rows.extend(of.groups.iter().map(|group| row(name(w, of.dimension, group), &group.figures)));
    let rest = Measure::ALL.iter().map(|measure| of.rest.get(measure).copied().map_or_else(protected, count));
    rows.push(std::iter::once(Cell::text(rest_words(w, of.dimension))).chain(rest).collect());
    let heads = Measure::ALL.iter().map(|measure| head(w, *measure));
    Sheet { name: title, head: std::iter::once(by).chain(heads).collect(), rows }
}

fn gains(w: &Words, all: &[GainNumbers]) -> Sheet {
    let points = |tenths: i32| Cell::Number(f64::from(tenths) / 10.0);
    let row = |it: &GainNumbers| {
        let (low, high) = it.gain.interval;
        let numbers = [it.gain.pre, it.gain.post, it.gain.gain, low, high].map(points);
        [Cell::text(gain_words(w, it)), count(it.gain.pairs)].into_iter().chain(numbers).collect()
    };
    let interval = |end: String| format!("{}: {}", w.gains_interval_column(), end.to_lowercase());
    let head = vec![
        w.numbers_gains_programme(),
        w.numbers_gains_pairs(),
        w.gains_before(),
        w.gains_after(),
        w.gains_gain(),
        interval(w.numbers_gains_low()),
        interval(w.numbers_gains_high()),
    ];
    Sheet { name: w.numbers_gains(), head, rows: all.iter().map(row).collect() }
}

fn line(row: Row) -> Vec<String> {
    std::iter::once(row.words).chain(row.cells.into_iter().map(|cell| cell.number)).collect()
}

fn paper(w: &Words, numbers: &Numbers) -> paper::Tables {
    let all = Measure::ALL.iter().map(|measure| vec![step(w, *measure), part(w, &numbers.total, *measure)]);
    let mut tables = vec![paper::Table {
        title: w.numbers_total(),
        note: String::new(),
        heads: vec![w.desk_funnel_step(), w.desk_funnel_people()],
        rows: all.collect(),
    }];
    for of in &numbers.tables {
        let it = table(w, of);
        let heads = Measure::ALL.iter().map(|measure| head(w, *measure));
        tables.push(paper::Table {
            title: it.title,
            note: [it.note, it.hidden].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" "),
            heads: std::iter::once(it.by).chain(heads).collect(),
            rows: it.rows.into_iter().map(line).collect(),
        });
    }
    let gains: Vec<_> = numbers.gains.iter().map(|it| gain_row(w, it)).collect();
    if let Some(first) = gains.first() {
        let heads = first.cells.iter().map(|cell| cell.head.clone());
        tables.push(paper::Table {
            title: w.numbers_gains(),
            note: w.numbers_gains_note(),
            heads: std::iter::once(w.numbers_gains_programme()).chain(heads).collect(),
            rows: gains.into_iter().map(line).collect(),
        });
    }
    paper::Tables {
        language: w.language().to_owned(),
        title: w.numbers_title(),
        dated: published(w, numbers),
        before: vec![
            format!("{} {}.", w.numbers_intro(), w.numbers_cohorts(numbers.cohorts)),
            format!("{} {}", w.numbers_steps(), w.numbers_protected_note()),
        ],
        after: how(w),
        tables,
        created_ms: numbers.published.0,
    }
}
