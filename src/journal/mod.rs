//! HOW IT IS KEPT: events, their record format, the fold, union, quarantine, the two stores, backup.
//!
//! The journal is the truth; the book is what it folds to. An edit, a removal and an undo are new
//! events, and nothing but a wipe ever deletes a record. Here the stores are orders and answers;
//! `web/platform` carries them out (docs/decisions/two-stores.md).
//!
//! - `event`: what is kept
//! - `record`: the envelope of one event: a key and a line that proves itself
//! - `wire`: the words of the lines, frozen
//! - `crc`, and `json` above this module: the codec below it (docs/decisions/journal-codec.md)
//! - `records`: all of them: loading, union, quarantine
//! - `put_by`: what the first screen may do without
//! - `wipe`: marks of what is to be gone
//! - `held`, `heal`: which store holds what, what it lacks, what it must lose
//! - `orders`, `stores`: saving, starting, healing, wiping and importing, step by step
//! - `fold`: the book, the history of a thing, and what undoes an event
//! - `backup`: all of it as one file, and files as journals
//! - `csv`: tables as text
//! - `merge`: what taking another journal in would change

mod backup;
mod crc;
mod csv;
mod event;
mod fold;
mod heal;
mod held;
mod merge;
mod orders;
mod put_by;
mod record;
mod records;
mod stores;
mod wipe;
mod wire;

use crate::json;

pub use backup::{Backup, MAX_FILE, Opened, Outside, ROUNDS, Sealed, Unreadable, read};
pub use csv::{Unordered, read_table, write_table};
pub use event::{Change, Event, Subject};
pub use held::Engine;
pub use merge::{Difference, How, Merge};
pub use orders::{Job, Order, Outcome, StoreFault, Why, Write};
pub use put_by::first_entries;
pub use record::{KEY_PREFIX, Record, key};
pub use records::{Journal, QUARANTINE_PREFIX, Quarantined, Reason};
pub use stores::Stores;
pub use wipe::{Scope, WIPE_PREFIX};
