//! A ledger: one card's facts in order, and what follows from them without any guess.
//!
//! It estimates nothing: what will happen is for `forecast`.

use super::amount::{Amount, Bytes};
use super::book::Kept;
use super::card::{Card, Validity};
use super::date::Timestamp;
use super::decimal::Decimal;
use super::entry::{Arrival, Bucket, Check, Effect, Entry, Fact, Quantity, Said, Source, TopUp};
use super::id::{CardId, EntryId};
use super::map::Map;
use super::money::Money;
use super::period::{Dated, Turn};
use super::zone::Offsets;
use std::rc::Rc;

/// One card and its entries in the order of their times (then of their identifiers).
#[derive(Clone, Debug)]
pub struct Ledger<'a> {
    /// Which card.
    pub id: CardId,
    /// The card.
    pub card: &'a Card,
    /// Its entries, oldest first.
    pub entries: Vec<(EntryId, &'a Entry)>,
    pub(super) zone: Offsets,
    /// The entries with the events that wrote them down, where those are known.
    pub(super) written: Option<&'a Map<EntryId, Kept<Rc<Entry>>>>,
    /// The validities that were typed on the card, one after another.
    pub(super) history: &'a [Kept<Validity>],
    /// The place in it of the one that counts in the present period.
    pub(super) typed: Option<usize>,
    /// The queued top-ups, in the order of their turns.
    pub(super) queue: Vec<Turn>,
    /// How many of them came to their turn.
    pub(super) come: usize,
}

/// A balance check as bytes left in one bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// The entry that says so.
    pub entry: EntryId,
    /// As of when.
    pub at: Timestamp,
    /// What is left.
    pub left: Bytes,
    /// How far the true figure may be from it, by the digits that were said.
    pub rounding: Bytes,
    /// How it is known.
    pub origin: Origin,
    /// Who said it.
    pub source: Source,
}

/// How what is left is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It was said.
    Said,
    /// What was used, taken from the total.
    FromUsed,
    /// A share of the total.
    FromPercent,
}

/// A change of one bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movement {
    /// A check found so much left.
    Check(Level),
    /// A top-up that arrived and changes this bucket. A queued one does so at its turn, in the place
    /// of what was left.
    TopUp {
        /// The entry that says so.
        entry: EntryId,
        /// When: it arrived, or came to its turn.
        at: Timestamp,
        /// How much.
        added: Bytes,
        /// Added to what is left, or in its place.
        effect: Effect,
    },
}

/// What is left in a bucket, as far as it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remaining {
    /// The last check and what arrived after it, on top or in its place.
    pub left: Bytes,
    /// How far the true figure may be from it, by the digits of the last check.
    pub rounding: Bytes,
    /// When the last check was and whose; `None` where a top-up came in the place of an amount that
    /// nobody said.
    pub checked: Option<(Timestamp, Source)>,
    /// Since when nothing older counts: the last check, or what came in its place after it.
    pub since: Timestamp,
    /// What arrived after that.
    pub added_since: Bytes,
    /// When a queued top-up came to its turn, where no check has been made since.
    pub begun: Option<Timestamp>,
    /// What the bucket holds when full: the plan and what was added.
    pub capacity: Option<Bytes>,
}

impl Movement {
    /// When it happened.
    #[must_use]
    pub const fn at(&self) -> Timestamp {
        match self {
            Self::Check(level) => level.at,
            Self::TopUp { at, .. } => *at,
        }
    }
}

