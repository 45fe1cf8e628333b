//! The form of a card.

use super::read::{Fault, Problem, Reader, unit_word};
use super::{Field, Form, FormKind, keeping, named, word_of};
use crate::app::texts::FORGOTTEN;
use crate::domain::convert::part_of;
use crate::domain::{
    Amount, Base, Card, CardForm, CardId, Currency, Date, Decimal, Line, Moment, PhoneNumber, Start, Threshold, Unit,
    Validity,
};
use crate::guide;

/// What a card can be made of, with the words by which a form names it.
pub const FORMS: [(CardForm, &str); 4] = [
    (CardForm::Physical, "physical"),
    (CardForm::Esim, "esim"),
    (CardForm::AppManaged, "app"),
    (CardForm::DataOnly, "data"),
];

/// What starts a validity, with the words.
pub const STARTS: [(Start, &str); 3] =
    [(Start::Purchase, "purchase"), (Start::Installation, "installation"), (Start::FirstUse, "first-use")];

/// The currencies that a form offers; a card keeps any other that it has.
pub const CURRENCIES: [&str; 14] =
    ["USD", "CNY", "HKD", "TWD", "MOP", "JPY", "KRW", "THB", "SGD", "MYR", "GBP", "EUR", "CAD", "AUD"];

/// The zone and the currency of a new card before anything is said of it: those of the country in which the phone
/// is. A clock that no country here has says no currency, for which the dollar of the sellers of travel eSIM stands;
/// one that names no place says no zone, for which New York's stands.
#[must_use]
pub fn first_place(moment: &Moment) -> (String, Currency) {
    let zone = moment.zone.as_str();
    let here = guide::country_at(zone);
    let nowhere = here.is_none() && (!zone.contains('/') || zone.starts_with("Etc/"));
    let zone = if nowhere { "America/New_York" } else { zone };
    (zone.to_owned(), here.map_or(Currency::USD, guide::Country::currency))
}

/// The country of the card that a form describes: of the money that was chosen, else of its number, else of its days.
/// Who adds one on the mainland and said nothing of it prepares a card for America, mostly.
#[must_use]
pub fn home(form: &Form, moment: &Moment) -> Option<guide::Country> {
    let currency = Currency::parse(form.get(Field::Currency)).filter(|currency| *currency != first_place(moment).1);
    // A dollar may be that of a seller without a country.
    let paid = currency.filter(|currency| *currency != Currency::USD).and_then(guide::country_paid);
    let zone = form.get(Field::Zone);
    let days = guide::country_at(zone);
    let prepares = form.is_new() && zone == moment.zone.as_str() && days.is_some_and(|days| days.code == "CN");
    let days = if prepares { guide::country("us") } else { days };
    let called = || {
        let called = guide::country_called(PhoneNumber::parse(form.get(Field::Number))?.revealed())?;
        // A number of America may be Canadian.
        days.filter(|days| called.code == "US" && days.code == "CA").or(Some(called))
    };
    paid.or_else(called).or(days)
}

/// The word of what a card is.
#[must_use]
pub fn form_word(form: CardForm) -> &'static str {
    word_of(&FORMS, form)
}

