//! WHAT TO DO: what may be used today, and how much an even pace would have left.
//!
//! Everything here is arithmetic on what was said and on the card's own calendar. It foretells
//! nothing (that is `forecast`, which it may ask for an estimate) and says no words.

mod allowance;
mod pace;

pub use allowance::{Allowance, Ground, NoAllowance, allowance};
pub use pace::{Pace, Period, pace, period};

use crate::domain::{Bytes, Ledger};

/// What is set aside and not counted into the day's allowance: what the card says, else nothing.
#[must_use]
pub fn reserve(ledger: &Ledger<'_>) -> Bytes {
    ledger.card.reserve.map_or(Bytes(0), |amount| amount.bytes(ledger.card.base))
}
