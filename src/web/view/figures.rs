//! What the amounts of a chart are said in: data, or money of which a millionth of the unit is counted as a byte.

use super::{View, say};
use crate::domain::{Base, Bytes, Currency, Money, Unit};
use crate::i18n::{Lang, format};

/// How amounts are said.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figures {
    pub(super) base: Base,
    pub(super) small: Unit,
    pub(super) lang: Lang,
    money: Option<Currency>,
}

impl View<'_> {
    /// How the amounts of the chart that is seen are said.
    pub(super) const fn figures(&self, base: Base) -> Figures {
        Figures { base, small: self.small, lang: self.lang, money: self.money }
    }
}

impl Figures {
    /// `1.83 GB`, `$26.05`.
    pub(super) fn exact(self, amount: Bytes) -> String {
        self.sum(amount).unwrap_or_else(|| format::data(amount, self.base, self.small))
    }

    /// An estimate, to two digits; of money to three.
    pub(super) fn about(self, amount: Bytes) -> String {
        self.estimate(amount, false).unwrap_or_else(|| format::about(amount, self.base, Unit::MB))
    }

    /// What was left at a time.
    pub(super) fn stood(self, left: Bytes, converted: bool) -> String {
        self.sum(left).unwrap_or_else(|| say::stood(left, converted, self.base, self.small))
    }

    /// An estimate: `≈0.8 GB`, `≤$2.10`.
    pub(super) fn guess(self, middle: Bytes, most: Bytes) -> String {
        let (sign, sum) = match middle.0 == 0 && most.0 > 0 {
            true => ("≤", self.estimate(most, true)),
            false => ("≈", self.estimate(middle, false)),
        };
        sum.map_or_else(|| say::guess(middle, most, self.base, self.small), |sum| [sign, &sum].concat())
    }

    /// An estimate's range.
    pub(super) fn range(self, low: Bytes, high: Bytes) -> String {
        match (self.estimate(low, false), self.estimate(high, true)) {
            (Some(low), Some(high)) if low == high => low,
            (Some(low), Some(high)) => [&low, "–", &high].concat(),
            _ => format::data_range(low, high, self.base, self.small),
        }
    }

    fn sum(self, amount: Bytes) -> Option<String> {
        Money::of_millionths(amount.0, self.money?, true).map(|sum| format::money(sum, self.lang))
    }

    fn estimate(self, amount: Bytes, up: bool) -> Option<String> {
        Money::of_millionths(amount.0, self.money?, false).map(|sum| format::money_about(sum, up, self.lang))
    }
}
