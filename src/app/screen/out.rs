//! Whether a card has run out, or may today.

use super::card::{CardScreen, Verdict};
use crate::domain::Date;
use crate::plan::Allowance;

/// That nothing is left to use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Out {
    /// The data, or the money of a card that counts nothing else, is used up.
    Empty,
    /// It has ended.
    Expired,
    /// The forecast's range begins today.
    Today,
    /// Nothing is left but what was set aside.
    Reserve,
}

/// Whether nothing is left but what was set aside: where today's part was used up, nothing may be used
/// tomorrow either.
fn only_reserve(today: &Allowance) -> bool {
    let spent = today.over().is_none() || today.tomorrow.is_none_or(|tomorrow| tomorrow.0 == 0);
    today.left.0 == 0 && today.reserve.0 > 0 && spent
}

impl CardScreen<'_> {
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
            Verdict::Between { from, .. } | Verdict::Close { from, .. } if from <= today => Some(Out::Today),
            Verdict::NotEnough(_) if self.gauge.known.is_none() && no_money => Some(Out::Empty),
            _ if self.allowance.is_ok_and(|today| only_reserve(&today)) => Some(Out::Reserve),
            _ => None,
        }
    }
}
