//! What a top-up would change: made now, or when nothing is left. Pure arithmetic on the card's own
//! rule; how fast it is used comes from the forecast.

use super::price::{Price, price};
use crate::domain::convert::{float_u, integer, unsigned};
use crate::domain::{Base, Bytes, Date, Effect, Money};
use crate::forecast::First;

/// A top-up that is thought about.
#[derive(Clone, Copy, Debug)]
pub struct Offer {
    /// How much data it brings in all; none where it only extends.
    pub data: Option<Bytes>,
    /// Of a day plan: how much it brings on each of its days, what is not used of a day lapsing with it.
    pub each_day: Option<Bytes>,
    /// How many days it is good for, or by how many it extends; none where it moves no date.
    pub days: Option<u16>,
    /// What it costs.
    pub price: Option<Money>,
    /// What it does to what is there.
    pub effect: Effect,
}

/// How things stand when it is thought about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// What is left; nothing once its last day is over, whatever a check found before.
    pub left: Bytes,
    /// Today, in the card's zone.
    pub today: Date,
    /// How much of today is over, as a share of a day: 0 as it begins.
    pub over: f64,
    /// Of a day plan: what it gives anew on each day through its last one, what is not used of a day lapsing with
    /// it; `left` is what is left of today's.
    pub each_day: Option<Bytes>,
    /// The last day of what is left.
    pub expires: Option<Date>,
    /// The last day of what waits in the queue already; none where nothing does.
    pub queued: Option<Date>,
    /// Bytes used a day, in the middle of the forecast; above 0.
    pub rate: f64,
    /// 1 GB = 1024 or 1000 MB.
    pub base: Base,
}

/// What comes of a top-up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Brought {
    /// The day on which it is made.
    pub on: Date,
    /// Data that it makes usable, over what there would be without it: what it brings and what it
    /// saves from lapsing, without what itself lapses unused.
    pub gained: Bytes,
    /// Data that is lost by it or with it: what it replaces, and what lapses before it is used.
    pub lost: Bytes,
    /// Days on which there is data, over those without it.
    pub days_gained: i32,
    /// Days without data between the end of what is left and a turn in the queue that comes later.
    pub days_dry: i32,
    /// The day through which there is data.
    pub until: Date,
    /// What a usable GB of it costs; `None` with no price or nothing gained.
    pub per_gb: Option<Price>,
}

/// A top-up made now and one made when what is left is used up, or on its last day, side by side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NowOrLater {
    /// Made today.
    pub now: Brought,
    /// Made on the first day without data; on the last day of what is left, where some of it would lapse.
    pub later: Brought,
    /// What comes first, so that later is then.
    pub first: First,
}

/// When a top-up is better made, and what speaks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// It brings nothing, whenever it is made.
    Never,
    /// There is but one time: nothing is left already.
    Once,
    /// It comes to the same.
    Alike,
    /// Now, rather than later.
    Now(More),
    /// Later, rather than now.
    Later(More),
}

/// What one time has over the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct More {
    /// Data that is lost the other way, and not this one; none below a hundredth of what is gained.
    pub data: Bytes,
    /// Days with data; never negative.
    pub days: i32,
}

impl NowOrLater {
    /// Which of the two is better: the one by which less data is lost, then the one with more days. One day is
    /// no difference where the later one begins when it is empty: that day was begun with what was left.
    #[must_use]
    pub fn better(&self) -> Better {
        let Self { now, later, .. } = self;
        let gained = now.gained.max(later.gained);
        if gained.0 == 0 && (now.days_gained, later.days_gained) == (0, 0) {
            return Better::Never;
        }
        if now == later {
            return Better::Once;
        }
        let (least, most) = (now.lost.min(later.lost), now.lost.max(later.lost));
        let data = Some(most.saturating_sub(least)).filter(|data| data.0 > gained.0 / 100).unwrap_or_default();
        let days = now.days_gained - later.days_gained;
        let days = if self.first == First::Empty && days.abs() == 1 { 0 } else { days };
        match (data.0 > 0, now.lost < later.lost, days) {
            (true, true, _) | (false, _, 1..) => Better::Now(More { data, days: days.max(0) }),
            (false, _, 0) => Better::Alike,
            _ => Better::Later(More { data, days: (-days).max(0) }),
        }
    }
}

