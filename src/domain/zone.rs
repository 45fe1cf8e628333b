//! Zones: a name to ask the platform with, and the offsets it answered.
//!
//! No zone database here: the platform reads the offsets from the browser.

use super::amount::Bytes;
use super::convert::part_of;
use super::date::{DAY_MS, Date, Timestamp};
use std::fmt;

/// Of each day so much from midnight on is the night, in which next to nothing is used.
const NIGHT_MS: i64 = DAY_MS / 4;

/// The name of a zone, such as `America/New_York`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ZoneName(String);

impl ZoneName {
    /// Accepts letters, digits and `/_+-`, at most 40 of them; the platform decides whether there
    /// is such a zone.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let fits = |b: u8| b.is_ascii_alphanumeric() || b"/_+-".contains(&b);
        (!text.is_empty() && text.len() <= 40 && text.bytes().all(fits)).then(|| Self(text.to_owned()))
    }

    /// The zone to fall back on where nobody names one.
    #[must_use]
    pub fn utc() -> Self {
        Self("UTC".to_owned())
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ZoneName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A zone's offsets from UTC over the years around now, with their transitions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offsets {
    first: i32,
    later: Vec<(Timestamp, i32)>,
}

impl Offsets {
    /// No offset at all.
    pub const UTC: Self = Self { first: 0, later: Vec::new() };

    /// `first` minutes east of UTC until the first transition, then as each transition says.
    /// Offsets beyond ±18 hours are taken as 0, and transitions are put in order.
    #[must_use]
    pub fn new(first: i32, mut later: Vec<(Timestamp, i32)>) -> Self {
        let sane = |minutes: i32| if minutes.abs() <= 18 * 60 { minutes } else { 0 };
        later.sort_unstable_by_key(|change| change.0);
        for change in &mut later {
            change.1 = sane(change.1);
        }
        Self { first: sane(first), later }
    }

    /// A zone that never changes, `minutes` east of UTC.
    #[must_use]
    pub fn fixed(minutes: i32) -> Self {
        Self::new(minutes, Vec::new())
    }

    /// Minutes east of UTC at that instant.
    #[must_use]
    pub fn at(&self, instant: Timestamp) -> i32 {
        let passed = self.later.partition_point(|change| change.0 <= instant);
        passed.checked_sub(1).and_then(|i| self.later.get(i)).map_or(self.first, |change| change.1)
    }

    /// Each change of the clock with the offsets before and after it, in order; nothing where it does not
    /// change.
    pub fn changes(&self) -> impl Iterator<Item = (Timestamp, i32, i32)> {
        let before = std::iter::once(self.first).chain(self.later.iter().map(|change| change.1));
        self.later.iter().zip(before).map(|(change, before)| (change.0, before, change.1))
    }

    /// The part of an amount that was used between two instants and falls after a third within them: by the time from
    /// six in the morning to midnight, since who sleeps uses next to nothing; by all time where there is none of that.
    /// The part before it is the rest, to the byte.
    #[must_use]
    pub fn used_after(&self, amount: Bytes, (from, to): (Timestamp, Timestamp), then: Timestamp) -> Bytes {
        let awake = |at: Timestamp| {
            let local = at.millis() + i64::from(self.at(at)) * 60_000;
            local.div_euclid(DAY_MS) * (DAY_MS - NIGHT_MS) + (local.rem_euclid(DAY_MS) - NIGHT_MS).max(0)
        };
        let (part, whole) = (awake(to) - awake(then), awake(to) - awake(from));
        let (part, whole) = if whole > 0 { (part, whole) } else { (to.since(then), to.since(from)) };
        Bytes(part_of(amount.0, part, whole).min(amount.0))
    }

    /// Minutes east of UTC before the first change.
    #[must_use]
    pub const fn first(&self) -> i32 {
        self.first
    }

    /// The day and the minute of the day (0 to 1439) that a clock in this zone shows.
    #[must_use]
    pub fn local(&self, instant: Timestamp) -> (Date, u16) {
        let wall = instant.millis() + i64::from(self.at(instant)) * 60_000;
        let days = i32::try_from(wall.div_euclid(DAY_MS)).unwrap_or(0);
        let minute = u16::try_from(wall.rem_euclid(DAY_MS) / 60_000).unwrap_or(0);
        let nearest = if days < Date::FIRST.epoch_days() { Date::FIRST } else { Date::LAST };
        (Date::from_epoch_days(days).unwrap_or(nearest), minute)
    }

    /// The day that a calendar in this zone shows.
    #[must_use]
    pub fn date(&self, instant: Timestamp) -> Date {
        self.local(instant).0
    }

    /// The instant at which a clock in this zone shows that minute of that day. A time that the
    /// clock skips is taken as the instant it jumps; one that it shows twice, as the first.
    #[must_use]
    pub fn instant(&self, date: Date, minute: u16) -> Timestamp {
        let wall = i64::from(date.epoch_days()) * DAY_MS + i64::from(minute) * 60_000;
        let at = |offset: i32| Timestamp::MIN.plus(wall - i64::from(offset) * 60_000 - Timestamp::MIN.millis());
        // The offset before a transition is the larger or smaller one; try what holds at the guess.
        let early = self.at(at(0).plus(-DAY_MS));
        let guess = at(early);
        if self.at(guess) == early {
            return guess;
        }
        let late = at(self.at(guess));
        if self.at(late) == self.at(guess) {
            return late;
        }
        // Skipped by the clock: the transition itself.
        self.later.iter().map(|change| change.0).find(|&t| t > late && t <= guess).unwrap_or(guess)
    }

    /// Midnight at the start of that day.
    #[must_use]
    pub fn start(&self, date: Date) -> Timestamp {
        self.instant(date, 0)
    }

    /// Midnight at the end of that day: a card that expires on a date lives until here.
    #[must_use]
    pub fn end(&self, date: Date) -> Timestamp {
        date.plus_days(1).map_or(Timestamp::MAX, |next| self.start(next))
    }
}
