//! WHAT WILL HAPPEN: checks, top-ups and the plan ─► the distribution of the day it runs out.
//!
//! Use is taken as a gamma process whose rate is learned (docs/forecast.md has the model, its
//! reasons and its scores). It knows no words, no zone and no card; it gives no advice: that is
//! for `plan`. Everything is O(number of checks) once, then constant.

mod beta;
mod crossing;
mod input;
mod known;
mod learn;
mod rhythm;
mod state;

pub use input::{Added, Input, Prior, Seen};
pub use known::{First, Forecast};
pub use state::State;

use crate::domain::Timestamp;

/// What can be said of a bucket's future.
#[derive(Clone, Debug)]
pub enum Outlook {
    /// Nothing yet, and why.
    NotEnough(Missing),
    /// Nothing is left, by the check at that instant, and nothing arrived since.
    Empty {
        /// When it was found empty.
        since: Timestamp,
        /// Bytes a day in the long run, in the middle, while there was something to use; above 0.
        /// `None` where that is not known.
        rate: Option<f64>,
    },
    /// A distribution.
    Known(Forecast),
}

/// What a forecast would need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Nobody said what is left.
    NoCheck,
    /// One check, and no plan of which it is known how long it lasts: a rate needs two, or such a plan
    /// to compare with.
    OneCheck,
    /// No plan, and the checks lie within six hours.
    TooSoon,
    /// No plan, and it rose at the last check, or began anew with a top-up: one figure, as at the start.
    Rose,
    /// No plan, and nothing was used between the checks, as far as their rounding shows.
    NoUse,
    /// A cycle ended since the last check, and nobody knows what the plan gives.
    NewCycle,
}

impl Outlook {
    /// Whether a cycle ended since the last check: what was left then says nothing of now.
    #[must_use]
    pub const fn is_anew(&self) -> bool {
        match self {
            Self::NotEnough(missing) => matches!(missing, Missing::NewCycle),
            Self::Known(known) => known.is_unseen(),
            Self::Empty { .. } => false,
        }
    }
}

/// What a forecast rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The plan alone: nothing is known of the use yet.
    Plan,
    /// The plan, and the use between checks.
    PlanAndUse,
    /// The use between checks alone.
    Use,
}

/// Something that was noticed on the way and may want a word. Amounts are in bytes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Note {
    /// More was left than before, with no top-up between: a top-up nobody wrote down, a new
    /// cycle, or a slip. The time before it teaches nothing.
    Rise {
        /// The check that found it.
        at: Timestamp,
        /// What was left before.
        from: f64,
        /// What is left by it.
        to: f64,
        /// What the figures speak for; `None` where they leave it open.
        cause: Option<RiseCause>,
    },
    /// Use was far outside of its own range, which eight of ten stretches of that length keep.
    Unusual {
        /// The check that found it.
        at: Timestamp,
        /// Over how many days of ordinary use.
        days: f64,
        /// What was used.
        used: f64,
        /// What would have been little, and what much.
        low: f64,
        /// The upper end.
        high: f64,
    },
}

/// What a rise without a top-up may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RiseCause {
    /// As much as the last top-up: one that nobody wrote down.
    TopUp,
    /// As much as the plan gives: a new cycle.
    NewCycle,
    /// The next figure is back on the old line: the high one was a slip.
    Slip,
    /// It is on the line of the figure before the last: the low one was a slip.
    SlipBefore,
}

/// What will happen, by what is known.
///
/// Never panics, and every number that comes out of it is finite, whatever goes in.
#[must_use]
pub fn forecast(input: &Input) -> Outlook {
    State::of(input).outlook(input.now, input.expires)
}

/// What another check now would bring.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Narrowing {
    /// The width of the 80 % range of the day it runs out, in days, as things stand.
    pub now: f64,
    /// The same after a check that finds what is expected.
    pub checked: f64,
}

/// Whether a check now would narrow the range: `None` where there is none yet, or where it would
/// bring less than a third and less than half a day.
#[must_use]
pub fn narrowing(input: &Input) -> Option<Narrowing> {
    State::of(input).narrowing(input.now, input.expires)
}
