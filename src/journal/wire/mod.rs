//! The words of the lines, format 1. Frozen: `tests/journal/v1` holds lines that load for ever.
//!
//! Kinds and fields are added without raising the format. An older version keeps the line of a
//! kind it does not know, without effect; a known kind with a word or a field in it that it does
//! not know is a change by a newer version, which makes the card read-only here: an edit would
//! drop what was not understood.

mod card;
mod entry;
mod pattern;
mod report;
mod rules;
mod words;

use super::event::{Change, Event};
use super::json::{Object, Value, Writer};
use crate::domain::{CardId, Date, EntryId, EventId, PatternId, ReportId, Ulid};
use std::rc::Rc;

/// What a line with a right sum holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// An event of a known kind.
    Known(Box<Event>),
    /// An event of a known kind with fields that a later version added: it takes effect as far as
    /// it is understood.
    Extended(Box<Event>),
    /// An event of a kind that a later version added: kept, without effect here.
    UnknownKind { card: Option<CardId> },
    /// A change by a newer version that cannot be read here, and what it is about.
    Newer { card: Option<CardId>, entry: Option<EntryId>, pattern: Option<PatternId>, report: Option<ReportId> },
}

/// The object of an event. A card or an entry that has the identifier of the event that added it
/// does not say it again: a seventh of an ordinary line.
pub(super) fn write(event: &Event) -> String {
    let Event { id, change } = event;
    let mut out = Writer::new();
    let unless_own = |named: Ulid| (named != id.0).then(|| named.to_string());
    let kind = match change {
        Change::SavedCard { .. } => "card",
        Change::SavedEntry { .. } => "entry",
        Change::RemovedCard { .. } => "card-removed",
        Change::RemovedEntry { .. } => "entry-removed",
        Change::SavedPattern { .. } => "pattern",
        Change::RemovedPattern { .. } => "pattern-removed",
        Change::SavedReport { .. } => "report",
        Change::RemovedReport { .. } => "report-removed",
        Change::PinnedCard { .. } => "pin",
    };
    out.text("kind", kind);
    match change {
        Change::SavedCard { card, .. } => out.maybe("card", unless_own(card.0).as_deref()),
        Change::SavedEntry { entry, .. } => out.maybe("entry", unless_own(entry.0).as_deref()),
        Change::RemovedCard { card, .. } => out.text("card", &card.to_string()),
        Change::RemovedEntry { entry, .. } => out.text("entry", &entry.to_string()),
        Change::SavedPattern { pattern, .. } => out.maybe("pattern", unless_own(pattern.0).as_deref()),
        Change::RemovedPattern { pattern, .. } => out.text("pattern", &pattern.to_string()),
        Change::SavedReport { report, .. } => out.maybe("report", unless_own(report.0).as_deref()),
        Change::RemovedReport { report, .. } => out.text("report", &report.to_string()),
        Change::PinnedCard { card } => out.maybe("card", card.map(|card| card.to_string()).as_deref()),
    }
    out.maybe("replaces", change.replaces().map(|version| version.to_string()).as_deref());
    match change {
        Change::SavedCard { value, .. } => card::write(value, &mut out),
        Change::SavedEntry { value, .. } => entry::write(value, &mut out),
        Change::SavedPattern { value, .. } => pattern::write(value, &mut out),
        Change::SavedReport { value, .. } => report::write(value, &mut out),
        _ => {}
    }
    out.finish()
}

