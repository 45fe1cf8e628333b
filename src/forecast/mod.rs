//! WHAT WILL HAPPEN: checks, top-ups and the plan ─► the distribution of the day it runs out.
//!
//! Use is taken as a gamma process whose rate is learned (docs/forecast.md has the model, its
//! reasons and its scores). It knows no words, no zone and no card; it gives no advice: that is
//! for `plan`. Everything is O(number of checks) once, then constant.

mod beta;
mod input;
mod known;
mod learn;

pub use input::{Added, Input, Prior, Seen};
pub use known::Forecast;

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
    },
    /// A distribution.
    Known(Forecast),
}

/// What a forecast would need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Nobody said what is left.
    NoCheck,
    /// One check and no plan: a rate needs two, or a plan to compare with.
    OneCheckNoPlan,
    /// No plan, and the checks lie within six hours.
    TooSoon,
    /// No plan, and nothing was used between the checks, as far as their rounding shows.
    NoUse,
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

/// Something that was noticed on the way and may want an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// More was left than before, with no top-up between: a top-up nobody wrote down, a new
    /// cycle, or a slip. The time before it teaches nothing.
    Rise {
        /// The check that found it.
        at: Timestamp,
    },
}

/// What will happen, by what is known.
///
/// Never panics, and every number that comes out of it is finite, whatever goes in.
#[must_use]
pub fn forecast(input: &Input) -> Outlook {
    let walk = learn::walk(input);
    match walk.level {
        None => Outlook::NotEnough(Missing::NoCheck),
        Some(level) if level.left <= 0.0 => Outlook::Empty { since: level.at },
        Some(level) => match learn::learn(input, walk, level) {
            Err(missing) => Outlook::NotEnough(missing),
            Ok(learned) => Outlook::Known(Forecast::new(learned, input.now, input.expires)),
        },
    }
}
