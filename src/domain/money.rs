//! Money as said: a decimal and a currency. No conversion between currencies, no floats.

use super::decimal::Decimal;
use std::fmt;

/// An ISO 4217 currency code: three capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The US dollar.
    pub const USD: Self = Self(*b"USD");
    /// The renminbi yuan.
    pub const CNY: Self = Self(*b"CNY");
    /// The Hong Kong dollar.
    pub const HKD: Self = Self(*b"HKD");
    /// The New Taiwan dollar.
    pub const TWD: Self = Self(*b"TWD");

    /// Reads three letters in either case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let code: [u8; 3] = text.as_bytes().try_into().ok()?;
        code.iter().all(u8::is_ascii_alphabetic).then(|| Self(code.map(|b| b.to_ascii_uppercase())))
    }

    /// The code.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// Digits after the point in ordinary prices (ISO 4217's exponent).
    #[must_use]
    pub fn exponent(&self) -> u8 {
        match &self.0 {
            b"JPY" | b"KRW" | b"VND" | b"IDR" | b"CLP" => 0,
            b"KWD" | b"BHD" | b"OMR" | b"JOD" | b"TND" => 3,
            _ => 2,
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A sum of money as said. May be negative: some carriers report a debt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Money {
    /// The number as said.
    pub figure: Decimal,
    /// In which currency.
    pub currency: Currency,
}

impl Money {
    /// Parts of a unit in which sums are counted here.
    pub const MILLION: u64 = 1_000_000;

    /// So many millionths of a currency's unit, rounded down to its ordinary digits; `exact` with as many more as
    /// there are. `None` beyond what a number as said can be.
    #[must_use]
    pub fn of_millionths(sum: u64, currency: Currency, exact: bool) -> Option<Self> {
        let mut scale = currency.exponent();
        let mut part = Self::MILLION / 10_u64.pow(scale.into());
        while exact && !sum.is_multiple_of(part) {
            (scale, part) = (scale + 1, part / 10);
        }
        let figure = Decimal::new(i64::try_from(sum / part).ok()?, scale)?;
        Some(Self { figure, currency })
    }

    /// The sum of two amounts of one currency, to the finer of their digits; `None` where the
    /// currencies differ, and beyond what a number as said can be.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        if self.currency != other.currency {
            return None;
        }
        let scale = self.figure.scale().max(other.figure.scale());
        let factor = 10_u64.pow(u32::from(scale));
        let sum = self.figure.scaled(factor)?.checked_add(other.figure.scaled(factor)?)?;
        Some(Self { figure: Decimal::new(sum, scale)?, currency: self.currency })
    }
}
