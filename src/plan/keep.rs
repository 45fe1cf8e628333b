//! Keeping a number: when the service ends, how long the grace is, when the number is lost, and
//! what to do before. Deterministic: dates and rules, no estimate of use.

use super::arrival::{is_coming, seen};
use super::purse::{Paid, next_fee, paid, since};
use crate::domain::{
    Act, Arrival, Date, Decimal, Entry, EntryId, Fact, KeepRule, Keeping, Ledger, Money, Offsets, Timestamp,
    month_around,
};

/// Two months, in days: after so long the money that pays the fees is to be looked at again, since calls and data are
/// paid from it too. What is short within as long after that is said instead.
const TWO_MONTHS: i32 = 61;

/// The three days of a number, kept apart; each with the days from today, negative once it is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberDays {
    /// The last day of the service, by the rule.
    pub service_ends: Option<Countdown>,
    /// The last day of grace, where there is one after that: paying or using it by then keeps the number.
    pub grace_ends: Option<Countdown>,
    /// The day on which the number is taken back: what the card says, else the day after the grace.
    pub lost: Option<Countdown>,
    /// What they are counted from.
    pub counted: Counted,
}

/// What the days of a number are counted from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counted {
    /// From what last kept it, or the day that the card names; or there is nothing to count.
    #[default]
    Known,
    /// Neither is known: the next day of the fee stands for the end, from when the money on the card was seen, else
    /// from today.
    NextFee,
    /// Neither is known, and the rule has no day of its own: what is missing is the day it starts from.
    Nothing,
    /// From the money that was seen and what was credited since: it pays the fees through this day.
    Balance(Date),
    /// From what kept it after the number had counted as lost, on this day.
    AfterLoss(Date),
}

/// A day and how far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Countdown {
    /// The day, in the card's zone.
    pub date: Date,
    /// Days from today; 0 is today, negative is past.
    pub days: i32,
}

/// What keeps a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// So much on the card by that day, for the fee that is taken then.
    Fee(Option<Money>),
    /// A look whether the fee that was missed is taken: the money for it came after it.
    Taken,
    /// A call, a text or some data.
    Use,
    /// A top-up, of at least so much where that is known.
    TopUp(Option<Money>),
}

/// What to do, and by when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// What.
    pub need: Need,
    /// The last day for it: of the service, or of the grace once that is over.
    pub by: Countdown,
    /// Whether the number is lost on the day after it.
    pub lost: bool,
    /// The last day of the service, once it is over.
    pub ended: Option<Date>,
    /// What the money balance lacks of the fee, where both are known and it lacks something.
    pub lacks: Option<Money>,
    /// So many fees, which come before that one, are off that balance already; those of days that are past are off what
    /// is shown of it, too, and not counted.
    pub fees: i64,
}

impl Countdown {
    /// A day seen from today.
    #[must_use]
    pub const fn of(date: Date, today: Date) -> Self {
        Self { date, days: date.days_since(today) }
    }

    /// Today, from which the day is seen.
    #[must_use]
    pub fn today(self) -> Self {
        Self { date: self.date.plus_days(-self.days).unwrap_or(self.date), days: 0 }
    }
}

/// The days of a card's number, seen from today in the card's zone. All `None` where the card has no
/// number to keep.
#[must_use]
pub fn number_days(ledger: &Ledger<'_>, today: Date, zone: &Offsets) -> NumberDays {
    let (ends, counted) = match ledger.card.keeping {
        Some(keeping) => service_ends(ledger, keeping, today, zone),
        None => (None, Counted::Known),
    };
    let grace = ends.zip(ledger.card.keeping).and_then(|(ends, keeping)| ends.plus_days(i32::from(keeping.grace)));
    // Without a day of grace nobody said how long the number stays.
    let said = ledger.card.keeping.is_some_and(|keeping| keeping.grace > 0);
    let lost = ledger.card.number_lost.or_else(|| grace.filter(|_| said)?.plus_days(1));
    let countdown = |date: Option<Date>| date.map(|date| Countdown::of(date, today));
    // Without a day of grace that is the end of the service.
    let grace = grace.filter(|grace| ends != Some(*grace));
    NumberDays { service_ends: countdown(ends), grace_ends: countdown(grace), lost: countdown(lost), counted }
}

