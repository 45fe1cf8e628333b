//! Whether a card has run out, or may today, and whether a check would tell.

use super::card::{CardScreen, Verdict};
use super::foretold::main_input;
use crate::domain::{Bucket, Bytes, Date, Decimal, Moment, Money, Timestamp};
use crate::forecast::{Narrowing, Outlook, narrowing};

/// That nothing is left to use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Out {
    /// The data, or the money of a card that counts nothing else, is used up.
    Empty,
    /// It has ended.
    Expired,
    /// With a chance of one in two it is empty by the end of today, or by now.
    Today,
    /// Nothing is left but what was set aside.
    Reserve,
}

/// What is left beside the general data, by the card's own figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rest {
    /// Of what.
    pub bucket: Bucket,
    /// How much.
    pub left: Left,
    /// When that was said.
    pub at: Timestamp,
}

/// So much of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// There is no end to it.
    Endless,
    /// Minutes, or messages.
    Count(Decimal),
    /// Money.
    Money(Money),
    /// Data.
    Data(Bytes),
}

impl Left {
    /// Whether nothing is left, or less.
    #[must_use]
    pub const fn is_nothing(self) -> bool {
        match self {
            Self::Endless => false,
            Self::Count(count) => count.mantissa() <= 0,
            Self::Money(money) => money.figure.mantissa() <= 0,
            Self::Data(data) => data.0 == 0,
        }
    }
}

impl CardScreen<'_> {
    /// The day, in the card's zone, by the end of which it is empty with a chance of one in two, where that comes
    /// before its own end: the words of today go by it, and the reminder. None of what begins anew each day.
    #[must_use]
    pub fn empty_day(&self) -> Option<Date> {
        let Outlook::Known(forecast) = &self.outlook else { return None };
        let at = forecast.runs_out(0.5).filter(|_| self.day.is_none())?;
        let ends_first = self.expires.is_some_and(|expires| expires.end <= at);
        (!ends_first).then(|| self.ledger.zone().date(at))
    }

    /// What a check now would bring, where that is worth one: not where the end comes first, since then there is
    /// nothing to narrow.
    #[must_use]
    pub fn worth(&self, moment: &Moment) -> Option<Narrowing> {
        let ends = matches!(self.verdict, Verdict::Lasts { .. } | Verdict::Close { .. } | Verdict::Expired);
        if ends || self.asks || self.day.is_some() {
            return None;
        }
        narrowing(&main_input(&self.ledger, moment, self.expires.map(|expires| expires.end)))
    }

    /// What was last said of minutes, messages, money and the other buckets of data; nothing of what has ended with
    /// the card, or begun anew since but for money.
    #[must_use]
    pub fn rest(&self, moment: &Moment) -> Vec<Rest> {
        let mut rest = Vec::new();
        let begun = self.ledger.cycle().begun(self.ledger.zone(), moment.now);
        if self.verdict == Verdict::Expired {
            return rest;
        }
        for bucket in [Bucket::Minutes, Bucket::Messages] {
            if let Some((at, _)) = self.ledger.endless(bucket) {
                rest.push(Rest { bucket, left: Left::Endless, at });
            } else if let Some((count, at)) = self.ledger.count(bucket) {
                rest.push(Rest { bucket, left: Left::Count(count), at });
            }
        }
        if let Some((money, at)) = self.money {
            rest.push(Rest { bucket: Bucket::Money, left: Left::Money(money), at });
        }
        rest.extend(self.others.iter().map(|&(bucket, left, at)| Rest { bucket, left: Left::Data(left), at }));
        rest.retain(|rest| rest.bucket == Bucket::Money || begun <= Some(rest.at));
        rest
    }

    /// Whether the card has run out, or may today, which is a day of the card's zone. Nothing of a card
    /// that was put away, nor of one that begins anew each day.
    #[must_use]
    pub fn out(&self, today: Date) -> Option<Out> {
        if self.card.archived {
            return None;
        }
        let no_money = self.money.is_some_and(|(money, _)| money.figure.mantissa() <= 0);
        match self.verdict {
            Verdict::Expired => Some(Out::Expired),
            Verdict::Empty => Some(Out::Empty),
            Verdict::Asked => None,
            // What goes on slowly then is not out.
            _ if self.empty_day().is_some_and(|day| day <= today) && !self.ledger.slowed(Bucket::General) => {
                Some(Out::Today)
            }
            Verdict::NotEnough(_) if self.gauge.known.is_none() && no_money => Some(Out::Empty),
            _ if self.allowance.is_ok_and(|today| today.is_reserve()) => Some(Out::Reserve),
            _ => None,
        }
    }
}
