//! What a check shows to have come before it: a top-up of which its reply speaks, or a new cycle.

use super::read::{date_time_text, unit_word};
use super::reply::read_reply;
use super::{Field, Form, When};
use crate::app::matching;
use crate::domain::convert::{float, float_u, integer};
use crate::domain::{
    Amount, Book, Bucket, Card, CardId, Currency, DAY_MS, Decimal, Ledger, Moment, Movement, Quantity, Said, Timestamp,
};
use crate::sms::{Certainty, Figure, Reading, Role, Settled, Value};

/// Before the check that tells of it, in milliseconds: what came just before is in its balance already.
pub(in crate::app) const BEFORE_MS: i64 = 60_000;

/// Why there is more than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    /// A top-up.
    TopUp,
    /// A new cycle: what the plan gives stands in the place of what was left.
    NewCycle,
}

/// Fills the form of a new top-up of a card with what came before an instant at which more was found, and
/// after the check before that; of a new cycle with what the card says of its plan, of a top-up with the
/// rise.
pub fn put_rise(form: &mut Form, found: Timestamp, came: Came, card: CardId, book: &Book, moment: &Moment) {
    form.set(Field::When, When::Earlier.word());
    let ledger = book.ledger_now(card, moment);
    let at = ledger.as_ref().map_or(found, |ledger| came_at(ledger, found, came));
    // What a reply says of it stands there already.
    let untold = came == Came::TopUp && form.get(Field::Data).is_empty();
    if let Some(more) = ledger.filter(|_| untold).and_then(|ledger| rise(&ledger, found)) {
        form.set(Field::Data, more.figure().to_string());
        form.set(Field::DataUnit, unit_word(more.unit()));
    }
    form.set(Field::At, date_time_text(moment, at));
    form.set(Field::Exact, at.millis().to_string());
    if let (Came::NewCycle, Some(card)) = (came, book.card(card)) {
        form.set(Field::Effect, "replace");
        form.set(Field::Channel, "auto-renewal");
        for (field, text) in as_plan(card) {
            form.set(field, text);
        }
    }
}

/// What the plan of a card gives and what it costs, as far as the card knows, as they stand in the form of a top-up.
#[must_use]
pub fn as_plan(card: &Card) -> Vec<(Field, String)> {
    let mut fields = Vec::new();
    if let Some(plan) = card.plan {
        fields.push((Field::Data, plan.figure().to_string()));
        fields.push((Field::DataUnit, unit_word(plan.unit()).to_owned()));
    }
    if let Some(price) = card.price {
        fields.push((Field::Paid, price.figure.to_string()));
        fields.push((Field::PaidCurrency, price.currency.code().to_owned()));
    }
    fields
}

/// By how much more a kept check found then than the one within a day before it, as it says its amounts. `None` over
/// more than a day, since what was used in between came as well, and within what was rounded.
fn rise(ledger: &Ledger<'_>, found: Timestamp) -> Option<Amount> {
    let movements = ledger.movements(Bucket::General);
    let place = movements.iter().rposition(|movement| movement.at() == found)?;
    let [.., Movement::Check(before), Movement::Check(after)] = movements.get(..=place)? else { return None };
    let more = after.left.saturating_sub(before.left);
    let told = more > after.rounding.saturating_add(before.rounding) && !after.apart;
    (told && after.at.since(before.at) <= DAY_MS).then_some(())?;
    let (.., check) = ledger.checks().find(|(entry, ..)| *entry == after.entry)?;
    check.of(Bucket::General).find_map(|said| match said {
        Said::Left(Quantity::Data(amount)) => {
            let (unit, scale) = (amount.unit(), amount.figure().scale());
            let one = float_u(unit.bytes(ledger.card.base)) / float(10_i64.pow(scale.into()));
            Amount::new(Decimal::new(integer(float_u(more.0) / one), scale)?, unit)
        }
        _ => None,
    })
}

