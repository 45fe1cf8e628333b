//! What wants attention on a card, each with what to do next, and the next thing to do over all
//! cards.

use super::arrival::awaits;
use super::keep::{Countdown, Due, due};
use super::low::{is_over, low};
use super::pace::pace;
use crate::domain::convert::float_u;
use crate::domain::{Bucket, Bytes, CardId, Date, Ledger, Offsets, Then, Timestamp};
use crate::forecast::{First, Missing, Outlook};

/// Something that wants attention.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Finding {
    /// Less is left than the card's threshold, as the gauge shows it.
    Low {
        /// What is left, estimated where the last check is old.
        left: Bytes,
        /// The threshold.
        threshold: Bytes,
    },
    /// Its last day, or that before its renewal, lies within the days of notice.
    Ends(Countdown, Then),
    /// More was used than the even pace by more than the card allows.
    OverPace {
        /// How much more.
        over: Bytes,
        /// The same in per cent of what the bucket holds.
        percent: u8,
    },
    /// It will likely not last through the day that was set.
    TooShort {
        /// The chance that it does.
        lasts: f64,
        /// The day.
        needed: Countdown,
    },
    /// The number wants keeping within the days of notice, or its service is over.
    Keep(Due),
}

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Top up.
    TopUp,
    /// Use what is left: it lapses.
    UseUp,
    /// Nothing: a queued top-up comes next.
    Wait,
    /// Use less a day than so far.
    UseLess,
    /// Keep the number.
    Keep(Due),
}

/// A thing to do for a card, by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task {
    /// For which card.
    pub card: CardId,
    /// What.
    pub step: Step,
    /// By when.
    pub by: Countdown,
}

impl Finding {
    /// What to do about it, by what the forecast says comes first.
    #[must_use]
    pub fn step(&self, ledger: &Ledger<'_>, outlook: &Outlook) -> Step {
        match (self, first(outlook)) {
            (Self::Keep(due), _) => Step::Keep(*due),
            (Self::Ends(_, Then::Over), _) if !ledger.waiting().is_empty() => Step::Wait,
            (Self::Low { .. }, first) if waits(ledger, first) => Step::Wait,
            // Little is left, or it ends, but it lasts as long as it is good.
            (Self::Low { .. } | Self::Ends(..), Some(First::Expires)) => Step::UseUp,
            (Self::OverPace { .. }, _) => Step::UseLess,
            _ => Step::TopUp,
        }
    }
}

/// What wants attention in a card's bucket of data and about its number; the most pressing kind
/// first. `zone` is the card's.
#[must_use]
pub fn findings(
    ledger: &Ledger<'_>,
    bucket: Bucket,
    outlook: &Outlook,
    now: Timestamp,
    zone: &Offsets,
) -> Vec<Finding> {
    let today = zone.date(now);
    let notice = i32::from(ledger.card.notice_days);
    let soon = |day: &Countdown| (0..=notice).contains(&day.days);
    // What was left of the period before is not behind the pace of this one.
    let anew = matches!(outlook, Outlook::NotEnough(Missing::NewCycle));
    let remaining = ledger.remaining(bucket).filter(|_| !anew && !ledger.unlimited(bucket));
    let mut found = Vec::new();
    found.extend(due(ledger, today, zone).filter(|due| due.ended.is_some() || soon(&due.by)).map(Finding::Keep));
    let low = low(ledger, bucket, outlook, now, zone);
    found.extend(low.map(|(left, threshold)| Finding::Low { left, threshold }));
    let needed = ledger.card.needed_until.filter(|_| ledger.card.day_clock.is_none());
    if let (Some(date), Outlook::Known(forecast)) = (needed.filter(|&date| !is_after_turn(ledger, date)), outlook) {
        let (lasts, needed) = (1.0 - forecast.chance_by(zone.end(date)), Countdown::of(date, today));
        if needed.days >= 0 && lasts < LIKELY {
            found.push(Finding::TooShort { lasts, needed });
        }
    }
    let end = ledger.expires(today).map(|end| (Countdown::of(end.date, today), end.then));
    found.extend(end.filter(|(day, _)| soon(day)).map(|(day, then)| Finding::Ends(day, then)));
    if let (Some(known), Some(pace), Some(most)) =
        (remaining, pace(ledger, bucket, outlook, now, zone), ledger.card.over_pace)
    {
        let full = known.capacity.map_or(0.0, |full| float_u(full.0));
        let over = pace.now.saturating_sub(known.left);
        let share = if full > 0.0 { 100.0 * float_u(over.0) / full } else { 0.0 };
        // Where little is left, that is said, and not how it came about.
        if over.0 > 0 && share >= f64::from(most) && low.is_none() {
            found.push(Finding::OverPace { over, percent: percent(share) });
        }
    }
    found
}

