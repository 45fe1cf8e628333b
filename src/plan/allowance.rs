//! Today's allowance: what may be used today so that it lasts through the last day.

use super::pace::lifts;
use crate::domain::convert::unsigned;
use crate::domain::{Bucket, Bytes, DAY_MS, Date, Effect, Ledger, Movement, Offsets, Timestamp};
use crate::forecast::{Missing, Outlook};

/// What may be used today.
///
/// (left at the start of today − reserve) ÷ days to the last one, today included; where today was not checked, by the
/// estimate of now, which is the one that is shown. What was not used yesterday is in what is left, so it rolls forward
/// by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// What may still be used today: [`Allowance::day`] without [`Allowance::used`]; nothing where all that is left is
    /// set aside.
    pub left: Bytes,
    /// What may be used on the whole of today, or since what is in use began today: no more than [`Allowance::used`]
    /// and an even part of what is left, where something of it is left.
    pub day: Bytes,
    /// What was used of it today, as far as checks show: of a stretch that began before it, its part by the hours that
    /// one is awake.
    pub used: Bytes,
    /// The part of it that a check of the morning found used since a day before: all of that stretch may have been used
    /// by midnight, or all of it since.
    pub guessed: Bytes,
    /// How far that may be off: by the digits of the checks, and a twentieth at least.
    pub off: Bytes,
    /// What may be used on each day from tomorrow on, if nothing more is used today; `None` on the
    /// last day.
    pub tomorrow: Option<Bytes>,
    /// What is set aside; never more than there is.
    pub reserve: Bytes,
    /// Days to the last one, today included: at least 1.
    pub days: u32,
    /// The last one, where it is the day through which the card should last, and not that of its own end.
    pub through: Option<Date>,
    /// What it rests on.
    pub ground: Ground,
}

/// How it is known what was left when today began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// A check of today or of the last hours of yesterday, or one with nothing to estimate by.
    Checked,
    /// By the estimate of what is left now, because the last check is older than today, or of a period before; or
    /// because by it less would be there for the days after than for today. Or part of what was used is
    /// [`Allowance::guessed`].
    Estimated,
}

/// Why there is no allowance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAllowance {
    /// Nobody said what is left.
    NoBalance,
    /// What was used was said, or a share, and nobody knows of how much.
    NoTotal,
    /// By the estimate all may be used up: only a check can tell.
    MaybeEmpty,
    /// Nothing is left.
    Empty,
    /// A new period began, and nobody knows what it brought.
    NewCycle,
    /// More is left than before, and nobody said why: it may be a slip.
    Rose,
    /// Nobody said when it ends.
    NoExpiry,
    /// The last day is over.
    Expired,
    /// There is no end to it.
    Unlimited,
    /// It begins anew each day: all that is left of this one may be used.
    EachDay,
}

