//! What wants attention on a card, each with what to do next, and the next thing to do over all
//! cards.

use super::arrival::awaits;
use super::goal::{Goal, Reach, goal, last_day};
use super::keep::{Countdown, Due, due, is_on_its_way, look_again};
use super::low::{STALE_MS, estimate, is_over, low};
use super::pace::pace;
use crate::domain::convert::float_u;
use crate::domain::{Bucket, Bytes, CardId, DAY_MS, Date, Dated, Ledger, Offsets, Then, Timestamp, Validity};
use crate::forecast::{First, Forecast, Outlook};

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
        /// What is left.
        left: Bytes,
        /// The same in per cent of what a full gauge stands for.
        percent: u8,
    },
    /// It will likely not last through the day that was set, or to the renewal before it.
    TooShort {
        /// The chance that it does.
        lasts: f64,
        /// The day.
        needed: Countdown,
        /// Whether it renews before that day, so that it need last until then only.
        renews: bool,
    },
    /// It ends before the day that was set, whatever is left of it then.
    EndsBefore {
        /// Its last day.
        end: Countdown,
        /// The day that was set.
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
    /// Check what is left: it costs nothing, and may show that nothing is to be paid yet.
    Check,
    /// Use what is left: it lapses.
    UseUp,
    /// Nothing: a queued top-up comes next.
    Wait,
    /// Nothing: its data begins anew by itself.
    Anew,
    /// Have it extended, or another card for the days after its end.
    Extend,
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
    /// What to do about it, by what comes first, and by what is known of when it is empty.
    fn step(
        &self,
        ledger: &Ledger<'_>,
        goal: Option<Goal>,
        first: Option<First>,
        (know, renews, daily): (&Know, bool, bool),
    ) -> Step {
        match (self, first) {
            (Self::Keep(due), _) => Step::Keep(*due),
            (Self::EndsBefore { .. }, _) => Step::Extend,
            (Self::Ends(_, Then::Over), _) if !ledger.waiting().is_empty() => Step::Wait,
            (Self::Low { .. }, _) if daily => Step::Anew,
            (Self::Ends(_, Then::Renewed), _) => Step::Anew,
            (Self::Ends(..), _) if begins_anew(ledger) => Step::Anew,
            (Self::Low { .. }, first) if waits(ledger, first) => Step::Wait,
            (Self::Low { .. }, Some(First::Expires)) if renews && ends(goal).is_none() => Step::Anew,
            // Little is left, or it ends, but it lasts as long as it is good, or needed.
            (Self::Low { .. } | Self::Ends(..), Some(First::Expires)) => match ends(goal) {
                Some(_) => Step::Extend,
                None => Step::UseUp,
            },
            // With less than half of the even pace's part left, a little less is not enough, unless it lasts all
            // the same or more waits in the queue.
            (Self::OverPace { over, left, .. }, first)
                if over <= left || first == Some(First::Expires) || waits(ledger, first) =>
            {
                Step::UseLess
            }
            // Once it is used up it goes on, slowly.
            (Self::TooShort { .. } | Self::Low { .. } | Self::OverPace { .. }, _) if ledger.slowed(Bucket::General) => {
                Step::UseLess
            }
            (Self::TooShort { .. } | Self::Low { .. } | Self::OverPace { .. }, _) if *know == Know::Old => Step::Check,
            (Self::TooShort { .. }, _) if *know == Know::Open => Step::UseLess,
            // New data comes with the renewal: a top-up would be for some days.
            (Self::Low { .. } | Self::TooShort { .. }, _) if renews => Step::UseLess,
            _ => Step::TopUp,
        }
    }
}

