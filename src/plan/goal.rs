//! The day through which a card should last, as its owner set it (the flight home), and what comes before
//! it. Every question about that day is answered from here.

use super::keep::Countdown;
use crate::domain::{Date, Ledger, Offsets, Then, Timestamp};
use crate::forecast::Outlook;

/// The day through which a card should last, where it is not over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goal {
    /// That day.
    pub needed: Countdown,
    /// How far what is in use can reach.
    pub reach: Reach,
    /// Until when what is in use has to last: the end of that day, or of what comes first.
    until: Timestamp,
}

/// How far what is in use can reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// To the end of that day.
    Whole,
    /// Only to its own last day, which comes before.
    Ends(Countdown),
    /// To the renewal, which comes before: then there is new data by itself.
    Renews,
    /// To the turn of a queued top-up, which comes before: how long that lasts is not known yet.
    Queued,
}

/// The day that was set for a card; `None` where none was or it is past. What begins anew each day reaches every day to
/// its end: of such a card only one that lies behind that.
#[must_use]
pub fn goal(ledger: &Ledger<'_>, now: Timestamp, zone: &Offsets) -> Option<Goal> {
    let today = zone.date(now);
    let date = ledger.card.needed_until.filter(|&date| date >= today)?;
    let daily = ledger.card.day_clock.is_some();
    let end = ledger.expires(today).filter(|end| !daily || end.then == Then::Over);
    let end = end.map(|end| end.date).filter(|&end| end < date);
    let ends = end.map(|end| zone.end(end));
    let whole = zone.end(date);
    let next = ledger.calendar().next(zone, now).filter(|_| !daily);
    let renews = next.filter(|&at| at < whole && ends.is_none_or(|ends| at <= ends));
    let (reach, until) = match (end, renews) {
        _ if ledger.waiting().first().and_then(|next| next.from).is_some_and(|from| from <= date) => {
            (Reach::Queued, whole)
        }
        (_, Some(renews)) => (Reach::Renews, renews),
        (Some(end), None) => (Reach::Ends(Countdown::of(end, today)), zone.end(end)),
        (None, None) => (Reach::Whole, whole),
    };
    (!daily || matches!(reach, Reach::Ends(_))).then(|| Goal { needed: Countdown::of(date, today), reach, until })
}

/// The last day that what is in use is to be spread over: the one that was set, where it reaches that, else
/// its own. `None` where neither is known.
#[must_use]
pub fn last_day(ledger: &Ledger<'_>, now: Timestamp, zone: &Offsets) -> Option<Date> {
    let set = goal(ledger, now, zone).filter(|goal| goal.reach == Reach::Whole);
    set.map(|goal| goal.needed.date).or_else(|| Some(ledger.expires(zone.date(now))?.date))
}

impl Goal {
    /// The chance that what is in use lasts as far as it can reach; `None` where that cannot be told, and where
    /// nothing is left that could.
    #[must_use]
    pub fn lasts(&self, outlook: &Outlook) -> Option<f64> {
        match outlook {
            _ if self.reach == Reach::Queued => None,
            // Of what is over there is no chance.
            _ if matches!(self.reach, Reach::Ends(end) if end.days < 0) => None,
            Outlook::Known(known) => Some(1.0 - known.chance_by(self.until)),
            Outlook::Empty { .. } | Outlook::NotEnough(_) => None,
        }
    }
}