/// What may be used today of a bucket of data; "today" is the day of the card's zone.
///
/// # Errors
///
/// Why there is nothing to say: the balance or the last day is not known, or it is over.
pub fn allowance(
    ledger: &Ledger<'_>,
    bucket: Bucket,
    outlook: &Outlook,
    now: Timestamp,
    zone: &Offsets,
) -> Result<Allowance, NoAllowance> {
    if super::low::is_over(ledger, now, zone) {
        return Err(NoAllowance::Expired);
    }
    if super::low::goes_on(ledger, bucket, outlook) {
        return Err(NoAllowance::Unlimited);
    }
    if ledger.card.day_clock.is_some() {
        return Err(NoAllowance::EachDay);
    }
    if matches!(outlook, Outlook::Empty { .. }) {
        return Err(NoAllowance::Empty);
    }
    let mut movements: Vec<Movement> =
        ledger.movements(bucket).into_iter().filter(|movement| movement.at() <= now && !movement.is_slip()).collect();
    let today = zone.date(now);
    // What was left of a period before this one says nothing of what was used since.
    let begun = ledger.cycle().begun(zone, now);
    let of_this = |movement: &Movement| Some(movement.at()) >= begun;
    if movements.iter().any(|movement| matches!(movement, Movement::Check(_)) && of_this(movement)) {
        movements.retain(of_this);
    }
    let at_first = ledger.at_first(bucket).filter(|(since, _)| Some(*since) >= begun);
    let morning = zone.start(today);
    if matches!(outlook, Outlook::NotEnough(Missing::NewCycle)) {
        return Err(NoAllowance::NewCycle);
    }
    let said = ledger.checks().any(|(_, at, check)| at <= now && check.of(bucket).next().is_some());
    let none = if said && movements.is_empty() { NoAllowance::NoTotal } else { NoAllowance::NoBalance };
    let likely = super::low::estimate(ledger, bucket, outlook, now, zone).map(|(_, middle, _)| middle);
    let last = super::last_day(ledger, now, zone);
    let day = match outlook {
        Outlook::Known(forecast) if forecast.is_unseen() => Some(Day::likely(Bytes(unsigned(forecast.left_now(0.5))))),
        _ => {
            let start = last.map_or(morning, |last| start(ledger, &movements, last, (morning, now), zone));
            Day::of(at_first, &movements, (start, zone), likely)
        }
    };
    let day = day.ok_or(none)?;
    let last = last.ok_or(NoAllowance::NoExpiry)?;
    let through = Some(last).filter(|last| ledger.expires(today).is_none_or(|end| end.date != *last));
    let days = u32::try_from(last.days_since(today) + 1).unwrap_or(0);
    if days == 0 {
        return Err(NoAllowance::Expired);
    }
    if matches!(outlook, Outlook::Known(forecast) if forecast.may_be_empty()) {
        return Err(NoAllowance::MaybeEmpty);
    }
    let reserve = super::reserve(ledger).min(day.had);
    let share = Bytes(day.had.saturating_sub(reserve).0 / u64::from(days));
    // Never more, over the days that are left, than is there, whatever was read off wrongly, or than is likely there
    // by the estimate that is shown.
    let free = likely.map_or(day.left, |likely| likely.min(day.left)).saturating_sub(reserve);
    let (rest, even) = (share.saturating_sub(day.used), Bytes(free.0 / u64::from(days)));
    let left = rest.min(even);
    let ground = if even < rest || day.guessed.0 > 0 { Ground::Estimated } else { day.ground };
    let tomorrow = free.0.checked_div(u64::from(days - 1)).map(Bytes);
    let reserve = reserve.min(day.left);
    // Both ends are rounded, mostly alike.
    let rounding = ledger.remaining(bucket).map_or(0, |known| known.rounding.0);
    let off = Bytes((2 * rounding).max(day.used.0 / 20));
    let (used, guessed) = (day.used, day.guessed);
    // What is left of it and what was used of it are the share, unless that is used up.
    let share = if left.0 > 0 { left.saturating_add(used) } else { share };
    Ok(Allowance { left, day: share, used, guessed, off, tomorrow, reserve, days, through, ground })
}

/// When that began which is spread over the days to the last one: this morning, or with the top-up of today that came in
/// the place of what was left, or that moved the end. What was used before that was of other data, or for other days, and
/// is no part of today's share.
fn start(
    ledger: &Ledger<'_>,
    movements: &[Movement],
    last: Date,
    (morning, now): (Timestamp, Timestamp),
    zone: &Offsets,
) -> Timestamp {
    let replaced = movements.iter().filter_map(|movement| match movement {
        Movement::TopUp { at, effect: Effect::Replace, .. } => Some(*at),
        _ => None,
    });
    let today = |at: &Timestamp| (morning..=now).contains(at);
    let topped_up = ledger.entries().iter().filter(|(_, one)| lifts(one)).map(|(_, one)| one.at);
    let topped_up: Vec<Timestamp> = topped_up.filter(today).collect();
    let (set, ends) = (ledger.card.needed_until, ledger.expires_before(&topped_up, zone));
    // What already reached the day that was set was for the days to that one before, too.
    let reached = |end: Option<Date>| end == Some(last) || set == Some(last) && end >= set;
    let moved = topped_up.into_iter().zip(ends).filter(|(_, end)| !reached(end.map(|end| end.date)));
    replaced.filter(today).chain(moved.map(|(at, _)| at)).max().unwrap_or(morning)
}

/// What is known of today, or of its part since [`start`].
struct Day {
    /// Left when it began, with what arrived since.
    had: Bytes,
    used: Bytes,
    /// The part of that which a check of the morning found used since a day before.
    guessed: Bytes,
    /// Left now.
    left: Bytes,
    ground: Ground,
}

