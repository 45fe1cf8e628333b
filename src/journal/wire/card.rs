//! A card in format 1. Frozen: a name is never used again for something else, and a field that is
//! added later may be missing.

use super::words::{self, Word, read_amount, read_money, read_threshold};
use crate::domain::{Base, Card, CardForm, Currency, Date, Line, PhoneNumber, Start, Validity, ZoneName};
use crate::journal::json::{Object, Value, Writer};

pub(super) fn write(card: &Card, out: &mut Writer) {
    out.text("name", card.name.as_str());
    out.maybe("carrier", card.carrier.as_ref().map(Line::as_str));
    out.maybe("seller", card.seller.as_ref().map(Line::as_str));
    out.text("form", card.form.word());
    out.maybe("number", card.number.as_ref().map(PhoneNumber::revealed));
    out.maybe("plan", card.plan.map(words::amount).as_deref());
    out.maybe("price", card.price.map(words::money).as_deref());
    out.text("currency", card.currency.code());
    write_validity(card.validity, out);
    super::date("renews", card.renews, out);
    super::date("lost", card.number_lost, out);
    super::rules::write(card, out);
    out.text("zone", card.zone.as_str());
    out.text("low", &words::threshold(card.threshold));
    out.maybe("reserve", card.reserve.map(words::amount).as_deref());
    out.int("base", if card.base == Base::Binary { 1024 } else { 1000 });
    out.flag("textless", !card.keeps_replies);
    out.flag("archived", card.archived);
}

pub(super) fn read(object: &Object<'_>) -> Option<Card> {
    let named = Card::named(object.must("name", Line::parse)?, object.must("zone", ZoneName::parse)?);
    let card = Card {
        carrier: object.maybe("carrier", Line::parse)?,
        seller: object.maybe("seller", Line::parse)?,
        form: object.must("form", CardForm::parse)?,
        number: object.maybe("number", PhoneNumber::parse)?,
        plan: object.maybe("plan", read_amount)?,
        price: object.maybe("price", read_money)?,
        currency: object.must("currency", Currency::parse)?,
        validity: read_validity(object)?,
        renews: object.maybe("renews", Date::parse)?,
        number_lost: object.maybe("lost", Date::parse)?,
        threshold: object.must("low", read_threshold)?,
        reserve: object.maybe("reserve", read_amount)?,
        base: match object.int("base")? {
            1024 => Base::Binary,
            1000 => Base::Decimal,
            _ => return None,
        },
        keeps_replies: !super::read_flag(object, "textless")?,
        archived: super::read_flag(object, "archived")?,
        ..named
    };
    super::rules::read(object, card)
}

/// `"until":"2026-12-31"`, or `"days":30,"start":"use","from":"2026-12-01"`, or `"month":true`, or
/// nothing at all where nobody said.
fn write_validity(validity: Validity, out: &mut Writer) {
    match validity {
        Validity::Unknown => {}
        Validity::Until(last) => super::date("until", Some(last), out),
        Validity::Days { days, start, from } => {
            out.int("days", days.into());
            out.text("start", start.word());
            super::date("from", from, out);
        }
        Validity::CalendarMonth => out.flag("month", true),
    }
}

fn read_validity(object: &Object<'_>) -> Option<Validity> {
    if let Some(last) = object.maybe("until", Date::parse)? {
        return Some(Validity::Until(last));
    }
    if super::read_flag(object, "month")? {
        return Some(Validity::CalendarMonth);
    }
    match object.get("days") {
        None => Some(Validity::Unknown),
        Some(Value::Int(days)) => Some(Validity::Days {
            days: u16::try_from(*days).ok()?,
            start: object.must("start", Start::parse)?,
            from: object.maybe("from", Date::parse)?,
        }),
        Some(_) => None,
    }
}
