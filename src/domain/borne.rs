//! What was found, held against renewals: whether those came that nobody named, and whether one had come by its day that
//! was named.

use super::convert::{float, float_u};
use super::date::{DAY_MS, Date, Timestamp};
use super::entry::{Bucket, Effect, Entry, Fact};
use super::ledger::Ledger;

/// What was left at an instant, in bytes.
#[derive(Clone, Copy)]
struct Stood {
    at: Timestamp,
    left: f64,
}

/// What is found by a check, after what there was before it: by the last check, what came since, or what began anew.
struct Stretch {
    /// When the check before was made.
    since: Timestamp,
    from: Stood,
    found: Stood,
    /// So far what is found may be off.
    off: f64,
}

/// So many bytes that were used in so many days.
struct Usual {
    used: f64,
    days: f64,
}

/// So many days of use count what a plan implies as one learns what is usual.
const PLAN_DAYS: f64 = 4.0;

/// A stretch counts so many times as much as what the plan implies, as one looks how far its use is from the middle: one
/// person's use varies by the factor of two from week to week, that of persons with one plan by five.
const PLAN_COUNTS: f64 = 1.0 / 6.0;

/// By so much less the daily use must scatter (the sum of the squares of its logarithms about their middle) with the
/// renewals before one that was named for them to have come.
const CLEARLY: f64 = 1.0;

