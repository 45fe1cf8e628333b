//! The money on a card, by what was said of it and what was credited since.
//!
//! For the chart, the forecast and the fees a sum is counted in millionths of its currency's unit, as data is in
//! bytes. It converts nothing: what is in another currency than the last check is left out.

use super::amount::Bytes;
use super::card::Validity;
use super::date::Timestamp;
use super::entry::{Arrival, Bucket, Check, Effect, Entry, Fact, Quantity, Said, TopUp};
use super::id::EntryId;
use super::ledger::Ledger;
use super::money::{Currency, Money};
use super::movement::{Level, Movement, Origin};

impl Ledger<'_> {
    /// The money balance and as of when, with the credit that arrived later.
    #[must_use]
    pub fn money(&self) -> Option<(Money, Timestamp)> {
        let mut known: Option<(Money, Timestamp)> = None;
        for (_, fact) in &self.entries {
            match &fact.fact {
                Fact::Check(check) => known = sum(check).map(|money| (money, fact.at)).or(known),
                Fact::TopUp(TopUp { credit: Some(credit), arrival: Arrival::Arrived, .. }) => {
                    known = known.map(|(money, at)| (money.plus(*credit).unwrap_or(money), at));
                }
                Fact::TopUp(_) | Fact::KeepAlive(_) => {}
            }
        }
        known
    }

    /// Whether it is all that the card has, as far as anybody said: no check and no top-up that arrived speaks of data,
    /// nor does a plan. That there is none of it, where there never was any, says no more.
    #[must_use]
    pub fn is_money_alone(&self) -> bool {
        self.currency().is_some() && !self.speaks_of_data()
    }

    /// What is seen of it first: general data, or money where that is all.
    #[must_use]
    pub fn main(&self) -> Bucket {
        if self.is_money_alone() { Bucket::Money } else { Bucket::General }
    }

    /// Whether what it holds is a sum: money alone, or nothing at all that keeps a number and has no end of its own.
    #[must_use]
    pub fn is_without_data(&self) -> bool {
        let keeps = self.card.keeping.is_some() && matches!(self.card.validity, Validity::Unknown);
        (keeps || self.currency().is_some()) && !self.speaks_of_data()
    }

    fn speaks_of_data(&self) -> bool {
        let some = |said: Said| match said {
            Said::Left(Quantity::Data(data)) | Said::Used(Quantity::Data(data)) | Said::Total(Quantity::Data(data)) => {
                data.figure().mantissa() != 0
            }
            _ => true,
        };
        let data = |(_, fact): &(_, &Entry)| match &fact.fact {
            Fact::Check(check) => check.measures.iter().any(|measure| measure.bucket.is_data() && some(measure.said)),
            Fact::TopUp(top_up) => top_up.data.is_some() && top_up.arrival == Arrival::Arrived,
            Fact::KeepAlive(_) => false,
        };
        self.card.plan.is_some() || self.card.day_clock.is_some() || self.entries.iter().any(data)
    }

    /// The currency in which it was said last.
    #[must_use]
    pub fn currency(&self) -> Option<Currency> {
        self.checks().rev().find_map(|(.., check)| sum(check)).map(|money| money.currency)
    }

    /// What of it was credited since the last check.
    #[must_use]
    pub fn credited(&self) -> Option<Money> {
        let since = self.remaining(Bucket::Money)?.added_since;
        Money::of_millionths(since.0, self.currency()?, true).filter(|_| since.0 > 0)
    }

    /// What was paid since the last check for a top-up that arrived, of which nobody said what it credited: the newest,
    /// where money is all there is. The balance is without it.
    #[must_use]
    pub fn uncredited(&self) -> Option<(EntryId, Money)> {
        let unseen =
            |(_, entry): &&(EntryId, &Entry)| !matches!(&entry.fact, Fact::Check(check) if sum(check).is_some());
        let paid = |(id, entry): &(EntryId, &Entry)| match &entry.fact {
            Fact::TopUp(TopUp {
                data: None,
                credit: None,
                paid,
                arrival: Arrival::Arrived,
                effect: Effect::Add | Effect::Replace,
                ..
            }) => paid.map(|paid| (*id, paid)),
            _ => None,
        };
        self.entries.iter().rev().take_while(unseen).find_map(paid).filter(|_| self.is_money_alone())
    }

    /// Its checks and what was credited, oldest first. A debt is nothing, and what pays it is not there afterwards.
    pub(super) fn sums(&self) -> Vec<Movement> {
        let Some(currency) = self.currency() else { return Vec::new() };
        let millionths = |sum: Money| sum.figure.scaled(Money::MILLION).filter(|_| sum.currency == currency);
        let mut owed = 0;
        let movement = |&(entry, fact): &(_, &Entry)| match &fact.fact {
            Fact::Check(check) => {
                let left = millionths(sum(check)?)?;
                owed = left.min(0);
                let left = Bytes(left.max(0).unsigned_abs());
                Some(Movement::Check(Level::of((entry, fact.at), left, Bytes(0), Origin::Said, check.source)))
            }
            Fact::TopUp(TopUp { credit: Some(credit), arrival: Arrival::Arrived, .. }) => {
                let there = owed.saturating_add(millionths(*credit)?);
                owed = there.min(0);
                let added = Bytes(there.max(0).unsigned_abs());
                Some(Movement::TopUp { entry, at: fact.at, added, effect: Effect::Add })
            }
            Fact::TopUp(_) | Fact::KeepAlive(_) => None,
        };
        self.entries.iter().filter_map(movement).collect()
    }
}

fn sum(check: &Check) -> Option<Money> {
    check.of(Bucket::Money).find_map(|said| match said {
        Said::Left(Quantity::Money(money)) => Some(money),
        _ => None,
    })
}
