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
    /// At these instants, in order.
    On(Vec<Timestamp>),
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
            Self::On(instants) => instants.get(instants.partition_point(|begun| *begun <= at).checked_sub(1)?).copied(),
            Self::Daily => Some(zone.start(zone.date(at))),
        }
    }

    /// When the next period after an instant begins; not known of a clock of the seller's.
    #[must_use]
    pub fn next(&self, zone: &Offsets, at: Timestamp) -> Option<Timestamp> {
        match self {
            Self::Monthly(day) => Some(zone.start(month_around(zone.date(at), *day)?.1)),
            Self::On(instants) => instants.get(instants.partition_point(|next| *next <= at)).copied(),
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
            if renewals.is_empty() { Cycle::Never } else { Cycle::On(renewals) }
        })
    }

    /// The next charge: what the newest check said that named one, else what the card says; that too where
    /// the day that was said has come and the card names a later one.
    #[must_use]
    pub fn renews(&self, today: Date) -> Option<Date> {
        self.charge(self.checks().rev().find_map(|(.., check)| check.renews), today)
    }

    /// The same where checks said that day.
    pub(super) fn charge(&self, said: Option<Date>, today: Date) -> Option<Date> {
        match self.card.renews {
            Some(own) if said.is_none_or(|said| said <= today && said < own) => Some(own),
            _ => said,
        }
    }

    /// The day of the month on which it renews. The last of a shorter month stands for the day that was
    /// named before.
    fn month_day(&self) -> u8 {
        let named = self.card.renews.into_iter().chain(self.checks().filter_map(|(.., check)| check.renews));
        named.fold(1, |day, date| if date == date.month_end() { day.max(date.day()) } else { date.day() })
    }

    /// When each renewal came, or comes, that was named.
    ///
    /// A renewal comes as its day begins, but not on a day on which a check still names it, unless a later
    /// check of that day names another. One that had not come yet when another was named was none.
    fn renewals(&self) -> Vec<Timestamp> {
        let plain = |day: Date| (day, self.zone.start(day));
        let mut named: Vec<(Date, Timestamp)> = self.card.renews.map(plain).into_iter().collect();
        for (_, at, check) in self.checks() {
            let Some(day) = check.renews else { continue };
            let made = self.zone.date(at);
            while named.last().is_some_and(|(last, _)| *last > made) {
                named.pop();
            }
            let still = if day <= made { self.zone.end(made) } else { self.zone.start(day) };
            match named.last_mut() {
                Some((last, comes)) if *last == day => *comes = still,
                Some((last, _)) if *last > day => {}
                last => {
                    if let Some((_, comes)) = last {
                        *comes = at.min(*comes);
                    }
                    named.push((day, still));
                }
            }
        }
        let newest = named.last().copied();
        let later = self.card.renews.filter(|own| newest.is_some_and(|(last, _)| last < *own)).map(plain);
        named.extend(later.zip(newest).map(|((own, comes), (_, before))| (own, comes.max(before))));
        let instants: Vec<Timestamp> = named.iter().map(|(_, comes)| *comes).collect();
        let ends = self.ends_before(&instants, &self.zone, |period, said, today| self.data_end(period, said, today));
        let mut renewals: Vec<Timestamp> = Vec::new();
        for ((day, comes), end) in named.into_iter().zip(ends) {
            // Of a card that is good for longer a fee is taken, and nothing begins anew.
            let comes = match end {
                Some(end) if end.date > day => continue,
                Some(end) if end.date == day => comes.max(self.zone.end(day)),
                _ => comes,
            };
            if renewals.last().is_none_or(|last| *last < comes) {
                renewals.push(comes);
            }
        }
        renewals
    }
}
