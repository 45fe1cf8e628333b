//! The periods of a card: until when what is in use lasts.

use super::card::{Validity, last_of};
use super::cycle::{Cycle, month_around};
use super::date::{Date, Timestamp};
use super::entry::{Check, Effect, Entry, Fact};
use super::id::{EntryId, EventId};
use super::ledger::Ledger;
use super::moment::Moment;
use super::zone::Offsets;

/// The last day of what is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The day, in the card's zone.
    pub date: Date,
    /// Whether an entry said so; else it stands on the card, or is assumed.
    pub said: bool,
    /// Whether nobody named it: it follows the renewal, or what came in the place of the rest, by the card's length; a
    /// renewal else by a month.
    pub assumed: bool,
    /// What comes after it.
    pub then: Then,
}

/// What comes after the last day of what is in use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Then {
    /// It has expired.
    #[default]
    Over,
    /// The plan renews, and its data begins anew.
    Renewed,
}

/// What the entries of a period say of its end.
#[derive(Clone, Copy, Default)]
pub(super) struct Said {
    /// The newest of all, and whether nobody named it ([`Ledger::end_by`]).
    newest: Option<(Date, bool)>,
    /// The newest that was not written down before the card's validity was typed.
    standing: Option<(Date, bool)>,
    /// Whether what came since then in its place names none ([`Ledger::open_end`]).
    pub(super) open: bool,
    /// When the newest check was made that named a renewal, and its day.
    renews: Option<(Timestamp, Date)>,
}

impl<'a> Ledger<'a> {
    /// The same as it is at a moment: by the card's own zone, and by the clock of a day plan.
    #[must_use]
    pub fn at(self, moment: &Moment) -> Self {
        self.seen_at(moment, moment.now)
    }

    /// The same as it was at an instant before that.
    #[must_use]
    pub fn seen_at(mut self, moment: &Moment, at: Timestamp) -> Self {
        self.days_end = self.card.days_end(moment);
        self.day = self.card.day_clock.as_ref().map(|clock| clock.turn(moment));
        let zone = moment.offsets(&self.card.zone);
        self.seen(zone, at)
    }

    /// The same as it is now, by the offsets of the card's zone: its months end there, and queued
    /// top-ups come to their turn ([`Ledger::turns`]). Before that it is in UTC, and none comes.
    #[must_use]
    pub fn seen(mut self, zone: &Offsets, now: Timestamp) -> Self {
        (self.zone, self.now) = (zone.clone(), now);
        self.take_turns(now);
        self.forget();
        self
    }

    /// The last day of what is in use: what the newest entry of the present period said that named
    /// one, or what the card says, where that was typed later or no entry said anything; else the end
    /// of the queued top-up that is in use. A calendar month begins anew, so a day of an earlier one
    /// that was said is no end of this one.
    ///
    /// Where no end is known, or it was over before a newer check named a later renewal, it is the day
    /// before the next renewal; once that has come, the one before the renewal that follows it: so many days later as
    /// the card's validity says, else a month. Of so many days of which nobody said when they began it is the last day
    /// that it can be.
    #[must_use]
    pub fn expires(&self, today: Date) -> Option<Dated> {
        let typed = self.validity(self.typed).filter(|(_, validity)| validity.end(today).is_some());
        let own = self.of_period();
        let newest = own.iter().rev().find_map(|&(entry, fact)| {
            self.end_by(fact).filter(|_| !typed.is_some_and(|(version, _)| self.is_overruled(entry, version)))
        });
        let renews = own.iter().rev().find_map(|&(entry, fact)| self.names(entry, fact));
        let open = self.open_end().is_some();
        let renewed = || {
            let Cycle::On(renewals) = self.calendar() else { return None };
            // One that was found not to have come by now is taken to come by the end of its day.
            let late = |at: &Timestamp| *at > self.now && self.zone.date(*at) == today;
            if renewals.iter().any(late) {
                return Some(Dated { date: today, said: false, assumed: true, then: Then::Renewed });
            }
            let (day, assumed) = self.follows(self.last_begun(renewals)?, today)?;
            Some(Dated { date: day.plus_days(-1)?, said: false, assumed, then: Then::Renewed })
        };
        let end = self.end(self.come, Said { newest, standing: newest, open, renews }, today);
        end.or_else(renewed).or_else(|| self.latest())
    }

