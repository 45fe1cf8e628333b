//! What a number needs so that it stays its owner's. The days that follow from it are for `plan`.

use super::date::{DAY_MS, Date, Timestamp};
use super::moment::Moment;
use super::money::Money;
use super::zone::Offsets;

/// How a number is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keeping {
    /// What has to be done, and how often.
    pub rule: KeepRule,
    /// Days between the end of the service and the loss of the number, 0 to 3660; 0 where nobody said how many.
    pub grace: u16,
    /// What the first turn counts from while no entry does: the day it was activated.
    pub from: Option<Date>,
}

/// What keeps a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeepRule {
    /// A fee is taken on a day of each month.
    MonthlyFee {
        /// The day, 1 to 31; the last of a month that has none such.
        day: u8,
        /// How much.
        fee: Option<Money>,
    },
    /// Something must be done with it within so many days, 1 to 3660.
    Activity {
        /// How many.
        days: u16,
    },
    /// Each top-up gives it so many days, 1 to 3660.
    TopUp {
        /// How many.
        days: u16,
        /// The least that counts.
        least: Option<Money>,
    },
}

/// When a plan that gives data for each day gives it anew. It is not the card's own zone: a day
/// plan bought in Hong Kong for Japan may turn at Hong Kong's midnight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayClock {
    /// At midnight of the seller's zone.
    Midnight(super::zone::ZoneName),
    /// Every 24 hours from the first use; when that was, where somebody said it.
    FirstUse(Option<Timestamp>),
}

/// The same by the offsets of its zone, so that its days can be told.
#[derive(Clone, Debug)]
pub enum DayTurn {
    /// At midnight by these.
    Midnight(Offsets),
    /// Every 24 hours from the first use.
    FirstUse(Option<Timestamp>),
}

impl DayClock {
    /// By the offsets that a moment knows.
    #[must_use]
    pub fn turn(&self, moment: &Moment) -> DayTurn {
        match self {
            Self::Midnight(zone) => DayTurn::Midnight(moment.offsets(zone).clone()),
            Self::FirstUse(used) => DayTurn::FirstUse(*used),
        }
    }
}

impl DayTurn {
    /// When the day begins that comes after that instant; at the latest, where nobody said when the plan was first used.
    #[must_use]
    pub fn next(&self, at: Timestamp) -> Timestamp {
        match self {
            Self::Midnight(zone) => zone.end(zone.date(at)),
            Self::FirstUse(used) => at.plus(DAY_MS - used.map_or(0, |used| at.since(used).rem_euclid(DAY_MS))),
        }
    }
}
