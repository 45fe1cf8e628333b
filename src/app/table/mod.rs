//! Tables for spreadsheets: what their columns say of the book, and what a stranger's come to.
//!
//! A table is a view, no backup: it has neither history nor removals. What is read from one becomes
//! new entries, after the person has seen them.

mod cell;
mod export;
mod guess;
mod import;
mod row;

pub use crate::i18n::text::columns::Column;
pub use export::{all_entries, top_ups};
pub use import::{Found, KindChoice, MAX_ENTRIES, Owner, RowFault, Table};
