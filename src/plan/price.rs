//! What data costs: by the GB, by the day, and plans side by side.

use crate::domain::convert::float_u;
use crate::domain::{Amount, Base, Bytes, Currency, Decimal, Money, Unit};

/// A price to four digits after the point: enough for a share of a cent.
pub type Price = Money;

/// Digits after the point of a price.
const SCALE: u8 = 4;

/// What a GB costs where so much was paid for so many bytes; `None` for no bytes, and beyond what a
/// sum can be.
#[must_use]
pub fn price(paid: Money, data: Bytes, base: Base) -> Option<Price> {
    share(paid, Unit::GB.bytes(base), data.0)
}

/// `sum × part ÷ whole`, rounded half up.
fn share(sum: Money, part: u64, whole: u64) -> Option<Money> {
    let units = u128::try_from(sum.figure.scaled(10_u64.pow(SCALE.into()))?).ok()?;
    let figure = (units * u128::from(part) + u128::from(whole) / 2).checked_div(u128::from(whole))?;
    Some(Money { figure: Decimal::new(i64::try_from(figure).ok()?, SCALE)?, currency: sum.currency })
}

/// A plan that is thought about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What it costs.
    pub paid: Money,
    /// How many days it lasts; at least 1.
    pub days: u16,
    /// What it gives.
    pub gives: Gives,
}

/// What a plan gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gives {
    /// So much for its whole time.
    Data(Amount),
    /// So much each day, what is not used lapsing at the day's end.
    EachDay(Amount),
    /// No end, but slowed after so much at full speed.
    Slowed {
        /// At full speed, in its whole time.
        fast: Amount,
        /// Then so many kilobits a second.
        kbps: u32,
    },
    /// No end, but slowed after so much at full speed each day.
    SlowedEachDay {
        /// At full speed, each day.
        fast: Amount,
        /// Then so many kilobits a second.
        kbps: u32,
    },
    /// No end at full speed.
    Unlimited,
}

/// A plan beside others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Data at full speed over its whole time; `None` where that has no end.
    pub fast: Option<Bytes>,
    /// The most that the slowed speed carries in one day; `None` where it is never slowed.
    pub slow_a_day: Option<Bytes>,
    /// What a GB at full speed costs, were all of it used; `None` where that has no end.
    pub per_gb: Option<Price>,
    /// What a day costs.
    pub per_day: Option<Price>,
    /// Whether the expected use fits at full speed; `None` where no use is known.
    pub enough: Option<bool>,
}

/// Compares a plan at a use of so many bytes a day, where that is known.
#[must_use]
pub fn compare(plan: &Plan, a_day: Option<f64>, base: Base) -> Compared {
    let days = u64::from(plan.days.max(1));
    let times = |amount: Amount| Bytes(amount.bytes(base).0.saturating_mul(days));
    let (fast, kbps) = match plan.gives {
        Gives::Data(data) => (Some(data.bytes(base)), None),
        Gives::EachDay(data) => (Some(times(data)), None),
        Gives::Slowed { fast, kbps } => (Some(fast.bytes(base)), Some(kbps)),
        Gives::SlowedEachDay { fast, kbps } => (Some(times(fast)), Some(kbps)),
        Gives::Unlimited => (None, None),
    };
    let wanted = a_day.map(|a_day| if a_day.is_finite() { a_day.max(0.0) * float_u(days) } else { 0.0 });
    let most = |wanted: f64| fast.map_or(wanted, |fast| float_u(fast.0));
    Compared {
        fast,
        // Kilobits are thousands, whatever the card counts as a gigabyte.
        slow_a_day: kbps.map(|kbps| Bytes(u64::from(kbps) * 125 * 86_400)),
        per_gb: fast.and_then(|fast| price(plan.paid, fast, base)),
        per_day: share(plan.paid, 1, days),
        enough: wanted.map(|wanted| wanted <= most(wanted)),
    }
}

/// A sum in another currency, by the rate that a person typed: so much of `to` for one of the sum's.
/// To the digits that prices in `to` have.
#[must_use]
pub fn converted(sum: Money, rate: Decimal, to: Currency) -> Option<Money> {
    let millionths = i128::from(sum.figure.scaled(1_000_000)?) * i128::from(rate.scaled(1_000_000)?);
    let scale = to.exponent();
    let divisor = 10_i128.pow(12 - u32::from(scale));
    let half = if millionths < 0 { -divisor / 2 } else { divisor / 2 };
    let figure = i64::try_from((millionths + half) / divisor).ok()?;
    Some(Money { figure: Decimal::new(figure, scale)?, currency: to })
}
