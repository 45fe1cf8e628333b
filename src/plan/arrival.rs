//! What was paid for and has not arrived: whether a later check shows it, and when it is late.
//!
//! It claims nothing: a rise may have another cause, so a person says whether it arrived.

use crate::domain::{
    Arrival, Bucket, DAY_MS, Date, Effect, Entry, EntryId, Fact, Ledger, Movement, Quantity, Said, Timestamp, TopUp,
};

/// A top-up that has not arrived, as far as anybody said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The entry that says so.
    pub entry: EntryId,
    /// When it was paid for.
    pub paid: Timestamp,
    /// Just before the first check after that which shows it: more data or money than the check
    /// before it, or the end that the top-up brings. What arrived then is part of that check.
    pub seen: Option<Timestamp>,
    /// Just before the first check after that, where nothing was known before it: whether what was
    /// paid for is part of that check is for the person to say, else it would count twice.
    pub unclear: Option<Timestamp>,
    /// The newest check after that, where it would show it and does not: it had not arrived by then, or what shows
    /// was another one.
    pub without: Option<Timestamp>,
    /// Whether it was paid for a day ago or longer, and no check since shows it.
    pub late: bool,
}

/// So long what was paid for may be on its way, in ms: three days, with a weekend of a shop or a bank in between. After
/// that it counts for nothing until somebody says that it arrived; what became of it is asked on.
const PATIENCE_MS: i64 = 3 * DAY_MS;

/// Whether something was paid for and may still arrive, so that nobody is told to pay once more.
#[must_use]
pub fn awaits(ledger: &Ledger<'_>, now: Timestamp) -> bool {
    ledger.entries().iter().any(|(_, entry)| is_coming(entry, now))
}

/// Whether an entry is of a payment that has not arrived and still may.
pub(super) fn is_coming(entry: &Entry, now: Timestamp) -> bool {
    entry.fact.is_pending() && now.since(entry.at) < PATIENCE_MS
}

/// A card's top-ups that have not arrived, the oldest first.
#[must_use]
pub fn waiting(ledger: &Ledger<'_>, now: Timestamp) -> Vec<Waiting> {
    let mut waiting = Vec::new();
    for &(entry, fact) in ledger.entries() {
        if let Fact::TopUp(top_up) = &fact.fact
            && fact.fact.is_pending()
        {
            let paid = fact.at;
            let before = |check: Timestamp| check.plus(-1);
            let seen = seen(ledger, top_up, paid).map(before);
            let unclear = if seen.is_none() { stood(ledger, top_up, paid, false).map(before) } else { None };
            let open = seen.is_none() && unclear.is_none();
            let without = if open { stood(ledger, top_up, paid, true) } else { None };
            let late = seen.is_none() && now.since(paid) >= DAY_MS;
            waiting.push(Waiting { entry, paid, seen, unclear, without, late });
        }
    }
    waiting
}

/// The first check after the payment that shows it.
pub(super) fn seen(ledger: &Ledger<'_>, top_up: &TopUp, paid: Timestamp) -> Option<Timestamp> {
    // An end that was said before the payment, or that another one brought, is not of its making.
    let ends =
        ledger.entries().iter().find(|(_, entry)| top_up.expires.is_some_and(|wanted| says(entry) >= Some(wanted)));
    let ends =
        ends.filter(|(_, entry)| matches!(entry.fact, Fact::Check(_)) && entry.at > paid).map(|(_, entry)| entry.at);
    let (data, money) = match top_up.effect {
        Effect::Add | Effect::Replace => (rise(&data(ledger), paid), rise(&money(ledger), paid)),
        Effect::Queue | Effect::Extend => (None, None),
    };
    let at = [ends, data, money].into_iter().flatten().min()?;
    let before = ledger.checks().map(|(_, check, _)| check).rfind(|check| *check < at);
    let between = |entry: &Entry| Some(entry.at) > before && entry.at < at && is_unsaid(&entry.fact);
    (!ledger.entries().iter().any(|(_, entry)| between(entry))).then_some(at)
}

