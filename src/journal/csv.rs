//! Tables as text: RFC 4180 with a byte-order mark, for spreadsheets.
//!
//! What a cell means is for `app::table` to know. Why no crate: docs/decisions/csv.md.

/// The largest table that is read, in bytes.
const MAX_TEXT: usize = 5_000_000;
/// The most columns of one.
const MAX_COLUMNS: usize = 64;

/// Why a table is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unordered {
    /// It has no row beneath its header, or no second column.
    NoTable,
    /// It is larger than any table of ours.
    TooLarge,
    /// A quoted cell does not end.
    Open,
}

/// Writes rows, the header first, so that Excel shows every alphabet and computes nothing: a text
/// that a spreadsheet would take for a formula gets an apostrophe before it, which [`read_table`]
/// takes away again. A plain number stays one.
#[must_use]
pub fn write_table(rows: &[Vec<String>]) -> String {
    // Excel reads UTF-8 only where this mark says so.
    let mut text = String::from("\u{feff}");
    for row in rows {
        for (place, cell) in row.iter().enumerate() {
            if place > 0 {
                text.push(',');
            }
            write_cell(&mut text, cell);
        }
        text.push_str("\r\n");
    }
    text
}

/// Reads rows of equal length, the header first; rows with nothing in them are passed over. Cells are
/// separated by whichever of comma, semicolon and tab the first line has most of.
///
/// # Errors
///
/// [`Unordered`]; it never panics, and takes time in proportion to the text.
pub fn read_table(text: &str) -> Result<Vec<Vec<String>>, Unordered> {
    if text.len() > MAX_TEXT {
        return Err(Unordered::TooLarge);
    }
    let text = text.trim_start_matches('\u{feff}');
    let first = text.split(['\n', '\r']).next().unwrap_or_default();
    let most = [',', ';', '\t'].into_iter().rev().max_by_key(|mark| first.matches(*mark).count());
    let mut reader = Reader { rest: text, separator: most.unwrap_or(',') };
    let mut rows: Vec<Vec<String>> = Vec::new();
    while !reader.rest.is_empty() {
        let mut row = reader.row()?;
        let columns = rows.first().map_or(row.len(), Vec::len);
        if row.iter().any(|cell| !cell.is_empty()) {
            row.resize(columns, String::new());
            rows.push(row);
        }
    }
    match rows.first() {
        Some(header) if header.len() > 1 && rows.len() > 1 => Ok(rows),
        _ => Err(Unordered::NoTable),
    }
}

fn write_cell(text: &mut String, cell: &str) {
    let quoted = cell.contains([',', '"', '\r', '\n']) || cell.starts_with(' ') || cell.ends_with(' ');
    let defused = is_formula(cell) && crate::domain::Decimal::parse(cell).is_none();
    if quoted {
        text.push('"');
    }
    if defused {
        text.push('\'');
    }
    text.push_str(&cell.replace('"', "\"\""));
    if quoted {
        text.push('"');
    }
}

/// Whether a spreadsheet would compute it, with or without apostrophes before it (OWASP, "CSV
/// injection"; and the full-width signs, which Excel takes for the plain ones).
fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

struct Reader<'a> {
    rest: &'a str,
    separator: char,
}

impl Reader<'_> {
    fn row(&mut self) -> Result<Vec<String>, Unordered> {
        let mut row = Vec::new();
        loop {
            let cell = self.cell()?;
            let formula = cell.strip_prefix('\'').filter(|rest| is_formula(rest)).map(ToOwned::to_owned);
            row.push(formula.unwrap_or(cell));
            if row.len() > MAX_COLUMNS {
                return Err(Unordered::TooLarge);
            }
            let mut marks = self.rest.chars();
            let mark = marks.next();
            self.rest = marks.as_str();
            if mark != Some(self.separator) {
                if mark == Some('\r') {
                    self.rest = self.rest.strip_prefix('\n').unwrap_or(self.rest);
                }
                return Ok(row);
            }
        }
    }

    /// A cell, up to what ends it. What stands behind a closing quote belongs to it.
    fn cell(&mut self) -> Result<String, Unordered> {
        let mut cell = String::new();
        if let Some(mut rest) = self.rest.strip_prefix('"') {
            loop {
                let (part, after) = rest.split_once('"').ok_or(Unordered::Open)?;
                cell.push_str(part);
                match after.strip_prefix('"') {
                    Some(after) => {
                        cell.push('"');
                        rest = after;
                    }
                    None => {
                        self.rest = after;
                        break;
                    }
                }
            }
        }
        let end = self.rest.find([self.separator, '\r', '\n']).unwrap_or(self.rest.len());
        let (plain, rest) = self.rest.split_at(end);
        cell.push_str(plain);
        self.rest = rest;
        Ok(cell)
    }
}
