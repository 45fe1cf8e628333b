//! What a top-up would change: made now, or when nothing is left. Pure arithmetic on the card's own
//! rule; how fast it is used, and so the day on which it is gone, comes from the forecast.

use super::price::{Price, price};
use crate::domain::convert::{float_u, unsigned};
use crate::domain::{Base, Bytes, Date, Effect, Money, last_of};
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
    /// Whether so many days of it begin with the one on which they are bought ([`last_of`]).
    pub whole: bool,
    /// The last day of what is left.
    pub expires: Option<Date>,
    /// The last day of what comes in its place and names no days of its own; none where nobody knows it then.
    pub replaced: Option<Date>,
    /// The last day of what waits in the queue already; none where nothing does.
    pub queued: Option<Date>,
    /// Bytes used a day of what is left, in the middle of the forecast; above 0.
    pub rate: f64,
    /// 1 GB = 1024 or 1000 MB.
    pub base: Base,
}

/// What a top-up makes usable, from when on and how long. Days are counted from today.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Supply {
    /// What it brings, in bytes.
    pub added: f64,
    /// The day that begins with it, in the place of what was left; none where it is on top of that.
    pub from: Option<i32>,
    /// The last day of it, and of what it is on top of.
    pub until: i32,
}

/// What comes of a top-up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Brought {
    /// The day on which it is made.
    pub on: Date,
    /// Data that it makes usable, over what there would be without it: what it brings and what it
    /// saves from lapsing, without what itself lapses unused.
    pub gained: Bytes,
    /// How much less that is than without it, where nothing is gained.
    pub less: Bytes,
    /// Data that is lost by it or with it: what it replaces, and what lapses before it is used.
    pub lost: Bytes,
    /// Days on which there is data, over those without it.
    pub days_gained: i32,
    /// Days without data between the end of what is left and a turn in the queue that comes later.
    pub days_dry: i32,
    /// The day through which there is data.
    pub until: Date,
    /// The last day of all that is there with it, used up or not, where one is known.
    pub ends: Option<Date>,
    /// What a GB of what it brings costs, as of any plan that is compared, and of what it saves where it only extends;
    /// `None` with no price or nothing gained.
    pub per_gb: Option<Price>,
}

/// A top-up made now and one made when what is left is used up, or on its last day, side by side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NowOrLater {
    /// Made today.
    pub now: Brought,
    /// Made as nothing is left, or of a day plan on the first day without data; on the last day of what is left,
    /// where some of it would lapse.
    pub later: Brought,
    /// What comes first, so that later is then.
    pub first: First,
}

/// When a top-up is better made, and what speaks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// It brings nothing, whenever it is made.
    Never,
    /// There is but one time: nothing is left already, or not beyond today.
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

/// What a top-up would bring, now against when empty, or on the last day, where that comes first. `None` where the
/// rate is not above 0.
///
/// What waits in the queue already is not counted; another queued top-up begins behind it.
/// What is left is used at the even rate of the forecast's middle, and what comes by `rate`, in bytes a day; what comes
/// by the day, at the first. Now or later, what comes on top of the rest is one pool with it. A validity counts from
/// the top-up as a card's own does ([`last_of`]), and no date at all is beyond every need. Of a day plan the first of
/// its days is the one on which it is made; what was left is used for what a day of it does not hold, and after it.
///
/// A card that is a day plan itself gives its data anew on each day through its last one (`None` where that is not
/// known), with a top-up or without; data that names no days is of the day on which it is made.
#[must_use]
pub fn what_if(offer: &Offer, standing: &Standing, rate: &dyn Fn(Supply) -> f64) -> Option<NowOrLater> {
    (standing.rate > 0.0).then_some(())?;
    let last = standing.expires.map(|last| last.days_since(standing.today));
    (standing.each_day.is_none() || last.is_some()).then_some(())?;
    // What has lapsed does not come back with a top-up.
    let left = if last.is_some_and(|last| last < 0) { 0.0 } else { float_u(standing.left.0) };
    let own = Given { left, own: last.unwrap_or(END), from: 0, until: -1, each_day: 0.0, data: 0.0 };
    let without = own.through(standing, standing.rate);
    let lapses = standing.each_day.is_some() || without.used + 0.5 < left;
    // On its last day what would lapse is still there to be saved.
    let (on, first) = match last.filter(|_| lapses) {
        Some(last) => (last.max(0), First::Expires),
        // What has days of its own begins with the first that lacks data; else it is made as nothing is left.
        None => (if offer.each_day.is_some() { without.until + 1 } else { without.until.max(0) }, First::Empty),
    };
    let made = |on, dry| made(offer, (standing, rate), &own, last, (on, dry), &without);
    Some(NowOrLater { now: made(0, false)?, later: made(on, first == First::Empty)?, first })
}

/// What there is to be used. Days are counted from today.
#[derive(Clone, Copy)]
struct Given {
    /// What is left; of a day plan today's.
    left: f64,
    /// The last day of that.
    own: i32,
    /// The first and the last day of what is given besides.
    from: i32,
    until: i32,
    /// On each of them.
    each_day: f64,
    /// For all of them.
    data: f64,
}

/// So much is used, on so many days with data, the last of which is that one.
#[derive(Clone, Copy)]
struct Run {
    used: f64,
    days: i32,
    until: i32,
}

