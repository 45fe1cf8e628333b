//! When a card's plan renewed: on the days that were named, that were paid for by hand, and that follow by themselves.

use super::amount::Amount;
use super::book::Kept;
use super::card::Validity;
use super::convert::{float, float_u};
use super::cycle::month_around;
use super::date::{DAY_MS, Date, Timestamp};
use super::entry::{Bucket, Channel, Effect, Entry, Fact, TopUp};
use super::ledger::Ledger;
use super::period::Then;

impl Ledger<'_> {
    /// When each renewal came, or comes, that was named: by the checks, by the card, and by the card before
    /// the next one was typed on it, or none, where it had come by then. A day that is nearer than half a period
    /// is no next one: the one before it was wrong. So it goes on by itself for as long as a renewal is named, unless a
    /// check speaks against it.
    pub(super) fn renewals(&self) -> Vec<Timestamp> {
        let mut renewals = self.renewals_told();
        let length = self.card.validity.length().map_or(30, i32::from);
        for pair in self.named.windows(2) {
            let (Some(day), [_, Kept { value: next, .. }]) = (self.came(pair), pair) else { continue };
            let follows = next.is_none_or(|next| next.days_since(day) * 2 >= length);
            let comes = self.zone.start(day);
            let told = renewals.iter().any(|told| told.since(comes).abs() <= DAY_MS);
            if follows && !told {
                let mut own = Vec::new();
                self.renewed(day, comes, &mut own);
                renewals.extend(own);
            }
        }
        renewals.sort_unstable();
        if let Some((paid, named)) = self.by_hand() {
            renewals.retain(|at| named <= paid || self.zone.date(*at) != named);
        }
        let mut assumed = self.before(&renewals);
        let mut day = self.last_begun(&renewals);
        while let Some(next) = day.and_then(|day| self.again(day)).filter(|day| self.zone.start(*day) <= self.now) {
            self.renewed(next, self.zone.start(next), &mut assumed);
            day = Some(next);
        }
        renewals.extend(self.borne_out(&renewals, assumed));
        renewals.sort_unstable();
        renewals
    }

    /// The same by the checks, and by the card as it is.
    ///
    /// A renewal comes as its day begins, but not on a day on which a check still names it, unless a later
    /// check of that day names another. One that had not come yet when another was named was none.
    fn renewals_told(&self) -> Vec<Timestamp> {
        let mut renewals = Vec::new();
        let own = self.card.renews.map(|own| (own, self.zone.start(own)));
        let mut last = own;
        for (_, at, check) in self.checks() {
            let Some(day) = check.renews else { continue };
            let made = self.zone.date(at);
            if let Some((named, comes)) = last.filter(|(named, _)| *named <= made && *named != day) {
                if day < named {
                    continue;
                }
                self.renewed(named, comes.min(at), &mut renewals);
            }
            last = Some((day, if day <= made { self.zone.end(made) } else { self.zone.start(day) }));
        }
        if let Some((named, comes)) = last {
            self.renewed(named, comes, &mut renewals);
            if let Some((own, comes)) = own.filter(|(own, _)| named < *own) {
                self.renewed(own, comes, &mut renewals);
            }
        }
        renewals
    }

    /// Those that nobody named, a period before one of these that was named, and so on, since the oldest entry; not where
    /// it was named more than a period before, and not nearer than half a period to another.
    fn before(&self, told: &[Timestamp]) -> Vec<Timestamp> {
        let Some((_, oldest)) = self.entries.first() else { return Vec::new() };
        let half = self.half();
        let start = |day: Date| self.zone.start(day);
        let by_checks = self.checks().filter_map(|(_, at, check)| Some((check.renews?, at)));
        let typed = |kept: &Kept<Option<Date>>| Some((kept.value?, Timestamp::from_millis(kept.version.0.millis())?));
        let mut named: Vec<_> = by_checks.chain(self.named.iter().filter_map(typed)).collect();
        named.sort_unstable();
        named.dedup_by_key(|(day, _)| *day);
        let stands = |day: Date| told.iter().any(|comes| comes.since(start(day)).abs() <= DAY_MS);
        let mut before = Vec::new();
        for (day, said) in named.into_iter().filter(|(day, _)| stands(*day)) {
            let earlier = std::iter::successors(self.renewal_before(day), |day| self.renewal_before(*day));
            let within = self.renewal_before(day).is_some_and(|day| start(day) <= said);
            for day in earlier.take_while(|day| within && start(*day) > oldest.at) {
                if told.iter().chain(&before).all(|other| days(start(day), *other).abs() >= half) {
                    let mut own = Vec::new();
                    self.renewed(day, start(day), &mut own);
                    before.extend(own);
                }
            }
        }
        before.sort_unstable();
        before
    }

    /// A renewal of that day, unless the data is good for longer: then a fee is taken, and nothing begins
    /// anew.
    fn renewed(&self, day: Date, comes: Timestamp, renewals: &mut Vec<Timestamp>) {
        let end = self.expires_before(&[comes], &self.zone).pop().flatten().filter(|end| end.then == Then::Over);
        let end = end.map_or(Timestamp::MIN, |end| self.zone.end(end.date));
        if end <= self.zone.end(day) && renewals.last().is_none_or(|last| *last < comes) {
            renewals.push(comes.max(end));
        }
    }

    /// The day of a renewal that was on the card until the next was typed, or none, and had come by then. One that was
    /// typed once it was past may have been a slip of the finger.
    pub(super) fn came(&self, pair: &[Kept<Option<Date>>]) -> Option<Date> {
        let [Kept { value: Some(day), version: typed }, Kept { version, .. }] = *pair else { return None };
        let comes = self.zone.start(day).millis();
        (typed.0.millis() <= comes && comes <= version.0.millis()).then_some(day)
    }

    /// When the plan was last paid for anew, and the renewal that this was: it was named before that, and was to come by
    /// then, or of so many days of a plan less than half of them later. What the plan gives came in the place of what
    /// was left.
    pub(super) fn by_hand(&self) -> Option<(Date, Date)> {
        let named = self.renews(self.zone.date(self.now))?;
        let early = if let Validity::Days { days, .. } = self.card.validity { i32::from(days) / 2 } else { 1 }.max(1);
        let bytes = |amount: Amount| amount.bytes(self.card.base);
        let gives = self.card.plan.map(bytes);
        let whole = |top_up: &TopUp| {
            top_up.channel == Some(Channel::AutoRenewal) || gives.is_some() && top_up.data.map(bytes) == gives
        };
        for (_, Entry { at, fact, .. }) in self.entries.iter().rev() {
            match fact {
                Fact::Check(check) if check.renews.is_some() => break,
                Fact::TopUp(top_up) if top_up.effect == Effect::Replace && !fact.is_pending() && whole(top_up) => {
                    let typed = self.named.last().is_some_and(|typed| typed.version.0.millis() > at.millis());
                    let paid = self.zone.date(*at);
                    return (!typed && named.days_since(paid) < early).then_some((paid, named));
                }
                _ => {}
            }
        }
        None
    }

    /// The day on which the last renewal came that is known, named or paid for by hand.
    pub(super) fn last_begun(&self, renewals: &[Timestamp]) -> Option<Date> {
        let last = renewals.last().map(|at| self.zone.date(*at));
        last.max(self.by_hand().map(|(paid, _)| paid))
    }

    /// The day of the renewal after that of a day, while one is named at all: so many days later as the card says, else
    /// a month.
    pub(super) fn again(&self, day: Date) -> Option<Date> {
        self.renews(day)?;
        match self.card.validity {
            Validity::Days { days, .. } => day.plus_days(days.max(1).into()),
            _ => Some(month_around(day, self.month_day())?.1),
        }
    }

    /// The last of the renewals that follow one by themselves, up to now: it begins the period, though a check after
    /// it may say what is left.
    #[must_use]
    pub fn renewed_since(&self, renewal: Timestamp) -> Timestamp {
        let next = |at: &Timestamp| self.again(self.zone.date(*at)).map(|day| self.zone.start(day));
        std::iter::successors(Some(renewal), next).take_while(|at| *at <= self.now).last().unwrap_or(renewal)
    }

    /// The day of the renewal before that of a day: so many days earlier as the card says, else a month.
    #[must_use]
    pub fn renewal_before(&self, day: Date) -> Option<Date> {
        match self.card.validity {
            Validity::Days { days, .. } => day.plus_days(-i32::from(days)),
            _ => Some(month_around(day.plus_days(-1)?, self.month_day())?.0),
        }
    }

    /// The day of the month on which it renews. The last of a shorter month stands for the day that was
    /// named before.
    pub(super) fn month_day(&self) -> u8 {
        let named = self.card.renews.into_iter().chain(self.checks().filter_map(|(.., check)| check.renews));
        named.fold(1, |day, date| if date == date.month_end() { day.max(date.day()) } else { date.day() })
    }

    /// Half a period, in days: what is nearer to a renewal is none.
    fn half(&self) -> f64 {
        self.card.validity.length().map_or(30.0, f64::from) / 2.0
    }

    /// Those of the renewals that nobody named which the next check does not speak against, where others came as `told`:
    /// what is left is no more than the plan gives, and either no more would have been used since than is
    /// usual three times over, or that is nearer to the usual than what would have been used had none of them come. Where
    /// both may be after the last that was told, it has begun anew: so it runs out sooner. Before that it must be nearer
    /// to the usual, and a rise is left to be asked about.
    fn borne_out(&self, told: &[Timestamp], mut assumed: Vec<Timestamp>) -> Vec<Timestamp> {
        let Some(whole) = self.plan(Bucket::General).filter(|_| !assumed.is_empty()) else {
            let checked = self.checks().next_back().map(|(_, at, _)| at);
            assumed.retain(|comes| Some(*comes) > checked);
            return assumed;
        };
        let plan = float_u(whole.0);
        let half = self.half();
        let mut usual = Usual { used: PLAN_DAYS * plan / (2.0 * half), days: PLAN_DAYS };
        // What there was before, and since the last of the renewals that may have come since.
        let (mut old, mut new) = (None::<Stood>, None::<Stood>);
        for (entry, Entry { at, fact, .. }) in &self.entries {
            let last = |of: &[Timestamp], since: Option<Stood>| {
                let comes =
                    *of.iter().rfind(|comes| since.is_some_and(|since| since.at < **comes) && **comes <= *at)?;
                Some(Stood { at: comes, left: plan })
            };
            if let Some(begun) = last(told, old) {
                (old, new) = (Some(begun), None);
            }
            new = last(&assumed, new.or(old)).or(new);
            match fact {
                Fact::Check(check) => {
                    let whole = self.total(check, Bucket::General).unwrap_or(whole);
                    let Some(level) = self.level(*entry, *at, check, Bucket::General, Some(whole)) else { continue };
                    let found = Stood { at: *at, left: float_u(level.left.0) };
                    if let (Some(before), Some(begun)) = (old, new) {
                        let off = 2.0 * float_u(level.rounding.0);
                        let follows = told.last().is_none_or(|told| *told < begun.at);
                        if usual.is_nearer(begun, before, found, off)
                            || follows && usual.rate(begun, found, off).is_some_and(|now| now <= 3.0 * usual.daily())
                        {
                            old = new;
                        } else {
                            assumed.retain(|comes| *comes <= before.at || at < comes);
                        }
                    }
                    if let Some(before) = old {
                        usual.learn(before, found);
                    }
                    (old, new) = (Some(found), None);
                }
                Fact::TopUp(top_up) => {
                    let Some(added) = self.added(top_up, Bucket::General).map(|added| float_u(added.0)) else {
                        continue;
                    };
                    if top_up.effect == Effect::Replace {
                        // What has just begun does not renew before half of it is over.
                        assumed.retain(|comes| *comes <= *at || days(*at, *comes) >= half);
                        (old, new) = (Some(Stood { at: *at, left: added }), None);
                    } else {
                        let raised = |stood: Stood| Stood { left: stood.left + added, ..stood };
                        (old, new) = (old.map(raised), new.map(raised));
                    }
                }
                Fact::KeepAlive(_) => {}
            }
        }
        assumed
    }
}

