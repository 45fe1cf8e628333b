//! When a card's plan begins anew by itself, so that what was left is over.

use super::card::Validity;
use super::date::{Date, Timestamp};
use super::entry::Entry;
use super::id::{EntryId, EventId};
use super::ledger::Ledger;
use super::zone::Offsets;

/// When a plan begins anew by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cycle {
    /// Never, as far as anybody said.
    #[default]
    Never,
    /// As that day of each month begins in the zone of the card, 1 to 31; on the last of a month that has
    /// none such.
    Monthly(u8),
    /// At these instants, in order.
    On(Vec<Timestamp>),
    /// Each day, by a clock of its seller's.
    Daily,
}

impl Cycle {
    /// When the period began in which an instant lies, where that is known.
    #[must_use]
    pub fn begun(&self, zone: &Offsets, at: Timestamp) -> Option<Timestamp> {
        self.around(zone, at).0
    }

    /// When each period began after an instant, up to another one; not known of a clock of the seller's.
    #[must_use]
    pub fn begins(&self, zone: &Offsets, from: Timestamp, to: Timestamp) -> Vec<Timestamp> {
        let mut begins = Vec::new();
        let mut at = from;
        while let Some(next) = self.next(zone, at).filter(|next| *next <= to) {
            begins.push(next);
            at = next;
        }
        begins
    }

    /// When the first period after an instant begins, where that is known.
    #[must_use]
    pub fn next(&self, zone: &Offsets, at: Timestamp) -> Option<Timestamp> {
        self.around(zone, at).1
    }

    /// When the period began in which an instant lies, and when the next one does.
    fn around(&self, zone: &Offsets, at: Timestamp) -> (Option<Timestamp>, Option<Timestamp>) {
        let start = |day: Date| zone.start(day);
        match self {
            Self::Never => (None, None),
            Self::Monthly(day) => {
                let (first, next) = month_around(zone.date(at), *day).unzip();
                (first.map(start), next.map(start))
            }
            Self::On(instants) => {
                let next = instants.partition_point(|begun| *begun <= at);
                (next.checked_sub(1).and_then(|begun| instants.get(begun)).copied(), instants.get(next).copied())
            }
            Self::Daily => (Some(start(zone.date(at))), None),
        }
    }
}

/// The last such day of a month up to a date, and the first one after it. A month without that day has it
/// on its last. `None` at the ends of the years there are.
#[must_use]
pub fn month_around(date: Date, day: u8) -> Option<(Date, Date)> {
    let in_month = |month: Date| Date::new(month.year(), month.month(), day).unwrap_or_else(|| month.month_end());
    let this = in_month(date);
    let before = in_month(date.plus_days(-i32::from(date.day()))?);
    let after = in_month(date.month_end().plus_days(1)?);
    Some(if date < this { (before, this) } else { (this, after) })
}

impl Ledger<'_> {
    /// When the card's plan begins anew by itself.
    #[must_use]
    pub fn cycle(&self) -> &Cycle {
        if self.card.day_clock.is_some() { &Cycle::Daily } else { self.calendar() }
    }

    /// The same by the card's own calendar, whatever clock its days have: with each month, from the day that
    /// was named as that of the renewal (else from the first); or with each renewal that was named, unless an
    /// end of the data is known that lies beyond it.
    #[must_use]
    pub fn calendar(&self) -> &Cycle {
        self.calendar.get_or_init(|| {
            if self.card.validity == Validity::CalendarMonth {
                return Cycle::Monthly(self.month_day());
            }
            let renewals = self.renewals();
            if self.last_begun(&renewals).is_none() { Cycle::Never } else { Cycle::On(renewals) }
        })
    }

    /// Whether what is left begins anew by itself after the one and up to the other: with a period, or with a day of a
    /// day plan by its own clock.
    #[must_use]
    pub fn begins_anew(&self, from: Timestamp, to: Timestamp) -> bool {
        let day = self.day.as_ref().is_some_and(|day| day.next(from) <= to);
        day || !self.calendar().begins(&self.zone, from, to).is_empty()
    }

    /// The next charge: what the newest check said that named one, else what the card says; that too where
    /// the day that was said has come and the card names a later one, or where the card corrects it.
    #[must_use]
    pub fn renews(&self, today: Date) -> Option<Date> {
        let said = self.entries.iter().rev().find_map(|&(entry, fact)| self.names(entry, fact));
        self.charge(said.map(|(_, day)| day), today)
    }

    /// When an entry was made that names the next charge, and its day; not where another day was typed on the card since
    /// it was written down, before that one had come, or an earlier one: that corrects it.
    pub(super) fn names(&self, entry: EntryId, fact: &Entry) -> Option<(Timestamp, Date)> {
        let corrects = |(typed, typed_at, own): (EventId, Timestamp, Date), day: Date| {
            own != day && day > own.min(self.zone.date(typed_at)) && self.is_overruled(entry, Some(typed))
        };
        fact.renews().filter(|&(_, day)| !self.typed_charge().is_some_and(|typed| corrects(typed, day)))
    }

    /// The next charge that stands on the card, with the event that typed it, and when that was.
    pub(super) fn typed_charge(&self) -> Option<(EventId, Timestamp, Date)> {
        let typed = self.named.last()?;
        Some((typed.version, Timestamp::from_millis(typed.version.0.millis())?, typed.value?))
    }

    /// The same where checks said that day.
    pub(super) fn charge(&self, said: Option<Date>, today: Date) -> Option<Date> {
        match self.card.renews {
            Some(own) if said.is_none_or(|said| said <= today && said < own) => Some(own),
            _ => said,
        }
    }

    /// The next charge, and whether nobody named it: it follows one that was paid for by hand.
    #[must_use]
    pub fn next_charge(&self, today: Date) -> Option<(Date, bool)> {
        match self.by_hand() {
            Some((paid, _)) => self.follows(paid, today),
            None => Some((self.renews(today)?, false)),
        }
    }

    /// The first renewal after today, from one that came on a day on; and whether nobody named it.
    pub(super) fn follows(&self, came: Date, today: Date) -> Option<(Date, bool)> {
        let (mut day, mut assumed) = (came, false);
        while day <= today {
            (day, assumed) = (self.again(day)?, true);
        }
        Some((day, assumed))
    }
}
