//! WHAT THE APP DOES: Model, Msg, Effect, update — the pure program.
//!
//! `update` takes a message and the moment, changes the model and returns effects from a closed
//! list. `screen` turns the model into what each screen shows, still without a page.

mod awaited;
pub mod calendar;
pub mod carry;
mod directory;
mod effect;
mod fault;
pub mod form;
pub mod matching;
mod model;
mod msg;
mod reads;
mod route;
mod sample;
mod saves;
pub mod screen;
pub mod source;
pub mod table;
pub mod texts;
mod update;

pub use crate::journal::{Engine, Scope, StoreFault};
pub use awaited::{Awaited, Errand};
pub use directory::{DirectoryFault, DirectoryState, Told, own_carriers};
pub use effect::{Draft, Effect, Local};
pub use fault::ClipboardFault;
pub use model::{Deed, Model, Start, Undo};
pub use msg::{Mode, Msg, Theme};
pub use reads::Reads;
pub use route::Route;
pub use sample::sample;
pub use saves::{Safety, Saves};
pub use update::{drafted, lacks, main_mode, problems, update, update_often, update_seldom};
