//! Plans that give so much each day: when the present day of the plan began and ends. Its clock is
//! the plan's own, apart from the card's zone.

use crate::domain::{Bucket, Bytes, DAY_MS, DayClock, Effect, Ledger, Moment, Movement, Offsets, Timestamp};

/// The present day of a day plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanDay {
    /// When it began; where nobody said when the plan was first used, the earliest that it can have begun.
    pub start: Timestamp,
    /// When the next one begins; `None` where nobody said when the plan was first used.
    pub end: Option<Timestamp>,
    /// What each day gives.
    pub gives: Option<Bytes>,
    /// What is left of this day's data; `None` where no check of this day says so, and no top-up
    /// that came in the place of it.
    pub left: Option<Bytes>,
}

/// The present day of a card's day plan; `None` where it is no day plan, or was not in use yet. Where days
/// are of 24 hours from a first use of which nobody said when it was, no check tells at what hour they begin:
/// only what is less than 24 hours old can be of the present one.
#[must_use]
pub fn plan_day(ledger: &Ledger<'_>, moment: &Moment) -> Option<PlanDay> {
    let now = moment.now;
    let (start, end) = match ledger.card.day_clock.as_ref()? {
        DayClock::Midnight(zone) => {
            let (start, end) = midnights(moment.offsets(zone), now);
            (start, Some(end))
        }
        &DayClock::FirstUse(Some(first)) if first > now => return None,
        &DayClock::FirstUse(Some(first)) => {
            let start = from_first_use(first, now);
            (start, Some(start.plus(DAY_MS)))
        }
        DayClock::FirstUse(None) => (now.plus(1 - DAY_MS), None),
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
/// anew then. Where nobody said when the plan was first used, the moments by which one must have begun: 24 hours
/// after what was last found or came, and as a check finds more than there was. None where it is no day plan.
#[must_use]
pub fn day_starts(ledger: &Ledger<'_>, moment: &Moment) -> Vec<Timestamp> {
    let now = moment.now;
    let Some(clock) = ledger.card.day_clock.as_ref() else { return Vec::new() };
    let movements = ledger.movements(Bucket::General);
    let Some(first) = movements.first().map(Movement::at).filter(|&first| first <= now) else { return Vec::new() };
    let every = |from: Timestamp, to: Timestamp| {
        let next = move |at: &Timestamp| Some(at.plus(DAY_MS)).filter(|next| *next <= to && next > at);
        std::iter::successors(next(&from), next)
    };
    match clock {
        DayClock::Midnight(zone) => {
            let zone = moment.offsets(zone);
            let next = |at: Timestamp| Some(midnights(zone, at).1).filter(|next| *next <= now && *next > at);
            std::iter::successors(next(first), |&at| next(at)).collect()
        }
        &DayClock::FirstUse(Some(used)) if used > now => Vec::new(),
        &DayClock::FirstUse(Some(used)) => every(from_first_use(used, first.max(used)), now).collect(),
        DayClock::FirstUse(None) => {
            let (mut starts, mut last) = (Vec::new(), None::<(Timestamp, Option<Bytes>)>);
            for movement in movements.iter().filter(|movement| movement.at() <= now) {
                let at = movement.at();
                if let Some((before, left)) = last {
                    starts.extend(every(before, at));
                    let rose = matches!(movement, Movement::Check(level) if left.is_some_and(|left| level.left > left));
                    if rose && starts.last() != Some(&at) {
                        starts.push(at);
                    }
                }
                let left = if let Movement::Check(level) = movement { Some(level.left) } else { None };
                last = Some((at, left));
            }
            starts.extend(last.into_iter().flat_map(|(before, _)| every(before, now)));
            starts
        }
    }
}

fn midnights(zone: &Offsets, now: Timestamp) -> (Timestamp, Timestamp) {
    let today = zone.date(now);
    (zone.start(today), zone.end(today))
}

/// When the day began that is under way then.
fn from_first_use(first: Timestamp, then: Timestamp) -> Timestamp {
    first.plus(then.since(first).div_euclid(DAY_MS) * DAY_MS)
}
