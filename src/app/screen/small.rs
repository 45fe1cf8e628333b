//! In which unit little is shown: as it was said.

use crate::domain::{Amount, Bucket, Check, Ledger, Quantity, Said, Unit};

/// The unit in which a bucket's amounts below a gigabyte are shown: as the last check said them that said one.
#[must_use]
pub fn small_unit(ledger: &Ledger<'_>, bucket: Bucket) -> Unit {
    let base = ledger.card.base;
    let below = |said: &Amount| said.unit() != Unit::GB || said.bytes(base).0 < Unit::GB.bytes(base);
    let said = ledger.checks().filter_map(|(_, _, check)| said_amount(check, bucket)).filter(below);
    if said.map(Amount::unit).next_back() == Some(Unit::GB) { Unit::GB } else { Unit::MB }
}

/// What a check says in amounts of what is left of a bucket, or where it says nothing of that, of what is used.
#[must_use]
pub fn said_amount(check: &Check, bucket: Bucket) -> Option<Amount> {
    let said = |left: bool| {
        check.of(bucket).find_map(|said| match said {
            Said::Left(Quantity::Data(amount)) if left => Some(amount),
            Said::Used(Quantity::Data(amount)) if !left => Some(amount),
            _ => None,
        })
    };
    said(true).or_else(|| said(false))
}
