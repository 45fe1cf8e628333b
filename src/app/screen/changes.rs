//! Every change, newest first, each with the way back where there is one.

use crate::app::model::Model;
use crate::app::update::concerns;
use crate::domain::{CardId, Entry, EventId, Line, Timestamp};
use crate::journal::{Change, Subject};

/// One change.
#[derive(Clone, Debug)]
pub struct ChangeRow<'a> {
    /// Which event.
    pub event: EventId,
    /// When it was made, by the device's clock.
    pub made: Option<Timestamp>,
    /// What it did.
    pub what: What<'a>,
    /// The name of the card it is about, where it is known.
    pub card: Option<&'a Line>,
    /// Whether it can be taken back as things stand.
    pub reversible: bool,
}

/// What a change did.
#[derive(Clone, Copy, Debug)]
pub enum What<'a> {
    /// Added a card.
    AddedCard,
    /// Changed a card.
    ChangedCard,
    /// Put a card away, or took it back out.
    Archived(bool),
    /// Deleted a card.
    RemovedCard,
    /// Added an entry.
    AddedEntry(&'a Entry),
    /// Changed an entry.
    ChangedEntry(&'a Entry),
    /// Deleted an entry.
    RemovedEntry,
    /// Taught a pattern.
    SavedPattern,
    /// Removed a pattern.
    RemovedPattern,
    /// Reported something of a carrier, or took it back.
    Reported(bool),
    /// Chose which card stands first, or that none does.
    Pinned(bool),
}

/// The newest `most` changes, newest first.
#[must_use]
pub fn changes(model: &Model, most: usize) -> Vec<ChangeRow<'_>> {
    let read_only = model.journal.read_only();
    model
        .journal
        .events()
        .rev()
        .take(most)
        .map(|event| {
            let (what, card) = match &event.change {
                Change::SavedCard { replaces: None, value, .. } => (What::AddedCard, Some(&value.name)),
                Change::SavedCard { card, replaces: Some(before), value } => {
                    let moved = was_archived(model, *card, *before).is_some_and(|was| was != value.archived);
                    (if moved { What::Archived(value.archived) } else { What::ChangedCard }, Some(&value.name))
                }
                Change::RemovedCard { card, .. } => (What::RemovedCard, name(model, *card)),
                Change::SavedEntry { replaces: None, value, .. } => (What::AddedEntry(value), name(model, value.card)),
                Change::SavedEntry { value, .. } => (What::ChangedEntry(value), name(model, value.card)),
                Change::RemovedEntry { entry, .. } => {
                    let of = model.journal.history(Subject::Entry(*entry)).into_iter().rev();
                    let card = of.filter_map(|event| match &event.change {
                        Change::SavedEntry { value, .. } => Some(value.card),
                        _ => None,
                    });
                    (What::RemovedEntry, card.take(1).next().and_then(|card| name(model, card)))
                }
                Change::SavedPattern { .. } => (What::SavedPattern, None),
                Change::RemovedPattern { .. } => (What::RemovedPattern, None),
                Change::SavedReport { .. } => (What::Reported(true), None),
                Change::RemovedReport { .. } => (What::Reported(false), None),
                Change::PinnedCard { card } => (What::Pinned(card.is_some()), card.and_then(|card| name(model, card))),
            };
            ChangeRow {
                event: event.id,
                made: Timestamp::from_millis(event.id.0.millis()),
                what,
                card,
                reversible: model.journal.inverse(event.id).is_some_and(|back| !concerns(model, &back, &read_only)),
            }
        })
        .collect()
}

/// Whether a version of a card was put away.
fn was_archived(model: &Model, card: CardId, version: EventId) -> Option<bool> {
    let versions = model.journal.history(Subject::Card(card));
    versions.into_iter().find(|event| event.id == version).and_then(|event| match &event.change {
        Change::SavedCard { value, .. } => Some(value.archived),
        _ => None,
    })
}

/// The newest name of a card, also where it was deleted.
fn name(model: &Model, card: CardId) -> Option<&Line> {
    model.book.card(card).map(|card| &card.name).or_else(|| {
        model.journal.history(Subject::Card(card)).into_iter().rev().find_map(|event| match &event.change {
            Change::SavedCard { value, .. } => Some(&value.name),
            _ => None,
        })
    })
}