/// What to do next for the number; `None` where no rule is known, nothing starts it, or the number is lost. Of fees
/// it is the first that the money last seen on the card does not pay.
#[must_use]
pub fn due(ledger: &Ledger<'_>, today: Date, zone: &Offsets) -> Option<Due> {
    let need = match ledger.card.keeping?.rule {
        KeepRule::MonthlyFee { fee, .. } => Need::Fee(fee),
        KeepRule::Activity { .. } => Need::Use,
        KeepRule::TopUp { least, .. } => Need::TopUp(least),
    };
    let days = number_days(ledger, today, zone);
    if days.lost.is_some_and(|lost| lost.days <= 0) {
        return None;
    }
    let last = [days.service_ends, days.grace_ends].into_iter().flatten().find(|day| day.days >= 0);
    // A day that the card names as the loss may lie before the end of the grace.
    let latest = days.lost.and_then(|lost| lost.date.plus_days(-1)).map(|date| Countdown::of(date, today));
    let ended = days.service_ends.filter(|day| day.days < 0);
    let paid = paid(ledger, zone);
    // Once the service is over and nobody said how long the number stays, it is overdue.
    let by = last.into_iter().chain(latest).min().or(ended)?;
    let ended = ended.map(|day| day.date);
    let seen = || ledger.money().map(|(there, _)| (there, 0));
    // Until the first fee that it does not pay, nothing lacks.
    let enough = paid.as_ref().is_some_and(|paid| paid.through.is_some() && by.date < paid.next);
    let (there, fees) = paid.map(|paid| (paid.left, paid.fees)).or_else(seen).unzip();
    let fees = fees.unwrap_or_default() - since(ledger, today, zone).unwrap_or_default();
    let (need, lacks) = match (need, there) {
        (Need::Fee(Some(fee)), Some(there)) if ended.is_some() && less(there, fee) == Some(false) => {
            (Need::Taken, None)
        }
        (Need::Fee(Some(fee)), Some(there)) if !enough => (need, lacking(fee, there)),
        _ => (need, None),
    };
    Some(Due { need, by, lost: latest == Some(by), ended, lacks, fees })
}

/// Whether what was paid for and may still arrive is enough for that, so that nobody is told to pay once more. The day
/// stays as it is.
#[must_use]
pub fn is_on_its_way(ledger: &Ledger<'_>, due: &Due, now: Timestamp) -> bool {
    let mut coming = ledger.entries().iter().filter_map(|(_, entry)| match &entry.fact {
        Fact::TopUp(top_up) if is_coming(entry, now) && seen(ledger, top_up, entry.at).is_none() => {
            Some([top_up.credit, top_up.paid])
        }
        _ => None,
    });
    match (due.need, due.lacks) {
        (Need::TopUp(least), _) => coming.any(|sums| is_enough(least, sums)),
        (Need::Fee(Some(fee)), lacks) => {
            let wanted = lacks.unwrap_or(fee);
            let sums = coming.filter_map(|sums| sums.into_iter().flatten().find(|sum| sum.currency == wanted.currency));
            let sum = sums.reduce(|sum, more| sum.plus(more).unwrap_or(sum));
            sum.is_some_and(|sum| is_enough(Some(wanted), [Some(sum), None]))
        }
        _ => false,
    }
}

/// The day of the fee before which the money that pays many of them is to be checked again: two months or more after it
/// was last seen, from today on.
#[must_use]
pub fn look_again(ledger: &Ledger<'_>, today: Date, zone: &Offsets) -> Option<Countdown> {
    let KeepRule::MonthlyFee { day, .. } = ledger.card.keeping?.rule else { return None };
    let (_, seen) = ledger.money()?;
    let look = next_fee(zone.date(seen).plus_days(TWO_MONTHS)?.max(today), day)?;
    let much = paid(ledger, zone)?.through?.days_since(look) > TWO_MONTHS;
    much.then(|| Countdown::of(look, today))
}

/// How much a sum is above another one of its currency; `None` where it is not.
fn lacking(fee: Money, there: Money) -> Option<Money> {
    let there = Decimal::new(there.figure.mantissa().checked_neg()?, there.figure.scale())
        .map(|figure| Money { figure, ..there })?;
    fee.plus(there).filter(|lacks| lacks.figure.mantissa() > 0)
}

/// The last day of the service, and what it is counted from: what last kept the number, or the day that
/// the card names; of fees also the money that was seen, where that reaches further, or neither is known.
fn service_ends(ledger: &Ledger<'_>, keeping: Keeping, today: Date, zone: &Offsets) -> (Option<Date>, Counted) {
    let (ends, counted) = by_acts(ledger, keeping, today, zone);
    match (paid(ledger, zone), counted) {
        (_, Counted::AfterLoss(_)) | (None, _) => (ends, counted),
        (Some(Paid { through: Some(through), next, .. }), _) if counted == Counted::NextFee || ends < Some(next) => {
            (Some(next), Counted::Balance(through))
        }
        (Some(Paid { next, .. }), Counted::NextFee) => (Some(next), counted),
        _ => (ends, counted),
    }
}

