//! The texts of replies that entries hold, and how they are taken away without what they said.

use super::form::{Field, Form, FormKind};
use crate::domain::{Book, CardId, Entry, EntryId, Fact, Kept};
use crate::journal::Change;
use std::rc::Rc;

/// Of the texts of replies: those that were kept so far go as well. On the form of a check: its own.
pub const FORGOTTEN: &str = "forgotten";

/// The entries of a card that hold the text of a reply.
pub fn with_text(card: CardId, book: &Book) -> impl Iterator<Item = (EntryId, &Kept<Rc<Entry>>)> {
    let holds = |entry: &Entry| matches!(&entry.fact, Fact::Check(check) if check.reply.is_some());
    let of_card = book.entries.iter().filter(move |(_, kept)| kept.value.card == card && holds(&kept.value));
    of_card.map(|(id, kept)| (*id, kept))
}

/// The changes that take the texts from a card's entries, where its form says so.
#[must_use]
pub fn forgetting(form: &Form, card: CardId, book: &Book) -> Vec<Change> {
    let forget = matches!(form.kind, FormKind::Card(_)) && form.get(Field::Texts) == FORGOTTEN;
    let without = |(entry, kept): (EntryId, &Kept<Rc<Entry>>)| {
        let (mut value, replaces) = (Rc::clone(&kept.value), Some(kept.version));
        if let Fact::Check(check) = &mut Rc::make_mut(&mut value).fact {
            check.reply = None;
        }
        Change::SavedEntry { entry, replaces, value }
    };
    with_text(card, book).filter(|_| forget).map(without).collect()
}
