//! All records: what was understood, what a newer version wrote, what could not be read, and the
//! marks of what was wiped.
//!
//! A set, so that any order and any repetition of arrivals gives the same journal. Loading never
//! deletes: every line that came in is still there, in one of the places, but for what a mark says
//! is to be gone.

use super::event::{Change, Event, Subject};
use super::held::{Engine, Held};
use super::record::{self, FORMAT, KEY_PREFIX, Record};
use super::wipe::{self, Mark, WIPE_PREFIX};
use super::wire::{self, Content};
use crate::domain::{CardId, EntryId, EventId, Map, PatternId, ReportId, Ulid};

/// What the keys of damaged texts start with that were set aside before their place was healed.
pub const QUARANTINE_PREFIX: &str = "simgauge:q:";

/// Every record that was seen.
///
/// Two journals are equal where they hold the same lines under the same keys.
#[derive(Clone, Debug, Default)]
pub struct Journal {
    /// By identifier and then by text: equal identifiers with different text are both kept.
    pub(super) kept: Map<Place, Kept>,
    pub(super) quarantine: Map<Record, Unread>,
    pub(super) marks: Map<Place, Marked>,
    /// The last versions of entries that were wiped with their cards: the versions before them go
    /// too, whichever card those name.
    pub(super) ended: Map<EntryId, EventId>,
    /// Keys that the stores still hold though a mark wiped them.
    pub(super) strays: Vec<String>,
}

/// So many are put in their places one by one; more are sorted in.
const FEW: usize = 8;

pub(super) type Place = (EventId, String);

#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub(super) content: Content,
    pub(super) held: Held,
}

#[derive(Clone, Debug)]
pub(super) struct Unread {
    pub(super) reason: Reason,
    pub(super) held: Held,
}

#[derive(Clone, Debug)]
pub(super) struct Marked {
    pub(super) mark: Mark,
    pub(super) held: Held,
}

/// A record that could not be read, whole as it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quarantined<'a> {
    /// The record.
    pub record: &'a Record,
    /// Why.
    pub reason: Reason,
}

/// Why a record could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Its key names no event.
    Key,
    /// Its line is not what was written: damaged, cut, or under another's key.
    Damaged,
    /// It was damaged, and its place is healed: the text was set aside.
    SetAside,
}

impl Journal {
    /// Reads what can be read and keeps all of it.
    #[must_use]
    pub fn load(records: impl IntoIterator<Item = Record>) -> Self {
        let mut journal = Self::default();
        journal.take_all(records.into_iter().collect(), None);
        journal
    }

    /// Reads what a store holds.
    #[must_use]
    pub fn load_from(records: Vec<Record>, engine: Engine) -> Self {
        let mut journal = Self::default();
        journal.take_all(records, Some(engine));
        journal
    }

    /// Takes one record in, and says whether it was new.
    pub fn take(&mut self, record: Record) -> bool {
        self.take_all(vec![record], None)
    }

    /// Takes many in, in any order, and says whether any was new. A store is named where it is
    /// known to hold them.
    pub fn take_all(&mut self, records: Vec<Record>, engine: Option<Engine>) -> bool {
        let mut any = false;
        let mut events = Vec::with_capacity(records.len());
        // Marks first: what they wipe is not taken in at all.
        for record in records {
            match record::identifier(KEY_PREFIX, &record.key) {
                Some(id) => events.push((id, record)),
                None if record.key.starts_with(WIPE_PREFIX) => any |= self.take_mark(record, engine),
                None if record.key.starts_with(QUARANTINE_PREFIX) => {
                    any |= self.set_unread(record, Reason::SetAside, engine);
                }
                None => any |= self.set_unread(record, Reason::Key, engine),
            }
        }
        let mut new = Vec::new();
        for (id, Record { key, line }) in events {
            // Most of what the second store says is known from the first: it is not read again.
            let place = (id, line);
            if let Some(kept) = self.kept.get_mut(&place) {
                note(&mut kept.held, engine);
                continue;
            }
            let record = Record { key, line: place.1 };
            match read(id, &record) {
                Some(content) if self.is_wiped(id, &content) => {
                    end(&mut self.ended, id, &content);
                    self.strays.push(record.key);
                }
                Some(content) => new.push(((id, record.line), Kept { content, held: held(engine) })),
                None => any |= self.set_unread(record, Reason::Damaged, engine),
            }
        }
        any |= !new.is_empty();
        if new.len() > FEW {
            self.kept.extend(new);
        } else {
            for (place, kept) in new {
                self.kept.insert(place, kept);
            }
        }
        any | self.drop_ended()
    }

