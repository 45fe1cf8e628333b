//! When a card's plan renewed: on the days that were named, that were paid for by hand, and that follow by themselves.

use super::amount::Amount;
use super::book::Kept;
use super::borne::days;
use super::card::Validity;
use super::cycle::month_around;
use super::date::{DAY_MS, Date, Timestamp};
use super::entry::{Channel, Effect, Entry, Fact, TopUp};
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
        if let Some(over) = self.lapsed(&renewals) {
            renewals.push(over);
            renewals.sort_unstable();
        }
        let (before, mut after) = (self.before(&renewals), Vec::new());
        let mut day = self.last_begun(&renewals);
        while let Some(next) = day.and_then(|day| self.again(day)).filter(|day| self.zone.start(*day) <= self.now) {
            self.renewed(next, self.zone.start(next), &mut after);
            day = Some(next);
        }
        let told = renewals.len();
        renewals.append(&mut after);
        let mut renewals = self.came_by(&renewals);
        let after = renewals.split_off(told);
        renewals.extend(self.borne_out(&renewals, before, after));
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
        for &(entry, fact) in &self.entries {
            let Some((at, day)) = self.names(entry, fact) else { continue };
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

    /// Those that nobody named, a period before one of these that was named, and so on, back to the one before that
    /// was, or the oldest entry; not where it was named more than a period before, and not nearer than half a period to
    /// another.
    fn before(&self, told: &[Timestamp]) -> Vec<Timestamp> {
        let Some((_, oldest)) = self.entries.first() else { return Vec::new() };
        let half = self.half();
        let start = |day: Date| self.zone.start(day);
        let stands = |day: Date| told.iter().any(|comes| comes.since(start(day)).abs() <= DAY_MS);
        let mut before = Vec::new();
        for &(day, said) in self.named_days().iter().filter(|(day, _)| stands(*day)) {
            let last = told.iter().rfind(|comes| start(day).since(**comes) > DAY_MS);
            let since = last.map_or(oldest.at, |last| oldest.at.max(*last));
            let mut earlier =
                std::iter::successors(self.renewal_before(day), |day| self.renewal_before(*day)).peekable();
            if earlier.peek().is_none_or(|day| start(*day) > said) {
                continue;
            }
            for day in earlier.take_while(|day| start(*day) > since) {
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
        for &(entry, own) in self.entries.iter().rev() {
            let Entry { at, fact, .. } = own;
            match fact {
                Fact::Check(_) if self.names(entry, own).is_some() => break,
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
            _ => Some(month_around(day, self.day_of(day))?.1),
        }
    }

    /// The last of the renewals that follow one by themselves, up to now and not near one that was named: it begins the
    /// period, though a check after it may say what is left.
    #[must_use]
    pub fn renewed_since(&self, renewal: Timestamp) -> Timestamp {
        let next = |at: &Timestamp| self.again(self.zone.date(*at)).map(|day| self.zone.start(day));
        let named = self.calendar().next(&self.zone, renewal);
        let own = |at: &Timestamp| *at <= self.now && named.is_none_or(|named| days(*at, named) >= self.half());
        std::iter::successors(Some(renewal), next).take_while(own).last().unwrap_or(renewal)
    }

    /// The day of the renewal before that of a day: so many days earlier as the card says, else a month.
    #[must_use]
    pub fn renewal_before(&self, day: Date) -> Option<Date> {
        match self.card.validity {
            Validity::Days { days, .. } => day.plus_days(-i32::from(days.max(1))),
            _ => Some(month_around(day.plus_days(-1)?, self.day_of(day))?.0),
        }
    }

    /// The day of the month on which it renews about a day: that of the renewal named nearest to it. The last of a
    /// shorter month stands for a later day that was named.
    fn day_of(&self, day: Date) -> u8 {
        let named = self.named_days();
        let days = || named.iter().map(|(day, _)| *day);
        let near = days().min_by_key(|named| named.days_since(day).abs()).unwrap_or(day);
        let later = days().map(Date::day).filter(|_| near == near.month_end());
        later.max().unwrap_or_default().max(near.day())
    }

    /// The days of renewals that were named, by checks and on the card, in order, and when each was first; of a card of
    /// which nobody knows when it was typed, at no time.
    fn named_days(&self) -> &[(Date, Timestamp)] {
        self.named_days.get_or_init(|| {
            let own = self.card.renews.filter(|_| self.named.is_empty());
            let mut named: Vec<_> = own.map(|day| (day, Timestamp::MIN)).into_iter().collect();
            for kept in self.named {
                let typed = Timestamp::from_millis(kept.version.0.millis()).unwrap_or(Timestamp::MIN);
                named.extend(kept.value.map(|day| (day, typed)));
            }
            for &(entry, fact) in &self.entries {
                named.extend(self.names(entry, fact).map(|(said, day)| (day, said)));
            }
            named.sort_unstable();
            named.dedup_by_key(|(day, _)| *day);
            named
        })
    }

    /// The day of the month on which each calendar month begins anew. The last of a shorter month stands for the day that
    /// was named before.
    pub(super) fn month_day(&self) -> u8 {
        let said = self.entries.iter().filter_map(|&(entry, fact)| self.names(entry, fact));
        let named = self.card.renews.into_iter().chain(said.map(|(_, day)| day));
        named.fold(1, |day, date| if date == date.month_end() { day.max(date.day()) } else { date.day() })
    }
}