/// What a top-up would bring, now against when empty, or on the last day, where that comes first. `None` where the rate is not above 0.
///
/// What waits in the queue already is not counted; another queued top-up begins behind it.
/// Data is used at the even rate of the forecast's middle; a validity counts from the day of the
/// top-up, its last day is so many days later, and no date at all is beyond every need. Of a day plan the first
/// of its days is the one on which it is made; what was left is used for what a day of it does not hold, and after it.
///
/// A card that is a day plan itself gives its data anew on each day through its last one (`None` where that is not
/// known), with a top-up or without; data that names no days is of the day on which it is made.
#[must_use]
pub fn what_if(offer: &Offer, standing: &Standing) -> Option<NowOrLater> {
    (standing.rate > 0.0).then_some(())?;
    if let Some(gift) = standing.each_day {
        return daily(offer, standing, gift);
    }
    // What has lapsed does not come back with a top-up.
    let lapsed = standing.expires.is_some_and(|last| last < standing.today);
    let standing = &Standing { left: if lapsed { Bytes(0) } else { standing.left }, ..*standing };
    let without = lasts(standing, standing.left, standing.today, standing.expires)?;
    let now = made(offer, standing, standing.left, standing.today, without)?;
    let (left, on, first) = match standing.expires.filter(|_| without.used < standing.left) {
        // On its last day what would lapse is still there to be saved.
        Some(last) => {
            let days = f64::from(last.days_since(standing.today)) - standing.over;
            let used = unsigned(days.max(0.0) * standing.rate);
            (standing.left.saturating_sub(Bytes(used)), last, First::Expires)
        }
        None => (Bytes(0), without.until.plus_days(1)?, First::Empty),
    };
    let rest = without.used.saturating_sub(standing.left.saturating_sub(left));
    let later = made(offer, standing, left, on, Stretch { until: without.until, used: rest })?;
    Some(NowOrLater { now, later, first })
}

/// So much is used, through that day.
#[derive(Clone, Copy)]
struct Stretch {
    until: Date,
    used: Bytes,
}

/// How long data lasts from a day on.
fn lasts(standing: &Standing, left: Bytes, from: Date, expires: Option<Date>) -> Option<Stretch> {
    let over = over(standing, from);
    let days = over + float_u(left.0) / standing.rate;
    let whole = if left.0 > 0 { i32::try_from(integer(libm::ceil(days.min(36_500.0)))).unwrap_or(0) } else { 0 };
    let empty = from.plus_days(whole - 1).unwrap_or(Date::LAST);
    match expires {
        Some(last) if last < empty => {
            let open = f64::from((last.days_since(from) + 1).max(0)) - over;
            let used = Bytes(left.0.min(unsigned(open.max(0.0) * standing.rate)));
            Some(Stretch { until: last.max(from.plus_days(-1)?), used })
        }
        _ => Some(Stretch { until: empty, used: left }),
    }
}

/// How much of a day is over when something is made on it.
fn over(standing: &Standing, on: Date) -> f64 {
    if on == standing.today { standing.over } else { 0.0 }
}

/// How long a day plan lasts with what was left beside it, which ends on `old`.
fn day_by_day(
    standing: &Standing,
    (each_day, days): (Bytes, u16),
    left: Bytes,
    on: Date,
    old: Option<Date>,
) -> Option<Stretch> {
    let (rate, gift) = (standing.rate, float_u(each_day.0));
    let (days, first) = (i32::from(days.max(1)), rate * (1.0 - over(standing, on)));
    let gone = unsigned(first.min(gift) + rate.min(gift) * f64::from(days - 1));
    let after = on.plus_days(days)?;
    let beside = old.map_or(days, |old| (old.days_since(on) + 1).clamp(0, days));
    let more = (first - gift).max(0.0) + (rate - gift).max(0.0) * f64::from(beside - 1);
    let with = Bytes(left.0.min(unsigned(if beside > 0 { more } else { 0.0 })));
    let rest = left.saturating_sub(with);
    let then = match old.is_none_or(|old| old >= after) && rest.0 > 0 {
        true => lasts(standing, rest, after, old)?,
        false => Stretch { until: after.plus_days(-1)?, used: Bytes(0) },
    };
    Some(Stretch { until: then.until, used: Bytes(gone).saturating_add(with).saturating_add(then.used) })
}

