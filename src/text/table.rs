//! Tables as CSV: lines end with `\n`, words of people hide nothing and are no formulas.
//!
//! What programs read is written as [`csv()`] gives it. A file for people begins with [`MARK`]. What people
//! bring, [`read`] takes as spreadsheets write it.

use crate::error::{Error, Result};

use super::safe::visible;

/// The byte order mark (EF BB BF in UTF-8). Without it Excel takes a file for the old code page of its
/// computer, in which Russian and Romanian are unreadable.
pub const MARK: char = '\u{feff}';

/// One cell of a row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell(String);

impl Cell {
    /// Words of people. What is hidden in them becomes visible, and what a spreadsheet would take for a
    /// formula begins with an apostrophe. Line breaks stay.
    pub fn words(text: &str) -> Self {
        Self(defused(visible(text)))
    }

    /// What Steward has made itself: a date, a share, an id. It is written as it is.
    pub fn plain(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl From<$number> for Cell {
            fn from(number: $number) -> Self {
                Self(number.to_string())
            }
        }
    )*};
}
numbers!(u8, i64, u64, usize);

/// Nothing is an empty cell.
impl<C: Into<Self>> From<Option<C>> for Cell {
    fn from(cell: Option<C>) -> Self {
        cell.map(Into::into).unwrap_or_default()
    }
}

/// A table with a row of column names first. Every row has as many cells.
///
/// ```
/// use steward::text::table::{self, Cell};
///
/// let rows = [[Cell::words("=1+1"), Cell::from(-2_i64)], [Cell::words("Pâine, lapte"), Cell::default()]];
/// assert_eq!(table::csv(["label", "change"], rows).unwrap(), "label,change\n'=1+1,-2\n\"Pâine, lapte\",\n");
/// ```
///
/// # Errors
/// Fault, if a row has another number of cells than there are columns.
pub fn csv<R: IntoIterator<Item = Cell>>(
    columns: impl IntoIterator<Item = impl AsRef<str>>,
    rows: impl IntoIterator<Item = R>,
) -> Result<String> {
    let mut csv = ::csv::Writer::from_writer(Vec::new());
    csv.write_record(columns.into_iter().map(|column| Cell::words(column.as_ref()).0))?;
    for row in rows {
        csv.write_record(row.into_iter().map(|cell| cell.0))?;
    }
    let bytes = csv.into_inner().map_err(|error| Error::fault(format!("a table: {error}")))?;
    String::from_utf8(bytes).map_err(|error| Error::fault(format!("a table: {error}")))
}

/// A table as somebody brought it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The cells of its first line.
    pub columns: Vec<String>,
    /// The others, each with the line it begins on; missing cells are left out.
    pub rows: Vec<(u64, Vec<String>)>,
}

/// Reads a table whose first line names its columns; `,`, `;` or a tab stands between cells, whichever the first
/// line has most of. Lines without anything in them are passed over, and what follows after `most` rows is not read.
pub fn read(text: &str, most: usize) -> Result<Sheet> {
    // Lines are counted by their ends, so they have to have one kind of them.
    let text = text.replace("\r\n", "\n");
    let first = text.lines().next().unwrap_or_default();
    let between = [b',', b';', b'\t'].into_iter().rev().max_by_key(|sign| first.bytes().filter(|b| b == sign).count());
    let mut reader = ::csv::ReaderBuilder::new()
        .delimiter(between.unwrap_or(b','))
        .flexible(true)
        .trim(::csv::Trim::Headers)
        .from_reader(text.as_bytes());
    let mut sheet = Sheet { columns: reader.headers()?.iter().map(str::to_owned).collect(), rows: Vec::new() };
    for record in reader.records() {
        let record = record?;
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if sheet.rows.len() == most {
            break;
        }
        let line = record.position().map_or(0, ::csv::Position::line);
        sheet.rows.push((line, record.iter().map(str::to_owned).collect()));
    }
    Ok(sheet)
}

/// Words of people without the apostrophe that [`Cell::words`] puts before what looks like a formula.
pub fn undefused(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| defused((*rest).to_owned()) == cell).unwrap_or(cell)
}

/// Spreadsheets take a leading `=`, `+`, `-` or `@` for a formula.
fn defused(text: String) -> String {
    if text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || text.starts_with(['\t', '\r', '\n'])
    {
        format!("'{text}")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("=1+1", "'=1+1")]
    #[case(" @SUM(A1)", "' @SUM(A1)")]
    #[case("-2", "'-2")]
    #[case("\tx", "'\tx")]
    #[case("a=b", "a=b")]
    #[case("", "")]
    fn cells_are_no_formulas(#[case] cell: &str, #[case] written: &str) {
        assert_eq!(defused(cell.to_owned()), written);
    }

    #[test]
    fn words_hide_nothing_and_keep_their_lines() {
        assert_eq!(Cell::words("a\u{202e}b\nc").0, "a⟨U+202E⟩b\nc");
    }

    #[rstest]
    #[case::commas("a,b\n1,\"x; y\"\n\n,\n2,z\n")]
    #[case::semicolons("a;b\r\n1;\"x; y\"\r\n;\r\n2;z")]
    #[case::tabs(" a\tb \n1\tx; y\n2\tz\n")]
    fn a_table_is_read_as_spreadsheets_write_it(#[case] text: &str) {
        let sheet = read(text, 10).unwrap();
        assert_eq!(sheet.columns, ["a", "b"]);
        let first: Vec<&str> = sheet.rows.iter().map(|(_, cells)| cells[0].as_str()).collect();
        assert_eq!(first, ["1", "2"], "{sheet:?}");
        assert_eq!(sheet.rows[0].0, 2);
        assert_eq!(read(text, 1).unwrap().rows.len(), 1);
    }

    #[rstest]
    #[case("'=1+1", "=1+1")]
    #[case("'tis", "'tis")]
    #[case("''", "''")]
    #[case("plain", "plain")]
    fn what_was_defused_is_as_it_was(#[case] cell: &str, #[case] said: &str) {
        assert_eq!(undefused(cell), said);
    }

    #[test]
    fn a_row_with_too_few_cells_is_a_fault() {
        assert!(csv(["a", "b"], [[Cell::from(1_u8)]]).is_err());
    }

    proptest! {
        #[test]
        fn whatever_people_type_comes_back_as_it_is_read(typed in proptest::collection::vec(r"(\PC|[=+@,\n\x22'-]){0,12}", 1..4)) {
            let row: Vec<Cell> = typed.iter().map(|text| Cell::words(text)).collect();
            let shown: Vec<String> = row.iter().map(|cell| cell.0.clone()).collect();
            let written = csv((0..row.len()).map(|at| format!("c{at}")), [row]).unwrap();
            let mut reader = ::csv::Reader::from_reader(written.as_bytes());
            let read: Vec<String> = reader.records().next().unwrap().unwrap().iter().map(str::to_owned).collect();
            prop_assert_eq!(read, shown);
        }
    }
}
