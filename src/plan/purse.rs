//! The money on a card from which a monthly fee is taken: until when it pays them, and what is left of it by now.
//! Nothing is said of what else is paid from it.

use crate::domain::{Bucket, Bytes, Date, Decimal, KeepRule, Ledger, Level, Money, Movement, Offsets, month_around};

/// The fees that the money on a card pays, where nothing else is paid from it.
pub(super) struct Paid {
    /// The day of the last one; `None` where it pays none.
    pub(super) through: Option<Date>,
    /// That of the first one that it does not pay.
    pub(super) next: Date,
    /// What is left then, with what was credited since.
    pub(super) left: Money,
    /// How many are to come off the balance that was last seen.
    pub(super) fees: i64,
}

/// `None` without a rule of a fee whose sum is known, in the currency of the money that was seen.
pub(super) fn paid(ledger: &Ledger<'_>, zone: &Offsets) -> Option<Paid> {
    let (day, Purse { next, paid, fees, .. }) = purse(ledger, None, zone)?;
    let left = without(ledger, fees)?;
    Some(Paid { through: fee_before(next, day).filter(|_| paid > 0), next, left, fees })
}

/// What is left by now of the money that was last seen, where the day of a fee has passed since; that of today may still
/// come.
#[must_use]
pub fn after_fees(ledger: &Ledger<'_>, today: Date, zone: &Offsets) -> Option<Money> {
    let fees = since(ledger, today, zone)?;
    without(ledger, fees).filter(|_| fees > 0)
}

/// How many fees have come off since the money was last seen.
pub(super) fn since(ledger: &Ledger<'_>, today: Date, zone: &Offsets) -> Option<i64> {
    purse(ledger, Some(today), zone).map(|(_, purse)| purse.fees)
}

/// The money that was last seen, and credited since, without so many fees.
fn without(ledger: &Ledger<'_>, fees: i64) -> Option<Money> {
    let KeepRule::MonthlyFee { fee: Some(fee), .. } = ledger.card.keeping?.rule else { return None };
    let figure = Decimal::new(fee.figure.mantissa().checked_mul(-fees)?, fee.figure.scale())?;
    ledger.money()?.0.plus(Money { figure, ..fee })
}

/// The day of the month on which the fee is taken, and what is left: each fee day from the one on which the money was
/// first seen, `before` that day or as long as it pays them, takes one fee, and what was credited by that day is
/// there. A fee that it does not pay stays open, whatever is credited after it, until a check shows that it was taken,
/// or that there is enough for it.
fn purse(ledger: &Ledger<'_>, before: Option<Date>, zone: &Offsets) -> Option<(u8, Purse)> {
    let KeepRule::MonthlyFee { day, fee: Some(fee) } = ledger.card.keeping?.rule else { return None };
    let each =
        ledger.currency().filter(|there| *there == fee.currency).and(millionths(fee)).filter(|each| *each > 0)?;
    let mut purse: Option<Purse> = None;
    for movement in ledger.movements(Bucket::Money) {
        let date = zone.date(movement.at());
        if let Some(purse) = &mut purse {
            purse.pay(each, day, Some(date));
        }
        match movement {
            Movement::Check(Level { left, .. }) => {
                let first = || next_fee(date, day).map(|next| Purse { left, next, paid: 0, fees: 0, open: false });
                purse = purse.or_else(first).map(|purse| purse.seen(left, each, day, date));
            }
            Movement::TopUp { added, .. } => {
                purse = purse.map(|purse| Purse { left: purse.left.saturating_add(added), ..purse });
            }
        }
    }
    let mut purse = purse?;
    purse.pay(each, day, before);
    Some((day, purse))
}

/// The money on a card from which fees are taken.
#[derive(Clone, Copy)]
struct Purse {
    /// What is left, in millionths.
    left: Bytes,
    /// The day of the first fee that was not taken.
    next: Date,
    /// How many were taken, one after another, up to that one.
    paid: i64,
    /// How many of them since it was last seen.
    fees: i64,
    /// Whether there was too little for that one on its day.
    open: bool,
}

impl Purse {
    /// Takes the fees of the days before that one, else all that it pays.
    fn pay(&mut self, each: u64, day: u8, before: Option<Date>) {
        while !self.open && before.is_none_or(|before| self.next < before) {
            let rest = self.left.0.checked_sub(each);
            let after = month_around(self.next, day).map(|(_, after)| after).filter(|after| *after > self.next);
            match rest.zip(after) {
                Some((rest, after)) => {
                    (self.left, self.next) = (Bytes(rest), after);
                    (self.paid, self.fees) = (self.paid + 1, self.fees + 1);
                }
                None => self.open = true,
            }
        }
    }

    /// What a check says of them: that a fee was taken, where about as much less is there.
    fn seen(mut self, left: Bytes, each: u64, day: u8, date: Date) -> Self {
        let about = self.left.0.saturating_add(each / 10);
        let taken = left.0.saturating_add(each) <= about;
        if self.open {
            if let Some(next) = next_fee(date, day).filter(|_| taken || left.0 >= each) {
                (self.next, self.paid, self.open) = (next, i64::from(taken), false);
            }
        } else if taken && self.next == date {
            (self.next, self.paid) = (month_around(date, day).map_or(date, |(_, after)| after), self.paid + 1);
        } else if self.fees > 0 && left.0 > about && left.0 < each {
            // More than they would have left, and too little for another one: the last of them was not taken.
            (self.next, self.paid, self.open) = (fee_before(self.next, day).unwrap_or(self.next), self.paid - 1, true);
        }
        Self { left, fees: 0, ..self }
    }
}

/// The day of the fee before one.
fn fee_before(fee: Date, day: u8) -> Option<Date> {
    month_around(fee.plus_days(-1)?, day).map(|(last, _)| last)
}

fn millionths(sum: Money) -> Option<u64> {
    sum.figure.scaled(Money::MILLION).and_then(|sum| u64::try_from(sum).ok())
}

/// The first day of the fee from today on.
pub(super) fn next_fee(today: Date, day: u8) -> Option<Date> {
    month_around(today.plus_days(-1)?, day).map(|(_, next)| next)
}
