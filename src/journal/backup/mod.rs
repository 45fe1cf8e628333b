//! The backup: every record in one file that proves itself.
//!
//! The same records give the same bytes: their lines are copied, never written anew, and nothing in
//! the file says when it was made. The sum and the encryption are the platform's to compute, so both
//! come in and go out as values; nothing here is asynchronous.
//!
//! - `read`: any file that holds records, with everything in it checked
//! - `sealed`: a backup behind a passphrase

mod read;
mod sealed;

pub use read::{MAX_FILE, Opened, Outside, Unreadable, read};
pub use sealed::{ROUNDS, Sealed};

use super::json::quote;
use super::record::Record;
use super::records::Journal;

/// What the file says it is.
const FORMAT: &str = "simgauge-backup";
/// The newest version of the file that is read, and the one that is written.
const VERSION: i64 = 1;

/// The records as they stand in a backup: what the sum is taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    count: usize,
    body: String,
}

impl Backup {
    /// Every record of a journal, those that could not be read included.
    #[must_use]
    pub fn of(journal: &Journal) -> Self {
        Self::from_records(journal.records())
    }

    fn from_records(records: impl Iterator<Item = Record>) -> Self {
        let (mut count, mut body) = (0, String::from("["));
        for record in records {
            body.push_str(if count == 0 { "\n{\"key\":" } else { ",\n{\"key\":" });
            quote(&mut body, &record.key);
            body.push_str(",\"line\":");
            quote(&mut body, &record.line);
            body.push('}');
            count += 1;
        }
        body.push_str("\n]");
        Self { count, body }
    }

    /// The text over whose bytes the SHA-256 is taken.
    #[must_use]
    pub fn body(&self) -> &str {
        &self.body
    }

    /// How many records it holds.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.count
    }

    /// The file. `sum` is the SHA-256 of [`Backup::body`] in 64 small hexadecimal digits, or `None`
    /// where the browser has none (a page without TLS): each record still proves itself.
    #[must_use]
    pub fn text(&self, sum: Option<&str>) -> String {
        let mut text = String::with_capacity(self.body.len() + 200);
        text.push_str("{\"format\":\"");
        text.push_str(FORMAT);
        text.push_str("\",\"version\":1,\"count\":");
        text.push_str(&self.count.to_string());
        text.push_str(",\"sha256\":");
        match sum {
            Some(sum) => quote(&mut text, sum),
            None => text.push_str("null"),
        }
        text.push_str(",\"records\":");
        text.push_str(&self.body);
        text.push_str("}\n");
        text
    }
}
