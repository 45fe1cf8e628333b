//! What each store lacks, what it must lose, and what a wipe takes away.

use super::held::Engine;
use super::record::{self, KEY_PREFIX, Record};
use super::records::{Journal, Marked, Place, QUARANTINE_PREFIX, Reason, card_of, end, ended, entry_of, held, note};
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

    /// The keys that both stores must lose, and forgets them. Of an entry the first version goes
    /// first: without the last one an earlier would stand again.
    pub fn take_strays(&mut self) -> Vec<String> {
        let mut strays = std::mem::take(&mut self.strays);
        strays.sort_unstable();
        strays
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

    /// When everything was wiped last.
    #[must_use]
    pub fn last_wiped(&self) -> Option<EventId> {
        let marks = self.marks.values().map(|marked| marked.mark);
        marks.filter(|mark| mark.deed == Deed::Wiped && mark.scope == Scope::All).map(|mark| mark.id).next_back()
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
        if mark.deed == Deed::Restored {
            self.ended = Map::new();
        }
        self.obey();
        true
    }

    /// Drops what the marks wipe.
    fn obey(&mut self) {
        let twins = self.twins();
        let (marks, ended, strays) = (&self.marks, &mut self.ended, &mut self.strays);
        self.kept.retain(|(id, line), kept| {
            let card = card_of(&kept.content);
            let wiped = wipe::wipes(marks, Some(*id), &|named| card == Some(named));
            if wiped {
                end(ended, *id, &kept.content);
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
        self.drop_ended();
    }

    /// Drops the versions of entries whose later ones were wiped, and says whether there were any:
    /// an entry that was moved to another card and wiped with it is not back where it came from.
    pub(super) fn drop_ended(&mut self) -> bool {
        if self.ended.is_empty() {
            return false;
        }
        let twins = self.twins();
        let (versions, strays, before) = (&self.ended, &mut self.strays, self.kept.len());
        self.kept.retain(|(id, line), kept| {
            let drop = ended(versions, *id, &kept.content);
            if drop {
                leave(strays, *id, line, twins.contains(id));
            }
            !drop
        });
        self.kept.len() < before
    }

    /// What follows a card without naming it: removals of its entries, and changes of them by a
    /// newer version. An entry belongs to the card that its last version names.
    fn drop_followers(&mut self, card: CardId) {
        let named = |content: &Content| entry_of(content).zip(card_of(content));
        let mut owners: Map<EntryId, CardId> = Map::new();
        // Of several of one entry the first that comes stays.
        owners.extend(self.kept.values().rev().filter_map(|kept| named(&kept.content)));
        let strays = &mut self.strays;
        self.kept.retain(|(id, line), kept| {
            let entry = entry_of(&kept.content).filter(|_| card_of(&kept.content).is_none());
            let drop = entry.is_some_and(|entry| owners.get(&entry) == Some(&card));
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
        let mut gone = strays.clone();
        gone.sort_unstable();
        let is_gone = |key: &str| gone.binary_search_by(|gone| gone.as_str().cmp(key)).is_ok();
        self.quarantine.retain(|record, _| {
            // What was set aside has the name of its place, and its sum behind a point.
            let place = record.key.strip_prefix(QUARANTINE_PREFIX).map(|name| ["simgauge:", name].concat());
            let set_aside = |place: &str| {
                let ends = place.match_indices('.').map(|(end, _)| end);
                ends.chain([place.len()]).any(|end| place.get(..end).is_some_and(is_gone))
            };
            let drop = scope == Scope::All || is_gone(&record.key) || place.is_some_and(|place| set_aside(&place));
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
        // The search for a text within another is 1,800 bytes that nothing else needs before the gauge.
        let within = |text: &str| text.as_bytes().windows(card.len()).any(|part| part == card.as_bytes());
        within(&key) || within(&record.line)
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
