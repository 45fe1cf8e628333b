//! Which card a reply belongs to, and whether it was logged before.

use super::form::{Field, Form, FormKind, country, read_reply};
use super::screen::taught;
use crate::domain::{Book, Bucket, Bytes, Card, CardId, EntryId, Fact, Moment, Remaining, is_digit, is_letter};
use crate::guide;
use crate::sms::{Certainty, Reading, Refusal, Role, Value, Verdict};

/// Which card a reply fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// This one and no other.
    One(CardId, Because),
    /// One of these: the person is asked.
    Asked(Vec<CardId>),
    /// There is no card.
    None,
}

/// Why a reply fits a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Because {
    /// It is the only card in use.
    OnlyCard,
    /// The reply names the end of its number.
    Number,
    /// The reply names its carrier.
    Carrier,
    /// What was taught of its carrier's replies reads it, and nothing reads it for another card.
    Taught,
    /// Its last balance fits: no other card could have come to this one.
    Balance,
}

impl Match {
    /// The card, where it is one.
    #[must_use]
    pub fn sure(self) -> Option<CardId> {
        match self {
            Self::One(card, _) => Some(card),
            Self::Asked(_) | Self::None => None,
        }
    }
}

/// The card that a check goes to: the one that was chosen, or the one that it fits.
#[must_use]
pub fn target(form: &Form, book: &Book, moment: &Moment) -> Option<CardId> {
    chosen(form, book).or_else(|| card_for(form, book, moment).sure())
}

/// The card that was chosen.
#[must_use]
pub fn chosen(form: &Form, book: &Book) -> Option<CardId> {
    named(form, book).filter(|_| form.get(Field::OpenedFrom).is_empty())
}

fn named(form: &Form, book: &Book) -> Option<CardId> {
    CardId::parse(form.get(Field::Card)).filter(|card| book.card(*card).is_some())
}

/// The card that the reply in this form fits: the one from which the form was opened, unless the reply speaks of
/// another. Without a reply only that one fits, or an only card.
#[must_use]
pub fn card_for(form: &Form, book: &Book, moment: &Moment) -> Match {
    let from = named(form, book);
    // The one that was named is not here any more: that is no word for another.
    if from.is_none() && !form.get(Field::Card).is_empty() {
        return Match::Asked(book.in_use());
    }
    let readings = readings(form, book, moment);
    let reading = from.and_then(|from| readings.iter().find(|(id, _)| *id == from)).map(|(_, reading)| reading.clone());
    let found = fit(book, moment, readings);
    match (from, reading) {
        (Some(from), Some(reading)) => opened_from(from, &reading, found, book, moment),
        (Some(from), None) => Match::One(from, Because::OnlyCard),
        (None, _) => found,
    }
}

/// Which card a reply goes to that was pasted on the page of this one.
fn opened_from(from: CardId, reading: &Reading, found: Match, book: &Book, moment: &Moment) -> Match {
    let here = Match::One(from, Because::OnlyCard);
    let contradicted = book.card(from).is_some_and(|card| contradicts(card, reading));
    match found {
        Match::One(_, Because::Number | Because::Taught) => found,
        Match::One(_, Because::Balance) if !total_fits(book, moment, from, reading) => found,
        Match::Asked(_) if !contradicted && money_elsewhere(book, from, reading) => found,
        // It speaks of none of the cards, and the review says so.
        Match::Asked(ref cards) if contradicted && !cards.contains(&from) => found,
        Match::One(..) if contradicted => found,
        _ => here,
    }
}

/// Whether the money that it names is not the card's, and another card in use has that.
fn money_elsewhere(book: &Book, from: CardId, reading: &Reading) -> bool {
    let currency = |id: CardId| book.card(id).map(|card| card.currency);
    let mut said = reading.figures.iter().filter_map(|figure| match figure.value {
        Value::Money(_, said) => said,
        _ => None,
    });
    said.any(|said| currency(from) != Some(said) && book.in_use().into_iter().any(|id| currency(id) == Some(said)))
}

/// The reply's reading for each card in use.
fn readings(form: &Form, book: &Book, moment: &Moment) -> Vec<(CardId, Reading)> {
    let cards = book.in_use();
    if cards.len() < 2 || form.get(Field::Mode) != "paste" || form.get(Field::Reply).trim().is_empty() {
        return cards.into_iter().map(|id| (id, NOTHING)).collect();
    }
    let mut readings: Vec<(CardId, Reading)> = Vec::new();
    for id in cards {
        let Some(card) = book.card(id) else { continue };
        let alike = |(other, _): &&(CardId, Reading)| book.card(*other).is_some_and(|other| alike(card, other, book));
        let known = readings.iter().find(alike).map(|(_, reading)| reading.clone());
        readings.push((id, known.unwrap_or_else(|| read_reply(form, Some(card), book, moment))));
    }
    readings
}

/// Whether a reply says the same for both cards: reading a long paste for each takes its time.
fn alike(one: &Card, two: &Card, book: &Book) -> bool {
    let carrier = book.patterns.is_empty() || one.carrier == two.carrier;
    carrier
        && (one.currency, one.base, &one.zone) == (two.currency, two.base, &two.zone)
        && country(one) == country(two)
}

const NOTHING: Reading = Reading::nothing(Refusal::Empty);

