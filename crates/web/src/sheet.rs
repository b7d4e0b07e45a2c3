//! A table as a file for spreadsheets: CSV or XLSX. It must not know what the table says.
//!
//! What people typed is never a formula. In CSV a text that begins as one would (`=`, `+`, `-`, `@`, a tab or the end of a line,
//! also behind spaces) gets an apostrophe before it, which spreadsheets do not show; in XLSX a text is stored as a text, so
//! nothing is added. CSV is UTF-8 with its mark, so that Excel reads the accents, and separates by commas: Guatemala writes
//! decimals with a point, so that is what Excel expects there.

use domain::Moment;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Whole(i64),
    /// With at most four decimals, and a point before them.
    Number(f64),
}

pub struct Sheet {
    /// At most 31 characters.
    pub name: String,
    pub head: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

/// The longest text that a cell of a spreadsheet takes, in characters.
const LONGEST: usize = 32_000;

impl Cell {
    pub fn text(words: impl Into<String>) -> Self {
        let words: String = words.into();
        if words.is_empty() { Self::Empty } else { Self::Text(words) }
    }
}

pub fn csv(sheet: &Sheet) -> Vec<u8> {
    let mut out = String::from("\u{feff}");
    line(&mut out, sheet.head.iter().map(|words| Cell::text(words.as_str())));
    for row in &sheet.rows {
        line(&mut out, row.iter().cloned());
    }
    out.into_bytes()
}

fn line(out: &mut String, cells: impl Iterator<Item = Cell>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            out.push(',');
        }
        match cell {
            Cell::Empty => {}
            Cell::Whole(number) => out.push_str(&number.to_string()),
            Cell::Number(number) => out.push_str(&rounded(number).to_string()),
            Cell::Text(words) => {
                out.push('"');
                out.push_str(&disarmed(&words).replace('"', "\"\""));
                out.push('"');
            }
        }
    }
    out.push_str("\r\n");
}

/// To four decimals: what comes after them is how computers count.
fn rounded(number: f64) -> f64 {
    // Adding 0 makes a zero of either sign the same.
    (number * 10_000.0).round() / 10_000.0 + 0.0
}

/// A text that no spreadsheet takes for a formula.
fn disarmed(words: &str) -> String {
    let first = words.trim_start_matches([' ', '\u{a0}', '\u{feff}']).chars().next();
    let begins = matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'));
    if begins { format!("'{words}") } else { words.to_owned() }
}

pub fn xlsx(sheet: &Sheet) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    write(&mut book, sheet)?;
    book.save_to_buffer()
}

/// Several tables, a sheet each, as a file that says when its tables were made: the same tables give the same bytes.
pub fn book(sheets: &[Sheet], made: Moment) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_timestamp(made.0.div_euclid(1_000))?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    for sheet in sheets {
        write(&mut book, sheet)?.set_column_width(0, 44)?;
    }
    book.save_to_buffer()
}

fn write<'b>(book: &'b mut Workbook, sheet: &Sheet) -> Result<&'b mut Worksheet, XlsxError> {
    let page = book.add_worksheet();
    page.set_name(&sheet.name)?;
    let bold = Format::new().set_bold();
    for (column, words) in (0_u16..).zip(&sheet.head) {
        page.write_string_with_format(0, column, short(words), &bold)?;
    }
    for (row, cells) in (1_u32..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Empty => {}
                Cell::Text(words) => drop(page.write_string(row, column, short(words))?),
                Cell::Whole(number) => drop(page.write_number(row, column, *number as f64)?),
                Cell::Number(number) => drop(page.write_number(row, column, rounded(*number))?),
            }
        }
    }
    page.set_freeze_panes(1, 0)
}

fn short(words: &str) -> &str {
    words.char_indices().nth(LONGEST).map_or(words, |(end, _)| &words[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(words: &str) -> Sheet {
        let row = vec![Cell::text(words), Cell::Whole(-5), Cell::Empty];
        Sheet { name: "Intentos".into(), head: vec!["Respuesta".into(), "Nota".into(), "Más".into()], rows: vec![row] }
    }

    #[test]
    fn what_was_typed_is_never_a_formula() {
        for typed in ["=1+1", "+502 5555", "-3", "@SUM(A1)", "\t=1", "  =1", "＝1"] {
            let text = String::from_utf8(csv(&sheet(typed))).expect("UTF-8");
            assert!(text.contains(&format!("\r\n\"'{typed}\",-5,\r\n")), "{typed:?} in {text:?}");
        }
        let text = String::from_utf8(csv(&sheet("Dijo \"sí\", y ya"))).expect("UTF-8");
        assert_eq!(text, "\u{feff}\"Respuesta\",\"Nota\",\"Más\"\r\n\"Dijo \"\"sí\"\", y ya\",-5,\r\n");
    }

    #[test]
    fn decimals_have_a_point_and_no_tail() {
        let row = [0.1 + 0.2, -0.000_01, 12.0, -2.5].map(Cell::Number).to_vec();
        let sheet = Sheet { name: "Números".into(), head: vec![], rows: vec![row] };
        assert_eq!(String::from_utf8(csv(&sheet)).expect("UTF-8"), "\u{feff}\r\n0.3,0,12,-2.5\r\n");
        assert_eq!(&xlsx(&sheet).expect("it is written")[..2], b"PK");
    }

    #[test]
    fn a_spreadsheet_keeps_texts_as_texts_however_long() {
        let long = "=".repeat(40_000);
        let file = xlsx(&sheet(&long)).expect("it is written");
        assert_eq!(&file[..2], b"PK");
    }
}
