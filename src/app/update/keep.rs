//! Keeping a change: the only way by which the book changes.

use super::drafts::of_another_book;
use crate::app::effect::Effect;
use crate::app::model::{Deed, Model, Undo};
use crate::app::msg::Msg;
use crate::domain::{CardId, EventId, Moment};
use crate::journal::{Change, Event, Subject};

/// How long a change can be taken back with one tap, in milliseconds.
const UNDO_MS: u32 = 10_000;
/// When "saving" becomes "not yet confirmed", in milliseconds.
const SLOW_MS: u32 = 1_000;

/// Appends the change to the journal, applies it to the book, and yields the effects that save it.
///
/// Nothing happens to a card, a pattern or a report that a newer version of the app changed in a way this one
/// cannot read: it is read-only here.
pub(super) fn keep(model: &mut Model, moment: &Moment, change: Change, deed: Deed) -> Vec<Effect> {
    if refuses(model, &change) {
        return Vec::new();
    }
    let newest = model.journal.largest_id().map_or(moment.fresh, |largest| moment.fresh.max(largest.plus(1)));
    let event = Event { id: EventId(newest), change };
    event.apply(&mut model.book);
    let drafts = of_another_book(model, moment);
    let id = event.id;
    let (record, orders) = model.stores.append(&mut model.journal, event);
    model.saves.start(&record.key);
    model.undo = Some(Undo { event: id, deed, also: 0 });
    let waits = [(SLOW_MS, Msg::Waited(record.key)), (UNDO_MS, Msg::UndoEnded(id))];
    let waits = waits.map(|(millis, msg)| Effect::Wait(millis, Box::new(msg)));
    orders.into_iter().map(Effect::Store).chain(waits).chain(drafts).collect()
}

/// Keeps what one tap asked for, after what it asked for already; one undo is of all that.
pub(super) fn keep_beside(model: &mut Model, moment: &Moment, changes: Vec<Change>) -> Vec<Effect> {
    let Some(mut undo) = model.undo else { return Vec::new() };
    let mut effects = Vec::new();
    for change in changes.into_iter().filter(|change| !refuses(model, change)).collect::<Vec<_>>() {
        effects.extend(keep(model, moment, change, undo.deed));
        undo.also = undo.also.saturating_add(1);
    }
    model.undo = Some(undo);
    effects
}

/// Takes a change back, and what was kept at the same tap. What has changed since, or is read-only here, stays, and
/// that is said.
pub(super) fn undo(model: &mut Model, moment: &Moment, event: EventId) -> Vec<Effect> {
    let known = model.undo.filter(|undo| undo.event == event);
    let events = (0..=known.map_or(0, |undo| undo.also)).map(|more| EventId(event.0.plus(more)));
    let all = events.len();
    let inverses = events.filter_map(|event| model.journal.inverse(event));
    let mut changes: Vec<Change> = inverses.filter(|change| !refuses(model, change)).collect();
    if changes.is_empty() {
        // A second tap on what was taken back already says nothing new.
        let Some(undo) = known else { return Vec::new() };
        let event = EventId(moment.fresh);
        model.undo = Some(Undo { event, deed: Deed::NotUndone, ..undo });
        return vec![Effect::Wait(UNDO_MS, Box::new(Msg::UndoEnded(event)))];
    }
    let deed = if changes.len() < all { Deed::UndoneInPart } else { Deed::Undone };
    let mut effects = keep(model, moment, changes.remove(0), deed);
    effects.extend(keep_beside(model, moment, changes));
    effects
}

/// Whether the change is about a card, a pattern or a report that is read-only here.
pub(super) fn refuses(model: &Model, change: &Change) -> bool {
    concerns(model, change, &model.journal.read_only())
}

/// Whether the change is about one of these cards, or about a pattern or a report that is read-only here.
pub(in crate::app) fn concerns(model: &Model, change: &Change, cards: &[CardId]) -> bool {
    let named = match change {
        Change::SavedEntry { value, .. } => Some(value.card),
        _ => None,
    };
    let subject = match change.subject() {
        Subject::Card(card) => Some(card),
        Subject::Entry(entry) => model.book.entry(entry).map(|entry| entry.card),
        Subject::Pattern(pattern) => return model.journal.is_read_only_pattern(pattern),
        Subject::Report(report) => return model.journal.is_read_only_report(report),
        Subject::Pin => None,
    };
    named.into_iter().chain(subject).any(|card| cards.contains(&card))
}
