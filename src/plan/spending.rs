//! What was spent: by card, month, trip and channel, in the currency in which it was paid.
//!
//! Sums of different currencies are never added up. A price in one's own currency takes a rate that
//! a person typed: [`super::price::converted`].

use super::keep::less;
use crate::domain::{
    Arrival, Bucket, CardId, Channel, Currency, Date, Effect, Entry, EntryId, Fact, KeepRule, Keeping, Ledger, Map,
    Money, Offsets, Timestamp,
};

/// One payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payment {
    /// The entry that says so.
    pub entry: EntryId,
    /// For which card.
    pub card: CardId,
    /// On which day, in the card's zone.
    pub date: Date,
    /// Through which channel, where a top-up says one.
    pub channel: Option<Channel>,
    /// How much.
    pub paid: Money,
    /// Whether it is said to bring no data.
    pub alone: bool,
    /// Whether it is said to bring something on top of what there is.
    pub adds: bool,
    /// Whether what it brought came in the place of what was left: the plan anew, whatever that cost.
    pub anew: bool,
}

/// By what payments are added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heading {
    /// A card.
    Card(CardId),
    /// A month: its last day.
    Month(Date),
    /// A trip, by its place among those that were given.
    Trip(usize),
    /// A channel, by its name's place in the list that was given; `None` where the payment has none.
    Channel(Option<usize>),
}

/// What was paid for a card: for top-ups (else the credit that arrived by them) and as fees that keep
/// its number. Oldest first. What is paid and has not arrived is spent all the same. A monthly fee comes off the money
/// on the card: where a payment for that was logged before it, it is counted already; where none was, nobody knows from
/// what it was paid, and it counts for itself.
#[must_use]
pub fn payments(ledger: &Ledger<'_>, zone: &Offsets) -> Vec<Payment> {
    let mut credited = false;
    let taken = matches!(ledger.card.keeping, Some(Keeping { rule: KeepRule::MonthlyFee { .. }, .. }));
    let payment = |(entry, said): &(EntryId, &Entry)| {
        let (paid, channel, alone, adds, anew) = match &said.fact {
            Fact::TopUp(top_up) => {
                let paid = top_up.paid.or(top_up.credit)?;
                let money = top_up.credit.is_some() || top_up.data.is_none() && ledger.is_without_data();
                credited |= money && top_up.arrival == Arrival::Arrived;
                let alone = top_up.data.is_none();
                let adds = top_up.effect == Effect::Add && (!alone || top_up.credit.is_some());
                (paid, top_up.channel, alone, adds, top_up.effect == Effect::Replace)
            }
            Fact::KeepAlive(_) if taken && credited => return None,
            Fact::KeepAlive(kept) => (kept.fee?, None, false, false, false),
            Fact::Check(_) => return None,
        };
        let date = zone.date(paid_at(said));
        Some(Payment { entry: *entry, card: ledger.id, date, channel, paid, alone, adds, anew })
    };
    ledger.entries().iter().filter_map(payment).collect()
}

/// When it was paid, where it was.
fn paid_at(said: &Entry) -> Timestamp {
    let before = if let Fact::TopUp(top_up) = &said.fact { top_up.paid_at } else { None };
    before.unwrap_or(said.at)
}

/// What a card's plan costs, where no payment for the running one is logged: of that sum at least, or for what came in
/// the place of what was left, a week before it began or later. What was paid before the first check counts for the
/// first plan, however early, and what was paid for a plan that waited for its turn counts for it. What added something
/// after the plan's first day, and its first check, was a top-up of its own. With it, whether nothing but a sum in
/// another currency was paid, which may have been for it: nobody knows what it comes to.
#[must_use]
pub fn uncounted(ledger: &Ledger<'_>, payments: &[Payment], now: Timestamp, zone: &Offsets) -> Option<(Money, bool)> {
    let price = ledger.card.price?;
    let start = super::period(ledger, Bucket::General, now, zone).map(|period| period.start);
    let began = start.filter(|start| ledger.checks().any(|(_, at, _)| at < *start)).map(|start| zone.date(start));
    let first =
        ledger.checks().map(|(_, at, _)| at).find(|at| began.is_none() || start.is_some_and(|start| *at >= start));
    let known = first.max(start).map(|at| zone.date(at));
    let turn = ledger.turns().last().and_then(|turn| Some((turn.entry, zone.date(turn.at?))));
    let mut other = false;
    for one in payments {
        let (enough, date) = match turn.filter(|(entry, _)| *entry == one.entry) {
            Some((_, from)) => (Some(true), from),
            None if one.anew => (Some(true), one.date),
            None => (less(one.paid, price).map(|less| !less), one.date),
        };
        let later = one.adds && known.is_some_and(|known| date > known);
        if began.is_none_or(|began| began.days_since(date) <= 7) && !later {
            if enough == Some(true) {
                return None;
            }
            other |= enough.is_none() && one.alone;
        }
    }
    Some((price, other))
}

/// The days of a card's top-ups that say nothing of money, so that nobody knows what was paid.
#[must_use]
pub fn unpriced(ledger: &Ledger<'_>, zone: &Offsets) -> Vec<Date> {
    let unpriced = |fact: &Fact| matches!(fact, Fact::TopUp(top_up) if top_up.paid.or(top_up.credit).is_none());
    let mine = ledger.entries().iter().filter(|(_, entry)| unpriced(&entry.fact));
    mine.map(|(_, entry)| zone.date(paid_at(entry))).collect()
}

/// Adds payments up under their headings and currencies. A payment under several headings (trips that
/// overlap) counts under each; one under none is left out.
#[must_use]
pub fn totals<'a>(
    payments: impl Iterator<Item = &'a Payment>,
    headings: impl Fn(&Payment) -> Vec<Heading>,
) -> Map<(Heading, Currency), Money> {
    let mut totals: Map<(Heading, Currency), Money> = Map::default();
    for payment in payments {
        for heading in headings(payment) {
            let key = (heading, payment.paid.currency);
            let sum = totals.get(&key).map_or(Some(payment.paid), |sum| sum.plus(payment.paid));
            if let Some(sum) = sum {
                totals.insert(key, sum);
            }
        }
    }
    totals
}

/// The trips (first and last day) that a day lies in.
#[must_use]
pub fn trips(date: Date, trips: &[(Date, Date)]) -> Vec<Heading> {
    let within = |(_, (first, last)): &(usize, &(Date, Date))| *first <= date && date <= *last;
    trips.iter().enumerate().filter(within).map(|(place, _)| Heading::Trip(place)).collect()
}