/// The form of a new card with its defaults, or of one that is there.
#[must_use]
pub fn card_form(editing: Option<(CardId, &Card)>, moment: &Moment) -> Form {
    let mut form = Form::new(FormKind::Card(editing.map(|(id, _)| id)));
    let Some((_, card)) = editing else {
        for (field, word) in [
            (Field::CardForm, "physical"),
            (Field::PlanUnit, "GB"),
            (Field::Validity, "unknown"),
            (Field::Start, "first-use"),
            (Field::ThresholdKind, "percent"),
            (Field::Threshold, "20"),
            (Field::ThresholdUnit, "GB"),
            (Field::ReserveUnit, "GB"),
            (Field::Base, "1024"),
            (Field::Texts, "kept"),
            (Field::KeepRule, "none"),
            (Field::DayClock, "none"),
        ] {
            form.set(field, word);
        }
        let (zone, currency) = first_place(moment);
        form.set(Field::Zone, zone);
        form.set(Field::Currency, currency.code());
        form.set(Field::Notice, Card::NOTICE_DAYS.to_string());
        form.set(Field::OverPace, Card::OVER_PACE.to_string());
        return form;
    };
    form.set(Field::Name, card.name.as_str());
    if let Some(carrier) = &card.carrier {
        let listed = guide::find(carrier.as_str()).is_some();
        form.set(if listed { Field::Carrier } else { Field::CarrierName }, carrier.as_str());
    }
    form.set(Field::Seller, card.seller.as_ref().map_or("", Line::as_str));
    form.set(Field::CardForm, word_of(&FORMS, card.form));
    form.set(Field::Number, card.number.as_ref().map_or("", PhoneNumber::revealed));
    put_amount(&mut form, Field::Plan, Field::PlanUnit, card.plan, "GB");
    form.set(Field::Price, card.price.map_or(String::new(), |price| price.figure.to_string()));
    form.set(Field::Currency, card.currency.code());
    match card.validity {
        Validity::Unknown => form.set(Field::Validity, "unknown"),
        Validity::Until(date) => {
            form.set(Field::Validity, "until");
            form.set(Field::Until, date.to_string());
        }
        Validity::Days { days, start, from } => {
            form.set(Field::Validity, "days");
            form.set(Field::Days, days.to_string());
            form.set(Field::Start, word_of(&STARTS, start));
            form.set(Field::From, from.map_or(String::new(), |from| from.to_string()));
        }
        Validity::CalendarMonth => form.set(Field::Validity, "month"),
    }
    form.set(Field::Renews, card.renews.map_or(String::new(), |date| date.to_string()));
    form.set(Field::NumberLost, card.number_lost.map_or(String::new(), |date| date.to_string()));
    form.set(Field::Zone, card.zone.as_str());
    form.set(Field::ThresholdUnit, "GB");
    match card.threshold {
        Threshold::Amount(amount) => {
            form.set(Field::ThresholdKind, "amount");
            put_amount(&mut form, Field::Threshold, Field::ThresholdUnit, Some(amount), "GB");
        }
        Threshold::Percent(share) => {
            form.set(Field::ThresholdKind, "percent");
            form.set(Field::Threshold, share.to_string());
        }
        Threshold::Off => form.set(Field::ThresholdKind, "off"),
    }
    put_amount(&mut form, Field::Reserve, Field::ReserveUnit, card.reserve, "GB");
    form.set(Field::Base, if card.base == Base::Binary { "1024" } else { "1000" });
    form.set(Field::Texts, if card.keeps_replies { "kept" } else { "dropped" });
    keeping::put(&mut form, card, moment);
    form
}

/// The card that the form describes.
///
/// # Errors
///
/// A problem for each field that cannot be read; only the name must be there.
pub fn parse_card(form: &Form, moment: &Moment, kept: Option<&Card>) -> Result<Card, Vec<Problem>> {
    let mut read = Reader::new(form);
    let name = read.line(Field::Name);
    if name.is_none() && read.problems.is_empty() {
        read.fault::<()>(Field::Name, Fault::Missing);
    }
    let carrier = match read.word(Field::Carrier) {
        // What was typed and found nowhere is a name; `other` stands in drafts of older versions.
        "" | "other" => read.line(Field::CarrierName),
        id => Line::parse(id),
    };
    let form_kind = named(&FORMS, read.word(Field::CardForm)).unwrap_or_default();
    let number = match read.word(Field::Number) {
        "" => None,
        _ if form_kind == CardForm::DataOnly => None,
        text => PhoneNumber::parse(text).or_else(|| read.fault(Field::Number, Fault::NotAPhoneNumber)),
    };
    let currency = Currency::parse(read.word(Field::Currency)).unwrap_or(Currency::USD);
    let (seller, plan) = (read.line(Field::Seller), read.amount(Field::Plan, Field::PlanUnit));
    let price = read.money(Field::Price, currency, false);
    let (validity, threshold) = (validity(&mut read), threshold(&mut read));
    let (renews, number_lost) = (read.date(Field::Renews), read.date(Field::NumberLost));
    read.after(validity.begun(), [(Field::Renews, renews), (Field::NumberLost, number_lost)]);
    let reserve = read.amount(Field::Reserve, Field::ReserveUnit);
    let kept_by = if form_kind == CardForm::DataOnly { None } else { keeping::keeping(&mut read, currency) };
    let day_clock = keeping::day_clock(&mut read, moment, kept);
    let needed_until = read.date(Field::NeededUntil);
    let notice_days = read.whole(Field::Notice, 0, 365).unwrap_or(Card::NOTICE_DAYS);
    let over_pace = read.whole(Field::OverPace, 1, 100).and_then(|share| u8::try_from(share).ok());
    let zone = read.zone(Field::Zone, moment);
    let base = base(&read);
    match name {
        Some(name) if read.problems.is_empty() => Ok(Card {
            carrier,
            seller,
            form: form_kind,
            number,
            plan,
            price,
            currency,
            validity,
            renews,
            number_lost,
            threshold,
            reserve,
            keeping: kept_by,
            needed_until,
            day_clock,
            notice_days,
            over_pace,
            base,
            keeps_replies: !matches!(form.get(Field::Texts), "dropped" | FORGOTTEN),
            // What this form does not ask for stays as it was.
            ..match kept {
                Some(kept) => Card { name, zone, ..kept.clone() },
                None => Card::named(name, zone),
            }
        }),
        _ => Err(read.problems),
    }
}

