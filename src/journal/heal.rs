//! What each store lacks, what it must lose, and what a wipe takes away.

use super::event::{Change, Subject};
use super::held::Engine;
use super::record::{self, KEY_PREFIX, Record};
use super::records::{Journal, Marked, Place, QUARANTINE_PREFIX, Reason, held, note};
use super::wipe::{self, Deed, Mark, Scope, WIPE_PREFIX};
use super::wire::Content;
use crate::domain::{CardId, EntryId, EventId, Map};

impl Journal {
    /// What that store lacks of what is known, in the order in which it may be written: where a
    /// damaged text stands in a record's place, its copy in quarantine comes right before it.
    ///
    /// Nothing is written over a text that could not be set aside.
    #[must_use]
    pub fn heals(&self, engine: Engine) -> Vec<Record> {
        let mut damaged: Vec<&Record> = Vec::new();
        for (record, unread) in &self.quarantine {
            if unread.reason != Reason::SetAside && unread.held.by(engine) {
                damaged.push(record);
            }
        }
        let mut heals = Vec::new();
        let mut write = |record: Record| {
            let first = damaged.partition_point(|found| found.key < record.key);
            let found = damaged.get(first).filter(|found| found.key == record.key);
            if let Some(found) = found {
                let aside = set_aside(found);
                // Another text under the same sum: one in four billion, and then nothing is lost.
                if self.set_aside().any(|other| other.key == aside.key && other.line != aside.line) {
                    return;
                }
                heals.push(aside);
            }
            heals.push(record);
        };
        for (_, marked) in self.marks.iter().filter(|(_, marked)| !marked.held.by(engine)) {
            write(marked.mark.record());
        }
        let twins = self.twins();
        for ((id, line), _) in self.kept.iter().filter(|(_, kept)| !kept.held.by(engine)) {
            let key = record::key(*id);
            let taken = twins.contains(id) && self.stands_before(*id, line, engine);
            let key = if taken { record::twin_key(&key, line) } else { key };
            write(Record { key, line: line.clone() });
        }
        heals
    }

    /// Takes it as unknown which store holds these.
    pub(super) fn doubt(&mut self, records: &[Record]) {
        for record in records {
            let id = record::identifier(KEY_PREFIX, &record.key);
            if let Some(kept) = id.and_then(|id| self.kept.get_mut(&(id, record.line.clone()))) {
                kept.held = super::held::Held::default();
            }
        }
    }

    /// Notes what a store has written. What was wiped meanwhile is a stray again.
    pub fn wrote(&mut self, engine: Engine, put: &[Record]) {
        for record in put {
            if !self.quarantine.is_empty() && !record.key.starts_with(QUARANTINE_PREFIX) {
                self.quarantine.retain(|found, unread| {
                    if found.key == record.key && found.line != record.line {
                        unread.held.set(engine, false);
                        return !unread.held.by_none();
                    }
                    true
                });
            }
        }
        self.take_all(put.to_vec(), Some(engine));
    }

    /// The keys that both stores must lose, and forgets them.
    pub fn take_strays(&mut self) -> Vec<String> {
        std::mem::take(&mut self.strays)
    }

    /// Wipes: the scope is gone from here, and the keys of all that stood in it are strays. The
    /// mark is returned, to be written before anything is removed.
    pub fn wipe(&mut self, id: EventId, scope: Scope) -> Record {
        let record = Mark { id, deed: Deed::Wiped, scope }.record();
        if let Scope::Card(card) = scope {
            self.drop_followers(card);
        }
        self.take(record.clone());
        self.drop_unread(scope);
        record
    }

    /// The mark that an import writes which brings back what was wiped.
    #[must_use]
    pub fn restored(id: EventId, scope: Scope) -> Record {
        Mark { id, deed: Deed::Restored, scope }.record()
    }

    /// Whether a mark wipes this record.
    #[must_use]
    pub fn wiped(&self, record: &Record) -> bool {
        if self.marks.is_empty() {
            return false;
        }
        let alone = Self::load([record.clone()]);
        alone.kept.iter().any(|((id, _), kept)| self.is_wiped(*id, &kept.content))
    }

    pub(super) fn take_mark(&mut self, record: Record, engine: Option<Engine>) -> bool {
        let Some(mark) = Mark::read(&record) else { return self.set_unread(record, Reason::Key, engine) };
        let place = (mark.id, record.line);
        if let Some(marked) = self.marks.get_mut(&place) {
            note(&mut marked.held, engine);
            return false;
        }
        self.marks.insert(place, Marked { mark, held: held(engine) });
        self.obey();
        true
    }

