//! What the first screen may do without: the entries of cards that are put away. After years they are
//! most of a journal, and most of what reading it takes.

use super::record::{KEY_PREFIX, Record};
use crate::domain::CardId;

/// The letters of an identifier.
const ULID: usize = 26;

/// Takes the entries out of all records, each as it was first written, with the card that it names.
///
/// Every later change of an entry stays among the others, so that what was moved from one card to
/// another is known before either card's entries are read. Nothing is taken out where two texts stand
/// under one identifier, as only a stranger's file may have brought them: the later one would count.
pub fn first_entries(records: &mut Vec<Record>) -> Vec<(CardId, Record)> {
    let is_twin = |record: &Record| record.key.len() > KEY_PREFIX.len() + ULID && record.key.starts_with(KEY_PREFIX);
    let mut entries = Vec::new();
    if records.iter().any(is_twin) {
        return entries;
    }
    let mut others = Vec::new();
    for record in std::mem::take(records) {
        match owner(&record) {
            Some(card) => entries.push((card, record)),
            None => others.push(record),
        }
    }
    *records = others;
    entries
}

/// The card of an entry as it was first written; of anything else none, and of what is not written
/// as we write it.
fn owner(record: &Record) -> Option<CardId> {
    const SUM: usize = "1 9A3F01BC ".len();
    let object = record.line.get(SUM..).filter(|_| record.key.starts_with(KEY_PREFIX))?;
    CardId::parse(object.strip_prefix(r#"{"kind":"entry","card":""#)?.get(..ULID)?)
}
