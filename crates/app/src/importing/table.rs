//! A spreadsheet or a CSV file as rows of text, however Excel wrote it. It must not know what stands in the columns.

use calamine::{DataRef, Reader, Xlsx, open_workbook_from_rs};
use std::collections::BTreeMap;
use std::io::{self, Cursor, Read};

/// The most rows that are read; a cell holds so many characters at most.
pub const MOST_ROWS: usize = 5_000;
const LONGEST_CELL: usize = 500;
/// The heads, and a title or two above them, are no people.
const ABOVE: usize = 10;
const MOST_COLUMNS: usize = 60;

/// A row that holds something, with its number in the file, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub number: usize,
    pub cells: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TableFault {
    #[error("neither an Excel file (.xlsx) nor a CSV text")]
    NotATable,
    #[error("more rows than are read at once")]
    TooManyRows,
    #[error("nothing stands in it")]
    Empty,
}

/// The rows of a file: of its first sheet, where it has several.
pub fn read(bytes: &[u8]) -> Result<Vec<Row>, TableFault> {
    let rows = if bytes.starts_with(b"PK\x03\x04") { xlsx(bytes)? } else { csv(bytes)? };
    let filled = |(number, cells): (usize, Vec<String>)| {
        let cells: Vec<String> = cells.into_iter().take(MOST_COLUMNS).map(tidy).collect();
        cells.iter().any(|cell| !cell.is_empty()).then_some(Row { number, cells })
    };
    let rows: Vec<Row> = rows.into_iter().filter_map(filled).collect();
    match rows.len() {
        0 => Err(TableFault::Empty),
        count if count > MOST_ROWS + ABOVE => Err(TableFault::TooManyRows),
        _ => Ok(rows),
    }
}

/// One line, without what does not show.
fn tidy(cell: String) -> String {
    let plain: String = cell.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST_CELL).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

type Numbered = Vec<(usize, Vec<String>)>;

/// What a spreadsheet may hold once it is unpacked, in bytes: 5,000 rows take a fiftieth of it.
const MOST_UNPACKED: u64 = 100_000_000;

/// Whether all of it, unpacked, stays below the limit. Sizes that a file states are not believed.
fn is_bounded(bytes: &[u8]) -> Result<bool, TableFault> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| TableFault::NotATable)?;
    let mut left = MOST_UNPACKED;
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(|_| TableFault::NotATable)?;
        let unpacked = io::copy(&mut file.take(left + 1), &mut io::sink()).map_err(|_| TableFault::NotATable)?;
        if unpacked > left {
            return Ok(false);
        }
        left -= unpacked;
    }
    Ok(true)
}

/// Cell by cell: a sheet that holds one cell in its last row and column is not a table of seventeen milliards.
fn xlsx(bytes: &[u8]) -> Result<Numbered, TableFault> {
    if !is_bounded(bytes)? {
        return Err(TableFault::TooManyRows);
    }
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(|_| TableFault::NotATable)?;
    let name = book.sheet_names().first().cloned().ok_or(TableFault::Empty)?;
    let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
    let mut rows: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let mut reader = book.worksheet_cells_reader(&name).map_err(|_| TableFault::NotATable)?;
    while let Some(cell) = reader.next_cell().map_err(|_| TableFault::NotATable)? {
        let (row, column) = cell.get_position();
        let words = text(cell.get_value());
        if column as usize >= MOST_COLUMNS || words.is_empty() {
            continue;
        }
        set(rows.entry(row as usize).or_default(), column as usize, words);
        if rows.len() > MOST_ROWS + ABOVE {
            return Err(TableFault::TooManyRows);
        }
    }
    // What is written once over merged cells stands in each of them.
    for region in merged {
        let (top, left) = (region.start.0 as usize, region.start.1 as usize);
        let Some(words) = rows.get(&top).and_then(|cells| cells.get(left)).cloned() else { continue };
        let (bottom, right) = (region.end.0 as usize, (region.end.1 as usize).min(MOST_COLUMNS - 1));
        for (_, cells) in rows.range_mut(top..=bottom.max(top)) {
            for column in left..=right {
                if cells.get(column).is_none_or(String::is_empty) {
                    set(cells, column, words.clone());
                }
            }
        }
    }
    Ok(rows.into_iter().map(|(row, cells)| (row + 1, cells)).collect())
}

fn set(cells: &mut Vec<String>, column: usize, words: String) {
    if cells.len() <= column {
        cells.resize(column + 1, String::new());
    }
    cells[column] = words;
}

/// A cell as it is read: a whole number without a point, a formula by its result.
fn text(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::Empty | DataRef::Error(_) => String::new(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
    }
}