    /// Takes in what another journal holds, and returns the records that were new, in order.
    ///
    /// The result does not depend on which of the two was first; taking the same in twice changes
    /// nothing.
    pub fn union(&mut self, other: Self) -> Vec<Record> {
        let new = other.missing_from(self);
        let marks: Vec<Record> = other.marks.values().map(|marked| marked.mark.record()).collect();
        self.take_all(marks, None);
        let (wiped, kept): (Vec<_>, Vec<_>) =
            other.kept.into_iter().partition(|((id, _), kept)| self.is_wiped(*id, &kept.content));
        for ((id, _), kept) in &wiped {
            end(&mut self.ended, *id, &kept.content);
        }
        self.kept.extend(kept);
        self.drop_ended();
        for (record, unread) in other.quarantine {
            if !self.quarantine.contains_key(&record) {
                self.quarantine.insert(record, unread);
            }
        }
        new
    }

    /// The readable records that another journal does not hold.
    #[must_use]
    pub fn missing_from(&self, other: &Self) -> Vec<Record> {
        let missing = self.kept.keys().filter(|place| !other.kept.contains_key(*place));
        missing.map(record_of).collect()
    }

    /// Adds a new event and returns the record to write.
    pub fn append(&mut self, event: Event) -> Record {
        let record = Record::of(&event);
        let content = Content::Known(Box::new(event.clone()));
        self.kept.insert((event.id, record.line.clone()), Kept { content, held: Held::default() });
        record
    }

    /// The events that were understood, in the order in which they take effect.
    pub fn events(&self) -> impl DoubleEndedIterator<Item = &Event> + '_ {
        self.kept.values().filter_map(|kept| match &kept.content {
            Content::Known(event) | Content::Extended(event) => Some(&**event),
            Content::UnknownKind { .. } | Content::Newer { .. } => None,
        })
    }

    /// The largest identifier of any record, read or not, of any kind.
    #[must_use]
    pub fn largest_id(&self) -> Option<Ulid> {
        let kept = self.kept.keys().next_back().into_iter().chain(self.marks.keys().next_back()).map(|place| place.0);
        let unread = self.quarantine.keys().filter_map(|record| record::identifier(KEY_PREFIX, &record.key));
        kept.chain(unread).max().map(|id| id.0)
    }

    /// The identifiers of the readable records, in order.
    pub(super) fn ids(&self) -> impl Iterator<Item = EventId> + '_ {
        self.kept.keys().map(|place| place.0)
    }

    /// How many records there are, those that could not be read included, without the damaged
    /// texts whose places are healed.
    #[must_use]
    pub fn len(&self) -> usize {
        self.kept.len() + self.quarantined().count()
    }

    /// Whether there are none at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The records that could not be read and stand where they were found.
    pub fn quarantined(&self) -> impl Iterator<Item = Quarantined<'_>> {
        let unread = self.quarantine.iter().map(|(record, unread)| Quarantined { record, reason: unread.reason });
        unread.filter(|unread| unread.reason != Reason::SetAside)
    }

    /// The damaged texts that were set aside when their places were healed.
    pub fn set_aside(&self) -> impl Iterator<Item = &Record> {
        let aside = self.quarantine.iter().filter(|(_, unread)| unread.reason == Reason::SetAside);
        aside.map(|(record, _)| record)
    }

    /// The cards that a newer version changed in a way that this one cannot read, or not wholly.
    /// They are shown as far as they are known, and not to be changed here.
    #[must_use]
    pub fn read_only(&self) -> Vec<CardId> {
        let (mut cards, mut entries) = (Vec::new(), Vec::new());
        for content in self.not_understood() {
            entries.extend(entry_of(content));
            match content {
                Content::Newer { card, .. } => cards.extend(card),
                Content::Extended(event) => match event.change.subject() {
                    Subject::Card(card) => cards.push(card),
                    Subject::Entry(_) | Subject::Pattern(_) | Subject::Report(_) | Subject::Pin => {}
                },
                Content::Known(_) | Content::UnknownKind { .. } => {}
            }
        }
        if !entries.is_empty() {
            entries.sort_unstable();
            // The cards to which such an entry belonged in any of its versions.
            cards.extend(self.events().filter_map(|event| match &event.change {
                Change::SavedEntry { entry, value, .. } if entries.binary_search(entry).is_ok() => Some(value.card),
                _ => None,
            }));
        }
        let mut each = Vec::new();
        for card in cards {
            if !each.contains(&card) {
                each.push(card);
            }
        }
        each
    }

    /// Whether a newer version changed a pattern in a way that this one cannot read, or not wholly:
    /// it is not to be changed here.
    #[must_use]
    pub fn is_read_only_pattern(&self, pattern: PatternId) -> bool {
        self.not_understood().any(|content| match content {
            Content::Newer { pattern: named, .. } => *named == Some(pattern),
            Content::Extended(event) => event.change.subject() == Subject::Pattern(pattern),
            Content::Known(_) | Content::UnknownKind { .. } => false,
        })
    }

    /// Whether a newer version changed a report in a way that this one cannot read: it is not to be
    /// changed here.
    #[must_use]
    pub fn is_read_only_report(&self, report: ReportId) -> bool {
        self.kept.values().any(|kept| match &kept.content {
            Content::Newer { report: named, .. } => *named == Some(report),
            Content::Known(event) | Content::Extended(event) => match &event.change {
                Change::SavedReport { report: saved, value, .. } => *saved == report && value.read().is_none(),
                _ => false,
            },
            Content::UnknownKind { .. } => false,
        })
    }

    /// What a newer version wrote and this one does not wholly understand.
    fn not_understood(&self) -> impl Iterator<Item = &Content> {
        let newer = |content: &&Content| matches!(content, Content::Newer { .. } | Content::Extended(_));
        self.kept.values().map(|kept| &kept.content).filter(newer)
    }

    /// Every record, readable or not, for an export. Marks are no part of it: they say what is not
    /// to be on this device.
    pub fn records(&self) -> impl Iterator<Item = Record> + '_ {
        self.kept.keys().map(record_of).chain(self.quarantine.keys().cloned())
    }

    pub(super) fn is_wiped(&self, id: EventId, content: &Content) -> bool {
        let card = card_of(content);
        !self.marks.is_empty()
            && (wipe::wipes(&self.marks, Some(id), &|named| card == Some(named)) || ended(&self.ended, id, content))
    }

    pub(super) fn set_unread(&mut self, record: Record, reason: Reason, engine: Option<Engine>) -> bool {
        if let Some(unread) = self.quarantine.get_mut(&record) {
            note(&mut unread.held, engine);
            return false;
        }
        if super::heal::wipes_unread(&self.marks, &record) {
            self.strays.push(record.key);
            return false;
        }
        self.quarantine.insert(record, Unread { reason, held: held(engine) }).is_none()
    }
}

