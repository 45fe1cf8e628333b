//! Plans that give so much each day: when the present day of the plan began and ends. Its clock is
//! the plan's own, apart from the card's zone.

use crate::domain::{Bucket, Bytes, DAY_MS, DayClock, Effect, Ledger, Moment, Movement, Offsets, Timestamp};

/// The present day of a day plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanDay {
    /// When it began.
    pub start: Timestamp,
    /// When the next one begins.
    pub end: Timestamp,
    /// What each day gives.
    pub gives: Option<Bytes>,
    /// What is left of this day's data; `None` where no check of this day says so, and no top-up
    /// that came in the place of it.
    pub left: Option<Bytes>,
}

/// The present day of a card's day plan; `None` where it is no day plan, or where nothing shows when
/// it was first used. Days of 24 hours from the first use count from the first check: earlier use is
/// not known, and the day can only have begun before.
#[must_use]
pub fn plan_day(ledger: &Ledger<'_>, moment: &Moment) -> Option<PlanDay> {
    let now = moment.now;
    let (start, end) = match ledger.card.day_clock.as_ref()? {
        DayClock::Midnight(zone) => midnights(moment.offsets(zone), now),
        DayClock::FirstUse => from_first_use(first_use(ledger, now)?, now),
    };
    let gives = ledger.card.plan.map(|plan| plan.bytes(ledger.card.base));
    let of_today = |movement: &Movement| movement.at() >= start && movement.at() <= now;
    let mut left = None;
    for movement in ledger.movements(Bucket::General).iter().filter(|movement| of_today(movement)) {
        left = match *movement {
            Movement::Check(level) => Some(level.left),
            Movement::TopUp { added, effect: Effect::Replace, .. } => Some(added),
            Movement::TopUp { added, .. } => left.map(|left: Bytes| left.saturating_add(added)),
        };
    }
    Some(PlanDay { start, end, gives, left })
}

/// When each day of a card's day plan began, after its first entry and up to now: what is left begins
/// anew then. None where it is no day plan.
#[must_use]
pub fn day_starts(ledger: &Ledger<'_>, moment: &Moment) -> Vec<Timestamp> {
    let now = moment.now;
    let first = ledger.movements(Bucket::General).first().map(Movement::at).filter(|&first| first <= now);
    let (Some(first), Some(clock)) = (first, ledger.card.day_clock.as_ref()) else { return Vec::new() };
    let next = |at: Timestamp| match clock {
        DayClock::Midnight(zone) => midnights(moment.offsets(zone), at).1,
        DayClock::FirstUse => at.plus(DAY_MS),
    };
    let begun = match clock {
        DayClock::Midnight(_) => Some(first),
        DayClock::FirstUse => first_use(ledger, now),
    };
    let up_to_now = |at: &Timestamp| *at <= now;
    let starts = std::iter::successors(begun.map(next).filter(up_to_now), |&at| Some(next(at)).filter(up_to_now));
    starts.filter(|&at| at > first).collect()
}

fn midnights(zone: &Offsets, now: Timestamp) -> (Timestamp, Timestamp) {
    let today = zone.date(now);
    (zone.start(today), zone.end(today))
}

fn from_first_use(first: Timestamp, now: Timestamp) -> (Timestamp, Timestamp) {
    let start = first.plus(now.since(first).div_euclid(DAY_MS) * DAY_MS);
    (start, start.plus(DAY_MS))
}

fn first_use(ledger: &Ledger<'_>, now: Timestamp) -> Option<Timestamp> {
    ledger.checks().map(|(_, at, _)| at).next().filter(|&at| at <= now)
}
