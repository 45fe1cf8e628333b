//! All records: what was understood, what a newer version wrote, and what could not be read.
//!
//! A set, so that any order and any repetition of arrivals gives the same journal. Loading never
//! deletes: every line that came in is still there, in one of the three places.

use super::event::{Change, Event, Subject};
use super::record::{self, FORMAT, Record};
use super::wire::{self, Content};
use crate::domain::{CardId, EntryId, EventId, Map, Ulid};

/// Every record that was seen.
///
/// Two journals are equal where they hold the same lines under the same keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journal {
    /// By identifier and then by text: equal identifiers with different text are both kept.
    kept: Map<(EventId, String), Content>,
    quarantine: Map<Record, Reason>,
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
}

impl Journal {
    /// Reads what can be read and keeps all of it.
    #[must_use]
    pub fn load(records: impl IntoIterator<Item = Record>) -> Self {
        let (mut kept, mut quarantine) = (Vec::new(), Vec::new());
        for record in records {
            match sort(record) {
                Ok(read) => kept.push(read),
                Err(unread) => quarantine.push(unread),
            }
        }
        let mut journal = Self::default();
        journal.kept.extend(kept);
        journal.quarantine.extend(quarantine);
        journal
    }

    /// Takes one record in, and says whether it was new.
    pub fn take(&mut self, record: Record) -> bool {
        match sort(record) {
            Ok((place, _)) if self.kept.contains_key(&place) => false,
            Ok((place, content)) => self.kept.insert(place, content).is_none(),
            Err((record, reason)) => self.quarantine.insert(record, reason).is_none(),
        }
    }

    /// Takes in what another journal holds, and returns the records that were new, in order.
    ///
    /// The result does not depend on which of the two was first; taking the same in twice changes
    /// nothing.
    pub fn union(&mut self, other: Self) -> Vec<Record> {
        let new = other.missing_from(self);
        self.kept.extend(other.kept);
        self.quarantine.extend(other.quarantine);
        new
    }

    /// The readable records that another journal does not hold: what heals it.
    #[must_use]
    pub fn missing_from(&self, other: &Self) -> Vec<Record> {
        let missing = self.kept.keys().filter(|place| !other.kept.contains_key(*place));
        missing.map(|(id, line)| Record { key: record::key(*id), line: line.clone() }).collect()
    }

    /// Adds a new event and returns the record to write.
    pub fn append(&mut self, event: Event) -> Record {
        let record = Record::of(&event);
        self.kept.insert((event.id, record.line.clone()), Content::Known(Box::new(event)));
        record
    }

    /// The events that were understood, in the order in which they take effect.
    pub fn events(&self) -> impl DoubleEndedIterator<Item = &Event> + '_ {
        self.kept.values().filter_map(|content| match content {
            Content::Known(event) => Some(&**event),
            Content::UnknownKind | Content::Newer { .. } => None,
        })
    }

    /// The largest identifier of any record, read or not, of any kind.
    #[must_use]
    pub fn largest_id(&self) -> Option<Ulid> {
        let quarantined = self.quarantine.keys().filter_map(|record| record::identifier(&record.key));
        self.kept.keys().map(|place| place.0).next_back().into_iter().chain(quarantined).max().map(|id| id.0)
    }

    /// The identifiers of the readable records, in order.
    pub(super) fn ids(&self) -> impl Iterator<Item = EventId> + '_ {
        self.kept.keys().map(|place| place.0)
    }

    /// How many records there are, those that could not be read included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.kept.len() + self.quarantine.len()
    }

    /// Whether there are none at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The records that could not be read.
    pub fn quarantined(&self) -> impl ExactSizeIterator<Item = Quarantined<'_>> {
        self.quarantine.iter().map(|(record, &reason)| Quarantined { record, reason })
    }

    /// The cards that a newer version changed in a way that this one cannot read. They are shown
    /// as far as they are known, and not to be changed here.
    #[must_use]
    pub fn read_only(&self) -> Vec<CardId> {
        let mut cards: Vec<CardId> = Vec::new();
        for content in self.kept.values() {
            if let Content::Newer { card, entry } = *content {
                cards.extend(card);
                cards.extend(entry.into_iter().flat_map(|entry| self.cards_of(entry)));
            }
        }
        cards.dedup();
        cards
    }

    /// Every record, readable or not, for an export.
    pub fn records(&self) -> impl Iterator<Item = Record> + '_ {
        let kept = self.kept.keys().map(|(id, line)| Record { key: record::key(*id), line: line.clone() });
        kept.chain(self.quarantine.keys().cloned())
    }

    fn cards_of(&self, entry: EntryId) -> impl Iterator<Item = CardId> + '_ {
        self.events().filter(move |event| event.change.subject() == Subject::Entry(entry)).filter_map(|event| {
            match &event.change {
                Change::SavedEntry { value, .. } => Some(value.card),
                _ => None,
            }
        })
    }
}

/// Where a record belongs: among what was read, or in quarantine.
fn sort(record: Record) -> Result<((EventId, String), Content), (Record, Reason)> {
    let Some(id) = record::identifier(&record.key) else { return Err((record, Reason::Key)) };
    match read(id, &record) {
        Some(content) => Ok(((id, record.line), content)),
        None => Err((record, Reason::Damaged)),
    }
}

fn read(id: EventId, record: &Record) -> Option<Content> {
    let opened = record::open(record)?;
    wire::read(id, opened.object, opened.format <= FORMAT)
}
