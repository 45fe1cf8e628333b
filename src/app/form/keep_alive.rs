//! The form of a keep-alive.

use super::read::{Fault, Problem, Reader, When, date_time_text};
use super::{Field, Form, FormKind, named, word_of};
use crate::domain::{Act, Book, CardId, Currency, Entry, EntryId, Fact, KeepAlive, KeepRule, Moment};

/// The acts with the words by which a form names them.
pub const ACTS: [(Act, &str); 3] = [(Act::Used, "used"), (Act::CodeReceived, "code"), (Act::FeePaid, "fee")];

/// The form of a new keep-alive, or of one that is there.
#[must_use]
pub fn keep_alive_form(editing: Option<(EntryId, &Entry)>, card: CardId, book: &Book, moment: &Moment) -> Form {
    let rule = book.card(card).and_then(|card| card.keeping).map(|keeping| keeping.rule);
    let fee = matches!(rule, Some(KeepRule::MonthlyFee { .. } | KeepRule::TopUp { .. }));
    let mut form = Form::new(FormKind::KeepAlive(editing.map(|(id, _)| id)));
    form.set(Field::Card, card.to_string());
    form.set(Field::Act, if fee { "fee" } else { "used" });
    form.set(Field::When, When::Now.word());
    let Some((_, entry)) = editing else { return form };
    form.set(Field::When, When::Earlier.word());
    form.set(Field::At, date_time_text(moment, entry.at));
    form.set(Field::Note, entry.note.as_ref().map_or("", |note| note.as_str()));
    if let Fact::KeepAlive(kept) = &entry.fact {
        form.set(Field::Act, word_of(&ACTS, kept.act));
        form.set(Field::Fee, kept.fee.map_or(String::new(), |fee| fee.figure.to_string()));
    }
    form
}

/// The entry that the form describes.
///
/// # Errors
///
/// A problem for each field that cannot be read.
pub fn parse_keep_alive(form: &Form, book: &Book, moment: &Moment) -> Result<Entry, Vec<Problem>> {
    let mut read = Reader::new(form);
    let card = CardId::parse(read.word(Field::Card)).filter(|card| book.card(*card).is_some());
    if card.is_none() {
        read.fault::<()>(Field::Card, Fault::Missing);
    }
    let kept = form.editing().and_then(|entry| book.entry(entry));
    // What was said in one currency stays in it, whatever the card's has become.
    let currency = match kept.map(|kept| &kept.fact) {
        Some(Fact::KeepAlive(KeepAlive { fee: Some(fee), .. })) => fee.currency,
        _ => card.and_then(|id| book.card(id)).map_or(Currency::USD, |card| card.currency),
    };
    let act = named(&ACTS, read.word(Field::Act)).unwrap_or_default();
    let fee = if act == Act::FeePaid { read.money(Field::Fee, currency, false) } else { None };
    let (at, note) = (read.at(moment, kept), read.note());
    match (card, at) {
        (Some(card), Some(at)) if read.problems.is_empty() => {
            Ok(Entry { card, at, fact: Fact::KeepAlive(KeepAlive { act, fee }), note })
        }
        _ => Err(read.problems),
    }
}
