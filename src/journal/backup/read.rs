//! Files that hold records: backups, the plain export of version 0.1.0, the file of the rescue page.
//!
//! Everything is checked before anything is used, and a file that is not whole is refused as a
//! whole. What its records mean is for [`Journal::load`] to say.

use super::sealed::{self, Sealed};
use super::{Backup, FORMAT, VERSION};
use crate::journal::json::{Object, Value};
use crate::journal::record::{KEY_PREFIX, Record};
use crate::journal::records::Journal;

/// The largest file that is read, in bytes. A localStorage that is full to its last character is
/// less than this as an encrypted backup: 5 MiB characters of up to 3 bytes, a third more in base64,
/// and the marks that quote them.
pub const MAX_FILE: usize = 40_000_000;

/// What a file from outside holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outside {
    /// Records.
    Opened(Opened),
    /// A backup behind a passphrase.
    Sealed(Sealed),
}

/// The records of a file whose sum is still to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    records: Vec<Record>,
    backup: Backup,
    sum: Option<String>,
}

/// Why a file is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unreadable {
    /// It holds nothing at all.
    Empty,
    /// It is larger than any backup.
    TooLarge,
    /// It is no backup.
    Foreign,
    /// It is a backup that is cut off, changed or otherwise not whole.
    Damaged,
    /// A newer version of the app made it.
    Newer,
}

/// Reads a file's text. It never panics and takes time in proportion to the text, whatever that is.
///
/// # Errors
///
/// [`Unreadable`]; nothing of a file that is refused is used.
pub fn read(text: &str) -> Result<Outside, Unreadable> {
    let text = text.trim_matches(|c: char| c.is_ascii_whitespace() || c == '\u{feff}');
    if text.is_empty() {
        return Err(Unreadable::Empty);
    }
    if text.len() > MAX_FILE {
        return Err(Unreadable::TooLarge);
    }
    let Some(file) = Object::read_file(text) else {
        // Cut off at either end, it may still say what it was.
        let head: String = text.chars().take(200).collect();
        let ours = head.contains(FORMAT) || (head.starts_with('{') && head.contains("simgauge"));
        return Err(if ours { Unreadable::Damaged } else { Unreadable::Foreign });
    };
    match (file.text("format"), file.text("app"), file.text("kind")) {
        (Some(format @ (FORMAT | sealed::FORMAT)), _, _) => match file.int("version") {
            Some(VERSION) if format == FORMAT => backup(&file).map(Outside::Opened),
            Some(VERSION) => Sealed::read(&file).map(Outside::Sealed),
            Some(later) if later > VERSION => Err(Unreadable::Newer),
            _ => Err(Unreadable::Damaged),
        },
        // What version 0.1.0 exported, and what the rescue page does: neither has a sum.
        (Some("simgauge-records"), _, _) => {
            list(&file, "records").map(|records| Outside::Opened(Opened::new(records, None)))
        }
        (None, Some("simgauge"), Some("rescue")) => Ok(Outside::Opened(Opened::new(rescued(&file), None))),
        _ => Err(Unreadable::Foreign),
    }
}

impl Opened {
    fn new(records: Vec<Record>, sum: Option<String>) -> Self {
        let backup = Backup::from_records(records.iter().cloned());
        Self { records, backup, sum }
    }

    /// The text whose SHA-256 [`Opened::journal`] wants, or `None` where the file has no sum.
    #[must_use]
    pub fn body(&self) -> Option<&str> {
        self.sum.as_ref().map(|_| self.backup.body())
    }

    /// What the file holds. `sum` is the SHA-256 of [`Opened::body`], in small hexadecimal digits,
    /// or `None` where it cannot be computed here: each record still proves itself.
    ///
    /// # Errors
    ///
    /// [`Unreadable::Damaged`] where the sum is not the file's.
    pub fn journal(self, sum: Option<&str>) -> Result<Journal, Unreadable> {
        match (&self.sum, sum) {
            (Some(said), Some(sum)) if said != sum => Err(Unreadable::Damaged),
            _ => Ok(Journal::load(self.records)),
        }
    }
}

fn backup(file: &Object<'_>) -> Result<Opened, Unreadable> {
    let sum = match file.get("sha256") {
        Some(Value::Null) => None,
        Some(Value::Text(sum)) => Some(sum.clone().into_owned()),
        _ => return Err(Unreadable::Damaged),
    };
    let records = list(file, "records")?;
    let counted = file.int("count").and_then(|count| usize::try_from(count).ok());
    if counted != Some(records.len()) {
        return Err(Unreadable::Damaged);
    }
    Ok(Opened::new(records, sum))
}

/// A list of objects that are all records.
fn list(file: &Object<'_>, name: &str) -> Result<Vec<Record>, Unreadable> {
    let record = |item: &Value<'_>| match item {
        Value::Object(item) => Some(Record { key: item.text("key")?.to_owned(), line: item.text("line")?.to_owned() }),
        _ => None,
    };
    let list = file.list(name).ok_or(Unreadable::Damaged)?;
    list.iter().map(record).collect::<Option<_>>().ok_or(Unreadable::Damaged)
}

/// The records among what the rescue page found in both stores. It writes down whatever is there,
/// so what is no record is passed over.
fn rescued(file: &Object<'_>) -> Vec<Record> {
    let local = file.object("localStorage").into_iter().flat_map(Object::fields);
    let local = local.filter_map(|(key, line)| match line {
        Value::Text(line) => Some((key, line.as_ref())),
        _ => None,
    });
    let stores = file.object("indexedDB").into_iter().flat_map(Object::fields);
    let rows = stores.flat_map(|(_, rows)| if let Value::List(rows) = rows { rows.as_slice() } else { &[] });
    let rows = rows.filter_map(|row| match row {
        Value::Object(row) => Some((row.text("key")?, row.text("value")?)),
        _ => None,
    });
    let ours = local.chain(rows).filter(|(key, _)| key.starts_with(KEY_PREFIX));
    let mut records: Vec<Record> =
        ours.map(|(key, line)| Record { key: key.to_owned(), line: line.to_owned() }).collect();
    records.sort();
    records.dedup();
    records
}
