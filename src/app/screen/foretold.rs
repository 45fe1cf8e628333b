//! What the forecasts of the screens are made from.

use crate::domain::{Bucket, KeepRule, Ledger, Moment, Timestamp};
use crate::forecast::Input;
use crate::plan;

/// What the forecast of a card's main screen is made from: that of its data, or of its money where nothing else is
/// known. Fees by rule are no use: with them until when the money lasts follows from the rule. Nor is money used up
/// by a day, where all that is to be done with the card is to keep its number.
pub(super) fn main_input(ledger: &Ledger<'_>, moment: &Moment, end: Option<Timestamp>) -> Input {
    let fees = |rule| matches!(rule, KeepRule::MonthlyFee { .. });
    let keeps = ledger.card.keeping.is_some_and(|keeping| end.is_none() || fees(keeping.rule));
    if !keeps && ledger.is_money_alone() {
        return Input::of(ledger, Bucket::Money, moment.now, end);
    }
    input(ledger, moment, end)
}

/// What the forecast of data is made from: the entries, and when a day plan began anew.
pub(super) fn input(ledger: &Ledger<'_>, moment: &Moment, end: Option<Timestamp>) -> Input {
    let mut input = Input::of(ledger, Bucket::General, moment.now, end);
    input.cycles.extend(plan::day_starts(ledger, moment));
    input
}
