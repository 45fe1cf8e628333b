//! What the browser can do for the app, as typed values: the only place with a clock, a window,
//! storage and randomness.
//!
//! Nothing here decides anything and nothing here panics: what a browser lacks, forbids or fails
//! at is a [`Refused`]. It throws in odd places (reading `window.localStorage` may), so whatever
//! may be missing is asked through `js`, which catches.
//!
//! - `storage`: localStorage: the records at once, and what belongs to this device alone
//! - `database`: IndexedDB: the records on disk, and only then a success
//! - `channel`: what one tab has kept, told to the others
//! - `lock`, `tab`: what only one tab may do, and which of them are alive
//! - `moment`: the instant, the zones, fresh identifiers, as [`crate::domain::Moment`]
//! - `zones`: the offsets of a zone, as `Temporal` or `Intl` tells them
//! - `clipboard`, `download`: what the person carries in and out
//! - `file`: a file that is shipped beside the page
//! - `crypto`: sums and encryption, `files`: files in and out, and the promise to keep the store
//! - `page`: the document: its language, title, theme, route, life and updates
//! - `refused`: why not
//! - `js`: properties and calls that may not be there
#![allow(clippy::disallowed_methods, reason = "the only place with clock, window, storage and randomness")]

mod channel;
mod clipboard;
mod crypto;
mod database;
mod download;
mod files;
mod js;
mod lock;
mod moment;
pub mod page;
mod refused;
mod shipped;
mod storage;
mod tab;
mod zones;

pub use channel::Channel;
pub use clipboard::{copy, paste};
pub use crypto::{has_crypto, seal, sum, unseal};
pub use database::Database;
pub use download::download;
pub use files::{TEXT, Unread, can_save_as, can_share, is_installed, persist, pick, save_as, share};
pub use lock::{Lock, lock};
pub use moment::Clock;
pub use refused::Refused;
pub use shipped::text_of;
pub use storage::Storage;
pub use tab::Tab;