fn csv(bytes: &[u8]) -> Result<Numbered, TableFault> {
    let text = decoded(bytes).ok_or(TableFault::NotATable)?;
    // Excel may say the separator on a line of its own.
    let (said, text) = match text.strip_prefix("sep=") {
        Some(rest) => (rest.bytes().next(), rest.split_once('\n').map_or("", |(_, rest)| rest).to_owned()),
        None => (None, text),
    };
    let separator = said.unwrap_or_else(|| separator(&text));
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| TableFault::NotATable)?;
        let line = record.position().map_or(rows.len() + 1, |at| line_of(at, &text)) + usize::from(said.is_some());
        rows.push((line, record.iter().map(str::to_owned).collect()));
        if rows.len() > 3 * MOST_ROWS {
            return Err(TableFault::TooManyRows);
        }
    }
    Ok(rows)
}

/// The line on which a record begins: the empty ones before it count.
fn line_of(at: &csv::Position, text: &str) -> usize {
    let ahead = text.as_bytes().iter().skip(usize::try_from(at.byte()).unwrap_or(usize::MAX));
    let empty = ahead.take_while(|byte| matches!(byte, b'\n' | b'\r')).filter(|byte| **byte == b'\n').count();
    usize::try_from(at.line()).unwrap_or(usize::MAX).saturating_add(empty)
}

/// UTF-8 or UTF-16 with their marks, UTF-8 without, else what Excel writes on Windows in Spanish. None for what is no text.
fn decoded(bytes: &[u8]) -> Option<String> {
    let text = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned(),
        None => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
        },
    };
    let odd = text.chars().filter(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')).count();
    (odd * 100 <= text.chars().count()).then_some(text)
}

/// Of the separators that Excel writes, the one that stands most often in the first lines.
fn separator(text: &str) -> u8 {
    let first: String = text.lines().take(10).collect();
    let count = |separator: u8| first.bytes().filter(|byte| *byte == separator).count();
    [b';', b',', b'\t'].into_iter().max_by_key(|separator| count(*separator)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
        read(bytes).unwrap().into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn a_csv_is_read_in_whatever_way_it_was_written() {
        let wanted = vec![vec!["Nombre".to_owned(), "Año".into()], vec!["María Coʼ; hija".into(), "1".into()]];
        assert_eq!(cells("Nombre,Año\n\"María Coʼ; hija\",1\n".as_bytes()), wanted);
        assert_eq!(cells("\u{feff}Nombre;Año\r\n\"María Coʼ; hija\";1\r\n\r\n".as_bytes()), wanted);
        assert_eq!(cells("sep=;\nNombre;Año\n\"María Coʼ; hija\";1\n".as_bytes()), wanted);
        let wide: Vec<u8> =
            "\u{feff}Nombre\tAño\nMaría Coʼ; hija\t1".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(cells(&wide), wanted);
        assert_eq!(cells(b"Nombre;A\xf1o\nJos\xe9;2")[1][0], "José");
        let rows = read("\n\nNombre\n\nMaría\n".as_bytes()).unwrap();
        assert_eq!((rows[0].number, rows[1].number), (3, 5), "rows keep the numbers that people see");
    }

    #[test]
    fn a_spreadsheet_is_read_with_its_merged_cells_dates_and_numbers() {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write_row(1, 1, ["Nombre", "Institución", "Día", "Número"]).unwrap();
        sheet.write_string(2, 1, "María").unwrap();
        sheet.write_string(3, 1, "José").unwrap();
        let plain = rust_xlsxwriter::Format::new();
        sheet.merge_range(2, 2, 3, 2, "Hospital", &plain).unwrap();
        let date = rust_xlsxwriter::ExcelDateTime::parse_from_str("2027-02-08").unwrap();
        let format = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
        sheet.write_datetime_with_format(2, 3, &date, &format).unwrap();
        sheet.write_number(2, 4, 55_512_345.0).unwrap();
        sheet.write_formula(3, 4, "=1+1").unwrap();
        let rows = read(&book.save_to_buffer().unwrap()).unwrap();
        assert_eq!(rows[1].cells[1..], ["María", "Hospital", "2027-02-08", "55512345"]);
        assert_eq!((rows[2].number, rows[2].cells[2].as_str()), (4, "Hospital"));
    }

    #[test]
    fn a_sheet_with_a_cell_in_its_last_corner_costs_no_more_than_its_cells() {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write_string(0, 0, "Nombre").unwrap();
        sheet.write_string(1_048_575, 16_383, "x").unwrap();
        sheet.write_string(1_048_575, 0, "Ana").unwrap();
        let rows = read(&book.save_to_buffer().unwrap()).unwrap();
        assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 1_048_576]);
    }

    #[test]
    fn what_is_no_table_is_told() {
        assert_eq!(read(b"PK\x03\x04broken"), Err(TableFault::NotATable));
        assert_eq!(read(&[0, 1, 2, 3, 4, 5, 6, 7, 8]), Err(TableFault::NotATable));
        assert_eq!(read(b"\n\n ; ;\n"), Err(TableFault::Empty));
        let many = "Nombre\n".to_owned() + &"Ana\n".repeat(MOST_ROWS + ABOVE);
        assert_eq!(read(many.as_bytes()), Err(TableFault::TooManyRows));
    }
}
