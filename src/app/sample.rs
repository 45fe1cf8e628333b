//! The sample card: a book of its own, made anew from the moment, never kept and never merged.

use crate::domain::{
    Amount, Arrival, Book, Bucket, Card, CardForm, CardId, Channel, Check, Currency, DAY_MS, Decimal, Effect, Entry,
    EntryId, EventId, Fact, Kept, Line, Measure, Moment, Money, PhoneNumber, Quantity, Said, Source, Start, TopUp,
    Ulid, Unit, Validity, ZoneName,
};
use std::rc::Rc;

/// The zone of the sample's card.
pub(super) const ZONE: &str = "America/New_York";

/// The sample's book and its one card: sixteen days of a trip with 3 GB, one top-up on the way and
/// two weeks to go. `name` is what the card is called in the reader's language.
#[must_use]
pub fn sample(moment: &Moment, name: &str) -> Option<(Book, CardId)> {
    let mut book = Book::default();
    let id = CardId(Ulid::from_parts(0, 1));
    let zone = ZoneName::parse(ZONE)?;
    let today = moment.today(&zone);
    let gb = |hundredths: i64| Amount::new(Decimal::new(hundredths, 2)?, Unit::GB);
    let usd = |cents: i64| Some(Money { figure: Decimal::new(cents, 2)?, currency: Currency::USD });
    let mut card = Card::named(Line::parse(name)?, zone);
    card.carrier = Line::parse("us-ultra");
    card.form = CardForm::Esim;
    card.number = PhoneNumber::parse("+15550104471");
    card.plan = gb(300);
    card.price = usd(1900);
    card.reserve = Amount::new(Decimal::new(300, 0)?, Unit::MB);
    card.validity = Validity::Days { days: 30, start: Start::FirstUse, from: today.plus_days(-16) };
    book.cards.insert(id, Kept { version: EventId(id.0), value: card.into() });

    let at = |hours: i64| moment.now.plus(-hours * DAY_MS / 24);
    let check = |hundredths: i64, source: Source| {
        let measures = vec![Measure { bucket: Bucket::General, said: Said::Left(Quantity::Data(gb(hundredths)?)) }];
        Some(Fact::Check(Check { measures, expires: None, renews: None, source, reply: None, sure: false }))
    };
    let top_up = Fact::TopUp(TopUp {
        data: gb(100),
        credit: None,
        paid: usd(1000),
        channel: Some(Channel::Alipay),
        effect: Effect::Add,
        expires: None,
        receipt: None,
        arrival: Arrival::Arrived,
        paid_at: None,
    });
    let facts = [
        (16 * 24, check(300, Source::App)?),
        (14 * 24, check(261, Source::Text)?),
        (12 * 24, check(218, Source::Text)?),
        (10 * 24, check(167, Source::Text)?),
        (8 * 24, check(117, Source::App)?),
        (8 * 24 - 3, top_up),
        (5 * 24, check(206, Source::Text)?),
        (2, check(183, Source::Text)?),
    ];
    for ((hours, fact), serial) in facts.into_iter().zip(2..) {
        let entry = Entry { card: id, at: at(hours), fact, note: None };
        let event = Ulid::from_parts(0, serial);
        book.entries.insert(EntryId(event), Kept { version: EventId(event), value: Rc::new(entry) });
    }
    Some((book, id))
}
