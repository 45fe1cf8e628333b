//! What is left now, and whether that is little: one answer for the gauge and for what wants
//! attention.

use crate::domain::convert::unsigned;
use crate::domain::{Bucket, Bytes, DAY_MS, Effect, Ledger, Movement, Offsets, Timestamp};
use crate::forecast::{Basis, Outlook};

/// From this age of a check on, in ms (a day), it is enough that something was rather used than not, and another
/// check comes before any payment.
pub(super) const STALE_MS: i64 = DAY_MS;

/// What is likely left now of a bucket of data, where something noticeable was used since its last check (or what
/// came in its place since): with a chance of one in ten less than the first, in one of two less than the second,
/// and in one of ten more than the third. `None` where the check still stands, nothing can be foretold, or it is over.
///
/// Noticeable is more than the check's own rounding and a fiftieth of what it found. It is taken for used where that
/// is so with a chance of 90 %; of 50 % where the check is old, or where that is all there was. What came out of the
/// queue by itself was never checked, and is an estimate from the first. After a renewal that nobody has seen it goes
/// by what the plan gives, where use was learned before.
#[must_use]
pub fn estimate(
    ledger: &Ledger<'_>,
    bucket: Bucket,
    outlook: &Outlook,
    now: Timestamp,
    zone: &Offsets,
) -> Option<(Bytes, Bytes, Bytes)> {
    let known = ledger.remaining(bucket)?;
    let Outlook::Known(forecast) = outlook else { return None };
    let left = |p: f64| Bytes(unsigned(forecast.left_now(p)));
    // Of a new period that nobody has seen it is what the plan gave, used as was learned before; a day is too short.
    let unseen = forecast.is_unseen();
    if unseen && (forecast.basis() == Basis::Plan || ledger.card.day_clock.is_some()) {
        return None;
    }
    let (had, since, rounding) = match unseen {
        true => (Bytes(unsigned(forecast.left_at(forecast.since(), 0.5))), forecast.since(), 0),
        false => (known.left, known.since, known.rounding.0),
    };
    let stands = had.saturating_sub(Bytes(rounding.max(had.0 / 50)));
    let (middle, most) = (left(0.5), left(0.9));
    let old = now.since(since) > STALE_MS;
    let used = most < stands || middle.0 == 0 || old && middle < stands || known.begun.is_some();
    (used && !is_over(ledger, now, zone)).then(|| (left(0.1), middle, most))
}

/// What there is at most of a period that began then, of which nobody has seen anything yet: what the plan gives, and
/// what came on top of it or in its place. `None` where nobody said what it gives.
#[must_use]
pub fn most(ledger: &Ledger<'_>, begun: Timestamp) -> Option<Bytes> {
    let since = ledger.movements(Bucket::General).into_iter().filter(|movement| movement.at() >= begun);
    since.fold(ledger.plan(Bucket::General), |most, movement| match movement {
        Movement::TopUp { added, effect: Effect::Replace, .. } => Some(added),
        Movement::TopUp { added, .. } => most.map(|most| most.saturating_add(added)),
        Movement::Check(_) => most,
    })
}

/// What is left of a bucket of data and the card's threshold, where the first is below the second:
/// by the middle of [`estimate`], else by the last check. `None` once it is over, where nothing is left, and where all
/// may be used up by the estimate, or a new period began: only a check can tell.
#[must_use]
pub fn low(
    ledger: &Ledger<'_>,
    bucket: Bucket,
    outlook: &Outlook,
    now: Timestamp,
    zone: &Offsets,
) -> Option<(Bytes, Bytes)> {
    let known = ledger
        .remaining(bucket)
        .filter(|_| !outlook.is_anew() && !ledger.unlimited(bucket) && !is_over(ledger, now, zone))?;
    let estimate = estimate(ledger, bucket, outlook, now, zone).map(|(_, middle, _)| middle);
    let left = estimate.unwrap_or(known.left);
    let threshold = ledger.card.threshold.bytes(known.full, ledger.card.base)?;
    (left < threshold && left.0 > 0).then_some((left, threshold))
}

/// Whether there is nothing to be saved: it has no end, or it is used up and goes on slowly.
pub(super) fn goes_on(ledger: &Ledger<'_>, bucket: Bucket, outlook: &Outlook) -> bool {
    ledger.unlimited(bucket) || matches!(outlook, Outlook::Empty { .. }) && ledger.slowed(bucket)
}

/// Whether the last day is over.
pub(super) fn is_over(ledger: &Ledger<'_>, now: Timestamp, zone: &Offsets) -> bool {
    ledger.expires(zone.date(now)).is_some_and(|end| ledger.ends(end) <= now)
}
