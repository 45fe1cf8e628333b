//! What a forecast is made from: numbers, with no card and no words in them.

use crate::domain::convert::{float, float_u};
use crate::domain::{Bucket, Bytes, DAY_MS, Effect, Ledger, Movement, Then, Timestamp};

/// The days of a plan whose validity nobody said: a month, the usual length of a prepaid plan.
/// The prior is wide enough to be wrong about it.
const USUAL_DAYS: f64 = 30.0;

/// Everything that a forecast depends on. In any order; what lies after `now` is not looked at.
#[derive(Clone, Debug)]
pub struct Input {
    /// Now.
    pub now: Timestamp,
    /// What checks found.
    pub checks: Vec<Seen>,
    /// What arrived.
    pub top_ups: Vec<Added>,
    /// What the plan lets one expect before anything was used.
    pub prior: Option<Prior>,
    /// The instant at which what is left lapses.
    pub expires: Option<Timestamp>,
    /// Instants at which the plan's data began anew and took the place of what was left.
    pub cycles: Vec<Timestamp>,
    /// Minutes east of UTC of the clock by which nights and weekends fall.
    pub east: i32,
}

/// A check.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    /// As of when.
    pub at: Timestamp,
    /// What was left, in bytes.
    pub left: f64,
    /// How far the true figure may be from it, in bytes: half of the last digit said.
    pub rounding: f64,
    /// Whether nothing follows from the check before: one of the two is in the count of the phone's own
    /// counter, and the other in that of the carrier.
    pub apart: bool,
    /// Whether it is more than there is room for, as far as anybody logged.
    pub beyond: bool,
    /// Whether it is more than before, and as much was paid for by then that has not arrived.
    pub paid: bool,
}

/// A top-up that arrived.
#[derive(Clone, Copy, Debug)]
pub struct Added {
    /// When.
    pub at: Timestamp,
    /// How much, in bytes.
    pub bytes: f64,
    /// Whether it came in the place of what was left, and not on top of it.
    pub replaces: bool,
}

/// So much over so many days: the plan, as a first guess at the use.
#[derive(Clone, Copy, Debug)]
pub struct Prior {
    /// The plan's data, in bytes.
    pub bytes: f64,
    /// Its validity, in days; `None` where nobody knows for how long it had been used before the first
    /// check.
    pub days: Option<f64>,
    /// How much it counts, as the shape of the prior of the rate: [`Prior::STRENGTH`], or less where its days are a
    /// guess.
    pub strength: f64,
}

impl Input {
    /// What a ledger knows of a bucket of data; or of its money, in millionths of the unit, which begins anew with
    /// nothing.
    ///
    /// The prior is the card's plan, or what a check said in all, but for top-ups, where nobody typed one, over the card's
    /// validity; where there is neither, the queued top-up that came to its turn last, over the time until its own end:
    /// what is bought next says less of what is used than what was used. Where no length was said, a plan says something only if it is known when it began (with a top-up, or anew by itself), and then over
    /// the time until its own end; or if it renews, and then over 30 days, or until that end where that is longer; or if
    /// the first check found nearly all of it, and then with less weight over a time between those two ([`Prior::of`]).
    /// That end is the one that was known before the next top-up ([`Ledger::own_end`]), and never `expires`, which may be
    /// that of a top-up which is only thought about.
    /// That of a day plan is over one day. When its days begin is for the caller to add to
    /// `cycles`: that clock is not the card's. A bucket that the newest check calls unlimited has no checks
    /// here: it does not run out.
    #[must_use]
    pub fn of(ledger: &Ledger<'_>, bucket: Bucket, now: Timestamp, expires: Option<Timestamp>) -> Self {
        let movements = if ledger.unlimited(bucket) { Vec::new() } else { ledger.movements(bucket) };
        let east = ledger.zone().at(now);
        let (checks, top_ups, cycles) = (Vec::new(), Vec::new(), Vec::new());
        let mut input = Self { now, checks, top_ups, prior: None, expires, cycles, east };
        for movement in &movements {
            match *movement {
                Movement::Check(level) => input.checks.push(Seen {
                    at: level.at,
                    left: float_u(level.left.0),
                    rounding: float_u(level.rounding.0),
                    apart: level.apart,
                    beyond: level.beyond,
                    paid: level.paid,
                }),
                Movement::TopUp { at, added, effect, .. } => {
                    // "Yesterday" gives two entries one instant; the ledger knows which came first.
                    for check in input.checks.iter_mut().rev().take_while(|check| check.at == at) {
                        check.at = at.plus(-1);
                    }
                    let replaces = effect == Effect::Replace;
                    input.top_ups.push(Added { at, bytes: float_u(added.0), replaces });
                }
            }
        }
        // A card whose plan nobody typed has what a check said in all, but for what was added.
        let said = || {
            let added = movements.iter().try_fold(Bytes(0), |sum, movement| match *movement {
                Movement::TopUp { added, effect: Effect::Add, .. } => Some(sum.saturating_add(added)),
                Movement::TopUp { .. } => None,
                Movement::Check(_) => Some(sum),
            });
            let whole = ledger.capacity(bucket).filter(|_| bucket == Bucket::General)?;
            Some(whole.saturating_sub(added?)).filter(|plan| plan.0 > 0)
        };
        let plan = ledger.plan(bucket).or_else(said);
        let first = movements.first().map(Movement::at);
        if let Some(first) = first.filter(|_| bucket.is_data()) {
            input.cycles = ledger.calendar().begins(ledger.zone(), first, now);
        }
        // A period that begins with a check which was moved so begins with it still, and does not take it back.
        for begun in &mut input.cycles {
            let before = begun.plus(-1);
            if input.top_ups.iter().any(|added| added.at == *begun) && input.checks.iter().any(|seen| seen.at == before)
            {
                *begun = before;
            }
        }
        let begun = input.cycles.last().copied();
        let planned = plan.and_then(|plan| planned(ledger, plan, &movements, begun, now));
        let usable = planned.filter(|prior| prior.days.is_some());
        input.prior = usable.or_else(|| turned(ledger, bucket, now)).or(planned);
        input
    }
}

