//! What each screen shows: a state from the model, and no words or markup.
//!
//! Every number that two places show comes from here, so that they cannot disagree.

mod ahead;
mod alerts;
mod asking;
mod card;
mod changes;
mod chart;
mod foretold;
mod list;
mod note;
mod odd;
mod out;
mod review;
mod small;
mod teaching;
mod waiting;
mod when;

pub use ahead::{Lasting, NoStanding, Spent, SpentRow, WhatIf, lasting, spending, what_if_screen};
pub use alerts::Alert;
pub use asking::{
    Asking, Group, Offer, Situation, Whereabouts, asking, has_line, has_shops, is_doubtful, is_profile,
    may_have_a_line, may_lead, pages,
};
pub use card::{CardScreen, Expiry, Gauge, Row, Verdict, card_screen};
pub use changes::{ChangeRow, What, changes};
pub use chart::Charts;
pub use list::{ListScreen, Urgency, list, next_task};
pub use note::{Note, note};
pub use odd::{Odd, odd, over};
pub use out::{Left, Out, Rest};
pub use review::{
    Piece, Review, Target, Turn, meaning, newest_first, pieces, placed, review, spoken, target, told_apart, turn,
};
pub use small::{said_amount, small_unit};
pub use teaching::{Earlier, LOOKED_AT, Question, Teaching, earlier, taught};
pub use waiting::{Confirmed, as_said, channel, confirmed, waiting};