impl Allowance {
    /// How much more was used today than its share, as far as checks show: nothing where that is less than what
    /// they can tell, or [`Allowance::may_be_used_up`]; `None` while there is something of it left, or where there was
    /// none to begin with.
    #[must_use]
    pub fn over(&self) -> Option<Bytes> {
        let over = self.used.saturating_sub(self.day);
        let told = over > self.off && !self.may_be_used_up();
        (self.day.0 > 0 && self.used >= self.day).then_some(if told { over } else { Bytes(0) })
    }

    /// Whether what was surely used today leaves something of its share, which [`Allowance::guessed`] uses up.
    #[must_use]
    pub fn may_be_used_up(&self) -> bool {
        self.used >= self.day && self.used.saturating_sub(self.guessed) < self.day
    }

    /// Whether nothing is left but what was set aside: where today's share was used up, nothing may be used tomorrow
    /// either.
    #[must_use]
    pub fn is_reserve(&self) -> bool {
        let spent = self.over().is_none() || self.tomorrow.is_none_or(|tomorrow| tomorrow.0 == 0);
        self.left.0 == 0 && self.reserve.0 > 0 && spent
    }
}

impl Day {
    fn of(
        at_first: Option<(Timestamp, Bytes)>,
        movements: &[Movement],
        (start, zone): (Timestamp, &Offsets),
        likely: Option<Bytes>,
    ) -> Option<Self> {
        let mut level = at_first;
        let mut day: Option<Self> = None;
        let mut checked_today = false;
        for movement in movements {
            let today = movement.at() >= start;
            match *movement {
                // Nothing follows from what there was before: it was in another count.
                Movement::Check(check) if check.apart => {
                    let (used, guessed) = day.take().map_or_else(Default::default, |day| (day.used, day.guessed));
                    let had = check.left.saturating_add(used);
                    day = today.then(|| Self { had, used, guessed, ..Self::begins(check.left) });
                    checked_today |= today;
                    level = Some((check.at, check.left));
                }
                Movement::Check(check) if today => {
                    checked_today = true;
                    let before = day.take().or_else(|| level.map(|(_, left)| Self::begins(left)));
                    let mut now = before.unwrap_or_else(|| Self::begins(check.left));
                    let used = now.left.saturating_sub(check.left);
                    let of_today = match level {
                        Some((at, _)) if at < start => {
                            let part = zone.used_after(used, (at, check.at), start);
                            if check.at.since(start) < DAY_MS / 2 {
                                now.guessed = part;
                            }
                            part
                        }
                        _ => used,
                    };
                    // A rise is credit that nobody wrote down: it was there to be used.
                    now.had = now.had.saturating_sub(used.saturating_sub(of_today));
                    now.had = now.had.saturating_add(check.left.saturating_sub(now.left));
                    now.used = now.used.saturating_add(of_today);
                    now.left = check.left;
                    day = Some(now);
                    level = Some((check.at, check.left));
                }
                Movement::Check(check) => level = Some((check.at, check.left)),
                Movement::TopUp { added, effect, at, .. } => {
                    let replaces = effect == Effect::Replace;
                    let raise = |left: Bytes| if replaces { added } else { left.saturating_add(added) };
                    if today {
                        let mut now = match day.take().or_else(|| level.map(|(_, left)| Self::begins(left))) {
                            Some(now) => now,
                            None if replaces => Self::begins(Bytes(0)),
                            None => continue,
                        };
                        now.had = raise(now.had);
                        now.left = raise(now.left);
                        day = Some(now);
                    }
                    level = match level {
                        Some((since, left)) => Some((if replaces { at } else { since }, raise(left))),
                        None => replaces.then_some((at, added)),
                    };
                }
            }
        }
        let day = day.or_else(|| level.map(|(_, left)| Self::begins(left)))?;
        Some(likely.filter(|likely| !checked_today && *likely < day.had).map_or(day, Self::likely))
    }

    /// Of what was not checked today: by what is likely left, of which nothing was used as far as anybody saw.
    const fn likely(left: Bytes) -> Self {
        Self { ground: Ground::Estimated, ..Self::begins(left) }
    }

    const fn begins(left: Bytes) -> Self {
        Self { had: left, used: Bytes(0), guessed: Bytes(0), left, ground: Ground::Checked }
    }
}
