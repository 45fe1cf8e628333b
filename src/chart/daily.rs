//! What was used on each day, as far as checks tell.
//!
//! Nothing is foretold, and a stretch without a check is one stretch: how its use lay on its days
//! is not known.

use super::Plot;
use crate::domain::{Bytes, Cycle, DAY_MS, Date, Effect, Movement, Offsets, Timestamp};

/// What was used on some days in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Used {
    /// The first day, in the zone of the card.
    pub from: Date,
    /// The last one; the same for a single day.
    pub to: Date,
    /// On all of them together.
    pub bytes: Bytes,
    /// Whether a check or a top-up in the place of what was left lies on it. Without one these are
    /// whole days between two checks, of which only the sum is known.
    pub checked: bool,
}

/// What was left at two instants, and what was used between them.
struct Span {
    from: Timestamp,
    to: Timestamp,
    used: Bytes,
}

impl Used {
    /// How many days, at least 1.
    #[must_use]
    pub fn days(&self) -> u32 {
        u32::try_from(self.to.days_since(self.from)).unwrap_or(0) + 1
    }

    /// The mean of a day.
    #[must_use]
    pub fn mean(&self) -> Bytes {
        Bytes(self.bytes.0 / u64::from(self.days()))
    }
}

/// The use of each day between the first and the last check, oldest first; the sum is what was
/// used between all checks, to the byte.
///
/// What was used between two checks is divided over its days as today's allowance does it
/// ([`Offsets::used_after`]). Whole days between two checks are one. Where a check found more than there should have been,
/// or the plan began anew by itself, the use before it is not known, and its days have only what is.
#[must_use]
pub fn daily(movements: &[Movement], zone: &Offsets, cycle: &Cycle) -> Vec<Used> {
    let mut days: Vec<Used> = Vec::new();
    for span in spans(movements, zone, cycle) {
        let (first, last) = (zone.date(span.from), zone.date(span.to));
        let morning = |date: Date| span.after(zone, zone.start(date));
        let day = |date: Date, bytes: u64| Used { from: date, to: date, bytes: Bytes(bytes), checked: true };
        let (Some(second), true) = (first.plus_days(1), first < last) else {
            add(&mut days, day(first, span.used.0));
            continue;
        };
        add(&mut days, day(first, span.used.0 - morning(second)));
        if let Some(to) = last.plus_days(-1).filter(|&to| to >= second) {
            days.push(Used { from: second, to, bytes: Bytes(morning(second) - morning(last)), checked: false });
        }
        if zone.start(last) < span.to {
            add(&mut days, day(last, morning(last)));
        }
    }
    days
}

/// What was used a day between two instants, over the stretches of which it is known; `None` where
/// these are less than a day together.
pub(super) fn mean(plot: &Plot<'_>, (from, to): (Timestamp, Timestamp)) -> Option<Bytes> {
    let (mut used, mut time) = (0_u128, 0_i64);
    for span in spans(plot.movements, plot.zone, plot.cycle) {
        let (start, end) = (span.from.max(from), span.to.min(to));
        if start < end {
            used += u128::from(span.after(plot.zone, start).saturating_sub(span.after(plot.zone, end)));
            time = time.saturating_add(end.since(start));
        }
    }
    let day = u128::from(DAY_MS.unsigned_abs());
    let time = u128::try_from(time).ok().filter(|&time| time >= day)?;
    u64::try_from(used * day / time).ok().map(Bytes)
}

/// Adds to the last day, or begins another one.
fn add(days: &mut Vec<Used>, day: Used) {
    match days.last_mut() {
        Some(last) if last.checked && last.to == day.from => last.bytes = last.bytes.saturating_add(day.bytes),
        _ => days.push(day),
    }
}

/// The stretches between checks whose use is known: from the phone's count to the carrier's it is not, and
/// a slip says nothing.
fn spans(movements: &[Movement], zone: &Offsets, cycle: &Cycle) -> Vec<Span> {
    let mut spans = Vec::new();
    // Since when, how much was there, and how sure that is.
    let mut since: Option<(Timestamp, Bytes, Bytes)> = None;
    for movement in movements {
        since = match *movement {
            Movement::Check(check) if check.slip => since,
            Movement::Check(check) => {
                if let Some((from, had, rounding)) = since.filter(|_| !check.apart)
                    && check.left <= had.saturating_add(rounding).saturating_add(check.rounding)
                    && cycle.begun(zone, check.at).is_none_or(|begun| begun <= from)
                {
                    spans.push(Span { from, to: check.at, used: had.saturating_sub(check.left) });
                }
                Some((check.at, check.left, check.rounding))
            }
            Movement::TopUp { at, added, effect: Effect::Replace, .. } => Some((at, added, Bytes(0))),
            Movement::TopUp { added, .. } => {
                since.map(|(from, had, rounding)| (from, had.saturating_add(added), rounding))
            }
        };
    }
    spans
}

impl Span {
    /// The part of its use that falls after an instant within it.
    fn after(&self, zone: &Offsets, at: Timestamp) -> u64 {
        zone.used_after(self.used, (self.from, self.to), at).0
    }
}
