//! Amounts of data as a carrier says them, and bytes as the app computes with them.

use super::decimal::Decimal;

/// How many megabytes make a gigabyte on this card's bill.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Base {
    /// 1 GB = 1024 MB, as most carriers count.
    #[default]
    Binary,
    /// 1 GB = 1000 MB.
    Decimal,
}

/// A unit of data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// Bytes.
    B,
    /// Kilobytes.
    KB,
    /// Megabytes.
    MB,
    /// Gigabytes.
    GB,
    /// Terabytes.
    TB,
}

impl Unit {
    /// Bytes in one of this unit.
    #[must_use]
    pub const fn bytes(self, base: Base) -> u64 {
        let step: u64 = match base {
            Base::Binary => 1024,
            Base::Decimal => 1000,
        };
        match self {
            Self::B => 1,
            Self::KB => step,
            Self::MB => step.pow(2),
            Self::GB => step.pow(3),
            Self::TB => step.pow(4),
        }
    }
}

/// A number of bytes: what the fold computes and the forecast uses, never what is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Bytes(pub u64);

impl Bytes {
    /// The difference, or nothing left.
    #[must_use]
    pub const fn saturating_sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// The sum, or the largest number of bytes there is.
    #[must_use]
    pub const fn saturating_add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

/// An amount of data, kept as it was said: `1.2 GB` keeps its ±0.05 GB, and its bytes follow the
/// card's [`Base`] even when that is corrected later.
///
/// Never negative, at most 1024 TB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Amount {
    figure: Decimal,
    unit: Unit,
}

impl Amount {
    const MOST: i64 = 1 << 50;

    /// The amount, or `None` where it is negative or beyond 1024 TB.
    #[must_use]
    pub fn new(figure: Decimal, unit: Unit) -> Option<Self> {
        let bytes = figure.scaled(unit.bytes(Base::Binary))?;
        (!figure.is_negative() && bytes <= Self::MOST).then_some(Self { figure, unit })
    }

    /// The number as said.
    #[must_use]
    pub const fn figure(self) -> Decimal {
        self.figure
    }

    /// The unit as said.
    #[must_use]
    pub const fn unit(self) -> Unit {
        self.unit
    }

    /// What it comes to.
    #[must_use]
    pub fn bytes(self, base: Base) -> Bytes {
        let bytes = self.figure.scaled(self.unit.bytes(base)).unwrap_or(Self::MOST);
        Bytes(u64::try_from(bytes).unwrap_or(0))
    }

    /// Half of the last digit said: the true figure lies within this of [`Amount::bytes`].
    #[must_use]
    pub fn rounding(self, base: Base) -> Bytes {
        Bytes(self.figure.half_step(self.unit.bytes(base)))
    }
}