impl<'a> Ledger<'a> {
    /// A ledger of these entries, in any order.
    #[must_use]
    pub fn new(id: CardId, card: &'a Card, entries: impl Iterator<Item = (EntryId, &'a Entry)>) -> Self {
        let entries: Vec<_> = entries.collect();
        let (zone, queue) = (Offsets::UTC, Vec::new());
        let mut ledger = Self { id, card, entries, zone, written: None, history: &[], typed: Some(0), queue, come: 0 };
        ledger.order();
        ledger
    }

    /// The same where it is known which event wrote each entry and each validity of the card (the one
    /// that stands last): a last day that the card says stands over those of entries that were written
    /// down before it was typed.
    #[must_use]
    pub fn written(mut self, entries: &'a Map<EntryId, Kept<Rc<Entry>>>, history: &'a [Kept<Validity>]) -> Self {
        (self.written, self.history) = (Some(entries), history);
        self.typed = Some(history.len().saturating_sub(1));
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

    fn order(&mut self) {
        self.entries.sort_by_key(|(entry, fact)| (fact.at, *entry));
    }

    /// The offsets of the card's zone.
    #[must_use]
    pub const fn zone(&self) -> &Offsets {
        &self.zone
    }

    /// The checks and arrived top-ups that concern a bucket of data, oldest first.
    ///
    /// A check that cannot be turned into bytes left (used without any total, unlimited) is not
    /// among them.
    #[must_use]
    pub fn movements(&self, bucket: Bucket) -> Vec<Movement> {
        self.walk(bucket).0
    }

    /// What is left in a bucket of data by the last check and the top-ups after it.
    #[must_use]
    pub fn remaining(&self, bucket: Bucket) -> Option<Remaining> {
        let mut found: Option<Remaining> = None;
        for movement in self.movements(bucket) {
            let since = movement.at();
            let none = Bytes(0);
            match movement {
                Movement::Check(Level { left, rounding, source, .. }) => {
                    let checked = Some((since, source));
                    let (added_since, begun, capacity) = (none, None, None);
                    found = Some(Remaining { left, rounding, checked, since, added_since, begun, capacity });
                }
                Movement::TopUp { entry, added, effect: Effect::Replace, .. } => {
                    let checked = found.and_then(|known| known.checked);
                    let begun = self.turns().iter().any(|turn| turn.entry == entry).then_some(since);
                    let added_since = if begun.is_some() { none } else { added };
                    let (left, rounding, capacity) = (added, none, None);
                    found = Some(Remaining { left, rounding, checked, since, added_since, begun, capacity });
                }
                Movement::TopUp { added, .. } => {
                    if let Some(known) = &mut found {
                        known.left = known.left.saturating_add(added);
                        known.added_since = known.added_since.saturating_add(added);
                    }
                }
            }
        }
        let mut known = found?;
        known.capacity = self.capacity(bucket).map(|full| Bytes(full.0.max(known.left.0)));
        Some(known)
    }

    /// What a bucket of data holds when full: the total last said, or the plan, with what was
    /// added since. A plan of calendar months begins each one anew.
    #[must_use]
    pub fn capacity(&self, bucket: Bucket) -> Option<Bytes> {
        self.walk(bucket).1
    }

    /// Whether the newest check that speaks of a bucket says that it has no end.
    #[must_use]
    pub fn unlimited(&self, bucket: Bucket) -> bool {
        self.endless(bucket).is_some()
    }

    /// When it was said, and by whom, that a bucket has no end, where the newest check of it does.
    #[must_use]
    pub fn endless(&self, bucket: Bucket) -> Option<(Timestamp, Source)> {
        let newest = self.checks().rev().find(|(.., check)| check.of(bucket).next().is_some());
        newest.filter(|(.., check)| check.endless(bucket)).map(|(_, at, check)| (at, check.source))
    }

    /// The money balance and as of when, with the credit that arrived later.
    #[must_use]
    pub fn money(&self) -> Option<(Money, Timestamp)> {
        let mut known: Option<(Money, Timestamp)> = None;
        for (_, fact) in &self.entries {
            match &fact.fact {
                Fact::Check(check) => {
                    let said = check.of(Bucket::Money).find_map(|said| match said {
                        Said::Left(Quantity::Money(money)) => Some(money),
                        _ => None,
                    });
                    known = said.map(|money| (money, fact.at)).or(known);
                }
                Fact::TopUp(TopUp { credit: Some(credit), arrival: Arrival::Arrived, .. }) => {
                    known = known.map(|(money, at)| (money.plus(*credit).unwrap_or(money), at));
                }
                Fact::TopUp(_) | Fact::KeepAlive(_) => {}
            }
        }
        known
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

    /// The next charge: what the newest check said that named one, else what the card says.
    #[must_use]
    pub fn renews(&self) -> Option<Dated> {
        let said = self.checks().rev().find_map(|(.., check)| check.renews.map(|date| Dated { date, said: true }));
        said.or_else(|| self.card.renews.map(|date| Dated { date, said: false }))
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

    fn walk(&self, bucket: Bucket) -> (Vec<Movement>, Option<Bytes>) {
        let mut capacity = self.plan(bucket);
        let mut movements = Vec::new();
        let mut month = None;
        let mut renew = |at: Timestamp, capacity: &mut Option<Bytes>| {
            if self.card.validity != Validity::CalendarMonth {
                return;
            }
            let date = self.zone.date(at);
            if month.replace(date.month_end()).is_some_and(|end| end < date) {
                *capacity = self.plan(bucket).or(*capacity);
            }
        };
        let mut turns = self.turns().iter().filter(|_| bucket == Bucket::General).peekable();
        for place in 0..=self.entries.len() {
            while let Some(&Turn { entry, at, added, .. }) = turns.next_if(|turn| turn.after <= place) {
                let (Some(at), Some(added)) = (at, added) else { continue };
                renew(at, &mut capacity);
                capacity = Some(added);
                movements.push(Movement::TopUp { entry, at, added, effect: Effect::Replace });
            }
            let Some(&(entry, fact)) = self.entries.get(place) else { break };
            renew(fact.at, &mut capacity);
            match &fact.fact {
                Fact::Check(check) => {
                    capacity = self.total(check, bucket).or(capacity);
                    if let Some(level) = self.level(entry, fact.at, check, bucket, capacity) {
                        movements.push(Movement::Check(level));
                    }
                }
                Fact::TopUp(top_up) => {
                    if let Some(added) = self.added(top_up, bucket) {
                        capacity = after(capacity, added, top_up.effect);
                        movements.push(Movement::TopUp { entry, at: fact.at, added, effect: top_up.effect });
                    }
                }
                Fact::KeepAlive(_) => {}
            }
        }
        (movements, capacity)
    }

    fn plan(&self, bucket: Bucket) -> Option<Bytes> {
        let plan = (bucket == Bucket::General).then_some(self.card.plan)?;
        plan.map(|plan| plan.bytes(self.card.base))
    }

    fn total(&self, check: &Check, bucket: Bucket) -> Option<Bytes> {
        check.of(bucket).find_map(|said| match said {
            Said::Total(Quantity::Data(amount)) => Some(amount.bytes(self.card.base)),
            _ => None,
        })
    }

    fn added(&self, top_up: &TopUp, bucket: Bucket) -> Option<Bytes> {
        let counts = bucket == Bucket::General
            && top_up.arrival == Arrival::Arrived
            && matches!(top_up.effect, Effect::Add | Effect::Replace);
        let data: Amount = counts.then_some(top_up.data)??;
        Some(data.bytes(self.card.base))
    }

    fn level(
        &self,
        entry: EntryId,
        at: Timestamp,
        check: &Check,
        bucket: Bucket,
        capacity: Option<Bytes>,
    ) -> Option<Level> {
        let base = self.card.base;
        let level = |left: Bytes, rounding: Bytes, origin: Origin| Level {
            entry,
            at,
            left,
            rounding,
            origin,
            source: check.source,
        };
        let said = check.of(bucket).find_map(|said| match said {
            Said::Left(Quantity::Data(amount)) => Some(level(amount.bytes(base), amount.rounding(base), Origin::Said)),
            _ => None,
        });
        if said.is_none() && check.endless(bucket) {
            return None;
        }
        said.or_else(|| {
            check.of(bucket).find_map(|said| match said {
                Said::Used(Quantity::Data(amount)) => {
                    Some(level(capacity?.saturating_sub(amount.bytes(base)), amount.rounding(base), Origin::FromUsed))
                }
                _ => None,
            })
        })
        .or_else(|| {
            let (share, left) = check.of(bucket).find_map(|said| match said {
                Said::LeftPercent(share) => Some((share, true)),
                Said::UsedPercent(share) => Some((share, false)),
                _ => None,
            })?;
            let full = capacity?.0;
            // A quarter of 4 GB is 1 GB to the byte: the hundredth is taken last.
            let millionths = u128::try_from(share.scaled(1_000_000)?).ok()?;
            let part = u64::try_from(u128::from(full) * millionths / 100_000_000).ok()?.min(full);
            let bytes = Bytes(if left { part } else { full - part });
            Some(level(bytes, Bytes(share.half_step(full / 100)), Origin::FromPercent))
        })
    }
}

fn after(capacity: Option<Bytes>, added: Bytes, effect: Effect) -> Option<Bytes> {
    if effect == Effect::Replace { Some(added) } else { capacity.map(|full| full.saturating_add(added)) }
}
