//! The even pace: what would be left if the plan were used evenly from its first day to its last.

use crate::domain::{Bucket, Bytes, Effect, Ledger, Movement, Offsets, Timestamp, Validity};

/// The time that the present plan covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// When it began, as far as that is known: else the first entry.
    pub start: Timestamp,
    /// Midnight at the end of its last day in the card's zone.
    pub end: Timestamp,
}

/// The even pace over a period: nothing is left at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Its corners, in order of time; two of the same time where a top-up lifts it. Straight
    /// between them.
    pub corners: Vec<(Timestamp, Bytes)>,
    /// What should be left now.
    pub now: Bytes,
}

/// The period that `now` lies in, or `None` where nobody said when it ends.
///
/// It begins: as many days before its end as the plan lasts; on the first of the month; else with
/// the first entry.
#[must_use]
pub fn period(ledger: &Ledger<'_>, bucket: Bucket, now: Timestamp, zone: &Offsets) -> Option<Period> {
    let today = zone.date(now);
    let last = ledger.expires(today)?.date;
    let end = zone.end(last);
    let first = ledger.movements(bucket).first().map(Movement::at);
    let said = match ledger.card.validity {
        Validity::CalendarMonth => last.plus_days(1 - i32::from(last.day())),
        Validity::Days { days, .. } => last.plus_days(-i32::from(days)),
        Validity::Unknown | Validity::Until(_) => None,
    };
    let start = said.map(|day| zone.start(day)).filter(|&start| start <= now).or(first)?;
    (start < end).then_some(Period { start, end })
}

/// The even pace of a bucket of data over its period, or `None` where the period or the amount
/// at its beginning is not known.
#[must_use]
pub fn pace(ledger: &Ledger<'_>, bucket: Bucket, now: Timestamp, zone: &Offsets) -> Option<Pace> {
    if ledger.unlimited(bucket) {
        return None;
    }
    let Period { start, end } = period(ledger, bucket, now, zone)?;
    let movements = ledger.movements(bucket);
    let within = || movements.iter().filter(|movement| movement.at() >= start && movement.at() <= now);
    let plan = ledger.card.plan.filter(|_| bucket == Bucket::General).map(|plan| plan.bytes(ledger.card.base));
    // Without a plan, the first that is known in the period; a check that already had less than
    // the plan is no other beginning.
    let (mut at, mut left) = match (plan, within().next()?) {
        (Some(plan), _) => (start, plan),
        (None, Movement::Check(level)) => (level.at, level.left),
        (None, Movement::TopUp { at, added, .. }) => (*at, *added),
    };
    let mut corners = vec![(at, left)];
    for movement in within() {
        let Movement::TopUp { at: then, added, effect, .. } = *movement else { continue };
        if (then, added) == (at, left) {
            continue;
        }
        let even = between((at, left), end, then);
        let lifted = if effect == Effect::Replace { added } else { even.saturating_add(added) };
        corners.extend([(then, even), (then, lifted)]);
        (at, left) = (then, lifted);
    }
    corners.push((end, Bytes(0)));
    Some(Pace { corners, now: between((at, left), end, now) })
}

/// What is left at `then` on the straight line from a corner down to nothing at `end`.
fn between((from, left): (Timestamp, Bytes), end: Timestamp, then: Timestamp) -> Bytes {
    let whole = u128::try_from(end.since(from)).unwrap_or(0);
    let rest = u128::try_from(end.since(then)).unwrap_or(0).min(whole);
    let part = (u128::from(left.0) * rest).checked_div(whole).unwrap_or(0);
    Bytes(u64::try_from(part).unwrap_or(u64::MAX))
}
