//! The form of a top-up.

use super::read::{Fault, Problem, Reader, When, date_time_text, unit_word};
use super::{Field, Form, FormKind, instant, named, word_of};
use crate::domain::{
    Arrival, Book, CardId, Channel, Currency, Date, Effect, Entry, EntryId, Fact, Moment, Then, Timestamp, TopUp,
    Validity,
};

/// The channels with the words by which a form names them, in the order in which they are offered.
pub const CHANNELS: [(Channel, &str); 11] = [
    (Channel::OfficialSite, "site"),
    (Channel::App, "app"),
    (Channel::Alipay, "alipay"),
    (Channel::WeChat, "wechat"),
    (Channel::PayPal, "paypal"),
    (Channel::CreditCard, "credit-card"),
    (Channel::LinePay, "line-pay"),
    (Channel::Shop, "shop"),
    (Channel::Voucher, "voucher"),
    (Channel::AutoRenewal, "auto-renewal"),
    (Channel::Hotline, "hotline"),
];

/// The effects with their words.
pub const EFFECTS: [(Effect, &str); 4] =
    [(Effect::Add, "add"), (Effect::Replace, "replace"), (Effect::Queue, "queue"), (Effect::Extend, "extend")];

/// The form of a new top-up, or of one that is there.
#[must_use]
pub fn top_up_form(editing: Option<(EntryId, &Entry)>, card: CardId, book: &Book, moment: &Moment) -> Form {
    let mut form = Form::new(FormKind::TopUp(editing.map(|(id, _)| id)));
    let currency = book.card(card).map_or(Currency::USD, |card| card.currency);
    form.set(Field::Card, card.to_string());
    form.set(Field::DataUnit, "GB");
    form.set(Field::PaidCurrency, currency.code());
    form.set(Field::Effect, "add");
    form.set(Field::Arrival, "arrived");
    form.set(Field::When, When::Now.word());
    let Some((_, entry)) = editing else {
        // Nothing of what has ended is left to be added to.
        if is_over(book, card, moment) {
            form.set(Field::Effect, "replace");
            form.set(Field::Expires, anew(&form, book, moment).map_or_else(String::new, |end| end.to_string()));
        }
        return form;
    };
    form.set(Field::When, When::Earlier.word());
    form.set(Field::At, date_time_text(moment, entry.at));
    form.set(Field::Note, entry.note.as_ref().map_or("", |note| note.as_str()));
    form.set(Field::PaidAt, paid_before(entry).map_or(String::new(), |(_, paid)| date_time_text(moment, paid)));
    if let Fact::TopUp(top_up) = &entry.fact {
        form.set(Field::Data, top_up.data.map_or(String::new(), |data| data.figure().to_string()));
        form.set(Field::DataUnit, top_up.data.map_or("GB", |data| unit_word(data.unit())));
        form.set(Field::Credit, top_up.credit.map_or(String::new(), |credit| credit.figure.to_string()));
        form.set(Field::Paid, top_up.paid.map_or(String::new(), |paid| paid.figure.to_string()));
        form.set(Field::PaidCurrency, top_up.paid.map_or(currency, |paid| paid.currency).code());
        form.set(Field::Channel, top_up.channel.map_or("", |channel| word_of(&CHANNELS, channel)));
        form.set(Field::Effect, word_of(&EFFECTS, top_up.effect));
        form.set(Field::Expires, top_up.expires.map_or(String::new(), |date| date.to_string()));
        form.set(Field::Receipt, top_up.receipt.as_ref().map_or("", |receipt| receipt.as_str()));
        form.set(Field::Arrival, if top_up.arrival == Arrival::Pending { "pending" } else { "arrived" });
    }
    form
}

/// Until when a new top-up is good that comes in the place of all that was there, where the card says for how many
/// days: it is seen on the form, and can be put right.
#[must_use]
pub fn anew(form: &Form, book: &Book, moment: &Moment) -> Option<Date> {
    anew_from(form, book, moment, instant(form, moment))
}

/// The same of one that comes then.
pub(super) fn anew_from(form: &Form, book: &Book, moment: &Moment, at: Timestamp) -> Option<Date> {
    let FormKind::TopUp(None) = form.kind else { return None };
    let card = CardId::parse(form.get(Field::Card)).and_then(|card| book.card(card))?;
    let days = matches!(card.validity, Validity::Days { .. }).then_some(card.validity)?;
    days.again(moment.offsets(&card.zone).date(at), card.counts_whole_days())
}