impl Prior {
    /// How much a plan counts whose days are known. 4 lets the true rate be off by a factor of 1.7 one time in three:
    /// few people use what they bought evenly and to the end.
    pub const STRENGTH: f64 = 4.0;

    /// A plan of which nobody said when it began: over its days where they are known.
    ///
    /// Else all that is known is that nearly all of it was left at `first`: it began then and lasts until `expires`, or
    /// it is one of 30 days that lay unused. It is taken for the mean of the two rates, and counts for less the farther
    /// they lie apart. Without `expires` it is one of 30 days.
    #[must_use]
    pub fn of(plan: Bytes, days: Option<f64>, first: Option<Timestamp>, expires: Option<Timestamp>) -> Self {
        let least = days_between(first, expires).map_or(USUAL_DAYS, |days| days.max(1.0));
        let part = (least / USUAL_DAYS).min(1.0);
        // How far either rate is from their mean, as a share of that.
        let apart = (1.0 - part) / (1.0 + part);
        match days {
            Some(days) => Self::over(plan, days),
            None => {
                Self { strength: Self::STRENGTH / (1.0 + apart * apart), ..Self::over(plan, least * (1.0 + apart)) }
            }
        }
    }

    /// A plan that began then: over its days where they are known, else until `expires`, else over 30.
    fn begun(plan: Bytes, days: Option<f64>, begun: Option<Timestamp>, expires: Option<Timestamp>) -> Self {
        let length = days.or_else(|| days_between(begun, expires).filter(|&days| days >= 1.0));
        Self::over(plan, length.unwrap_or(USUAL_DAYS))
    }

    fn over(plan: Bytes, days: f64) -> Self {
        Self { bytes: float_u(plan.0), days: Some(days), strength: Self::STRENGTH }
    }
}

fn days_between(from: Option<Timestamp>, to: Option<Timestamp>) -> Option<f64> {
    Some(float(to?.since(from?)) / float(DAY_MS))
}

/// What a queued top-up that is in use lets one expect.
fn turned(ledger: &Ledger<'_>, bucket: Bucket, now: Timestamp) -> Option<Prior> {
    let turn = ledger.turns().last().filter(|_| bucket == Bucket::General && ledger.card.day_clock.is_none())?;
    Some(Prior::begun(turn.added?, None, turn.at, ledger.own_end(turn.entry, turn.at?, now)))
}

/// What the card's plan lets one expect, which began anew then.
fn planned(
    ledger: &Ledger<'_>,
    plan: Bytes,
    movements: &[Movement],
    begun: Option<Timestamp>,
    now: Timestamp,
) -> Option<Prior> {
    let each_day = ledger.card.day_clock.as_ref().map(|_| 1.0);
    let days = each_day.or_else(|| ledger.card.validity.length().map(f64::from));
    // One that renews does so each month, where no other length was said.
    let renews = ledger.expires(ledger.zone().date(now)).is_some_and(|end| end.then == Then::Renewed);
    let first = movements.first()?;
    let expires = ledger.own_end(first.entry(), begun.unwrap_or(first.at()), now);
    Some(match (begun, first) {
        (Some(_), _) => Prior::begun(plan, days, begun, expires),
        (None, Movement::TopUp { at, .. }) => Prior::begun(plan, days, Some(*at), expires),
        (None, Movement::Check(level)) => {
            let month = || days_between(Some(level.at), expires).map_or(USUAL_DAYS, |days| days.max(USUAL_DAYS));
            let days = days.or_else(|| renews.then(month));
            let under_way = days.is_none() && level.left.0 / 9 < plan.0 / 10;
            let prior = Prior::of(plan, days, Some(level.at), expires);
            Prior { days: prior.days.filter(|_| !under_way), ..prior }
        }
    })
}