/// The same for a card that is a day plan and gives so much a day through its last one. Days are counted from today.
fn daily(offer: &Offer, standing: &Standing, gift: Bytes) -> Option<NowOrLater> {
    let ahead = |date: Date| date.days_since(standing.today);
    let last = ahead(standing.expires?).max(-1);
    let behind = standing.queued.map_or(last, ahead).max(last) + 1;
    let days = offer.days.map_or(0, i32::from);
    let bytes = |bytes: Option<Bytes>| float_u(bytes.unwrap_or_default().0);
    let through = |on: i32, effect: Option<Effect>| {
        let own = match effect {
            Some(Effect::Replace) => on - 1,
            Some(Effect::Extend) => last.max(on - 1) + days,
            _ => last,
        };
        let from = if effect == Some(Effect::Queue) { behind } else { on };
        let until = from + days - i32::from(offer.each_day.is_some());
        let mut data = if offer.each_day.is_some() { 0.0 } else { bytes(offer.data) };
        let (mut used, mut count, mut end) = (0.0, 0, -1);
        for day in 0..=own.max(until) {
            let open = effect.is_some() && (from..=until).contains(&day);
            let own = if day > own {
                Bytes(0)
            } else if day == 0 {
                standing.left
            } else {
                gift
            };
            let given = float_u(own.0) + if open { bytes(offer.each_day) } else { 0.0 };
            let there = given + if open { data } else { 0.0 };
            let wanted = standing.rate * if day == 0 { 1.0 - standing.over } else { 1.0 };
            let taken = wanted.min(there);
            data -= (taken - given).max(0.0);
            used += taken;
            if there > 0.0 {
                (count, end) = (count + 1, day);
            }
        }
        (used, count, end, from)
    };
    let (without, had, ..) = through(0, None);
    let brought = |on: i32| {
        let (with, has, end, from) = through(on, Some(offer.effect));
        let gained = Bytes(unsigned(with - without));
        Some(Brought {
            on: standing.today.plus_days(on)?,
            gained,
            // What a day leaves of its own lapses either way.
            lost: Bytes(unsigned(without + bytes(offer.data) - with)),
            days_gained: has - had,
            days_dry: if offer.effect == Effect::Queue { from - last - 1 } else { 0 },
            until: standing.today.plus_days(end)?,
            per_gb: offer.price.and_then(|paid| price(paid, gained, standing.base)),
        })
    };
    Some(NowOrLater { now: brought(0)?, later: brought(last.max(0))?, first: First::Expires })
}

fn made(offer: &Offer, standing: &Standing, left: Bytes, on: Date, without: Stretch) -> Option<Brought> {
    let brought = offer.data.unwrap_or(Bytes(0));
    let counted = |from: Date| offer.days.map(|days| from.plus_days(i32::from(days)).unwrap_or(Date::LAST));
    let old = standing.expires.filter(|&last| last >= on);
    // The end that covers both: a top-up that names none leaves the old one, and moves none nearer.
    let joint = match (old, counted(on)) {
        (Some(old), Some(new)) => Some(old.max(new)),
        (old, new) => new.or(old),
    };
    let mut days_dry = 0;
    let there = left.saturating_add(brought);
    let day_plan = offer.each_day.zip(offer.days);
    let stretch = match (offer.effect, day_plan) {
        (Effect::Add, Some(plan)) => day_by_day(standing, plan, left, on, old)?,
        (Effect::Add, None) => lasts(standing, there, on, joint)?,
        (Effect::Replace, Some(plan)) => day_by_day(standing, plan, Bytes(0), on, None)?,
        (Effect::Replace, None) => lasts(standing, brought, on, counted(on).or(old))?,
        (Effect::Extend, _) => lasts(standing, there, on, counted(old.unwrap_or(on)).or(old))?,
        (Effect::Queue, plan) => {
            let first = lasts(standing, left, on, old)?;
            let next = match standing.queued.max(old) {
                Some(end) => end.plus_days(1)?,
                None if left.0 == 0 => on,
                None => first.until.plus_days(1)?,
            };
            days_dry = next.days_since(first.until) - 1;
            let second = match plan {
                Some(plan) => day_by_day(standing, plan, Bytes(0), next, None)?,
                None => lasts(standing, brought, next, counted(next))?,
            };
            let used = first.used.saturating_add(second.used);
            Stretch { until: second.until, used }
        }
    };
    let gained = stretch.used.saturating_sub(without.used);
    Some(Brought {
        on,
        gained,
        lost: there.saturating_sub(stretch.used),
        days_gained: stretch.until.days_since(without.until) - days_dry,
        days_dry,
        until: stretch.until,
        per_gb: offer.price.and_then(|paid| price(paid, gained, standing.base)),
    })
}
