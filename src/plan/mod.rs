//! WHAT TO DO: what may be used today and how much an even pace would have left, until which day; what a
//! top-up would change, when it is better made and whether it arrived; what a trip needs, what was spent,
//! how a number is kept, and what to do next.
//!
//! Everything here is arithmetic on what was said and on the card's own calendar. It foretells
//! nothing (that is `forecast`, which it may ask for an estimate) and says no words.

mod allowance;
mod arrival;
mod day_plan;
mod finding;
mod goal;
mod keep;
mod low;
mod pace;
mod price;
mod purse;
mod spending;
mod top_up;
mod trip;

pub use allowance::{Allowance, Ground, NoAllowance, allowance};
pub use arrival::{Waiting, awaits, is_unsaid, waiting};
pub use day_plan::{PlanDay, day_starts, plan_day};
pub use finding::{Finding, Step, Task, findings, next, task};
pub use goal::{Goal, Reach, goal, last_day};
pub use keep::{Countdown, Counted, Due, Need, NumberDays, due, is_on_its_way, keeps, look_again, number_days};
pub use low::{estimate, low, most};
pub use pace::{Pace, Period, pace, period};
pub use price::{Compared, Gives, Plan, Price, compare, converted, price};
pub use purse::after_fees;
pub use spending::{Heading, Payment, payments, totals, trips, uncounted, unpriced};
pub use top_up::{Better, Brought, More, NowOrLater, Offer, Standing, Supply, what_if};
pub use trip::{Activity, TripNeed, days_of, need, to_buy};

use crate::domain::{Bytes, Ledger};

/// What is set aside and not counted into the day's allowance: what the card says, else nothing.
#[must_use]
pub fn reserve(ledger: &Ledger<'_>) -> Bytes {
    ledger.card.reserve.map_or(Bytes(0), |amount| amount.bytes(ledger.card.base))
}