fn by_acts(ledger: &Ledger<'_>, keeping: Keeping, today: Date, zone: &Offsets) -> (Option<Date>, Counted) {
    let kept = |(_, entry): &(EntryId, &Entry)| keeps(keeping.rule, &entry.fact).then(|| zone.date(entry.at));
    let mut kept = ledger.entries().iter().rev().filter_map(kept);
    let last = kept.next();
    let Some(from) = last.max(keeping.from) else {
        return match keeping.rule {
            KeepRule::MonthlyFee { day, .. } => (next_fee(today, day), Counted::NextFee),
            KeepRule::Activity { .. } | KeepRule::TopUp { .. } => (None, Counted::Nothing),
        };
    };
    let ends = |from: Date| match keeping.rule {
        KeepRule::MonthlyFee { day, .. } => fee_due(ledger, keeping, day, from, zone),
        KeepRule::Activity { days } | KeepRule::TopUp { days, .. } => from.plus_days(i32::from(days)),
    };
    let paid = last == Some(from);
    // Whoever names a later day than that of the loss says that the number is still there.
    let before = kept.next().max(keeping.from.filter(|&named| named < from)).filter(|_| paid);
    let lost = before.and_then(|before| {
        let end = ends(before)?;
        // A fee that was paid, or written down, some days late was for that day, and not for one after a loss.
        let late = match keeping.rule {
            KeepRule::MonthlyFee { day, .. } if paid => fee_covered(from, day)? <= end,
            _ => false,
        };
        end.plus_days(i32::from(keeping.grace) + 1).filter(|_| !late && keeping.grace > 0)
    });
    let counted = lost.filter(|&lost| lost <= from).map_or(Counted::Known, Counted::AfterLoss);
    (ends(from), counted)
}

/// The day of the first fee that the payments up to a day leave open, one after another: what is paid once the
/// service is over is for the fee that was missed, and the next one comes after it.
fn fee_due(ledger: &Ledger<'_>, keeping: Keeping, day: u8, until: Date, zone: &Offsets) -> Option<Date> {
    let after = |date: Date| month_around(date, day).map(|(_, next)| next);
    let paid = ledger.entries().iter().filter(|(_, entry)| keeps(keeping.rule, &entry.fact));
    let mut due = keeping.from.and_then(after);
    for date in paid.map(|(_, entry)| zone.date(entry.at)).filter(|date| *date <= until) {
        // A day that was named later counts from then on.
        if keeping.from.is_some_and(|from| from > date) {
            continue;
        }
        due = if due.is_some_and(|due| due <= date) { after(date) } else { fee_after_payment(date, day) };
    }
    due
}

/// Whether a fact resets a rule: a paid fee the fee's, use that of activity, an arrived top-up of enough its own, or
/// what was paid for the number. A code that came in says that the number is still there, and hardly any carrier takes
/// it for use. What does not say a sum in the rule's currency may be too little: a number is rather kept too early than
/// lost.
#[must_use]
pub fn keeps(rule: KeepRule, fact: &Fact) -> bool {
    match (rule, fact) {
        (KeepRule::MonthlyFee { .. }, Fact::KeepAlive(kept)) => kept.act == Act::FeePaid,
        (KeepRule::Activity { .. }, Fact::KeepAlive(kept)) => kept.act == Act::Used,
        (KeepRule::TopUp { least, .. }, Fact::KeepAlive(kept)) => {
            kept.act == Act::FeePaid && is_enough(least, [kept.fee, None])
        }
        (KeepRule::TopUp { least, .. }, Fact::TopUp(top_up)) => {
            top_up.arrival == Arrival::Arrived && is_enough(least, [top_up.credit, top_up.paid])
        }
        _ => false,
    }
}

/// Whether what was credited, or else paid, is as much as is asked; `false` where its currency is another.
fn is_enough(least: Option<Money>, sums: [Option<Money>; 2]) -> bool {
    let enough = |least| sums.into_iter().flatten().find_map(|sum| less(sum, least)).is_some_and(|less| !less);
    least.is_none_or(enough)
}

/// Whether one sum is less than another; `None` where they are of different currencies.
pub(super) fn less(sum: Money, least: Money) -> Option<bool> {
    let micro = |money: Money| money.figure.scaled(1_000_000);
    (sum.currency == least.currency).then(|| micro(sum) < micro(least))
}

/// The day of the first fee that a payment does not cover.
fn fee_after_payment(paid: Date, day: u8) -> Option<Date> {
    month_around(fee_covered(paid, day)?, day).map(|(_, after)| after)
}

/// The day of the fee that a payment covers: the nearest, since it may have been made ahead, or late.
fn fee_covered(paid: Date, day: u8) -> Option<Date> {
    let (last, next) = month_around(paid, day)?;
    let ahead = next.days_since(paid) < paid.days_since(last);
    Some(if ahead { next } else { last })
}
