//! A ledger: one card's facts in order, and what follows from them without any guess.
//!
//! It estimates nothing: what will happen is for `forecast`.

use super::amount::Bytes;
use super::book::{Kept, Typed};
use super::card::{Card, Validity, last_of};
use super::cycle::Cycle;
use super::date::{Date, Timestamp};
use super::decimal::Decimal;
use super::entry::{Bucket, Check, Effect, Entry, Fact, Quantity, Said, Source};
use super::id::{CardId, EntryId, EventId};
use super::keeping::DayTurn;
use super::movement::{Level, Movement, Origin, Walk};
use super::period::{Dated, Then};
use super::turn::Turn;
use super::zone::Offsets;
use std::cell::OnceCell;
use std::rc::Rc;

/// One card and its entries in the order of their times (then of their identifiers).
#[derive(Clone, Debug)]
pub struct Ledger<'a> {
    /// Which card.
    pub id: CardId,
    /// The card.
    pub card: &'a Card,
    /// Oldest first.
    pub(super) entries: Vec<(EntryId, &'a Entry)>,
    pub(super) zone: Offsets,
    /// When so many days of a day plan end by the plan's own clock, where that is known.
    pub(super) days_end: Option<Timestamp>,
    /// When the days of a day plan begin.
    pub(super) day: Option<DayTurn>,
    /// The validities that were typed on the card, one after another.
    pub(super) history: &'a [Kept<Validity>],
    /// The renewals that were typed on the card, one after another.
    pub(super) named: &'a [Kept<Option<Date>>],
    /// The event that last changed what the plan of the card gives, where it was changed.
    pub(super) planned: Option<EventId>,
    /// The place in the validities of the one that counts in the present period.
    pub(super) typed: Option<usize>,
    /// Now, where it is seen as it is now.
    pub(super) now: Timestamp,
    /// The queued top-ups, in the order of their turns.
    pub(super) queue: Vec<Turn>,
    /// How many of them came to their turn.
    pub(super) come: usize,
    /// What [`Ledger::walk`] found of general data, which is asked for most.
    pub(super) general: OnceCell<Rc<Walk>>,
    /// What [`Ledger::calendar`] found.
    pub(super) calendar: OnceCell<Cycle>,
    /// The days of renewals that were named, and when.
    pub(super) named_days: OnceCell<Vec<(Date, Timestamp)>>,
}

/// What is left in a bucket, as far as it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remaining {
    /// The last check and what arrived after it, on top or in its place.
    pub left: Bytes,
    /// How far the true figure may be from it, by the digits of the last check.
    pub rounding: Bytes,
    /// When the last check was and whose; `None` where a top-up came in the place of what it found.
    pub checked: Option<(Timestamp, Source)>,
    /// Since when nothing older counts: the last check, or what came in its place after it.
    pub since: Timestamp,
    /// What arrived after that.
    pub added_since: Bytes,
    /// When a queued top-up came to its turn, where no check has been made since.
    pub begun: Option<Timestamp>,
    /// All that there was: the plan and what was added.
    pub capacity: Option<Bytes>,
    /// What a full gauge stands for: what there was when something last came, but no less than the plan; that and
    /// all that was added over many top-ups would never be full again.
    pub full: Option<Bytes>,
    /// Whether the phone's own counter said it, and it is what the carrier would have said by the ratio learned.
    pub converted: bool,
}