/// Beyond every need.
const END: i32 = 36_500;

impl Given {
    /// What is used of it day by day: what lapses with the day first. What is given besides, at its own rate.
    fn through(mut self, standing: &Standing, rate: f64) -> Run {
        let mut run = Run { used: 0.0, days: 0, until: -1 };
        let gift = standing.each_day.map(|gift| float_u(gift.0));
        for day in 0..=END {
            let wanted = if day < self.from { standing.rate } else { rate };
            let wanted = if day == 0 { wanted * (1.0 - standing.over) } else { wanted };
            let mine = if day > self.own { 0.0 } else { gift.filter(|_| day > 0).unwrap_or(self.left) };
            let (daily, lump) = if gift.is_some() { (mine, 0.0) } else { (0.0, mine) };
            let open = if (self.from..=self.until).contains(&day) { 1.0 } else { 0.0 };
            let daily = daily + open * self.each_day;
            let there = daily + lump + open * self.data;
            if there >= 0.5 {
                (run.days, run.until) = (run.days + 1, day);
            } else if day >= self.until && (gift.is_none() || day >= self.own) {
                break;
            }
            let taken = wanted.min(there);
            let more = (taken - daily).max(0.0);
            self.left -= more.min(lump);
            self.data -= (more - lump).max(0.0);
            run.used += taken;
        }
        run
    }
}

/// `dry`: whether it is made as nothing is left.
fn made(
    offer: &Offer,
    (standing, rate): (&Standing, &dyn Fn(Supply) -> f64),
    own: &Given,
    last: Option<i32>,
    (on, dry): (i32, bool),
    without: &Run,
) -> Option<Brought> {
    let daily = standing.each_day.is_some();
    // What names no days is, of a day plan, of the day on which it is made.
    let days = offer.days.or(daily.then_some(0));
    let ends = |from: i32, whole: bool| {
        let date = standing.today.plus_days(from)?;
        let whole = whole && offer.days.is_some();
        Some(last_of(days?, date, whole).map_or(END, |last| last.days_since(standing.today)))
    };
    let counted = |from: i32| ends(from, standing.whole);
    let old = last.filter(|&last| last >= on);
    let by_day = offer.each_day.filter(|_| offer.days.is_some());
    // On top of what is good until now.
    let joins = matches!(offer.effect, Effect::Add | Effect::Extend) && last.is_none_or(|last| last >= 0);
    let (mut from, mut own) = (if joins && !daily && by_day.is_none() { 0 } else { on }, *own);
    let until = match offer.effect {
        Effect::Add if daily || by_day.is_some() => counted(on),
        // The end that covers both: a top-up that names none leaves the old one, and moves none nearer.
        Effect::Add => {
            let joint = counted(on).map(|new| new.max(old.unwrap_or(new))).or(old);
            own.own = joint.unwrap_or(END);
            joint
        }
        Effect::Replace => {
            let replaced = standing.replaced.map(|last| last.days_since(standing.today)).filter(|&last| last >= on);
            if daily && offer.days.is_none() {
                // What is there but for one day replaces that one, and the days after it give theirs.
                own.own = replaced.max(old).unwrap_or(on);
                own.left = if on == 0 { 0.0 } else { own.left };
            } else {
                // As nothing is left, nothing of that day is lost.
                own.own = if dry { on } else { on - 1 };
            }
            counted(on).or(replaced)
        }
        Effect::Extend => {
            let end = ends(old.unwrap_or(on), false).or(old);
            own.own = end.unwrap_or(END);
            end
        }
        Effect::Queue => {
            let queued = standing.queued.map(|queued| queued.days_since(standing.today));
            from = queued.max(old).unwrap_or(without.until.max(on - 1)) + 1;
            ends(from, from > on)
        }
    };
    let until = until.unwrap_or(END);
    let brought = offer.data.map_or(0.0, |data| float_u(data.0));
    let given = match by_day {
        Some(gift) => Given { from, until: from + i32::from(days.unwrap_or(0)) - 1, each_day: float_u(gift.0), ..own },
        None => Given { from, until, data: brought, ..own },
    };
    let even = daily || by_day.is_some();
    let supply = Supply { added: brought, from: (!joins).then_some(from), until };
    let run = given.through(standing, if even { standing.rate } else { rate(supply) });
    let gained = Bytes(unsigned(run.used - without.used));
    // What each day leaves of its own lapses either way.
    let had = if daily { without.used } else { own.left };
    let day = |days: i32| standing.today.plus_days(days).unwrap_or(Date::LAST);
    Some(Brought {
        on: day(on),
        gained,
        less: Bytes(unsigned(without.used - run.used)),
        lost: Bytes(unsigned(had + brought - run.used)),
        // A day that was begun without is no day more than it names.
        days_gained: (run.days - without.days).min(offer.days.map_or(END, i32::from)),
        days_dry: match offer.effect {
            // Behind what waits already there is data until its turn, as far as anybody knows.
            Effect::Queue if standing.queued.is_none() => from - without.until.max(on - 1) - 1,
            _ => 0,
        },
        until: day(run.until),
        ends: Some(given.until.max(given.own)).filter(|&last| last < END).map(day),
        per_gb: offer
            .price
            .filter(|_| gained.0 > 0)
            .and_then(|paid| price(paid, offer.data.unwrap_or(gained), standing.base)),
    })
}
