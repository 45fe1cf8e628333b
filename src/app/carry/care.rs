//! What is remembered on this device about its backups, and when to remind.

use crate::domain::{DAY_MS, EventId, Timestamp};
use crate::journal::Journal;

/// After so many days without a backup there is a reminder, if anything changed.
const AGE_DAYS: i64 = 14;
/// After so many changes there is one at once.
const CHANGES: usize = 30;
/// For somebody who never made one, both come earlier.
const FIRST_DAYS: i64 = 5;
const FIRST_CHANGES: usize = 8;
/// A reminder that was put off comes back after so many days.
const LATER_DAYS: i64 = 3;
/// A browser that refused to promise is not asked by itself again for so many days.
const ASKED_DAYS: i64 = 30;

/// What is remembered on this device about its backups.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Care {
    /// When the last backup was handed over, and the last event in it.
    pub backup: Option<(Timestamp, Option<EventId>)>,
    /// When the reminder was put off.
    pub postponed: Option<Timestamp>,
    /// When the browser was last asked to keep what is stored.
    pub asked: Option<Timestamp>,
}

impl Care {
    /// As a text for the device: `1796400000000 01KB… - 1796400000000`.
    #[must_use]
    pub fn text(&self) -> String {
        let time = |at: Option<Timestamp>| at.map_or_else(|| "-".to_owned(), |at| at.millis().to_string());
        let last = self.backup.and_then(|backup| backup.1).map_or_else(|| "-".to_owned(), |last| last.to_string());
        [time(self.backup.map(|backup| backup.0)), last, time(self.postponed), time(self.asked)].join(" ")
    }

    /// Reads what [`Care::text`] wrote; what cannot be read was never done.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut words = text.split(' ');
        let mut word = || words.next().unwrap_or_default();
        let time = |word: &str| word.parse().ok().and_then(Timestamp::from_millis);
        let (at, last) = (time(word()), EventId::parse(word()));
        Self { backup: at.map(|at| (at, last)), postponed: time(word()), asked: time(word()) }
    }

    /// How many changes are in no backup made here.
    #[must_use]
    pub fn changes_since(&self, journal: &Journal) -> usize {
        let last = self.backup.and_then(|backup| backup.1);
        journal.events().rev().take_while(|event| last.is_none_or(|last| event.id > last)).count()
    }

    /// Whether to remind of a backup now.
    #[must_use]
    pub fn is_due(&self, journal: &Journal, now: Timestamp) -> bool {
        let within = |at: Option<Timestamp>, days: i64| at.is_some_and(|at| now.since(at) < days * DAY_MS);
        let changes = self.changes_since(journal);
        if changes == 0 || within(self.postponed, LATER_DAYS) {
            return false;
        }
        let first = || journal.events().next().and_then(|event| Timestamp::from_millis(event.id.0.millis()));
        match self.backup {
            Some((at, _)) => changes >= CHANGES || !within(Some(at), AGE_DAYS),
            None => changes >= FIRST_CHANGES || !within(first(), FIRST_DAYS),
        }
    }

    /// Whether the browser may be asked by itself to keep what is stored.
    #[must_use]
    pub fn may_ask(&self, now: Timestamp) -> bool {
        self.asked.is_none_or(|at| now.since(at) >= ASKED_DAYS * DAY_MS)
    }
}