impl<'a> Ledger<'a> {
    /// A ledger of these entries, in any order.
    #[must_use]
    pub fn new(id: CardId, card: &'a Card, entries: impl Iterator<Item = (EntryId, &'a Entry)>) -> Self {
        let entries: Vec<_> = entries.collect();
        let (zone, queue) = (Offsets::UTC, Vec::new());
        let mut ledger = Self {
            id,
            card,
            entries,
            zone,
            days_end: None,
            day: None,
            history: &[],
            named: &[],
            planned: None,
            typed: Some(0),
            now: Timestamp::MIN,
            queue,
            come: 0,
            general: OnceCell::new(),
            calendar: OnceCell::new(),
            named_days: OnceCell::new(),
        };
        ledger.order();
        ledger
    }

    /// The same where it is known which event typed each validity and renewal of the card: a last day that the card
    /// says stands over those of entries that were written down before it was typed.
    #[must_use]
    pub(super) fn typed(mut self, typed: Option<&'a Typed>) -> Self {
        if let Some(typed) = typed {
            (self.history, self.named) = (&typed.validities, &typed.renewals);
            self.planned = typed.plans.get(1..).and_then(|changes| changes.last()).map(|plan| plan.version);
        }
        self.typed = Some(self.history.len().saturating_sub(1));
        self.forget();
        self
    }

    /// The same with this entry among the others, or in the place of the one that it is an edit of; to
    /// be asked before [`Ledger::seen`].
    #[must_use]
    pub fn with(mut self, id: EntryId, entry: &'a Entry) -> Self {
        self.entries.retain(|(other, _)| *other != id);
        self.entries.push((id, entry));
        self.order();
        self
    }

    /// The same without some entries; to be asked before [`Ledger::seen`].
    #[must_use]
    pub fn without(mut self, gone: impl Fn(EntryId, &Entry) -> bool) -> Self {
        self.entries.retain(|(id, entry)| !gone(*id, entry));
        self.order();
        self
    }

    /// The same with one entry at its end, which moves no turn.
    #[must_use]
    pub fn ending(mut self, id: EntryId, entry: &'a Entry) -> Self {
        self.entries.push((id, entry));
        self.forget();
        self
    }

    fn order(&mut self) {
        self.forget();
        self.entries.sort_unstable_by_key(|(entry, fact)| (fact.at, *entry));
    }

    /// What was found of other entries, or in another zone, is to be found anew.
    pub(super) fn forget(&mut self) {
        (self.general, self.calendar, self.named_days) = Default::default();
    }

    /// Its entries, oldest first.
    #[must_use]
    pub fn entries(&self) -> &[(EntryId, &'a Entry)] {
        &self.entries
    }

    /// The offsets of the card's zone.
    #[must_use]
    pub const fn zone(&self) -> &Offsets {
        &self.zone
    }

    /// The checks and arrived top-ups that concern a bucket of data, oldest first; of money in millionths of its unit.
    ///
    /// A check that cannot be turned into bytes left (used without any total, unlimited) is not
    /// among them. What the phone's own counter says is turned into what the carrier would have said,
    /// once the two were read within two hours of each other; such a reading itself is not among them.
    #[must_use]
    pub fn movements(&self, bucket: Bucket) -> Vec<Movement> {
        self.walk(bucket).movements.clone()
    }

    /// What is left in a bucket of data by the last check and the top-ups after it.
    #[must_use]
    pub fn remaining(&self, bucket: Bucket) -> Option<Remaining> {
        let mut found: Option<Remaining> = None;
        let walk = self.walk(bucket);
        let none = Bytes(0);
        let of = |left, since| Remaining {
            left,
            rounding: none,
            checked: None,
            since,
            added_since: none,
            begun: None,
            capacity: None,
            full: None,
            converted: false,
        };
        for &movement in &walk.movements {
            let since = movement.at();
            match movement {
                Movement::Check(Level { left, rounding, source, origin, .. }) => {
                    let (converted, checked) = (origin == Origin::FromCounter, Some((since, source)));
                    found = Some(Remaining { rounding, checked, converted, ..of(left, since) });
                }
                Movement::TopUp { entry, added, effect: Effect::Replace, .. } => {
                    let begun = self.turns().iter().any(|turn| turn.entry == entry).then_some(since);
                    found = Some(Remaining { begun, ..of(added, since) });
                }
                // What was added to a day is gone with it.
                Movement::TopUp { .. } if self.day.as_ref().is_some_and(|day| day.next(since) <= self.now) => {}
                Movement::TopUp { added, .. } => {
                    if let Some(known) = &mut found {
                        // On top of what nobody has seen, nobody knows how much it is.
                        if self.calendar().begun(&self.zone, since) <= Some(known.since) {
                            known.left = known.left.saturating_add(added);
                        }
                        known.added_since = known.added_since.saturating_add(added);
                    }
                }
            }
        }
        let mut known = found?;
        let at_least = |room: Option<Bytes>| room.map(|room| room.max(known.left));
        (known.capacity, known.full) = (at_least(walk.capacity), at_least(walk.full));
        Some(known)
    }

    /// What there was before the first check of a bucket of data, and since when, where that was earlier on its day: all
    /// that there is by that check, else what the plan gives, unless that was typed since, of which somebody said that it
    /// began on that day; or nothing, before a first top-up. A day plan may have begun anew on that day; and where the
    /// next check finds more, and nothing that came says why, the first may be a slip.
    #[must_use]
    pub fn at_first(&self, bucket: Bucket) -> Option<(Timestamp, Bytes)> {
        let movements = &self.walk(bucket).movements;
        let mut from_first = movements.iter().skip_while(|movement| matches!(movement, Movement::TopUp { .. }));
        let Movement::Check(first) = from_first.next()? else { return None };
        let begun = |level: &Level| self.cycle().begun(&self.zone, level.at);
        if let Some(Movement::Check(next)) = from_first.next()
            && !next.slip
            && !next.apart
            && next.left > first.left.saturating_add(first.rounding).saturating_add(next.rounding)
            && begun(next) == begun(first)
        {
            return None;
        }
        let (since, had) = match *movements.first()? {
            // On top of what nobody saw: at least what it brought was used from then on.
            Movement::TopUp { at, effect: Effect::Add, .. } => (at, Bytes(0)),
            Movement::Check(Level { entry, apart: false, .. }) if self.card.day_clock.is_none() => {
                let (.., check) = self.checks().find(|(id, ..)| *id == entry)?;
                let plan = self.plan(bucket).filter(|_| !self.is_overruled(entry, self.planned));
                let whole = self.total(check, bucket).or(plan)?;
                (self.zone.start(self.card.validity.begun()?), whole)
            }
            _ => return None,
        };
        (self.zone.date(since) == self.zone.date(first.at)).then_some((since, had))
    }

    /// By when so many days that began on a day that nobody said are over at the latest: as many after the first check
    /// that found some of the plan used. `None` where a later check found it in use after that, the end is known by
    /// a day plan's own clock, or something waits in the queue, which may have come to its turn before.
    #[must_use]
    pub fn latest(&self) -> Option<Dated> {
        let Validity::Days { days, from: None, .. } = self.card.validity else { return None };
        let plan = self.card.plan.filter(|_| self.queue.is_empty() && self.days_end.is_none())?.bytes(self.card.base);
        let movements = &self.walk(Bucket::General).movements;
        let used = |movement: &&Movement| matches!(movement, Movement::Check(level) if level.left < plan);
        let day = |movement: &Movement| self.zone.date(movement.at());
        let date = last_of(days, day(movements.iter().find(used)?), self.card.counts_whole_days())?;
        let last = movements.iter().rfind(|movement| matches!(movement, Movement::Check(_)))?;
        let in_time = day(last) <= date;
        in_time.then_some(Dated { date, said: false, assumed: true, then: Then::Over })
    }

    /// What a bucket of data holds when full: the total last said, or the plan, with what was
    /// added since. A plan of calendar months begins each one anew.
    #[must_use]
    pub fn capacity(&self, bucket: Bucket) -> Option<Bytes> {
        self.walk(bucket).capacity
    }

    /// What the carrier counts for each byte of the phone's own counter, and from how many comparisons, where they
    /// were read together over two days' worth of use at least.
    #[must_use]
    pub fn counter(&self, bucket: Bucket) -> Option<(f64, u32)> {
        self.walk(bucket).ratio
    }

    /// Whether the phone's own counter began anew since the carrier last spoke of a bucket.
    #[must_use]
    pub fn began_anew(&self, bucket: Bucket) -> bool {
        self.walk(bucket).began_anew
    }

    /// Whether the newest check that speaks of a bucket says that it has no end.
    #[must_use]
    pub fn unlimited(&self, bucket: Bucket) -> bool {
        self.endless(bucket).is_some()
    }

    /// When it was said, and by whom, that a bucket has no end, where the newest check of it does.
    #[must_use]
    pub fn endless(&self, bucket: Bucket) -> Option<(Timestamp, Source)> {
        let (_, at, check) = self.newest(bucket)?;
        check.endless(bucket).then_some((at, check.source))
    }

    /// Whether a bucket of which nothing is left goes on without an end, slowly: the newest check that speaks of it says
    /// so, or one before of the same period, after which nothing came in the place of what was left.
    #[must_use]
    pub fn slowed(&self, bucket: Bucket) -> bool {
        let Some((_, newest, _)) = self.newest(bucket) else { return false };
        let begun = |at| self.calendar().begun(&self.zone, at);
        let anew = |movement: &Movement| matches!(movement, Movement::TopUp { effect: Effect::Replace, .. });
        let since = self.walk(bucket).movements.iter().rfind(|movement| anew(movement)).map(Movement::at);
        let mut period = self.checks().rev().filter(|(_, at, _)| since <= Some(*at) && begun(*at) == begun(newest));
        period.any(|(.., check)| !check.endless(bucket) && check.of(bucket).any(|said| said == Said::Unlimited))
    }

    /// The newest check that speaks of a bucket.
    fn newest(&self, bucket: Bucket) -> Option<(EntryId, Timestamp, &'a Check)> {
        self.checks().rev().find(|(.., check)| check.of(bucket).next().is_some())
    }

    /// Minutes or messages left and as of when.
    #[must_use]
    pub fn count(&self, bucket: Bucket) -> Option<(Decimal, Timestamp)> {
        self.checks().rev().find_map(|(_, at, check)| {
            check.of(bucket).find_map(|said| match said {
                Said::Left(Quantity::Count(count)) => Some((count, at)),
                _ => None,
            })
        })
    }

    /// The source of the check that was written down last, whenever it was true.
    #[must_use]
    pub fn last_source(&self) -> Option<Source> {
        self.checks().max_by_key(|(entry, ..)| *entry).map(|(_, _, check)| check.source)
    }

    /// Its balance checks, oldest first.
    pub fn checks(&self) -> impl DoubleEndedIterator<Item = (EntryId, Timestamp, &'a Check)> + '_ {
        self.entries.iter().filter_map(|&(entry, fact)| match &fact.fact {
            Fact::Check(check) => Some((entry, fact.at, check)),
            Fact::TopUp(_) | Fact::KeepAlive(_) => None,
        })
    }
}