/// So many days of use count what a plan implies as one learns what is usual.
const PLAN_DAYS: f64 = 4.0;

/// What was left at an instant, in bytes.
#[derive(Clone, Copy)]
struct Stood {
    at: Timestamp,
    left: f64,
}

/// So many bytes that were used in so many days.
struct Usual {
    used: f64,
    days: f64,
}

impl Usual {
    /// What is used in a day.
    fn daily(&self) -> f64 {
        self.used / self.days
    }

    /// Counts what was used between two times, where it did not rise.
    fn learn(&mut self, from: Stood, to: Stood) {
        if to.left <= from.left {
            (self.used, self.days) = (self.used + from.left - to.left, self.days + days(from.at, to.at));
        }
    }

    /// What would have been used in a day between two times, with a day of the usual use, so that hours show little;
    /// `None` where it rose by more than it may be `off`.
    fn rate(&self, from: Stood, to: Stood, off: f64) -> Option<f64> {
        let used = from.left - to.left;
        (used >= -off).then(|| (used.max(0.0) + self.daily()) / (days(from.at, to.at) + 1.0))
    }

    /// Whether what is found, had it begun anew, is nearer to the usual than from what there was before.
    fn is_nearer(&self, begun: Stood, before: Stood, found: Stood, off: f64) -> bool {
        let (now, then) = (self.rate(begun, found, off), self.rate(before, found, off));
        // Of little left no more than that could have been used.
        let all = self.rate(before, Stood { left: 0.0, ..found }, off);
        let (Some(now), Some(then), Some(all)) = (now, then, all) else { return false };
        now * then <= self.daily() * all.min(self.daily())
    }
}

/// The days between two instants.
fn days(from: Timestamp, to: Timestamp) -> f64 {
    float(to.since(from)) / float(DAY_MS)
}