/// Whether it is a top-up of a card whose figure is money: what counts is the credit that arrives.
#[must_use]
pub fn is_of_money(form: &Form, book: &Book) -> bool {
    let card = || CardId::parse(form.get(Field::Card)).and_then(|card| book.ledger(card));
    matches!(form.kind, FormKind::TopUp(_)) && card().is_some_and(|ledger| ledger.is_without_data())
}

/// Puts what was paid, or in which currency. While nobody typed the credit that arrives on a card of money it is as
/// much, in the card's currency.
pub fn put_paid(form: &mut Form, field: Field, text: String, book: &Book) {
    let untold = form.get(Field::Credit).is_empty() && form.get(Field::Paid).is_empty();
    let follows = (untold || !form.get(Field::CreditAsPaid).is_empty()) && is_of_money(form, book);
    form.set(field, text);
    if follows {
        let own =
            CardId::parse(form.get(Field::Card)).and_then(|card| book.card(card)).map(|card| card.currency.code());
        let same = own == Some(form.get(Field::PaidCurrency));
        let credit = if same { form.get(Field::Paid).to_owned() } else { String::new() };
        form.set(Field::Credit, credit);
        form.set(Field::CreditAsPaid, "paid");
    }
}

/// Whether the last day of a card is over, and its plan did not begin anew.
fn is_over(book: &Book, card: CardId, moment: &Moment) -> bool {
    let Some((card, ledger)) = book.card(card).zip(book.ledger_now(card, moment)) else { return false };
    let today = moment.offsets(&card.zone).date(moment.now);
    ledger.expires(today).is_some_and(|end| end.then == Then::Over && end.date < today)
}

/// The word for what a top-up of a card does to what is there: what its newest one did; of what has ended nothing is left
/// to be added to.
#[must_use]
pub fn usual_effect(book: &Book, card: CardId, moment: &Moment) -> &'static str {
    if is_over(book, card, moment) {
        return "replace";
    }
    let effect = |entry: &Entry| if let Fact::TopUp(top_up) = &entry.fact { Some(top_up.effect) } else { None };
    let ledger = book.ledger(card);
    let mut newest = ledger.iter().flat_map(|ledger| ledger.entries().iter().rev());
    word_of(&EFFECTS, newest.find_map(|(_, entry)| effect(entry)).unwrap_or_default())
}

/// When a queued top-up comes to its turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begins {
    /// As it arrives: what was in use is over.
    AtOnce,
    /// On that day, in the card's zone.
    On(Date),
    /// When what is before it ends, which nobody knows.
    Later,
}

/// When the top-up of this form would come to its turn, were it queued and arrived; `None` where the
/// form says no time or no card.
#[must_use]
pub fn begins(form: &Form, book: &Book, moment: &Moment) -> Option<Begins> {
    let card = CardId::parse(form.get(Field::Card))?;
    let id = form.editing();
    let at = Reader::new(form).at(moment, id.and_then(|entry| book.entry(entry)))?;
    // It has to bring something, data or days; when its turn comes depends on neither.
    let top_up = TopUp { effect: Effect::Queue, expires: Some(Date::LAST), ..TopUp::default() };
    let entry = Entry { card, at, fact: Fact::TopUp(top_up), note: None };
    let id = id.unwrap_or(EntryId(moment.fresh));
    let ledger = book.ledger(card)?.with(id, &entry).at(moment);
    if let Some(turn) = ledger.turns().iter().find(|turn| turn.entry == id) {
        return Some(if turn.at == Some(at) { Begins::AtOnce } else { turn.from.map_or(Begins::AtOnce, Begins::On) });
    }
    let from = ledger.waiting().iter().find(|next| next.entry == id)?.from;
    Some(from.map_or(Begins::Later, Begins::On))
}