/// Whether a queued top-up that waits is in use by the end of that day: how long that lasts is not
/// known yet.
#[must_use]
pub fn is_after_turn(ledger: &Ledger<'_>, day: Date) -> bool {
    ledger.waiting().first().and_then(|next| next.from).is_some_and(|from| from <= day)
}

/// Below this chance it is said not to last.
const LIKELY: f64 = 0.5;

/// A share in whole per cent, 100 at most.
fn percent(share: f64) -> u8 {
    u8::try_from(crate::domain::convert::integer(share.clamp(0.0, 100.0))).unwrap_or(100)
}

/// What to do for one card next: keep its number, or top it up before it runs out with a chance of
/// one in ten, where that is before it expires or before the day through which it should last, while
/// that is still to come. A card that is over wants no top-up, nor does one that was paid for already: with a
/// top-up in the queue that comes in time, or on its way.
#[must_use]
pub fn task(ledger: &Ledger<'_>, outlook: &Outlook, now: Timestamp, zone: &Offsets) -> Option<Task> {
    let today = zone.date(now);
    let keep = due(ledger, today, zone).map(|due| (Step::Keep(due), due.by));
    let wanted = match outlook {
        // What begins anew each day wants no top-up when a day's data is gone, and what is over has
        // nothing left that one could go on top of. What waits in the queue, or is on its way, was paid for already.
        _ if ledger.card.day_clock.is_some() || is_over(ledger, now, zone) => None,
        _ if awaits(ledger) || waits(ledger, first(outlook)) => None,
        // That is for a check to say.
        Outlook::Known(forecast) if forecast.may_be_empty() => None,
        Outlook::Known(forecast) => {
            let needed = ledger.card.needed_until.filter(|&date| date >= today);
            let needed = needed.map(|date| 1.0 - forecast.chance_by(zone.end(date)));
            let short = needed.map_or(first(outlook) == Some(First::Empty), |lasts| lasts < LIKELY);
            forecast.runs_out(0.1).filter(|_| short).map(|at| zone.date(at))
        }
        Outlook::Empty { .. } => Some(today),
        Outlook::NotEnough(_) => None,
    };
    let top_up = wanted.map(|date| (Step::TopUp, Countdown::of(date, today)));
    let (step, by) = keep.into_iter().chain(top_up).min_by_key(|(_, by)| *by)?;
    Some(Task { card: ledger.id, step, by })
}

/// The next thing to do over all cards: the earliest day first, then as the cards are given.
#[must_use]
pub fn next(tasks: impl Iterator<Item = Task>) -> Option<Task> {
    tasks.min_by_key(|task| task.by)
}

/// Whether a queued top-up comes in time: not where all is used up before the end that it waits for.
fn waits(ledger: &Ledger<'_>, first: Option<First>) -> bool {
    !ledger.waiting().is_empty() && first != Some(First::Empty)
}

fn first(outlook: &Outlook) -> Option<First> {
    match outlook {
        Outlook::Known(forecast) => forecast.first(),
        Outlook::Empty { .. } => Some(First::Empty),
        Outlook::NotEnough(_) => None,
    }
}