/// When what explains a rise came: a top-up a minute before it was found; a new cycle on the day on which it was
/// to renew, or the renewal before that, or after the end that was known, where that lies between the two checks, else
/// midway, since nobody knows. Always after the check before.
fn came_at(ledger: &Ledger<'_>, found: Timestamp, came: Came) -> Timestamp {
    let zone = ledger.zone();
    let earlier = ledger.movements(Bucket::General).iter().map(Movement::at).rfind(|at| *at < found);
    let Some(before) = earlier else { return found.plus(-BEFORE_MS) };
    let midway = before.plus(found.since(before) / 2);
    if came == Came::TopUp {
        return midway.max(found.plus(-BEFORE_MS));
    }
    let named = ledger.renews(zone.date(found));
    let [renewed, renewed_before] =
        [named, named.and_then(|day| ledger.renewal_before(day))].map(|day| day.map(|day| zone.start(day)));
    let ended = ledger.expires_before(&[found], zone).pop().flatten().map(|end| zone.end(end.date));
    let days = [renewed, renewed_before, ended, Some(zone.start(zone.date(midway)))];
    days.into_iter().flatten().find(|at| before < *at && *at < found).unwrap_or(midway)
}

/// Fills the form of a new top-up with what the check in another form says of one: the data and the
/// money that came, and the new end. What the reply does not say stays empty.
pub fn put_top_up(form: &mut Form, check: &Form, book: &Book, moment: &Moment) {
    let card = matching::target(check, book, moment).and_then(|card| book.card(card));
    if check.get(Field::Mode) != "paste" {
        return;
    }
    let reading = read_reply(check, card, book, moment);
    for figure in reading.figures.iter().rev() {
        match (&figure.role, figure.value) {
            (Certainty::Sure(Role::TopUp, _), Value::Data(amount)) => {
                form.set(Field::Data, amount.figure().to_string());
                form.set(Field::DataUnit, unit_word(amount.unit()));
            }
            (Certainty::Sure(Role::TopUp, _), Value::Money(sum, currency)) => {
                let own = card.map_or(Currency::USD, |card| card.currency);
                // The field of what arrives is in the card's currency.
                if currency.is_none_or(|currency| currency == own) {
                    form.set(Field::Credit, sum.to_string());
                }
            }
            _ => {}
        }
    }
    let settled = reading.settle(&check.answers, Currency::USD);
    form.set(Field::Expires, settled.expires.map_or_else(String::new, |date| date.to_string()));
}

/// Whether a reply is the confirmation of a top-up and nothing else: it says that something was added, and
/// neither what is left nor what may be that.
#[must_use]
pub fn confirms(reading: &Reading, settled: &Settled) -> bool {
    // Which currency it is of is asked when it is logged.
    let clear = |figure: &Figure| matches!(figure.role, Certainty::Sure(..)) || added(figure).is_some();
    let clear = settled.open() == 0 || reading.figures.iter().all(clear);
    clear && settled.measures.is_empty() && reading.figures.iter().any(|figure| added(figure).is_some())
}

/// What a figure says that was added: of which currency may be open.
#[must_use]
pub fn added(figure: &Figure) -> Option<Value> {
    match &figure.role {
        Certainty::Sure(Role::TopUp, _) => Some(figure.value),
        Certainty::Asked(choices) if choices.iter().all(|choice| choice.role == Role::TopUp) => match figure.value {
            Value::Money(sum, _) => Some(Value::Money(sum, None)),
            value => Some(value),
        },
        _ => None,
    }
}

/// Whether a check says more than that something was added: a balance, or what may be one.
#[must_use]
pub fn says_more(check: &Form, book: &Book, moment: &Moment) -> bool {
    if check.get(Field::Mode) != "paste" {
        return true;
    }
    let card = matching::target(check, book, moment).and_then(|card| book.card(card));
    let reading = read_reply(check, card, book, moment);
    let settled = reading.settle(&check.answers, Currency::USD);
    !confirms(&reading, &settled) && (settled.open() > 0 || !settled.measures.is_empty())
}