/// What an object says, or `None` where it is not even an object with a kind. `known` is whether
/// its format is one that this version reads.
pub(super) fn read(id: EventId, text: &str, known: bool) -> Option<Content> {
    let newer = |object: &Object<'_>| {
        let own = |kind| (object.text("kind") == Some(kind)).then_some(id.0);
        Content::Newer {
            card: object.must("card", CardId::parse).or(own("card").map(CardId)),
            entry: object.must("entry", EntryId::parse).or(own("entry").map(EntryId)),
            pattern: object.must("pattern", PatternId::parse).or(own("pattern").map(PatternId)),
            report: object.must("report", ReportId::parse).or(own("report").map(ReportId)),
        }
    };
    if !known {
        return Some(newer(&Object::read(text).unwrap_or_default()));
    }
    let object = Object::read(text)?;
    let change = match object.text("kind")? {
        "card" => saved_card(id, &object),
        "entry" => saved_entry(id, &object),
        "card-removed" => removed_card(&object),
        "entry-removed" => removed_entry(&object),
        "pattern" => saved_pattern(id, &object),
        "pattern-removed" => removed_pattern(&object),
        "report" => saved_report(id, &object),
        "report-removed" => removed_report(&object),
        "pin" => object.maybe("card", CardId::parse).map(|card| Change::PinnedCard { card }),
        _ => return Some(Content::UnknownKind { card: object.must("card", CardId::parse) }),
    };
    Some(match change {
        Some(change) if object.is_understood() => Content::Known(Box::new(Event { id, change })),
        Some(change) => Content::Extended(Box::new(Event { id, change })),
        None => newer(&object),
    })
}

fn saved_card(id: EventId, object: &Object<'_>) -> Option<Change> {
    Some(Change::SavedCard {
        card: object.maybe("card", CardId::parse)?.unwrap_or(CardId(id.0)),
        replaces: object.maybe("replaces", EventId::parse)?,
        value: card::read(object)?.into(),
    })
}

fn saved_entry(id: EventId, object: &Object<'_>) -> Option<Change> {
    Some(Change::SavedEntry {
        entry: object.maybe("entry", EntryId::parse)?.unwrap_or(EntryId(id.0)),
        replaces: object.maybe("replaces", EventId::parse)?,
        value: Rc::new(entry::read(object)?),
    })
}

fn removed_card(object: &Object<'_>) -> Option<Change> {
    Some(Change::RemovedCard {
        card: object.must("card", CardId::parse)?,
        replaces: object.must("replaces", EventId::parse)?,
    })
}

fn removed_entry(object: &Object<'_>) -> Option<Change> {
    Some(Change::RemovedEntry {
        entry: object.must("entry", EntryId::parse)?,
        replaces: object.must("replaces", EventId::parse)?,
    })
}

fn saved_pattern(id: EventId, object: &Object<'_>) -> Option<Change> {
    Some(Change::SavedPattern {
        pattern: object.maybe("pattern", PatternId::parse)?.unwrap_or(PatternId(id.0)),
        replaces: object.maybe("replaces", EventId::parse)?,
        value: pattern::read(object)?,
    })
}

fn removed_pattern(object: &Object<'_>) -> Option<Change> {
    Some(Change::RemovedPattern {
        pattern: object.must("pattern", PatternId::parse)?,
        replaces: object.must("replaces", EventId::parse)?,
    })
}

fn saved_report(id: EventId, object: &Object<'_>) -> Option<Change> {
    Some(Change::SavedReport {
        report: object.maybe("report", ReportId::parse)?.unwrap_or(ReportId(id.0)),
        replaces: object.maybe("replaces", EventId::parse)?,
        value: report::read(object)?,
    })
}

fn removed_report(object: &Object<'_>) -> Option<Change> {
    Some(Change::RemovedReport {
        report: object.must("report", ReportId::parse)?,
        replaces: object.must("replaces", EventId::parse)?,
    })
}

fn date(name: &str, date: Option<Date>, out: &mut Writer) {
    out.maybe(name, date.map(|date| date.to_string()).as_deref());
}

/// A flag that is false where it is missing.
fn read_flag(object: &Object<'_>, name: &str) -> Option<bool> {
    match object.get(name) {
        None => Some(false),
        Some(Value::Bool(flag)) => Some(*flag),
        Some(_) => None,
    }
}
