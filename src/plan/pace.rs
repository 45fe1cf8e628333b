//! The even pace: what would be left if what there is, but for what is set aside, were used evenly to its last day.

use super::low::estimate;
use crate::domain::convert::{part_of, unsigned};
use crate::domain::{
    Arrival, Bucket, Bytes, Dated, Effect, Entry, Fact, Ledger, Movement, Offsets, Then, Timestamp, Validity,
};
use crate::forecast::Outlook;

/// The time that the present plan covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// When it began, as far as that is known: else the first entry.
    pub start: Timestamp,
    /// Midnight at the end of its last day in the card's zone: its own, or an earlier one through which it
    /// should last.
    pub end: Timestamp,
}

/// The even pace over a period: at its end nothing is left but what is set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Its corners, in order of time; two of the same time where it begins anew. Straight between
    /// them.
    pub corners: Vec<(Timestamp, Bytes)>,
    /// What should be left at the time of the figure beside which it stands: now, where that is an [`estimate`],
    /// else at the last check. What was not used moves it no more than the figure.
    pub due: Bytes,
}

/// The period that `now` lies in, or `None` where nobody said when it ends.
///
/// It begins: with the top-up that said its end, where that came in the place of what was left or
/// after it had ended; with the period before, where that top-up went on top of what is still in
/// use; else as many days before its end as the plan lasts, on the first of the month, or with the
/// first entry; and not before the queued top-up that came to its turn last.
#[must_use]
pub fn period(ledger: &Ledger<'_>, bucket: Bucket, now: Timestamp, zone: &Offsets) -> Option<Period> {
    let last = ledger.expires(zone.date(now));
    let end = zone.end(super::last_day(ledger, now, zone)?);
    let turned = ledger.turns().last().and_then(|turn| turn.at);
    let start = match renewal(ledger, last, now.plus(1)) {
        None => plain(ledger, bucket, last, now, zone).or(turned)?,
        Some((at, Effect::Replace)) => at,
        Some((at, _)) => {
            let before = ledger.expires_before(&[at], zone).pop().flatten();
            let over = before.is_some_and(|dated| zone.end(dated.date) <= at);
            let earlier = || {
                let renewed = renewal(ledger, before, at).map(|(at, _)| at);
                renewed.or_else(|| plain(ledger, bucket, before, at, zone).filter(|&start| start < at))
            };
            if over { at } else { earlier().unwrap_or(at) }
        }
    };
    let start = turned.map_or(start, |turned| start.max(turned));
    (start < end).then_some(Period { start, end })
}

/// The even pace of a bucket of data over its period, or `None` where the period or the amount
/// at its beginning is not known.
///
/// It begins anew with each top-up (a queued one, at its turn): with what was left just before, as well as that can
/// be told, and what was added, down to what is set aside at the end that stands from then on.
#[must_use]
pub fn pace(ledger: &Ledger<'_>, bucket: Bucket, outlook: &Outlook, now: Timestamp, zone: &Offsets) -> Option<Pace> {
    // What begins anew each day has no pace to its end.
    if super::low::goes_on(ledger, bucket, outlook) || ledger.card.day_clock.is_some() {
        return None;
    }
    // Nor has what ends by some day at the latest: nobody knows since when.
    if ledger.latest().is_some_and(|latest| ledger.expires(zone.date(now)) == Some(latest)) {
        return None;
    }
    let Period { start, end } = period(ledger, bucket, now, zone)?;
    let movements: Vec<Movement> =
        ledger.movements(bucket).into_iter().filter(|one| one.at() <= now && !one.is_slip()).collect();
    let mut lifts: Vec<Timestamp> =
        ledger.entries().iter().filter(|(_, entry)| lifts(entry)).map(|(_, e)| e.at).collect();
    lifts.extend(ledger.turns().iter().filter_map(|turn| turn.at));
    lifts.retain(|&at| at >= start && at <= now && at < end);
    lifts.sort_unstable();
    lifts.dedup();
    let mut corner = beginning(ledger, bucket, start, &movements)?;
    let mut corners = vec![corner];
    let ends = ledger.expires_before(&lifts, zone);
    let kept = super::reserve(ledger);
    let set = ledger.card.needed_until.map(|set| zone.end(set)).filter(|set| *set == end);
    let mut walk = Walk { movements: &movements, known: None, came: Bytes(0) };
    for (then, ended) in lifts.into_iter().zip(ends) {
        walk.go(then);
        let had = walk.had(then, outlook);
        if corner.0 >= then {
            corner.1 = had.unwrap_or(corner.1);
            corners = vec![corner];
            continue;
        }
        let before = ended.map_or(end, |dated| zone.end(dated.date));
        let before = set.map_or(before, |set| before.min(set));
        if before < then {
            // What lapsed had come to nothing by its end, but for what was set aside.
            corners.push((before.max(corner.0), kept.min(corner.1)));
        }
        let even = if before < then { Bytes(0) } else { between(corner, (before, kept), then) };
        corner = (then, had.unwrap_or_else(|| even.saturating_add(walk.came)));
        corners.extend([(then, even), corner]);
    }
    corners.push((end, kept.min(corner.1)));
    let stands = |one: &&Movement| matches!(one, Movement::Check(_) | Movement::TopUp { effect: Effect::Replace, .. });
    let since =
        if estimate(ledger, bucket, outlook, now, zone).is_some() { None } else { movements.iter().rfind(stands) };
    // A check before the corner is held to it: there the pace began anew with what it had found.
    let then = since.map_or(now, Movement::at);
    Some(Pace { corners, due: between(corner, (end, kept), then) })
}