impl Ledger<'_> {
    /// Half a period, in days: what is nearer to a renewal is none.
    pub(super) fn half(&self) -> f64 {
        f64::from(self.card.validity.length().map_or(30, |days| days.max(1))) / 2.0
    }

    /// What the plan gives, in bytes: as the card says, else as the last check did that named a whole.
    fn gives(&self) -> Option<f64> {
        let said = || self.checks().rev().find_map(|(.., check)| self.total(check, Bucket::General));
        self.plan(Bucket::General).or_else(said).map(|plan| float_u(plan.0))
    }

    /// When something came in the place of what was left, in order.
    fn replaced(&self) -> impl Iterator<Item = Timestamp> + '_ {
        self.entries.iter().filter(|(_, entry)| entry.fact.is_in_place()).map(|(_, entry)| entry.at)
    }

    /// The stretches before each check of general data but the first, where all that the plan gives came in the place of
    /// what was left at these instants.
    fn stretches(&self, begins: &[Timestamp], plan: f64) -> Vec<Stretch> {
        let (mut stretches, mut stood, mut since) = (Vec::new(), None::<Stood>, None);
        for (entry, Entry { at, fact, .. }) in &self.entries {
            stood = stood.map(|stood| {
                let begun =
                    begins.partition_point(|begun| begun <= at).checked_sub(1).and_then(|last| begins.get(last));
                begun.filter(|begun| stood.at < **begun).map_or(stood, |begun| Stood { at: *begun, left: plan })
            });
            match fact {
                Fact::Check(check) => {
                    let whole = self.total(check, Bucket::General).or_else(|| self.plan(Bucket::General));
                    let Some(level) = self.level(*entry, *at, check, Bucket::General, whole) else { continue };
                    let found = Stood { at: *at, left: float_u(level.left.0) };
                    if let (Some(from), Some(since)) = (stood, since) {
                        stretches.push(Stretch { since, from, found, off: 2.0 * float_u(level.rounding.0) });
                    }
                    (stood, since) = (Some(found), Some(*at));
                }
                Fact::TopUp(top_up) => {
                    let Some(added) = self.added(top_up, Bucket::General).map(|added| float_u(added.0)) else {
                        continue;
                    };
                    stood = match top_up.effect {
                        Effect::Replace => Some(Stood { at: *at, left: added }),
                        _ => stood.map(|stood| Stood { left: stood.left + added, ..stood }),
                    };
                }
                Fact::KeepAlive(_) => {}
            }
        }
        stretches
    }

    /// Those of the renewals that nobody named, `before` and `after` the last that was told, that what was found does not
    /// speak against. What has just begun with a top-up does not renew before half of its period is over.
    pub(super) fn borne_out(
        &self,
        told: &[Timestamp],
        mut before: Vec<Timestamp>,
        mut after: Vec<Timestamp>,
    ) -> Vec<Timestamp> {
        let half = self.half();
        for at in self.replaced() {
            let apart = |comes: &Timestamp| *comes <= at || days(at, *comes) >= half;
            before.retain(apart);
            after.retain(apart);
        }
        let Some(plan) = self.gives() else {
            let checked = self.checks().next_back().map(|(_, at, _)| at);
            before.append(&mut after);
            before.retain(|comes| Some(*comes) > checked);
            return before;
        };
        let before = self.borne_out_before(told, before, plan);
        let after = self.borne_out_after(&in_order(&[told, &before]), after, plan);
        in_order(&[&before, &after])
    }

    /// Those before one that was named: all of them where the use scatters clearly less so, else none. What rose over one
    /// is left to be asked about.
    fn borne_out_before(&self, told: &[Timestamp], mut before: Vec<Timestamp>, plan: f64) -> Vec<Timestamp> {
        let none = self.stretches(told, plan);
        let all = self.stretches(&in_order(&[told, &before]), plan);
        for Stretch { since, found, .. } in none.iter().chain(&all).filter(|stretch| stretch.rises()) {
            before.retain(|comes| comes <= since || found.at < *comes);
        }
        let Some((last, first)) = none.last().zip(before.first()) else { return before };
        let all = self.stretches(&in_order(&[told, &before]), plan);
        let implied = plan / (2.0 * self.half());
        let come = *first > last.found.at || scatter(&all, implied) + CLEARLY < scatter(&none, implied);
        if come { before } else { Vec::new() }
    }

    /// Those after the last that was told: what is left is no more than the plan gives, and either what would have been
    /// used since is near the usual (within three times), or nearer to it than what would have been used had it not
    /// come. Where both may be, it has begun anew: so it runs out sooner.
    fn borne_out_after(&self, told: &[Timestamp], mut after: Vec<Timestamp>, plan: f64) -> Vec<Timestamp> {
        if after.is_empty() {
            return after;
        }
        let mut usual = self.usual(plan);
        let all = self.stretches(&in_order(&[told, &after]), plan);
        for (old, new) in self.stretches(told, plan).into_iter().zip(all) {
            let comes = old.from.at < new.from.at;
            if comes && usual.may_have_begun(&old, &new) {
                usual.learn(&new);
                continue;
            }
            if comes {
                after.retain(|comes| *comes <= old.from.at || new.found.at < *comes);
            }
            usual.learn(&old);
        }
        after
    }

    /// When each of these renewals came, in order: as its day begins, but not before a check of that day that names no
    /// later one and finds what there was before, where all but that would be far from the usual. Such a one came with
    /// what was then paid for in the place of the rest, or just after that check where the next one finds more; else it
    /// comes by the end of its day.
    pub(super) fn came_by(&self, renewals: &[Timestamp]) -> Vec<Timestamp> {
        let mut came = renewals.to_vec();
        let Some(plan) = self.gives() else { return came };
        let mut usual = self.usual(plan);
        for (place, new) in self.stretches(renewals, plan).into_iter().enumerate() {
            let is_it = |comes: &&mut Timestamp| **comes == new.from.at && new.since < new.from.at;
            let day = self.zone.date(new.from.at);
            let end = self.zone.end(day).plus(-1);
            let on_it = new.from.at == self.zone.start(day) && new.found.at <= end && usual.is_far(&new);
            if on_it && let Some(comes) = came.iter_mut().find(is_it) {
                let others: Vec<_> = renewals.iter().copied().filter(|other| other != comes).collect();
                let mut without = self.stretches(&others, plan).into_iter().skip(place);
                if let Some(old) = without.next().filter(|old| usual.is_old(old, &new) && !self.names_next(&new, day)) {
                    let risen = without.next().filter(Stretch::rises).map(|_| new.found.at.plus(1));
                    let replaced = self.replaced().find(|at| *at > new.found.at);
                    *comes = risen.into_iter().chain(replaced).fold(end, Timestamp::min);
                    usual.learn(&old);
                    continue;
                }
            }
            usual.learn(&new);
        }
        came
    }

    /// Whether the check that found something names a renewal after a day.
    fn names_next(&self, stretch: &Stretch, day: Date) -> bool {
        let mut named = self.entries.iter().filter_map(|&(entry, fact)| self.names(entry, fact));
        named.any(|(at, next)| at == stretch.found.at && next > day)
    }

    /// What is used as a rule, as far as the plan says.
    fn usual(&self, plan: f64) -> Usual {
        Usual { used: PLAN_DAYS * plan / (2.0 * self.half()), days: PLAN_DAYS }
    }
}