impl PartialEq for Journal {
    fn eq(&self, other: &Self) -> bool {
        self.kept.keys().eq(other.kept.keys())
            && self.quarantine.keys().eq(other.quarantine.keys())
            && self.marks.keys().eq(other.marks.keys())
    }
}

impl Eq for Journal {}

/// The card that a record names by itself.
pub(super) fn card_of(content: &Content) -> Option<CardId> {
    match content {
        Content::Known(event) | Content::Extended(event) => match &event.change {
            Change::SavedCard { card, .. } | Change::RemovedCard { card, .. } => Some(*card),
            Change::SavedEntry { value, .. } => Some(value.card),
            Change::PinnedCard { card } => *card,
            Change::RemovedEntry { .. }
            | Change::SavedPattern { .. }
            | Change::RemovedPattern { .. }
            | Change::SavedReport { .. }
            | Change::RemovedReport { .. } => None,
        },
        Content::UnknownKind { card } | Content::Newer { card, .. } => *card,
    }
}

/// The entry that a record is about.
pub(super) fn entry_of(content: &Content) -> Option<EntryId> {
    match content {
        Content::Known(event) | Content::Extended(event) => match event.change.subject() {
            Subject::Entry(entry) => Some(entry),
            Subject::Card(_) | Subject::Pattern(_) | Subject::Report(_) | Subject::Pin => None,
        },
        Content::Newer { entry, .. } => *entry,
        Content::UnknownKind { .. } => None,
    }
}

/// Notes that a version was wiped, where it is one of an entry.
pub(super) fn end(versions: &mut Map<EntryId, EventId>, id: EventId, content: &Content) {
    if let Some(entry) = entry_of(content)
        && versions.get(&entry).is_none_or(|last| *last < id)
    {
        versions.insert(entry, id);
    }
}

/// Whether a later version of the same entry was wiped.
pub(super) fn ended(versions: &Map<EntryId, EventId>, id: EventId, content: &Content) -> bool {
    !versions.is_empty() && entry_of(content).and_then(|entry| versions.get(&entry)).is_some_and(|last| id < *last)
}

pub(super) fn record_of(place: &Place) -> Record {
    Record { key: record::key(place.0), line: place.1.clone() }
}

pub(super) fn held(engine: Option<Engine>) -> Held {
    let mut held = Held::default();
    note(&mut held, engine);
    held
}

pub(super) fn note(held: &mut Held, engine: Option<Engine>) {
    if let Some(engine) = engine {
        held.set(engine, true);
    }
}

fn read(id: EventId, record: &Record) -> Option<Content> {
    let opened = record::open(KEY_PREFIX, record)?;
    wire::read(id, opened.object, opened.format <= FORMAT)
}