/// The start of a period that no top-up began, by its last day.
fn plain(
    ledger: &Ledger<'_>,
    bucket: Bucket,
    last: Option<Dated>,
    now: Timestamp,
    zone: &Offsets,
) -> Option<Timestamp> {
    let first = ledger.movements(bucket).first().map(Movement::at);
    let said = last.and_then(|Dated { date, then, .. }| {
        let renewed = ledger.calendar().begun(zone, zone.start(date));
        let renewed = renewed.map(|at| if then == Then::Renewed { ledger.renewed_since(at) } else { at });
        match (ledger.card.validity, then) {
            (Validity::Days { .. }, Then::Renewed) if renewed.is_some() => renewed,
            // Of so many days the one on which it renews is the next period's first.
            (Validity::Days { days, .. }, then) => {
                let days = i32::from(then == Then::Renewed) - i32::from(days);
                date.plus_days(days).map(|day| zone.start(day))
            }
            _ => renewed,
        }
    });
    said.filter(|&start| start <= now).or(first)
}

/// The newest top-up before an instant, and what it did, where it said the end that stands then.
fn renewal(ledger: &Ledger<'_>, end: Option<Dated>, before: Timestamp) -> Option<(Timestamp, Effect)> {
    let end = end.filter(|end| (end.said || end.assumed) && end.then == Then::Over)?;
    let said = ledger.entries().iter().rev().filter(|(_, entry)| entry.at < before);
    said.filter_map(|(_, entry)| match &entry.fact {
        Fact::TopUp(top_up) => Some((entry, top_up.effect)),
        Fact::Check(_) | Fact::KeepAlive(_) => None,
    })
    .find_map(|(entry, effect)| Some((entry, effect, ledger.end_by(entry)?.0)))
    .filter(|(.., said)| *said == end.date)
    .map(|(entry, effect, _)| (entry.at, effect))
}

/// Whether the even pace begins anew with this entry: a top-up that changed what there is, or until
/// when.
pub(super) fn lifts(entry: &Entry) -> bool {
    match &entry.fact {
        Fact::TopUp(top_up) => {
            top_up.arrival == Arrival::Arrived
                && top_up.effect != Effect::Queue
                && (top_up.expires.is_some() || top_up.data.is_some() && top_up.effect != Effect::Extend)
        }
        Fact::Check(_) | Fact::KeepAlive(_) => false,
    }
}

/// What a check found at the very start, else the plan; without a plan the first that is known in the
/// period. A later check that already had less than the plan is no other beginning.
fn beginning(
    ledger: &Ledger<'_>,
    bucket: Bucket,
    start: Timestamp,
    movements: &[Movement],
) -> Option<(Timestamp, Bytes)> {
    let plan = ledger.card.plan.filter(|_| bucket == Bucket::General).map(|plan| plan.bytes(ledger.card.base));
    let first = movements.iter().find(|movement| movement.at() >= start)?;
    match (plan, *first) {
        (_, Movement::Check(level)) if level.at == start => Some((start, level.left)),
        (Some(plan), _) => Some((start, plan)),
        (None, Movement::Check(level)) => Some((level.at, level.left)),
        (None, Movement::TopUp { at, added, .. }) => Some((at, added)),
    }
}

/// A run through the movements, from one instant to a later one.
struct Walk<'a> {
    /// Those that are still to come.
    movements: &'a [Movement],
    /// What the last check and the top-ups after it say is there, and since when.
    known: Option<(Timestamp, Bytes)>,
    /// What came at the instant itself.
    came: Bytes,
}

impl Walk<'_> {
    /// On to an instant, with what happened then.
    fn go(&mut self, then: Timestamp) {
        self.came = Bytes(0);
        while let [movement, rest @ ..] = self.movements
            && movement.at() <= then
        {
            self.movements = rest;
            self.known = match *movement {
                Movement::Check(level) => Some((level.at, level.left)),
                Movement::TopUp { at, added, effect: Effect::Replace, .. } => Some((at, added)),
                Movement::TopUp { added, .. } => self.known.map(|(since, left)| (since, left.saturating_add(added))),
            };
            if let Movement::TopUp { at, added, .. } = *movement
                && at == then
            {
                self.came = self.came.saturating_add(added);
            }
        }
    }

    /// What there was at the instant that was gone to, with what came then: by the checks before and
    /// after it, with the use between them spread evenly, night and day, as the pace itself is; by the forecast,
    /// where none came after; by the check before, where nothing can be foretold.
    fn had(&self, then: Timestamp, outlook: &Outlook) -> Option<Bytes> {
        let (since, left) = self.known?;
        match (self.movements.first(), outlook) {
            (Some(Movement::Check(level)), _) if !level.apart => {
                let used = left.saturating_sub(level.left);
                Some(left.saturating_sub(used.saturating_sub(Bytes(part_of(
                    used.0,
                    level.at.since(then),
                    level.at.since(since),
                )))))
            }
            (None, Outlook::Known(forecast)) if forecast.since() <= then => {
                Some(left.min(Bytes(unsigned(forecast.left_at(then, 0.5)))))
            }
            _ => Some(left),
        }
    }
}

/// What is left at `then` on the straight line from a corner down to what is set aside at `end`.
fn between((from, left): (Timestamp, Bytes), (end, kept): (Timestamp, Bytes), then: Timestamp) -> Bytes {
    let (whole, free) = (end.since(from), left.saturating_sub(kept));
    Bytes(left.0 - free.0 + part_of(free.0, end.since(then).min(whole), whole))
}