impl Stretch {
    /// What was used, in bytes; `None` where it rose by more than it may be off.
    fn used(&self) -> Option<f64> {
        let used = self.from.left - self.found.left;
        (used >= -self.off).then_some(used.max(0.0))
    }

    fn rises(&self) -> bool {
        self.used().is_none()
    }

    fn days(&self) -> f64 {
        days(self.from.at, self.found.at)
    }

    /// What was used in a day, with a day of the usual use, so that hours show little.
    fn rate(&self, usual: f64) -> Option<f64> {
        Some((self.used()? + usual) / (self.days() + 1.0))
    }
}

impl Usual {
    /// What is used in a day.
    fn daily(&self) -> f64 {
        self.used / self.days
    }

    fn learn(&mut self, stretch: &Stretch) {
        if let Some(used) = stretch.used() {
            (self.used, self.days) = (self.used + used, self.days + stretch.days());
        }
    }

    /// By which factor the use of a stretch in which something began anew is above the usual, or below it.
    fn apart(&self, new: &Stretch) -> Option<f64> {
        let usual = self.daily();
        Some(apart(new.rate(usual)?, usual))
    }

    /// The same of one in which nothing did: of little that was left before no more than that could have been used.
    fn apart_without(&self, old: &Stretch) -> Option<f64> {
        let usual = self.daily();
        Some(apart(old.rate(usual)?, usual.min((old.from.left + usual) / (old.days() + 1.0))))
    }

    fn may_have_begun(&self, old: &Stretch, new: &Stretch) -> bool {
        match (self.apart(new), self.apart_without(old)) {
            (Some(now), Some(then)) => now <= 3.0 || now <= then,
            (now, _) => now.is_some() && new.rate(self.daily()) <= Some(3.0 * self.daily()),
        }
    }

    /// Whether it would not be what is usual, had something begun anew.
    fn is_far(&self, new: &Stretch) -> bool {
        self.apart(new).is_none_or(|now| now > 3.0)
    }

    /// Whether what is found is clearly what there was before, and not what would have been used since.
    fn is_old(&self, old: &Stretch, new: &Stretch) -> bool {
        self.apart_without(old).is_some_and(|then| self.apart(new).is_none_or(|now| now > 3.0 * then))
    }
}

/// By which factor one of the two is above the other.
fn apart(one: f64, other: f64) -> f64 {
    (one / other).max(other / one)
}

/// How far the daily use of stretches is from its middle: the sum of the squares of the logarithms, with what the plan
/// implies as another one.
fn scatter(stretches: &[Stretch], implied: f64) -> f64 {
    let mut mean = Usual { used: implied, days: 1.0 };
    stretches.iter().for_each(|stretch| mean.learn(stretch));
    let rate = |stretch: &Stretch| {
        let whole = days(stretch.since, stretch.found.at);
        Some((libm::log(stretch.rate(mean.daily())?), whole / (whole + 1.0)))
    };
    let rates = || stretches.iter().filter_map(rate).chain([(libm::log(implied), PLAN_COUNTS)]);
    let (sum, weights) = rates().fold((0.0, 0.0), |(sum, all), (rate, counts)| (sum + counts * rate, all + counts));
    rates().map(|(rate, counts)| counts * libm::pow(rate - sum / weights, 2.0)).sum()
}

/// All of these instants, in order.
fn in_order(instants: &[&[Timestamp]]) -> Vec<Timestamp> {
    let mut all = instants.concat();
    all.sort_unstable();
    all
}

/// The days between two instants.
pub(super) fn days(from: Timestamp, to: Timestamp) -> f64 {
    float(to.since(from)) / float(DAY_MS)
}