/// What wants attention in a card's bucket of data and about its number, each with what to do; the most
/// pressing kind first. `zone` is the card's.
#[must_use]
pub fn findings(
    ledger: &Ledger<'_>,
    bucket: Bucket,
    outlook: &Outlook,
    now: Timestamp,
    zone: &Offsets,
) -> Vec<(Finding, Step)> {
    let today = zone.date(now);
    let soon = |day: &Countdown, notice: i32| (0..=notice).contains(&day.days);
    // What was left of the period before is not behind the pace of this one.
    let remaining = ledger.remaining(bucket).filter(|_| !outlook.is_anew() && !ledger.unlimited(bucket));
    let mut found = Vec::new();
    found.extend(
        due(ledger, today, zone)
            .filter(|due| due.ended.is_some() || soon(&due.by, ledger.card.notice_days.into()))
            .filter(|due| !is_on_its_way(ledger, due, now))
            .map(Finding::Keep),
    );
    let goal = goal(ledger, now, zone);
    let before = ends(goal).zip(goal);
    found.extend(before.map(|(end, goal)| Finding::EndsBefore { end, needed: goal.needed }));
    let low = low(ledger, bucket, outlook, now, zone);
    found.extend(low.map(|(left, threshold)| Finding::Low { left, threshold }));
    let chance = goal.and_then(|goal| goal.lasts(outlook));
    if let (Some(goal), None, Outlook::Known(forecast)) = (goal, before, outlook)
        && let Some(lasts) = chance.filter(|lasts| is_short(*lasts, ledger, forecast))
    {
        found.push(Finding::TooShort { lasts, needed: goal.needed, renews: goal.reach == Reach::Renews });
    }
    let end = ledger.expires(today).map(|end| (Countdown::of(end.date, today), end.then));
    let end = end.filter(|(day, _)| before.is_none() && soon(day, ledger.card.notice()) && !is_over(ledger, now, zone));
    found.extend(end.map(|(day, then)| Finding::Ends(day, then)));
    // What is set aside, or gone, or ends today, is not caught up with by using less for some days.
    let may_be_empty = matches!(outlook, Outlook::Known(forecast) if forecast.may_be_empty());
    let open = last_day(ledger, now, zone).is_some_and(|last| last > today) && !may_be_empty;
    let behind = remaining.filter(|known| open && known.left > super::reserve(ledger));
    if let (Some(known), Some(pace), Some(most)) =
        (behind, pace(ledger, bucket, outlook, now, zone), ledger.card.over_pace)
    {
        let full = known.full.map_or(0.0, |full| float_u(full.0));
        let left = estimate(ledger, bucket, outlook, now, zone).map_or(known.left, |(_, middle, _)| middle);
        let over = pace.due.saturating_sub(left);
        let share = if full > 0.0 { 100.0 * float_u(over.0) / full } else { 0.0 };
        // Where little is left, that is said, and not how it came about.
        if over.0 > 0 && share >= f64::from(most) && low.is_none() {
            found.push(Finding::OverPace { over, left, percent: percent(share) });
        }
    }
    let first = first(outlook, goal);
    let lasts = matches!(outlook, Outlook::Known(forecast) if forecast.lasts_to_expiry().is_some_and(|it| it >= 0.5));
    let renews = renews_within(ledger, today, if lasts { i32::MAX } else { ledger.card.notice() });
    // On its last day nothing begins anew.
    let over = |end: &Dated| end.then == Then::Over && ledger.ends(*end).since(now) < DAY_MS;
    let daily = ledger.card.day_clock.is_some() && !ledger.expires(today).as_ref().is_some_and(over);
    let know = match outlook {
        Outlook::Known(forecast) => Know::of(forecast, (first, chance), ledger, now, zone),
        Outlook::Empty { .. } | Outlook::NotEnough(_) => Know::Sure,
    };
    found.into_iter().map(|found| (found, found.step(ledger, goal, first, (&know, renews, daily)))).collect()
}

/// Whether its plan renews within so many days: nothing is to be paid for the days until then.
fn renews_within(ledger: &Ledger<'_>, today: Date, days: i32) -> bool {
    let renews = |then| then == Then::Renewed || begins_anew(ledger);
    ledger.expires(today).is_some_and(|end| renews(end.then) && end.date.days_since(today) <= days)
}

/// Whether its data begins anew with each month by itself.
const fn begins_anew(ledger: &Ledger<'_>) -> bool {
    matches!(ledger.card.validity, Validity::CalendarMonth)
}

/// What is known of when it is empty.
#[derive(PartialEq, Eq)]
enum Know {
    /// By a check that is older than a day, or of a period before: another may show that there is time.
    Old,
    /// It is empty before it need not last any more, in nine cases of ten, or before the day that was set, in three of
    /// four; or the middle of those days lies within the days of notice; or only what is set aside is left.
    Sure,
    /// Neither.
    Open,
}

impl Know {
    fn of(
        forecast: &Forecast,
        (first, lasts): (Option<First>, Option<f64>),
        ledger: &Ledger<'_>,
        now: Timestamp,
        zone: &Offsets,
    ) -> Self {
        if forecast.age() > STALE_MS || forecast.is_unseen() {
            return Self::Old;
        }
        let sure = first == Some(First::Empty) || lasts.is_some_and(|lasts| lasts < HARDLY);
        if sure || is_reserve(ledger, forecast) || is_soon(forecast, 0.5, ledger, now, zone) {
            Self::Sure
        } else {
            Self::Open
        }
    }
}

/// Whether only what is set aside is left by now.
fn is_reserve(ledger: &Ledger<'_>, forecast: &Forecast) -> bool {
    forecast.left_now(0.5) <= float_u(super::reserve(ledger).0)
}

/// Whether it is said not to last to the day that was set, with that chance that it does: where only what is set aside
/// is left, it should rather surely last.
fn is_short(lasts: f64, ledger: &Ledger<'_>, forecast: &Forecast) -> bool {
    lasts < LIKELY || lasts < 1.0 - HARDLY && is_reserve(ledger, forecast)
}

/// Whether the day on which it is empty with that chance lies within the days of notice.
fn is_soon(forecast: &Forecast, chance: f64, ledger: &Ledger<'_>, now: Timestamp, zone: &Offsets) -> bool {
    let notice = |at: Timestamp| zone.date(at).days_since(zone.date(now)) <= ledger.card.notice();
    forecast.runs_out(chance).is_some_and(notice)
}

