//! What was used on each day, as far as checks tell.
//!
//! Nothing is foretold, and a stretch without a check is one stretch: how its use lay on its days
//! is not known.

use crate::domain::{Bytes, Cycle, DAY_MS, Date, Effect, Level, Movement, Offsets, Timestamp};

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
    /// How far it may be off, by the digits of the checks that it rests on.
    pub rounding: Bytes,
    /// Whether there may be more that no check can tell of: before it began anew, or rose.
    pub least: bool,
}

/// What was used between two instants; `None` where something may have been, and nobody knows.
pub(super) struct Span {
    from: Timestamp,
    to: Timestamp,
    used: Option<Bytes>,
    rounding: Bytes,
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

/// The use of each day of those stretches, oldest first; the sum is what was used on all of them, to the byte.
///
/// What was used between two checks is divided over its days as today's allowance does it
/// ([`Offsets::used_after`]). Whole days between two checks are one. The use of a stretch of which it is not known is
/// not among it: its days have what is, as the least.
pub(super) fn by_day(spans: &[Span], zone: &Offsets) -> Vec<Used> {
    let mut days: Vec<Used> = Vec::new();
    // The last day of which there may be more.
    let mut unseen = None;
    for span in spans {
        let (first, last) = (zone.date(span.from), zone.date(span.to));
        let Some(used) = span.used else {
            if let Some(before) = days.last_mut() {
                before.least |= before.to >= first;
            }
            unseen = Some(zone.date(span.to.plus(-1)));
            continue;
        };
        let morning = |date: Date| span.after(zone, zone.start(date));
        let day = |date: Date, bytes: u64| {
            let (bytes, rounding, least) = (Bytes(bytes), span.rounding, unseen >= Some(date));
            Used { from: date, to: date, bytes, checked: true, rounding, least }
        };
        let (Some(second), true) = (first.plus_days(1), first < last) else {
            add(&mut days, day(first, used.0));
            continue;
        };
        add(&mut days, day(first, used.0 - morning(second)));
        if let Some(to) = last.plus_days(-1).filter(|&to| to >= second) {
            let bytes = Bytes(morning(second) - morning(last));
            days.push(Used { from: second, to, bytes, checked: false, rounding: span.rounding, least: false });
        }
        if zone.start(last) < span.to {
            add(&mut days, day(last, morning(last)));
        }
    }
    days
}

/// What was used a day between two instants, over the stretches of which it is known; `None` where
/// these are less than a day together.
pub(super) fn mean(spans: &[Span], zone: &Offsets, (from, to): (Timestamp, Timestamp)) -> Option<Bytes> {
    let (mut used, mut time) = (0_u128, 0_i64);
    for span in spans.iter().filter(|span| span.used.is_some()) {
        let (start, end) = (span.from.max(from), span.to.min(to));
        if start < end {
            used += u128::from(span.after(zone, start).saturating_sub(span.after(zone, end)));
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
        Some(last) if last.checked && last.to == day.from => {
            last.bytes = last.bytes.saturating_add(day.bytes);
            last.rounding = last.rounding.max(day.rounding);
            last.least |= day.least;
        }
        _ => days.push(day),
    }
}

/// The stretches between checks, and between a check and what comes in the place of what it found: from the phone's
/// count to the carrier's the use is not known, and a slip says nothing. Nor is it before the plan began anew by itself,
/// or before a check that found more than there should have been: as it begins it `gives` so much, where that is known,
/// and from there on it counts again. The first begins with what there was `at_first`,
/// where that is known ([`crate::domain::Ledger::at_first`]).
pub(super) fn spans(
    movements: &[Movement],
    zone: &Offsets,
    cycle: &Cycle,
    (gives, at_first): (Option<Bytes>, Option<(Timestamp, Bytes)>),
) -> Vec<Span> {
    let mut spans = Vec::with_capacity(movements.len());
    let ends = movements.first().zip(movements.last());
    let begins = ends.map(|(first, last)| cycle.begins(zone, first.at(), last.at())).unwrap_or_default();
    let mut begins = begins.into_iter().peekable();
    // Since when, how much was there, and how sure that is.
    let mut since = at_first.map(|(from, had)| (from, had, Bytes(0)));
    let mut end = |since: Option<(Timestamp, Bytes, Bytes)>, to: Timestamp, found: Option<Level>| {
        // Of nothing, nothing is used.
        if let Some((from, had, rounding)) = since.filter(|since| found.is_some() || since.1.0 > 0) {
            let rounding = found.map_or(rounding, |found| rounding.max(found.rounding));
            spans.push(Span { from, to, used: found.map(|found| had.saturating_sub(found.left)), rounding });
        }
    };
    for movement in movements {
        while let Some(at) = begins.next_if(|at| *at <= movement.at()) {
            end(since, at, None);
            since = gives.map(|gives| (at, gives, Bytes(0)));
        }
        since = match *movement {
            Movement::Check(check) if check.slip => since,
            Movement::Check(check) => {
                let fits = |(_, had, rounding): (Timestamp, Bytes, Bytes)| {
                    !check.apart && check.left <= had.saturating_add(rounding).saturating_add(check.rounding)
                };
                end(since, check.at, since.is_some_and(fits).then_some(check));
                Some((check.at, check.left, check.rounding))
            }
            Movement::TopUp { at, added, effect: Effect::Replace, .. } => {
                end(since, at, None);
                Some((at, added, Bytes(0)))
            }
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
        zone.used_after(self.used.unwrap_or_default(), (self.from, self.to), at).0
    }
}
