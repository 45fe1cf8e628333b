//! When a card's plan begins anew by itself, so that what was left is over.

use super::card::Validity;
use super::date::{Date, Timestamp};
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
    /// Each day, by a clock of its seller's.
    Daily,
}

impl Cycle {
    /// When the period began in which an instant lies, where that is known.
    #[must_use]
    pub fn begun(&self, zone: &Offsets, at: Timestamp) -> Option<Timestamp> {
        match self {
            Self::Never => None,
            Self::Monthly(day) => Some(zone.start(month_around(zone.date(at), *day)?.0)),
            Self::Daily => Some(zone.start(zone.date(at))),
        }
    }

    /// When the next period after an instant begins; not known of a clock of the seller's.
    #[must_use]
    pub fn next(&self, zone: &Offsets, at: Timestamp) -> Option<Timestamp> {
        match self {
            Self::Monthly(day) => Some(zone.start(month_around(zone.date(at), *day)?.1)),
            Self::Never | Self::Daily => None,
        }
    }

    /// Whether another period may begin between two instants: a day of its seller's may, within one of
    /// the card's.
    #[must_use]
    pub fn begins(&self, zone: &Offsets, from: Timestamp, to: Timestamp) -> bool {
        *self == Self::Daily || self.begun(zone, from) != self.begun(zone, to)
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

    /// The same by the card's own calendar, whatever clock its days have.
    #[must_use]
    pub fn calendar(&self) -> &Cycle {
        if self.card.validity == Validity::CalendarMonth { &Cycle::Monthly(1) } else { &Cycle::Never }
    }
}