    /// Drops what the marks wipe.
    fn obey(&mut self) {
        let twins = self.twins();
        let (marks, strays) = (&self.marks, &mut self.strays);
        self.kept.retain(|(id, line), kept| {
            let card = super::records::card_of(&kept.content);
            let wiped = wipe::wipes(marks, Some(*id), &|named| card == Some(named));
            if wiped {
                leave(strays, *id, line, twins.contains(id));
            }
            !wiped
        });
        self.quarantine.retain(|record, _| {
            let wiped = wipes_unread(marks, record);
            if wiped {
                strays.push(record.key.clone());
            }
            !wiped
        });
    }

    /// What follows a card without naming it: removals of its entries, and changes of them by a
    /// newer version.
    fn drop_followers(&mut self, card: CardId) {
        let entries: Vec<EntryId> = self
            .events()
            .filter_map(|event| match &event.change {
                Change::SavedEntry { entry, value, .. } if value.card == card => Some(*entry),
                _ => None,
            })
            .collect();
        let elsewhere = |entry: &EntryId| self.cards_of(*entry).any(|of| of != card);
        let mut entries: Vec<EntryId> = entries.iter().filter(|entry| !elsewhere(entry)).copied().collect();
        entries.sort_unstable();
        let strays = &mut self.strays;
        self.kept.retain(|(id, line), kept| {
            let follows = match &kept.content {
                Content::Known(event) | Content::Extended(event) => match event.change.subject() {
                    Subject::Entry(entry) => Some(entry),
                    _ => None,
                },
                Content::Newer { card: None, entry } => *entry,
                _ => None,
            };
            let drop = follows.is_some_and(|entry| entries.binary_search(&entry).is_ok());
            if drop {
                leave(strays, *id, line, true);
            }
            !drop
        });
    }

    /// Drops the damaged texts that only this tab knows to be in the scope: those whose key names
    /// nothing, and those whose record is gone though they do not say of which card they are.
    fn drop_unread(&mut self, scope: Scope) {
        let strays = &mut self.strays;
        let gone = strays.clone();
        self.quarantine.retain(|record, _| {
            let name = record.key.strip_prefix(QUARANTINE_PREFIX);
            let drop = scope == Scope::All
                || gone.iter().any(|gone| match (name, gone.strip_prefix("simgauge:")) {
                    (Some(name), Some(gone)) => name.starts_with(gone),
                    _ => *gone == record.key,
                });
            if drop {
                strays.push(record.key.clone());
            }
            !drop
        });
    }

    /// The identifiers that stand for more than one text.
    fn twins(&self) -> Vec<EventId> {
        let after = self.kept.keys().skip(1);
        self.kept.keys().zip(after).filter(|(one, other)| one.0 == other.0).map(|(one, _)| one.0).collect()
    }

    /// Whether another text of that identifier stands in that store, or is to be written before.
    fn stands_before(&self, id: EventId, line: &str, engine: Engine) -> bool {
        let mut others = self.kept.iter().filter(|((other, text), _)| *other == id && text != line);
        others.any(|((_, text), kept)| kept.held.by(engine) || text.as_str() < line)
    }
}

/// Whether the marks wipe a text that cannot be read: by the identifier in its key, or by a card
/// that it names.
pub(super) fn wipes_unread(marks: &Map<Place, Marked>, record: &Record) -> bool {
    let name = record.key.strip_prefix(QUARANTINE_PREFIX).and_then(|name| name.split_once('.'));
    let key = match name {
        Some((name, _)) => ["simgauge:", name].concat(),
        None => record.key.clone(),
    };
    let names = |card: CardId| {
        let card = card.to_string();
        key.contains(&card) || record.line.contains(&card)
    };
    !marks.is_empty()
        && !key.starts_with(WIPE_PREFIX)
        && wipe::wipes(marks, record::identifier(KEY_PREFIX, &key), &names)
}

/// The copy of a damaged text that is written before its place is healed.
fn set_aside(found: &Record) -> Record {
    let name = found.key.strip_prefix("simgauge:").unwrap_or(&found.key);
    let key = record::twin_key(&[QUARANTINE_PREFIX, name].concat(), &found.line);
    Record { key, line: found.line.clone() }
}

/// The places where a record may stand.
fn leave(strays: &mut Vec<String>, id: EventId, line: &str, twin: bool) {
    let key = record::key(id);
    if twin {
        strays.push(record::twin_key(&key, line));
    }
    strays.push(key);
}