/// Which card a reply fits, given its reading for each card: by the end of the number, then by the
/// carrier, then by what was taught, then by the last balance. Only a card that fits alone is taken.
#[must_use]
pub fn fit(book: &Book, moment: &Moment, readings: Vec<(CardId, Reading)>) -> Match {
    match readings.as_slice() {
        [] => return Match::None,
        [(only, _)] => return Match::One(*only, Because::OnlyCard),
        _ => {}
    }
    let by_number = |(id, reading): &&(CardId, Reading)| book.card(*id).is_some_and(|card| names_number(card, reading));
    if let Some(card) = only(readings.iter().filter(by_number)) {
        return Match::One(card, Because::Number);
    }
    // A card whose known number or carrier the reply contradicts is out.
    let fits = |(id, reading): &&(CardId, Reading)| book.card(*id).is_some_and(|card| !contradicts(card, reading));
    let left: Vec<&(CardId, Reading)> = readings.iter().filter(fits).collect();
    let by_carrier =
        |(id, reading): &&(CardId, Reading)| book.card(*id).is_some_and(|card| names_carrier(card, reading));
    if let Some(card) = only(left.iter().copied().filter(by_carrier)) {
        return Match::One(card, Because::Carrier);
    }
    let reads = |(_, reading): &&(CardId, Reading)| reading.verdict == Verdict::Reading;
    let by_pattern = |found: &&(CardId, Reading)| reads(found) && found.1.figures.iter().any(taught);
    if let (Some(card), Some(_)) =
        (only(left.iter().copied().filter(by_pattern)), only(left.iter().copied().filter(reads)))
    {
        return Match::One(card, Because::Taught);
    }
    // Anything could have come to a card whose balance nobody knows.
    let all_known = left.iter().all(|(id, _)| remaining(book, moment, *id).is_some());
    let by_balance = |(id, reading): &&(CardId, Reading)| all_known && follows(book, moment, *id, reading);
    if let Some(card) = only(left.iter().copied().filter(by_balance)) {
        return Match::One(card, Because::Balance);
    }
    let asked = left.iter().map(|(id, _)| *id).collect::<Vec<_>>();
    Match::Asked(if asked.is_empty() { readings.iter().map(|(id, _)| *id).collect() } else { asked })
}

/// Whether what the reply says cannot be about this card: another carrier, another number.
#[must_use]
pub fn contradicts(card: &Card, reading: &Reading) -> bool {
    let other_number = card.number.is_some() && !reading.tails.is_empty() && !names_number(card, reading);
    let known = card.carrier.as_ref().and_then(|carrier| guide::find(carrier.as_str()));
    let other_carrier = known.is_some() && reading.carrier.is_some() && !names_carrier(card, reading);
    other_number || other_carrier
}

/// The entry that holds the same text, if there is one besides the one being edited.
#[must_use]
pub fn logged_before(text: &str, form: &Form, book: &Book) -> Option<EntryId> {
    let squeeze = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    // What was kept of a reply was not always masked, and not always as now.
    let same = |one: char, two: char| one == two || two == '*' && (is_letter(one) || is_digit(one));
    let same = |(one, two): (char, char)| same(one, two) || same(two, one);
    let text = squeeze(text);
    let is_it = |reply: &String| {
        let reply = squeeze(reply);
        reply.chars().count() == text.chars().count() && reply.chars().zip(text.chars()).all(same)
    };
    let editing = match form.kind {
        FormKind::Check(editing) => editing,
        FormKind::Card(_) | FormKind::TopUp(_) | FormKind::KeepAlive(_) | FormKind::Ask | FormKind::Report => None,
    };
    if text.is_empty() {
        return None;
    }
    book.entries.iter().filter(|(id, _)| Some(**id) != editing).find_map(|(id, kept)| match &kept.value.fact {
        Fact::Check(check) => check.reply.as_ref().is_some_and(is_it).then_some(*id),
        Fact::TopUp(_) | Fact::KeepAlive(_) => None,
    })
}

fn only<'a>(mut found: impl Iterator<Item = &'a (CardId, Reading)>) -> Option<CardId> {
    let first = found.next()?;
    found.next().is_none().then_some(first.0)
}

fn names_number(card: &Card, reading: &Reading) -> bool {
    card.number.as_ref().is_some_and(|number| reading.tails.iter().any(|tail| tail == number.tail()))
}

fn names_carrier(card: &Card, reading: &Reading) -> bool {
    reading.carrier.is_some() && card.carrier.as_ref().map(|carrier| carrier.as_str()) == reading.carrier
}

fn remaining(book: &Book, moment: &Moment, id: CardId) -> Option<Remaining> {
    book.ledger_now(id, moment)?.remaining(Bucket::General)
}

/// Whether the card's last balance could have become what the reply says: not more than was there,
/// and of the same total where both name one.
fn follows(book: &Book, moment: &Moment, id: CardId, reading: &Reading) -> bool {
    let (Some(card), Some(known)) = (book.card(id), remaining(book, moment, id)) else { return false };
    let slack = known.rounding.0.max(known.left.0 / 100);
    let left = said(card, reading, Role::Left(Bucket::General));
    total_fits(book, moment, id, reading) && left.is_some_and(|left| left.0 <= known.left.0.saturating_add(slack))
}

/// Whether the total that the reply names is the card's, where both name one.
fn total_fits(book: &Book, moment: &Moment, id: CardId, reading: &Reading) -> bool {
    let total = book.card(id).and_then(|card| said(card, reading, Role::Total(Bucket::General)));
    match (total, remaining(book, moment, id).and_then(|known| known.capacity)) {
        (Some(total), Some(capacity)) => total.0.abs_diff(capacity.0) <= capacity.0 / 100,
        _ => true,
    }
}

fn said(card: &Card, reading: &Reading, wanted: Role) -> Option<Bytes> {
    reading.figures.iter().find_map(|figure| match (&figure.role, figure.value) {
        (Certainty::Sure(role, _), Value::Data(amount)) if *role == wanted => Some(amount.bytes(card.base)),
        _ => None,
    })
}
