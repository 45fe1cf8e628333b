//! What the journal says: the book, the history of a thing, and what undoes an event.

use super::event::{Change, Event, Subject};
use super::records::Journal;
use crate::domain::{Book, EventId, Kept};
use std::rc::Rc;

impl Journal {
    /// The book: each card, entry, pattern and report as its last change left it.
    #[must_use]
    pub fn fold(&self) -> Book {
        let mut book = Book::default();
        for event in self.events() {
            event.apply(&mut book);
        }
        book
    }

    /// Every change of a card, of an entry, of a pattern, of a report or of the pin, oldest first, concurrent ones included.
    #[must_use]
    pub fn history(&self, subject: Subject) -> Vec<&Event> {
        self.events().filter(|event| event.change.subject() == subject).collect()
    }

    /// The change that undoes an event, as things stand.
    ///
    /// `None` where there is nothing to undo: no such event, a later change of the same thing
    /// stands over it, or the version before it is not here.
    #[must_use]
    pub fn inverse(&self, id: EventId) -> Option<Change> {
        let event = self.events().find(|event| event.id == id)?;
        let history = self.history(event.change.subject());
        let (last, earlier) = history.split_last()?;
        if last.id != id {
            return None;
        }
        let replaced = last.change.replaces();
        let before = match replaced {
            Some(version) => earlier.iter().rev().find(|event| event.id == version),
            None => None,
        };
        match (&last.change, before.map(|event| &event.change)) {
            (Change::PinnedCard { .. }, _) => {
                let card = earlier.last().and_then(|event| match event.change {
                    Change::PinnedCard { card } => card,
                    _ => None,
                });
                Some(Change::PinnedCard { card })
            }
            (_, Some(Change::SavedCard { card, value, .. })) => {
                Some(Change::SavedCard { card: *card, replaces: Some(id), value: value.clone() })
            }
            (_, Some(Change::SavedEntry { entry, value, .. })) => {
                Some(Change::SavedEntry { entry: *entry, replaces: Some(id), value: value.clone() })
            }
            (_, Some(Change::SavedPattern { pattern, value, .. })) => {
                Some(Change::SavedPattern { pattern: *pattern, replaces: Some(id), value: value.clone() })
            }
            (_, Some(Change::SavedReport { report, value, .. })) => {
                Some(Change::SavedReport { report: *report, replaces: Some(id), value: value.clone() })
            }
            // It was added, or brought back after a removal.
            (Change::SavedCard { card, .. }, removal) if removal.is_some() || replaced.is_none() => {
                Some(Change::RemovedCard { card: *card, replaces: id })
            }
            (Change::SavedEntry { entry, .. }, removal) if removal.is_some() || replaced.is_none() => {
                Some(Change::RemovedEntry { entry: *entry, replaces: id })
            }
            (Change::SavedPattern { pattern, .. }, removal) if removal.is_some() || replaced.is_none() => {
                Some(Change::RemovedPattern { pattern: *pattern, replaces: id })
            }
            (Change::SavedReport { report, .. }, removal) if removal.is_some() || replaced.is_none() => {
                Some(Change::RemovedReport { report: *report, replaces: id })
            }
            _ => None,
        }
    }
}

impl Event {
    /// Applies this event to a book of nothing but earlier ones, as the fold does.
    pub fn apply(&self, book: &mut Book) {
        match &self.change {
            Change::SavedCard { card, value, .. } => {
                book.put_card(*card, self.id, Rc::clone(value));
            }
            Change::SavedEntry { entry, value, .. } => {
                book.entries.insert(*entry, Kept { version: self.id, value: Rc::clone(value) });
            }
            Change::RemovedCard { card, .. } => {
                book.cards.remove(card);
            }
            Change::RemovedEntry { entry, .. } => {
                book.entries.remove(entry);
            }
            Change::SavedPattern { pattern, value, .. } => {
                book.patterns.insert(*pattern, Kept { version: self.id, value: value.clone() });
            }
            Change::RemovedPattern { pattern, .. } => {
                book.patterns.remove(pattern);
            }
            Change::SavedReport { report, value, .. } => {
                book.reports.insert(*report, Kept { version: self.id, value: value.clone() });
            }
            Change::RemovedReport { report, .. } => {
                book.reports.remove(report);
            }
            Change::PinnedCard { card } => book.pinned = *card,
        }
    }
}