/// The time of a kept top-up, and when it was paid for: earlier where it arrived later, the same while it
/// has not. `None` where it arrived as it was paid for.
#[must_use]
pub fn paid_before(kept: &Entry) -> Option<(Timestamp, Timestamp)> {
    let Fact::TopUp(top_up) = &kept.fact else { return None };
    let waits = (top_up.arrival == Arrival::Pending).then_some(kept.at);
    top_up.paid_at.or(waits).map(|paid| (kept.at, paid))
}

/// When what has arrived at `at` was paid for, which was `kept`; an edit that leaves the time alone keeps
/// its seconds. `None` where it was the same minute.
fn paid_at(read: &mut Reader<'_>, moment: &Moment, kept: Timestamp, at: Timestamp) -> Option<Timestamp> {
    let paid = read.minute(Field::PaidAt, Some(kept), moment)?;
    if paid.since(at) >= 60_000 {
        return read.fault(Field::PaidAt, Fault::BeforeStart);
    }
    Some(paid).filter(|paid| *paid < at)
}

/// The entry that the form describes.
///
/// # Errors
///
/// A problem for each field that cannot be read; something must be added, paid or extended.
pub fn parse_top_up(form: &Form, book: &Book, moment: &Moment) -> Result<Entry, Vec<Problem>> {
    let mut read = Reader::new(form);
    let card = CardId::parse(read.word(Field::Card)).filter(|card| book.card(*card).is_some());
    if card.is_none() {
        read.fault::<()>(Field::Card, Fault::Missing);
    }
    let currency = card.and_then(|id| book.card(id)).map_or(Currency::USD, |card| card.currency);
    let kept = form.editing().and_then(|entry| book.entry(entry));
    // What was said in one currency stays in it, whatever the card's has become.
    let credited_in = match kept.map(|kept| &kept.fact) {
        Some(Fact::TopUp(TopUp { credit: Some(credit), .. })) => credit.currency,
        _ => currency,
    };
    let paid_in = Currency::parse(read.word(Field::PaidCurrency)).unwrap_or(currency);
    let effect = named(&EFFECTS, read.word(Field::Effect)).unwrap_or_default();
    let channel = named(&CHANNELS, read.word(Field::Channel));
    let pending = read.word(Field::Arrival) == "pending";
    let mut top_up = TopUp {
        data: read.amount(Field::Data, Field::DataUnit),
        credit: read.money(Field::Credit, credited_in, false),
        paid: read.money(Field::Paid, paid_in, false),
        channel,
        effect,
        expires: read.date(Field::Expires),
        receipt: read.line(Field::Receipt),
        arrival: if pending { Arrival::Pending } else { Arrival::Arrived },
        paid_at: None,
    };
    let (mut at, note) = (read.at(moment, kept), read.note());
    if let (Some(said), Some((kept_at, before))) = (&mut at, kept.and_then(paid_before)) {
        if !pending {
            top_up.paid_at = paid_at(&mut read, moment, before, *said);
        } else if *said == kept_at {
            *said = before;
        }
    }
    // What only extends, and has come, moves nothing without a day.
    let extends = effect == Effect::Extend && !pending;
    let says_nothing = top_up.credit.is_none() && (extends || top_up.data.is_none() && top_up.paid.is_none());
    if says_nothing && top_up.expires.is_none() && read.problems.is_empty() {
        let field = match effect {
            Effect::Extend => Field::Expires,
            _ if is_of_money(form, book) => Field::Credit,
            _ => Field::Data,
        };
        read.fault::<()>(field, Fault::NothingSaid);
    }
    // What was kept may lie before its turn since: a later check moved that.
    let said = kept.and_then(|kept| if let Fact::TopUp(top_up) = &kept.fact { top_up.expires } else { None });
    let queued = effect == Effect::Queue && (said.is_none() || said != top_up.expires);
    let from = match begins(form, book, moment).filter(|_| queued) {
        Some(Begins::On(day)) => Some(day),
        _ => at.zip(card.and_then(|id| book.card(id))).map(|(at, card)| moment.offsets(&card.zone).date(at)),
    };
    if top_up.expires.zip(from).is_some_and(|(expires, from)| expires < from) {
        read.fault::<()>(Field::Expires, Fault::BeforeStart);
    }
    match (card, at) {
        (Some(card), Some(at)) if read.problems.is_empty() => Ok(Entry { card, at, fact: Fact::TopUp(top_up), note }),
        _ => Err(read.problems),
    }
}
