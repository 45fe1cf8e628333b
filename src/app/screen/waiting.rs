//! What was paid for and has not arrived, and by what a way to pay is written down.

use super::card::CardScreen;
use crate::domain::{Base, Book, CardId, Channel, Currency, EntryId, Fact, Moment, Money, Timestamp, TopUp};
use crate::guide::{Means, Way};
use crate::plan::{self, Waiting};
use crate::sms::Value;

/// The top-ups of a card that have not arrived, the oldest first.
#[must_use]
pub fn waiting(book: &Book, moment: &Moment, id: CardId) -> Vec<Waiting> {
    let Some(ledger) = book.ledger_now(id, moment) else { return Vec::new() };
    plan::waiting(&ledger, moment.now)
}

/// What a reply that says that something arrived is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// This payment: of those of that amount the oldest, or the only one of which the amount says nothing else.
    This(EntryId),
    /// One of several, and nothing says which.
    Which,
    /// No payment that waits: all are of other amounts.
    Other,
}

/// Which payment of a card a reply is about that names these amounts; `None` where none waits.
#[must_use]
pub fn confirmed(book: &Book, moment: &Moment, id: CardId, said: &[Value]) -> Option<Confirmed> {
    let base = book.card(id)?.base;
    let (mut same, mut open, mut others) = (None, None, 0);
    let waiting = waiting(book, moment, id);
    for Waiting { entry, .. } in &waiting {
        let Some(Fact::TopUp(top_up)) = book.entry(*entry).map(|kept| &kept.fact) else { continue };
        match fits(top_up, said, base) {
            Some(true) => same = same.or(Some(*entry)),
            Some(false) => others += 1,
            None => open = Some(*entry),
        }
    }
    // What the amounts leave open is meant where it is the only one.
    let only = open.filter(|_| others + 1 == waiting.len());
    Some(match same.or(only) {
        Some(entry) => Confirmed::This(entry),
        None if waiting.is_empty() => return None,
        None if others == waiting.len() => Confirmed::Other,
        None => Confirmed::Which,
    })
}

/// Whether one of these amounts is that of a payment: what came, or what was paid; `None` where they cannot be
/// compared.
fn fits(top_up: &TopUp, said: &[Value], base: Base) -> Option<bool> {
    let mut fits = None;
    for value in said {
        match *value {
            Value::Data(amount) => {
                fits = fits.max(top_up.data.map(|data| data.bytes(base) == amount.bytes(base)));
            }
            Value::Money(sum, currency) => {
                for known in [top_up.credit, top_up.paid].into_iter().flatten() {
                    if currency.is_none_or(|currency| currency == known.currency) {
                        fits = fits.max(Some(known.figure.scaled(1_000) == sum.scaled(1_000)));
                    }
                }
            }
            _ => {}
        }
    }
    fits
}

/// A payment with what a message says in the place of what was written down, and those amounts: its data; of its
/// money what was `paid`, or what came, which is of the card's `own` currency, and the other one stays as it is.
/// `None` where the message names two of a kind, since nobody knows which, and where nothing of it was written down.
#[must_use]
pub fn as_said(top_up: &TopUp, said: &[Value], paid: bool, own: Currency) -> Option<(TopUp, Vec<Value>)> {
    let (mut other, mut used): (TopUp, Vec<Value>) = (top_up.clone(), Vec::new());
    for value in said {
        let known = match *value {
            Value::Data(amount) => other.data.as_mut().map(|data| *data = amount),
            Value::Money(figure, currency) => {
                let written = other.credit.or(other.paid);
                let known = if paid { &mut other.paid } else { &mut other.credit };
                // What came is of the card's currency; of one that is paid for anew any may be said.
                let of = match *known {
                    Some(known) => known.currency,
                    None if paid => currency.unwrap_or(own),
                    None => own,
                };
                written.filter(|_| currency.is_none_or(|currency| currency == of)).map(|_| {
                    *known = Some(Money { figure, currency: of });
                })
            }
            _ => None,
        };
        if known.is_some() && !used.contains(value) {
            let same = |other: &Value| matches!(other, Value::Data(_)) == matches!(value, Value::Data(_));
            if used.iter().any(same) {
                return None;
            }
            used.push(*value);
        }
    }
    (!used.is_empty()).then_some((other, used))
}

impl CardScreen<'_> {
    /// Whether that was a day ago or longer, and no check since shows it.
    #[must_use]
    pub fn is_late(&self, now: Timestamp) -> bool {
        plan::waiting(&self.ledger, now).iter().any(|waiting| waiting.late)
    }
}

/// The channel of a top-up that is paid for by this way, where that is clear.
#[must_use]
pub fn channel(way: &Way) -> Option<Channel> {
    match way.means {
        Means::Website => Some(Channel::OfficialSite),
        Means::App => Some(Channel::App),
        Means::Call => Some(Channel::Hotline),
        Means::Shop => Some(Channel::Shop),
        Means::Dial => way.what.contains("PIN").then_some(Channel::Voucher),
        // Such a way names several of those who take the money: only the person knows which.
        Means::Pay | Means::Text => None,
    }
}