/// Below this chance it is said not to last.
const LIKELY: f64 = 0.5;
/// Below this one no further check is waited for.
const HARDLY: f64 = 0.25;

/// A share in whole per cent, 100 at most.
fn percent(share: f64) -> u8 {
    u8::try_from(crate::domain::convert::integer(share.clamp(0.0, 100.0))).unwrap_or(100)
}

/// What to do for one card next: keep its number, or check the money that pays many fees for it; or check the card, or
/// where that is near and known top it up, before it runs out with a chance of one in ten, where that is before it
/// expires or before the day through which it should last (as far as it can reach that); or have it extended, where it ends before that day. A card that is over wants
/// no top-up, nor does one that renews within the days of notice, or that was paid for already: with a top-up in the
/// queue that comes in time, or on its way; nor does a number for which enough is.
#[must_use]
pub fn task(ledger: &Ledger<'_>, outlook: &Outlook, now: Timestamp, zone: &Offsets) -> Option<Task> {
    let today = zone.date(now);
    let goal = goal(ledger, now, zone);
    let first = first(outlook, goal);
    let due = due(ledger, today, zone);
    let look = due.and_then(|_| look_again(ledger, today, zone)).map(|by| (Step::Check, by));
    let keep = due.filter(|due| !is_on_its_way(ledger, due, now)).map(|due| (Step::Keep(due), due.by));
    let extend = ends(goal).filter(|_| !awaits(ledger, now)).map(|end| (Step::Extend, end));
    let wanted = match outlook {
        // What begins anew each day wants no top-up when a day's data is gone, and what is over has
        // nothing left that one could go on top of. What waits in the queue, or is on its way, was paid for already.
        _ if ledger.card.day_clock.is_some() || is_over(ledger, now, zone) => None,
        _ if awaits(ledger, now) || waits(ledger, first) => None,
        // That is for a check to say.
        Outlook::Known(forecast) if forecast.may_be_empty() => None,
        Outlook::Known(forecast) => {
            let lasts = goal.and_then(|goal| goal.lasts(outlook));
            let sure = Know::of(forecast, (first, lasts), ledger, now, zone) == Know::Sure;
            // What may be used up soon is short where no end is known; so is money, which has no threshold of its own,
            // where no end rather comes first.
            let open = |lasts| lasts < LIKELY && ledger.is_money_alone();
            let spent = forecast.lasts_to_expiry().is_none_or(open) && is_soon(forecast, 0.1, ledger, now, zone);
            let short = lasts.map_or(spent || first == Some(First::Empty), |lasts| is_short(lasts, ledger, forecast));
            let step = if sure { Step::TopUp } else { Step::Check };
            let pays = sure && renews_within(ledger, today, ledger.card.notice());
            forecast.runs_out(0.1).filter(|_| short && !pays).map(|at| (step, zone.date(at)))
        }
        Outlook::Empty { .. } => Some((Step::TopUp, today)),
        Outlook::NotEnough(_) => None,
    };
    // What goes on slowly wants nothing paid before it ends.
    let wanted = wanted.filter(|_| !ledger.slowed(Bucket::General));
    let wanted = wanted.map(|(step, date)| (step, Countdown::of(date, today)));
    let (step, by) =
        keep.into_iter().chain(look).chain(wanted).chain(extend).min_by_key(|&(step, by)| urgency(step, by))?;
    Some(Task { card: ledger.id, step, by })
}

/// The next thing to do over all cards: the earliest day first, then as the cards are given.
#[must_use]
pub fn next(tasks: impl Iterator<Item = Task>) -> Option<Task> {
    tasks.min_by_key(|task| urgency(task.step, task.by))
}

/// The day by which a thing to do is put in order: of a number whose service is over today, since it is to be
/// saved at once, however long its grace is.
fn urgency(step: Step, by: Countdown) -> Countdown {
    match step {
        Step::Keep(Due { ended: Some(_), .. }) => by.today(),
        _ => by,
    }
}

/// Whether a queued top-up comes in time: not where all is used up before the end that it waits for.
fn waits(ledger: &Ledger<'_>, first: Option<First>) -> bool {
    !ledger.waiting().is_empty() && first != Some(First::Empty)
}

/// The last day of a card that is still good and ends before the day through which it should last.
fn ends(goal: Option<Goal>) -> Option<Countdown> {
    match goal?.reach {
        Reach::Ends(end) if end.days >= 0 => Some(end),
        _ => None,
    }
}

/// Which comes first, empty or the end; where it is needed for a shorter time, the end of that.
fn first(outlook: &Outlook, goal: Option<Goal>) -> Option<First> {
    let forecast = match outlook {
        Outlook::Known(forecast) => forecast,
        Outlook::Empty { .. } => return Some(First::Empty),
        Outlook::NotEnough(_) => return None,
    };
    match goal.filter(|goal| goal.reach == Reach::Whole) {
        Some(goal) => goal.lasts(outlook).map(First::of),
        None => forecast.first(),
    }
}