    /// The top-up that came in the place of what is in use, by itself or at its turn, where neither it nor anything
    /// later says until when it is good: the end of what it replaced is not its own, and nobody knows that.
    #[must_use]
    pub fn open_end(&self) -> Option<EntryId> {
        let newest = |&(entry, fact): &(EntryId, &Entry)| match self.end_by(fact) {
            Some(_) => Some(None),
            None => self.is_open(fact, self.typed).then_some(Some(entry)),
        };
        let turned = || {
            let turn = self.turns().last().filter(|turn| turn.expires.is_none())?;
            self.validity(self.typed).is_none().then_some(turn.entry)
        };
        self.of_period().iter().rev().find_map(newest).unwrap_or_else(turned)
    }

    /// The entries since the queued top-up came to its turn that is in use, else all.
    fn of_period(&self) -> &[(EntryId, &'a Entry)] {
        let after = self.turns().last().map_or(0, |turn| turn.after);
        self.entries.get(after..).unwrap_or_default()
    }

    /// Whether an entry brings something in the place of the rest whose end nobody knows: a card of a last day says none
    /// for it, unless that was typed on the same day or later and is not over by then.
    pub(super) fn is_open(&self, entry: &Entry, typed: Option<usize>) -> bool {
        let day = self.zone.date(entry.at);
        let stands = |(version, validity): (Option<EventId>, Validity)| {
            let begun = self.zone.start(day).millis();
            validity.end(day) >= Some(day) && version.is_none_or(|version| version.0.millis() >= begun)
        };
        matches!(self.card.validity, Validity::Until(_))
            && entry.ends().is_none()
            && self.replaces(entry)
            && !self.validity(typed).is_some_and(stands)
    }

    /// The last day that an entry says, and whether nobody named it: what came in the place of the rest, while no
    /// renewal is named, is good for as many days as the card says, and not until the old end.
    #[must_use]
    pub fn end_by(&self, entry: &Entry) -> Option<(Date, bool)> {
        entry.ends().map(|end| (end, false)).or_else(|| {
            let Validity::Days { days, .. } = self.card.validity else { return None };
            if !self.replaces(entry) {
                return None;
            }
            Some((last_of(days, self.zone.date(entry.at), self.card.counts_whole_days())?, true))
        })
    }

    /// Whether an entry brings data in the place of the rest, or nobody said what it brings, while no renewal is named.
    fn replaces(&self, entry: &Entry) -> bool {
        // What a check names after it changes nothing of the days before that check.
        let renews = |(_, at, check): (_, _, &Check)| at <= entry.at && check.renews.is_some();
        entry.fact.is_in_place() && self.card.renews.is_none() && !self.checks().any(renews)
    }

    /// When that last day ends: at midnight in the card's zone; of so many days of a day plan by the plan's own clock.
    #[must_use]
    pub fn ends(&self, last: Dated) -> Timestamp {
        let own = self.days_end.filter(|_| !last.said && self.day_plan_last() == Some(last.date));
        own.unwrap_or_else(|| self.zone.end(last.date))
    }

    /// Until when what an entry brought or found, or what began anew at an instant, is good by itself: not beyond what
    /// was known as the next top-up came, or came to its turn, since that may bring an end of its own.
    #[must_use]
    pub fn own_end(&self, entry: EntryId, begun: Timestamp, now: Timestamp) -> Option<Timestamp> {
        let end = |ledger: &Self, at| Some(ledger.ends(ledger.expires(ledger.zone.date(at))?));
        let moves = |(id, Entry { at, fact, .. }): &&(EntryId, &Entry)| {
            let moves = matches!(fact, Fact::TopUp(top_up) if top_up.effect != Effect::Queue && !fact.is_pending());
            moves && *id != entry && (begun..=now).contains(at)
        };
        let made = self.entries.iter().find(moves).map(|(id, made)| (made.at, *id));
        let turns = self.turns().iter().filter(|turn| turn.entry != entry);
        let turned =
            turns.filter_map(|turn| Some((turn.at.filter(|at| (begun..=now).contains(at))?.plus(-1), turn.entry)));
        let Some((at, next)) = made.into_iter().chain(turned).min() else { return end(self, now) };
        let later = |id, other: &Entry| id == next || other.at > at;
        let mut then = self.clone().without(later);
        (then.queue, then.come, then.typed) = (Vec::new(), 0, Some(self.history.len().saturating_sub(1)));
        end(&then.seen(&self.zone, at), at)
    }

    /// The day in the card's zone on which so many days of a day plan end.
    fn day_plan_last(&self) -> Option<Date> {
        self.days_end.map(|end| self.zone.date(end.plus(-1)))
    }

    /// What [`Ledger::expires`] says by the entries and turns before each of these instants, which are
    /// in order, on its day in the zone: in one run through the entries.
    #[must_use]
    pub fn expires_before(&self, instants: &[Timestamp], zone: &Offsets) -> Vec<Option<Dated>> {
        self.heard_before(instants, |period, said, at| self.end(period, said, zone.date(at)))
    }

    /// What is asked of the period of each of these instants, which are in order, and of what was said of it before.
    fn heard_before<T>(&self, instants: &[Timestamp], ask: impl Fn(usize, Said, Timestamp) -> T) -> Vec<T> {
        let (mut next, mut period, mut said) = (0, 0, Said::default());
        let before = |&at: &Timestamp| {
            loop {
                let turn = self.turns().get(period).filter(|turn| turn.after <= next);
                if turn.and_then(|turn| turn.at).is_some_and(|turn| turn < at) {
                    (period, said) = (period + 1, Said::default());
                } else if let Some(&(entry, fact)) = self.entries.get(next).filter(|(_, fact)| fact.at < at) {
                    self.hear(period, (entry, fact), &mut said);
                    next += 1;
                } else {
                    break;
                }
            }
            ask(period, said, at)
        };
        instants.iter().map(before).collect()
    }

    /// When the data was over before a later renewal was typed on the card, where no check lies between, nor one of
    /// these renewals: what came in its place by then nobody saw.
    pub(super) fn lapsed(&self, renewals: &[Timestamp]) -> Option<Timestamp> {
        let (_, at, day) = self.typed_charge()?;
        let own = self.heard_before(&[at], |period, said, at| self.own_data_end(period, said, self.zone.date(at)));
        let end = own.into_iter().flatten().next().filter(|end| end.date < self.zone.date(at).min(day))?;
        let over = self.zone.end(end.date);
        let typed = self.named.iter().filter_map(|kept| Timestamp::from_millis(kept.version.0.millis()));
        let first = typed.filter(|typed| *typed >= over).min()?;
        let mut known = self.checks().map(|(_, made, _)| made).chain(renewals.iter().copied());
        (!known.any(|at| (over..=first).contains(&at))).then_some(over)
    }

    /// Takes in what an entry of a period says of its end.
    pub(super) fn hear(&self, period: usize, (entry, fact): (EntryId, &Entry), said: &mut Said) {
        said.renews = self.names(entry, fact).or(said.renews);
        let typed = self.typed_in(period);
        said.open = said.open && self.end_by(fact).is_none() || self.is_open(fact, typed);
        if let Some(end) = self.end_by(fact) {
            said.newest = Some(end);
            let typed = self.validity(typed);
            if !typed.is_some_and(|(version, _)| self.is_overruled(entry, version)) {
                said.standing = said.newest;
            }
        }
    }

    /// The end of a period, seen from a day in it: of its data, or its renewal.
    fn end(&self, period: usize, said: Said, today: Date) -> Option<Dated> {
        let known = self.own_data_end(period, said, today);
        // Whether a later renewal was named after that day, by a check or on the card, or any by a check where nobody
        // named the end.
        let typed = self.typed_charge().map(|(_, at, day)| (at, day));
        let is_passed = |end: Dated| {
            let later = |(at, day): (Timestamp, Date)| end.date < self.zone.date(at).min(day).min(today);
            end.assumed && said.renews.is_some() || said.renews.into_iter().chain(typed).any(later)
        };
        if known.is_some_and(|end| !is_passed(end)) {
            return known;
        }
        let named = said.renews.map(|(_, day)| day);
        let renews = self.charge(named, today).filter(|&day| day > today);
        let came = |day: &Date| self.by_hand().is_some_and(|(paid, named)| named == *day && paid <= today);
        let date = renews.filter(|day| !came(day)).and_then(|day| day.plus_days(-1))?;
        Some(Dated { date, said: renews == named, assumed: false, then: Then::Renewed })
    }

    /// The same of its data, where that is its own and it does not renew then.
    fn own_data_end(&self, period: usize, said: Said, today: Date) -> Option<Dated> {
        // What ends by the card's own length as it renews by itself goes on.
        let length = matches!(self.card.validity, Validity::Days { .. });
        let replied = said.renews.map(|(_, day)| day).filter(|_| length);
        let renewed = |end: &Dated| {
            let named = self.named.windows(2).filter_map(|pair| self.came(pair));
            let mut named = named.chain(self.card.renews).chain(replied);
            let here = |day: Date| (0..=1).contains(&day.days_since(end.date));
            !end.said && end.then == Then::Over && named.any(here)
        };
        self.data_end(period, said, today).filter(|end| !(said.open || renewed(end)))
    }

    /// The end of a period's data, seen from a day in it.
    pub(super) fn data_end(&self, period: usize, said: Said, today: Date) -> Option<Dated> {
        let month = self.month_end(today);
        let typed = self.validity(self.typed_in(period)).and_then(|(_, validity)| match validity {
            Validity::CalendarMonth => month.or_else(|| validity.end(today)),
            _ if validity == self.card.validity => self.day_plan_last().or_else(|| validity.end(today)),
            _ => validity.end(today),
        });
        let turned = || self.queue.get(period.checked_sub(1)?);
        let own = || Some((turned()?.expires?, false));
        let newest = if typed.is_some() { said.standing } else { said.newest.or_else(own) };
        // A day of an earlier month that was said is no end of this one, nor is the one on which that ended.
        let of_this = |said: Date| said >= today || said.plus_days(-1).and_then(|eve| self.month_end(eve)) >= month;
        match newest.filter(|&(said, _)| month.is_none() || of_this(said)) {
            Some((date, assumed)) => {
                let named = said.newest.is_some() || turned().is_some_and(|turn| turn.named);
                Some(Dated { date, said: named && !assumed, assumed, then: Then::Over })
            }
            None => typed.or(month).map(|date| {
                let renewed = month == Some(date) && !matches!(self.calendar(), Cycle::Monthly(1));
                Dated { date, said: false, assumed: false, then: if renewed { Then::Renewed } else { Then::Over } }
            }),
        }
    }

    /// The last day of the plan's month in which a day lies; `None` where it has no calendar months.
    pub(super) fn month_end(&self, date: Date) -> Option<Date> {
        let Some(Cycle::Monthly(day)) = (self.card.validity == Validity::CalendarMonth).then(|| self.calendar()) else {
            return None;
        };
        month_around(date, *day)?.1.plus_days(-1)
    }

    /// The place in the history of the validity that counts in a period.
    pub(super) fn typed_in(&self, period: usize) -> Option<usize> {
        if period == self.come { self.typed } else { self.queue.get(period)?.typed }
    }

    /// A validity of the history, and the event that first said it; the card's own where nobody knows
    /// the history.
    fn validity(&self, typed: Option<usize>) -> Option<(Option<EventId>, Validity)> {
        let kept = self.history.get(typed?);
        Some(kept.map_or((None, self.card.validity), |kept| (Some(kept.version), kept.value)))
    }

    /// Whether an entry was written down before the event. Its name was made when it first was: what an edit or an undo
    /// writes anew is no newer than that. Nor is what a table brought along older than its card.
    pub(super) fn is_overruled(&self, entry: EntryId, typed: Option<EventId>) -> bool {
        let first = self.history.first().map_or(entry.0, |first| first.version.0.max(entry.0));
        typed.is_some_and(|typed| first < typed.0)
    }
}
