//! Plans that give so much each day: when the present day of the plan began and ends. Its clock is
//! the plan's own, apart from the card's zone.

use crate::domain::{Bucket, Bytes, DAY_MS, DayClock, Effect, Ledger, Moment, Movement, Timestamp};

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

/// The present day of a card's day plan; `None` where it is no day plan. Where days
/// are of 24 hours from a first use of which nobody said when it was, no check tells at what hour they begin:
/// only what is less than 24 hours old can be of the present one, and only for 24 hours after the first look at that.
#[must_use]
pub fn plan_day(ledger: &Ledger<'_>, moment: &Moment) -> Option<PlanDay> {
    let (now, clock) = (moment.now, ledger.card.day_clock.as_ref()?);
    let (start, end) = match clock {
        DayClock::FirstUse(None) => (now.plus(1 - DAY_MS), None),
        DayClock::Midnight(zone) => {
            (moment.offsets(zone).start(moment.today(zone)), Some(clock.turn(moment).next(now)))
        }
        DayClock::FirstUse(Some(_)) => {
            let end = clock.turn(moment).next(now);
            (end.plus(-DAY_MS), Some(end))
        }
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
    // What was found a day after the first look at its day may be of the next one, of which nobody has seen anything.
    let first = || day_starts(ledger, moment).pop().or(ledger.movements(Bucket::General).first().map(Movement::at));
    let over = matches!(clock, DayClock::FirstUse(None)) && first().is_some_and(|first| now.since(first) >= DAY_MS);
    Some(PlanDay { start, end, gives, left: left.filter(|_| !over) })
}

/// When each day of a card's day plan began, after its first entry and up to now: what is left begins
/// anew then. Where nobody said when the plan was first used, the moments by which one must have begun: 24 hours
/// after what was last found or came, and as a check finds more than there was. None where it is no day plan.
#[must_use]
pub fn day_starts(ledger: &Ledger<'_>, moment: &Moment) -> Vec<Timestamp> {
    let (now, movements) = (moment.now, ledger.movements(Bucket::General));
    let Some(clock) = &ledger.card.day_clock else { return Vec::new() };
    let (turn, mut starts, mut last) = (clock.turn(moment), Vec::new(), None);
    for movement in movements.iter().map(Some).chain([None]) {
        let to = movement.map_or(now, Movement::at).min(now);
        if let Some((from, before)) = last.replace((to, movement)) {
            let (mut at, known) = (turn.next(from), starts.len());
            let rose = matches!(
                (before, movement),
                (Some(Movement::Check(before)), Some(Movement::Check(after))) if after.left > before.left
            );
            while at <= to && at < Timestamp::MAX {
                // With the first use nothing begins anew, unless there is more than before it.
                if rose || *clock != DayClock::FirstUse(Some(at)) {
                    starts.push(at);
                }
                at = turn.next(at);
            }
            // A day that gives more than was left began between the two.
            let unsaid = *clock == DayClock::FirstUse(None);
            if rose && unsaid && known == starts.len() && movement.is_some_and(|after| after.at() == to) {
                starts.push(to);
            }
        }
    }
    starts
}