/// Whether it arrived and nobody said what it brings: what the next check shows may be all its own.
#[must_use]
pub fn is_unsaid(fact: &Fact) -> bool {
    matches!(fact, Fact::TopUp(top_up) if top_up.arrival == Arrival::Arrived
        && matches!(top_up.effect, Effect::Add | Effect::Replace)
        && top_up.data.is_none() && top_up.credit.is_none())
}

/// The last day that a check says, or a top-up that arrived.
fn says(entry: &Entry) -> Option<Date> {
    match &entry.fact {
        Fact::Check(check) => check.expires,
        Fact::TopUp(top_up) => top_up.expires.filter(|_| top_up.arrival == Arrival::Arrived),
        Fact::KeepAlive(_) => None,
    }
}

/// The first check of what was paid for, or the newest, where it came after the payment.
fn stood(ledger: &Ledger<'_>, top_up: &TopUp, paid: Timestamp, newest: bool) -> Option<Timestamp> {
    let one = |steps: Vec<(Timestamp, Step)>| {
        let mut stood = steps.into_iter().filter(|(_, step)| matches!(step, Step::Stood(..) | Step::Apart(..)));
        let stood = if newest { stood.next_back() } else { stood.next() };
        stood.map(|(at, _)| at).filter(|at| *at > paid)
    };
    let counts = matches!(top_up.effect, Effect::Add | Effect::Replace);
    let data = (counts && top_up.data.is_some()).then(|| one(data(ledger))).flatten();
    let money = (counts && top_up.credit.is_some()).then(|| one(money(ledger))).flatten();
    [data, money].into_iter().flatten().min()
}

/// What stood there, and how far the true figure may be from it; or what was added to it.
#[derive(Clone, Copy)]
enum Step {
    Stood(i64, i64),
    /// The same, where nothing follows from what stood there before.
    Apart(i64, i64),
    Added(i64),
}

/// The first time after the payment that more stood there than the time before and what arrived in
/// between.
fn rise(steps: &[(Timestamp, Step)], paid: Timestamp) -> Option<Timestamp> {
    let mut before: Option<(i64, i64)> = None;
    for &(at, step) in steps {
        match step {
            Step::Stood(stood, off) => {
                if at > paid && before.is_some_and(|(before, or)| stood - off > before.saturating_add(or)) {
                    return Some(at);
                }
                before = Some((stood, off));
            }
            Step::Apart(stood, off) => before = Some((stood, off)),
            Step::Added(added) => before = before.map(|(before, or)| (before.saturating_add(added), or)),
        }
    }
    None
}

fn data(ledger: &Ledger<'_>) -> Vec<(Timestamp, Step)> {
    let whole = |bytes: u64| i64::try_from(bytes).unwrap_or(i64::MAX);
    let mut before = None::<Timestamp>;
    let step = |movement: &Movement| match movement {
        Movement::Check(level) => {
            // What begins anew rises by itself.
            let anew = before.replace(level.at).is_some_and(|before| ledger.begins_anew(before, level.at));
            let step = if level.apart || anew { Step::Apart } else { Step::Stood };
            (level.at, step(whole(level.left.0), whole(level.rounding.0)))
        }
        Movement::TopUp { at, added, .. } => (*at, Step::Added(whole(added.0))),
    };
    ledger.movements(Bucket::General).iter().filter(|movement| !movement.is_slip()).map(step).collect()
}

/// The balances in the card's own currency, in millionths, and the credit that arrived.
fn money(ledger: &Ledger<'_>) -> Vec<(Timestamp, Step)> {
    let mut steps = Vec::new();
    for (_, fact) in ledger.entries() {
        let (sum, stood) = match &fact.fact {
            Fact::Check(check) => {
                let left = check.of(Bucket::Money).find_map(|said| match said {
                    Said::Left(Quantity::Money(money)) => Some(money),
                    _ => None,
                });
                (left, true)
            }
            Fact::TopUp(top_up) if top_up.arrival == Arrival::Arrived => (top_up.credit, false),
            Fact::TopUp(_) | Fact::KeepAlive(_) => (None, false),
        };
        let sum = sum.filter(|sum| sum.currency == ledger.card.currency);
        if let Some(sum) = sum.and_then(|sum| sum.figure.scaled(1_000_000)) {
            steps.push((fact.at, if stood { Step::Stood(sum, 0) } else { Step::Added(sum) }));
        }
    }
    steps
}
