//! HOW IT IS KEPT: events, their record format, the fold, union, quarantine, backup.
//!
//! The journal is the truth; the book is what it folds to. An edit, a removal and an undo are new
//! events, and nothing here ever deletes a record. Where the records are stored is for
//! `web/platform`; here they are keys and lines of text.
//!
//! - `event`: what is kept
//! - `record`: the envelope of one event: a key and a line that proves itself
//! - `wire`: the words of the lines, frozen
//! - `json`, `crc`: the codec below it (docs/decisions/journal-codec.md)
//! - `records`: all of them: loading, union, quarantine
//! - `fold`: the book, the history of a thing, and what undoes an event
//! - `backup`: all of it as one file, and files as journals
//! - `merge`: what taking another journal in would change

mod backup;
mod crc;
mod event;
mod fold;
mod json;
mod merge;
mod record;
mod records;
mod wire;

pub use backup::{Backup, MAX_FILE, Opened, Outside, ROUNDS, Sealed, Unreadable, read};
pub use event::{Change, Event, Subject};
pub use merge::{Difference, How, Merge};
pub use record::{KEY_PREFIX, Record, key};
pub use records::{Journal, Quarantined, Reason};
