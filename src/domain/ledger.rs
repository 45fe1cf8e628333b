//! A ledger: one card's facts in order, and what follows from them without any guess.
//!
//! It estimates nothing: what will happen is for `forecast`.

use super::amount::{Amount, Bytes};
use super::card::{Card, Validity};
use super::date::{Date, Timestamp};
use super::decimal::Decimal;
use super::entry::{Arrival, Bucket, Check, Effect, Entry, Fact, Quantity, Said, Source, TopUp};
use super::id::{CardId, EntryId};
use super::money::Money;
use super::zone::Offsets;

/// One card and its entries in the order of their times (then of their identifiers).
#[derive(Clone, Debug)]
pub struct Ledger<'a> {
    /// Which card.
    pub id: CardId,
    /// The card.
    pub card: &'a Card,
    /// Its entries, oldest first.
    pub entries: Vec<(EntryId, &'a Entry)>,
    zone: Offsets,
    /// The entries that were written down before the card's validity was typed.
    overruled: Vec<EntryId>,
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
    /// A top-up that arrived and changes this bucket.
    TopUp {
        /// The entry that says so.
        entry: EntryId,
        /// When.
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
    /// The last check and what arrived after it.
    pub left: Bytes,
    /// The last check.
    pub checked: Level,
    /// What arrived after it.
    pub added_since: Bytes,
    /// What the bucket holds when full: the plan and what was added.
    pub capacity: Option<Bytes>,
}

/// A date and the entry that said it; none where it stands on the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The day, in the card's zone.
    pub date: Date,
    /// Who said so.
    pub entry: Option<EntryId>,
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
        let mut entries: Vec<_> = entries.collect();
        entries.sort_by_key(|(entry, fact)| (fact.at, *entry));
        Self { id, card, entries, zone: Offsets::UTC, overruled: Vec::new() }
    }

    /// The same with the offsets of the card's zone, in which its months end. UTC before that.
    #[must_use]
    pub fn in_zone(mut self, zone: &Offsets) -> Self {
        self.zone = zone.clone();
        self
    }

    /// The same where the card's validity was typed after these entries were written down: a last
    /// day that the card says stands over theirs.
    #[must_use]
    pub fn overruled(mut self, entries: Vec<EntryId>) -> Self {
        self.overruled = entries;
        self.overruled.sort_unstable();
        self
    }

    /// The same before an instant: without the entries of then and later.
    #[must_use]
    pub fn before(&self, at: Timestamp) -> Self {
        let mut ledger = self.clone();
        ledger.entries.retain(|(_, fact)| fact.at < at);
        ledger
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
            match movement {
                Movement::Check(level) => {
                    found = Some(Remaining { left: level.left, checked: level, added_since: Bytes(0), capacity: None });
                }
                Movement::TopUp { added, effect, .. } => {
                    if let Some(known) = &mut found {
                        known.left = if effect == Effect::Replace { added } else { known.left.saturating_add(added) };
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

    /// The last day of what is in use: what the newest entry said that named one (a plan that queues
    /// names its own), or what the card says, where that was typed later or no entry said anything.
    /// A calendar month begins anew, so a day of an earlier one that was said is no end of this one.
    #[must_use]
    pub fn expires(&self, today: Date) -> Option<Dated> {
        let typed = self.card.validity.end(today).map(|date| Dated { date, entry: None });
        let stands = |entry: &EntryId| typed.is_none() || !self.is_overruled(*entry);
        let mut said = self.entries.iter().rev().filter(|(entry, _)| stands(entry));
        let said = said.find_map(|(entry, fact)| Some(Dated { date: fact.ends()?, entry: Some(*entry) }));
        said.filter(|dated| !self.is_over(*dated, today)).or(typed)
    }

    /// What [`Ledger::expires`] says by the entries before each of these instants, which are in order,
    /// on its day in the zone: in one run through the entries.
    #[must_use]
    pub fn expires_before(&self, instants: &[Timestamp], zone: &Offsets) -> Vec<Option<Dated>> {
        let mut entries = self.entries.iter().peekable();
        let (mut said, mut standing) = (None, None);
        let before = |&at: &Timestamp| {
            while let Some((entry, fact)) = entries.next_if(|(_, fact)| fact.at < at) {
                if let Some(date) = fact.ends() {
                    said = Some(Dated { date, entry: Some(*entry) });
                    standing = if self.is_overruled(*entry) { standing } else { said };
                }
            }
            let today = zone.date(at);
            let typed = self.card.validity.end(today).map(|date| Dated { date, entry: None });
            let newest = if typed.is_none() { said } else { standing };
            newest.filter(|dated| !self.is_over(*dated, today)).or(typed)
        };
        instants.iter().map(before).collect()
    }

    fn is_overruled(&self, entry: EntryId) -> bool {
        self.overruled.binary_search(&entry).is_ok()
    }

    /// Whether a day that was said is the end of an earlier month than this one.
    fn is_over(&self, said: Dated, today: Date) -> bool {
        self.card.validity == Validity::CalendarMonth && said.date.month_end() < today
    }

    /// The next charge: what the newest check said that named one, else what the card says.
    #[must_use]
    pub fn renews(&self) -> Option<Dated> {
        let said = self
            .checks()
            .rev()
            .find_map(|(entry, _, check)| check.renews.map(|date| Dated { date, entry: Some(entry) }));
        said.or_else(|| self.card.renews.map(|date| Dated { date, entry: None }))
    }

    /// The source of the newest check.
    #[must_use]
    pub fn last_source(&self) -> Option<Source> {
        self.checks().next_back().map(|(_, _, check)| check.source)
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
        for &(entry, fact) in &self.entries {
            let date = self.zone.date(fact.at);
            let before = month.replace(date.month_end());
            if self.card.validity == Validity::CalendarMonth && before.is_some_and(|end| end < date) {
                capacity = self.plan(bucket).or(capacity);
            }
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