/// The last day that the form gives a card, as far as it can be read.
#[must_use]
pub fn last_day(form: &Form, moment: &Moment) -> Option<Date> {
    let mut read = Reader::new(form);
    let today = moment.today(&read.zone(Field::Zone, moment));
    validity(&mut read).end(today)
}

fn validity(read: &mut Reader<'_>) -> Validity {
    match read.word(Field::Validity) {
        "until" => {
            if read.word(Field::Until).is_empty() {
                read.fault::<()>(Field::Until, Fault::Missing);
            }
            read.date(Field::Until).map_or(Validity::Unknown, Validity::Until)
        }
        "days" => {
            let (start, from) = (named(&STARTS, read.word(Field::Start)).unwrap_or_default(), read.date(Field::From));
            let days = read.whole_or_missing(Field::Days, 1, 3660);
            days.map_or(Validity::Unknown, |days| Validity::Days { days, start, from })
        }
        "month" => Validity::CalendarMonth,
        _ => Validity::Unknown,
    }
}

/// Chooses how the threshold is said: what stood there as a share becomes that much of the plan, in tenths of a
/// gigabyte, or 1 GB without a plan; and an amount the usual share. Back again, what stood there before stands there,
/// unless something else was typed meanwhile.
pub fn choose_threshold(form: &mut Form, kind: String) {
    let (mut read, before) = (Reader::new(form), form.get(Field::ThresholdKind));
    if kind == before {
        return;
    }
    if kind == "amount" || before == "amount" {
        let [figure, unit] = [Field::Threshold, Field::ThresholdUnit].map(|field| form.get(field).to_owned());
        let mut left = form.get(Field::ThresholdLeft).split('\n');
        let (came, own) = (left.next(), left.next().zip(left.next()));
        let (text, of) = if let Some((text, of)) = own.filter(|(text, _)| came == Some(&figure) && !text.is_empty()) {
            (text.to_owned(), of.to_owned())
        } else if kind == "amount" {
            let base = base(&read);
            let share = read.percent(Field::Threshold).and_then(|share| share.scaled(1)).unwrap_or(20);
            let plan = read.amount(Field::Plan, Field::PlanUnit).map(|plan| plan.bytes(base).0);
            let tenths = plan.map(|plan| part_of(plan, share * 10, 100) / Unit::GB.bytes(base));
            let text = Decimal::new(tenths.map_or(10, |tenths| tenths.max(1)).cast_signed(), 1);
            let text = text.map_or(String::new(), |figure| figure.to_string());
            (text.strip_suffix(".0").unwrap_or(&text).to_owned(), "GB".to_owned())
        } else {
            ("20".to_owned(), "GB".to_owned())
        };
        form.set(Field::ThresholdLeft, [&text, &figure, &unit].map(String::as_str).join("\n"));
        form.set(Field::Threshold, text);
        form.set(Field::ThresholdUnit, of);
    }
    form.set(Field::ThresholdKind, kind);
}

fn base(read: &Reader<'_>) -> Base {
    if read.word(Field::Base) == "1000" { Base::Decimal } else { Base::Binary }
}

fn threshold(read: &mut Reader<'_>) -> Threshold {
    match read.word(Field::ThresholdKind) {
        "amount" => read.amount(Field::Threshold, Field::ThresholdUnit).map_or(Threshold::Off, Threshold::Amount),
        "percent" => {
            let share = read.percent(Field::Threshold).and_then(|share| share.scaled(1));
            share.and_then(|share| u8::try_from(share).ok()).map_or(Threshold::Off, Threshold::Percent)
        }
        _ => Threshold::Off,
    }
}

fn put_amount(form: &mut Form, field: Field, unit: Field, amount: Option<Amount>, default: &str) {
    form.set(field, amount.map_or(String::new(), |amount| amount.figure().to_string()));
    form.set(unit, amount.map_or(default, |amount| unit_word(amount.unit())));
}
