//! What taking another journal in would change, so that a person sees it before it is done.
//!
//! Taking in is the union and nothing else: every change of both stays in the history, and the one
//! that comes last in order of identifier stands.

use super::event::Subject;
use super::record::{KEY_PREFIX, Record, identifier};
use super::records::{Journal, record_of};
use super::wipe::Scope;
use crate::domain::{DAY_MS, EventId, Map, Timestamp};

/// The longest line that is taken in, in bytes: four times what the longest reply needs.
const MAX_LINE: usize = 65_536;
/// How far ahead of this device's clock another's may be, in milliseconds: a year. All coming
/// changes are named above the largest, so one from far ahead would leave them no names.
const AHEAD_MS: i64 = 366 * DAY_MS;

/// What taking a journal in would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    /// The records that would be written, in order.
    pub records: Vec<Record>,
    /// What would look different afterwards, or was changed on both sides.
    pub differences: Vec<Difference>,
    /// How many records of the other were wiped here: they come back only where the person agrees.
    pub wiped: usize,
    /// How many records of the other are not taken: unreadable, or impossible.
    pub left_out: usize,
}

/// What becomes of one card, one entry or the pin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Of what.
    pub subject: Subject,
    /// What.
    pub how: How,
}

/// How something would be different.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum How {
    /// It is not here.
    New,
    /// The other knows the version here and changed it.
    Changed,
    /// The other knows the version here and removed it.
    Removed,
    /// Both sides changed it without knowing of one another, and the other's change is the later
    /// one and stands.
    TheirsStands,
    /// Both sides changed it without knowing of one another, and the change here is the later one
    /// and stands.
    OursStands,
}

impl Journal {
    /// What taking `other` in would do, at a moment; `back` is whether what was wiped here comes back.
    #[must_use]
    pub fn compare(&self, other: &Self, now: Timestamp, back: bool) -> Merge {
        let (ours, theirs) = (self.places(), other.places());
        let missing = other.missing_from(self);
        let left_out = missing.len() + other.quarantined().count();
        let latest = now.plus(AHEAD_MS).millis();
        let mut before = None;
        let possible = |record: &Record| {
            // One key holds one line: a second text under a key stays outside.
            let id = identifier(KEY_PREFIX, &record.key).filter(|id| id.0.millis() <= latest && !ours.has(*id));
            let first = id.is_some() && std::mem::replace(&mut before, id) != id;
            first && record.line.len() <= MAX_LINE
        };
        let mut records: Vec<Record> = missing.into_iter().filter(possible).collect();
        let left_out = left_out - records.len();
        let stands = self.unwiped(&records);
        let wiped = records.len() - stands.len();
        let mut union = self.clone();
        match (wiped, back, self.largest_id()) {
            (0, ..) => {}
            (_, true, Some(largest)) => {
                union.take(Self::restored(EventId(largest.plus(1)), Scope::All));
            }
            _ => records = stands,
        }
        let taken = Self::load(records.iter().cloned());
        let changes = taken.places().last;
        union.union(taken);
        let after = union.fold();
        let lives = |subject| match subject {
            Subject::Card(card) => after.cards.contains_key(&card),
            Subject::Entry(entry) => after.entries.contains_key(&entry),
            Subject::Pattern(pattern) => after.patterns.contains_key(&pattern),
            Subject::Report(report) => after.reports.contains_key(&report),
            Subject::Pin => true,
        };
        let how = |subject: Subject, change: EventId| match ours.last.get(&subject) {
            None => lives(subject).then_some(How::New),
            // Their last word on it was heard here, and what comes now lies before it.
            Some(_) if theirs.last.get(&subject).is_some_and(|last| ours.has(*last)) => None,
            Some(&ours) if theirs.has(ours) || subject == Subject::Pin => {
                (change > ours).then_some(if lives(subject) { How::Changed } else { How::Removed })
            }
            Some(&ours) => Some(if change > ours { How::TheirsStands } else { How::OursStands }),
        };
        let found = |(&subject, &change)| how(subject, change).map(|how| Difference { subject, how });
        let differences = changes.iter().filter_map(found).collect();
        Merge { records, differences, wiped, left_out }
    }

    /// Those of some readable records that no mark wipes.
    fn unwiped(&self, records: &[Record]) -> Vec<Record> {
        if self.marks.is_empty() {
            return records.to_vec();
        }
        let mut alone = Self { marks: self.marks.clone(), ended: self.ended.clone(), ..Self::default() };
        alone.take_all(records.to_vec(), None);
        alone.kept.keys().map(record_of).collect()
    }

    fn places(&self) -> Places {
        let mut places = Places { events: self.ids().collect(), last: Map::new() };
        for event in self.events() {
            places.last.insert(event.change.subject(), event.id);
        }
        places
    }
}

/// Which events there are, and the last of each subject.
struct Places {
    /// In order.
    events: Vec<EventId>,
    last: Map<Subject, EventId>,
}

impl Places {
    fn has(&self, id: EventId) -> bool {
        self.events.binary_search(&id).is_ok()
    }
}
